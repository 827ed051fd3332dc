# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .pos_order_line import POS_ID_FIELDS


class PosOrderLine(models.Model):
    """A line that takes a part of a plan's price, or pays arrears of a contract."""

    _inherit = "pos.order.line"

    plan_amount_due = fields.Monetary(
        string="Left to Pay",
        copy=False,
        help="Part of the plan's price, taxes included, that is not paid now.",
    )
    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="Pays Arrears of",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        help="The line sells no new plan: it pays what is due on this contract.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._drop_zero_ids(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._drop_zero_ids(vals))

    @api.model
    def _drop_zero_ids(self, vals):
        """The till keeps ids as numbers: its 0 is no record of the number 0."""
        zeros = {name: False for name in POS_ID_FIELDS & set(vals) if not vals[name]}
        return {**vals, **zeros}

    def _get_arrears_contract(self):
        """Return the contract whose arrears the line pays, or gives back."""
        self.ensure_one()
        return self.contract_id or self.refunded_orderline_id.contract_id

    def _has_agreed_amount(self):
        """Whether the line pays a part of a price that was agreed on."""
        self.ensure_one()
        return bool(self.contract_id or self.plan_amount_due)

    def _get_due_amount(self):
        """Return what the part not paid now puts on the liability later, as money."""
        self.ensure_one()
        currency = self.order_id.currency_id
        details = self.tax_ids_after_fiscal_position._get_tax_details(
            self.plan_amount_due,
            1.0,
            precision_rounding=currency.rounding,
            product=self.product_id,
            special_mode="total_included",
        )
        return currency.round(details["total_excluded"])

    def _reach_excluded(self, excluded):
        """Let the line carry exactly that without taxes; its total stays.

        The cents that taxes of several payments are rounded by go to the first
        tax, so that the payments of a contract sum to what it promised.

        :param float excluded: money
        """
        self.ensure_one()
        AccountTax = self.env["account.tax"]
        company = self.company_id
        base_line = self._prepare_base_line_for_taxes_computation()
        AccountTax._add_tax_details_in_base_line(base_line, company)
        AccountTax._round_base_lines_tax_details([base_line], company)
        AccountTax._fix_base_lines_tax_details_on_manual_tax_amounts(
            [base_line], company
        )
        extra = AccountTax._export_base_line_extra_tax_data(base_line)
        extra.pop("computation_key", None)
        taxes = list(extra["manual_tax_amounts"].values())
        for suffix in ("_currency", ""):
            missing = extra[f"manual_total_excluded{suffix}"] - excluded
            taxes[0][f"tax_amount{suffix}"] += missing
            extra[f"manual_total_excluded{suffix}"] = excluded
        self.extra_tax_data = extra
