# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.tiers import Decision, Numbers, get_index
from .beauty_tier_change import PLAN


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

    def _give_tier(self, **origin):
        """A plan gives its tier, unless she has a better one; the same lasts longer.

        :param origin: where the change came from, such as pos_order_id
        """
        for contract in self:
            company = contract.company_id
            member = contract.partner_id.with_company(company)
            ladder = self.env["beauty.tier"]._get_ladder(company)
            new, old = (
                get_index(ladder, t.id) for t in (contract.tier_id, member.tier_id)
            )
            until, has = contract.tier_valid_until, member.tier_valid_until
            if new > old or (new == old and has and (not until or until > has)):
                decision = Decision(PLAN, contract.tier_id.id, until)
                reason = self.env._("Bought with %s", contract.name)
                values = {"reason": reason, "contract_id": contract.id}
                self.env["beauty.tier.change"]._record(
                    company, [(member, decision, Numbers(), values)], **origin
                )

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
