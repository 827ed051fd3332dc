# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import MembershipError
from ..rules.money import from_cents, to_cents
from ..rules.transfer import split_like


class BeautyOperation(models.Model):
    """Which transfers are possible, and the words that say why others are not."""

    _inherit = "beauty.operation"

    def _ensure_possible_transfer(self):
        self._ensure_not_frozen()
        self._ensure_has_lines()
        refusal = self._get_transfer_refusal() or self._get_lots_refusal()
        if refusal:
            raise MembershipError(refusal)

    def _ensure_has_lines(self):
        if not any(line.quantity > 0 for line in self.line_ids):
            raise MembershipError(self.env._("There is nothing left to move."))

    def _get_transfer_refusal(self):
        """Say why the contract does not move, or nothing."""
        contract = self.contract_id
        if contract.transfer == "none":
            return self.env._("%s goes to nobody else, by its terms.", contract.name)
        if not contract.partner_id:
            return self.env._(
                "%s is nobody's yet. Claim the gift card for the member with its code "
                "instead.",
                contract.name,
            )
        if not self.to_partner_id:
            return self.env._("Choose the member who gets it.")
        if self.to_partner_id == contract.partner_id:
            return self.env._("She has it already.")
        if contract.frozen_from:
            return self.env._(
                "A freeze of %s is planned. Unfreeze it first.", contract.name
            )
        if contract.amount_due:
            return self.env._(
                "%s is not paid yet. Collect the arrears at the till first.",
                contract.name,
            )
        return ""

    def _get_lots_refusal(self):
        """Say why not so: a pass moves whole, a gift with its value; or nothing."""
        for line in self.line_ids:
            holding = line.entitlement_id
            if holding.kind == "pass" and 0 < line.quantity < holding.remaining:
                return self.env._(
                    "A pass moves whole: %(days)g days of %(name)s.",
                    days=holding.remaining,
                    name=holding.display_name,
                )
        return self._get_value_refusal()

    def _get_value_refusal(self):
        """Principal and gift of stored value go together, in proportion."""
        value = self.contract_id.entitlement_ids.filtered(
            lambda h: h.kind == "value" and h.remaining
        )
        gifts = value.filtered("is_bonus")
        principal = value - gifts
        digits = self.currency_id.decimal_places
        moved = {line.entitlement_id: line.quantity for line in self.line_ids}
        if not principal or not gifts:
            return ""
        parts = split_like(
            to_cents(sum(moved.get(h, 0.0) for h in principal), digits),
            to_cents(sum(principal.mapped("remaining")), digits),
            [to_cents(gift.remaining, digits) for gift in gifts],
        )
        for gift, part in zip(gifts, parts, strict=True):
            expected = from_cents(part, digits)
            if self.currency_id.compare_amounts(moved.get(gift, 0.0), expected):
                return self.env._(
                    "The gift goes with the value it came with: move %s of it.",
                    self.currency_id.format(expected),
                )
        return ""
