# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

from ..exceptions import MembershipError
from ..rules.periods import last_day
from .beauty_plan_step import BONUS_KINDS


class BeautyBonus(models.Model):
    """A gift that a recharge promised: what, when, and whether it was given.

    The sale creates it, one row for each instalment. What is due on the day of
    the sale is given with it, the rest at night. Nobody changes it.
    """

    _name = "beauty.bonus"
    _description = "Promised Gift"
    _order = "date, id"

    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        required=True,
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    partner_id = fields.Many2one(related="contract_id.partner_id")
    kind = fields.Selection(selection=BONUS_KINDS, required=True, readonly=True)
    product_ids = fields.Many2many("product.product", string="For", readonly=True)
    program_id = fields.Many2one("loyalty.program", ondelete="restrict", readonly=True)
    quantity = fields.Float(
        digits=(16, 2),
        required=True,
        readonly=True,
        help="Money for stored value; whole sessions, points or coupons.",
    )
    date = fields.Date(
        string="Due on", required=True, readonly=True, help="Given on this day."
    )
    validity_months = fields.Integer(
        readonly=True, help="From the day it is due. 0: as long as the contract."
    )
    given_on = fields.Date(readonly=True, help="Empty: still to come.")
    entitlement_id = fields.Many2one(
        "beauty.entitlement", string="Holding", ondelete="restrict", readonly=True
    )
    coupon_ids = fields.Many2many("loyalty.card", string="Coupons", readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    _waiting = models.Index("(date) WHERE given_on IS NULL")

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise MembershipError(self.env._("Gifts come with a recharge only."))
        return super().create(vals_list)

    @api.model
    def _cron_give(self):
        """Give the instalments that are due; safe to run twice.

        A frozen contract's wait, a closed contract's are never given.
        """
        # sudo: the job gives for every company, whoever starts it
        due = self.sudo().search(
            [
                ("given_on", "=", False),
                ("date", "<=", fields.Date.context_today(self)),
                ("contract_id.state", "=", "active"),
            ]
        )
        Cron = self.env["ir.cron"]
        Cron._commit_progress(remaining=len(due))
        for bonus in due:
            bonus._give()
            Cron._commit_progress(1)

    def _give(self, line=None):
        """Give what these rows promise; what was given stays as it is.

        :param line: beauty.sale.mixin of the sale, for what is given with it
        """
        for bonus in self.filtered(lambda b: not b.given_on and not b._waits()):
            if bonus.kind == "coupon":
                bonus.coupon_ids = bonus._create_coupons()
            else:
                bonus.entitlement_id = bonus._create_holding(line)
            bonus.given_on = max(bonus.date, fields.Date.context_today(bonus))

    def _waits(self):
        """Whether the payment of an invoice has to come first."""
        return self.contract_id.waits_for_payment and self.contract_id.amount_due > 0

    def _give_due(self):
        """Give the instalments that are due by now."""
        today = fields.Date.context_today(self)
        self.filtered(lambda bonus: bonus.date <= today)._give()

    def _get_expiry(self):
        """Return the last day of use, or None."""
        own = last_day(self.date, self.validity_months)
        return own or self.contract_id.date_end or None

    def _create_holding(self, line=None):
        """Create the holding of the gift, without liability, and post its grant."""
        holding = self.env["beauty.entitlement"].create(self._prepare_holding_vals())
        holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "grant",
                    "quantity": self.quantity,
                    "amount": 0.0,
                    "idempotency_key": f"bonus:{self.id}",
                    "date": max(self.date, self.contract_id.date_start),
                    "shop_id": self.contract_id.shop_id.id,
                    **(line._prepare_entry_source() if line else {}),
                    "reason": self.env._("Gift of %s", self.contract_id.name),
                }
            ]
        )
        return holding

    def _prepare_holding_vals(self):
        self.ensure_one()
        contract = self.contract_id
        prices = self.product_ids.mapped("lst_price")
        return {
            "contract_id": contract.id,
            "partner_id": contract.partner_id.id,
            "company_id": contract.company_id.id,
            "currency_id": contract.currency_id.id,
            "kind": self.kind,
            "product_ids": [Command.set(self.product_ids.ids)],
            "quantity": self.quantity,
            "amount": 0.0,
            "unit_amount": 0.0,
            "list_price": 1.0 if self.kind == "value" else max(prices, default=0.0),
            "is_bonus": True,
            "date_expiry": self._get_expiry(),
        }

    def _create_coupons(self):
        """Create the coupons of Odoo's own program, for this member."""
        self.ensure_one()
        trigger = self.program_id.rule_ids[:1].reward_point_amount or 1.0
        vals = {
            "program_id": self.program_id.id,
            "partner_id": self.contract_id.partner_id.id,
            "points": trigger,
            "expiration_date": self._get_expiry(),
        }
        return self.env["loyalty.card"].create([vals] * int(self.quantity))

    def _cancel(self):
        """Take back the coupons of a recharge that is refunded; holdings go by it.

        :raises MembershipError: if one of them was used
        """
        coupons = self.coupon_ids
        if coupons.filtered(lambda c: c.use_count or c.points <= 0):
            raise MembershipError(
                self.env._(
                    "A coupon that came with this recharge was used: let a manager "
                    "settle it from the contract."
                )
            )
        coupons.action_archive()

    def _drop_unused_coupons(self):
        """Coupons of a contract that was refunded go, as far as they are unused."""
        coupons = self.coupon_ids.filtered(lambda c: not c.use_count and c.points > 0)
        coupons.action_archive()
