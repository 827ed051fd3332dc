# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields, models

# A till dates a ticket when it is paid and sends it at once, if it can.
LATE = timedelta(minutes=5)


class PosOrder(models.Model):
    """A ticket that took money before it could ask is stored, whatever it sold."""

    _inherit = "pos.order"

    taken_offline = fields.Boolean(
        copy=False, help="The till had no connection when the ticket was paid."
    )

    def _is_taken_offline(self):
        """Whether the customer has paid and gone: the till says so, or its clock."""
        self.ensure_one()
        paid_at = self.date_order or fields.Datetime.now()
        return self.taken_offline or fields.Datetime.now() - paid_at > LATE


class PosOrderLine(models.Model):
    """A line that sells a plan only some may buy."""

    _inherit = "pos.order.line"

    def _get_offer_refusal(self):
        """Say why the ticket's customer may not buy this plan, or nothing."""
        self.ensure_one()
        order = self.order_id
        template = self.product_id.product_tmpl_id
        plan = template.with_context(active_test=False).plan_ids[:1]
        return plan._get_offer_refusal(
            order.partner_id, order._get_membership_date(), int(self.qty), order
        )
