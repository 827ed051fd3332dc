# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ..exceptions import MembershipError
from .pos_order import PAID


class BeautyPlan(models.Model):
    """To whom and when a plan is sold: trials, campaigns, limits for each member."""

    _inherit = "beauty.plan"

    once_per_member = fields.Boolean(
        help="A trial: one for each person, told by contact and by phone."
    )
    new_members_only = fields.Boolean(
        help="A trial: for customers without any earlier ticket of the company."
    )
    is_trial = fields.Boolean(compute="_compute_is_trial", store=True)
    date_from = fields.Date(
        string="Sold from", help="First day of the sale. Empty: since ever."
    )
    date_to = fields.Date(
        string="Sold until", help="Last day of the sale, included. Empty: for ever."
    )
    member_limit = fields.Integer(
        string="Most per Member",
        help="How many one person may have bought, refunded ones not counted. 0: any.",
    )

    _member_limit_positive = models.Constraint(
        "CHECK (member_limit >= 0)", "The most per member cannot be negative."
    )

    @api.depends("once_per_member", "new_members_only")
    def _compute_is_trial(self):
        for plan in self:
            plan.is_trial = plan.once_per_member or plan.new_members_only

    @api.constrains("date_from", "date_to")
    def _check_sale_dates(self):
        for plan in self:
            if plan.date_from and plan.date_to and plan.date_to < plan.date_from:
                raise ValidationError(
                    self.env._("“%s” is sold until a day before it starts.", plan.name)
                )

    @api.model
    @api.readonly
    def check_offer(self, plan_id, partner_id, config_id, quantity=1):
        """Tell the till, before anybody pays, whether a plan may be sold.

        :param int plan_id: beauty.plan
        :param partner_id: the customer, or False
        :return: str, why not; empty if it may
        """
        Partner = self.env["res.partner"]
        config = Partner._fetch_config(config_id)
        partner = Partner.sudo()
        if partner_id:
            partner = Partner._fetch_partner(partner_id, config)
        plan = self.search([("id", "=", plan_id)])
        if not plan or plan.company_id != config.company_id:
            raise MembershipError(self.env._("This plan is not sold here."))
        day = fields.Date.context_today(self)
        # sudo: only the answer leaves
        return plan.sudo()._get_offer_refusal(partner, day, int(quantity))

    def _get_offer_refusal(self, partner, day, count, order=None):
        """Say why so many of the plan are not sold to somebody, or nothing.

        :param partner: res.partner, may be empty
        :param date day: day of the sale
        :param int count: how many
        :param order: pos.order that sells them, which is no earlier one
        :return: str in the user's language
        """
        self.ensure_one()
        period = self._get_period_refusal(day)
        limit = 1 if self.once_per_member else self.member_limit
        if period or not (limit or self.new_members_only):
            return period
        if not partner:
            return self.env._("Choose the customer who buys “%s” first.", self.name)
        people = partner._get_same_people()
        if limit and self._count_bought(people) + count > limit:
            return self.env._(
                "“%(plan)s” is sold %(limit)s time(s) to each person; %(member)s, or "
                "somebody with her phone, had it.",
                plan=self.name,
                limit=limit,
                member=partner.name,
            )
        if self.new_members_only and self._has_tickets(people, order):
            return self.env._(
                "“%(plan)s” is for new customers; %(member)s, or somebody with her "
                "phone, was here before.",
                plan=self.name,
                member=partner.name,
            )
        return ""

    def _get_period_refusal(self, day):
        if self.date_from and day < self.date_from:
            return self.env._(
                "“%(plan)s” is sold from %(day)s on.",
                plan=self.name,
                day=format_date(self.env, self.date_from),
            )
        if self.date_to and day > self.date_to:
            return self.env._(
                "“%(plan)s” was sold until %(day)s.",
                plan=self.name,
                day=format_date(self.env, self.date_to),
            )
        return ""

    def _count_bought(self, people):
        return self.env["beauty.contract"].search_count(
            [
                ("plan_id", "=", self.id),
                ("partner_id", "in", people.ids),
                ("state", "!=", "closed"),
            ]
        )

    def _has_tickets(self, people, order):
        domain = [
            ("partner_id", "in", people.ids),
            ("company_id", "=", self.company_id.id),
            ("state", "in", PAID),
            ("id", "!=", order.id if order else 0),
        ]
        return bool(self.env["pos.order"].search_count(domain, limit=1))

    def _prepare_contract_vals(self, line, price_total):
        vals = super()._prepare_contract_vals(line, price_total)
        vals["is_trial"] = self.is_trial
        if self.once_per_member and not line._get_offer_refusal():
            vals["once_key"] = line._get_sale_member()._get_person_key()
        return vals

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            *super()._load_pos_data_fields(config),
            "once_per_member",
            "new_members_only",
            "date_from",
            "date_to",
            "member_limit",
        ]
