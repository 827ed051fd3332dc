# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from lxml import etree

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged
from odoo.tools.safe_eval import safe_eval

from .common_back_office import ROLES, BackOfficeCommon

EVERYONE = {
    "res_partner_menu_member",
    "beauty_contract_menu",
    "beauty_service_log_menu",
    "beauty_performance_menu",
    "beauty_plan_menu",
    "beauty_tier_menu",
    "beauty_reward_menu",
}
REPORTS = {
    f"beauty_{name}_report_menu"
    for name in (
        "liability",
        "tie_out",
        "ageing",
        "forecast",
        "breakage",
        "settlement",
        "completeness",
        "cut_off",
    )
} | {
    "beauty_audit_log_menu",
    "beauty_confirmation_wizard_menu",
    "beauty_ledger_wizard_menu",
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
    | REPORTS
    | {
        "beauty_approval_menu",
        "beauty_exception_menu",
        "beauty_operation_menu",
        "beauty_operation_menu_expire",
        "beauty_breakage_menu",
        "beauty_invoice_request_menu",
        "beauty_entitlement_menu",
        "beauty_entry_menu",
        "beauty_performance_menu_analysis",
        "beauty_tier_change_menu",
    },
    "manager": EVERYONE
    | REPORTS
    | {
        "beauty_approval_menu",
        "beauty_authority_menu",
        "beauty_client_chart_menu",
        "beauty_contract_menu_trial",
        "beauty_message_menu",
        "product_template_menu_service",
        "beauty_exception_menu",
        "beauty_operation_menu",
        "beauty_operation_menu_expire",
        "beauty_breakage_menu",
        "beauty_invoice_request_menu",
        "beauty_entitlement_menu",
        "beauty_entry_menu",
        "beauty_performance_menu_analysis",
        "beauty_tier_change_menu",
        "pos_order_line_menu_other_price",
        "beauty_opening_menu",
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
        self._create_records_after_the_sale()
        self._sell_plan(self._create_plan("Trial", 20, once_per_member=True))
        self.contract.pos_order_line_id.sudo().has_other_price = True

    def _create_records_after_the_sale(self):
        self.env["beauty.opening"].create({"name": "From the old cards"})
        contract = {"contract_id": self.contract.id}
        company = {"company_id": self.company.id}
        self.env["beauty.invoice.request"].sudo().create(
            {
                **company,
                "partner_id": self.member.id,
                "tax_category": "untaxed",
                "amount": 960.0,
            }
        )
        for kind in ("extend", "expire"):
            self.env["beauty.operation"].create({**contract, "kind": kind})
        self.env["beauty.breakage"].sudo().create(
            {
                **contract,
                **company,
                "date": self.contract.date_start,
                "amount": 1.0,
            }
        )

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
        if Model._transient:
            Form(Model)
            return
        views = Model.get_views([*action.views, (action.search_view_id.id, "search")])
        domain = safe_eval(action.domain or "[]")
        for kind, view in views["views"].items():
            if kind in ("list", "kanban", "calendar"):
                self._read(Model, domain, view["arch"])
        record = Model.search([*domain, *self._get_own_domain(Model)], limit=1)
        self.assertTrue(record, "the role sees a record to open")
        form = dict((kind, view_id) for view_id, kind in action.views).get("form")
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
