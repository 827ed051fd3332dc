# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

# What the ledger itself writes on the entries it makes.
LEDGER_MARKS = (
    "beauty_session_id",
    "beauty_contract_id",
    "beauty_operation_id",
    "beauty_opening_id",
    "beauty_release_on",
    "beauty_expiry_on",
    "beauty_month_end",
)

# What a plan's line on a ticket posts.
TICKET_MOVEMENTS = ("grant", "refund", "transfer_out", "transfer_in")


class AccountMove(models.Model):
    """Nothing is posted by hand on the member prepayments account."""

    _inherit = "account.move"

    beauty_session_id = fields.Many2one(
        comodel_name="pos.session",
        string="Quarantined Session",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The session whose difference this entry keeps in suspense.",
    )

    beauty_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="Assigned Contract",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The contract that this entry books on its member.",
    )
    beauty_operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Membership Operation",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The change of a contract that this entry books.",
    )
    beauty_opening_id = fields.Many2one(
        comodel_name="beauty.opening",
        string="Membership Opening Balance",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The opening balance that this entry books.",
    )
    beauty_release_on = fields.Date(
        string="Pass Days until",
        readonly=True,
        copy=False,
        help="The entry books the days of passes that went by, up to this one.",
    )
    beauty_expiry_on = fields.Date(
        string="Expired on",
        readonly=True,
        copy=False,
        help="The entry books what members did not use in time.",
    )
    beauty_month_end = fields.Char(
        string="Month's End",
        readonly=True,
        copy=False,
        help="Which entry of the membership, of which month's end.",
    )

    _month_end_once = models.UniqueIndex(
        "(company_id, beauty_month_end) WHERE beauty_month_end IS NOT NULL",
        "This month's end is booked already.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        self._ensure_no_marks(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._ensure_no_marks([vals])
        if vals.get("state") == "posted":
            self.filtered(lambda m: m.state != "posted")._ensure_no_manual_prepayment()
        elif vals.get("state"):
            self.filtered(lambda m: m.state == "posted")._ensure_not_booked()
        return super().write(vals)

    def _ensure_no_marks(self, vals_list):
        """Only the ledger itself marks an entry as its own."""
        defaults = {
            name: self.env.context.get(f"default_{name}") for name in LEDGER_MARKS
        }
        given = [{**defaults, **vals} for vals in vals_list]
        if not self.env.su and any(
            vals.get(name) for vals in given for name in LEDGER_MARKS
        ):
            raise MembershipError(self.env._("Only a closing makes such an entry."))

    def _post(self, soft=True):
        self._ensure_no_manual_prepayment()
        posted = super()._post(soft)
        self._link_invoiced_entries()
        return posted

    def button_draft(self):
        """Odoo's own; what books member prepayments stays posted.

        :raises MembershipError: if one of the entries does
        """
        self._ensure_not_booked()
        return super().button_draft()

    def _ensure_not_booked(self):
        """What the ledger is tied to stays posted; a correction is a new entry."""
        if self._get_prepayment_lines():
            raise MembershipError(
                self.env._(
                    "This entry books member prepayments and cannot be reset to draft. "
                    "Refund the ticket instead."
                )
            )

    def _get_prepayment_lines(self):
        # sudo: who posts an entry need not see which account the company keeps
        accounts = self.company_id._get_proven_accounts()
        return self.line_ids.filtered(lambda line: line.account_id in accounts)

    def _ensure_no_manual_prepayment(self):
        for move in self.filtered(lambda m: m._get_prepayment_lines()):
            if not move._is_from_register():
                raise MembershipError(move._get_kept_account_message())

    def _get_kept_account_message(self):
        return self.env._(
            "The account “%s” is kept by the membership ledger. Sell, use and refund "
            "plans in the Point of Sale instead.",
            self._get_prepayment_lines().account_id[:1].display_name,
        )

    def _is_from_register(self):
        """Whether the ledger, a closing or a ticket's invoice made the entry."""
        self.ensure_one()
        # sudo: an accountant has no rights on tickets and sessions
        move = self.sudo()
        return bool(
            any(move[name] for name in LEDGER_MARKS)
            or move.pos_order_ids
            or move.reversed_pos_order_id
            or move.pos_payment_ids
            or self.env["pos.session"]
            .sudo()
            .search_count([("move_id", "=", move.id)], limit=1)
        )

    def _link_invoiced_entries(self):
        """An invoiced ticket ties its grants to the invoice's journal items."""
        # sudo: nobody writes entries; the link to a journal item is the ledger's own
        for move in self.sudo().filtered("pos_order_ids"):
            items = list(move._get_prepayment_lines())
            for order in move.pos_order_ids:
                move._link_order_entries(order, items)

    def _link_order_entries(self, order, items):
        """Link what each line of a ticket moved to the item that books that much.

        :param list items: account.move.line; those that are linked are taken out
        """
        entries = self.env["beauty.entry"].search(
            [
                ("pos_order_line_id", "in", order.lines.ids),
                ("movement", "in", TICKET_MOVEMENTS),
                ("account_move_line_id", "=", False),
            ]
        )
        for line, own in entries.grouped("pos_order_line_id").items():
            item = self._find_item(items, line.product_id, -sum(own.mapped("amount")))
            if item:
                items.remove(item)
                order.session_id._set_journal_items({item.id: own.ids})
                own._book_unclaimed(item.partner_id)

    def _find_item(self, items, product, balance):
        """Return the item of a product that books that much, or else its first."""
        mine = [item for item in items if item.product_id == product]
        exact = [
            item
            for item in mine
            if self.company_currency_id.compare_amounts(item.balance, balance) == 0
        ]
        return next(iter(exact or mine), None)
