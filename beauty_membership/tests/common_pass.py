# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common import BeautyMembershipCommon

START = "2027-01-15 10:00:00"


class PassCommon(BeautyMembershipCommon):
    """A pass of 90 days for 900, sold on 15 January: 10 a day."""

    @classmethod
    def _create_pass(cls, price=900, days=90, products=None, **values):
        plan_values = {
            name: values.pop(name) for name in ("tax_point",) if name in values
        }
        line = {
            "kind": "pass",
            "quantity": days,
            "product_ids": [Command.set((products or cls.facial).ids)],
            **values,
        }
        return cls._create_plan(
            f"{days} days", price, line_ids=[Command.create(line)], **plan_values
        )

    def _sell_pass(self, plan=None, close=True, **values):
        """Sell a pass; its register closes, so that its days can be booked."""
        holding = self._sell_plan(plan or self._create_pass(**values)).entitlement_ids
        if close:
            self._reopen()
        return holding

    def _reopen(self):
        self._close()
        self.session = self._open_session(self.config)

    def _visit_line(self, holding, product=None, **values):
        values = {
            "taxes": self.env["account.tax"],
            "entitlement_id": holding.id,
            "price_type": "automatic",
            "technician_id": self.technician.id,
            **values,
        }
        price = values.pop("price", 0)
        return self._line(product or holding.product_ids[:1], price, **values)

    def _visit(self, holding, **values):
        return self._sync(self._ticket([self._visit_line(holding, **values)]))

    def _release(self):
        self.env["beauty.entitlement"]._cron_release_passes()
        self.env.invalidate_all()

    def _get_moves(self):
        return self.env["account.move"].search(
            [("beauty_release_on", "!=", False)], order="date"
        )

    def _get_pass_row(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)["passes"][0]

    def _assert_left(self, holding, days, money):
        values = {"remaining": days, "amount_remaining": money}
        self.assertRecordValues(holding, [values])
