# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursCards(SalonTillCommon):
    """Every kind of card at the counter, played in a browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.wang | cls.li).preferred_technician_id = cls.mei

    def test_any_of_card(self):
        """A massage costs two units, also of a card bought on the same ticket."""
        self.massage.session_units = 2
        services = self.facial | self.massage
        held = self._sell(
            self.wang, self._create_plan("10 of Any", 960.0, services, 10)
        )
        plan = self._create_plan("3 of Any", 100.0, services, 3)
        self.start_pos_tour("test_any_of_card")
        self._assert_left(held, 7, 672)
        self._assert_left(self._holding(self.wang, plan), 0, 0)
        used = self._last_order().lines.filtered("plan_line_uuid")
        self.assertEqual(sorted(used.mapped("price_subtotal_incl")), [33.34, 66.66])

    def test_pass_visit_limit(self):
        """One visit a day: the till says so; another pass is used when bought."""
        plan = self._create_pass("Year Pass", 3650.0, self.facial, 365)
        held = self._sell(self.wang, plan)
        other = self._create_pass("Massage Pass", 900.0, self.massage, 90)
        self.start_pos_tour("test_pass_visit_limit")
        self._assert_left(held, 365, 3650)
        self.assertEqual(len(held._get_visit_days()), 1)
        bought = self._holding(self.wang, other)
        self._assert_left(bought, 90, 900)
        self.assertEqual(len(bought._get_visit_days()), 1)
        order = self._last_order()
        self.assertRecordValues(order.payment_ids, [{"amount": 900}])

    def test_part_payment_and_collect(self):
        """A part now, a session at once, some of the rest on another day."""
        self._allow_parts()
        self.start_pos_tour("test_part_payment_and_collect")
        holding = self._holding(self.wang, self.ten_facials)
        self._assert_left(holding, 4, 404)
        self.assertRecordValues(
            holding.contract_id,
            [{"price_total": 960, "amount_paid": 500, "amount_due": 460}],
        )

    def test_refund_of_part_payments_in_two_parts(self):
        """First what was collected later, then the first part, and the contract."""
        self._allow_parts()
        held = self._sell(self.wang, self.ten_facials, paid=300)
        self._assert_left(held, 3, 300)
        self.start_pos_tour("test_refund_of_part_payments_in_two_parts")
        self._assert_left(held, 0, 0)
        self.assertEqual(held.contract_id.state, "closed")
        refunds = self._orders_of(self.wang).filtered("is_refund")
        self.assertEqual(sorted(refunds.mapped("amount_total")), [-660, -300])

    def _allow_parts(self):
        self.ten_facials.policy_id = self.env["beauty.policy"].create(
            {
                "name": "In parts",
                "part_payment": "allowed",
                "part_payment_percent": 20,
            }
        )

    def test_shared_sessions_two_payers(self):
        """Shared facials on the card of Li Na; Wang Fang's own; a guest once."""
        facials = self._sell(self.wang, self.ten_facials)
        massages = self._sell(self.wang, self.five_massages)
        self.li.preferred_technician_id = self.lan
        self.env["beauty.contract.share"].create(
            {
                "contract_id": facials.contract_id.id,
                "partner_id": self.li.id,
                "max_units": 3,
            }
        )
        self.start_pos_tour("test_shared_sessions_two_payers")
        self._assert_left(facials, 9, 864)
        self._assert_left(massages, 3, 240)
        order = self._orders_of(self.li)
        shared, own = self._logs(order).sorted("pos_order_line_id")
        self.assertRecordValues(
            shared | own,
            [
                {"partner_id": self.li.id, "payer_id": self.wang.id},
                {"partner_id": self.wang.id, "payer_id": False},
            ],
        )
        self.assertEqual((shared | own).mapped("technician_id"), self.lan | self.mei)
        guest = self._logs(self._last_order())
        self.assertEqual(guest.partner_id.name, "Acme Corporation")
        self.assertEqual(guest.payer_id, self.wang)

    def test_join_in_ten_seconds(self):
        """A name and a phone, or a card; who is here already is not made twice."""
        gift = self._create_plan("1 Massage", 90.0, self.massage, 1)
        self.company.beauty_welcome_plan_id = gift
        before = self.env["res.partner"].search_count([])
        self.start_pos_tour("test_join_in_ten_seconds")
        joined = self.env["res.partner"].search(
            [("name", "in", ("Zhao Min", "Sun Li"))], order="id"
        )
        self.assertEqual(joined.mapped("phone"), ["13633334444", False])
        self.assertTrue(joined[0].member_number)
        self.assertEqual(joined[1].member_number, "99000777")
        self.assertEqual(self.env["res.partner"].search_count([]), before + 2)
        self._assert_left(self._holding(joined[0], gift), 1, 0)

    def test_gift_card_sold_and_claimed(self):
        """Sold to nobody; the code on the receipt makes it Wang Fang's."""
        line = {"kind": "value", "quantity": 100}
        gift = self._create_plan(
            "Gift 100",
            100.0,
            self.facial,
            1,
            is_gift_card=True,
            line_ids=[Command.create(line)],
        )
        self.start_pos_tour("test_gift_card_sold_and_claimed")
        order = self._orders_of(self.env["res.partner"])
        self.assertEqual(order.amount_total, 100)
        self._assert_left(self._holding(self.wang, gift), 100, 100)

    def test_kept_goods(self):
        """Three serums bought and kept in the shop: one is handed out."""
        plan = self._create_plan("3 Serums", 150.0, self.serum, 3)
        kept = self._sell(self.wang, plan)
        self.start_pos_tour("test_kept_goods")
        self._assert_left(kept, 2, 100)
        order = self._last_order()
        self.assertEqual(order.amount_total, 50)
        moved = order.picking_ids.move_ids
        self.assertEqual(moved.product_id, self.serum)
        self.assertEqual(moved.quantity, 1)
        self.assertFalse(self._logs(order))

    def test_ticket_earns_tier(self):
        """Upgraded on the ticket that earns it; the cashier sees it and says so."""
        Tier = self.env["beauty.tier"]
        Tier.search([("company_id", "=", self.company.id)]).active = False
        company = {"company_id": self.company.id}
        basic, platinum = Tier.create(
            [
                {"name": "Basic", "sequence": 10, **company},
                {
                    "name": "Platinum",
                    "sequence": 20,
                    "threshold_spend": 900,
                    "note": "Tea before the treatment",
                    **company,
                },
            ]
        )
        wang = self.wang.with_company(self.company)
        wang.tier_id = basic
        self.start_pos_tour("test_ticket_earns_tier")
        wang.invalidate_recordset()
        self.assertEqual(wang.tier_id, platinum)

    def _create_pass(self, name, price, product, days):
        plan = self._create_plan(name, price, product, days)
        plan.line_ids.write({"kind": "pass", "visits_per_day": 1})
        return plan

    def test_trial_is_for_new_members(self):
        """The cashier learns before she takes money that a trial is not for her."""
        self._sell(self.wang, self.ten_facials)
        trial = self._create_plan("Trial", 99.0, self.facial, 3)
        trial.new_members_only = True
        self.start_pos_tour("test_trial_is_for_new_members")
        self.assertEqual(trial.contract_ids.partner_id, self.li)
