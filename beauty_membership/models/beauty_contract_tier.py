# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyContract(models.Model):
    """A contract keeps the tier it was sold with; what the house gave says so."""

    _inherit = "beauty.contract"

    tier_id = fields.Many2one("beauty.tier", ondelete="restrict", string="Tier Given")
    tier_valid_until = fields.Date(
        string="Tier Given Until", help="Last day of the tier. Empty: for ever."
    )
    is_gift = fields.Boolean(
        string="Given Free", readonly=True, help="The house gave it; nothing was paid."
    )
    tier_change_id = fields.Many2one(
        comodel_name="beauty.tier.change",
        string="Gift for a Tier",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )

    def _prepare_entitlement_vals(self, plan_line, amount):
        """Nothing was paid for a gift: all it holds is a gift."""
        vals = super()._prepare_entitlement_vals(plan_line, amount)
        return vals | {"is_bonus": True} if self.is_gift else vals

    def _take_back_gift(self, order):
        """Close an untouched gift of a tier that the refund of a ticket takes back.

        :param order: pos.order of the refund
        """
        self.ensure_one()
        self.entitlement_ids._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "refund",
                    "quantity": -holding.remaining,
                    "amount": -holding.amount_remaining,
                    "idempotency_key": f"gift:{holding.id}:{order.uuid}",
                    "shop_id": order.config_id.beauty_shop_id.id,
                }
                for holding in self.entitlement_ids
            ]
        )
        self.state = "closed"
