# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The whole story where tickets are certified (France), and on China's chart.

A database of its own: localisations change what every company of it may do.
"""

import os

import pytest

from tools import database

from .books import Books
from .client import Client, RpcError
from .conftest import IS_NIGHTLY
from .day import Day
from .salon import PASSWORD, Salon
from .server import Server, copy_template, run_odoo
from .test_legal_entities import GROUPS

MODULES = "l10n_fr_pos_cert,l10n_cn"
PLACES = ["fr", "cn"] if IS_NIGHTLY else ["fr"]
TIE_OUT = """
company = env["res.company"].browse({company})
print("TIED", env["beauty.entry"]._fetch_tie_out(company))
"""
HASH_CHECK = """
env = env(context=dict(env.context, allowed_company_ids=company.ids))
print("CHECKED", company.with_env(env)._check_pos_hash_integrity())
"""


@pytest.fixture(scope="module")
def name(request):
    """A database with the addon and both localisations."""
    name = f"bm_fiscal_{os.getpid()}"
    request.addfinalizer(lambda: database.drop(name))
    copy_template(name)
    code, log = run_odoo(name, "-i", MODULES)
    assert (code, " ERROR " in log) == (0, False), log[-5000:]
    return name


@pytest.fixture(scope="module")
def fiscal_server(name):
    """Odoo on it."""
    with Server(name, workers=0) as server:
        yield server


def open_salon(server, place):
    """:return: Salon, a company of that country with its chart"""
    books = Books(server.name)
    admin = Client(server.url, server.name, "admin", "admin")
    country = admin.ref(f"base.{place}")
    values = {"name": f"Salon {place}", "country_id": country}
    company = admin.create("res.company", values)
    chart = [[], place, company, False]
    admin.call("account.chart.template", "try_loading", *chart)
    values = {
        "name": f"Admin {place}",
        "login": f"admin-{place}",
        "password": PASSWORD,
        "company_id": company,
        "company_ids": [[6, 0, [company]]],
        "group_ids": [[6, 0, [admin.ref(group) for group in GROUPS]]],
    }
    admin.create("res.users", values)
    return Salon(server, books, (values["login"], PASSWORD), place)


@pytest.fixture(scope="module")
def tell(fiscal_server):
    """:return: function that gives the story of a country, told once"""
    told = {}

    def story(place):
        if place not in told:
            told[place] = live(open_salon(fiscal_server, place))
        return told[place]

    return story


def live(salon):
    """:return: dict of what a salon did in two sessions, invoices late and by hand"""
    day = Day(salon.till())
    late = trade(day)
    day.close()
    for order in late:
        salon.admin.call("pos.order", "action_pos_order_invoice", [order])
    contract = sell_by_invoice(salon)
    day.next()
    trade(day)
    day.close()
    return {"salon": salon, "late": late, "contract": contract, "log": check(salon)}


def check(salon):
    """:return: str, the tie-out and, in France, Odoo's own check of the hashes"""
    script = TIE_OUT + (HASH_CHECK if salon.place == "fr" else "")
    code, log = run_odoo(
        salon.server.name, script=script.format(company=salon.company_id)
    )
    assert code == 0, log[-3000:]
    return log


def trade(day):
    """Sell, use, mix, undo, refund, invoice. :return: ids of tickets not invoiced"""
    till, member = day.till, day.salon.member()
    kept = [till.sell(member, till.plan(key)) for key in ("facials", "facials_sale")]
    for index in (0, 1):
        kept.append(till.sell(member, till.use(till.holding(member, index))))
    plan = till.plan("facials")
    mixed = [till.goods("serum"), plan, till.use(till.holding(member))]
    till.sell(member, *mixed, to_invoice=True)
    undo(till, member)
    sale = till.sell(member, till.plan("facials_sale"))
    till.sell(member, till.refund(till.lines_of(sale)[0]))
    return kept


def undo(till, member):
    """Give the last use back through the member's card."""
    log_id = till.card(member)["recent"][0]["log_id"]
    args = [[log_id], till.config_id, "Wrong", None]
    assert till.client.call("beauty.service.log", "action_undo", *args)["ok"]


def sell_by_invoice(salon):
    """:return: dict of a contract that a posted customer invoice made"""
    client, member = salon.login("accountant"), salon.member()
    product, _price = salon.plan_product(salon.plans["facials"])
    values = {
        "move_type": "out_invoice",
        "partner_id": member,
        "invoice_line_ids": [[0, 0, {"product_id": product}]],
    }
    move = client.create("account.move", values)
    client.call("account.move", "action_post", [move])
    domain = [("partner_id", "=", member)]
    fields = ["state", "amount_due", "amount_remaining"]
    (contract,) = client.call("beauty.contract", "search_read", domain, fields)
    return contract


@pytest.mark.parametrize("place", PLACES)
def test_ledger_ties(tell, place):
    story = tell(place)
    assert "'difference': 0.0" in story["log"]
    assert story["salon"].books.untied() == []


@pytest.mark.parametrize("place", PLACES)
def test_plan_is_sold_by_invoice(tell, place):
    contract = tell(place)["contract"]
    assert (contract["state"], contract["amount_remaining"]) == ("active", 960.0)


def test_tickets_are_certified_and_clean(tell):
    story = tell("fr")
    hashed = story["salon"].books.value(
        "SELECT count(*) FROM pos_order WHERE company_id = %s"
        " AND state IN ('paid', 'done') AND l10n_fr_hash IS NOT NULL",
        story["salon"].company_id,
    )
    assert hashed >= 16
    assert "'corrupted_orders': 'None'" in story["log"]


def test_certified_ticket_stays_as_it_is(tell):
    story = tell("fr")
    admin = story["salon"].admin
    (line,) = admin.search("pos.order.line", [("order_id", "=", story["late"][0])])
    with pytest.raises(RpcError):
        admin.call("pos.order.line", "write", [line], {"price_unit": 1.0})
