# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

KINDS = [
    ("product", "A Product or Service"),
    ("discount", "Money off the Ticket"),
    ("value", "Stored Value"),
]


class BeautyReward(models.Model):
    """What points buy: an entry of the catalogue at the till.

    Managers create it. What was taken already is told by the ledger; changing a
    reward touches nothing of it.
    """

    _name = "beauty.reward"
    _inherit = ["image.mixin"]
    _description = "Points Reward"
    _order = "sequence, points, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        comodel_name="res.company",
        required=True,
        default=lambda self: self.env.company,
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    points = fields.Integer(required=True, help="What one costs.")
    kind = fields.Selection(selection=KINDS, required=True, default="discount")
    product_id = fields.Many2one(
        comodel_name="product.product",
        check_company=True,
        ondelete="restrict",
        domain="[('available_in_pos', '=', True), ('is_membership_plan', '=', False)]",
        help="Given on a ticket. A service can be kept for later as a session.",
    )
    amount = fields.Monetary(
        help="Money off: what one takes off a ticket, taxes included. Stored value: "
        "what one puts on the card, as bonus.",
    )
    # Limits
    stock_limit = fields.Integer(
        string="In All", help="How many there are to give in all. 0: no limit."
    )
    member_limit = fields.Integer(
        string="For each Member", help="How many one member can have. 0: no limit."
    )
    date_start = fields.Date(string="Offered from", help="First day. Empty: at once.")
    date_end = fields.Date(
        string="Offered until", help="Last day, included. Empty: for ever."
    )
    tier_ids = fields.Many2many(
        comodel_name="beauty.tier",
        string="Only for Tiers",
        check_company=True,
        help="Empty: for every member.",
    )
    # What is kept for later
    validity_months = fields.Integer(
        default=12,
        help="Months in which stored value or a session of this reward can be used. "
        "0: for ever.",
    )
    plan_id = fields.Many2one(
        comodel_name="beauty.plan",
        string="Granted as",
        readonly=True,
        copy=False,
        ondelete="restrict",
        index="btree_not_null",
        help="Terms of what this reward puts on the card. It is not sold.",
    )
    entry_ids = fields.One2many("beauty.entry", "reward_id", string="Movements")
    taken_count = fields.Integer(compute="_compute_taken_count", string="Taken")
    left_count = fields.Integer(compute="_compute_taken_count", string="Left")

    _points_positive = models.Constraint(
        "CHECK (points > 0)", "A reward costs at least one point."
    )
    _numbers_positive = models.Constraint(
        "CHECK (stock_limit >= 0 AND member_limit >= 0 AND validity_months >= 0"
        " AND amount >= 0)",
        "Limits, months and amounts of a reward cannot be negative.",
    )

    @api.depends("entry_ids.reward_quantity", "stock_limit")
    def _compute_taken_count(self):
        counts = self._fetch_taken()
        for reward in self:
            reward.taken_count = counts.get(reward.id, 0)
            reward.left_count = max(reward.stock_limit - reward.taken_count, 0)

    @api.constrains("kind", "product_id", "amount", "active")
    def _check_gives_something(self):
        for reward in self:
            if reward.kind == "product" and not reward.product_id:
                raise ValidationError(
                    self.env._("Say which product “%s” gives.", reward.name)
                )
            if reward.kind != "product" and reward.amount <= 0:
                raise ValidationError(
                    self.env._("Say how much money “%s” is worth.", reward.name)
                )
            if reward.kind == "product" and reward.product_id.is_membership_plan:
                raise ValidationError(
                    self.env._("A plan cannot be a reward; choose its services.")
                )

    @api.constrains("date_start", "date_end")
    def _check_dates(self):
        for reward in self:
            if reward.date_end and (reward.date_start or reward.date_end) > (
                reward.date_end
            ):
                raise ValidationError(
                    self.env._("“%s” ends before it starts.", reward.name)
                )

    @api.constrains("kind", "product_id", "stock_limit", "active")
    def _check_stock(self):
        """A product that has run out is no reward, unless somebody says how many."""
        for reward in self.filtered("active"):
            if reward._is_out_of_stock():
                raise ValidationError(
                    self.env._(
                        "%(product)s is out of stock: receive some, or archive "
                        "“%(reward)s”.",
                        product=reward.product_id.display_name,
                        reward=reward.name,
                    )
                )

    def _is_out_of_stock(self):
        self.ensure_one()
        product = self.product_id.with_company(self.company_id)
        return (
            self.kind == "product"
            and product.is_storable
            # sudo: managers of a salon need not see the stock
            and product.sudo().qty_available <= 0
        )

    @api.model_create_multi
    def create(self, vals_list):
        rewards = super().create(vals_list)
        rewards._sync_plan()
        return rewards

    def write(self, vals):
        res = super().write(vals)
        if {"name", "kind", "product_id", "amount", "validity_months"} & set(vals):
            self._sync_plan()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_taken(self):
        # sudo: entries of members the user does not see count as well
        if self.sudo().entry_ids:
            raise UserError(
                self.env._(
                    "A reward that was taken cannot be deleted. Archive it instead."
                )
            )

    def action_open_entries(self):
        """Open the ledger entries that took this reward."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_entry_action"
        )
        return {**action, "domain": [("reward_id", "=", self.id)], "context": {}}

    def _fetch_taken(self, partner=None):
        """Return how many of each were taken. :return: {reward id: int}"""
        domain = [("reward_id", "in", self.ids)]
        if partner:
            domain.append(("partner_id", "=", partner.id))
        # sudo: what all members took, whoever asks
        rows = (
            self.env["beauty.entry"]
            .sudo()
            ._read_group(domain, ["reward_id"], ["reward_quantity:sum"])
        )
        return {reward.id: count for reward, count in rows}
