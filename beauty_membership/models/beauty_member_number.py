# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyMemberNumber(models.Model):
    """A number or contact that a member had before a merge, still found.

    Merging two contacts creates it, so that the old card keeps scanning and a
    till that still knows the old contact reaches the new one.
    """

    _name = "beauty.member.number"
    _description = "Earlier Member Number"
    _rec_name = "number"

    partner_id = fields.Many2one(
        "res.partner", required=True, ondelete="cascade", index=True
    )
    number = fields.Char(index="btree_not_null", help="The card's earlier number.")
    merged_partner_ref = fields.Integer(
        index=True, help="Database id of the contact that was merged away."
    )

    @api.model
    def _find_by_number(self, number):
        """Return the member who had that number before a merge, or none."""
        # sudo: managers only read the table; the caller reads the contact as the user
        return self.sudo().search([("number", "=", number)], limit=1).partner_id

    @api.model
    def _find_merged(self, partner_ref):
        """Return the contact that an id merged away lives on as, or none."""
        # sudo: as above
        return (
            self.sudo()
            .search([("merged_partner_ref", "=", partner_ref)], limit=1)
            .partner_id
        )
