# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.tiers import MATCHING, ONE_LEVEL

DOWNGRADE_RULES = [
    (ONE_LEVEL, "One level down"),
    (MATCHING, "To the tier whose keeping rule still holds"),
]


class BeautyTier(models.Model):
    """A level of membership (ordinary, silver, gold, diamond).

    Managers create it; a member has at most one per company. Its pricelist
    applies in the Point of Sale unless the member has one of her own. Any one of
    its thresholds reaches it, any one of its keeping rules keeps it. The lowest
    tier, if nothing is needed for it, is every member's.
    """

    _name = "beauty.tier"
    _inherit = ["pos.load.mixin"]
    _description = "Membership Tier"
    _order = "sequence, id"
    _check_company_auto = True

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10, help="A higher number is a better tier.")
    active = fields.Boolean(default=True)
    color = fields.Integer()
    company_id = fields.Many2one(
        comodel_name="res.company",
        required=True,
        default=lambda self: self.env.company,
    )
    pricelist_id = fields.Many2one(
        comodel_name="product.pricelist",
        check_company=True,
        help="Prices of this tier's members. Empty: the register's own prices.",
    )
    window_months = fields.Integer(
        default=12,
        help="Months back, the present day included, in which money and visits count.",
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    # What reaches it: any one of these
    threshold_spend = fields.Monetary(
        help="Money that reaches this tier, net of refunds: received or consumed, as "
        "the company's settings say. 0: not by money."
    )
    threshold_visits = fields.Integer(
        help="Days with a service that reach this tier. 0: not by visits."
    )
    threshold_points = fields.Integer(
        help="Points earned that reach this tier. 0: not by points."
    )
    threshold_recharge = fields.Monetary(
        help="One single recharge that reaches this tier at once. 0: not by a recharge."
    )
    # What keeps it: any one of these, or reaching it again
    keep_spend = fields.Monetary(help="Money that keeps this tier. 0: not by money.")
    keep_visits = fields.Integer(help="Visits that keep this tier. 0: not by visits.")
    keep_points = fields.Integer(
        help="Points earned that keep this tier. 0: not by points."
    )
    validity_months = fields.Integer(
        default=12, help="Months a member keeps the tier once reached. 0: for ever."
    )
    downgrade_rule = fields.Selection(
        selection=DOWNGRADE_RULES,
        required=True,
        default=ONE_LEVEL,
        help="Where a member goes who does not keep this tier.",
    )
    # What it gives
    discount_ids = fields.One2many(
        comodel_name="beauty.tier.discount", inverse_name="tier_id", copy=True
    )
    points_multiplier = fields.Float(
        default=1.0, help="Points earned are multiplied by it."
    )
    birthday_multiplier = fields.Float(
        default=1.0, help="Points earned in the month of birth are multiplied again."
    )
    booking_window_days = fields.Integer(
        default=14, help="How many days ahead a member may book."
    )
    gift_plan_ids = fields.Many2many(
        comodel_name="beauty.plan",
        string="Gifts on Reaching It",
        check_company=True,
        help="Plans given free, once to each member: a facial, a trial of something "
        "new, stored value.",
    )
    has_dedicated_technician = fields.Boolean(string="Dedicated Technician")
    has_dedicated_consultant = fields.Boolean(string="Dedicated Consultant")
    note = fields.Text(
        string="Notes for Staff",
        translate=True,
        help="Shown beside the member's card at the till.",
    )

    _window_positive = models.Constraint(
        "CHECK (window_months > 0 AND validity_months >= 0)",
        "A tier needs a window of at least one month and a validity of zero or more.",
    )
    _rules_positive = models.Constraint(
        "CHECK (LEAST(threshold_spend, threshold_visits, threshold_points, "
        "threshold_recharge, keep_spend, keep_visits, keep_points, "
        "booking_window_days) >= 0 "
        "AND LEAST(points_multiplier, birthday_multiplier) >= 0)",
        "The numbers of a tier cannot be negative.",
    )

    @api.constrains("gift_plan_ids")
    def _check_gift_plan_ids(self):
        self.gift_plan_ids._ensure_can_be_given()

    @api.model
    def _load_pos_data_domain(self, data, config):
        return [("company_id", "=", config.company_id.id)]

    @api.model
    def _load_pos_data_fields(self, config):
        return ["name", "sequence", "color", "pricelist_id"]

    @api.model
    def _get_pricelists(self, company):
        """Return the pricelists that tiers of a company give.

        :return: product.pricelist records, active ones only
        """
        # sudo: read for the register, whoever opens it
        tiers = self.sudo().search([("company_id", "=", company.id)])
        return tiers.pricelist_id.filtered("active")
