# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from .pos_order import PAID

PROTECTED = {
    "product_id",
    "qty",
    "price_unit",
    "discount",
    "tax_ids",
    "extra_tax_data",
    "order_id",
    "price_subtotal",
    "price_subtotal_incl",
    "refunded_orderline_id",
    "entitlement_id",
    "plan_line_uuid",
    "beneficiary_id",
    "bonus_amount",
    "points_amount",
    "manual_discount",
    "plan_amount_due",
    "contract_id",
    "operation_id",
    "operation_row",
    "upgrade_contract_id",
    "beauty_reward_id",
    "extra_bonus",
}
# The till has no rows of these models: it keeps the ids as plain numbers.
POS_ID_FIELDS = {
    "entitlement_id",
    "technician_id",
    "seller_id",
    "beneficiary_id",
    "contract_id",
    "operation_id",
    "upgrade_contract_id",
    "beauty_reward_id",
}
POS_FIELDS = (
    *sorted(POS_ID_FIELDS),
    "plan_line_uuid",
    "bonus_amount",
    "points_amount",
    "manual_discount",
    "plan_amount_due",
    "operation_row",
    "extra_bonus",
)


class PosOrderLine(models.Model):
    """A line that sells a plan or uses a holding; final once its ticket is captured."""

    _inherit = "pos.order.line"

    entitlement_id = fields.Many2one(
        comodel_name="beauty.entitlement",
        string="Holding Used",
        ondelete="restrict",
        index="btree_not_null",
        help="The sessions this line redeems.",
    )
    plan_line_uuid = fields.Char(
        string="Plan on this Ticket",
        copy=False,
        help="The line of the same ticket that sells the plan this line redeems.",
    )
    technician_id = fields.Many2one("hr.employee", ondelete="restrict")
    seller_id = fields.Many2one("hr.employee", ondelete="restrict")
    beneficiary_id = fields.Many2one(
        comodel_name="res.partner",
        ondelete="restrict",
        index="btree_not_null",
        help="Who sits in the chair, if not the customer who pays.",
    )
    beauty_entry_ids = fields.One2many(
        comodel_name="beauty.entry",
        inverse_name="pos_order_line_id",
        string="Ledger Entries",
        readonly=True,
        copy=False,
    )
    bonus_amount = fields.Monetary(help="Recharge bonus that discounts this line.")
    points_amount = fields.Monetary(help="Points that discount this line, as money.")
    manual_discount = fields.Float(
        string="Own Discount (%)",
        digits=0,
        help="The part of the discount that the cashier gave, where bonus or points "
        "discount the line as well.",
    )

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), *POS_FIELDS]

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines._ensure_not_settled()
        return lines

    def write(self, vals):
        if PROTECTED & set(vals):
            self._ensure_not_settled()
        res = super().write(vals)
        if PROTECTED & set(vals):
            self._ensure_not_settled()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_settled(self):
        self._ensure_not_settled()

    def _ensure_not_settled(self):
        """Membership lines of a captured ticket are final.

        :raises SettledOrderError: if one of them is such a line
        """
        captured = self.filtered(lambda line: line.order_id.state in PAID)
        captured = captured.filtered(lambda line: line._is_final())
        captured.order_id._ensure_not_settled()

    def _is_membership(self):
        """Whether the line sells a plan or uses one, or refunds such a line."""
        self.ensure_one()
        return bool(
            self.product_id.is_membership_plan
            or self.entitlement_id
            or self.plan_line_uuid
            or self.refunded_orderline_id.entitlement_id
            or self.refunded_orderline_id.product_id.is_membership_plan
        )

    def _is_final(self):
        """Whether nothing of the line may change once its ticket is captured."""
        return self._is_membership()

    def _is_rounded_alone(self):
        """Whether the line is rounded alone, as in the till, not with the ticket."""
        return self._is_membership()

    def _is_use(self):
        """Whether the line uses a holding, or gives such a use back."""
        self.ensure_one()
        return self._is_membership() and not self.product_id.is_membership_plan

    def _is_service(self):
        """Whether the line is a service somebody performed on somebody."""
        self.ensure_one()
        return (
            self.qty > 0
            and bool(
                self._is_use() or self.technician_id or self.product_id.is_treatment
            )
            and not self.product_id.is_membership_plan
        )

    def _prepare_base_line_for_taxes_computation(self):
        """Exact taxes of a use hold in a refund too, whatever sign Odoo computes in."""
        base_line = super()._prepare_base_line_for_taxes_computation()
        data = self.extra_tax_data
        if data and "quantity" in data and data["quantity"] * base_line["quantity"] < 0:
            data = self._get_reversed_extra_tax_data()
            AccountTax = self.env["account.tax"]
            base_line.update(
                AccountTax._import_base_line_extra_tax_data(base_line, data)
            )
        if self._is_rounded_alone():
            # what it is worth hangs on no other line
            base_line["computation_key"] = f"beauty_{self.uuid}"
        return base_line

    def _get_booking_partner(self):
        """Return on whom the closing books what the line puts on the liability."""
        self.ensure_one()
        # sudo: whoever closes the register need not read the ledger
        entries = self.env["beauty.entry"].sudo()
        domain = [("pos_order_line_id", "=", self.id)]
        entry = entries.search(domain, order="id", limit=1)
        partner = entry.booking_partner_id if entry else self.order_id.partner_id
        return partner.commercial_partner_id
