# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.authority import is_covered

KINDS = [
    ("pin", "Manager's PIN"),
    ("remote", "From afar"),
    ("own", "Own authority"),
    ("offline", "Without connection"),
    ("slip", "Not confirmed by the member"),
]
STATES = [
    ("asked", "Asked"),
    ("approved", "Approved"),
    ("refused", "Refused"),
    ("flagged", "To Review"),
    ("done", "Reviewed"),
]


class BeautyApproval(models.Model):
    """One ticket that gives more than a cashier may: who asked, who allowed it, why.

    Tills ask for it, or the settlement of a ticket writes it down; a manager answers
    or reviews it. Nobody edits what was asked.
    """

    _name = "beauty.approval"
    _description = "Approval at the Till"
    _order = "id desc"
    _rec_name = "description"

    kind = fields.Selection(selection=KINDS, required=True, readonly=True)
    state = fields.Selection(
        selection=STATES, required=True, readonly=True, index=True, default="asked"
    )
    date = fields.Datetime(
        default=fields.Datetime.now, required=True, readonly=True, index=True
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    config_id = fields.Many2one(
        "pos.config", string="Register", required=True, readonly=True
    )
    shop_id = fields.Many2one("beauty.shop", readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Cashier", readonly=True)
    user_id = fields.Many2one("res.users", string="Sent by", readonly=True)
    partner_id = fields.Many2one("res.partner", string="Customer", readonly=True)
    order_uuid = fields.Char(
        readonly=True, index="btree_not_null", help="The ticket it is for, no other."
    )
    order_id = fields.Many2one(
        comodel_name="pos.order",
        string="Ticket",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    description = fields.Char(string="What", required=True, readonly=True)
    details = fields.Text(readonly=True)
    amount = fields.Monetary(
        string="Given Away",
        readonly=True,
        help="List price less what is paid, all lines together.",
    )
    excess = fields.Json(readonly=True, help="What exceeds the limits, as approved.")
    reason = fields.Char(readonly=True)
    approver_id = fields.Many2one(
        "hr.employee", string="Approved by", readonly=True, help="Whose PIN it was."
    )
    answer_user_id = fields.Many2one("res.users", string="Answered by", readonly=True)
    answered_on = fields.Datetime(readonly=True)

    _order_kind_unique = models.UniqueIndex(
        "(order_id, kind) WHERE order_id IS NOT NULL",
        "This ticket is on the list already.",
    )

    def action_approve(self):
        """Allow what was asked; the till hears of it at once."""
        return self._answer("approved")

    def action_refuse(self):
        """Refuse what was asked; the till hears of it at once."""
        return self._answer("refused")

    def action_review(self):
        """A manager has seen what was stored without asking."""
        self._ensure_manager()
        flagged = self.filtered(lambda row: row.state == "flagged")
        return flagged._write_answer("done")

    def action_open_order(self):
        """Open the ticket it was for."""
        self.ensure_one()
        return self.order_id._get_records_action()

    def _ensure_manager(self):
        self.check_access("read")
        if not self.env.user.has_group("beauty_membership.group_manager"):
            raise MembershipError(self.env._("A manager answers this."))

    def _answer(self, state):
        self._ensure_manager()
        for row in self:
            if row.state != "asked":
                raise MembershipError(self.env._("This was answered already."))
        self._write_answer(state)
        for row in self:
            row._tell_till()
        return True

    def _write_answer(self, state):
        # sudo: no role writes approvals; a manager answers through here
        return self.sudo().write(
            {
                "state": state,
                "answer_user_id": self.env.uid,
                "answered_on": fields.Datetime.now(),
            }
        )

    def _tell_till(self):
        """Send the answer to every till; the one that asked goes on."""
        # sudo: the group is a channel, nothing of it is read
        group = self.env.ref("point_of_sale.group_pos_user").sudo()
        group._bus_send(
            "BEAUTY_APPROVAL_ANSWERED",
            {
                "approval_id": self.id,
                "order_uuid": self.order_uuid,
                "state": self.state,
                "name": self.answer_user_id.name,
            },
        )

    def _covers(self, order, excess, sales):
        """Whether it is for what the ticket gives.

        Who answered from afar has seen the money given away and nothing else; who
        typed the PIN stood at the till.
        """
        self.ensure_one()
        allowed = self.amount + self.currency_id.rounding * len(sales)
        is_seen = self.kind != "remote" or order._get_given(sales) <= allowed
        return is_seen and is_covered(excess, self.excess or {})

    def _use_for(self, order, sales):
        """The ticket is stored: the list says what it gives, not what a till said."""
        vals = order._prepare_approval_vals(sales, self.reason)
        kept = ("order_id", "partner_id", "description", "details", "amount")
        self.write({name: vals[name] for name in kept})

    @api.model
    def _cron_close_unanswered(self, hours=24):
        """Nobody waits at a till for an answer of yesterday."""
        before = fields.Datetime.add(fields.Datetime.now(), hours=-hours)
        # sudo: the job looks at every company
        old = self.sudo().search([("state", "=", "asked"), ("date", "<", before)])
        old.write({"state": "refused", "answered_on": fields.Datetime.now()})
