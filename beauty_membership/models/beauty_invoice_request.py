# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools.misc import clean_context

from ..exceptions import MembershipError

STATES = [
    ("requested", "Requested"),
    ("issued", "Issued"),
    ("cancelled", "Cancelled"),
]
CATEGORIES = [
    ("prepaid", "Prepaid, no tax due yet"),
    ("taxed", "Taxed"),
    ("untaxed", "Without tax"),
]
# What people write; all else is of what asked for it.
FREE_FIELDS = {
    "buyer_name",
    "buyer_vat",
    "number",
    "issued_on",
    "message_follower_ids",
    "activity_ids",
}


class BeautyInvoiceRequest(models.Model):
    """An invoice to be issued by the tax authority's own software.

    A ticket or a contract asks for it; an accountant exports the list, issues what
    is on it and writes the numbers back. What was asked for is never changed.
    """

    _name = "beauty.invoice.request"
    _inherit = ["mail.thread"]
    _description = "Invoice Request"
    _order = "id desc"
    _rec_name = "buyer_name"

    partner_id = fields.Many2one(
        "res.partner", string="Customer", required=True, ondelete="restrict"
    )
    buyer_name = fields.Char(
        compute="_compute_buyer",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    buyer_vat = fields.Char(
        string="Buyer's Tax ID",
        compute="_compute_buyer",
        store=True,
        readonly=False,
        precompute=True,
    )
    contract_id = fields.Many2one(
        "beauty.contract", ondelete="restrict", index="btree_not_null"
    )
    pos_order_id = fields.Many2one(
        comodel_name="pos.order",
        string="Ticket",
        ondelete="restrict",
        index="btree_not_null",
    )
    reference = fields.Char(
        compute="_compute_reference", store=True, help="Ticket and contract."
    )
    tax_category = fields.Selection(selection=CATEGORIES, required=True)
    tax_ids = fields.Many2many("account.tax", string="Taxes")
    tax_names = fields.Char(string="Tax", compute="_compute_tax_names", store=True)
    amount = fields.Monetary(required=True, help="Taxes included.")
    state = fields.Selection(
        selection=STATES, required=True, default="requested", tracking=True
    )
    date = fields.Date(
        string="Requested on", default=fields.Date.context_today, required=True
    )
    number = fields.Char(string="Invoice Number", tracking=True)
    issued_on = fields.Date()
    company_id = fields.Many2one("res.company", required=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    _amount_positive = models.Constraint(
        "CHECK (amount > 0)", "An invoice is requested for more than nothing."
    )

    @api.depends("partner_id")
    def _compute_buyer(self):
        for request in self:
            buyer = request.partner_id.commercial_partner_id
            request.buyer_name = buyer.name
            request.buyer_vat = buyer.vat

    @api.depends("contract_id", "pos_order_id")
    def _compute_reference(self):
        for request in self:
            # sudo: an accountant has no rights on tickets
            source = request.sudo()
            names = [source.pos_order_id.name, source.contract_id.name]
            request.reference = " ".join(filter(None, names))

    @api.depends("tax_ids")
    def _compute_tax_names(self):
        for request in self:
            request.tax_names = ", ".join(request.tax_ids.mapped("name"))

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise MembershipError(
                self.env._("Request invoices from tickets and contracts.")
            )
        # a client's defaults would say that it is issued
        clean = clean_context(self.env.context)
        # pylint: disable-next=context-overridden
        return super(BeautyInvoiceRequest, self.with_context(clean)).create(vals_list)

    def write(self, vals):
        if not self.env.su and not FREE_FIELDS.issuperset(vals):
            raise MembershipError(
                self.env._("Only the buyer and the number of a request are edited.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_requested(self):
        raise MembershipError(self.env._("Cancel the request instead."))

    def action_issue(self):
        """Say that the invoice was issued; its number is wanted.

        :raises MembershipError: names a request without a number
        """
        self.check_access("write")
        for request in self.filtered(lambda request: request.state == "requested"):
            if not request.number:
                raise MembershipError(
                    self.env._(
                        "Write the number of the invoice for %s first.",
                        request.buyer_name,
                    )
                )
            # sudo: the state changes by its actions only
            request.sudo().write(
                {
                    "state": "issued",
                    "issued_on": request.issued_on
                    or fields.Date.context_today(request),
                }
            )
        return True

    def action_cancel(self):
        """Drop requests: what they asked for can be invoiced again."""
        self.check_access("write")
        # sudo: see action_issue
        self.sudo().state = "cancelled"
        return True
