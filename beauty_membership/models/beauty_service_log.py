# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import AccessError

from ..exceptions import MembershipError

# What who performed the service may add later; all else is of the settlement.
FREE_FIELDS = {"note", "next_visit_date", "duration_minutes", "message_follower_ids"}


class BeautyServiceLog(models.Model):
    """One service performed on one member.

    The settlement of a ticket writes it. A service undone keeps its log, marked
    as undone; who performed it can be corrected and leaves a trail.
    """

    _name = "beauty.service.log"
    _inherit = ["mail.thread"]
    _description = "Service Log"
    _order = "date desc, id desc"
    _rec_name = "product_id"

    partner_id = fields.Many2one(
        "res.partner", string="Client", ondelete="restrict", readonly=True
    )
    product_id = fields.Many2one(
        "product.product", string="Service", required=True, ondelete="restrict"
    )
    technician_id = fields.Many2one(
        "hr.employee", ondelete="restrict", tracking=True, index="btree_not_null"
    )
    date = fields.Datetime(required=True, readonly=True, index=True)
    duration_minutes = fields.Integer()
    shop_id = fields.Many2one("beauty.shop", ondelete="restrict", readonly=True)
    pos_order_line_id = fields.Many2one(
        comodel_name="pos.order.line",
        string="Ticket Line",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    pos_order_id = fields.Many2one(
        related="pos_order_line_id.order_id", string="Ticket"
    )
    entitlement_id = fields.Many2one(
        comodel_name="beauty.entitlement",
        string="Holding Used",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    contract_id = fields.Many2one(related="entitlement_id.contract_id")
    units = fields.Integer(
        readonly=True, help="Units that it took of the holding, none if it was paid."
    )
    amount = fields.Monetary(
        readonly=True, help="Revenue of the service, without taxes."
    )
    note = fields.Text()
    next_visit_date = fields.Date()
    is_undone = fields.Boolean(
        readonly=True, tracking=True, help="The use was taken back or refunded."
    )
    undo_reason = fields.Char(readonly=True, tracking=True)
    performance_ids = fields.One2many("beauty.performance", "service_log_id")
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    _partner_date = models.Index("(partner_id, company_id, date DESC, id DESC)")

    def write(self, vals):
        """Notes are free; what the settlement wrote changes through its actions."""
        if not self.env.su and not FREE_FIELDS.issuperset(vals):
            raise MembershipError(
                self.env._(
                    "Only the notes of a service can be edited. Change the technician "
                    "or undo the use with the buttons above."
                )
            )
        return super().write(vals)

    def action_open_order(self):
        """Open the ticket the service was paid on."""
        self.ensure_one()
        return self.pos_order_id._get_records_action()

    def action_open_technician_wizard(self):
        """Ask who really performed the service."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Change the Technician"),
            "res_model": "beauty.technician.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_service_log_id": self.id},
        }

    def action_change_technician(self, technician_id, config_id=None):
        """Correct who performed the service: log and performance move, no money.

        :param int technician_id: hr.employee, a technician of the company
        :param int config_id: the register, for the card that comes back
        :return: dict: ok, card
        :raises MembershipError: if it is no technician or the use was undone
        """
        self.ensure_one()
        self.check_access("read")
        self._ensure_at_till()
        # sudo: cashiers have no rights on employees
        employee = self.env["hr.employee"].sudo().browse(technician_id).exists()
        if not employee.is_technician or employee.company_id != self.company_id:
            raise MembershipError(self.env._("Choose a technician of this company."))
        if self.is_undone:
            raise MembershipError(self.env._("This service was undone."))
        self.env["pos.session"]._ensure_can_use_register(config_id, self.company_id)
        # sudo: cashiers may correct the technician, the trail is in the chatter,
        # and no context of a client keeps it out of there
        log = self.sudo().with_context(tracking_disable=False, mail_notrack=False)
        old = log.technician_id
        log.technician_id = employee
        log.performance_ids.filtered(
            lambda p: p.role == "technician" and p.employee_id == old
        ).employee_id = employee
        log.pos_order_line_id.technician_id = employee
        return {"ok": True, "card": self._get_card(config_id)}

    def _ensure_at_till(self):
        """Technicians and accountants read logs; the till and managers correct them."""
        if not self.env.user.has_group("point_of_sale.group_pos_user"):
            raise AccessError(
                self.env._("Ask the reception or a manager to correct it.")
            )

    def _get_card(self, config_id):
        if not (config_id and self.partner_id):
            return False
        return self.env["res.partner"].get_member_card(self.partner_id.id, config_id)

    def _prepare_performance_vals(self):
        """Return the share of the technician in this service."""
        self.ensure_one()
        return {
            "employee_id": self.technician_id.id,
            "role": "technician",
            "kind": "consumption",
            "base_amount": self.amount,
            "service_log_id": self.id,
            "pos_order_line_id": self.pos_order_line_id.id,
            "date": self.date,
            "shop_id": self.shop_id.id,
            "company_id": self.company_id.id,
        }
