# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

# What a person types; the lines of the quote follow.
VISIT_FIELDS = {
    "visit_entitlement_id",
    "visit_product_id",
    "visit_quantity",
    "visit_amount",
    "visited_on",
    "contract_id",
}


class BeautyOperation(models.Model):
    """A service used outside the Point of Sale: a home visit, a visit on credit.

    It takes units of one holding, or stored value of the contract, as a ticket does,
    and books them by its own journal entry: the liability becomes revenue and tax.
    """

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("visit", "Use")], ondelete={"visit": "cascade"}
    )
    visit_entitlement_id = fields.Many2one(
        comodel_name="beauty.entitlement",
        string="Sessions of",
        compute="_compute_visit_entitlement_id",
        store=True,
        readonly=False,
        ondelete="restrict",
        index="btree_not_null",
        domain="[('contract_id', '=', contract_id), ('remaining', '>', 0), "
        "('kind', 'in', ('session', 'pass'))]",
        help="What is used. Empty: the stored value of the contract pays the service.",
    )
    visit_product_id = fields.Many2one(
        comodel_name="product.product",
        string="Service",
        compute="_compute_visit_product_id",
        store=True,
        readonly=False,
        ondelete="restrict",
        domain="[('type', '=', 'service'), ('is_membership_plan', '=', False)]",
    )
    visit_quantity = fields.Integer(
        string="Times", default=1, help="How often the service was performed."
    )
    visit_amount = fields.Monetary(
        string="Price",
        compute="_compute_visit_amount",
        store=True,
        readonly=False,
        help="What stored value pays, taxes included.",
    )
    visited_on = fields.Datetime(
        string="Performed on", default=fields.Datetime.now, help="When it took place."
    )
    technician_id = fields.Many2one(
        comodel_name="hr.employee",
        ondelete="restrict",
        domain="[('is_technician', '=', True), ('company_id', '=', company_id)]",
    )
    beneficiary_id = fields.Many2one(
        comodel_name="res.partner",
        string="Used by",
        ondelete="restrict",
        help="Who had the service, if not the member: somebody she shares with.",
    )
    service_log_ids = fields.One2many(
        "beauty.service.log", "operation_id", string="Service Logs", readonly=True
    )

    @api.depends("kind", "contract_id")
    def _compute_visit_entitlement_id(self):
        for operation in self:
            usable = operation.contract_id.entitlement_ids.filtered(
                lambda h: h.kind in ("session", "pass") and h.remaining > 0
            )
            is_visit = operation.kind == "visit"
            operation.visit_entitlement_id = is_visit and usable.sorted("id")[:1]

    @api.depends("visit_entitlement_id")
    def _compute_visit_product_id(self):
        for operation in self:
            services = operation.visit_entitlement_id.product_ids
            if services and operation.visit_product_id not in services:
                operation.visit_product_id = services[:1]

    @api.depends("visit_entitlement_id", "visit_product_id", "visit_quantity")
    def _compute_visit_amount(self):
        for operation in self:
            is_value = operation.kind == "visit" and not operation.visit_entitlement_id
            operation.visit_amount = is_value and operation._get_visit_price()

    @api.model_create_multi
    def create(self, vals_list):
        operations = super().create(vals_list)
        operations._sync_visit()
        return operations

    def write(self, vals):
        res = super().write(vals)
        if VISIT_FIELDS & set(vals):
            self._sync_visit()
        return res

    def _sync_visit(self):
        """The lines of a quote are what the visit takes; its day is the visit's."""
        for visit in self:
            if visit.kind == "visit" and visit.state == "draft":
                # sudo: lines and day follow what the manager typed
                visit = visit.sudo()
                lines = [Command.create(line) for line in visit._prepare_lines_visit()]
                visit.line_ids = [Command.clear(), *lines]
                visit.date = visit._get_visit_date()

    def _get_visit_date(self):
        """Return the day of the visit where the company works."""
        company = self.company_id or self.env.company
        zone = company.resource_calendar_id.tz or self.env.user.tz
        return fields.Date.context_today(
            self.with_context(tz=zone), self.visited_on or fields.Datetime.now()
        )

    def _prepare_lines_visit(self):
        return [
            {"entitlement_id": holding.id, "quantity": units}
            for holding, units, _money in self._get_visit_moves()
        ]
