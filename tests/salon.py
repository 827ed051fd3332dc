# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A small salon, set up by an administrator through the web client's route."""

from functools import cache
from itertools import count

from .client import Client
from .till import Till

POS_USER, POS_MANAGER = (
    "point_of_sale.group_pos_user",
    "point_of_sale.group_pos_manager",
)
ROLES = {
    "cashier": [POS_USER],
    "technician": ["beauty_membership.group_technician"],
    "manager": [POS_MANAGER, "beauty_membership.group_manager"],
    "accountant": ["account.group_account_manager"],
}
PASSWORD = "Salon-2026-e2e"
VAT = 20.0


class Salon:
    """Products, plans and staff of one company; tills and members on demand."""

    def __init__(self, server, books, admin=("admin", "admin"), place="e2e"):
        self.server, self.books, self.numbers = server, books, count(1)
        self.place = place
        self.admin = Client(server.url, server.name, *admin)
        self.company_id = self.admin.company_id
        self.accounts = self._make_accounts()
        self.taxes = {
            "included": self._make_tax("VAT 20% included", "tax_included"),
            "excluded": self._make_tax("VAT 20% excluded", "tax_excluded"),
        }
        self.products = {
            "facial": self._make_service("Facial", 120.0, "included"),
            "facial_net": self._make_service("Facial net", 100.0, "excluded"),
            "massage": self._make_service("Massage", 90.0, "included"),
            "serum": self._make_product("Serum", 60.0, "included"),
            "tip": self._make_service("Tip", 0.0, None),
        }
        self.plans = {
            "facials": self.make_plan("10 facials", 960.0, "facial"),
            "facials_sale": self.make_plan("10 facials S", 960.0, "facial", "sale"),
            "net": self.make_plan("10 facials net", 960.0, "facial_net"),
            "net_sale": self.make_plan("10 facials net S", 800.0, "facial_net", "sale"),
        }
        self.technician_id = self._make_technician("Tina")
        self.users = {role: self._make_user(role) for role in ROLES}

    def login(self, role):
        """:return: Client logged in as the user of that role"""
        login = f"{role}-{self.place}"
        return Client(self.server.url, self.server.name, login, PASSWORD)

    def member(self, name="Member"):
        """:return: int id of a new contact with a member number"""
        values = {"name": f"{name} {next(self.numbers)}"}
        return self.admin.create("res.partner", values)

    def till(self, role="cashier"):
        """:return: Till, a new register that is open"""
        number = next(self.numbers)
        return Till(self, self.login(role), self._make_register(number))

    def make_plan(
        self, name, price, product, tax_point="redemption", quantity=10, **vals
    ):
        """:return: int id of a plan of so many sessions of one service"""
        line = {
            "kind": "session",
            "product_ids": [[6, 0, [self.products[product]]]],
            "quantity": quantity,
        }
        values = {"name": name, "price": price, "tax_point": tax_point, **vals}
        values.setdefault("line_ids", [[0, 0, line]])
        return self.admin.create("beauty.plan", values)

    @cache  # noqa: B019
    def plan_product(self, plan_id):
        """:return: (int product.product id, float price) of what the cashier taps"""
        (plan,) = self.admin.read("beauty.plan", [plan_id], "product_tmpl_id")
        template = [("product_tmpl_id", "=", plan["product_tmpl_id"][0])]
        (product_id,) = self.admin.search("product.product", template)
        return product_id, self.price_of(product_id)

    @cache  # noqa: B019
    def price_of(self, product_id):
        """:return: float list price"""
        (row,) = self.admin.read("product.product", [product_id], "lst_price")
        return row["lst_price"]

    @cache  # noqa: B019 - a salon lives as long as the tests
    def tax_of(self, product_id):
        """:return: (list of tax ids, str: "included", "excluded" or None)"""
        (row,) = self.admin.read("product.product", [product_id], "taxes_id")
        for kind, tax_id in self.taxes.items():
            if tax_id in row["taxes_id"]:
                return [tax_id], kind
        return [], None

    def _make_accounts(self):
        kinds = {
            "services": ("BM4001", "Services", "income"),
            "products": ("BM4002", "Products", "income"),
            "tips": ("BM4003", "Tips", "income_other"),
            "vat": ("BM2001", "VAT", "liability_current"),
        }
        return {
            key: self.admin.create(
                "account.account", {"code": code, "name": name, "account_type": kind}
            )
            for key, (code, name, kind) in kinds.items()
        }

    def _make_tax(self, name, price_include):
        lines = [
            [0, 0, {"repartition_type": "base"}],
            [0, 0, {"repartition_type": "tax", "account_id": self.accounts["vat"]}],
        ]
        values = {
            "name": name,
            "amount": VAT,
            "type_tax_use": "sale",
            "price_include_override": price_include,
            "invoice_repartition_line_ids": lines,
            "refund_repartition_line_ids": lines,
        }
        return self.admin.create("account.tax", values)

    def _make_product(self, name, price, tax, account="products", **values):
        values = {
            "name": name,
            "list_price": price,
            "available_in_pos": True,
            "taxes_id": [[6, 0, [self.taxes[tax]] if tax else []]],
            "property_account_income_id": self.accounts[account],
            **values,
        }
        return self.admin.create("product.product", values)

    def _make_service(self, name, price, tax):
        values = {"type": "service", "is_treatment": True}
        account = "services"
        if tax is None:
            values, account = {"type": "service"}, "tips"
        return self._make_product(name, price, tax, account, **values)

    def _make_technician(self, name):
        values = {"name": name, "is_technician": True}
        return self.admin.create("hr.employee", values)

    def _make_user(self, role):
        groups = [self.admin.ref(group) for group in ["base.group_user", *ROLES[role]]]
        values = {
            "name": role.title(),
            "login": f"{role}-{self.place}",
            "password": PASSWORD,
            "email": f"{role}@{self.place}.example",
            "group_ids": [[6, 0, groups]],
        }
        return self.admin.create("res.users", values)

    def _make_register(self, number):
        cash = {"name": f"Cash {number}", "code": f"CB{number}", "type": "cash"}
        journal = self.admin.create("account.journal", cash)
        bank = self.admin.search("account.journal", [("type", "=", "bank")], limit=1)
        methods = [
            self.admin.create(
                "pos.payment.method", {"name": name, "journal_id": journal_id}
            )
            for name, journal_id in [
                (f"Cash {number}", journal),
                (f"Card {number}", bank[0]),
            ]
        ]
        values = {
            "name": f"Register {number}",
            "payment_method_ids": [[6, 0, methods]],
            "module_pos_hr": False,
        }
        return self.admin.create("pos.config", values)
