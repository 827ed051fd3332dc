# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command, fields
from odoo.exceptions import AccessError
from odoo.service.model import get_public_method
from odoo.tests import Form, new_test_user, tagged

from .common_attack import AttackCommon


@tagged("post_install", "-at_install")
class TestAttackOnPeople(AttackCommon):
    """Roles: what each of them may do to members, PINs and colleagues."""

    def setUp(self):
        super().setUp()
        self.log = self._get_log(self._use(self.holding))

    def _as(self, group, login):
        return new_test_user(self.env, login, groups=group, company_id=self.company.id)

    def test_cashier_neither_reads_nor_resets_the_pin_counter(self):
        self._undo(pin="0000")
        guard = self.env["beauty.pin.guard"].with_user(self.cashier)
        with self.assertRaises(AccessError):
            guard.search([])
        with self.assertRaises(AccessError):
            guard.create({"key": "register:1"})

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
        self.assertLess(
            self.log.date, fields.Datetime.add(fields.Datetime.now(), days=1)
        )
        with freeze_time(fields.Datetime.add(fields.Datetime.now(), days=5)):
            self.assertEqual(self._undo()["needs"], "pin")

    def test_only_the_till_and_managers_undo(self):
        for group in (
            "beauty_membership.group_technician",
            "account.group_account_invoice",
        ):
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
        self.env.cr.flush()  # as committed: what is new in a transaction is not tracked
        messages = len(self.log.message_ids)
        log.action_change_technician(self.technician_2.id, self.config.id)
        self.env.flush_all()
        self.env.cr.precommit.run()
        self.env.invalidate_all()
        self.assertEqual(len(self.log.message_ids), messages + 1)

    def test_receptionist_does_not_merge_members(self):
        self.member.email = self.other_member.email = "same@example.com"
        wizard = self.env["base.partner.merge.automatic.wizard"].with_user(self.cashier)
        with self._refused(AccessError):
            wizard.create({})._merge(
                (self.member | self.other_member).ids, self.other_member
            )
        self.assertEqual(self.holding.partner_id, self.member)

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
        card = (
            self.env["res.partner"]
            .with_user(self.cashier)
            .get_member_card(self.member.id, self.config.id)
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
