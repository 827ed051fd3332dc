# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import float_compare

from ..exceptions import RedemptionRefused
from .pos_order import PAID


class PosOrder(models.Model):
    """How the lines of a ticket use holdings, and how refunds give them back."""

    _inherit = "pos.order"

    # Uses

    def _redeem(self, lines, payment, amounts):
        """Check each use against its holding, then post all of them at once."""
        left = {}
        vals_list = []
        for line in lines:
            holding = self._get_holding(line)
            value = self._get_use_value(line, holding, amounts[line][1], left)
            self._ensure_exact_taxes(line, *amounts[line])
            if line.entitlement_id != holding:
                line.entitlement_id = holding
            vals_list.append(self._prepare_redeem_vals(line, holding, value, payment))
        if vals_list:
            self.env["beauty.entitlement"]._post_entry(vals_list)

    def _get_holding(self, line):
        """Return the holding a line uses: named, or of the plan on this ticket."""
        if not line.plan_line_uuid:
            return line.entitlement_id
        plan_line = self.lines.filtered(lambda other: other.uuid == line.plan_line_uuid)
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "in", plan_line.ids)], order="id"
        )
        fitting = contracts.entitlement_ids.filtered(
            lambda h: line.product_id in h.product_ids
        )
        if line.entitlement_id and line.entitlement_id not in fitting or not fitting:
            raise RedemptionRefused(
                self.env._(
                    "The package on this ticket has no %s.",
                    line.product_id.display_name,
                )
            )
        return line.entitlement_id or fitting[0]

    def _get_use_value(self, line, holding, total, left):
        """Return what a use is worth; refuse one that does not fit to the cent.

        :param dict left: {holding: (units, money)} after earlier lines of the ticket
        :return: money, the book value of the units used
        :raises RedemptionRefused: says why
        """
        count = int(line.qty)
        if count != line.qty or count < 1:
            raise RedemptionRefused(self.env._("Sessions are used whole, one or more."))
        units = count * holding._get_units(line.product_id)
        remaining, money = left.get(
            holding, (holding.remaining, holding.amount_remaining)
        )
        refusal = self._get_use_refusal(line, holding, units, remaining)
        if refusal:
            raise RedemptionRefused(refusal)
        value = holding._get_take_value(units, remaining, money)
        left[holding] = (remaining - units, self.currency_id.round(money - value))
        if self.currency_id.compare_amounts(total, value) != 0:
            raise RedemptionRefused(
                self.env._(
                    "The card has changed: %(units)s x %(name)s is worth %(value)s, "
                    "not %(total)s. Remove the use and add it again.",
                    units=units,
                    name=holding.display_name,
                    value=self.currency_id.format(value),
                    total=self.currency_id.format(total),
                )
            )
        return value

    def _get_use_refusal(self, line, holding, units, remaining):
        """Say why a line cannot use that holding, or nothing."""
        refusal = self._get_holder_refusal(line, holding, units)
        if refusal:
            return refusal
        if holding.kind not in ("session", "pass"):
            return self.env._("%s is not used by the session.", holding.display_name)
        if line.discount or line.tax_ids != self._get_use_taxes(line, holding):
            return self.env._("A use keeps the price and taxes of its contract.")
        if units > remaining:
            units = int(max(units, holding.remaining + 1))
        return holding._get_refusal(
            self._get_membership_date(),
            line.product_id,
            self.config_id.beauty_shop_id,
            units,
        )

    def _get_holder_refusal(self, line, holding, units):
        """Say why who comes cannot use what that member holds, or nothing."""
        if (
            holding.partner_id != self.partner_id
            or holding.company_id != self.company_id
        ):
            return self.env._("These sessions belong to another member.")
        return ""

    def _get_use_taxes(self, line, holding):
        """Return the taxes of a use: its service's, or none if the sale was taxed."""
        if holding.contract_id.tax_point == "sale":
            return self.env["account.tax"]
        return self._get_product_taxes(line)

    def _prepare_redeem_vals(self, line, holding, value, payment):
        return {
            "entitlement_id": holding.id,
            "movement": "redeem",
            "quantity": -int(line.qty) * holding._get_units(line.product_id),
            "amount": -value,
            "idempotency_key": f"redeem:{line.uuid}",
            "date": self._get_membership_date(),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
        }

    # Giving back

    def _give_back(self, lines, payment, amounts):
        """Restore what refund lines give back, with the value and expiry it had."""
        for line in lines:
            entry = self._get_refunded_entry(line)
            units = self._get_units_back(line, entry)
            value = self.env["beauty.entitlement"]._get_give_back(entry, units)
            if value is None or int(line.qty) != line.qty:
                raise RedemptionRefused(self.env._("This use was given back already."))
            if self.currency_id.compare_amounts(amounts[line][1], -value) != 0:
                raise RedemptionRefused(
                    self.env._("A use is given back at the value it took.")
                )
            self._ensure_exact_taxes(line, *amounts[line])
            entry.entitlement_id._post_entry(
                [self._prepare_restore_vals(line, entry, units, value, payment)]
            )
            self._mark_undone(line, entry.pos_order_line_id)

    def _get_units_back(self, line, entry):
        """Return the units that a refund line gives back, of those its use took."""
        taken = -entry.quantity / (entry.pos_order_line_id.qty or 1.0)
        return int(round(-line.qty * taken))

    def _get_refunded_entry(self, line):
        """Return the entry of the use that a refund line gives back."""
        original = line.refunded_orderline_id
        entry = self.env["beauty.entry"].search(
            [("pos_order_line_id", "=", original.id), ("movement", "=", "redeem")]
        )
        if not original or len(entry) != 1:
            raise RedemptionRefused(
                self.env._("A use is given back from the ticket that used it.")
            )
        self._ensure_same_member(original.order_id.partner_id)
        if line.product_id != original.product_id:
            raise RedemptionRefused(
                self.env._("A refund keeps the service of the use.")
            )
        return entry

    def _prepare_restore_vals(self, line, entry, units, value, payment):
        return {
            "entitlement_id": entry.entitlement_id.id,
            "movement": "restore",
            "quantity": units,
            "amount": value,
            "idempotency_key": f"restore:{line.uuid}",
            "date": fields.Date.context_today(self),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
            "reversed_entry_id": entry.id,
            "reason": self.beauty_reason
            or self.env._("Refund of %s", entry.pos_order_line_id.order_id.name),
        }

    def _mark_undone(self, line, original):
        """The log of a service that came back whole says so; its performance goes."""
        back = original.refund_orderline_ids.filtered(
            lambda back: (
                back._gives_back()
                and (back.order_id.state in PAID or back.order_id == self)
            )
        )
        if (
            float_compare(-sum(back.mapped("qty")), original.qty, precision_digits=2)
            >= 0
        ):
            reason = self.beauty_reason or self.env._("Refunded by %s", self.name)
            logs = self.env["beauty.service.log"].search(
                [("pos_order_line_id", "=", original.id), ("is_undone", "=", False)]
            )
            logs._mark_undone(reason)
