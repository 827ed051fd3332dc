# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..exceptions import MembershipError

# What an upgrade cannot be into: nobody's card, points.
NO_UPGRADE_KINDS = ("points",)


class BeautyContract(models.Model):
    """What is left of a contract pays a part of a bigger plan."""

    _inherit = "beauty.contract"

    @api.model
    @api.readonly
    def get_upgrades(self, partner_id, config_id):
        """Return the contracts of a member that can go into a bigger plan.

        :return: list of dict: contract_id, name, plan_name, left (words), credit (what
            is left is worth, taxes included), line (values of the ticket line that
            gives it), plans [{plan_id, name, product_id, price}] that cost no less
        """
        self._ensure_at_till()
        contracts, config = self._find_of_member(partner_id, config_id, ("active",))
        rows = [contract._prepare_upgrade(config) for contract in contracts]
        return [row for row in rows if row["plans"]]

    def _prepare_upgrade(self, config):
        credit = self._get_upgrade_credit()
        is_possible = credit and not self._get_upgrade_refusal()
        plans = self._get_bigger_plans(credit, config) if is_possible else []
        return {
            "contract_id": self.id,
            "name": self.name,
            "plan_name": self.plan_id.name,
            "left": self._get_left_text(),
            "credit": credit,
            "line": self._prepare_upgrade_line(credit) if plans else {},
            "plans": plans,
        }

    def _get_left_text(self):
        held = self.entitlement_ids.filtered(lambda h: h.remaining > 0)
        return ", ".join(f"{h.display_name}: {h.remaining_text}" for h in held)

    def _get_upgrade_credit(self):
        """Return what is left of the contract is worth, with the taxes of its sale."""
        self.ensure_one()
        money = sum(self.entitlement_ids.mapped("amount_remaining"))
        return self._from_cents(self._get_gross(money))

    def _get_upgrade_refusal(self):
        """Say why the contract does not go into another, or nothing."""
        if self.state != "active" or not self.partner_id:
            return self.env._("%s is frozen, closed or nobody's.", self.name)
        if self.amount_due:
            return self.env._(
                "%s is not paid yet. Collect the arrears first.", self.name
            )
        if self.frozen_from:
            return self.env._(
                "A freeze of %s is planned. Unfreeze it first.", self.name
            )
        if not sum(self.entitlement_ids.mapped("amount_remaining")):
            return self.env._("Nothing of %s is left.", self.name)
        return ""

    def _get_bigger_plans(self, credit, config):
        """Return the plans of the register that cost no less, the cheapest first."""
        plans = self.env["beauty.plan"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("id", "!=", self.plan_id.id),
                ("is_gift_card", "=", False),
                ("is_open_amount", "=", False),
                ("shop_ids", "in", [False, config.beauty_shop_id.id]),
            ]
        )
        rows = [plan._prepare_upgrade_row() for plan in plans if plan._takes_upgrades()]
        compare = self.currency_id.compare_amounts
        bigger = [row for row in rows if compare(row["price"], credit) >= 0]
        return sorted(bigger, key=lambda row: (row["price"], row["name"]))

    def _prepare_upgrade_line(self, credit):
        """Return the ticket line that gives what is left, as the till adds it."""
        product = self.plan_id.product_tmpl_id.product_variant_id
        taxes = self._get_sale_taxes()
        price = self.env["beauty.entitlement"]._get_line_price(
            credit, product, taxes, self.company_id
        )
        extra = price["extra_tax_data"]
        if extra:
            AccountTax = self.env["account.tax"]
            extra = AccountTax._reverse_quantity_base_line_extra_tax_data(extra)
        return {
            "product_id": product.id,
            "full_product_name": self.env._("Left of %s", self.name),
            "price_unit": price["price_unit"],
            "tax_ids": taxes.ids,
            "extra_tax_data": extra,
        }

    def _ensure_can_upgrade(self):
        """:raises MembershipError: says why not"""
        refusal = self._get_upgrade_refusal()
        if refusal:
            raise MembershipError(refusal)
