# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_upgrade import UpgradeCommon


@tagged("post_install", "-at_install")
class TestUpgrade(UpgradeCommon):
    """What is left of a contract pays a part of a bigger plan, on one ticket."""

    def test_rest_pays_a_part_and_cash_the_difference(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self._close()
        self.session = self._open_session(self.config)
        order = self._upgrade(contract)
        self.assertEqual(order.amount_total, 936.0)
        self.assertEqual((contract.state, contract.amount_remaining), ("closed", 0.0))
        new = self._get_contracts(order)
        self.assertEqual((new.units_left, new.amount_remaining), (20, 1800.0))
        self.assertEqual(new.price_total, 1800.0)
        operation = contract.operation_ids
        self.assertRecordValues(
            operation,
            [
                {
                    "kind": "upgrade",
                    "state": "done",
                    "amount": 864.0,
                    "new_contract_id": new.id,
                    "pos_order_id": order.id,
                    "user_id": self.cashier.id,
                }
            ],
        )
        self.assertEqual(
            self._get_items(self._close()), {"cash": 936.0, "liability": -936.0}
        )
        items = self.session.move_id.line_ids.filtered(
            lambda item: item.account_id == self.liability
        )
        self.assertEqual(sorted(items.mapped("balance")), [-1800.0, 864.0])
        self.assertFalse(contract.amount_in_transit or new.amount_in_transit)
        self._assert_ledger_holds()

    def test_tax_at_the_sale_is_due_on_the_difference(self):
        plan = self._create_plan("Ten, taxed", tax_point="sale")
        bigger = self._create_plan(
            "Twenty, taxed", 1800, [(self.facial, 20)], tax_point="sale"
        )
        contract = self._sell_plan(plan)
        self._use(contract.entitlement_ids)
        self._close()
        self.session = self._open_session(self.config)
        order = self._upgrade(contract, bigger)
        self.assertEqual(order.amount_total, 936.0)
        self.assertEqual(self._get_contracts(order).amount_remaining, 1500.0)
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 936.0, "liability": -780.0, "vat": -156.0},
        )
        self._assert_ledger_holds()

    def test_cents_of_tax_at_the_sale_leave_nothing_behind(self):
        plan = self._create_plan("Odd", 833.33, tax_point="sale")
        contract = self._sell_plan(plan)
        self._use(contract.entitlement_ids)
        order = self._upgrade(contract)
        self.assertEqual(contract.amount_remaining, 0.0)
        self._close()
        self.assertFalse(contract.amount_in_transit)
        self.assertEqual(self._get_contracts(order).amount_remaining, 1800.0)
        self._assert_ledger_holds()

    def test_tax_on_top_is_due_on_the_difference(self):
        self.vat.price_include_override = "tax_excluded"
        plan = self._create_plan("Ten", 833.33, tax_point="sale")
        bigger = self._create_plan("Twenty", 1500, tax_point="sale")
        contract = self._sell_plan(plan)
        self._use(contract.entitlement_ids)
        self._close()
        self.session = self._open_session(self.config)
        # nine times 83.33 and the cents of the last one
        self.assertEqual(contract.amount_remaining, 750.0)
        order = self._upgrade(contract, bigger)
        self.assertEqual(order.amount_total, 900.0)
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 900.0, "liability": -750.0, "vat": -150.0},
        )
        self._assert_ledger_holds()

    def test_from_tax_at_the_sale_to_tax_at_the_use(self):
        contract = self._sell_plan(self._create_plan("Taxed", tax_point="sale"))
        self._close()
        self.session = self._open_session(self.config)
        order = self._upgrade(contract)
        self.assertEqual(order.amount_total, 840.0)
        self.assertEqual(
            self._get_items(self._close()),
            {"cash": 840.0, "liability": -1000.0, "vat": 160.0},
        )
        self._assert_ledger_holds()

    def test_stored_value_goes_into_a_plan_and_its_gift_lapses(self):
        contract = self._recharge()
        (row,) = self._get_upgrades()
        self.assertEqual((row["credit"], row["plans"][0]["price"]), (1000.0, 1800.0))
        order = self._upgrade(contract)
        self.assertEqual(order.amount_total, 800.0)
        self._assert_left(contract, 0, 0)
        self._close()
        self._assert_ledger_holds()

    def test_till_is_told_the_plans_that_cost_more(self):
        contract = self._sell_plan()
        self._create_plan("Small", 900)
        (row,) = self._get_upgrades()
        self.assertEqual((row["credit"], row["contract_id"]), (960.0, contract.id))
        self.assertEqual(
            [(p["name"], p["price"]) for p in row["plans"]],
            [("20 facials", 1800.0)],
        )
        self.assertEqual(self._get_upgrades(self.other_member), [])

    def test_first_session_is_used_on_the_same_ticket(self):
        contract = self._sell_plan()
        sold, rest = self._plan_line(self.bigger), self._rest_line(contract)
        use = self._line(
            self.facial,
            90,
            plan_line_uuid=sold["uuid"],
            technician_id=self.technician.id,
            price_type="automatic",
        )
        order = self._sync(self._ticket([sold, rest, use]))
        self.assertEqual(self._get_contracts(order).units_left, 19)
        self._close()
        self._assert_ledger_holds()

    def test_replay_changes_nothing(self):
        ticket = self._upgrade_ticket(self._sell_plan())
        order = self._sync(ticket)
        before = self._count_rows()
        self.assertEqual(self._sync(ticket), order)
        self.assertEqual(self._count_rows(), before)

    def test_second_till_is_refused(self):
        contract = self._sell_plan()
        first = self._upgrade_ticket(contract)
        second = self._upgrade_ticket(contract)
        self._sync(first)
        self._assert_refused(GrantRefused, second)

    def test_a_use_meanwhile_refuses_it_with_the_new_number(self):
        contract = self._sell_plan()
        ticket = self._upgrade_ticket(contract)
        self._use(contract.entitlement_ids)
        words = self._assert_refused(GrantRefused, ticket)
        self.assertIn("864.00", words)

    def test_forged_rest_is_refused(self):
        contract = self._sell_plan()
        sold, rest = self._plan_line(self.bigger), self._rest_line(contract)
        forged = [
            [sold, {**rest, "price_unit": 1500.0, "price_subtotal_incl": -1500.0}],
            [sold, {**rest, "qty": -2, "price_subtotal_incl": -1920.0}],
            [rest],
            [{**sold, "qty": 2, "price_subtotal_incl": 3600.0}, rest],
            [sold, rest, self._plan_line()],
            [sold, {**rest, "product_id": self.facial.id}],
        ]
        for lines in forged:
            ticket = self._ticket(lines)
            self._assert_refused(MembershipError, ticket)
        self._assert_refused(
            GrantRefused, self._ticket([sold, rest], self.other_member)
        )

    def test_smaller_plan_pays_nobody_out(self):
        contract = self._sell_plan(self.bigger)
        self._create_plan("30 facials", 2500, [(self.facial, 30)])
        ticket = self._upgrade_ticket(contract, self.plan)
        words = self._assert_refused(GrantRefused, ticket)
        self.assertIn("A refund gives money back", words)

    def test_value_on_top_is_not_paid_out(self):
        contract = self._sell_plan()
        self._recharge(name="Plans", price=2000, gift=0, allows_plans=True)
        sold, rest = self._plan_line(self.bigger), self._rest_line(contract)
        payments = [(self.prepaid, 1800.0), (self.cash, -960.0)]
        self._assert_refused(
            GrantRefused, self._ticket([sold, rest], payments=payments)
        )
        order = self._sync(self._ticket([sold, rest], payments=[(self.prepaid, 840.0)]))
        self.assertEqual(self._get_contracts(order).amount_remaining, 1800.0)
        self._close()
        self._assert_ledger_holds()

    def test_frozen_or_unpaid_contract_is_no_upgrade(self):
        contract = self._sell_plan()
        ticket = self._upgrade_ticket(contract)
        self._operate(contract, "freeze")
        self.assertEqual(self._get_upgrades(), [])
        words = self._assert_refused(GrantRefused, ticket)
        self.assertIn("frozen", words)

    def test_seller_has_her_share_of_the_difference(self):
        contract = self._sell_plan()
        seller = self.technician_2
        sold = self._plan_line(self.bigger, seller_id=seller.id)
        order = self._sync(self._ticket([sold, self._rest_line(contract)]))
        share = self.env["beauty.performance"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )
        self.assertEqual((share.employee_id, share.base_amount), (seller, 840.0))

    def test_points_come_for_the_difference(self):
        self.company.write({"beauty_has_points": True, "beauty_points_basis": "gross"})
        contract = self._sell_plan()
        order = self._upgrade(contract)
        self.assertEqual(order.points_terms["points"], 840)

    def test_invoiced_ticket_is_tied_to_its_invoice(self):
        contract = self._sell_plan()
        order = self._upgrade(contract, to_invoice=True)
        self.assertEqual(order.account_move.amount_total, 840.0)
        self.assertFalse(
            contract.operation_ids.entry_ids.filtered(
                lambda e: e.amount and not e.account_move_line_id
            )
        )
        self._close()
        self._assert_ledger_holds()
