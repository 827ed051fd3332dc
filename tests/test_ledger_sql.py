# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""PostgreSQL itself keeps the ledger's law, also against those who speak SQL."""

from contextlib import closing

import psycopg2
import pytest
from psycopg2 import errors

INSERT = """
INSERT INTO beauty_entry (entitlement_id, contract_id, partner_id, movement, quantity,
                          amount, list_amount, idempotency_key, date, company_id,
                          currency_id)
     SELECT id, contract_id, partner_id, 'adjust', %(quantity)s,
            %(amount)s, 0, %(key)s, current_date, company_id, currency_id
       FROM beauty_entitlement WHERE id = %(id)s
"""


@pytest.fixture
def holding_id(package):
    """A holding of ten facials, worth 960."""
    return package["entitlement_id"]


@pytest.fixture
def sql(books):
    """A cursor whose work is rolled back."""
    with closing(books.connect()) as connection, connection.cursor() as cursor:
        yield cursor


def insert(cursor, holding_id, quantity, amount, key="sql"):
    """Post an entry behind the addon's back."""
    values = {"id": holding_id, "quantity": quantity, "amount": amount, "key": key}
    cursor.execute(INSERT, values)


@pytest.mark.parametrize(
    "change",
    [
        "quantity = quantity + 1",
        "amount = 0",
        "list_amount = 1",
        "movement = 'adjust'",
        "idempotency_key = 'other'",
        "date = date + 1",
        "reason = 'because'",
        "entitlement_id = (SELECT max(id) + 1 FROM beauty_entitlement)",
        "company_id = company_id + 1",
        "currency_id = currency_id + 1",
        "pos_order_line_id = NULL",
        "shop_id = 1",
        "reversed_entry_id = id",
        "pos_payment_id = 1",
        "partner_id = NULL",
    ],
)
def test_update_of_an_entry_is_refused(sql, holding_id, change):
    with pytest.raises(psycopg2.Error, match="cannot be changed"):
        sql.execute(
            f"UPDATE beauty_entry SET {change} WHERE entitlement_id = %s", [holding_id]
        )


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM beauty_entry",
        "TRUNCATE beauty_entry",
        "TRUNCATE beauty_entry CASCADE",
        "TRUNCATE beauty_entitlement CASCADE",
        "TRUNCATE pos_order CASCADE",
    ],
)
def test_removal_of_entries_is_refused(sql, holding_id, statement):
    with pytest.raises(psycopg2.Error, match="cannot be deleted"):
        sql.execute(statement)


@pytest.mark.parametrize(
    "table", ["beauty_entitlement", "beauty_contract", "pos_order_line", "res_partner"]
)
def test_what_an_entry_names_cannot_go(sql, holding_id, table):
    column = {
        "beauty_entitlement": "entitlement_id",
        "beauty_contract": "contract_id",
        "pos_order_line": "pos_order_line_id",
        "res_partner": "partner_id",
    }[table]
    with pytest.raises((errors.ForeignKeyViolation, errors.RestrictViolation)):
        sql.execute(
            f"DELETE FROM {table} WHERE id = (SELECT {column} FROM beauty_entry"
            " WHERE entitlement_id = %s LIMIT 1)",
            [holding_id],
        )


@pytest.mark.parametrize("column", ["remaining", "amount_remaining"])
def test_direct_update_of_a_balance_is_refused(sql, holding_id, column):
    with pytest.raises(psycopg2.Error, match="Only an entry moves"):
        sql.execute(
            f"UPDATE beauty_entitlement SET {column} = {column} + 1 WHERE id = %s",
            [holding_id],
        )


@pytest.mark.parametrize("column", ["quantity", "amount", "unit_amount", "list_price"])
def test_direct_update_of_the_grant_is_refused(sql, holding_id, column):
    with pytest.raises(psycopg2.Error, match="cannot be changed"):
        sql.execute(
            f"UPDATE beauty_entitlement SET {column} = {column} + 1 WHERE id = %s",
            [holding_id],
        )


def test_holding_born_with_a_balance_is_refused(sql, holding_id):
    with pytest.raises(psycopg2.Error, match="starts empty"):
        sql.execute(
            "INSERT INTO beauty_entitlement (contract_id, partner_id, company_id,"
            " currency_id, kind, quantity, amount, remaining, amount_remaining)"
            " SELECT contract_id, partner_id, company_id, currency_id, kind, quantity,"
            " amount, 10, 960 FROM beauty_entitlement WHERE id = %s",
            [holding_id],
        )


