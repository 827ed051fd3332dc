# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common_operation import OperationCommon
from .common_value import ValueCommon


class UpgradeCommon(ValueCommon, OperationCommon):
    """Ten facials for 960, and a bigger plan of twenty for 1,800."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bigger = cls._create_plan("20 facials", 1800, [(cls.facial, 20)])

    def _get_upgrades(self, partner=None):
        """Return what the cashier's till is told of a member's upgrades."""
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        return Contract.get_upgrades((partner or self.member).id, self.config.id)

    def _rest_line(self, contract, **values):
        """Return the line that gives the rest of a contract, as the till adds it."""
        (row,) = [r for r in self._get_upgrades() if r["contract_id"] == contract.id]
        quote = row["line"]
        product = self.env["product.product"].browse(quote["product_id"])
        line = self._line(
            product,
            quote["price_unit"],
            -1,
            taxes=self.env["account.tax"].browse(quote["tax_ids"]),
            full_product_name=quote["full_product_name"],
            extra_tax_data=quote["extra_tax_data"],
            upgrade_contract_id=contract.id,
            price_type="automatic",
        )
        return {**line, "price_subtotal_incl": -row["credit"], **values}

    def _upgrade_ticket(self, contract, plan=None, partner=None, **values):
        lines = [self._plan_line(plan or self.bigger), self._rest_line(contract)]
        return self._ticket(lines, partner, **values)

    def _upgrade(self, contract, plan=None, **values):
        """Upgrade a contract at the till; return the ticket's order."""
        return self._sync(self._upgrade_ticket(contract, plan, **values))

    def _return_ticket(self, order, **values):
        """Return the ticket that takes an upgrade back."""
        lines = [
            {**line, "upgrade_contract_id": False}
            for line in self._refund_lines(order.lines)
        ]
        return self._ticket(lines, **values)
