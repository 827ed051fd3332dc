# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

from ..exceptions import MembershipError

STATES = [
    ("draft", "Quote"),
    ("to_approve", "To Approve"),
    ("done", "Done"),
    ("reversed", "Reversed"),
    ("cancelled", "Cancelled"),
]


class BeautyOperation(models.Model):
    """One change of a contract after its sale: refund, transfer, freeze ...

    A manager asks for it from the contract. The draft is a quote that shows its
    calculation; done, it has posted its entries and their journal entry. It is never
    changed afterwards: a reversal is an operation of its own. Each kind has its own
    file, which adds it to ``kind`` and gives the hooks named in ``_call``.
    """

    _name = "beauty.operation"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Change of a Contract"
    _order = "id desc"
    _check_company_auto = True

    name = fields.Char(required=True, readonly=True, copy=False, default="/")
    kind = fields.Selection(selection=[], required=True, index=True)
    state = fields.Selection(
        selection=STATES,
        required=True,
        default="draft",
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    contract_id = fields.Many2one(
        "beauty.contract", required=True, ondelete="restrict", index=True
    )
    plan_id = fields.Many2one(related="contract_id.plan_id")
    contract_state = fields.Selection(
        related="contract_id.state", string="Contract Status"
    )
    partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Member",
        ondelete="restrict",
        compute="_compute_partner_id",
        store=True,
        index=True,
        help="Who held the contract before it.",
    )
    to_partner_id = fields.Many2one(
        "res.partner", string="To Member", ondelete="restrict"
    )
    date = fields.Date(
        required=True,
        default=lambda self: self.env.company._get_beauty_today(),
        help="Day of its entries. In a closed period the books get the first open day.",
    )
    reason = fields.Char(tracking=True)
    line_ids = fields.One2many(
        "beauty.operation.line", "operation_id", string="Holdings"
    )
    amount = fields.Monetary(
        string="Book Value",
        compute="_compute_amount",
        store=True,
        help="What it moves on the prepayments account.",
    )
    fee_amount = fields.Monetary(string="Fee", help="Taxes included.")
    calculation = fields.Json(
        compute="_compute_calculation",
        store=True,
        help="The steps of the amount: list of {label, amount, note}.",
    )
    user_id = fields.Many2one(
        comodel_name="res.users",
        string="Asked by",
        ondelete="restrict",
        default=lambda self: self.env.user,
        readonly=True,
        copy=False,
    )
    approver_id = fields.Many2one(
        "res.users",
        string="Approved by",
        ondelete="restrict",
        readonly=True,
        copy=False,
    )
    approved_on = fields.Datetime(readonly=True, copy=False)
    move_id = fields.Many2one(
        comodel_name="account.move",
        string="Journal Entry",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    pos_order_id = fields.Many2one(
        comodel_name="pos.order",
        string="Ticket",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The ticket that carried it out, if a till did.",
    )
    entry_ids = fields.One2many(
        "beauty.entry", "operation_id", string="Entries", readonly=True
    )
    reversed_operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Reverses",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    shop_id = fields.Many2one("beauty.shop", check_company=True)
    company_id = fields.Many2one(related="contract_id.company_id", store=True)
    currency_id = fields.Many2one(related="contract_id.currency_id", store=True)

    _fee_positive = models.Constraint(
        "CHECK (fee_amount >= 0)", "The fee cannot be negative."
    )
    _reversed_once = models.UniqueIndex(
        "(reversed_operation_id) WHERE state = 'done'",
        "It was reversed already.",
    )

    @api.depends("contract_id")
    def _compute_partner_id(self):
        for operation in self:
            if operation.state == "draft":
                operation.partner_id = operation.contract_id.partner_id

    @api.depends("line_ids.amount")
    def _compute_amount(self):
        for operation in self:
            operation.amount = sum(operation.line_ids.mapped("amount"))

    @api.depends("kind", "contract_id", "date", "line_ids.quantity", "fee_amount")
    def _compute_calculation(self):
        """A quote follows what it is made of; done, it stays as it was agreed."""
        for operation in self:
            if operation.state == "draft":
                operation.calculation = operation._call("get_calculation") or []

    @api.model
    def default_get(self, fields_list):
        """Propose what the contract still has."""
        defaults = super().default_get(fields_list)
        if defaults.get("contract_id") and "line_ids" in fields_list:
            quote = self.new(defaults)
            lines = quote._call("prepare_lines") or []
            defaults["line_ids"] = [Command.create(line) for line in lines]
        return defaults

    @api.model_create_multi
    def create(self, vals_list):
        # defaults that a client sends would be written unseen
        kept = {"default_kind", "default_contract_id"}
        context = {
            key: value
            for key, value in self.env.context.items()
            if key in kept or not key.startswith("default_")
        }
        # pylint: disable-next=context-overridden
        self = self.with_context(context)
        sequence = self.env["ir.sequence"].sudo()
        for vals in vals_list:
            self._ensure_client_vals(vals)
            vals["name"] = sequence.next_by_code("beauty.operation")
        return super().create(vals_list)

    def write(self, vals):
        if not self.env.su and any(o.state != "draft" for o in self):
            threads = set(self.env["mail.activity.mixin"]._fields)
            if not set(vals) <= threads:
                raise MembershipError(
                    self.env._("It is no quote any more; reverse it instead.")
                )
        self._ensure_client_vals(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_done(self):
        if any(operation.state not in ("draft", "cancelled") for operation in self):
            raise MembershipError(
                self.env._("What was carried out stays on record; reverse it instead.")
            )

    def _ensure_client_vals(self, vals):
        """What is read-only, such as state and people, its actions alone write."""
        threads = self.env["mail.activity.mixin"]._fields
        own = {
            name
            for name, field in self._fields.items()
            if field.readonly and name not in threads
        }
        if not self.env.su and own & set(vals):
            raise MembershipError(self.env._("Use the buttons of the operation."))

    def _call(self, name):
        """Call the hook of this kind: ``_<name>_<kind>``; None if it has none.

        Hooks: prepare_lines, get_calculation, ensure_possible, needs_approval,
        prepare_entries, prepare_counterparts, prepare_item, finish, prepare_message,
        ensure_reversible, undo_finish.
        """
        self.ensure_one()
        hook = getattr(self, f"_{name}_{self.kind}", None) if self.kind else None
        return hook() if hook else None

    def _get_title(self):
        """Return what the operation is called, in the user's language."""
        self.ensure_one()
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        title = f"{kinds[self.kind]} {self.contract_id.name}"
        if self.reversed_operation_id:
            return self.env._("Reversal of %s", title)
        return title

    @api.depends("name", "kind", "contract_id")
    def _compute_display_name(self):
        for operation in self:
            operation.display_name = f"{operation.name} {operation._get_title()}"
