# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import format_date

from ..rules import usage
from ..rules.usage import Terms, get_refusal


class BeautyEntitlement(models.Model):
    """Whether a holding may be used, and the words that say why not."""

    _inherit = "beauty.entitlement"

    def _get_refusal(self, day, product, shop, units=1):
        """Say why units cannot be used for a service on a day, or nothing.

        :param date day: day of the use
        :param product: product.product performed
        :param shop: beauty.shop where it is used, may be empty
        :param int units: whole units wanted
        :return: str in the user's language; empty if it may be used
        """
        self.ensure_one()
        terms = self._get_terms()
        code = get_refusal(terms, day, product.id, shop.id, units)
        return self._get_refusal_message(
            code, terms, self.display_name, self.contract_id.name, units
        )

    def _get_terms(self):
        self.ensure_one()
        contract = self.contract_id
        return self._prepare_terms(
            self, contract, contract.shop_ids.ids, self.product_ids.ids
        )

    @api.model
    def _prepare_terms(self, holding, contract, shop_ids, product_ids):
        """Return what decides a use.

        :param holding: beauty.entitlement, or its row of the card
        :param contract: beauty.contract, or the same row
        """
        return Terms(
            state=contract["state"],
            date_start=contract["date_start"],
            date_expiry=holding["date_expiry"] or None,
            grace_days=contract["grace_days"] or 0,
            shop_ids=frozenset(shop_ids),
            product_ids=frozenset(product_ids),
            remaining=float(holding["remaining"]),
            weekdays=frozenset(map(int, contract["weekdays"] or "")),
        )

    @api.model
    def _get_refusal_message(self, code, terms, name, contract_name, units=1):
        """Return the words of a refusal of :func:`..rules.usage.get_refusal`."""
        if not code:
            return ""
        words = {
            "name": name,
            "contract": contract_name,
            "left": terms.remaining,
            "units": units,
            "start": format_date(self.env, terms.date_start),
            "end": format_date(self.env, terms.date_expiry),
        }
        return self._get_refusal_templates()[code] % words

    @api.model
    def _get_refusal_templates(self):
        return {
            usage.FROZEN: self.env._("%(contract)s is frozen."),
            usage.CLOSED: self.env._("%(contract)s is closed or has no member."),
            usage.EXPIRED: self.env._("%(name)s expired on %(end)s."),
            usage.NOT_STARTED: self.env._("%(contract)s starts on %(start)s."),
            usage.OTHER_SHOP: self.env._("%(contract)s is not valid in this shop."),
            usage.OTHER_DAY: self.env._("%(contract)s is not valid on this weekday."),
            usage.OTHER_SERVICE: self.env._("%(name)s is not for this service."),
            usage.NOT_ENOUGH: self.env._(
                "Only %(left)g of %(name)s left, %(units)g needed; another till may "
                "have been faster."
            ),
        }
