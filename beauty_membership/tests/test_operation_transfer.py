# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common_operation import OperationCommon
from .common_pass import PassCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestOperationTransfer(ValueCommon, PassCommon, OperationCommon):
    """What is left of a contract goes to another member, by the terms of its sale."""

    def _sell_under(self, plan=None, **terms):
        """Sell a plan under a policy with those terms; return its contract."""
        plan = plan or self.plan
        plan.policy_id = self.env["beauty.policy"].create({"name": "Terms", **terms})
        return self._sell_plan(plan)

    def _transfer(self, contract, **values):
        return self._operate(
            contract, "transfer", to_partner_id=self.other_member, **values
        )

    def _use_fee_with(self, taxes):
        self.company._get_fee_product().taxes_id = [Command.set(taxes.ids)]

    def _get_fee_items(self, operation):
        """Return the items of the fee's invoice, by the type of account or 'vat'."""
        return {
            "vat" if item.tax_line_id else item.account_id.account_type: item.balance
            for item in operation.fee_move_id.line_ids
        }

    def test_fee_is_taxed_income_invoiced_to_the_old_holder(self):
        self._use_fee_with(self.vat)
        contract = self._sell_under(
            transfer="fee", transfer_fee_percent=5, transfer_fee_amount=12
        )
        operation = self._transfer(contract)
        self.assertEqual(operation.fee_amount, 60.0)
        invoice = operation.fee_move_id
        self.assertRecordValues(
            invoice,
            [
                {
                    "partner_id": self.member.id,
                    "state": "posted",
                    "payment_state": "not_paid",
                    "amount_total": 60.0,
                    "amount_tax": 10.0,
                }
            ],
        )
        self.assertEqual(
            self._get_fee_items(operation),
            {"asset_receivable": 60.0, "income": -50.0, "vat": -10.0},
        )
        self._close()
        self._assert_ledger_holds()

    def test_fee_with_tax_on_top_is_reached_exactly(self):
        on_top = self.vat.copy(
            {"name": "On top", "price_include_override": "tax_excluded"}
        )
        self._use_fee_with(on_top)
        contract = self._sell_under(transfer="fee", transfer_fee_amount=17.77)
        operation = self._transfer(contract)
        self.assertEqual(operation.fee_move_id.amount_total, 17.77)

    def test_another_fee_needs_a_second_person(self):
        contract = self._sell_under(transfer="fee", transfer_fee_amount=10)
        operation = self._transfer(contract, transfer_fee=0)
        self.assertEqual(operation.state, "to_approve")
        with self.assertRaisesRegex(MembershipError, "another manager"):
            operation.action_approve()
        operation.with_user(self.manager_2).action_approve()
        self.assertEqual((operation.state, operation.fee_amount), ("done", 0.0))
        self.assertFalse(operation.fee_move_id)

    def test_reversed_transfer_credits_the_fee(self):
        contract = self._sell_under(transfer="fee", transfer_fee_amount=10)
        operation = self._transfer(contract)
        operation.action_reverse()
        self.assertEqual(operation.fee_move_id.payment_state, "reversed")
        self._close()
        self._assert_ledger_holds()

    def test_terms_that_forbid_it_say_so(self):
        contract = self._sell_under(transfer="none")
        quote = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        with self.assertRaisesRegex(MembershipError, "by its terms"):
            quote.action_confirm()
        self.assertEqual((quote.state, contract.state), ("draft", "active"))
        self.assertFalse(quote.entry_ids)

    def test_terms_are_those_of_the_sale(self):
        contract = self._sell_under(transfer="free")
        contract.policy_id.transfer = "none"
        self.assertEqual(self._transfer(contract).state, "done")

    def test_stored_value_moves_with_its_gift(self):
        contract = self._recharge()
        operation = self._transfer(contract)
        new = operation.new_contract_id
        self._assert_left(contract, 0, 0)
        self._assert_left(new, 1000, 200)
        name = self.liability.name
        self.assertEqual(
            self._get_balances(operation.move_id),
            {(name, "Li Na"): 1000.0, (name, "Wang Fang"): -1000.0},
        )
        line = self._paid_line(self.facial, 20)
        self._sync(self._value_ticket([line], 100, self.other_member))
        self._assert_left(new, 900, 180)
        self._close()
        self._assert_ledger_holds()

    def test_part_of_the_value_takes_its_part_of_the_gift(self):
        contract = self._recharge()
        quote = self._new_operation(
            contract, "transfer", to_partner_id=self.other_member
        )
        principal = quote.line_ids.filtered(lambda x: not x.entitlement_id.is_bonus)
        gift = quote.line_ids - principal
        principal.quantity = 300
        with self.assertRaisesRegex(MembershipError, "60.00"):
            quote.action_confirm()
        gift.quantity = 60
        quote.action_confirm()
        self._assert_left(contract, 700, 140)
        self._assert_left(quote.new_contract_id, 300, 60)
        self._close()
        self._assert_ledger_holds()

    def test_pass_moves_whole_with_its_days(self):
        holding = self._sell_pass(visits_per_week=2)
        quote = self._new_operation(
            holding.contract_id, "transfer", to_partner_id=self.other_member
        )
        quote.line_ids.quantity = 10
        with self.assertRaisesRegex(MembershipError, "moves whole"):
            quote.action_confirm()
        quote.line_ids.quantity = 90
        quote.action_confirm()
        new = quote.new_contract_id.entitlement_ids
        for name in ("date_start", "date_expiry", "visits_per_week", "unit_amount"):
            self.assertEqual(new[name], holding[name])
        self._assert_left_pass(new, 90, 900)
        self._close()
        self._assert_ledger_holds()

    def _assert_left_pass(self, holding, days, money):
        self.assertEqual((holding.remaining, holding.amount_remaining), (days, money))

    def test_any_of_keeps_its_units(self):
        self.massage.session_units = 2
        line = Command.create(
            {
                "product_ids": [Command.set((self.facial | self.massage).ids)],
                "quantity": 10,
            }
        )
        plan = self._create_plan("Any", line_ids=[line])
        new = self._transfer(self._sell_plan(plan)).new_contract_id.entitlement_ids
        self.assertEqual(new._get_units(self.massage), 2)

    def test_tax_at_the_sale_moves_the_net(self):
        plan = self._create_plan("Taxed", tax_point="sale")
        operation = self._transfer(self._sell_plan(plan))
        name = self.liability.name
        self.assertEqual(
            self._get_balances(operation.move_id),
            {(name, "Li Na"): 800.0, (name, "Wang Fang"): -800.0},
        )
        self._close()
        self._assert_ledger_holds()

    def test_two_people_of_one_company(self):
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        (self.member | self.other_member).parent_id = firm
        operation = self._transfer(self._sell_plan())
        self.assertEqual(
            operation.move_id.line_ids.sorted("balance").mapped("balance"),
            [-960.0, 960.0],
        )
        self.assertEqual(operation.move_id.line_ids.partner_id, firm)
        operation.action_reverse()
        self._close()
        self._assert_ledger_holds()

    def test_shares_of_the_old_contract_end(self):
        contract = self._sell_plan()
        friend = self.env["res.partner"].create({"name": "Friend"})
        share = self.env["beauty.contract.share"].create(
            {"contract_id": contract.id, "partner_id": friend.id}
        )
        operation = self._transfer(contract)
        self.assertFalse(share.active)
        self.assertFalse(operation.new_contract_id.share_ids)
        operation.action_reverse()
        self.assertTrue(share.active)

    def test_unclaimed_gift_card_is_claimed_instead(self):
        plan = self._create_recharge("Gift card", 100, 0, is_gift_card=True)
        contract = self._sell_plan(plan)
        with self.assertRaisesRegex(MembershipError, "Claim the gift card"):
            self._transfer(contract)

    def test_old_holder_cannot_use_it_any_more(self):
        contract = self._sell_plan()
        ticket = self._ticket([self._use_line(contract.entitlement_ids)])
        self._transfer(contract)
        self._assert_refused(RedemptionRefused, ticket)
        order = contract.pos_order_line_id.order_id
        lines = self._refund_lines(order.lines)
        self._assert_refused(GrantRefused, self._ticket(lines))

    def test_both_members_are_told(self):
        (self.member | self.other_member).email = "somebody@example.com"
        self._transfer(self._sell_plan())
        told = self.env["beauty.message"].search([], order="id desc", limit=2)
        self.assertEqual(told.partner_id, self.member | self.other_member)
        self.assertIn("10 moved on", "".join(told.mapped("text")))
        self.assertIn("10 added", "".join(told.mapped("text")))
