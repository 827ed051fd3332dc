# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestUndo(BeautyMembershipCommon):
    """Undo from the card, refunds from the ticket, technicians corrected."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids
        self.order = self._use(self.holding)
        self.log = self._get_log(self.order)

    def _get_log(self, order):
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )

    def _undo(self, **values):
        values = {"reason": "Wrong item", **values}
        return self.log.with_user(self.cashier).action_undo(self.config.id, **values)

    def test_undo_gives_the_session_back(self):
        result = self._undo()
        self.assertTrue(result["ok"], result)
        self.assertEqual(result["card"]["sessions"][0]["remaining"], 10)
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (10, 960)
        )
        restore = self.holding.entry_ids.filtered(lambda e: e.movement == "restore")
        self.assertEqual(restore.reason, "Wrong item")
        self.assertEqual(restore.reversed_entry_id.movement, "redeem")
        self.assertTrue(self.log.is_undone)
        self.assertEqual(sum(self.log.performance_ids.mapped("amount")), 0.0)
        self._close()
        self._assert_ledger_holds()

    def test_undo_needs_a_reason(self):
        result = self._undo(reason=" ")
        self.assertEqual((result["ok"], result["needs"]), (False, "reason"))

    def test_undo_twice_is_refused(self):
        self._undo()
        result = self._undo()
        self.assertEqual((result["ok"], result["needs"]), (False, ""))
        self.assertEqual(self.holding.remaining, 10)

    def test_undo_the_day_after_needs_a_managers_pin(self):
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=1)):
            self.assertEqual(self._undo()["needs"], "pin")
            self.assertEqual(self._undo(pin="9999")["needs"], "pin")
            self.assertEqual(self.holding.remaining, 9)
            self.assertTrue(self._undo(pin="1234")["ok"])

    def test_pin_is_asked_where_employees_log_in(self):
        self.config.module_pos_hr = True
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=1)):
            result = self.log.action_undo(self.config.id, "Wrong item")
            self.assertEqual(result["needs"], "pin")

    def test_manager_undoes_in_the_back_office(self):
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=1)):
            wizard = self.env["beauty.undo.wizard"].create(
                {"service_log_id": self.log.id, "reason": "Wrong item"}
            )
            wizard.action_undo()
        self.assertEqual(self.holding.remaining, 10)

    def test_wrong_pins_lock_the_register(self):
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=1)):
            for _i in range(5):
                self._undo(pin="0000")
            self.assertIn("Too many", self._undo(pin="1234")["message"])
        with freeze_time(
            fields.Datetime.add(fields.Datetime.now(), days=1, minutes=11)
        ):
            self.assertTrue(self._undo(pin="1234")["ok"])

    def test_undo_without_open_register_is_refused(self):
        self._close()
        with self.assertRaises(MembershipError):
            self._undo()

    def test_undo_keeps_the_expiry(self):
        expiry = self.holding.date_expiry
        self._undo()
        self.assertEqual(self.holding.date_expiry, expiry)

    def test_undo_of_the_last_unit_gives_the_rest_back(self):
        plan = self._create_plan("Odd", 833.33)
        holding = self._sell_plan(plan).entitlement_ids
        for _i in range(9):
            self._use(holding)
        self.log = self._get_log(self._use(holding))
        self.assertTrue(self._undo()["ok"])
        self.assertEqual((holding.remaining, holding.amount_remaining), (1, 83.36))

    def test_undo_of_a_use_taxed_on_top(self):
        self._close()
        self.session = self._open_session(self.config)
        self.vat.price_include_override = "tax_excluded"
        holding = self._sell_plan(self._create_plan("Odd", 833.33)).entitlement_ids
        for _i in range(3):
            self.log = self._get_log(self._use(holding))
        self.assertTrue(self._undo()["ok"])
        self.assertEqual(holding.remaining, 8)
        self._close()
        self._assert_ledger_holds()

    def test_undo_as_a_stranger_is_refused(self):
        stranger = new_test_user(self.env, "stranger", groups="base.group_user")
        with self.assertRaises(AccessError):
            self.log.with_user(stranger).action_undo(self.config.id, "x")

    def test_refund_of_the_ticket_gives_the_session_back(self):
        lines = self._refund_lines(self.order.lines)
        refund = self._sync(self._ticket(lines, payments=[(self.prepaid, -96.0)]))
        self.assertEqual(refund.state, "paid")
        self.assertEqual(self.holding.remaining, 10)
        self.assertTrue(self.log.is_undone)
        self._close()
        self._assert_ledger_holds()

    def test_refund_of_a_use_in_cash_is_refused(self):
        lines = self._refund_lines(self.order.lines)
        self._assert_refused(
            RedemptionRefused, self._ticket(lines, payments=[(self.cash, -96.0)])
        )

    def test_refund_of_a_use_twice_is_refused(self):
        lines = self._refund_lines(self.order.lines)
        self._sync(self._ticket(lines, payments=[(self.prepaid, -96.0)]))
        lines = self._refund_lines(self.order.lines)
        self._assert_refused(
            RedemptionRefused, self._ticket(lines, payments=[(self.prepaid, -96.0)])
        )

    def test_refund_for_another_member_is_refused(self):
        ticket = self._ticket(
            self._refund_lines(self.order.lines),
            self.other_member,
            payments=[(self.prepaid, -96.0)],
        )
        self._assert_refused(MembershipError, ticket)

    def test_refund_of_a_part_used_plan_is_refused(self):
        lines = self._refund_lines(self.contract.pos_order_line_id)
        message = self._assert_refused(
            GrantRefused, self._ticket(lines, payments=[(self.cash, -960.0)])
        )
        self.assertIn(self.contract.name, message)

    def test_refund_of_an_untouched_plan_closes_its_contract(self):
        self._undo()
        lines = self._refund_lines(self.contract.pos_order_line_id)
        self._sync(self._ticket(lines, payments=[(self.cash, -960.0)]))
        self.assertEqual(self.contract.state, "closed")
        self.assertEqual(
            (self.holding.remaining, self.holding.amount_remaining), (0, 0)
        )
        self._close()
        self._assert_ledger_holds()

    def test_refund_of_a_plan_for_more_is_refused(self):
        self._undo()
        lines = self._refund_lines(self.contract.pos_order_line_id)
        lines[0].update(
            price_unit=2000, price_subtotal_incl=-2000, price_subtotal=-2000
        )
        self._assert_refused(
            GrantRefused, self._ticket(lines, payments=[(self.cash, -2000.0)])
        )

    def test_refund_of_a_plan_taxed_at_sale(self):
        contract = self._sell_plan(self._create_plan("S", tax_point="sale"))
        lines = self._refund_lines(contract.pos_order_line_id)
        self._sync(self._ticket(lines, payments=[(self.cash, -960.0)]))
        self.assertEqual(contract.state, "closed")
        self._close()
        self._assert_ledger_holds()

    def test_technician_is_corrected_without_money(self):
        entries = self.holding.entry_ids
        result = self.log.with_user(self.cashier).action_change_technician(
            self.technician_2.id, self.config.id
        )
        self.assertEqual(result["card"]["recent"][0]["technician_name"], "Tech Lan")
        self.assertEqual(self.log.technician_id, self.technician_2)
        self.assertEqual(self.log.performance_ids.employee_id, self.technician_2)
        self.assertEqual(self.holding.entry_ids, entries)
        self.env.flush_all()
        self.assertEqual(self.order.lines.technician_id, self.technician_2)

    def test_technician_is_no_cashier(self):
        with self.assertRaises(MembershipError):
            self.log.with_user(self.cashier).action_change_technician(
                self.manager_employee.id
            )

    def test_log_is_not_written_by_hand(self):
        technician = new_test_user(
            self.env, "tech_user", groups="beauty_membership.group_technician"
        )
        log = self.log.with_user(technician)
        log.note = "Dry skin"
        with self.assertRaises(MembershipError):
            log.write({"amount": 1000})
