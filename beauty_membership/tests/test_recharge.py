# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_value import ValueCommon

LADDER = [(500, 50), (1000, 150), (3000, 500)]


@tagged("post_install", "-at_install")
class TestRecharge(ValueCommon):
    """Any amount put in, and what its ladder gives on top."""

    @classmethod
    def _create_ladder(cls, steps=None, **values):
        """Create a recharge of any amount; steps: (from, gift) or dict."""
        steps = [
            step
            if isinstance(step, dict)
            else {"amount": step[0], "kind": "value", "quantity": step[1]}
            for step in steps or LADDER
        ]
        return cls._create_recharge(
            "Recharge",
            1,
            0,
            is_open_amount=True,
            step_ids=[Command.create(step) for step in steps],
            **values,
        )

    def _put_in(self, amount, plan=None, **values):
        plan = plan or self._create_ladder()
        line = self._plan_line(plan, price=amount, **values)
        return self._get_contracts(self._sync(self._ticket([line])))

    def test_best_step_reached(self):
        plan = self._create_ladder()
        for amount, gift in (
            (499.99, 0.0),
            (500, 50.0),
            (999.99, 50.0),
            (1000, 150.0),
            (5000, 500.0),
        ):
            self._assert_left(self._put_in(amount, plan), amount, gift)

    def test_each_step_reached(self):
        plan = self._create_ladder(ladder_mode="each")
        self._assert_left(self._put_in(1000, plan), 1000.0, 200.0)
        self._assert_left(self._put_in(3000, plan), 3000.0, 700.0)

    def test_ladder_of_a_fixed_recharge(self):
        plan = self._create_recharge(
            gift=0,
            step_ids=[Command.create({"amount": 1000, "quantity": 150})],
        )
        self._assert_left(self._recharge(plan=plan), 1000.0, 150.0)

    def test_discount_on_the_line_takes_no_face(self):
        contract = self._put_in(1000, discount=10)
        self._assert_left(contract, 1000.0, 150.0, amount=900.0)

    def test_two_recharges_on_one_line(self):
        contracts = self._put_in(500, qty=2)
        self.assertEqual(contracts.mapped("principal_remaining"), [500.0, 500.0])
        self.assertEqual(contracts.mapped("bonus_remaining"), [50.0, 50.0])

    def test_less_than_the_least_amount(self):
        plan = self._create_ladder(amount_min=100)
        line = self._plan_line(plan, price=99.99)
        message = self._assert_refused(GrantRefused, self._ticket([line]))
        self.assertIn("100", message)
        self._assert_left(self._put_in(100, plan), 100.0, 0.0)

    def test_nothing_put_in(self):
        line = self._plan_line(self._create_ladder(), price=0)
        self._assert_refused(GrantRefused, self._ticket([line]))

    def test_gifts_of_all_kinds(self):
        program = self.env["loyalty.program"].create(
            {
                "name": "10 off",
                "program_type": "coupons",
                "company_id": self.company.id,
                "reward_ids": [Command.create({"discount": 10})],
            }
        )
        plan = self._create_ladder(
            [
                (1000, 150),
                {
                    "amount": 1000,
                    "kind": "session",
                    "quantity": 2,
                    "product_ids": [Command.set(self.facial.ids)],
                },
                {"amount": 1000, "kind": "points", "quantity": 300},
                {
                    "amount": 1000,
                    "kind": "coupon",
                    "quantity": 2,
                    "program_id": program.id,
                },
            ]
        )
        contract = self._put_in(1000, plan)
        held = {
            h.kind: (h.remaining, h.amount, h.is_bonus)
            for h in contract.entitlement_ids
            if h.is_bonus
        }
        self.assertEqual(
            held,
            {
                "value": (150.0, 0.0, True),
                "session": (2.0, 0.0, True),
                "points": (300.0, 0.0, True),
            },
        )
        coupons = contract.bonus_ids.coupon_ids
        self.assertEqual(coupons.program_id, program)
        self.assertEqual(coupons.partner_id, self.member)
        self.assertEqual(len(coupons), 2)

    def test_free_session_is_used_at_no_price(self):
        plan = self._create_ladder(
            [
                {
                    "amount": 500,
                    "kind": "session",
                    "quantity": 1,
                    "product_ids": [Command.set(self.facial.ids)],
                }
            ]
        )
        contract = self._put_in(500, plan)
        session = contract.entitlement_ids.filtered(lambda h: h.kind == "session")
        order = self._use(session)
        self.assertEqual((order.amount_total, session.remaining), (0.0, 0.0))
        self._close()
        self._assert_books()

    # Monthly instalments

    def _give(self, day):
        """Run the nightly job on that day."""
        with freeze_time(day), self.enter_registry_test_mode():
            self.env.ref("beauty_membership.ir_cron_give_bonus").method_direct_trigger()

    @freeze_time("2026-01-31")
    def test_gift_comes_in_monthly_parts(self):
        plan = self._create_ladder([(1000, 100)], instalment_months=3)
        contract = self._put_in(1000, plan)
        self._assert_left(contract, 1000.0, 33.34)
        self.assertEqual(
            [(gift.date, gift.quantity) for gift in contract.bonus_ids],
            [
                (date(2026, 1, 31), 33.34),
                (date(2026, 2, 28), 33.33),
                (date(2026, 3, 31), 33.33),
            ],
        )
        for day, bonus in (
            ("2026-02-27", 33.34),
            ("2026-02-28", 66.67),
            ("2026-02-28", 66.67),
            ("2026-04-15", 100.0),
        ):
            self._give(day)
            self._assert_left(contract, 1000.0, bonus)

    @freeze_time("2026-01-10")
    def test_each_part_has_its_own_validity(self):
        plan = self._create_ladder(
            [(1000, 100)], instalment_months=2, bonus_validity_months=1
        )
        contract = self._put_in(1000, plan)
        self._give("2026-02-20")
        gifts = contract.entitlement_ids.filtered("is_bonus").sorted("id")
        self.assertEqual(
            gifts.mapped("date_expiry"), [date(2026, 2, 10), date(2026, 3, 10)]
        )

    @freeze_time("2026-01-10")
    def test_refunded_recharge_gives_no_more(self):
        plan = self._create_ladder([(1000, 100)], instalment_months=2)
        contract = self._put_in(1000, plan)
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self._give("2026-03-10")
        self._assert_left(contract, 0.0, 0.0)
        self.assertEqual(contract.state, "closed")

    @freeze_time("2026-01-10")
    def test_frozen_contract_waits_for_its_gift(self):
        plan = self._create_ladder([(1000, 100)], instalment_months=2)
        contract = self._put_in(1000, plan).sudo()
        contract.state = "frozen"
        self._give("2026-03-10")
        self._assert_left(contract, 1000.0, 50.0)
        contract.state = "active"
        self._give("2026-03-10")
        self._assert_left(contract, 1000.0, 100.0)

    # Refunds

    def test_untouched_recharge_with_gifts_is_refunded(self):
        contract = self._put_in(1000)
        self._sync(self._ticket(self._refund_lines(contract.pos_order_line_id)))
        self._assert_left(contract, 0.0, 0.0)
        self._close()
        self._assert_books()

    def test_spent_gift_keeps_the_recharge(self):
        plan = self._create_ladder(bonus_order="bonus_first")
        contract = self._put_in(1000, plan)
        self._spend(0, 120)
        self._assert_refused(
            GrantRefused,
            self._ticket(self._refund_lines(contract.pos_order_line_id)),
        )

    def test_coupon_goes_with_the_recharge_unless_used(self):
        program = self.env["loyalty.program"].create(
            {
                "name": "10 off",
                "program_type": "coupons",
                "company_id": self.company.id,
                "reward_ids": [Command.create({"discount": 10})],
            }
        )
        step = {"amount": 500, "kind": "coupon", "program_id": program.id}
        plan = self._create_ladder([step])
        kept, used = self._put_in(500, plan), self._put_in(500, plan)
        used.bonus_ids.coupon_ids.sudo().points = 0
        refund = self._ticket(self._refund_lines(used.pos_order_line_id))
        self._assert_refused(MembershipError, refund)
        coupon = kept.bonus_ids.coupon_ids
        self._sync(self._ticket(self._refund_lines(kept.pos_order_line_id)))
        self.assertFalse(coupon.active)

    def test_nobody_creates_gifts_by_hand(self):
        contract = self._put_in(1000)
        with self.assertRaises(MembershipError):
            self.env["beauty.bonus"].with_user(self.env.user).create(
                {
                    "contract_id": contract.id,
                    "kind": "value",
                    "quantity": 1000,
                    "date": date(2026, 1, 1),
                    "company_id": self.company.id,
                }
            )
