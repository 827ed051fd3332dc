# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two legal entities in one database: holdings and books of one stay its own."""

import pytest

from .client import denied, refused
from .salon import PASSWORD, Salon

GROUPS = [
    "base.group_system",
    "base.group_partner_manager",
    "account.group_account_manager",
    "hr.group_hr_manager",
    "point_of_sale.group_pos_manager",
    "stock.group_stock_manager",
    "beauty_membership.group_manager",
]


@pytest.fixture(scope="module")
def branch(salon, server, books):
    """A salon of another company, whose chart is loaded after the addon came."""
    admin = salon.admin
    company = admin.create("res.company", {"name": "Branch GmbH"})
    chart = [[], "generic_coa", company, False]
    admin.call("account.chart.template", "try_loading", *chart)
    values = {
        "name": "Branch Admin",
        "login": "branch-e2e",
        "password": PASSWORD,
        "company_id": company,
        "company_ids": [[6, 0, [company]]],
        "group_ids": [[6, 0, [admin.ref(group) for group in GROUPS]]],
    }
    admin.create("res.users", values)
    return Salon(server, books, ("branch-e2e", PASSWORD), "branch")


@pytest.fixture(scope="module")
def branch_till(branch):
    """A register of the other company."""
    return branch.till()


def test_company_has_its_own_accounts_and_tender(books, salon, branch, branch_till):
    rows = books.rows(
        "SELECT beauty_liability_account_id, beauty_suspense_account_id,"
        " beauty_journal_id FROM res_company WHERE id IN %s",
        (salon.company_id, branch.company_id),
    )
    assert len(rows) == 2
    assert all(all(row) for row in rows)
    assert not set(rows[0]) & set(rows[1])
    assert "prepaid" in branch_till.tenders


def test_holding_of_another_company_is_refused(books, till, branch_till, member):
    """The contact is shared, what she holds is not."""
    branch_till.sell(member, branch_till.plan("facials"))
    theirs = branch_till.holding(member)
    assert till.card(member)["sessions"] == []
    till.sell(member, till.plan("facials"))
    ours = till.holding(member)
    forged = till.use(ours, entitlement_id=theirs["entitlement_id"])
    with refused(books):
        till.sell(member, forged)
    for till_, holding in ((till, ours), (branch_till, theirs)):
        till_.sell(member, till_.use(holding))
        assert books.holding(holding["entitlement_id"]) == (9, 864.0)


def test_plan_of_another_company_is_refused(books, salon, till, branch, member):
    product, price = branch.plan_product(branch.plans["facials"])
    line = till.plan("facials") | {"product_id": product, "price_unit": price}
    with denied(books):
        till.sell(member, line)


def test_card_of_another_companys_register_is_refused(salon, till, branch_till, member):
    with denied(salon.books):
        till.client.call(
            "res.partner", "get_member_card", member, branch_till.config_id
        )


def test_undo_through_another_companys_register_is_refused(
    books, till, branch_till, member, package
):
    till.sell(member, till.use(package))
    log_id = till.card(member)["recent"][0]["log_id"]
    args = [[log_id], branch_till.config_id, "Wrong", None]
    for each in (till, branch_till):
        with denied(books):
            each.client.call("beauty.service.log", "action_undo", *args)


@pytest.mark.parametrize(
    "model",
    ["beauty.entry", "beauty.entitlement", "beauty.contract", "beauty.service.log"],
)
def test_other_company_reads_nothing(branch_till, till, member, package, model):
    till.sell(member, till.use(package))
    domain = [("partner_id", "=", member)]
    assert till.client.search(model, domain)
    assert branch_till.client.search(model, domain) == []
