# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

ROLES = [
    ("seller", "Seller"),
    ("consultant", "Consultant"),
    ("technician", "Technician"),
    ("assistant", "Assistant"),
]
KINDS = [
    ("recharge", "Recharge"),
    ("sale", "Sale"),
    ("consumption", "Service"),
    ("manual", "By Hand"),
]


class BeautyPerformance(models.Model):
    """One employee's share in one sale or one service.

    The settlement of a ticket creates it; a row is never deleted, what was
    undone or refunded gets a row with the opposite sign.
    """

    _name = "beauty.performance"
    _description = "Employee Performance"
    _order = "date desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee", required=True, ondelete="restrict", index=True
    )
    role = fields.Selection(selection=ROLES, required=True)
    kind = fields.Selection(selection=KINDS, required=True)
    share = fields.Float(default=1.0, help="Part of the amount, 1.0 is all of it.")
    base_amount = fields.Monetary(help="The sale or service, without taxes.")
    amount = fields.Monetary(
        compute="_compute_amount", store=True, help="Base amount times share."
    )
    service_log_id = fields.Many2one(
        "beauty.service.log", ondelete="restrict", index="btree_not_null"
    )
    pos_order_line_id = fields.Many2one(
        "pos.order.line", ondelete="restrict", index="btree_not_null"
    )
    product_id = fields.Many2one(
        comodel_name="product.product",
        string="Sold or Performed",
        compute="_compute_product_id",
        compute_sudo=True,
    )
    reversed_id = fields.Many2one(
        comodel_name="beauty.performance",
        string="Reverses",
        ondelete="restrict",
        index="btree_not_null",
    )
    date = fields.Datetime(required=True, index=True)
    shop_id = fields.Many2one("beauty.shop", ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    @api.model_create_multi
    def create(self, vals_list):
        """With the amount at once: computed later it would cost an UPDATE."""
        return super().create([self._add_amount(vals) for vals in vals_list])

    @api.model
    def _add_amount(self, vals):
        company = self.env["res.company"].browse(vals.get("company_id"))
        amount = vals.get("base_amount", 0.0) * vals.get("share", 1.0)
        # the company first: its currency rounds the money that follows
        vals = {"company_id": company.id, **vals}
        return {**vals, "amount": company.currency_id.round(amount)}

    @api.depends("base_amount", "share")
    def _compute_amount(self):
        for row in self:
            row.amount = row.currency_id.round(row.base_amount * row.share)

    @api.depends("pos_order_line_id.product_id", "service_log_id.product_id")
    def _compute_product_id(self):
        for row in self:
            sold = row.pos_order_line_id.product_id
            row.product_id = sold or row.service_log_id.product_id

    def _reverse(self, part=1.0):
        """Add an opposite row for a part of each one, never more than is left of it.

        :param float part: 1.0 is all of it
        """
        originals = self.filtered(lambda row: not row.reversed_id)
        back = self._read_group(
            [("reversed_id", "in", originals.ids)], ["reversed_id"], ["base_amount:sum"]
        )
        taken = {row: -money for row, money in back}
        vals_list = []
        for row in originals:
            left = row.base_amount - taken.get(row, 0.0)
            money = row.currency_id.round(min(row.base_amount * part, left, key=abs))
            if not row.currency_id.is_zero(money):
                vals_list.append(row._prepare_reverse_vals(money))
        return self.create(vals_list)

    def _prepare_reverse_vals(self, money):
        self.ensure_one()
        return {
            "employee_id": self.employee_id.id,
            "role": self.role,
            "kind": self.kind,
            "share": self.share,
            "base_amount": -money,
            "service_log_id": self.service_log_id.id,
            "pos_order_line_id": self.pos_order_line_id.id,
            "reversed_id": self.id,
            "date": fields.Datetime.now(),
            "shop_id": self.shop_id.id,
            "company_id": self.company_id.id,
        }
