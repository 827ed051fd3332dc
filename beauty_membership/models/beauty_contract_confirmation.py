# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.money import to_cents
from .beauty_policy import CONFIRMATIONS


class BeautyContract(models.Model):
    """How its member confirms what is taken from it, as agreed at the sale."""

    _inherit = "beauty.contract"

    confirmation = fields.Selection(
        selection=CONFIRMATIONS, string="Confirmed by the Member", default="none"
    )
    confirmation_min_amount = fields.Monetary(string="Confirmed from")


def get_confirmation_move(terms, currency, cents):
    """:return: (method, least amount, amount), money in cents

    :param terms: beauty.contract or beauty.policy
    """
    least = to_cents(terms.confirmation_min_amount or 0.0, currency.decimal_places)
    return terms.confirmation or "none", least, cents
