# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import MissingError
from odoo.tools.misc import clean_context

from ..exceptions import MembershipError, SettledOrderError

PAID = ("paid", "done")
# Only the settlement writes these; what a client sends for them is dropped.
SERVER_FIELDS = (
    "membership_settled_on",
    "membership_summary",
    "gift_contract_id",
    "gift_sessions",
    "confirmation_method",
    "confirmation_signature",
    "points_terms",
)
# A captured ticket keeps its member, its books and its day.
KEPT_FIELDS = {
    "partner_id",
    "company_id",
    "date_order",
    "session_id",
    "config_id",
    "fiscal_position_id",
}
# Only code can pass this object in a context; a call from outside cannot.
AT_ONCE = object()
# A use noted offline keeps its day this long; later the day of capture counts.
NOTED_DAYS = 3


class PosOrder(models.Model):
    """Every door to a paid ticket leads through its membership settlement."""

    _inherit = "pos.order"

    membership_settled_on = fields.Datetime(readonly=True, copy=False)
    membership_summary = fields.Json(
        readonly=True, copy=False, help="What was granted, used and is left."
    )
    beauty_reason = fields.Char(string="Undo Reason", readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        """A ticket is born a draft; becoming paid is a step of its own."""
        # a client's defaults would name the state or the mark of the settlement
        clean = clean_context(self.env.context)
        # pylint: disable-next=context-overridden
        self = self.with_context(clean)
        states = [vals.get("state") for vals in vals_list]
        prepared = [self._prepare_draft_vals(vals) for vals in vals_list]
        orders = super(PosOrder, self._keep_quiet()).create(prepared)
        orders = orders.with_env(self.env)
        for order, state in zip(orders, states, strict=True):
            if state in PAID:
                order.state = state
        return orders

    def write(self, vals):
        vals = self._drop_server_fields(vals)
        unpaid = self.filtered(lambda o: o.state not in PAID)
        if vals.get("state") in PAID and unpaid:
            vals = self._write_before_paid(vals)
            unpaid._settle_membership()
        self._ensure_keeps_member(vals)
        if "payment_ids" not in vals:
            return super().write(vals)
        # the payments change together: only their sum has to hold
        orders = self.with_context(beauty_payments=AT_ONCE)
        res = super(PosOrder, orders).write(vals)
        self._ensure_still_paid()
        return res

    def _write_before_paid(self, vals):
        """What comes along with becoming paid is written first, then settled."""
        rest = {name: value for name, value in vals.items() if name != "state"}
        if rest:
            self.write(rest)
        return {"state": vals["state"]}

    def action_pos_order_paid(self):
        """Settle first: it recomputes the totals that are compared here."""
        self.filtered(lambda o: o.state not in PAID)._settle_membership()
        return super().action_pos_order_paid()

    @api.model
    def _load_pos_data_fields(self, config):
        """Load all fields, as Odoo does, but for those the till never reads.

        The chatter's and the statement's are computed by queries, after each sync.
        """
        names = super()._load_pos_data_fields(config)
        unread = self._get_unread_fields()
        return names or [
            name
            for name, field in self._fields.items()
            if name not in unread and self._has_field_access(field, "read")
        ]

    @api.model
    def _get_unread_fields(self):
        """Return the fields that no till reads."""
        unread = {*self.env["mail.thread"]._fields, "beauty_entry_count"}
        unread.add("points_terms")
        return unread - set(models.MAGIC_COLUMNS) - {"display_name"}

    @api.model
    def _process_order(self, order, existing_order):
        """A contact merged away since the till loaded it lives on as another."""
        if order.get("partner_id"):
            order["partner_id"] = self._find_partner_id(order["partner_id"])
        return super()._process_order(order, existing_order)

    @api.model
    def _find_partner_id(self, partner_id):
        """Return the id under which a contact lives now."""
        # sudo: whether it exists; what is read of it the settlement reads anyway
        partner = self.env["res.partner"].sudo().browse(partner_id)
        try:
            partner.mapped("name")
        except MissingError:
            numbers = self.env["beauty.member.number"]
            return numbers._find_merged(partner_id).id or partner_id
        return partner_id

    @api.model
    def sync_from_ui(self, orders):
        """Odoo's own; with the context key ``beauty_card`` the new cards come along."""
        # cashiers need not follow each ticket they send
        self = self.with_context(mail_create_nosubscribe=True, beauty_from_till=True)
        result = super().sync_from_ui(orders)
        if self.env.context.get("beauty_card"):
            ids = [row["id"] for row in result.get("pos.order", [])]
            result["beauty.member.card"] = self.browse(ids)._get_new_cards()
        return result

    @api.model
    def _keep_quiet(self):
        """A till's ticket has its cashier and its time; no message says so again."""
        is_from_till = self.env.context.get("beauty_from_till")
        return self.with_context(mail_create_nolog=True) if is_from_till else self

    def _get_new_cards(self):
        """Return the cards of the members whose holdings these tickets moved."""
        return [
            partner._get_card_at(order.config_id)
            for order in self.filtered("membership_settled_on")
            for partner in order._get_moved_members()
        ]

    @api.model
    def _drop_server_fields(self, vals):
        if self.env.su or not any(name in vals for name in SERVER_FIELDS):
            return vals
        return {key: value for key, value in vals.items() if key not in SERVER_FIELDS}

    @api.model
    def _prepare_draft_vals(self, vals):
        vals = self._drop_server_fields(vals)
        return {**vals, "state": "draft"} if vals.get("state") in PAID else vals

    def _ensure_keeps_member(self, vals):
        """A captured ticket changes neither hands nor books.

        :raises SettledOrderError: if it would
        """
        if not vals.get("state", True):
            self._ensure_not_settled()
        kept = KEPT_FIELDS & set(vals)
        if "account_move" in vals and not self.env.su:
            kept.add("account_move")
        captured = self._get_captured() if kept else self.browse()
        for order in captured:
            for name in kept:
                field = order._fields[name]
                if order[name] != field.convert_to_record(
                    field.convert_to_cache(vals[name], order), order
                ):
                    raise SettledOrderError(order._get_settled_message())

    def _get_captured(self):
        return self.filtered(lambda o: o.state in PAID and o.membership_settled_on)

    def _ensure_still_paid(self):
        """Nobody takes the money of a captured ticket out again.

        :raises MembershipError: if its payments do not cover its lines any more
        """
        at_once = self.env.context.get("beauty_payments") is AT_ONCE
        for order in self._get_captured() if not at_once else ():
            # sudo: as in the settlement; it compares, and writes nothing
            order = order.sudo()
            amounts = order._get_line_amounts().values()
            order._ensure_paid(sum(total for _excluded, total in amounts))

    def _ensure_not_settled(self):
        """:raises SettledOrderError: if one of the tickets was captured"""
        for order in self:
            if order.state in PAID:
                raise SettledOrderError(order._get_settled_message())

    def _get_settled_message(self):
        return self.env._(
            "%(order)s was captured: its membership lines and prepayments are final. "
            "Undo the use from the member's card or refund the ticket.",
            order=self.name,
        )

    def _get_membership_date(self):
        """Return the day that counts for validity and the ledger.

        The day of the ticket in the user's time zone; a ticket noted offline
        longer ago than NOTED_DAYS, or dated ahead, counts on the day of capture.

        :return: date
        """
        self.ensure_one()
        today = fields.Date.context_today(self)
        day = fields.Date.context_today(self, self.date_order or fields.Datetime.now())
        return day if 0 <= (today - day).days <= NOTED_DAYS else today

    def _get_membership_time(self):
        """Return when the services took place: the ticket's time on its day, or now.

        :return: datetime in UTC
        """
        day = fields.Date.context_today(self, self.date_order or fields.Datetime.now())
        is_noted = self.date_order and day == self._get_membership_date()
        return self.date_order if is_noted else fields.Datetime.now()

    def _get_use_lines(self):
        """Return the lines that use a holding, or give such a use back."""
        return self.lines.filtered(lambda line: line._is_use())

    def _get_prepaid_method(self):
        """Return the register's prepaid tender.

        :raises MembershipError: if the register has none yet
        """
        self.ensure_one()
        method = self.config_id.payment_method_ids.filtered("is_prepaid")[:1]
        if not method:
            raise MembershipError(
                self.env._(
                    "This register has no member prepayment tender yet. Close it and "
                    "open it again."
                )
            )
        return method

    def _pay_prepaid(self):
        """Pay what its uses are worth by the prepaid tender, without cash rounding."""
        self.ensure_one()
        amounts = self._get_line_amounts()
        due = sum(amounts[line][1] for line in self._get_use_lines())
        if not self.currency_id.is_zero(due):
            self.add_payment(
                {
                    "pos_order_id": self.id,
                    "payment_method_id": self._get_prepaid_method().id,
                    "amount": self.currency_id.round(due),
                    "payment_date": fields.Datetime.now(),
                }
            )