@pytest.mark.parametrize(
    ("quantity", "amount"),
    [
        (-11, -960),  # more units than there are
        (-1, -960.01),  # more money than there is
        (-10, -959),  # no units left, but money
        (-0.5, -48),  # half a session
        (0.5, 0),
    ],
)
def test_entry_against_the_law_is_refused(sql, holding_id, quantity, amount):
    with pytest.raises(errors.CheckViolation):
        insert(sql, holding_id, quantity, amount)


@pytest.fixture
def part_paid_id(sql, holding_id):
    """A twin of the holding, of which 300 are paid: three units and their money."""
    sql.execute(
        "INSERT INTO beauty_entitlement (contract_id, partner_id, company_id,"
        " currency_id, kind, quantity, amount, unit_amount, remaining,"
        " amount_remaining, is_debt, is_part_paid)"
        " SELECT contract_id, partner_id, company_id, currency_id, kind, quantity,"
        " amount, unit_amount, 0, 0, false, true FROM beauty_entitlement"
        " WHERE id = %s RETURNING id",
        [holding_id],
    )
    (twin_id,) = sql.fetchone()
    insert(sql, twin_id, 3, 300, key="part")
    return twin_id


@pytest.mark.parametrize(("quantity", "amount"), [(-3, -288), (-3, -960), (7, -1260)])
def test_part_paid_holding_may_wait_for_units_or_owe(
    sql, part_paid_id, quantity, amount
):
    insert(sql, part_paid_id, quantity, amount)


@pytest.mark.parametrize(
    ("quantity", "amount"),
    [
        (-4, -300),  # more units than were released
        (0, -1260.01),  # more owed than was promised
        (0.5, 0),
    ],
)
def test_part_paid_holding_keeps_its_own_law(sql, part_paid_id, quantity, amount):
    with pytest.raises(errors.CheckViolation):
        insert(sql, part_paid_id, quantity, amount)


def test_holding_does_not_become_part_paid(sql, holding_id):
    with pytest.raises(psycopg2.Error, match="cannot be changed"):
        sql.execute(
            "UPDATE beauty_entitlement SET is_part_paid = true WHERE id = %s",
            [holding_id],
        )


def test_user_of_an_entry_stays(sql, holding_id):
    with pytest.raises(psycopg2.Error, match="cannot be changed"):
        sql.execute(
            "UPDATE beauty_entry SET beneficiary_id = partner_id"
            " WHERE entitlement_id = %s",
            [holding_id],
        )


def test_entry_with_a_known_key_is_refused(sql, holding_id):
    insert(sql, holding_id, -1, -96, key="twice")
    with pytest.raises(errors.UniqueViolation):
        insert(sql, holding_id, -1, -96, key="twice")


def test_entry_of_another_member_is_refused(sql, holding_id, salon):
    other = salon.member()
    with pytest.raises(errors.CheckViolation, match="does not fit"):
        sql.execute(
            INSERT.replace(
                "contract_id, partner_id, 'adjust'", f"contract_id, {other}, 'adjust'"
            ),
            {"id": holding_id, "quantity": -1, "amount": -96, "key": "other"},
        )


def test_entry_moves_the_balance_in_the_same_statement(sql, holding_id):
    insert(sql, holding_id, -3, -288)
    sql.execute(
        "SELECT remaining, amount_remaining FROM beauty_entitlement WHERE id = %s",
        [holding_id],
    )
    assert [float(value) for value in sql.fetchone()] == [7.0, 672.0]


def test_merge_of_contacts_and_log_columns_are_free(sql, holding_id, salon):
    other = salon.member()
    for table, column in [
        ("beauty_entry", "entitlement_id"),
        ("beauty_entitlement", "id"),
    ]:
        sql.execute(
            f"UPDATE {table} SET partner_id = %s, create_uid = NULL,"
            f" write_date = now() WHERE {column} = %s",
            [other, holding_id],
        )
        assert sql.rowcount == 1


def test_journal_item_is_set_once(sql, holding_id):
    sql.execute("SELECT id FROM account_move_line ORDER BY id LIMIT 2")
    first, second = [row[0] for row in sql.fetchall()]
    update = (
        "UPDATE beauty_entry SET account_move_line_id = %s WHERE entitlement_id = %s"
    )
    sql.execute(update, [first, holding_id])
    with pytest.raises(psycopg2.Error, match="cannot be changed"):
        sql.execute(update, [second, holding_id])


@pytest.mark.parametrize("column", ["quantity", "amount", "list_amount"])
def test_money_of_entries_is_exact(books, column):
    kind = books.value(
        "SELECT data_type FROM information_schema.columns"
        " WHERE table_name = 'beauty_entry' AND column_name = %s",
        column,
    )
    assert kind == "numeric"


def test_balances_are_the_sum_of_their_entries(books, holding_id):
    assert books.untied() == []
