# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BasePartnerMerge(models.TransientModel):
    """Two contacts become one member: her old cards keep scanning."""

    _inherit = "base.partner.merge.automatic.wizard"

    def _update_values(self, src_partners, dst_partner):
        """Keep the numbers and ids merged away; the survivor may take a number over."""
        numbers = [
            {
                "partner_id": dst_partner.id,
                "number": partner.member_number,
                "merged_partner_ref": partner.id,
            }
            for partner in src_partners
        ]
        self.env["beauty.member.number"].sudo().create(numbers)
        taken_over = next((row["number"] for row in numbers if row["number"]), False)
        src_partners._take_back_number()
        if taken_over and not dst_partner.member_number:
            dst_partner.member_number = taken_over
        return super()._update_values(src_partners, dst_partner)
