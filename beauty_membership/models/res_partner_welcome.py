# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResPartner(models.Model):
    """What the house gives somebody who joins at the till."""

    _inherit = "res.partner"

    def _welcome(self, config):
        """Give the first tier, the gift and the registration pack of the company.

        :param config: the register where she joins
        """
        self.ensure_one()
        company = config.company_id
        self._give_first_tier(company)
        plan = company.beauty_welcome_plan_id
        if plan:
            plan._grant_free(self, f"welcome:{self.id}", shop=config.beauty_shop_id)
        self._give_welcome_points(config)
        self._log_welcome_services(config)
        self._hand_out_samples(config)

    def _give_first_tier(self, company):
        """Every member has the lowest tier, if nothing is needed for it."""
        tiers = self.env["beauty.tier"]
        decision = tiers._decide_first(company, self)
        if decision:
            self.env["beauty.tier.change"]._record(company, [decision])

    def _give_welcome_points(self, config):
        company = config.company_id
        if company.beauty_has_points:
            self._grant_points(
                company.beauty_welcome_points,
                company,
                self.env["beauty.tier"]._get_today(company),
                f"welcome:{self.id}",
                shop_id=config.beauty_shop_id.id,
                reason=self.env._("Welcome"),
            )

    def _log_welcome_services(self, config):
        """A skin test and the like is a service performed, though nobody pays it."""
        company = config.company_id
        # sudo: service logs are the server's to write
        self.env["beauty.service.log"].sudo().with_context(
            mail_create_nosubscribe=True, mail_create_nolog=True
        ).create(
            [
                {
                    "partner_id": self.id,
                    "product_id": product.id,
                    "date": fields.Datetime.now(),
                    "shop_id": config.beauty_shop_id.id,
                    "company_id": company.id,
                    "note": self.env._("Registration"),
                }
                for product in company.beauty_welcome_service_ids
            ]
        )

    def _hand_out_samples(self, config):
        """Samples leave the stock of the register's warehouse."""
        products = config.company_id.beauty_welcome_sample_ids
        if not products:
            return self.env["stock.picking"]
        # sudo: cashiers move no stock by hand; the till does when it sells, too
        picking_type = config.sudo().picking_type_id
        picking = (
            self.env["stock.picking"]
            .sudo()
            .create(self._prepare_sample_vals(config, picking_type))
        )
        moves = (
            self.env["stock.move"]
            .sudo()
            .create([self._prepare_sample_move_vals(picking, p) for p in products])
        )
        moves._action_confirm()
        for move in moves:
            move.quantity = move.product_uom_qty
        moves.picked = True
        picking._action_done()
        return picking

    def _prepare_sample_vals(self, config, picking_type):
        source = picking_type.default_location_src_id
        target = self.with_company(config.company_id).property_stock_customer
        return self.env["stock.picking"]._prepare_picking_vals(
            self, picking_type, source.id, target.id
        ) | {"origin": self.env._("Registration of %s", self.name)}

    def _prepare_sample_move_vals(self, picking, product):
        return {
            "picking_id": picking.id,
            "picking_type_id": picking.picking_type_id.id,
            "product_id": product.id,
            "product_uom": product.uom_id.id,
            "product_uom_qty": 1,
            "location_id": picking.location_id.id,
            "location_dest_id": picking.location_dest_id.id,
            "company_id": picking.company_id.id,
        }
