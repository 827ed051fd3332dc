# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import json

from odoo import api, fields, models

from ..exceptions import MembershipError

KINDS = [
    ("use", "Use noted offline"),
    ("closing", "Difference at closing"),
    ("tie_out", "Ledger and books differ"),
]


# What the owner may write; the rest is said once, when the exception is raised.
OWNER_FIELDS = {"user_id", "settlement_note"}


class BeautyException(models.Model):
    """Something that could not be booked and must not be lost: it has an owner.

    Tills (a use noted offline that the server refused), closings and the nightly
    proof create it; its owner settles it and says how.
    """

    _name = "beauty.exception"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Membership Exception"
    _order = "state desc, id desc"

    name = fields.Char(required=True, readonly=True)
    kind = fields.Selection(selection=KINDS, required=True, readonly=True)
    state = fields.Selection(
        selection=[("open", "Open"), ("done", "Settled")],
        default="open",
        required=True,
        tracking=True,
        index=True,
        readonly=True,
    )
    reference = fields.Char(readonly=True, help="What it is about, once only.")
    partner_id = fields.Many2one("res.partner", string="Member", readonly=True)
    user_id = fields.Many2one("res.users", string="Owner", tracking=True)
    date = fields.Datetime(default=fields.Datetime.now, readonly=True)
    amount = fields.Monetary(readonly=True)
    message = fields.Text(string="Why", readonly=True)
    details = fields.Text(readonly=True)
    noted_lines = fields.Text(
        string="What was noted",
        compute="_compute_noted_lines",
        help="The services of the ticket that the till noted offline.",
    )
    settlement_note = fields.Text(string="How it was settled")
    session_id = fields.Many2one("pos.session", readonly=True)
    move_id = fields.Many2one("account.move", string="Journal Entry", readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    _reference_unique = models.UniqueIndex(
        "(kind, reference)", "This exception is in the queue already."
    )

    def write(self, vals):
        """The owner takes notes and hands over; settling is an action of its own."""
        threads = self.env["mail.activity.mixin"]._fields
        if not self.env.su and not set(vals) <= OWNER_FIELDS | set(threads):
            raise MembershipError(
                self.env._("Write how it was settled, then press Settled.")
            )
        return super().write(vals)

    @api.depends("details", "kind")
    def _compute_noted_lines(self):
        for exception in self:
            rows = exception._get_noted_rows()
            exception.noted_lines = "\n".join(map(exception._describe_noted_row, rows))

    def _get_noted_rows(self):
        """Return the ticket's lines as the till sent them, none if unreadable.

        :return: list of dict
        """
        try:
            ticket = json.loads(self.details or "") if self.kind == "use" else {}
        except ValueError:  # cut off
            return []
        lines = ticket.get("lines") if isinstance(ticket, dict) else None
        rows = [
            row[-1] if isinstance(row, list) and row else row for row in lines or []
        ]
        return [row for row in rows if isinstance(row, dict)]

    @api.model
    def _describe_noted_row(self, row):
        # sudo: an owner may not read employees; the name is on the ticket
        employee = self.env["hr.employee"].sudo()
        if isinstance(row.get("technician_id"), int):
            employee = employee.browse(row["technician_id"]).exists()
        name = row.get("full_product_name") or row.get("product") or "?"
        by = f" · {employee.name}" if employee else ""
        return f"{row.get('qty', 1)} × {name}{by}"

    def action_done(self):
        """Settle: the owner says how in the settlement note.

        :raises MembershipError: without a note
        """
        for exception in self:
            if not (exception.settlement_note or "").strip():
                raise MembershipError(self.env._("Say how it was settled first."))
        self.check_access("write")
        self.sudo()._book_late()
        self.activity_unlink(["mail.mail_activity_data_todo"])
        # sudo: the state changes here only, with a note
        return self.sudo().write({"state": "done"})

    def _book_late(self):
        """What its closing could not book in suspense is booked before it is settled.

        :raises MembershipError: if it still cannot; says why
        """
        unbooked = self.filtered(
            lambda row: row.kind == "closing" and row.session_id and not row.move_id
        )
        for exception in unbooked:
            exception.move_id, problem = exception.session_id._book_quarantine(
                exception.partner_id, exception.amount
            )
            if problem:
                raise MembershipError(problem)

    @api.model
    def report_use(self, order, message, config_id):
        """Queue a use that a till noted offline and the server refused.

        :param dict order: the ticket as the till holds it; its uuid makes a
            repeated call harmless
        :param str message: the refusal
        :param int config_id: the register
        :return: dict: exception_id, owner_name
        """
        config = self.env["res.partner"]._fetch_config(config_id)
        if not isinstance(order, dict) or not order.get("uuid"):
            raise MembershipError(self.env._("This is no ticket of a register."))
        # sudo: a cashier hands the case to its owner and may not settle it herself
        exception = self.sudo()._find_or_create(
            self._prepare_use_vals(order, message, config)
        )
        return {"exception_id": exception.id, "owner_name": exception.user_id.name}

    @api.model
    def _prepare_use_vals(self, order, message, config):
        partner = self.env["res.partner"].browse(order.get("partner_id") or 0).exists()
        return {
            "name": self.env._("Use noted offline: %s", partner.name or "?"),
            "kind": "use",
            "reference": str(order["uuid"])[:64],
            "partner_id": partner.id,
            "message": str(message)[:2000],
            "details": json.dumps(order, default=str, ensure_ascii=False)[:20000],
            "session_id": config.current_session_id.id,
            "company_id": config.company_id.id,
        }

    @api.model
    def _has_open_tie_out(self, company):
        """Whether a difference of the whole company waits; one is enough to settle."""
        domain = [
            ("company_id", "=", company.id),
            ("kind", "=", "tie_out"),
            ("state", "=", "open"),
        ]
        return bool(self.search_count(domain, limit=1))

    @api.model
    def _find_or_create(self, vals):
        """Return the exception of that kind and reference, made if it is new."""
        known = self.search(
            [("kind", "=", vals["kind"]), ("reference", "=", vals["reference"])]
        )
        if known:
            return known
        owner = (
            self.env["res.company"]
            .browse(vals["company_id"])
            ._get_beauty_owner(accountant=vals["kind"] not in ("use", "offer"))
        )
        exception = self.create({"user_id": owner.id, **vals})
        exception.activity_schedule(
            "mail.mail_activity_data_todo", user_id=owner.id, summary=exception.name
        )
        return exception
