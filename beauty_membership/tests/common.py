# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from uuid import uuid4

from odoo import Command, fields
from odoo.tests import new_test_user

from odoo.addons.account.tests.common import AccountTestInvoicingCommon


class BeautyMembershipCommon(AccountTestInvoicingCommon):
    """A salon with one register, a facial of 120 and a plan of ten for 960.

    Taxes: 20 % VAT, included in the price unless a test asks otherwise. Orders
    are made as the till sends them.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.user.group_ids |= cls.env.ref("beauty_membership.group_manager")
        cls.env.user.group_ids |= cls.env.ref("point_of_sale.group_pos_manager")
        cls.env.user.group_ids |= cls.env.ref("hr.group_hr_manager")
        cls.company = cls.company_data["company"]
        cls.company._beauty_setup()
        cls.liability = cls.company.beauty_liability_account_id
        cls.prepaid = cls.env["pos.payment.method"]._get_or_create_prepaid(cls.company)
        cls._setup_people()
        cls._setup_products()
        cls._setup_register()

    @classmethod
    def _setup_people(cls):
        Employee = cls.env["hr.employee"]
        cls.member = cls.env["res.partner"].create(
            {"name": "Li Na", "phone": "13800001234", "member_number": "T88000001"}
        )
        cls.other_member = cls.env["res.partner"].create({"name": "Wang Fang"})
        cls.technician = Employee.create({"name": "Tech Mei", "is_technician": True})
        cls.technician_2 = Employee.create({"name": "Tech Lan", "is_technician": True})
        cls.manager_employee = Employee.create({"name": "Boss", "pin": "1234"})
        cls.cashier = new_test_user(
            cls.env,
            "beauty_cashier",
            groups="beauty_membership.group_user",
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )

    @classmethod
    def _setup_products(cls):
        tax_account = cls.company_data["default_account_tax_sale"]
        repartition = [
            Command.create({"repartition_type": "base"}),
            Command.create({"repartition_type": "tax", "account_id": tax_account.id}),
        ]
        cls.vat = cls.env["account.tax"].create(
            {
                "invoice_repartition_line_ids": repartition,
                "refund_repartition_line_ids": repartition,
                "name": "VAT 20%",
                "amount": 20,
                "price_include_override": "tax_included",
                "company_id": cls.company.id,
            }
        )
        cls.facial = cls._create_service("Facial", 120)
        cls.massage = cls._create_service("Massage", 150)
        cls.serum = cls.env["product.product"].create(
            {
                "name": "Serum",
                "type": "consu",
                "list_price": 60,
                "available_in_pos": True,
                "taxes_id": [Command.set(cls.vat.ids)],
            }
        )
        cls.plan = cls._create_plan()

    @classmethod
    def _setup_register(cls):
        cls.cash_journal = cls.env["account.journal"].create(
            {
                "name": "Till cash",
                "code": "TCSH",
                "type": "cash",
                "company_id": cls.company.id,
            }
        )
        cls.cash = cls.env["pos.payment.method"].create(
            {
                "name": "Cash",
                "journal_id": cls.cash_journal.id,
                "company_id": cls.company.id,
            }
        )
        cls.shop = cls.env["beauty.shop"].create({"name": "Front"})
        cls.config = cls._create_config("Front desk", cls.cash)
        cls.config.advanced_employee_ids = cls.manager_employee
        cls.session = cls._open_session(cls.config)

    @classmethod
    def _create_config(cls, name, cash=None):
        methods = cash or cls.env["pos.payment.method"]
        return cls.env["pos.config"].create(
            {
                "name": name,
                "company_id": cls.company.id,
                "beauty_shop_id": cls.shop.id,
                "payment_method_ids": [Command.set(methods.ids)],
            }
        )

    @classmethod
    def _open_session(cls, config):
        session = cls.env["pos.session"].create(
            {"config_id": config.id, "user_id": cls.env.uid}
        )
        session.set_opening_control(0, "")
        return session

    @classmethod
    def _create_service(cls, name, price, **values):
        return cls.env["product.product"].create(
            {
                "name": name,
                "type": "service",
                "list_price": price,
                "available_in_pos": True,
                "is_treatment": True,
                "taxes_id": [Command.set(cls.vat.ids)],
                **values,
            }
        )

    @classmethod
    def _create_plan(cls, name="10 facials", price=960, lines=None, **values):
        """Create a plan; lines: list of (product, quantity), ten facials if None."""
        lines = lines or [(cls.facial, 10)]
        return cls.env["beauty.plan"].create(
            {
                "name": name,
                "price": price,
                "company_id": cls.company.id,
                "line_ids": [
                    Command.create(
                        {
                            "product_ids": [Command.set(product.ids)],
                            "quantity": quantity,
                        }
                    )
                    for product, quantity in lines
                ],
                **values,
            }
        )

    # What a till sends

    def _line(self, product, price=None, qty=1, **values):
        """Return the values of a ticket line as the till computes them."""
        taxes = values.pop("taxes", product.taxes_id)
        price = product.lst_price if price is None else price
        discounted = price * (1 - values.get("discount", 0) / 100)
        totals = taxes.compute_all(discounted, self.company.currency_id, qty)
        return {
            "uuid": str(uuid4()),
            "product_id": product.id,
            "qty": qty,
            "price_unit": price,
            "price_subtotal": totals["total_excluded"],
            "price_subtotal_incl": totals["total_included"],
            "tax_ids": [Command.set(taxes.ids)],
            "full_product_name": product.display_name,
            "discount": 0,
            "pack_lot_ids": [],
            **values,
        }

    def _plan_line(self, plan=None, **values):
        product = (plan or self.plan).product_tmpl_id.product_variant_id
        return self._line(product, **values)

    def _use_line(self, holding, product=None, units=1, **values):
        """Return a line that redeems units of a holding, priced as its card says."""
        product = product or holding.product_ids[:1]
        price = holding._get_use_price(product, self.config)
        taken = units * holding._get_units(product)
        if taken == holding.remaining and units == 1:
            price = {**price, **price["last"]}
        values = {
            "taxes": self.env["account.tax"].browse(price["tax_ids"]),
            "price": price["price_unit"],
            "extra_tax_data": price["extra_tax_data"],
            "entitlement_id": holding.id,
            "price_type": "automatic",
            "technician_id": self.technician.id,
            **values,
        }
        line = self._line(product, qty=units, **values)
        line["price_subtotal_incl"] = price["value"] * units
        return line

    def _ticket(self, lines, partner=None, payments=None, session=None, **values):
        """Return a ticket as the till sends it.

        :param payments: list of (method, amount); None: uses prepaid, rest cash
        """
        total = sum(line["price_subtotal_incl"] for line in lines)
        if payments is None:
            used = sum(
                line["price_subtotal_incl"]
                for line in lines
                if line.get("entitlement_id") or line.get("plan_line_uuid")
            )
            payments = [(self.prepaid, used), (self.cash, total - used)]
        payments = [(method, amount) for method, amount in payments if round(amount, 2)]
        partner = self.member if partner is None else partner
        return {
            "uuid": str(uuid4()),
            "name": "/",
            "state": "paid",
            "session_id": (session or self.session).id,
            "partner_id": partner.id,
            "user_id": self.env.uid,
            "date_order": fields.Datetime.to_string(fields.Datetime.now()),
            "amount_total": total,
            "amount_tax": total - sum(line["price_subtotal"] for line in lines),
            "amount_paid": sum(amount for method, amount in payments),
            "amount_return": 0,
            "to_invoice": False,
            "lines": [Command.create(line) for line in lines],
            "payment_ids": [
                Command.create(
                    {
                        "uuid": str(uuid4()),
                        "name": fields.Datetime.to_string(fields.Datetime.now()),
                        "payment_method_id": method.id,
                        "amount": amount,
                    }
                )
                for method, amount in payments
            ],
            "last_order_preparation_change": "{}",
            **values,
        }

    def _sync(self, ticket, user=None):
        """Send a ticket as the cashier's till does; return the order."""
        Order = self.env["pos.order"].with_user(user or self.cashier)
        result = Order.sync_from_ui([ticket])
        ids = [
            row["id"] for row in result["pos.order"] if row["uuid"] == ticket["uuid"]
        ]
        return self.env["pos.order"].browse(ids)

    def _sell_plan(self, plan=None, partner=None, **values):
        """Sell one plan for cash; return its contract."""
        order = self._sync(self._ticket([self._plan_line(plan)], partner, **values))
        return self._get_contracts(order)

    def _use(self, holding, partner=None, **values):
        """Use one session; return the order."""
        return self._sync(self._ticket([self._use_line(holding)], partner, **values))

    def _refund_lines(self, lines):
        """Return refund lines as the ticket screen makes them."""
        return [
            {
                **self._line(
                    line.product_id, line.price_unit, -line.qty, taxes=line.tax_ids
                ),
                "discount": line.discount,
                "price_subtotal": -line.price_subtotal,
                "price_subtotal_incl": -line.price_subtotal_incl,
                "refunded_orderline_id": line.id,
                "extra_tax_data": line._get_reversed_extra_tax_data(),
                "entitlement_id": line.entitlement_id.id,
            }
            for line in lines
        ]

    def _get_contracts(self, order):
        return self.env["beauty.contract"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )

    # What must hold after every story

    def _close(self, session=None):
        """Close the register as the closing screen does."""
        session = session or self.session
        session.post_closing_cash_details(session.cash_register_balance_end)
        result = session.close_session_from_ui()
        self.assertTrue(result.get("successful"), result)
        return session

    def _get_items(self, session):
        """Return the closing's items as {account name or type: balance}."""
        items = {}
        for line in session.move_id.line_ids:
            if line.account_id == self.liability:
                key = "liability"
            elif line.tax_line_id:
                key = "vat"
            elif line.account_id.account_type == "income":
                key = "revenue"
            else:
                key = "cash"
            items[key] = round(items.get(key, 0.0) + line.balance, 2)
        return items

    def _assert_ledger_holds(self):
        """Entries sum to balances, and the liability ties to the general ledger."""
        Entry = self.env["beauty.entry"]
        self.assertFalse(Entry._fetch_wrong_balances(self.company))
        self.assertEqual(Entry._fetch_tie_out(self.company)["difference"], 0.0)

    def _count_rows(self):
        """Return what a refusal must leave as it was."""
        return {
            model: self.env[model].sudo().search_count([])
            for model in (
                "pos.order",
                "pos.payment",
                "beauty.contract",
                "beauty.entitlement",
                "beauty.entry",
                "beauty.service.log",
                "beauty.performance",
            )
        }

    def _assert_refused(self, error, ticket, user=None):
        """A refused ticket raises that error and stores nothing."""
        before = self._count_rows()
        with self.assertRaises(error) as caught, self.env.cr.savepoint():
            self._sync(ticket, user)
        self.env.invalidate_all()
        self.assertEqual(self._count_rows(), before)
        return str(caught.exception)
