# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.authority import Sale
from ..rules.money import to_cents


class PosOrderLine(models.Model):
    """What a line gives away against the price list."""

    _inherit = "pos.order.line"

    def _is_judged(self):
        """Uses, refunds, arrears, free amounts, tips and rewards have no list price."""
        self.ensure_one()
        return not (
            self._is_use()
            or self._gives_back()
            or self.contract_id
            or self.product_id.product_tmpl_id.plan_ids[:1].is_open_amount
            or self._is_combo_part()
            or self.product_id == self.order_id.config_id.tip_product_id
            or self._is_loyalty_reward()
        )

    def _is_combo_part(self):
        """Whether the price of the combo that the line names covers it."""
        return self in self.combo_parent_id._get_combo_parts()

    def _get_combo_parts(self):
        """Return the lines that are choices of this combo, as many as it has."""
        parts = self.browse()
        for combo in self.product_id.combo_ids:
            chosen = self.combo_line_ids.filtered(
                lambda line, combo=combo: (
                    line.order_id == self.order_id
                    and line.combo_item_id.combo_id == combo
                    and line.combo_item_id.product_id == line.product_id
                )
            )
            if sum(chosen.mapped("qty")) <= self.qty * combo.qty_max:
                parts |= chosen
        return parts

    def _is_loyalty_reward(self):
        reward = self.reward_id
        products = reward.discount_line_product_id | reward.reward_product_ids
        return self.is_reward_line and self.product_id in products

    def _prepare_sale(self, pricelists):
        """Return the line as the rule of authority sees it.

        :param pricelists: product.pricelist she may use
        """
        self.ensure_one()
        digits = self.order_id.currency_id.decimal_places
        paid = self._get_paid_total()
        # a line that takes money off has no price of its own
        has_price = self.qty > 0 and paid >= 0
        listed = self._get_listed_total(pricelists) if has_price else 0.0
        is_gift = listed > 0 and not to_cents(paid, digits)
        return Sale(
            listed=to_cents(listed, digits),
            paid=to_cents(paid, digits),
            is_price_changed=self.price_type != "original",
            gift_sessions=self._count_sold_sessions() if is_gift else 0,
        )

    def _get_paid_total(self):
        """Return the money of the line, with what is paid by card or later."""
        lines = self | self._get_combo_parts()
        total = sum(
            line._compute_amount_line_all()["price_subtotal_incl"] for line in lines
        )
        covered = self.bonus_amount + self.points_amount
        return total + covered + self.plan_amount_due

    def _get_listed_total(self, pricelists):
        """Return what the price list asks for the line, taxes included.

        A price that the till calls original is believed: it may have loaded the list
        before it changed. Such a line is flagged at night if it differs.
        """
        order = self.order_id
        taxes = order._get_product_taxes(self)
        mapped = order.fiscal_position_id.map_tax(taxes)
        if self.price_type == "original" and order._uses_one_of(pricelists):
            unit = self.price_unit
        else:
            unit = self._get_listed_unit(pricelists)
            unit = taxes._adapt_price_unit_to_another_taxes(
                unit, self.product_id, taxes, mapped
            )
        total = mapped.compute_all(unit, order.currency_id, self.qty, self.product_id)
        children = self._get_combo_parts()
        extra = sum(child.combo_item_id.extra_price * child.qty for child in children)
        return total["total_included"] + extra

    def _get_listed_unit(self, pricelists):
        order = self.order_id
        pricelist = order.pricelist_id
        if not order._uses_one_of(pricelists):
            pricelist = pricelists[:1]
        price = pricelist._get_product_price(
            self.product_id,
            self.qty,
            currency=order.currency_id,
            date=order.date_order,
        )
        return price + max(0.0, self.price_extra)

    def _count_sold_sessions(self):
        """Return how many sessions the line grants, of plans."""
        lines = self.product_id.product_tmpl_id.plan_ids[:1].line_ids
        sessions = lines.filtered(lambda row: row.kind == "session")
        return int(sum(sessions.mapped("quantity")) * self.qty)

    def _describe_given(self, sale):
        """Return one row for the manager: what, at which price instead of which."""
        currency = self.order_id.currency_id
        if sale.bonus:
            return self.env._(
                "%(name)s: %(bonus)s extra bonus",
                name=self.full_product_name or self.product_id.display_name,
                bonus=currency.format(sale.bonus / 10**currency.decimal_places),
            )
        return self.env._(
            "%(qty)s × %(name)s: %(paid)s instead of %(listed)s",
            qty=f"{self.qty:g}",
            name=self.full_product_name or self.product_id.display_name,
            paid=currency.format(sale.paid / 10**currency.decimal_places),
            listed=currency.format(sale.listed / 10**currency.decimal_places),
        )
