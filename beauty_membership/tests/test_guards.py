# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..exceptions import MembershipError, RedemptionRefused
from .common_sharing import SharingCommon


@tagged("post_install", "-at_install")
class TestGuards(SharingCommon):
    """Checks of tickets and forms that no other story meets, one test each."""

    def _get_refund(self, order, **values):
        (line,) = self._refund_lines(order.lines)
        return {**line, **values}

    def test_refund_that_sells_again_is_refused(self):
        order = self._sync(self._ticket([self._line(self.serum)]))
        line = self._line(self.serum, refunded_orderline_id=order.lines.id)
        message = self._assert_refused(MembershipError, self._ticket([line]))
        self.assertIn("sells it again", message)

    def test_refund_of_a_use_as_another_service_is_refused(self):
        line = self._get_refund(self._use(self.holding), product_id=self.massage.id)
        ticket = self._ticket([line], payments=[(self.prepaid, -96.0)])
        message = self._assert_refused(RedemptionRefused, ticket)
        self.assertIn("keeps the service", message)

    def test_log_is_undone_when_all_of_its_use_came_back(self):
        order = self._sync(self._ticket([self._use_line(self.holding, units=2)]))
        log = self._get_log(order)
        totals = {"price_subtotal": -80.0, "price_subtotal_incl": -96.0}
        for is_undone in (False, True):
            line = self._get_refund(order, qty=-1, extra_tax_data=False, **totals)
            self._sync(self._ticket([line]))
            self.assertEqual(log.is_undone, is_undone)

    def _change_technician(self, log, employee):
        log = log.with_user(self.cashier)
        return log.action_change_technician(employee.id, self.config.id)

    def test_technician_of_an_undone_use_stays(self):
        log = self._get_log(self._use(self.holding))
        log.with_user(self.cashier).action_undo(self.config.id, "Wrong item")
        with self.assertRaises(MembershipError):
            self._change_technician(log, self.technician_2)
        self.assertEqual(log.technician_id, self.technician)

    def test_plan_grants_no_other_plan(self):
        product = self.plan.product_tmpl_id.product_variant_id
        with self.assertRaisesRegex(ValidationError, "another plan"):
            self._create_plan("Plan of plans", lines=[(product, 1)])

    def test_step_gives_no_other_plan(self):
        product = self.plan.product_tmpl_id.product_variant_id
        step = {
            "amount": 500,
            "kind": "session",
            "product_ids": [Command.set(product.ids)],
        }
        with self.assertRaisesRegex(ValidationError, "another plan"):
            self.plan.step_ids = [Command.create(step)]

    def test_sold_plan_stays_in_its_company(self):
        other = self.setup_other_company(name="Second salon")["company"]
        self.env.user.company_ids |= other
        with self.assertRaisesRegex(ValidationError, "another company"):
            self.plan.company_id = other
            self.env.flush_all()

    def test_neither_the_owner_nor_anybody_twice_is_named(self):
        self._share()
        for partner in (self.member, self.other_member):
            with self.assertRaisesRegex(ValidationError, "already"):
                self._share(partner_id=partner.id)
