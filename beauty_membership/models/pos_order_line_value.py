# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.value import Line

UNPAYABLE_KINDS = ("value", "points")


class PosOrderLine(models.Model):
    """What stored value may pay of a line, and at which price."""

    _inherit = "pos.order.line"

    def _can_be_paid_by_value(self):
        """Goods, services and plans of sessions; no use, tip, card or points.

        A gift card of Odoo's loyalty would turn the house's gift into money.
        """
        self.ensure_one()
        template = self.product_id.product_tmpl_id
        plan = template.with_context(active_test=False).plan_ids
        return (
            self.qty > 0
            and not self._is_use()
            and self.product_id != self.order_id.config_id.tip_product_id
            and not self._sells_gift_card()
            and not plan.line_ids.filtered(lambda line: line.kind in UNPAYABLE_KINDS)
        )

    def _prepare_value_line(self, price, pricelists):
        """Return the line as :mod:`..rules.value` takes it.

        :param float price: under the cashier's own discount alone, taxes included
        :param pricelists: those of the contracts that may pay
        """
        to_cents = self.order_id._to_cents
        price = to_cents(price)
        taxes = self.tax_ids_after_fiscal_position.flatten_taxes_hierarchy()
        is_on_top = not all(tax.price_include for tax in taxes)
        return Line(
            key=self,
            product_id=self.product_id.id,
            gross=price - to_cents(self.points_amount),
            price=price,
            prices={
                pricelist.id: to_cents(self._get_gross_under(pricelist))
                for pricelist in pricelists
            },
            bonus=to_cents(self.bonus_amount) if is_on_top else None,
            is_plan=self.product_id.is_membership_plan,
        )

    def _get_gross(self):
        """Return the total under the cashier's own discount alone, taxes included.

        A till that does not name that discount has compounded it: it is what bonus
        and points leave unexplained.
        """
        base_line = self._prepare_base_line_for_taxes_computation()
        own = self.manual_discount
        full = self._get_total_at(self.price_unit, own, base_line)
        if own:
            return full
        total = self._get_total_at(self.price_unit, self.discount, base_line)
        return min(full, total + self.bonus_amount + self.points_amount)

    def _get_gross_under(self, pricelist):
        """Return what the line costs by a pricelist, without any discount."""
        order = self.order_id
        price = pricelist._get_product_price(
            self.product_id,
            self.qty,
            currency=order.currency_id,
            date=order.date_order,
        )
        return self._get_total_at(price + self.price_extra, 0.0)

    def _get_total_at(self, price_unit, discount, base_line=None):
        """Return the total at a price, rounded as a line alone, taxes included.

        :param base_line: of the line as it is, if it is known already
        """
        company = self.order_id.company_id
        AccountTax = self.env["account.tax"]
        base_line = {
            **(base_line or self._prepare_base_line_for_taxes_computation()),
            "price_unit": price_unit,
            "discount": discount,
        }
        AccountTax._add_tax_details_in_base_line(base_line, company)
        AccountTax._round_base_lines_tax_details([base_line], company)
        _excluded, total = self.order_id._get_base_line_amounts(base_line)
        return total

    def _is_rounded_alone(self):
        """What discounts a line to the cent hangs on no other line."""
        original = self.refunded_orderline_id
        return super()._is_rounded_alone() or bool(
            self.bonus_amount or original.bonus_amount
        )

    def _is_final(self):
        """What stored value paid is as final as its entries."""
        return (
            super()._is_final()
            or bool(self.bonus_amount)
            or bool(
                # sudo: every role may be told that a line is final
                self.env["beauty.entry"]
                .sudo()
                .search_count([("pos_order_line_id", "=", self.id)], limit=1)
            )
        )
