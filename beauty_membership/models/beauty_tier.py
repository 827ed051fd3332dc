# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyTier(models.Model):
    """A level of membership (ordinary, silver, gold, diamond).

    Managers create it; a member has at most one per company. Its pricelist
    applies in the Point of Sale unless the member has one of her own.
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
        default=12, help="Months back in which spending and visits count."
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    threshold_spend = fields.Monetary(help="Spending that reaches this tier. 0: none.")
    threshold_visits = fields.Integer(help="Visits that reach this tier. 0: none.")
    keep_spend = fields.Monetary(help="Spending that keeps this tier. 0: none.")
    keep_visits = fields.Integer(help="Visits that keep this tier. 0: none.")
    validity_months = fields.Integer(
        default=12, help="Months a member keeps the tier once reached. 0: for ever."
    )
    points_multiplier = fields.Float(default=1.0)
    birthday_multiplier = fields.Float(default=1.0)
    booking_window_days = fields.Integer(default=14)

    _window_positive = models.Constraint(
        "CHECK (window_months > 0 AND validity_months >= 0)",
        "A tier needs a window of at least one month and a validity of zero or more.",
    )

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
