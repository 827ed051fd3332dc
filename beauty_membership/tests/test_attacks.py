# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import contextmanager

from freezegun import freeze_time

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import get_public_method
from odoo.tests import Form, new_test_user, tagged

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon


class AttackCommon(BeautyMembershipCommon):
    """A member with ten facials, and somebody with devtools."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids
        self.Order = self.env["pos.order"].with_user(self.cashier)

    @contextmanager
    def _refused(self, error=UserError):
        """What happens inside raises and leaves no row behind."""
        before = self._count_rows()
        with self.assertRaises(error), self.env.cr.savepoint():
            yield
            self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(self._count_rows(), before)

    def _draft(self, lines, **values):
        return self._sync(self._ticket(lines, state="draft", **values)).with_user(
            self.cashier
        )

    def _get_log(self, order):
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )


@tagged("post_install", "-at_install")
class TestAttackOnTickets(AttackCommon):
    """Forged tickets: nothing is used or sold past the settlement."""

    def test_state_from_the_context_is_dropped(self):
        ticket = self._ticket([self._use_line(self.holding)])
        del ticket["state"]
        order = self.Order.with_context(default_state="paid").create(ticket)
        self.assertEqual((order.state, self.holding.remaining), ("draft", 10))

    def test_settlement_mark_from_the_context_is_dropped(self):
        ticket = self._ticket([self._use_line(self.holding)])
        context = {"default_membership_settled_on": "2026-01-01 00:00:00"}
        self.Order.with_context(**context).sync_from_ui([ticket])
        self.assertEqual(self.holding.remaining, 9)

    def test_context_defaults_do_not_reach_the_ledger(self):
        context = {"default_is_debt": True, "default_share": 50.0}
        ticket = self._ticket([self._plan_line(seller_id=self.technician.id)])
        self.Order.with_context(**context).sync_from_ui([ticket])
        order = self.env["pos.order"].search([("uuid", "=", ticket["uuid"])])
        self.assertFalse(self._get_contracts(order).entitlement_ids.is_debt)
        share = self.env["beauty.performance"].search(
            [("pos_order_line_id", "=", order.lines.id)]
        )
        self.assertEqual(share.amount, 960.0)

    def test_member_swapped_while_becoming_paid_is_refused(self):
        order = self._draft([self._use_line(self.holding)])
        with self._refused(MembershipError):
            order.write({"state": "paid", "partner_id": self.other_member.id})
        self.assertEqual(self.holding.remaining, 10)

    def test_use_added_while_becoming_paid_is_settled_or_refused(self):
        order = self._draft([self._line(self.serum)])
        line = Command.create(self._use_line(self.holding))
        with self._refused():
            order.write({"state": "paid", "lines": [line]})

    def test_state_cannot_be_emptied(self):
        order = self._use(self.holding).with_user(self.cashier)
        with self._refused():
            order.write({"state": False})

    def test_fiscal_position_of_a_captured_ticket_is_final(self):
        position = self.env["account.fiscal.position"].create({"name": "Export"})
        order = self._use(self.holding).with_user(self.cashier)
        with self._refused(MembershipError):
            order.write({"fiscal_position_id": position.id})

    def test_invoice_of_a_captured_ticket_is_not_set_by_hand(self):
        order = self._use(self.holding).with_user(self.cashier)
        move = self.env["account.move"].create({"move_type": "out_invoice"})
        with self._refused():
            order.write({"account_move": move.id})

    def test_register_of_another_shop_is_refused(self):
        far = self.env["beauty.shop"].create({"name": "Far"})
        other = self._create_config("Far desk")
        other.beauty_shop_id = far
        plan = self._create_plan("Far only", shop_ids=[Command.set(far.ids)])
        holding = self._sell_plan(plan).entitlement_ids
        ticket = self._ticket([self._use_line(holding)], config_id=other.id)
        self._assert_refused(MembershipError, ticket)

    def test_plan_of_another_company_is_refused(self):
        other = self.setup_other_company()["company"]
        self.env.user.company_ids |= other
        self.env.flush_all()
        plan = self._create_plan("Abroad")
        plan.product_tmpl_id.sudo().company_id = False
        self.env.cr.execute(
            "UPDATE beauty_plan SET company_id = %s WHERE id = %s", [other.id, plan.id]
        )
        self.env.invalidate_all()
        self._assert_refused(MembershipError, self._ticket([self._plan_line(plan)]))

    def test_archived_plan_that_took_money_is_stored(self):
        ticket = self._ticket([self._plan_line()])
        self.plan.active = False
        self.assertEqual(self._get_contracts(self._sync(ticket)).price_total, 960)

    def test_plan_at_a_negative_price_is_refused(self):
        ticket = self._ticket([self._plan_line(price=-960)])
        self._assert_refused(MembershipError, ticket)

    def test_odd_numbers_are_refused(self):
        bad = [("qty", number) for number in (10**9, 0, -1, 1.5)]
        bad += [("price_unit", float("nan")), ("discount", float("nan"))]
        for name, number in bad:
            for line in (self._plan_line(), self._use_line(self.holding)):
                with self.subTest(name=name, number=number):
                    ticket = self._ticket([line])
                    line[name] = number
                    self._assert_refused(UserError, ticket)

    def test_refund_of_a_plan_line_as_goods_is_refused(self):
        line = self._refund_lines(self.contract.pos_order_line_id)[0]
        line["product_id"] = self.serum.id
        self._assert_refused(
            MembershipError, self._ticket([line], payments=[(self.cash, -960.0)])
        )

    def test_refund_of_an_assigned_plan_needs_its_member(self):
        ticket = self._ticket([self._plan_line()])
        ticket["partner_id"] = False
        contract = self._get_contracts(self._sync(ticket))
        contract.action_assign(self.member.id)
        lines = self._refund_lines(contract.pos_order_line_id)
        ticket = self._ticket(lines, self.other_member, [(self.cash, -960.0)])
        self._assert_refused(MembershipError, ticket)

    def test_two_refunds_of_one_use_on_one_ticket_are_refused(self):
        order = self._use(self.holding)
        lines = [*self._refund_lines(order.lines), *self._refund_lines(order.lines)]
        self._assert_refused(
            MembershipError, self._ticket(lines, payments=[(self.prepaid, -192.0)])
        )

    def test_plan_line_of_another_ticket_is_refused(self):
        uuid = self.contract.pos_order_line_id.uuid
        line = self._use_line(self.holding, entitlement_id=False, plan_line_uuid=uuid)
        self._assert_refused(MembershipError, self._ticket([line]))

    def test_plan_of_a_refund_line_is_refused(self):
        refund = self._refund_lines(self.contract.pos_order_line_id)[0]
        use = self._use_line(
            self.holding, entitlement_id=False, plan_line_uuid=refund["uuid"]
        )
        ticket = self._ticket(
            [refund, use], payments=[(self.cash, -960.0), (self.prepaid, 96.0)]
        )
        self._assert_refused(MembershipError, ticket)

    def test_expired_use_dated_long_ago_is_refused(self):
        last = self.holding.date_expiry
        with freeze_time(fields.Date.add(last, days=5)):
            ticket = self._ticket([self._use_line(self.holding)])
            ticket["date_order"] = f"{fields.Date.add(last, days=-20)} 10:00:00"
            self._assert_refused(MembershipError, ticket)


@tagged("post_install", "-at_install")
class TestAttackOnMoney(AttackCommon):
    """Money that leaves again, taxes that vanish, books that differ."""

    def test_payment_of_a_sold_plan_stays(self):
        payment = self.contract.pos_order_id.payment_ids.with_user(self.cashier)
        for attack in (
            lambda: payment.write({"amount": 1.0}),
            lambda: payment.unlink(),
            lambda: payment.copy({"amount": -960.0}),
            lambda: payment.pos_order_id.add_payment(
                {
                    "pos_order_id": payment.pos_order_id.id,
                    "payment_method_id": self.cash.id,
                    "amount": -960.0,
                }
            ),
        ):
            with self._refused():
                attack()

    def test_tender_of_a_sold_plan_changes_at_the_same_amount(self):
        order = self.contract.pos_order_id.with_user(self.cashier)
        old = order.payment_ids
        new = {"payment_method_id": self.cash.id, "amount": 960.0}
        order.write({"payment_ids": [Command.delete(old.id), Command.create(new)]})
        self.assertEqual(order.payment_ids.amount, 960.0)
        new["amount"] = 1.0
        commands = [Command.delete(order.payment_ids.id), Command.create(new)]
        with self._refused():
            order.write({"payment_ids": commands})

    def test_payment_is_not_moved_to_another_ticket(self):
        payment = self.contract.pos_order_id.payment_ids.with_user(self.cashier)
        order = self._draft([self._line(self.serum)], payments=[])
        with self._refused():
            payment.write({"pos_order_id": order.id})

    def test_change_beyond_the_price_is_refused(self):
        ticket = self._ticket([self._plan_line()], amount_return=-960.0)
        self._assert_refused(UserError, ticket)

    def test_sale_taxes_of_a_plan_cannot_be_dropped(self):
        plan = self._create_plan("S", tax_point="sale")
        line = {**self._plan_line(plan), "tax_ids": [Command.clear()]}
        self._assert_taxed(self._sync(self._ticket([line])))

    def _assert_taxed(self, order):
        """The plan is sold with its taxes, whatever the till sent."""
        self.assertEqual(order.amount_tax, 160.0)
        self.assertEqual(self._get_contracts(order).entitlement_ids.amount, 800.0)
        self._close()
        self._assert_ledger_holds()

    def test_tax_amounts_of_a_plan_cannot_be_forged(self):
        plan = self._create_plan("S", tax_point="sale")
        line = self._plan_line(plan, extra_tax_data=self._forge_no_tax(960.0))
        self._assert_taxed(self._sync(self._ticket([line])))

    def test_tax_amounts_of_a_use_cannot_be_forged(self):
        line = self._use_line(self.holding, extra_tax_data=self._forge_no_tax(96.0))
        self._assert_refused(MembershipError, self._ticket([line]))

    def _forge_no_tax(self, price):
        amounts = {"tax_amount_currency": 0.0, "base_amount_currency": price}
        return {
            "currency_id": self.company.currency_id.id,
            "price_unit": price,
            "discount": 0.0,
            "quantity": 1.0,
            "rate": 1.0,
            "manual_total_excluded_currency": price,
            "manual_tax_amounts": {str(self.vat.id): amounts},
        }

    def test_use_and_dearer_give_back_on_one_ticket_tie_out(self):
        holding = self._sell_plan(
            self._create_plan("Massages", 1300, [(self.massage, 10)])
        ).entitlement_ids
        old = self._use(self.holding)
        lines = [*self._refund_lines(old.lines), self._use_line(holding)]
        self._sync(self._ticket(lines, payments=[(self.prepaid, 34.0)]))
        self._close()
        self.assertFalse(self.holding.entry_ids.filtered(lambda e: e.booking == "transit"))
        self._assert_ledger_holds()

    def test_posted_items_do_not_move_to_the_liability(self):
        revenue = self.company_data["default_account_revenue"]
        expense = self.company_data["default_account_expense"]
        move = self._create_move((revenue, -10), (expense, 10))
        move.action_post()
        with self._refused(MembershipError):
            move.line_ids[0].account_id = self.liability

    def test_posted_items_do_not_leave_the_liability(self):
        move = self._close().move_id
        line = move.line_ids.filtered(lambda l: l.account_id == self.liability)[:1]
        for values in (
            {"account_id": self.company_data["default_account_revenue"].id},
            {"partner_id": self.other_member.id},
        ):
            with self._refused(MembershipError):
                line.write(values)

    def test_state_of_a_liability_entry_is_not_written(self):
        revenue = self.company_data["default_account_revenue"]
        move = self._create_move((self.liability, -10), (revenue, 10))
        with self._refused(MembershipError):
            move.write({"state": "posted"})
        closing = self._close().move_id
        with self._refused(MembershipError):
            closing.write({"state": "draft"})

    def test_quarantine_mark_from_the_context_is_refused(self):
        revenue = self.company_data["default_account_revenue"]
        accounts = ((self.liability, -10), (revenue, 10))
        with self._refused(MembershipError):
            self._create_move(*accounts, default_beauty_session_id=self.session.id)

    def _create_move(self, *items, **context):
        return (
            self.env["account.move"]
            .with_context(**context)
            .create(
                {
                    "line_ids": [
                        Command.create({"account_id": account.id, "balance": balance})
                        for account, balance in items
                    ]
                }
            )
        )

    def test_prepaid_tender_is_not_made_by_hand(self):
        prepaid = self.prepaid.with_env(self.env)
        with self._refused(MembershipError):
            prepaid.write({"is_prepaid": False})
        with self._refused(MembershipError):
            prepaid.create(
                {
                    "name": "Free",
                    "is_prepaid": True,
                    "split_transactions": True,
                    "journal_id": False,
                }
            )

    def test_part_refund_leaves_the_sellers_rest(self):
        line = self._line(self.serum, qty=3, seller_id=self.manager_employee.id)
        order = self._sync(self._ticket([line]))
        refund = {
            **self._line(self.serum, qty=-1),
            "refunded_orderline_id": order.lines.id,
        }
        self._sync(self._ticket([refund]))
        shares = self.env["beauty.performance"].search(
            [("employee_id", "=", self.manager_employee.id)]
        )
        self.assertEqual(sum(shares.mapped("amount")), 100.0)


@tagged("post_install", "-at_install")
class TestAttackOnPeople(AttackCommon):
    """Roles: what each of them may do to members, PINs and colleagues."""

    def setUp(self):
        super().setUp()
        self.log = self._get_log(self._use(self.holding))

    def _as(self, group, login):
        return new_test_user(self.env, login, groups=group, company_id=self.company.id)

    def test_cashier_neither_reads_nor_resets_the_pin_counter(self):
        config = self.config.with_user(self.cashier)
        with self.assertRaises(AccessError):
            config.read(["pin_failures"])
        with self._refused(AccessError):
            config.write({"pin_blocked_until": False})

    def test_cashier_does_not_make_herself_a_manager(self):
        self._close()
        employee = self.env["hr.employee"].create({"name": "Me", "pin": "0001"})
        config = self.config.with_user(self.cashier)
        with self._refused(AccessError):
            config.write({"advanced_employee_ids": [Command.link(employee.id)]})

    def test_cashier_does_not_move_the_register_to_another_shop(self):
        shop = self.env["beauty.shop"].create({"name": "Far"})
        with self._refused(AccessError):
            self.config.with_user(self.cashier).write({"beauty_shop_id": shop.id})

    def test_wrong_pins_lock_longer_each_time(self):
        start = fields.Datetime.add(fields.Datetime.now(), days=1)
        for minutes in (0, 11):
            with freeze_time(fields.Datetime.add(start, minutes=minutes)):
                for _i in range(5):
                    self._undo(pin="0000")
        with freeze_time(fields.Datetime.add(start, minutes=22)):
            self.assertIn("Too many", self._undo(pin="1234")["message"])
        with freeze_time(fields.Datetime.add(start, minutes=32)):
            self.assertTrue(self._undo(pin="1234")["ok"])

    def _undo(self, **values):
        return self.log.with_user(self.cashier).action_undo(
            self.config.id, "Wrong item", **values
        )

    def test_hashed_pins_are_not_for_everybody(self):
        with self.assertRaises(AccessError):
            get_public_method(self.env["hr.employee"], "get_barcodes_and_pin_hashed")

    def test_use_dated_ahead_is_not_undone_later_without_pin(self):
        ticket = self._ticket([self._use_line(self.holding)])
        ticket["date_order"] = fields.Datetime.to_string(
            fields.Datetime.add(fields.Datetime.now(), days=30)
        )
        self.log = self._get_log(self._sync(ticket))
        self.assertLess(self.log.date, fields.Datetime.add(fields.Datetime.now(), days=1))
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=5)):
            self.assertEqual(self._undo()["needs"], "pin")

    def test_only_the_till_and_managers_undo(self):
        for group in ("beauty_membership.group_technician", "account.group_account_invoice"):
            user = self._as(group, group.rpartition(".")[2])
            with self._refused():
                self.log.with_user(user).action_undo(self.config.id, "Mine")

    def test_technician_takes_no_service_of_a_colleague(self):
        user = self._as("beauty_membership.group_technician", "greedy")
        self.technician_2.user_id = user
        with self._refused(AccessError):
            self.log.with_user(user).action_change_technician(self.technician_2.id)

    def test_trail_of_the_technician_cannot_be_switched_off(self):
        log = self.log.with_user(self.cashier).with_context(
            tracking_disable=True, mail_notrack=True
        )
        messages = len(self.log.message_ids)
        log.action_change_technician(self.technician_2.id, self.config.id)
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()
        self.assertEqual(len(self.log.message_ids), messages + 1)

    def test_receptionist_does_not_merge_members(self):
        self.member.email = self.other_member.email = "same@example.com"
        wizard = self.env["base.partner.merge.automatic.wizard"].with_user(self.cashier)
        with self._refused():
            wizard.create({})._merge(
                (self.member | self.other_member).ids, self.other_member
            )
        self.assertTrue(self.member.exists())

    def test_receptionist_gives_no_tier(self):
        tier = self.env["beauty.tier"].create({"name": "Gold"})
        with self._refused(AccessError):
            self.member.with_user(self.cashier).tier_id = tier
        with self._refused(AccessError):
            self.env["res.partner"].with_user(self.cashier).create(
                {"name": "Me", "tier_id": tier.id}
            )
        self.env["res.partner"].with_user(self.cashier).create({"name": "Guest"})

    def test_plain_employee_opens_contacts_but_no_contract(self):
        user = self._as("base.group_user", "plain")
        self.assertEqual(Form(self.member.with_user(user)).name, "Li Na")
        with self.assertRaises(AccessError):
            self.contract.with_user(user).read(["price_total"])

    def test_portal_user_reads_no_member(self):
        user = self._as("base.group_portal", "portal_guest")
        for record in (self.member, self.contract, self.holding, self.log):
            with self.assertRaises(AccessError):
                record.with_user(user).read(["display_name"])

    def test_cashier_reads_no_chart(self):
        chart = self.env["beauty.client.chart"].create(
            {"partner_id": self.member.id, "has_allergy": True, "allergy_note": "Nuts"}
        )
        with self.assertRaises(AccessError):
            chart.with_user(self.cashier).read(["allergy_note"])
        card = self.env["res.partner"].with_user(self.cashier).get_member_card(
            self.member.id, self.config.id
        )
        self.assertNotIn("Nuts", str(card))

    def test_card_is_for_those_who_run_a_register(self):
        for group in ("base.group_user", "base.group_portal"):
            user = self._as(group, group.rpartition(".")[2])
            Partner = self.env["res.partner"].with_user(user)
            with self.assertRaises(AccessError):
                Partner.get_member_card(self.member.id, self.config.id)
            with self.assertRaises(AccessError):
                Partner.find_members("1234", self.config.id)

    def test_wizard_shows_no_service_of_another_company(self):
        other = self.setup_other_company()["company"]
        user = new_test_user(
            self.env,
            "abroad",
            groups="beauty_membership.group_user",
            company_id=other.id,
            company_ids=[Command.set(other.ids)],
        )
        wizard = self.env["beauty.technician.wizard"].with_user(user)
        with self._refused(AccessError):
            wizard.create(
                {"service_log_id": self.log.id, "technician_id": self.technician.id}
            ).read(["partner_id"])

    def test_plan_does_not_take_a_product_of_another_company(self):
        other = self.setup_other_company()["company"]
        product = self.env["product.template"].create(
            {"name": "Theirs", "company_id": other.id}
        )
        with self._refused():
            self._create_plan("Stolen", product_tmpl_id=product.id)
