# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is really stored: read with SQL, past the ORM and its caches."""

import os
import time

import psycopg2

from tools import paths

COUNTED = (
    "beauty_contract",
    "beauty_entitlement",
    "beauty_entry",
    "beauty_performance",
    "beauty_service_log",
    "pos_order",
    "pos_order_line",
    "pos_payment",
)


class Books:
    """An eye on the database, and a hand for what nobody could do in Odoo."""

    def __init__(self, name):
        self.name = name
        self.connection = self.connect()
        self.connection.autocommit = True

    def connect(self):
        """:return: a new psycopg2 connection"""
        socket = os.environ.get("BM_SOCKET") or paths.socket_folder()
        return psycopg2.connect(host=socket, user="odoo", dbname=self.name)

    def rows(self, query, *params):
        """:return: list of tuples"""
        with self.connection.cursor() as cursor:
            cursor.execute(query, params or None)
            return cursor.fetchall()

    def execute(self, statement, *params):
        """Run one statement and commit it."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, params)

    def wait_for_blocked(self, seconds=30):
        """Return when a connection waits for a lock, such as one a test holds."""
        query = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        deadline = time.monotonic() + seconds
        while not self.value(query):
            assert time.monotonic() < deadline, "nobody waits for a lock"
            time.sleep(0.02)

    def value(self, query, *params):
        """:return: the first column of the first row"""
        return self.rows(query, *params)[0][0]

    def counts(self):
        """:return: {table: int rows}, and the orders that are paid"""
        tables = {name: self.value(f"SELECT count(*) FROM {name}") for name in COUNTED}
        paid = "SELECT count(*) FROM pos_order WHERE state IN ('paid', 'done')"
        return {**tables, "paid": self.value(paid)}

    def holding(self, entitlement_id):
        """:return: (units left, money left) of a holding"""
        units, money = self.rows(
            "SELECT remaining, amount_remaining FROM beauty_entitlement WHERE id = %s",
            entitlement_id,
        )[0]
        return int(units), float(money)

    def entries(self, entitlement_id):
        """:return: list of (movement, units, money), oldest first"""
        rows = self.rows(
            "SELECT movement, quantity, amount FROM beauty_entry"
            " WHERE entitlement_id = %s ORDER BY id",
            entitlement_id,
        )
        return [(movement, int(units), float(money)) for movement, units, money in rows]

    def difference(self):
        """:return: Decimal, what booked entries and the liability accounts differ by"""
        return self.value(
            """
            SELECT (SELECT coalesce(sum(amount), 0) FROM beauty_entry
                     WHERE account_move_line_id IS NOT NULL)
                 + (SELECT coalesce(sum(item.balance), 0) FROM account_move_line item
                     WHERE item.parent_state = 'posted' AND item.account_id IN (
                           SELECT beauty_liability_account_id FROM res_company))
            """
        )

    def untied(self):
        """:return: list of holdings whose balance is not the sum of their entries"""
        return self.rows(
            """
            SELECT holding.id, holding.remaining, holding.amount_remaining,
                   sum(entry.quantity), sum(entry.amount)
              FROM beauty_entitlement holding
         LEFT JOIN beauty_entry entry ON entry.entitlement_id = holding.id
          GROUP BY holding.id
            HAVING holding.remaining != coalesce(sum(entry.quantity), 0)
                OR holding.amount_remaining != coalesce(sum(entry.amount), 0)
                OR holding.remaining < 0 AND NOT coalesce(holding.is_debt, false)
            """
        )
