# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestAudit(AuditCommon):
    """An accountant adds up what salons do in a day."""

    # Tickets that go both ways

    def test_use_and_give_back_on_one_ticket(self):
        """Two uses and one given back, paid net by one tender line."""
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self._next_session()
        lines = [self._use_line(holding), self._use_line(holding)]
        self._sync(self._ticket([*lines, *self._refund_lines(order.lines)]))
        self.assertEqual(holding.remaining, 8)
        self.assertEqual(self._sum(self._close())["liability"], 96.0)
        self._assert_books()

    def test_exchange_of_a_use_moves_nothing_in_sum(self):
        """Given back and used again on one ticket: no payment, two journal items."""
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self._next_session()
        lines = [self._use_line(holding), *self._refund_lines(order.lines)]
        self._sync(self._ticket(lines))
        session = self._close()
        items = session.move_id.line_ids.filtered(
            lambda line: line.account_id == self.liability
        )
        self.assertEqual(sorted(items.mapped("balance")), [-96.0, 96.0])
        self._assert_books()

    def test_sale_use_refund_and_goods_on_one_ticket(self):
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self._next_session()
        sold = self._plan_line(self._create_plan("S", 960, tax_point="sale"))
        lines = [sold, self._line(self.serum), self._use_line(holding)]
        self._sync(self._ticket([*lines, *self._refund_lines(order.lines)]))
        self._close()
        self._assert_books()

    def test_session_with_only_an_undo(self):
        holding = self._sell_plan().entitlement_ids
        order = self._use(holding)
        self._next_session()
        order.lines._refund_use(self.session, "Wrong item")
        self.assertEqual(
            self._sum(self._close()),
            {"liability": -96.0, "income": 80.0, "liability_current": 16.0},
        )
        self._assert_books()

    def test_session_whose_sum_is_zero(self):
        order = self._sell_plan().pos_order_line_id.order_id
        self._sync(self._ticket(self._refund_lines(order.lines)))
        self._close()
        self._assert_books()

    def test_undo_in_the_same_session(self):
        holding = self._sell_plan().entitlement_ids
        self._use(holding).lines._refund_use(self.session, "Wrong item")
        self._close()
        self.assertEqual(holding.amount_remaining, 960.0)
        self._assert_books()

    # Plans in other sizes and prices

    def test_three_plans_on_one_line(self):
        plan = self._create_plan("Odd", 333.34, tax_point="sale")
        order = self._sync(self._ticket([self._plan_line(plan, qty=3)]))
        contracts = self._get_contracts(order)
        self.assertEqual(sum(contracts.mapped("price_total")), 1000.02)
        self._next_session()
        for holding in contracts.entitlement_ids:
            self._use(holding)
        self._close()
        self._assert_books()

    def test_part_of_three_plans_is_refunded(self):
        order = self._sync(self._ticket([self._plan_line(qty=3)]))
        self._use(self._get_contracts(order)[0].entitlement_ids)
        self._next_session()
        (line,) = self._refund_lines(order.lines)
        line.update(qty=-2, price_subtotal=-1920, price_subtotal_incl=-1920)
        self._sync(self._ticket([line]))
        self._close()
        states = sorted(self._get_contracts(order).mapped("state"))
        self.assertEqual(states, ["active", "closed", "closed"])
        self._assert_books()

    def test_discounted_plan(self):
        for tax_point in ("redemption", "sale"):
            plan = self._create_plan(tax_point, 960, tax_point=tax_point)
            line = self._plan_line(plan, discount=33.3)
            contract = self._get_contracts(self._sync(self._ticket([line])))
            self.assertEqual(contract.price_total, 640.32)
            self._use(contract.entitlement_ids)
        self._close()
        self._assert_books()

    def test_plan_given_away(self):
        for tax_point in ("redemption", "sale"):
            plan = self._create_plan(tax_point, 960, tax_point=tax_point)
            order = self._sync(self._ticket([self._plan_line(plan, price=0)]))
            holding = self._get_contracts(order).entitlement_ids
            self.assertEqual((holding.remaining, holding.amount), (10, 0.0))
            use = self._use(holding)
            self._use(holding)
            use.lines._refund_use(self.session, "Wrong item")
            self.assertEqual((holding.remaining, holding.amount_remaining), (9, 0.0))
        self._close()
        self._assert_books()

    def test_plans_of_both_tax_points_name_their_own_item(self):
        lines = [
            self._plan_line(),
            self._plan_line(self._create_plan("S", 960, tax_point="sale")),
        ]
        contracts = self._get_contracts(self._sync(self._ticket(lines)))
        self._close()
        self._assert_books()
        balances = contracts.entry_ids.account_move_line_id.mapped("balance")
        self.assertEqual(sorted(balances), [-960.0, -800.0])

    def test_closing_by_product(self):
        self.config.is_closing_entry_by_product = True
        order = self._sync(
            self._ticket(
                [self._plan_line(), self._plan_line(self._create_plan("B", 77))]
            )
        )
        self._use(self._get_contracts(order)[0].entitlement_ids)
        self._close()
        self._assert_books()

    # Members

    def test_contact_of_a_company(self):
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        self.member.parent_id = firm
        holding = self._sell_plan().entitlement_ids
        self._use(holding)
        items = self._close().move_id.line_ids.filtered(
            lambda line: line.account_id == self.liability
        )
        self.assertEqual(items.partner_id, firm)
        self._assert_books()

    def test_member_changes_her_company(self):
        """Odoo moves her items into a firm; what she leaves there stays the firm's."""
        holding = self._sell_plan().entitlement_ids
        self._next_session()
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        self.member.parent_id = firm
        self._use(holding)
        self._next_session()
        self._assert_books()
        self.member.parent_id = False
        self._use(holding)
        self._close()
        self._assert_items(self.company)
        self._assert_ledger_holds()

    def test_member_joins_a_company_before_closing(self):
        holding = self._sell_plan().entitlement_ids
        firm = self.env["res.partner"].create({"name": "Firm", "is_company": True})
        self.member.parent_id = firm
        self._use(holding)
        self._close()
        self._assert_books()

    def test_merge_before_closing(self):
        holding = self._sell_plan().entitlement_ids
        self._use(holding)
        wizard = self.env["base.partner.merge.automatic.wizard"]
        wizard.sudo()._merge((self.member | self.other_member).ids, self.other_member)
        self.env.invalidate_all()
        self.assertEqual(holding.partner_id, self.other_member)
        self._use(holding, self.other_member)
        self._close()
        self._assert_books()

    def test_contract_without_a_member(self):
        """Booked without a partner; on the member as soon as it is assigned."""
        nobody = self.env["res.partner"]
        contract = self._sell_plan(partner=nobody)
        self.assertEqual(contract.state, "draft")
        self._next_session()
        self._assert_books()
        contract.action_assign(self.member.id)
        self._assert_books()
        self._use(contract.entitlement_ids)
        self._close()
        self._assert_books()

    def test_contract_assigned_before_closing(self):
        contract = self._sell_plan(partner=self.env["res.partner"])
        contract.action_assign(self.member.id)
        self._use(contract.entitlement_ids)
        self._close()
        self._assert_books()

    def test_assigned_contract_is_refunded_to_its_member(self):
        contract = self._sell_plan(partner=self.env["res.partner"])
        contract.action_assign(self.member.id)
        lines = self._refund_lines(contract.pos_order_line_id)
        self._assert_refused(MembershipError, self._ticket(lines, self.other_member))
        self._assert_refused(
            MembershipError, self._ticket(lines, self.env["res.partner"])
        )
        self._sync(self._ticket(lines))
        self._close()
        self._assert_books()

    # Cash

    def _round_cash(self, only_cash):
        rounding = self.env["account.cash.rounding"].create(
            {
                "name": "5 cents",
                "rounding": 0.05,
                "rounding_method": "HALF-UP",
                "strategy": "add_invoice_line",
                "profit_account_id": self.company_data["default_account_revenue"].id,
                "loss_account_id": self.company_data["default_account_expense"].id,
            }
        )
        self._close()
        self.config.write(
            {
                "cash_rounding": True,
                "rounding_method": rounding.id,
                "only_round_cash_method": only_cash,
            }
        )
        self.session = self._open_session(self.config)

    def _use_with_rounding(self, only_cash):
        holding = self._sell_plan(self._create_plan("Odd", 833.30)).entitlement_ids
        self._round_cash(only_cash)
        self._use(holding)
        lines = [self._use_line(holding), self._line(self.serum, 10.02)]
        payments = [(self.prepaid, 83.33), (self.cash, 10.02)]
        self._sync(self._ticket(lines, payments=payments))
        order = self._use(holding)
        order.lines._refund_use(self.session, "Wrong item")
        self._close()
        self.assertEqual((holding.remaining, holding.amount_remaining), (8, 666.64))
        self._assert_books()

    def test_rounding_of_cash_only(self):
        self._use_with_rounding(True)

    def test_rounding_of_every_ticket(self):
        self._use_with_rounding(False)

    def test_rounded_cash_beside_a_use(self):
        holding = self._sell_plan(self._create_plan("Odd", 833.30)).entitlement_ids
        self._round_cash(True)
        lines = [self._use_line(holding), self._line(self.serum, 10.02)]
        payments = [(self.prepaid, 83.33), (self.cash, 10.0)]
        self._sync(self._ticket(lines, payments=payments))
        self._close()
        self._assert_books()

    def test_cash_difference(self):
        self._sell_plan()
        self.session.post_closing_cash_details(
            self.session.cash_register_balance_end - 7
        )
        self.session.close_session_from_ui()
        self.assertEqual(self.session.state, "closed")
        self._assert_books()
