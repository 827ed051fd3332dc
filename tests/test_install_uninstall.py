# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Install, upgrade, uninstall, install again: Odoo is left as it was found."""

import os
import re

import pytest

from tools import database, template

from .books import Books
from .day import Day
from .salon import Salon
from .server import Server, copy_template, run_odoo

MODULE = "beauty_membership"
UNINSTALL = f"""
module = env.ref("base.module_{MODULE}")
try:
    module.button_immediate_uninstall()
except Exception as error:
    env.cr.rollback()
    print("REFUSED", type(error).__name__, error)
"""
# What the database is made of. Constraints and indexes go with their tables.
SCHEMA = {
    "tables": "SELECT table_name FROM information_schema.tables"
    " WHERE table_schema = 'public'",
    "columns": "SELECT table_name || '.' || column_name FROM information_schema.columns"
    " WHERE table_schema = 'public'",
    "indexes": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    "constraints": "SELECT conrelid::regclass || '.' || conname FROM pg_constraint",
    "triggers": "SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "functions": "SELECT proname FROM pg_proc JOIN pg_namespace space"
    " ON space.oid = pronamespace WHERE nspname = 'public'",
    "sequences": "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'",
    "models": "SELECT model FROM ir_model",
    "fields": "SELECT model || '.' || name FROM ir_model_fields",
    "views": "SELECT name FROM ir_ui_view WHERE model LIKE 'beauty.%'",
    "crons": "SELECT cron_name FROM ir_cron",
    "groups": "SELECT name->>'en_US' FROM res_groups",
    "menus": "SELECT name->>'en_US' FROM ir_ui_menu",
    "rules": "SELECT name FROM ir_rule",
    "actions": "SELECT name->>'en_US' FROM ir_act_window",
    "sequence codes": "SELECT code FROM ir_sequence WHERE code LIKE 'beauty%'",
    "own ids": f"SELECT name FROM ir_model_data WHERE module = '{MODULE}'",
}


def schema(books):
    """:return: {kind: sorted list of names}"""
    return {
        kind: sorted(row[0] for row in books.rows(query) if row[0])
        for kind, query in SCHEMA.items()
    }


def left_behind(before, after):
    """:return: {kind: list of what is new}, without kinds that have nothing new"""
    new = {kind: sorted(set(after[kind]) - set(before[kind])) for kind in before}
    return {kind: names for kind, names in new.items() if names}


def anonymous(state):
    """:return: the schema with numbered sequences (``ir_sequence_042``) as one"""
    return {
        kind: {re.sub(r"_\d+$", "", name) for name in state[kind]} for kind in state
    }


def odoo(name, *options):
    """Run Odoo; it must end well and complain about nothing.

    :return: str its log
    """
    code, log = run_odoo(name, *options)
    complaints = [line for line in log.splitlines() if " ERROR " in line]
    assert (code, complaints) == (0, []), log[-5000:]
    return log


def uninstall(name):
    """:return: str log of an uninstall as an administrator does it"""
    code, log = run_odoo(name, script=UNINSTALL)
    assert code == 0, log[-5000:]
    return log


@pytest.fixture(scope="module")
def name(request):
    """A database without the addon."""
    name = f"bm_life_{os.getpid()}"
    request.addfinalizer(lambda: database.drop(name))
    copy_template(name, template.base())
    return name


@pytest.fixture(scope="module")
def life(name):
    """:return: dict of what was seen at each stage of a salon's life

    In order: without the addon, installed, upgraded, used, uninstall refused over an
    open register, upgraded with entries, uninstalled.
    """
    books, seen = Books(name), {}
    seen["without"] = schema(books)
    seen["install log"] = odoo(name, "-i", MODULE)
    seen["installed"] = schema(books)
    with Server(name, workers=0) as server:
        day = Day(Salon(server, books).till())
        member = day.salon.member()
        day.till.sell(member, day.till.plan("facials"))
        day.till.sell(member, day.till.use(day.till.holding(member)))
        entries = seen["entries"] = ledger(books)
        seen["refused log"] = uninstall(name)
        seen["refused"] = schema(books)
        day.close()
        close_demo_sessions(day.salon)
    odoo(name, "-u", MODULE)
    seen["upgraded"] = schema(books)
    seen["entries upgraded"] = ledger(books)
    seen["uninstall log"] = uninstall(name)
    seen["uninstalled"] = schema(books)
    seen["methods"] = books.rows(
        "SELECT active FROM pos_payment_method"
        " WHERE name->>'en_US' = 'Member Prepayment'"
    )
    seen["orders"] = books.value("SELECT count(*) FROM pos_order")
    assert entries
    books.connection.close()
    return seen


@pytest.fixture(scope="module")
def second_life(name, life):
    """:return: dict of what was seen after installing again"""
    odoo(name, "-i", MODULE)
    books = Books(name)
    seen = {
        "again": schema(books),
        "methods": books.rows(
            "SELECT company_id, active FROM pos_payment_method WHERE is_prepaid"
        ),
        "accounts": books.rows(
            "SELECT name->>'en_US' FROM account_account"
            " WHERE name->>'en_US' LIKE 'Member Prepayments%'"
        ),
        "companies": books.value(
            "SELECT count(*) FROM res_company WHERE chart_template IS NOT NULL"
        ),
    }
    books.connection.close()
    return seen


def ledger(books):
    """:return: every entry, as it says"""
    return books.rows(
        "SELECT id, entitlement_id, movement, quantity, amount, idempotency_key"
        " FROM beauty_entry ORDER BY id"
    )


def close_demo_sessions(salon):
    """Close what the demo data has left open."""
    sessions = salon.admin.search("pos.session", [("state", "!=", "closed")])
    for session in sessions:
        call, ids = salon.admin.call, [session]
        call("pos.session", "action_pos_session_closing_control", ids)


def test_install_has_no_warning(life):
    warnings = [
        line
        for line in life["install log"].splitlines()
        if " WARNING " in line and "beauty" in line
    ]
    assert warnings == []


def test_upgrade_with_entries_changes_nothing(life):
    assert life["upgraded"] == life["installed"]
    assert life["entries upgraded"] == life["entries"]


def test_uninstall_over_an_open_register_is_refused(life):
    assert "REFUSED MembershipError" in life["refused log"]
    assert life["refused"] == life["installed"]


def test_uninstall_leaves_nothing_behind(life):
    assert "REFUSED" not in life["uninstall log"], life["uninstall log"][-3000:]
    assert left_behind(life["without"], life["uninstalled"]) == {}


def test_uninstall_takes_nothing_of_odoo(life):
    assert left_behind(life["uninstalled"], life["without"]) == {}


def test_uninstall_archives_the_tender_and_keeps_the_tickets(life):
    assert life["methods"]
    assert not any(active for (active,) in life["methods"])
    assert life["orders"] >= 2


def test_installed_again_is_as_the_first_time(life, second_life):
    assert anonymous(second_life["again"]) == anonymous(life["installed"])
    assert len(second_life["methods"]) == second_life["companies"]
    assert all(active for _company, active in second_life["methods"])


def test_accounts_are_found_again_and_not_doubled(second_life):
    assert len(second_life["accounts"]) == 2 * second_life["companies"]
