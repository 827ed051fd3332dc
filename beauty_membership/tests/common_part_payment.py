# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common import BeautyMembershipCommon


class PartPaymentCommon(BeautyMembershipCommon):
    """Ten facials for 960, of which at least 20 % is paid at the sale."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policy = cls._create_policy()
        cls.plan.policy_id = cls.policy

    @classmethod
    def _create_policy(cls, **values):
        return cls.env["beauty.policy"].create(
            {
                "name": "In parts",
                "part_payment": "allowed",
                "part_payment_percent": 20,
                **values,
            }
        )

    def _part_line(self, paid, due, plan=None, **values):
        """Return a line that sells a plan for what is paid now."""
        return self._plan_line(plan, price=paid, plan_amount_due=due, **values)

    def _sell_part(self, paid, due, plan=None, **values):
        line = self._part_line(paid, due, plan, **values)
        return self._get_contracts(self._sync(self._ticket([line])))

    def _arrears_line(self, contract, amount, **values):
        return self._plan_line(
            contract.plan_id, price=amount, contract_id=contract.id, **values
        )

    def _pay(self, contract, amount, **values):
        """Pay arrears at the register; return the order."""
        line = self._arrears_line(contract, amount)
        return self._sync(self._ticket([line], contract.partner_id, **values))

    def _assert_holding(self, holding, remaining, amount_remaining):
        holding.invalidate_recordset()
        self.assertEqual(
            (holding.remaining, holding.amount_remaining), (remaining, amount_remaining)
        )

    def _get_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        Partner = Partner.with_context(lang="en_US", tz="Europe/Paris")
        return Partner.get_member_card(self.member.id, self.config.id)
