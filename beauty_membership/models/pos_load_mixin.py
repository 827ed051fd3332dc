# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class PosLoadMixin(models.AbstractModel):
    """What a till that starts with nothing loads leaves out what is as usual."""

    _inherit = "pos.load.mixin"

    @api.model
    def _get_pos_usual(self):
        """Return values that the till takes for granted: {field name: value}."""
        return {}

    @api.model
    def _load_pos_data_read(self, records, config):
        """A till that has rows from before would keep their values: it gets all."""
        rows = super()._load_pos_data_read(records, config)
        usual = self._get_pos_usual()
        if usual and self.env.context.get("pos_last_server_date", True) is False:
            for row in rows:
                for name, value in usual.items():
                    if row.get(name) == value:
                        del row[name]
        return rows
