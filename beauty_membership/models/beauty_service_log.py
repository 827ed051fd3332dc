# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

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

    def action_undo(self, config_id=None, reason=None, pin=None):
        """Undo one use: holding, journal, log and performance go back.

        A refund ticket in the register's open session gives the unit back and,
        at closing, reverses the journal items, whether the session of the use is
        still open or not. The cashier may on the day of the use (or the days the
        shop allows), later a manager's PIN is needed; a reason always is.

        :param int config_id: the register that undoes; None: any open register
        :param str reason: why
        :param str pin: a manager's PIN
        :return: dict: ok, and either card, remaining, order_id or needs
            ('reason', 'pin' or ''), message
        """
        self.ensure_one()
        self.check_access("read")
        self._ensure_at_till()
        refusal = self._get_undo_refusal(config_id, reason, pin)
        if refusal:
            return {"ok": False, **refusal}
        session = self._get_undo_session(config_id)
        # sudo: the session books the refund, whoever's ticket it was
        line = self.sudo().pos_order_line_id
        refund = line._refund_use(session, reason)
        holding = self.sudo().entitlement_id
        return {
            "ok": True,
            "order_id": refund.id,
            "remaining": holding.remaining,
            "card": self.env["res.partner"].get_member_card(
                self.partner_id.id, session.config_id.id
            ),
        }

    def action_undo_in_back_office(self):
        """Undo from the form of the log: a manager, with any open register."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Undo this Use"),
            "res_model": "beauty.undo.wizard",
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

    def _get_undo_refusal(self, config_id, reason, pin):
        """Say what an undo still needs, or why it is impossible.

        :return: {} or {'needs': str, 'message': str}
        """
        # sudo: only the answer leaves
        log = self.sudo()
        if log.is_undone:
            return {"needs": "", "message": self.env._("This use was undone already.")}
        if not log.entitlement_id:
            return {
                "needs": "",
                "message": self.env._(
                    "Only a use of a package can be undone here. Refund the ticket."
                ),
            }
        if not str(reason or "").strip():
            return {"needs": "reason", "message": self.env._("Say why it is undone.")}
        config = self.env["pos.config"].browse(config_id or [])
        return config._get_pin_refusal(pin) if self._needs_manager(config) else {}

    def _needs_manager(self, config):
        """Whether the day is past on which the cashier may undo by herself.

        A manager's own user needs no PIN in the back office; on a register where
        employees log in, the user of the session says nothing about who stands there.
        """
        is_manager = self.env.user.has_group("beauty_membership.group_manager")
        if is_manager and not config.sudo().module_pos_hr:
            return False
        # the clock of the shop, and of the server: neither is the client's to choose
        zone = self.sudo().shop_id.resource_calendar_id.tz
        log = self.sudo().with_context(tz=zone or self.env.user.tz)
        day = fields.Date.context_today(log, min(log.date, log.create_date))
        return (fields.Date.context_today(log) - day).days > log.shop_id.undo_days

    @api.model
    def _get_undo_session(self, config_id):
        """Return the open session that books the undo.

        :raises MembershipError: if no register is open
        """
        domain = [("state", "=", "opened"), ("company_id", "=", self.company_id.id)]
        if config_id:
            domain.append(("config_id", "=", config_id))
        session = self.env["pos.session"].search(domain, limit=1)
        if not session:
            raise MembershipError(
                self.env._("Open a register first: the undo is booked in its session.")
            )
        return session

    def _mark_undone(self, reason):
        """Keep the log of a service whose use came back; its performance goes."""
        self.write({"is_undone": True, "undo_reason": reason})
        self.performance_ids._reverse()

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

    @api.model
    def _fetch_card_rows(self, partner, company, limit):
        """Return the last visits of a member as the card shows them, in one query.

        :return: list of dict, newest first; dates in UTC
        """
        for model in ("beauty.service.log", "beauty.entitlement", "hr.employee"):
            self.env[model].flush_model()
        query = self._query_card_rows(partner, company, limit)
        return self.env.execute_query_dict(query)

    @api.model
    def _query_card_rows(self, partner, company, limit):
        return SQL(
            """
            SELECT g.id AS log_id,
                   to_char(g.date, 'YYYY-MM-DD HH24:MI:SS') AS date,
                   g.product_id,
                   COALESCE(t.name->>%(lang)s, t.name->>'en_US') AS product_name,
                   COALESCE(g.technician_id, 0) AS technician_id,
                   COALESCE(e.name, '') AS technician_name,
                   COALESCE(g.entitlement_id, 0) AS entitlement_id,
                   COALESCE(h.remaining, 0)::float AS remaining_after,
                   g.entitlement_id IS NOT NULL
                       AND g.is_undone IS NOT TRUE AS can_undo,
                   COALESCE(g.is_undone, false) AS is_undone,
                   CASE WHEN g.payer_id = %(partner)s THEN c.name ELSE '' END
                       AS client_name
              FROM beauty_service_log g
              JOIN product_product p ON p.id = g.product_id
              JOIN product_template t ON t.id = p.product_tmpl_id
         LEFT JOIN hr_employee e ON e.id = g.technician_id
         LEFT JOIN beauty_entitlement h ON h.id = g.entitlement_id
         LEFT JOIN res_partner c ON c.id = g.partner_id
             WHERE (g.partner_id = %(partner)s OR g.payer_id = %(partner)s)
               AND g.company_id = %(company)s
             ORDER BY g.date DESC, g.id DESC
             LIMIT %(limit)s
            """,
            lang=self.env.lang or "en_US",
            partner=partner.id,
            company=company.id,
            limit=limit,
        )
