# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from .common_operation import OperationCommon

START = "2027-01-15 10:00:00"
# The plan's last day is 15 February, and five days of grace follow.
LAST_GRACE = "2027-02-20 10:00:00"
OVER = "2027-02-21 10:00:00"


class ExpiryCommon(OperationCommon):
    """Ten facials for 960, valid one month and five days of grace."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.policy = cls._create_expiry_policy()
        cls.plan = cls._create_short_plan()

    @classmethod
    def _create_expiry_policy(cls, **values):
        values = {"name": "Five days of grace", "grace_days": 5, **values}
        return cls.env["beauty.policy"].create(values)

    @classmethod
    def _create_short_plan(cls, name="Short", **values):
        values = {"validity_months": 1, "policy_id": cls.policy.id, **values}
        return cls._create_plan(name, **values)

    def _reopen(self):
        self._close()
        self.session = self._open_session(self.config)

    def _sell_and_close(self, plan=None, uses=0, **values):
        """Sell a plan, use some of it, close the register; return the contract."""
        contract = self._sell_plan(plan, **values)
        for _use in range(uses):
            self._use(contract.entitlement_ids)
        self._reopen()
        return contract

    def _run_night(self, when=OVER):
        with freeze_time(when):
            self.env["beauty.operation"]._cron_expire()
        self.env.invalidate_all()

    def _get_expiries(self, contract=None):
        domain = [("kind", "=", "expire")]
        if contract:
            domain.append(("contract_id", "in", contract.ids))
        return self.env["beauty.operation"].search(domain)

    def _approve(self, operations, when=OVER, user=None):
        with freeze_time(when):
            operations.with_user(user or self.manager).action_approve()
        self.env.invalidate_all()

    def _expire(self, contract, when=OVER):
        """Let a contract lapse by the list; return the operation."""
        self._run_night(when)
        operation = self._get_expiries(contract)[:1]
        self._approve(operation, when)
        return operation

    def _get_by_account(self, move):
        """Return a journal entry as {account: balance}."""
        items = {}
        for item in move.line_ids:
            items[item.account_id] = items.get(item.account_id, 0.0) + item.balance
        return {account: round(balance, 2) for account, balance in items.items()}

    def _get_account(self, name):
        return self.company._get_beauty_account(name)
