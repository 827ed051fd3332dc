# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.tests import tagged

from .common_expiry import OVER, START, ExpiryCommon

BREAKAGE = "beauty_breakage_account_id"
UNCLAIMED = "beauty_unclaimed_account_id"


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestExpiryBooks(ExpiryCommon):
    """Journal items of one expired session, by tax point and by policy."""

    def _expire_one(self, **plan_values):
        """Let the last of ten sessions lapse; return {account: balance}."""
        contract = self._sell_and_close(self._create_short_plan(**plan_values), uses=9)
        operation = self._expire(contract)
        self._assert_ledger_holds()
        return self._get_by_account(operation.move_id)

    def test_taxed_when_used_without_vat(self):
        self.assertEqual(
            self._expire_one(),
            {self.liability: 96.0, self._get_account(BREAKAGE): -96.0},
        )

    def test_taxed_when_used_with_vat(self):
        self.policy.breakage = "taxed"
        self.assertEqual(
            self._expire_one(),
            {
                self.liability: 96.0,
                self._get_account(BREAKAGE): -80.0,
                self.company_data["default_account_tax_sale"]: -16.0,
            },
        )

    def test_taxed_when_used_with_vat_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self.policy.breakage = "taxed"
        self.assertEqual(
            self._expire_one(),
            {
                self.liability: 96.0,
                self._get_account(BREAKAGE): -80.0,
                self.company_data["default_account_tax_sale"]: -16.0,
            },
        )

    def test_unclaimed_property(self):
        self.policy.breakage = "unclaimed"
        account = self._get_account(UNCLAIMED)
        self.assertEqual(account.account_type, "liability_current")
        self.assertEqual(self._expire_one(), {self.liability: 96.0, account: -96.0})

    def test_taxed_when_sold_is_net(self):
        for breakage in ("untaxed", "taxed"):
            self.policy.breakage = breakage
            self.assertEqual(
                self._expire_one(name=breakage, tax_point="sale"),
                {self.liability: 80.0, self._get_account(BREAKAGE): -80.0},
            )

    def test_taxed_when_sold_with_vat_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        self.assertEqual(
            self._expire_one(tax_point="sale", price=800),
            {self.liability: 80.0, self._get_account(BREAKAGE): -80.0},
        )

    def test_tax_item_names_its_base(self):
        self.policy.breakage = "taxed"
        contract = self._sell_and_close(self._create_short_plan(), uses=9)
        lines = self._expire(contract).move_id.line_ids
        base = lines.filtered(lambda i: i.account_id == self._get_account(BREAKAGE))
        self.assertEqual((base.tax_ids, base.product_id), (self.vat, self.facial))
        tax = lines.filtered("tax_line_id")
        self.assertEqual((tax.tax_line_id, abs(tax.tax_base_amount)), (self.vat, 80.0))

    def test_last_unit_takes_the_rest(self):
        contract = self._sell_and_close(self._create_short_plan(price=833.33), uses=9)
        operation = self._expire(contract)
        self.assertEqual(operation.amount, 83.36)
        self._assert_ledger_holds()

    def test_reinstated_the_books_go_back(self):
        self.policy.breakage = "taxed"
        contract = self._sell_and_close(uses=7)
        other = self._sell_and_close(partner=self.other_member)
        self._run_night()
        operations = self._get_expiries()
        self._approve(operations)
        operation = operations.filtered(lambda o: o.contract_id == contract)
        with freeze_time(OVER):
            action = operation.with_user(self.manager).action_open_reinstate()
            wizard = (
                self.env["beauty.reinstate.wizard"]
                .with_user(self.manager)
                .with_context(**action["context"])
                .create({"date_expiry": "2027-03-31"})
            )
            wizard.action_reinstate()
        self.assertEqual(operation.state, "reversed")
        reversal = self.env["beauty.operation"].search(
            [("reversed_operation_id", "=", operation.id)]
        )
        self.assertEqual(
            self._get_by_account(reversal.move_id),
            {
                self.liability: -288.0,
                self._get_account(BREAKAGE): 240.0,
                self.company_data["default_account_tax_sale"]: 48.0,
            },
        )
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (3, 288.0))
        self.assertEqual(str(holding.date_expiry), "2027-03-31")
        self.assertEqual(holding.entry_ids[0].movement, "reinstate")
        self.assertFalse(other.amount_remaining)
        self._assert_ledger_holds()
        self._run_night()
        self.assertEqual(holding.remaining, 3)
        with freeze_time(OVER):
            self._use(holding)
        self.assertEqual(holding.remaining, 2)

    def test_unclaimed_property_comes_back(self):
        self.policy.breakage = "unclaimed"
        contract = self._sell_and_close()
        self._expire(contract)
        with freeze_time("2027-06-01 10:00:00"):
            contract.with_user(self.manager).action_reinstate()
            contract.expiry_operation_id.with_user(self.manager).action_reverse()
        balance = sum(
            self.env["account.move.line"]
            .search([("account_id", "=", self._get_account(UNCLAIMED).id)])
            .mapped("balance")
        )
        self.assertEqual(balance, 0.0)
        self.assertEqual(str(contract.entitlement_ids.date_expiry), "2027-07-01")
        self.assertEqual(str(contract.date_end), "2027-07-01")
        self._assert_ledger_holds()
