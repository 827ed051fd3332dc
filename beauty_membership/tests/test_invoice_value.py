# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from ..exceptions import GrantRefused
from .common_invoice import InvoiceCommon


@tagged("post_install", "-at_install")
class TestInvoiceValue(InvoiceCommon):
    """Recharges and gift cards by invoice are what they are at the till."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.recharge = cls._create_value_plan(
            "Recharge",
            is_open_amount=True,
            amount_min=100,
            step_ids=[
                Command.create({"amount": 500, "quantity": 50}),
                Command.create({"amount": 1000, "quantity": 200}),
            ],
        )

    @classmethod
    def _create_value_plan(cls, name, face=1000, **values):
        return cls.env["beauty.plan"].create(
            {
                "name": name,
                "price": face,
                "company_id": cls.company.id,
                "line_ids": [Command.create({"kind": "value", "quantity": face})],
                **values,
            }
        )

    def _remaining(self, contract):
        contract.invalidate_recordset()
        return contract.principal_remaining, contract.bonus_remaining

    def test_recharge_grants_by_amount(self):
        contract = self._sold(self._invoice(self.recharge, price_unit=1000))
        self.assertEqual(self._remaining(contract), (1000.0, 200.0))
        contract = self._sold(self._invoice(self.recharge, price_unit=600))
        self.assertEqual(self._remaining(contract), (600.0, 50.0))
        draft = self._draft(self.recharge, price_unit=50)
        self._assert_invoice_refused(GrantRefused, draft.action_post)
        self._assert_all_holds()

    def test_recharge_waits_for_its_payment(self):
        self.company.beauty_invoice_activation = "paid"
        invoice = self._invoice(self.recharge, price_unit=1000)
        contract = self._sold(invoice)
        contract.bonus_ids._give_due()
        self.assertEqual(self._remaining(contract), (0.0, 0.0))
        self._pay(invoice, 400)
        self.assertEqual(self._remaining(contract), (0.0, 0.0))
        self._pay(invoice, 600)
        self.assertEqual(self._remaining(contract), (1000.0, 200.0))
        self._assert_all_holds()

    def test_recharge_taken_back_with_its_gifts(self):
        invoice = self._invoice(self.recharge, price_unit=1000)
        contract = self._sold(invoice)
        credit = self._credit(invoice)
        credit.action_post()
        self.assertEqual(contract.state, "closed")
        self.assertEqual(self._remaining(contract), (0.0, 0.0))
        self._assert_all_holds()

    def test_gift_card(self):
        plan = self._create_value_plan("Gift card", is_gift_card=True)
        contract = self._sold(self._invoice(plan))
        self.assertTrue(contract.claim_code)
        self.assertEqual(contract.buyer_id, self.member)
        self.assertFalse(contract.partner_id)
        other = self._invoice(plan, self.other_member)
        self._credit(other).action_post()
        self.assertEqual(self._sold(other).state, "closed")
        again = self._invoice(plan)
        again.button_draft()
        self.assertEqual(self._sold(again).state, "closed")
        contract.sudo()._claim(self.other_member)
        self._assert_all_holds()
