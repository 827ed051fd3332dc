# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.tiers import (
    EARNED,
    Decision,
    Numbers,
    decide,
    get_index,
    get_missing,
    get_reached,
    is_reached,
)
from .beauty_tier_change import MERGED, PLAN, TAKEN_BACK, WARNING


class PosOrder(models.Model):
    """A ticket gives the tier it earns or sells; its refund takes that back."""

    _inherit = "pos.order"

    def _settle_tier(self, amounts):
        """Upgrade at once; the new price applies from the next ticket."""
        res = super()._settle_tier(amounts)
        member = self.partner_id.with_company(self.company_id)
        contracts = self._get_tier_contracts()
        if not (member.member_number or member.tier_id or contracts):
            return res
        before = member.tier_id
        self._take_back_tier(member)
        contracts._give_tier(pos_order_id=self.id)
        self._give_earned_tier(member)
        if member.tier_id != before:
            self._show_tier(member)
        return res

    def read_pos_data(self, data, config):
        """The till learns the new tier, and with it the prices of the next ticket."""
        result = super().read_pos_data(data, config)
        moved = self.filtered(lambda order: order._has_tier_row())
        if config and moved:
            rows = self.env["res.partner"]._load_pos_data_read(moved.partner_id, config)
            result["res.partner"] = [*result.get("res.partner", []), *rows]
        return result

    def _has_tier_row(self):
        return any(row.get("kind") == "tier" for row in self.membership_summary or [])

    def _get_tier_contracts(self):
        """Return the contracts on this ticket that carry a tier and are paid."""
        lines = self.lines.filtered(
            lambda line: (
                line.qty > 0
                and line.product_id.is_membership_plan
                and line.product_id.plan_ids.tier_id
            )
        )
        if not lines:
            return self.env["beauty.contract"]
        return self._get_contracts_of(lines).filtered(
            lambda contract: (
                contract.tier_id and self.currency_id.is_zero(contract.amount_due)
            )
        )

    def _get_contracts_of(self, lines):
        """Return the contracts that lines of the ticket sell or pay arrears of."""
        domain = [("pos_order_line_id", "in", lines.ids)]
        return (
            self.env["beauty.contract"].search(domain, order="id") | lines.contract_id
        )

    def _give_earned_tier(self, member):
        """Look at the numbers only where there is a better tier to reach."""
        Tier = self.env["beauty.tier"]
        ladder, tier_id = Tier._get_ladder(self.company_id), member.tier_id.id
        is_first = get_reached(ladder, {}) > get_index(ladder, tier_id)
        if not (is_first or get_missing(ladder, tier_id, {})):
            return
        today = Tier._get_today(self.company_id)
        numbers = self._fetch_tier_numbers(member)
        until = member.tier_valid_until or None
        decision = decide(ladder, tier_id or None, until, today, numbers)
        if decision and decision.kind == EARNED:
            months = ladder[get_index(ladder, decision.tier_id)].window_months
            self._record_tier(member, decision, numbers.get(months, Numbers()))

    def _fetch_tier_numbers(self, member):
        Tier = self.env["beauty.tier"]
        today = Tier._get_today(self.company_id)
        return Tier._fetch_numbers(self.company_id, today, member, self)[member.id]

    def _record_tier(self, member, decision, numbers, **values):
        self.env["beauty.tier.change"]._record(
            self.company_id,
            [(member, decision, numbers, values)],
            pos_order_id=self.id,
        )

    # Refunds

    def _take_back_tier(self, member, refunded=None):
        """What a refunded ticket sold or earned goes, if nothing else holds it.

        The log is walked back to the last change that still stands.

        :param refunded: pos.order; those that this ticket refunds if None
        """
        if refunded is None:
            refunded = self.lines.refunded_orderline_id.order_id
        if not (refunded and member.tier_id):
            return
        changes = self._get_tier_changes(member)
        if changes[:1].to_tier_id != member.tier_id:
            return
        numbers = {}
        void = self.env["beauty.tier.change"]
        for change in changes:
            if change.kind == EARNED and change.pos_order_id in refunded:
                numbers = numbers or self._fetch_tier_numbers(member)
            if not self._is_void(change, refunded, numbers):
                break
            void |= change
        if void:
            self._restore_tier(
                member, void, numbers or self._fetch_tier_numbers(member)
            )

    def _get_tier_changes(self, member):
        return self.env["beauty.tier.change"].search(
            [
                ("partner_id", "=", member.id),
                ("company_id", "=", self.company_id.id),
                ("kind", "not in", (WARNING, MERGED)),
            ],
            order="id desc",
        )

    def _is_void(self, change, refunded, numbers):
        """Whether what a change was made for is no more."""
        if change.kind == PLAN:
            return change.contract_id.state == "closed"
        if change.kind != EARNED or change.pos_order_id not in refunded:
            return False
        ladder = self.env["beauty.tier"]._get_ladder(self.company_id)
        index = get_index(ladder, change.to_tier_id.id)
        return index >= 0 and not is_reached(ladder, ladder[index], numbers)

    def _restore_tier(self, member, void, numbers):
        """Go back to the tier before, or to a better one that the numbers reach."""
        Tier = self.env["beauty.tier"]
        ladder = Tier._get_ladder(self.company_id)
        today = Tier._get_today(self.company_id)
        first = void[-1]
        until = first.from_valid_until or None
        decision = decide(ladder, first.from_tier_id.id or None, until, today, numbers)
        if decision:
            until, tier_id = decision.valid_until, decision.tier_id
        else:
            tier_id = first.from_tier_id.id or None
        reason = self.env._("Refunded: %s", ", ".join(void.mapped("reason")))
        self._take_back_gifts(void)
        self._record_tier(
            member, Decision(TAKEN_BACK, tier_id, until), Numbers(), reason=reason
        )

    def _take_back_gifts(self, changes):
        """Gifts of a tier that goes are taken back as long as they are untouched."""
        contracts = self.env["beauty.contract"].search(
            [("tier_change_id", "in", changes.ids)]
        )
        for contract in contracts.filtered(lambda c: c._is_untouched()):
            contract._take_back_gift(self)

    def _show_tier(self, member):
        """The cashier sees it on receipt and till; the card is read again."""
        row = {
            "kind": "tier",
            "name": member.tier_id.name or "",
            "used": 0,
            "remaining": False,
            "date_expiry": fields.Date.to_string(member.tier_valid_until) or False,
        }
        self.write(
            {
                "membership_settled_on": self.membership_settled_on
                or fields.Datetime.now(),
                "membership_summary": [*(self.membership_summary or []), row],
            }
        )
        self._notify_member_changed(self.partner_id)
