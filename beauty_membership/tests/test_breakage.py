# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common_expiry import OVER, START, ExpiryCommon

CONTRA = "beauty_contra_account_id"
INCOME = "beauty_breakage_account_id"


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestBreakage(ExpiryCommon):
    """Expected expiries become income as the rest is used, and never twice."""

    def _sell_expected(self, uses=6, **values):
        """Sell ten sessions for 1,000, of which 10 % are expected to expire."""
        values = {"price": 1000, "breakage_percent": 10, **values}
        return self._sell_and_close(self._create_short_plan(**values), uses)

    def _end_month(self, when="2027-02-01 03:00:00"):
        with freeze_time(when):
            self.env["res.company"]._cron_book_month_ends()
        self.env.invalidate_all()

    def _get_balance(self, name):
        items = self.env["account.move.line"].search(
            [
                ("account_id", "=", self._get_account(name).id),
                ("parent_state", "=", "posted"),
            ]
        )
        return round(sum(items.mapped("balance")), 2)

    def _assert_contra(self, contra, income):
        balances = (self._get_balance(CONTRA), self._get_balance(INCOME))
        self.assertEqual(balances, (contra, -income))
        rows = self.env["beauty.breakage"].search([])
        self.assertEqual(round(sum(rows.mapped("amount")), 2), contra)
        self._assert_ledger_holds()

    def test_recognised_as_the_rest_is_used(self):
        contract = self._sell_expected()
        self._end_month()
        # 600 of the 900 that are expected to be used
        self._assert_contra(66.66, 66.66)
        row = self.env["beauty.breakage"].search([])
        self.assertEqual((row.contract_id, str(row.date)), (contract, "2027-01-31"))
        self.assertEqual(str(row.move_id.date), "2027-01-31")
        self.assertEqual(contract.amount_remaining, 400.0)

    def test_second_run_changes_nothing(self):
        self._sell_expected()
        self._end_month()
        count = self.env["account.move"].search_count([])
        self._end_month()
        self._end_month("2027-02-15 03:00:00")
        self.assertEqual(self.env["account.move"].search_count([]), count)

    def test_expiry_releases_it_first(self):
        contract = self._sell_expected()
        self._end_month()
        operation = self._expire(contract)
        self.assertEqual(
            self._get_by_account(operation.move_id),
            {
                self.liability: 400.0,
                self._get_account(CONTRA): -66.66,
                self._get_account(INCOME): -333.34,
            },
        )
        self._assert_contra(0.0, 400.0)
        self._end_month("2027-03-01 03:00:00")
        self._assert_contra(0.0, 400.0)

    def test_reinstated_it_is_recognised_again(self):
        contract = self._sell_expected()
        self._end_month()
        operation = self._expire(contract)
        with freeze_time(OVER):
            operation.with_user(self.manager).action_reverse()
        self._assert_contra(66.66, 66.66)
        self._expire(contract, "2027-04-20 10:00:00")
        self._assert_contra(0.0, 400.0)

    def test_used_after_all_it_goes_back(self):
        contract = self._sell_expected(uses=9)
        self._end_month()
        self._assert_contra(100.0, 100.0)
        with freeze_time("2027-02-10 10:00:00"):
            self._use(contract.entitlement_ids)
            self._reopen()
        self._end_month("2027-03-01 03:00:00")
        self._assert_contra(0.0, 0.0)

    def test_vat_in_it_is_no_income(self):
        self.policy.breakage = "taxed"
        contract = self._sell_expected(uses=9)
        self._end_month()
        self._assert_contra(83.33, 83.33)
        self._expire(contract)
        self._assert_contra(0.0, 83.33)

    def test_taxed_when_sold_is_net(self):
        self._sell_expected(uses=9, price=1200, tax_point="sale")
        self._end_month()
        self._assert_contra(100.0, 100.0)

    def test_nothing_of_what_never_is_the_company_s(self):
        self.policy.breakage = "unclaimed"
        self._sell_expected()
        self.policy.write({"breakage": "untaxed", "lapses": "gifts"})
        self._sell_expected(name="Gifts only")
        self._end_month()
        self.assertFalse(self.env["beauty.breakage"].search([]))

    def test_closed_period_is_booked_in_the_open_one(self):
        self._sell_expected()
        self._close()
        self.company.sudo().fiscalyear_lock_date = "2027-01-31"
        self._end_month()
        move = self.env["beauty.breakage"].search([]).move_id
        self.assertGreater(str(move.date), "2027-01-31")
        self._assert_contra(66.66, 66.66)

    def test_rows_are_written_by_the_ledger_only(self):
        self._sell_expected()
        self._end_month()
        row = self.env["beauty.breakage"].search([]).with_user(self.manager)
        self.assertEqual(row.amount, 66.66)
        with self.assertRaises(AccessError):
            row.amount = 1
        with self.assertRaises(AccessError):
            row.unlink()
        with self.assertRaises(AccessError):
            row.with_user(self.cashier).read(["amount"])
