# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from .beauty_plan import BONUS_ORDERS, TAX_POINTS

STATES = [
    ("draft", "To Assign"),
    ("active", "Active"),
    ("frozen", "Frozen"),
    ("closed", "Closed"),
]


class BeautyContract(models.Model):
    """One sale of a plan to one member, with the terms it was sold under.

    The settlement of a ticket creates it. Terms and amounts never change; what
    the member still has is on its entitlements. A draft contract was paid for
    but has no member yet: somebody has to assign it.
    """

    _name = "beauty.contract"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Membership Contract"
    _order = "date_start desc, id desc"
    _check_company_auto = True

    name = fields.Char(required=True, readonly=True, copy=False, default="/")
    partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Member",
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    plan_id = fields.Many2one(
        comodel_name="beauty.plan", ondelete="restrict", required=True, index=True
    )
    state = fields.Selection(
        selection=STATES, required=True, default="draft", tracking=True, index=True
    )
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    currency_id = fields.Many2one("res.currency", required=True, ondelete="restrict")
    shop_id = fields.Many2one(
        comodel_name="beauty.shop", string="Sold in", ondelete="restrict"
    )
    # Terms, copied at the sale
    date_start = fields.Date(required=True, help="First day of use.")
    date_end = fields.Date(help="Last day of use, included. Empty: for ever.")
    price_total = fields.Monetary(
        required=True, help="What the member agreed to pay, taxes included."
    )
    tax_point = fields.Selection(selection=TAX_POINTS, required=True)
    bonus_order = fields.Selection(selection=BONUS_ORDERS)
    policy_id = fields.Many2one("beauty.policy", ondelete="restrict")
    grace_days = fields.Integer()
    shop_ids = fields.Many2many("beauty.shop", string="Only in Shops")
    terms = fields.Html(string="Terms Agreed")
    # Money
    amount_paid = fields.Monetary(required=True, help="Received so far.")
    amount_due = fields.Monetary(
        compute="_compute_amount_due", store=True, help="Arrears of the member."
    )
    amount_remaining = fields.Monetary(
        string="Liability", compute="_compute_amount_remaining"
    )
    amount_in_transit = fields.Monetary(
        string="Not Booked Yet",
        compute="_compute_amount_in_transit",
        help="Entries without a journal item: the closing of their register posts it.",
    )
    units_granted = fields.Float(
        string="Units",
        digits=(16, 0),
        compute="_compute_units",
        help="Sessions granted.",
    )
    units_left = fields.Float(
        string="Left",
        digits=(16, 0),
        compute="_compute_units",
        help="Sessions not used.",
    )
    service_log_count = fields.Integer(compute="_compute_service_log_count")
    # Holdings and source
    entitlement_ids = fields.One2many("beauty.entitlement", "contract_id")
    entry_ids = fields.One2many("beauty.entry", "contract_id", string="Statement")
    operation_ids = fields.One2many(
        "beauty.operation", "contract_id", string="Changes after the Sale"
    )
    operation_count = fields.Integer(compute="_compute_operation_count")
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
    move_line_id = fields.Many2one(
        comodel_name="account.move.line",
        string="Invoice Line",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )

    @api.depends("price_total", "amount_paid", "state")
    def _compute_amount_due(self):
        for contract in self:
            due = contract.price_total - contract.amount_paid
            is_closed = contract.state == "closed"
            contract.amount_due = 0.0 if is_closed else contract.currency_id.round(due)

    @api.depends("entitlement_ids.amount_remaining")
    def _compute_amount_remaining(self):
        for contract in self:
            contract.amount_remaining = sum(
                contract.entitlement_ids.mapped("amount_remaining")
            )

    @api.depends("entry_ids.account_move_line_id", "entry_ids.amount")
    def _compute_amount_in_transit(self):
        amounts = dict(
            self.env["beauty.entry"]._read_group(
                [("contract_id", "in", self.ids), ("account_move_line_id", "=", False)],
                ["contract_id"],
                ["amount:sum"],
            )
        )
        for contract in self:
            contract.amount_in_transit = amounts.get(contract, 0.0)

    @api.depends("entitlement_ids.remaining")
    def _compute_units(self):
        for contract in self:
            sessions = contract.entitlement_ids.filtered(lambda h: h.kind == "session")
            contract.units_granted = sum(sessions.mapped("quantity"))
            contract.units_left = sum(sessions.mapped("remaining"))

    def _compute_service_log_count(self):
        counts = dict.fromkeys(self.ids, 0)
        for holding, count in self.env["beauty.service.log"]._read_group(
            [("entitlement_id.contract_id", "in", self.ids)],
            ["entitlement_id"],
            ["__count"],
        ):
            counts[holding.contract_id.id] += count
        for contract in self:
            contract.service_log_count = counts.get(contract.id, 0)

    @api.depends("operation_ids")
    def _compute_operation_count(self):
        for contract in self:
            contract.operation_count = len(contract.operation_ids)

    def action_open_assign_wizard(self):
        """Ask who owns a contract that was paid for without a member."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Assign to a Member"),
            "res_model": "beauty.assign.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_contract_id": self.id},
        }

    def action_open_order(self):
        """Open the ticket that sold the plan."""
        self.ensure_one()
        return self.pos_order_id._get_records_action()

    def action_open_service_logs(self):
        """Open the services performed on this contract."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_service_log_action"
        )
        domain = [("entitlement_id.contract_id", "=", self.id)]
        return {**action, "domain": domain, "context": {}}

    def action_assign(self, partner_id):
        """Give a draft contract, paid without a member on the ticket, to a member.

        :param int partner_id: the member
        :raises MembershipError: if the contract has a member already
        """
        self.ensure_one()
        self.env["beauty.plan"].check_access("write")
        if self.state != "draft":
            raise MembershipError(
                self.env._("%(name)s belongs to a member already.", name=self.name)
            )
        # sudo: no role writes contracts or entries; a manager assigns through here
        contract = self.sudo()
        contract.write({"partner_id": partner_id, "state": "active"})
        contract.entitlement_ids.write({"partner_id": partner_id})
        contract.entry_ids.write({"partner_id": partner_id})
        contract._book_assignment()
        contract.activity_unlink(["mail.mail_activity_data_todo"])
        return True

    def _book_assignment(self):
        """What the sale books without a member is moved to her in the open period."""
        self.ensure_one()
        amount = sum(self.entitlement_ids.mapped("amount_remaining"))
        nobody = self.env["res.partner"]
        label = self.env._("%s assigned to a member", self.name)
        self._move_liability(amount, nobody, self.partner_id, label)

    def _move_liability(self, amount, old, new, label):
        """Book what the contract carries on another partner.

        :param float amount: money
        :param old: res.partner on whom it is booked, maybe nobody
        :param new: res.partner on whom it is to be, maybe nobody
        """
        old, new = old.commercial_partner_id, new.commercial_partner_id
        if old != new:
            self.company_id._book_membership(
                fields.Date.context_today(self),
                label,
                [(old, amount), (new, -amount)],
                marks={"beauty_contract_id": self.id},
            )

    def action_open_operations(self):
        """Open what was changed after the sale."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_operation_action"
        )
        return {**action, "domain": [("contract_id", "=", self.id)], "context": {}}

    def action_new_operation(self):
        """Propose a change of the contract; the context says of which kind.

        :return: act_window that opens its quote
        """
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": "beauty.operation",
            "views": [(False, "form")],
            "target": "current",
            "context": {
                "default_kind": self.env.context.get("operation_kind"),
                "default_contract_id": self.id,
            },
        }
