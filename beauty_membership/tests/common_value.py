# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common_audit import AuditCommon


class ValueCommon(AuditCommon):
    """A recharge of 1,000 that gives 200, and tickets paid with it."""

    @classmethod
    def _create_recharge(cls, name="Recharge 1,000", price=1000, gift=200, **values):
        lines = [{"kind": "value", "quantity": price}]
        if gift:
            lines.append({"kind": "value", "quantity": gift, "is_bonus": True})
        return cls.env["beauty.plan"].create(
            {
                "name": name,
                "price": price,
                "company_id": cls.company.id,
                "line_ids": [Command.create(line) for line in lines],
                **values,
            }
        )

    def _recharge(self, partner=None, plan=None, **values):
        """Sell a recharge for cash; return its contract."""
        return self._sell_plan(plan or self._create_recharge(**values), partner)

    def _paid_line(self, product, bonus=0, own=0, price=None, **values):
        """Return a line of which a bonus is off, below the cashier's own discount."""
        price = product.lst_price if price is None else price
        gross = self._line(product, price, discount=own, **values)
        total = gross["price_subtotal_incl"]
        off = 1 - (1 - own / 100) * (total - bonus) / total
        return self._line(
            product,
            price,
            discount=100 * off,
            manual_discount=own,
            bonus_amount=bonus,
            **values,
        )

    def _value_ticket(self, lines, tender, partner=None, **values):
        """Return a ticket of which stored value pays that much principal."""
        used = sum(line["price_subtotal_incl"] for line in lines if self._is_use(line))
        total = self._get_till_total(lines)
        payments = [(self.prepaid, used + tender), (self.cash, total - used - tender)]
        payments = values.pop("payments", payments)
        return self._ticket(lines, partner, payments, **values)

    def _prepare_till_line(self, line):
        base_line = super()._prepare_till_line(line)
        if line.get("bonus_amount"):
            base_line["computation_key"] = f"beauty_{line['uuid']}"
        return base_line

    def _spend(self, tender=100, bonus=20, product=None, **values):
        """Pay one facial with stored value; return the order."""
        line = self._paid_line(product or self.facial, bonus)
        return self._sync(self._value_ticket([line], tender, **values))

    def _assert_left(self, contract, principal, bonus, amount=None):
        """What is left of a contract: face of principal and gift, and liability."""
        contract.invalidate_recordset()
        self.assertEqual(
            (contract.principal_remaining, contract.bonus_remaining),
            (principal, bonus),
        )
        amount = principal if amount is None else amount
        self.assertAlmostEqual(contract.amount_remaining, amount)

    def _get_items(self, session):
        """Accounts that end at nothing are left out."""
        items = super()._get_items(session)
        return {key: balance for key, balance in items.items() if balance}
