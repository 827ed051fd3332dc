# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class PosConfig(models.Model):
    """What the till needs to preview who may give what."""

    _inherit = "pos.config"

    @api.model
    def _load_pos_data_read(self, records, config):
        rows = super()._load_pos_data_read(records, config)
        if rows:
            authority = self.env["beauty.authority"]
            rows[0]["_beauty_authority"] = authority._prepare_till_rows(config)
        return rows
