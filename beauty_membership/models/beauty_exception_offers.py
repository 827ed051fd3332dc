# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyException(models.Model):
    """Pass days that could not be booked: an accountant has to see why."""

    _inherit = "beauty.exception"

    kind = fields.Selection(
        selection_add=[("release", "Pass days not booked")],
        ondelete={"release": "cascade"},
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
