# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo salon's history happens on its own days; see ``demo/clock.py``.

Imported after ``pos_order``, whose day it replaces: the last one imported counts.
"""

from odoo import api, models

from ..demo.clock import demo_day, on_demo_day


class PosOrder(models.Model):
    """A ticket of the demo counts on the demo's day."""

    _inherit = "pos.order"

    def _get_membership_date(self):
        return demo_day(self.env) or super()._get_membership_date()


class AccountMove(models.Model):
    """A journal entry of the demo is dated on the demo's day."""

    _inherit = "account.move"

    @api.model_create_multi
    def create(self, vals_list):
        return super().create(on_demo_day(self.env, vals_list))


class AccountPayment(models.Model):
    """A payment of the demo is dated on the demo's day."""

    _inherit = "account.payment"

    @api.model_create_multi
    def create(self, vals_list):
        return super().create(on_demo_day(self.env, vals_list))
