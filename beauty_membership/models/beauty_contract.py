# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

from ..exceptions import GrantRefused, MembershipError
from ..rules.periods import last_day

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
    tax_point = fields.Selection(
        selection=[("redemption", "When used"), ("sale", "When sold")], required=True
    )
    bonus_order = fields.Selection(
        selection=[
            ("proportional", "In proportion"),
            ("principal_first", "Principal first"),
            ("bonus_first", "Bonus first"),
        ]
    )
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

    @api.depends("price_total", "amount_paid")
    def _compute_amount_due(self):
        for contract in self:
            contract.amount_due = contract.price_total - contract.amount_paid

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
        if self.currency_id.is_zero(amount):
            return
        self.company_id._beauty_setup()
        move = self.env["account.move"].create(self._prepare_assignment_vals(amount))
        move._post()

    def _prepare_assignment_vals(self, amount):
        company = self.company_id
        label = self.env._("%s assigned to a member", self.name)
        balances = {self.env["res.partner"]: amount}
        balances[self.partner_id.commercial_partner_id] = -amount
        return {
            "journal_id": company.beauty_journal_id.id,
            "date": fields.Date.context_today(self),
            "ref": label,
            "beauty_contract_id": self.id,
            "line_ids": [
                Command.create(
                    {
                        "account_id": company.beauty_liability_account_id.id,
                        "partner_id": partner.id,
                        "name": label,
                        "balance": balance,
                    }
                )
                for partner, balance in balances.items()
            ],
        }

    def action_open_order(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "pos.order",
            "res_id": self.pos_order_line_id.order_id.id,
            "views": [(False, "form")],
        }

    @api.model
    def _grant_line(self, line, amount, price_total):
        """Grant the plans of one ticket line: one contract for each unit of it.

        :param line: pos.order.line that sells a plan
        :param float amount: what the line puts on the liability
        :param float price_total: what the member pays for it, taxes included
        :return: the new contracts
        :raises GrantRefused: on a part of a plan, or a plan that is not sold here
        """
        template = line.product_id.product_tmpl_id
        # archived since the till was opened: what took money is stored all the same
        plan = template.with_context(active_test=False).plan_ids[:1]
        count = int(line.qty)
        if plan and plan.company_id != line.order_id.company_id:
            raise GrantRefused(
                self.env._(
                    "“%(plan)s” is sold by %(company)s only.",
                    plan=plan.name,
                    company=plan.company_id.name,
                )
            )
        if not plan or count != line.qty or not 1 <= count <= 100:
            raise GrantRefused(
                self.env._(
                    "“%(name)s” is sold in whole numbers from 1 to 100.",
                    name=line.full_product_name or line.product_id.display_name,
                )
            )
        amounts = plan._split_evenly(amount, count)
        totals = plan._split_evenly(price_total, count)
        contracts = self.create(
            [plan._prepare_contract_vals(line, total) for total in totals]
        )
        for index, (contract, share) in enumerate(zip(contracts, amounts, strict=True)):
            contract._grant(share, f"{line.uuid}:{index}", line)
        contracts.filtered(lambda c: c.state == "draft")._ask_for_member()
        return contracts

    def _grant(self, amount, key, line=None):
        """Create the holdings of a contract and post their grant.

        :param float amount: what the sale puts on the liability
        :param str key: retry key of the sale
        :param line: pos.order.line of the sale, if any
        """
        self.ensure_one()
        shares = self.plan_id._allocate_price(amount)
        holdings = self.env["beauty.entitlement"].create(
            [self._prepare_entitlement_vals(pl, share) for pl, share in shares.items()]
        )
        holdings._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "grant",
                    "quantity": holding.quantity,
                    "amount": holding.amount,
                    "idempotency_key": f"grant:{key}:{plan_line.id}",
                    "date": self.date_start,
                    "shop_id": self.shop_id.id,
                    "pos_order_line_id": line.id if line else False,
                }
                for plan_line, holding in zip(shares, holdings, strict=True)
            ]
        )

    def _prepare_entitlement_vals(self, plan_line, amount):
        months = plan_line.validity_months
        return {
            "contract_id": self.id,
            "partner_id": self.partner_id.id,
            "company_id": self.company_id.id,
            "currency_id": self.currency_id.id,
            "kind": plan_line.kind,
            "product_ids": [Command.set(plan_line.product_ids.ids)],
            "quantity": plan_line.quantity,
            "amount": amount,
            "unit_amount": self.env["beauty.entitlement"]._get_unit_amount(
                amount, plan_line.quantity, self.currency_id
            ),
            "list_price": plan_line.list_price,
            "is_bonus": plan_line.is_bonus,
            "date_expiry": last_day(self.date_start, months) or self.date_end,
        }

    def _ask_for_member(self):
        """A contract nobody owns needs somebody to assign it."""
        for contract in self:
            contract.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("Paid without a member: assign this contract"),
                user_id=contract.company_id._get_beauty_owner().id,
            )

    def _refund_untouched(self, line, count):
        """Take back untouched contracts of a ticket line, for a refunded line.

        :param line: pos.order.line of the refund
        :param int count: how many of the contracts come back
        :return: money that leaves the liability
        :raises GrantRefused: if one of them was used
        """
        untouched = self.filtered(lambda c: c._is_untouched())[:count]
        if len(untouched) < count:
            raise GrantRefused(self._describe_used())
        holdings = untouched.entitlement_ids
        amount = sum(holdings.mapped("amount_remaining"))
        holdings._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "refund",
                    "quantity": -holding.remaining,
                    "amount": -holding.amount_remaining,
                    "idempotency_key": f"refund:{line.uuid}:{holding.id}",
                    "date": line.order_id._get_membership_date(),
                    "shop_id": line.order_id.config_id.beauty_shop_id.id,
                    "pos_order_line_id": line.id,
                }
                for holding in holdings
            ]
        )
        untouched.write({"state": "closed"})
        return amount

    def _is_untouched(self):
        self.ensure_one()
        return self.state in ("draft", "active") and all(
            holding.remaining == holding.quantity for holding in self.entitlement_ids
        )

    def _describe_used(self):
        """Say why a package cannot be refunded from the ticket."""
        used = sum(h.quantity - h.remaining for h in self.entitlement_ids)
        return self.env._(
            "%(name)s cannot be refunded from the ticket: %(used)g of its units were "
            "used or it is closed. Undo the uses first, or let a manager settle it "
            "from the contract.",
            name=", ".join(self.mapped("name")),
            used=used,
        )
