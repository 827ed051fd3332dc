# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class ProductPricelist(models.Model):
    """A tier's pricelist applies unless the member has one of her own."""

    _inherit = "product.pricelist"

    @api.model
    def _get_partner_pricelist_multi(self, partner_ids):
        result = super()._get_partner_pricelist_multi(partner_ids)
        if not self.env["res.groups"]._is_feature_enabled(
            "product.group_product_pricelist"
        ):
            return result
        today = fields.Date.context_today(self)
        for partner in self.env["res.partner"].sudo().browse(partner_ids):
            if partner.tier_id and not partner.specific_property_product_pricelist:
                until = partner.tier_valid_until
                pricelist = partner.tier_id.pricelist_id
                if pricelist.active and (not until or until >= today):
                    result[partner.id] = pricelist.sudo(self.env.su)
        return result

    @api.model
    def _load_pos_data_domain(self, data, config):
        """Pricelists of balances are on every register, those of tiers where used."""
        domain = super()._load_pos_data_domain(data, config)
        pricelists = self.env["beauty.plan"]._get_value_pricelists(config.company_id)
        if config.use_pricelist:
            tiers = self.env["beauty.tier"]
            pricelists |= tiers._get_pricelists(config.company_id)
        return ["|", ("id", "in", pricelists.ids), *domain] if pricelists else domain
