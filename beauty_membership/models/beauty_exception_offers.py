# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyException(models.Model):
    """Pass days that could not be booked, and plans sold against their rules."""

    _inherit = "beauty.exception"

    kind = fields.Selection(
        selection_add=[
            ("release", "Pass days not booked"),
            ("offer", "Plan sold against its rules"),
        ],
        ondelete={"release": "cascade", "offer": "cascade"},
    )

    @api.model
    def _raise_release(self, company, day, problem):
        """Say once a day why a company's pass days could not be booked."""
        # sudo: nobody creates exceptions by hand
        self.sudo()._find_or_create(
            {
                "name": self.env._("Pass days of %s are not booked", company.name),
                "kind": "release",
                "reference": f"{company.id}:{day}",
                "message": self.env._(
                    "%s\nThe next night tries again; what is due is not lost.", problem
                ),
                "company_id": company.id,
            }
        )

    @api.model
    def _raise_offer(self, line, plan, refusal):
        """Tell a manager what a till without connection sold against the rules."""
        order = line.order_id
        # sudo: nobody creates exceptions by hand
        self.sudo()._find_or_create(
            {
                "name": self.env._(
                    "%(plan)s sold to %(member)s against its rules",
                    plan=plan.name,
                    member=order.partner_id.name or self.env._("nobody"),
                ),
                "kind": "offer",
                "reference": f"{order.uuid}:{line.uuid}",
                "partner_id": order.partner_id.id,
                "amount": line.price_subtotal_incl,
                "message": self.env._(
                    "%s\nThe till had no connection, the customer had paid: the "
                    "contract was made all the same.",
                    refusal,
                ),
                "session_id": order.session_id.id,
                "company_id": order.company_id.id,
            }
        )
