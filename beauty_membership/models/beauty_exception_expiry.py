# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyException(models.Model):
    """What ran out and could not be booked as expired."""

    _inherit = "beauty.exception"

    kind = fields.Selection(
        selection_add=[("expiry", "Expiry not booked")],
        ondelete={"expiry": "cascade"},
    )

    @api.model
    def _raise_expiry(self, company, problem):
        """Say once a day why what ran out in a company could not be booked."""
        # sudo: nobody creates exceptions by hand
        self.sudo()._find_or_create(
            {
                "name": self.env._("What expired in %s is not booked", company.name),
                "kind": "expiry",
                "reference": f"expiry:{company.id}:{company._get_beauty_today()}",
                "message": self.env._(
                    "%s\nThe next night tries again; what is due is not lost.", problem
                ),
                "company_id": company.id,
            }
        )
