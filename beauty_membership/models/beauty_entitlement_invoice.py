# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.money import to_cents
from ..rules.part_payment import AT_ONCE, WHEN_SETTLED, due_units, moved_units

# what payments gave, without what a manager released
PAID = ("grant", "refund")


class BeautyEntitlement(models.Model):
    """Holdings whose units come with the payments of an invoice.

    All of the money is on the liability since the invoice was posted; each payment
    posts units only.
    """

    _inherit = "beauty.entitlement"

    def _get_released(self):
        """Return the units that payments released so far, of all of these."""
        entries = self.entry_ids.filtered(lambda entry: entry.movement in PAID)
        return sum(entries.mapped("quantity"))

    def _post_paid_units(self, contract):
        """Post the units that what is paid gives, or takes back.

        :param contract: beauty.contract of all of these holdings
        :return: the new beauty.entry records
        """
        vals_list = []
        for holding in self:
            units = holding._get_units_moved(contract)
            if units:
                vals_list.append(holding._prepare_paid_units_vals(units, contract))
        return self._post_entry(vals_list)

    def _get_units_moved(self, contract):
        """Return the units to give (positive) or to take back."""
        by_payment = self._get_released()
        return moved_units(
            self._get_units_due(contract),
            by_payment,
            self.quantity - self._get_pending().units - by_payment,
            self.remaining,
        )

    def _get_units_due(self, contract):
        """Return how many units what is paid so far buys."""
        digits = self.currency_id.decimal_places
        rules = {"pass": AT_ONCE, "value": WHEN_SETTLED}
        return due_units(
            rules.get(self.kind, contract.release),
            to_cents(contract.amount_paid, digits),
            to_cents(contract.price_total, digits),
            to_cents(self.amount, digits),
            self.quantity,
            to_cents(self.unit_amount, digits),
        )

    def _prepare_paid_units_vals(self, units, contract):
        return {
            "entitlement_id": self.id,
            "movement": "grant" if units > 0 else "refund",
            "quantity": units,
            "amount": 0.0,
            "idempotency_key": f"paid:{self.id}:{len(self.entry_ids)}",
            "date": contract.company_id._get_beauty_today(),
            "shop_id": contract.shop_id.id,
            "reason": self.env._("Payment of %s", contract.invoice_id.name),
        }
