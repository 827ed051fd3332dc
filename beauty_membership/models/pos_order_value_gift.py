# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.gift_code import mask, normalise


class PosOrder(models.Model):
    """A gift card spent by its code: its value pays, no customer is needed."""

    _inherit = "pos.order"

    gift_code = fields.Char(
        string="Gift Card Code",
        copy=False,
        help="Whose value pays this ticket; once captured only its end is kept.",
    )
    gift_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="Paid by Gift Card",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )

    def _get_value_holdings(self):
        """The code names the value that pays, instead of the customer's own."""
        if not self.gift_code:
            return super()._get_value_holdings()
        return self._get_gift().entitlement_ids.filtered(
            lambda h: h.kind == "value" and h.remaining > 0
        )

    def _finish_settlement(self, plan_lines, use_lines):
        """The code is not kept where every cashier can read it."""
        res = super()._finish_settlement(plan_lines, use_lines)
        if self.gift_code:
            self.write(
                {
                    "gift_contract_id": self._get_gift().id,
                    "gift_code": mask(normalise(self.gift_code)),
                }
            )
        return res

    def _get_gift(self):
        """Return the gift card whose code the ticket names; a wrong one counts.

        :raises MembershipError: if there is none, or a member has it
        """
        Contract = self.env["beauty.contract"]
        contract = Contract._search_gift(self.gift_code, self.config_id)
        contract = contract or Contract._find_gift(self.gift_code, self.config_id)
        contract._ensure_unclaimed()
        return contract
