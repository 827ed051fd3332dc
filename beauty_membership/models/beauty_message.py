# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging
from datetime import timedelta

from odoo import api, fields, models

from ..exceptions import MembershipError

_logger = logging.getLogger(__name__)

KINDS = [
    ("movement", "Movement"),
    ("expiring", "Expires Soon"),
    ("tier", "Tier"),
]
STATES = [("waiting", "Waiting"), ("sent", "Sent"), ("failed", "Failed")]
MAX_TRIES = 5
# Doubled with each try.
FIRST_WAIT_MINUTES = 5
BATCH = 100
KEPT_DAYS = 400


class BeautyMessage(models.Model):
    """One message to a member: what moved, where, by whom and what is left.

    Tickets and nightly jobs queue it together with what they tell of; a job hands
    it to the channel that reaches her and tries again when that fails.
    """

    _name = "beauty.message"
    _description = "Message to a Member"
    _order = "id desc"
    _rec_name = "subject"

    partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Member",
        required=True,
        ondelete="cascade",
        index=True,
        readonly=True,
    )
    company_id = fields.Many2one(
        comodel_name="res.company", required=True, ondelete="cascade", readonly=True
    )
    kind = fields.Selection(selection=KINDS, required=True, readonly=True)
    state = fields.Selection(
        selection=STATES, required=True, default="waiting", readonly=True, index=True
    )
    rows = fields.Json(
        readonly=True, help="What it tells, one row each; see _get_row_text."
    )
    shop_id = fields.Many2one("beauty.shop", ondelete="set null", readonly=True)
    technician_names = fields.Char(string="Technicians", readonly=True)
    pos_order_id = fields.Many2one(
        comodel_name="pos.order",
        string="Ticket",
        ondelete="set null",
        index="btree_not_null",
        readonly=True,
    )
    reference = fields.Char(
        readonly=True, help="What it reminds of; one message for each."
    )
    subject = fields.Char(compute="_compute_text")
    text = fields.Text(compute="_compute_text")
    statement_url = fields.Char(compute="_compute_statement_url")
    channel = fields.Char(readonly=True)
    sent_on = fields.Datetime(readonly=True)
    tries = fields.Integer(readonly=True)
    next_try_on = fields.Datetime(
        default=fields.Datetime.now, required=True, readonly=True
    )
    error = fields.Char(readonly=True)

    _reference_unique = models.UniqueIndex(
        "(reference) WHERE reference IS NOT NULL", "This reminder was sent already."
    )
    _waiting = models.Index("(next_try_on) WHERE state = 'waiting'")

    def _compute_text(self):
        for message in self:
            told = message._in_her_language()
            message.subject = told._get_subject()
            message.text = "\n".join(told._get_lines())

    def _compute_statement_url(self):
        for message in self:
            message.statement_url = message.partner_id._get_statement_url(
                message.company_id
            )

    def _in_her_language(self):
        return self.with_context(lang=self.partner_id.lang or self.env.lang)

    def action_send_again(self):
        """Try once more, now, what could not be sent."""
        self.env["beauty.plan"].check_access("write")
        if self.filtered(lambda message: message.state == "sent"):
            raise MembershipError(self.env._("This message was sent already."))
        # sudo: no role writes messages
        self.sudo().write({"state": "waiting", "tries": 0})
        self.sudo()._send()
        return True

    @api.model
    def _queue(self, partner, company, kind, rows, **values):
        """Queue a message, if the member wants some and a channel reaches her.

        :param list rows: dicts of :meth:`_get_row_text`
        :param values: shop_id, technician_names, pos_order_id, reference
        :return: beauty.message, maybe empty
        """
        reference = values.get("reference")
        # sudo: whoever moves a holding tells its member; only this writes messages
        messages = self.sudo()
        known = reference and messages.search_count(
            [("reference", "=", reference)], limit=1
        )
        is_told = rows and not known and not partner.beauty_no_messages
        channels = self.env["beauty.channel"]
        if not is_told or channels._find_channel(partner, company) is None:
            return messages.browse()
        return messages.create(
            {
                "partner_id": partner.id,
                "company_id": company.id,
                "kind": kind,
                "rows": rows,
                **values,
            }
        )

    @api.model
    def _cron_send(self):
        """Hand over what waits, each message in a transaction of its own."""
        domain = [
            ("state", "=", "waiting"),
            ("next_try_on", "<=", fields.Datetime.now()),
        ]
        waiting = self.search(domain, order="id", limit=BATCH)
        self.env["ir.cron"]._commit_progress(remaining=self.search_count(domain))
        for message in waiting.try_lock_for_update():
            message._send()
            self.env["ir.cron"]._commit_progress(1)

    def _send(self):
        for message in self:
            channel = self.env["beauty.channel"]._find_channel(
                message.partner_id, message.company_id
            )
            if channel is None:
                message._give_up(self.env._("No address reaches her any more."))
                continue
            try:
                with self.env.cr.savepoint():
                    channel._send(message._in_her_language())
            except Exception as error:  # a channel may fail in any way
                _logger.info("message %s not sent: %s", message.id, error)
                message._try_later(channel, error)
            else:
                message.write(
                    {
                        "state": "sent",
                        "channel": channel._name,
                        "sent_on": fields.Datetime.now(),
                        "error": False,
                    }
                )

    def _try_later(self, channel, error):
        tries = self.tries + 1
        wait = timedelta(minutes=FIRST_WAIT_MINUTES * 2**tries)
        self.write(
            {
                "channel": channel._name,
                "tries": tries,
                "state": "failed" if tries >= MAX_TRIES else "waiting",
                "next_try_on": fields.Datetime.now() + wait,
                "error": str(error)[:500],
            }
        )

    def _give_up(self, reason):
        self.write({"state": "failed", "error": reason})

    @api.autovacuum
    def _gc_old(self):
        day = fields.Datetime.now() - timedelta(days=KEPT_DAYS)
        self.search([("create_date", "<", day)], limit=10000).unlink()
