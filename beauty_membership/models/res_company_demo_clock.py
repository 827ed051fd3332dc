# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo salon's history happens on its own days; see ``demo/clock.py``."""

from odoo import api, models

from ..demo.clock import demo_day


class PosOrder(models.Model):
    _inherit = "pos.order"

    def _get_membership_date(self):
        return demo_day(self.env) or super()._get_membership_date()


class AccountMove(models.Model):
    _inherit = "account.move"

    @api.model_create_multi
    def create(self, vals_list):
        day = demo_day(self.env)
        if day:
            vals_list = [{**vals, "date": day} for vals in vals_list]
        return super().create(vals_list)


class AccountPayment(models.Model):
    _inherit = "account.payment"

    @api.model_create_multi
    def create(self, vals_list):
        day = demo_day(self.env)
        if day:
            vals_list = [{**vals, "date": day} for vals in vals_list]
        return super().create(vals_list)
