# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import new_test_user, tagged

from .common_points import PointsCommon

GUARDED = ("beauty_entitlement", "beauty_entry")


@tagged("post_install", "-at_install")
class TestProof(PointsCommon):
    """Every night the books are proven; what differs is named to the accountant."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.accountant = new_test_user(
            cls.env,
            "beauty_accountant",
            groups="beauty_membership.group_accountant,account.group_account_user",
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )

    def _break(self, query, *args):
        """Do what no guard allows, as somebody with the database could."""
        self.env.flush_all()
        self.env.cr.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in GUARDED:
            self.env.cr.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        self.env.cr.execute(query, args)
        for table in GUARDED:
            self.env.cr.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        self.env.invalidate_all()

    def _drop_check(self, name):
        self.env.cr.execute(
            f"ALTER TABLE beauty_entitlement DROP CONSTRAINT beauty_entitlement_{name}"
        )

    def _prove(self):
        """Run the proof; return the exception it raised, maybe none."""
        self.env["beauty.entry"]._cron_prove_ledger()
        return self.env["beauty.exception"].search(
            [("kind", "=", "tie_out"), ("company_id", "=", self.company.id)]
        )

    def _assert_named(self, *words):
        exception = self._prove()
        self.assertEqual(exception.user_id, self.accountant)
        self.assertEqual(exception.activity_ids.user_id, self.accountant)
        for word in words:
            self.assertIn(word, exception.details)
        return exception

    def test_sound_books_raise_nothing(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self._close()
        self.assertFalse(self._prove())

    def test_balance_that_is_no_sum_is_named(self):
        holding = self._sell_plan().entitlement_ids
        self._break(
            "UPDATE beauty_entitlement SET remaining = 12 WHERE id = %s", holding.id
        )
        self._assert_named(
            f"Holding #{holding.id} of {holding.contract_id.name}, Li Na: 12 units",
            "its entries say 10 and",
        )

    def test_entry_made_up_is_named_with_its_holding(self):
        holding = self._sell_plan().entitlement_ids
        self._close()
        self._break(
            """
            INSERT INTO beauty_entry (entitlement_id, contract_id, partner_id,
                   movement, quantity, amount, idempotency_key, date, company_id,
                   currency_id)
            SELECT entitlement_id, contract_id, partner_id, 'adjust', 1, 50, 'forged',
                   date, company_id, currency_id
              FROM beauty_entry
             WHERE entitlement_id = %s
            """,
            holding.id,
        )
        entry = self.env["beauty.entry"].search([("idempotency_key", "=", "forged")])
        self._assert_named(f"Holding #{holding.id}", f"entry #{entry.id}")

    def test_journal_item_changed_is_named(self):
        self._sell_plan()
        session = self._close()
        item = session.move_id.line_ids.filtered(
            lambda line: line.account_id == self.liability
        )
        self._break(
            "UPDATE account_move_line SET balance = balance + 7 WHERE id = %s", item.id
        )
        exception = self._assert_named(f"journal item #{item.id}", "7.00")
        self.assertEqual(exception.amount, -7.0)

    def test_value_without_units_is_named(self):
        holding = self._sell_plan().entitlement_ids
        self._drop_check("empty_has_no_value")
        self._break(
            "UPDATE beauty_entitlement SET remaining = 0 WHERE id = %s", holding.id
        )
        self._assert_named(f"Holding #{holding.id}", "0 units and")

    def test_points_with_money_are_named(self):
        self._buy(self.serum)
        lot = self._get_points()
        self._break(
            "UPDATE beauty_entitlement SET amount_remaining = 5 WHERE id = %s", lot.id
        )
        self._assert_named(f"Holding #{lot.id} of Points, Li Na: 60 units and")

    def test_debt_that_is_none_is_named(self):
        self._buy(self.serum)
        lot = self._get_points()
        self._break(
            "UPDATE beauty_entitlement SET is_debt = true WHERE id = %s", lot.id
        )
        self._assert_named(f"Holding #{lot.id}")

    def test_expected_expiries_are_proven(self):
        contract = self._sell_plan()
        self.company._keep_breakage(
            {contract: 3.0}, contract.date_start, self.env["account.move"]
        )
        self._assert_named("expected expiries carries", "3.00")

    def test_second_night_raises_no_second_exception(self):
        holding = self._sell_plan().entitlement_ids
        self._break(
            "UPDATE beauty_entitlement SET remaining = 12 WHERE id = %s", holding.id
        )
        self.assertEqual(len(self._prove()), 1)
        self.assertEqual(len(self._prove()), 1)
