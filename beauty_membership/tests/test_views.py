# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import etree

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import Form, new_test_user, tagged
from odoo.tools.safe_eval import safe_eval

from ..exceptions import MembershipError
from .common import BeautyMembershipCommon

ROLES = {
    "technician": "beauty_membership.group_technician",
    "receptionist": "beauty_membership.group_user",
    "accountant": "account.group_account_user",
    "manager": "beauty_membership.group_manager",
}
EVERYONE = {
    "res_partner_menu_member",
    "beauty_contract_menu",
    "beauty_service_log_menu",
    "beauty_performance_menu",
    "beauty_plan_menu",
    "beauty_tier_menu",
    "beauty_reward_menu",
}
MENUS = {
    "technician": EVERYONE | {"beauty_client_chart_menu"},
    "receptionist": EVERYONE
    | {
        "beauty_entitlement_menu",
        "beauty_message_menu",
        "beauty_tier_change_menu",
    },
    "accountant": EVERYONE
    | {
        "beauty_approval_menu",
        "beauty_exception_menu",
        "beauty_entitlement_menu",
        "beauty_entry_menu",
        "beauty_performance_menu_analysis",
        "beauty_tier_change_menu",
    },
    "manager": EVERYONE
    | {
        "beauty_approval_menu",
        "beauty_authority_menu",
        "beauty_client_chart_menu",
        "beauty_contract_menu_trial",
        "beauty_message_menu",
        "product_template_menu_service",
        "beauty_exception_menu",
        "beauty_entitlement_menu",
        "beauty_entry_menu",
        "beauty_performance_menu_analysis",
        "beauty_tier_change_menu",
        "pos_order_line_menu_other_price",
        "beauty_shop_menu",
        "beauty_policy_menu",
        "res_partner_menu_duplicates",
    },
}
BUTTONS = {
    ("beauty.contract", "action_open_assign_wizard"): {"manager"},
    ("beauty.contract", "action_open_gift_wizard"): {"manager"},
    ("beauty.contract", "action_print_gift"): {"manager"},
    ("beauty.contract", "action_renew_code"): {"manager"},
    ("beauty.service.log", "action_undo_in_back_office"): {"manager"},
    ("beauty.service.log", "action_open_technician_wizard"): {
        "receptionist",
        "manager",
    },
    ("res.partner", "action_open_client_chart"): {"technician", "manager"},
    ("res.partner", "action_make_member"): set(ROLES),
    ("res.partner", "action_open_tier_wizard"): {"manager"},
}


class BackOfficeCommon(BeautyMembershipCommon):
    """The salon with one user of each role, who has no other rights."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {role: cls._create_user(role, ROLES[role]) for role in ROLES}

    @classmethod
    def _create_user(cls, role, group):
        return new_test_user(
            cls.env,
            f"beauty_{role}",
            groups=group,
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )

    def _create_exception(self):
        vals = {"name": "Differs", "kind": "tie_out", "company_id": self.company.id}
        return self.env["beauty.exception"].sudo().create(vals)

    def _as(self, role, records):
        return records.with_user(self.users[role])


@tagged("post_install", "-at_install")
class TestMenus(BackOfficeCommon):
    """Every menu a role sees opens for it, in each of its views, with records."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self._use(self.contract.entitlement_ids)
        self.technician.user_id = self.users["technician"]
        self.env["beauty.tier"].create({"name": "Gold"})
        self.env["beauty.reward"].create({"name": "10 off", "points": 9, "amount": 10})
        self.env["beauty.client.chart"].create({"partner_id": self.member.id})
        self._create_exception()
        self._create_records_of_other_menus()
        self._sell_plan(self._create_plan("Trial", 20, once_per_member=True))
        self.contract.pos_order_line_id.sudo().has_other_price = True

    def _create_records_of_other_menus(self):
        self.env["beauty.authority"].create({"name": "Cashier"})
        company = {"company_id": self.company.id}
        self.env["beauty.message"].sudo().create(
            {"partner_id": self.member.id, "kind": "movement", "rows": [], **company}
        )
        self.env["beauty.approval"].sudo().create(
            {
                "kind": "remote",
                "config_id": self.config.id,
                "description": "20 % off",
                **company,
            }
        )

    def _get_menus(self, role):
        """Return the menus with an action that a role sees in the app."""
        root = self.env.ref("beauty_membership.beauty_membership_menu_root")
        Menu = self._as(role, self.env["ir.ui.menu"])
        visible = Menu.browse(Menu._visible_menu_ids())
        return visible.filtered(
            lambda menu: (
                menu.action
                and menu.parent_path.startswith(root.parent_path)
                and {int(part) for part in menu.parent_path.split("/")[:-1]}
                <= set(visible.ids)
            )
        )

    def test_menus_of_each_role(self):
        for role, names in MENUS.items():
            found = self._get_menus(role)
            expected = {f"beauty_membership.{name}" for name in names}
            self.assertEqual(set(found.get_external_id().values()), expected, role)

    def test_menus_open_for_each_role(self):
        for role in ROLES:
            for menu in self._get_menus(role):
                with self.subTest(role=role, menu=menu.name):
                    self._open(role, menu.sudo().action)

    def _open(self, role, action):
        if action._name == "ir.actions.server":
            found = self._as(role, action).run()
            self.assertEqual(found["type"], "ir.actions.act_window")
            return
        Model = self._as(role, self.env[action.res_model])
        views = Model.get_views([*action.views, (action.search_view_id.id, "search")])
        domain = safe_eval(action.domain or "[]")
        for kind, view in views["views"].items():
            if kind in ("list", "kanban", "calendar"):
                self._read(Model, domain, view["arch"])
        record = Model.search([*domain, *self._get_own_domain(Model)], limit=1)
        self.assertTrue(record, "the role sees a record to open")
        form = dict((kind, view_id) for view_id, kind in action.views)["form"]
        Form(record, view=form or None)

    def _get_own_domain(self, Model):
        own = {"res.partner": "id", "beauty.contract": "partner_id"}
        return [(own[Model._name], "=", self.member.id)] if Model._name in own else []

    def _read(self, Model, domain, arch):
        """Read rows as the web client does: the names of related records as well."""
        names = {
            node.get("name")
            for node in etree.fromstring(arch).iter("field")
            if not any(parent.tag == "field" for parent in node.iterancestors())
        }
        spec = {
            name: {"fields": {"display_name": {}}}
            if Model._fields[name].relational
            else {}
            for name in names
        }
        self.assertTrue(Model.web_search_read(domain, spec, limit=80)["records"])

    def test_buttons_of_each_role(self):
        for (model, button), expected in BUTTONS.items():
            found = {
                role
                for role in ROLES
                if f'name="{button}"'
                in self._as(role, self.env[model]).get_view(view_type="form")["arch"]
            }
            self.assertEqual(found, expected, button)

    def test_shop_opens_from_a_contract_for_each_role(self):
        for role in ROLES:
            self.assertEqual(Form(self._as(role, self.shop)).name, "Front")

    def test_statement_hidden_from_technician(self):
        arch = self._as("technician", self.env["beauty.contract"]).get_view()["arch"]
        self.assertNotIn("entry_ids", arch)
        with self.assertRaises(AccessError):
            self._as("technician", self.contract).entry_ids.mapped("amount")


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
