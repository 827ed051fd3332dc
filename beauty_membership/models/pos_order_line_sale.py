# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrderLine(models.Model):
    """A ticket line as the line that sells a plan."""

    _name = "pos.order.line"
    _inherit = ["pos.order.line", "beauty.sale.mixin"]

    def _get_sale_quantity(self):
        return self.qty

    def _get_sale_name(self):
        return self.full_product_name or self.product_id.display_name

    def _get_sale_key(self):
        return self.uuid

    def _get_sale_company(self):
        return self.order_id.company_id

    def _get_sale_buyer(self):
        return self.order_id.partner_id

    def _get_sale_member(self):
        return self.order_id.partner_id

    def _get_sale_date(self):
        return self.order_id._get_membership_date()

    def _get_sale_shop(self):
        return self.order_id.config_id.beauty_shop_id

    def _is_kept_against_rules(self):
        return self.order_id._is_taken_offline()

    def _get_sale_amount_due(self):
        return self.plan_amount_due

    def _get_sale_extra_bonus(self):
        return self.extra_bonus

    def _prepare_contract_source(self):
        return {"pos_order_line_id": self.id}

    def _prepare_entry_source(self):
        return {"pos_order_line_id": self.id}
