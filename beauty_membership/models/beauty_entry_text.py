# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import formatLang


class BeautyEntitlement(models.Model):
    """How much of a holding there is, in words: money of stored value, else units."""

    _inherit = "beauty.entitlement"

    quantity_text = fields.Char(string="Granted", compute="_compute_texts")
    remaining_text = fields.Char(string="Left", compute="_compute_texts")

    @api.depends("quantity", "remaining", "kind")
    def _compute_texts(self):
        for holding in self:
            holding.quantity_text = holding._format_units(holding.quantity)
            holding.remaining_text = holding._format_units(holding.remaining)

    def _format_units(self, units):
        """Return so many units of this holding in the user's language."""
        self.ensure_one()
        if self.kind == "value":
            return formatLang(self.env, units, currency_obj=self.currency_id)
        return formatLang(self.env, units, digits=0)


class BeautyEntry(models.Model):
    """The units of an entry in words."""

    _inherit = "beauty.entry"

    quantity_text = fields.Char(string="Units", compute="_compute_quantity_text")
    after_text = fields.Char(
        string="Left after",
        compute="_compute_after_text",
        help="Units of the holding after this entry.",
    )

    @api.depends("quantity", "entitlement_id.kind")
    def _compute_quantity_text(self):
        for entry in self:
            entry.quantity_text = entry.entitlement_id._format_units(entry.quantity)

    @api.depends("units_after")
    def _compute_after_text(self):
        for entry in self:
            entry.after_text = entry.entitlement_id._format_units(entry.units_after)
