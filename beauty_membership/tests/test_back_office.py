# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from ..exceptions import MembershipError
from .common_back_office import BackOfficeCommon


@tagged("post_install", "-at_install")
class TestBackOffice(BackOfficeCommon):
    """What people do in the forms, each in the lowest role that may."""

    def _fill_plan(self, **values):
        form = Form(self._as("manager", self.env["beauty.plan"]))
        form.name = values.get("name", "5 facials and a massage")
        form.price = 500
        for product, quantity in ((self.facial, 5), (self.massage, 1)):
            with form.line_ids.new() as line:
                line.quantity = quantity
                line.product_ids.add(product)
        return form

    def test_plan_form_reads_like_the_offer(self):
        form = self._fill_plan()
        self.assertEqual(form.list_total, 750)
        self.assertEqual(form.saving_amount, 250)
        self.assertAlmostEqual(form.saving_percent, 100 / 3)

    def test_plan_form_makes_the_product(self):
        product = self._fill_plan().save().product_tmpl_id.with_company(self.company)
        self.assertRecordValues(
            product,
            [
                {
                    "name": "5 facials and a massage",
                    "list_price": 500,
                    "available_in_pos": True,
                    "taxes_id": [],
                    "property_account_income_id": self.liability.id,
                }
            ],
        )

    def test_plan_price_and_name_follow_to_the_product(self):
        plan = self._as("manager", self.plan)
        with Form(plan) as form:
            form.price = 900
            form.name = "10 facials, summer"
        self.assertEqual(self.plan.product_tmpl_id.list_price, 900)
        self.assertEqual(self.plan.product_tmpl_id.name, "10 facials, summer")

    def test_plan_tax_at_sale_takes_the_taxes_of_its_services(self):
        with Form(self._as("manager", self.plan)) as form:
            form.tax_point = "sale"
        self.assertEqual(self.plan.product_tmpl_id.taxes_id, self.vat)

    def test_receptionist_cannot_make_a_plan(self):
        with self.assertRaises(AccessError):
            self._as("receptionist", self.env["beauty.plan"]).create({"name": "Mine"})

    def test_receptionist_makes_a_member(self):
        partner = self._as("receptionist", self.other_member)
        partner.action_make_member()
        number = partner.member_number
        self.assertTrue(number)
        self.assertTrue(partner.member_since)
        partner.action_make_member()
        self.assertEqual(partner.member_number, number)

    def test_statement_balances_and_books(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        statement = self._as("accountant", contract).entry_ids.sorted("id")
        self.assertEqual(statement.mapped("units_after"), [10, 9])
        self.assertEqual(statement.mapped("amount_after"), [960, 864])
        self.assertEqual(set(statement.mapped("booking")), {"transit"})
        self.assertEqual(contract.amount_in_transit, 864)
        self._close()
        self.env.invalidate_all()
        self.assertEqual(set(statement.mapped("booking")), {"booked"})
        self.assertEqual(contract.amount_in_transit, 0)
        self.assertEqual(statement.move_id, self.session.move_id)

    def test_statement_opens_ticket_and_journal_entry(self):
        contract = self._sell_plan()
        entry = contract.entry_ids
        self.assertEqual(entry.action_open_order()["res_id"], contract.pos_order_id.id)
        self._close()
        self.env.invalidate_all()
        self.assertEqual(entry.action_open_move()["res_id"], self.session.move_id.id)

    def test_contract_counts_what_is_left(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        self.env.invalidate_all()
        seen = self._as("technician", contract)
        self.assertEqual((seen.units_granted, seen.units_left), (10, 9))
        self.assertEqual(seen.service_log_count, 1)
        logs = self.env["beauty.service.log"].search(
            seen.action_open_service_logs()["domain"]
        )
        self.assertEqual(logs.entitlement_id, contract.entitlement_ids)

    def test_ticket_counts_its_entries(self):
        order = self._sell_plan().pos_order_id
        self.assertEqual(order.beauty_entry_count, 2, "sessions and points")
        domain = order.action_open_beauty_entries()["domain"]
        self.assertEqual(self.env["beauty.entry"].search_count(domain), 2)

    def _get_log(self):
        holding = self._sell_plan().entitlement_ids
        lines = self._use(holding).lines
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", lines.ids)]
        )

    def test_technician_writes_notes_only(self):
        log = self._as("technician", self._get_log())
        log.write({"note": "Calm skin", "duration_minutes": 60})
        self.assertEqual(log.note, "Calm skin")
        for vals in (
            {"technician_id": self.technician_2.id},
            {"product_id": self.massage.id},
            {"amount": 1},
        ):
            with self.assertRaises(MembershipError):
                log.write(vals)

    def test_change_technician_moves_log_and_performance(self):
        log = self._get_log()
        action = self._as("receptionist", log).action_open_technician_wizard()
        form = Form(
            self._as("receptionist", self.env[action["res_model"]]).with_context(
                **action["context"]
            )
        )
        form.technician_id = self._as("receptionist", self.technician_2)
        form.save().action_change()
        self.assertEqual(log.technician_id, self.technician_2)
        self.assertEqual(log.performance_ids.employee_id, self.technician_2)

    def test_undo_wizard_gives_the_session_back(self):
        log = self._get_log()
        action = self._as("manager", log).action_undo_in_back_office()
        form = Form(
            self._as("manager", self.env[action["res_model"]]).with_context(
                **action["context"]
            )
        )
        form.reason = "Wrong package"
        form.save().action_undo()
        self.env.invalidate_all()
        self.assertTrue(log.is_undone)
        self.assertEqual(log.undo_reason, "Wrong package")
        self.assertEqual(log.entitlement_id.remaining, 10)

    def test_assign_wizard_gives_a_contract_its_member(self):
        contract = self._sell_plan(partner=self.env["res.partner"])
        self.assertEqual(contract.state, "draft")
        action = self._as("manager", contract).action_open_assign_wizard()
        form = Form(
            self._as("manager", self.env[action["res_model"]]).with_context(
                **action["context"]
            )
        )
        form.partner_id = self.member
        form.save().action_assign()
        self.assertRecordValues(
            contract, [{"state": "active", "partner_id": self.member.id}]
        )
        self.assertEqual(contract.entitlement_ids.partner_id, self.member)

    def test_exception_needs_a_note_to_be_settled(self):
        exception = self._create_exception()
        seen = self._as("accountant", exception)
        with self.assertRaises(MembershipError):
            seen.action_done()
        with Form(seen) as form:
            form.settlement_note = "Entry corrected"
        seen.action_done()
        self.assertEqual(exception.state, "done")
        with self.assertRaises(AccessError):
            self._as("receptionist", exception).read(["name"])

    def test_open_exceptions_come_first(self):
        waiting, settled = self._create_exception(), self._create_exception()
        settled.state = "done"
        self.assertEqual((settled | waiting).sorted(), waiting | settled)

    def test_exception_of_a_use_reads_the_noted_ticket(self):
        ticket = self._ticket([self._use_line(self._sell_plan().entitlement_ids)])
        Exceptions = self._as("receptionist", self.env["beauty.exception"])
        answer = Exceptions.report_use(ticket, "Only 0 left", self.config.id)
        exception = self.env["beauty.exception"].browse(answer["exception_id"])
        seen = self._as("manager", exception)
        self.assertEqual(seen.noted_lines, "1 × Facial · Tech Mei")
        exception.sudo().details = '{"lines": [[0, 0, {"qty": 1'
        self.assertEqual(seen.noted_lines, "")

    def test_contact_opens_without_any_role(self):
        user = self._create_user("stranger", "base.group_user")
        form = Form(self.member.with_user(user))
        self.assertEqual(form.name, "Li Na")
        self.assertNotIn("member_number", form._view["fields"])

    def test_shop_of_a_register_from_the_settings(self):
        shop = self.env["beauty.shop"].create({"name": "Riverside"})
        config = self._create_config("Riverside desk", self.cash.copy())
        settings = self.env["res.config.settings"].create({"pos_config_id": config.id})
        settings.pos_beauty_shop_id = shop
        settings.execute()
        self.assertEqual(config.beauty_shop_id, shop)
