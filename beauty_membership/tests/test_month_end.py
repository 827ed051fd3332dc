# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.tests import tagged

from .common_expiry import START, ExpiryCommon
from .common_points import PointsCommon
from .common_value import ValueCommon

FIRST = "2027-02-01 03:00:00"
LAST_DAY = date(2027, 1, 31)


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestMonthEnd(ExpiryCommon, ValueCommon, PointsCommon):
    """Optional entries of a month's end, which go back on the first."""

    def _end_month(self, when=FIRST):
        with freeze_time(when):
            self.env["res.company"]._cron_book_month_ends()
        self.env.invalidate_all()

    def _find(self, mark):
        return self.env["account.move"].search([("beauty_month_end", "=", mark)])

    def _assert_booked(self, kind, balances):
        """One entry on the last day of the month and its opposite on the first."""
        move = self._find(f"{kind}:2027-01-31")
        back = self._find(f"{kind}:2027-01-31:back")
        self.assertEqual(self._get_by_account(move), balances)
        self.assertEqual(
            self._get_by_account(back), {key: -value for key, value in balances.items()}
        )
        self.assertEqual((str(move.date), str(back.date)), ("2027-01-31", "2027-02-01"))
        self.assertEqual({move.state, back.state}, {"posted"})
        self.assertEqual(back.reversed_entry_id, move)

    def test_nothing_is_booked_unless_asked_for(self):
        self._recharge()
        self._buy(self.serum)
        self._reopen()
        self._end_month()
        marked = [("beauty_month_end", "!=", False)]
        self.assertFalse(self.env["account.move"].search(marked))

    def test_points_wait_as_a_liability(self):
        self.company.write(
            {
                "beauty_points_deferral": True,
                "beauty_points_redemption_percent": 95,
                "beauty_points_worth": 100,
            }
        )
        for _ticket in range(10):
            self._buy(self.serum)
        self._reopen()
        # 500 net, 600 points of which 570 are worth 570: 500 x 570 / 1,070
        self._end_month()
        self._assert_booked(
            "points",
            {
                self._get_account("beauty_deferral_account_id"): 266.36,
                self._get_account("beauty_points_account_id"): -266.36,
            },
        )

    def test_bonus_that_is_spent_last_waits_as_a_liability(self):
        self.company.write({"beauty_bonus_deferral": True})
        self.company.account_sale_tax_id = self.vat
        self._recharge(bonus_order="principal_first")
        line = self._line(self.facial, qty=5)
        self._sync(self._ticket([line], payments=[(self.prepaid, 600)]))
        self._reopen()
        # 600 spent are worth 500 of all that 1,000 buy: 100 wait, 83.33 without VAT
        self._end_month()
        self._assert_booked(
            "bonus",
            {
                self._get_account("beauty_deferral_account_id"): 83.33,
                self._get_account("beauty_bonus_account_id"): -83.33,
            },
        )

    def test_bonus_spent_in_proportion_is_no_liability(self):
        self.company.write({"beauty_bonus_deferral": True})
        self._recharge()
        self._reopen()
        self._end_month()
        self.assertFalse(self._find("bonus:2027-01-31"))

    def test_vat_stands_apart(self):
        self.company.beauty_pending_vat = True
        self._sell_and_close(uses=2)
        self._end_month()
        pending = self._get_account("beauty_pending_vat_account_id")
        # eight sessions of 96, of which 16 are VAT
        self._assert_booked("vat", {self.liability: 128.0, pending: -128.0})
        Entry = self.env["beauty.entry"]
        for day in (LAST_DAY, date(2027, 2, 1), None):
            tie_out = Entry._fetch_tie_out(self.company, day)
            self.assertEqual((tie_out["booked"], tie_out["difference"]), (768.0, 0.0))
        self.assertEqual(self._get_on(self.liability, LAST_DAY), -640.0)
        self.assertEqual(self._get_on(pending, LAST_DAY), -128.0)
        self.assertEqual(self._get_on(self.liability, date(2027, 2, 1)), -768.0)
        self.assertEqual(self._get_on(pending, date(2027, 2, 1)), 0.0)

    def test_vat_of_what_the_books_carry_only(self):
        self.company.beauty_pending_vat = True
        self.company.account_sale_tax_id = self.vat
        self._recharge(gift=0)
        self._reopen()
        self._sell_and_close(self._create_plan("Sale", tax_point="sale"))
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self._end_month()
        pending = self._get_account("beauty_pending_vat_account_id")
        self._assert_booked("vat", {self.liability: 166.67, pending: -166.67})
        self._assert_ledger_holds()

    def _get_on(self, account, day):
        items = self.env["account.move.line"].search(
            [
                ("account_id", "=", account.id),
                ("date", "<=", day),
                ("parent_state", "=", "posted"),
            ]
        )
        return round(sum(items.mapped("balance")), 2)

    def test_second_run_changes_nothing(self):
        self.company.beauty_pending_vat = True
        self._sell_and_close()
        self._end_month()
        count = self.env["account.move"].search_count([])
        self._end_month()
        self._end_month("2027-02-20 03:00:00")
        self.assertEqual(self.env["account.move"].search_count([]), count)
        self._end_month("2027-03-01 03:00:00")
        self.assertEqual(self.env["account.move"].search_count([]), count + 2)

    def test_closed_period_gets_none(self):
        self.company.beauty_pending_vat = True
        self._sell_and_close()
        self._close()
        self.company.sudo().fiscalyear_lock_date = LAST_DAY
        self._end_month()
        self.assertFalse(self._find("vat:2027-01-31"))

    def test_uses_after_it_post_as_always(self):
        self.company.beauty_pending_vat = True
        contract = self._sell_and_close()
        self._end_month()
        with freeze_time("2027-02-03 10:00:00"):
            self._use(contract.entitlement_ids)
            session = self.session
            self._reopen()
        self.assertEqual(
            self._get_items(session),
            {"liability": 96.0, "revenue": -80.0, "vat": -16.0},
        )
        self._assert_ledger_holds()
