# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import contextmanager

from odoo.exceptions import UserError

from .common import BeautyMembershipCommon


class AttackCommon(BeautyMembershipCommon):
    """A member with ten facials, and somebody with devtools."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids
        self.Order = self.env["pos.order"].with_user(self.cashier)

    @contextmanager
    def _refused(self, error=UserError):
        """What happens inside raises and leaves no row behind."""
        before = self._count_rows()
        with self.assertRaises(error), self.env.cr.savepoint():
            yield
            self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(self._count_rows(), before)

    def _draft(self, lines, **values):
        return self._sync(self._ticket(lines, state="draft", **values)).with_user(
            self.cashier
        )

    def _get_log(self, order):
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )
