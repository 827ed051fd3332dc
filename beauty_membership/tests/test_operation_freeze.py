# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.tests import tagged

from ..exceptions import MembershipError, RedemptionRefused
from .common_operation import OperationCommon
from .common_pass import START, PassCommon


@tagged("post_install", "-at_install")
class TestOperationFreeze(PassCommon, OperationCommon):
    """A contract stands still for a while, and is valid longer by that while."""

    def _sell_dated(self, **terms):
        """Sell ten facials that are valid for a year, today."""
        plan = self._create_plan("A year", validity_months=12)
        if terms:
            plan.policy_id = self.env["beauty.policy"].create({"name": "T", **terms})
        return self._sell_plan(plan)

    def _run_nights(self, day):
        with freeze_time(day):
            self.env["beauty.contract"]._cron_freeze()
            self.env["beauty.contract"]._cron_freeze()
        self.env.invalidate_all()

    def _get_dates(self, contract):
        return contract.date_end, contract.entitlement_ids.date_expiry

    @freeze_time(START)
    def test_frozen_is_refused_at_the_till_and_shown_on_the_card(self):
        contract = self._sell_dated()
        operation = self._operate(contract, "freeze")
        self.assertEqual(contract.state, "frozen")
        self.assertFalse(operation.move_id)
        ticket = self._ticket([self._use_line(contract.entitlement_ids)])
        words = self._assert_refused(RedemptionRefused, ticket)
        self.assertIn("is frozen", words)
        Partner = self.env["res.partner"].with_user(self.cashier)
        (row,) = Partner.get_member_card(self.member.id, self.config.id)["sessions"]
        self.assertFalse(row["can_use"])
        self.assertIn("is frozen", row["reason"])

    @freeze_time(START)
    def test_planned_day_unfreezes_by_itself(self):
        contract = self._sell_dated()
        end, expiry = self._get_dates(contract)
        self._operate(contract, "freeze", freeze_until="2027-02-03")
        self._run_nights("2027-02-03 10:00:00")
        self.assertEqual(contract.state, "frozen")
        self._run_nights("2027-02-10 10:00:00")
        self.assertEqual(contract.state, "active")
        longer = timedelta(days=20)
        self.assertEqual(self._get_dates(contract), (end + longer, expiry + longer))
        unfreeze = contract.operation_ids.filtered(lambda o: o.kind == "unfreeze")
        self.assertEqual((len(unfreeze), unfreeze.frozen_days), (1, 20))
        self.assertEqual(unfreeze.date, fields.Date.to_date("2027-02-04"))
        with freeze_time("2028-02-04 10:00:00"):
            self._use(contract.entitlement_ids)

    @freeze_time(START)
    def test_earlier_unfrozen_counts_the_days_that_it_stood(self):
        contract = self._sell_dated()
        end, expiry = self._get_dates(contract)
        self._operate(contract, "freeze", freeze_until="2027-03-31")
        with freeze_time("2027-01-20 10:00:00"):
            self._operate(contract, "unfreeze")
        longer = timedelta(days=5)
        self.assertEqual(self._get_dates(contract), (end + longer, expiry + longer))
        self._use(contract.entitlement_ids)
        self._close()
        self._assert_ledger_holds()

    @freeze_time(START)
    def test_planned_freeze_starts_at_night(self):
        contract = self._sell_dated()
        self._operate(contract, "freeze", date="2027-01-20", freeze_until="2027-01-24")
        self.assertEqual(contract.state, "active")
        self._use(contract.entitlement_ids)
        self._run_nights("2027-01-20 10:00:00")
        self.assertEqual(contract.state, "frozen")
        self._run_nights("2027-01-25 10:00:00")
        self.assertEqual(contract.state, "active")

    @freeze_time(START)
    def test_days_of_a_pass_do_not_go_by(self):
        holding = self._sell_pass()
        with freeze_time("2027-01-25 10:00:00"):
            # ten days went by, which no night has booked yet
            self._operate(holding.contract_id, "freeze", freeze_until="2027-02-13")
            self._assert_left(holding, 80, 800)
        with freeze_time("2027-02-10 10:00:00"):
            self._release()
            self._assert_left(holding, 80, 800)
        self._run_nights("2027-02-14 03:00:00")
        self.assertEqual(holding.date_expiry, fields.Date.to_date("2027-05-04"))
        with freeze_time("2027-02-16 10:00:00"):
            self._release()
            self._assert_left(holding, 78, 780)
        with freeze_time("2027-05-05 10:00:00"):
            self._release()
            self._assert_left(holding, 0, 0)
        self._assert_ledger_holds()

    @freeze_time(START)
    def test_reversed_it_was_never_frozen(self):
        contract = self._sell_dated()
        dates = self._get_dates(contract)
        freeze = self._operate(contract, "freeze")
        with freeze_time("2027-01-20 10:00:00"):
            unfreeze = self._operate(contract, "unfreeze")
            with self.assertRaisesRegex(MembershipError, "Reverse its unfreezing"):
                freeze.action_reverse()
            unfreeze.action_reverse()
            self.assertEqual(contract.state, "frozen")
            self.assertEqual(self._get_dates(contract), dates)
            freeze.action_reverse()
        self.assertEqual(contract.state, "active")
        self.assertEqual(self._get_dates(contract), dates)
        self.assertFalse(contract.frozen_from)

    @freeze_time(START)
    def test_extension_in_between_stays(self):
        contract = self._sell_dated()
        end, expiry = self._get_dates(contract)
        extension = self._operate(contract, "extend", extend_days=30)
        self._operate(contract, "freeze")
        with freeze_time("2027-01-20 10:00:00"):
            self._operate(contract, "unfreeze")
            extension.action_reverse()
        longer = timedelta(days=5)
        self.assertEqual(self._get_dates(contract), (end + longer, expiry + longer))

    @freeze_time(START)
    def test_above_the_terms_a_second_person_approves(self):
        contract = self._sell_dated(
            freeze_max_days=30, freeze_min_days=7, freeze_max_times=1
        )
        for last in ("2027-03-01", "2027-01-16", False):
            quote = self._operate(contract, "freeze", freeze_until=last)
            self.assertEqual(quote.state, "to_approve")
            self.assertIn("second person", str(quote.calculation))
            quote.action_cancel()
        quote = self._operate(contract, "freeze", freeze_until="2027-02-13")
        self.assertEqual(quote.state, "done")
        self._run_nights("2027-02-14 10:00:00")
        with freeze_time("2027-03-01 10:00:00"):
            again = self._operate(contract, "freeze", freeze_until="2027-03-10")
            self.assertEqual(again.state, "to_approve")
            again.with_user(self.manager_2).action_approve()
            self.assertEqual(contract.state, "frozen")

    @freeze_time(START)
    def test_what_cannot_be_frozen_says_why(self):
        contract = self._sell_dated(can_freeze=False)
        with self.assertRaisesRegex(MembershipError, "by its terms"):
            self._operate(contract, "freeze")
        contract = self._sell_dated()
        self._use(contract.entitlement_ids)
        with self.assertRaisesRegex(MembershipError, "was used on"):
            self._operate(contract, "freeze")
        self._operate(contract, "freeze", date="2027-01-16")
        with self.assertRaisesRegex(MembershipError, "already"):
            self._operate(contract, "freeze", date="2027-02-16")
        with self.assertRaisesRegex(MembershipError, "planned"):
            self._operate(contract, "transfer", to_partner_id=self.other_member)

    @freeze_time(START)
    def test_frozen_is_not_transferred_or_adjusted(self):
        contract = self._sell_dated()
        self._operate(contract, "freeze")
        with self.assertRaisesRegex(MembershipError, "Unfreeze it first"):
            self._operate(contract, "transfer", to_partner_id=self.other_member)

    def test_extension_above_the_terms_needs_a_second_person(self):
        contract = self._sell_dated(extend_max_days=30)
        self.assertEqual(
            self._operate(contract, "extend", extend_days=30).state, "done"
        )
        quote = self._operate(contract, "extend", extend_days=31)
        self.assertEqual(quote.state, "to_approve")
        quote.with_user(self.manager_2).action_approve()
        self.assertEqual(quote.state, "done")
