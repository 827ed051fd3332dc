# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import Form, tagged

from ..exceptions import ConfirmationRefused
from .common_confirmation import ConfirmationCommon, draw


@tagged("post_install", "-at_install")
class TestConfirmation(ConfirmationCommon):
    """Nothing leaves a card that its member did not confirm, as agreed at the sale."""

    # By policy

    def test_without_policy_nobody_is_asked(self):
        self._sell("none")
        self.assertFalse(self._use(self.holding).confirmation_method)

    def test_policy_is_copied_to_the_contract(self):
        contract = self._sell("signature", 50).contract_id
        self.policy.confirmation = "none"
        self.assertRecordValues(
            contract, [{"confirmation": "signature", "confirmation_min_amount": 50}]
        )

    def test_china_preset_asks_for_a_signature(self):
        china = self.env.ref("beauty_membership.beauty_policy_china")
        form = Form(self.plan)
        form.policy_id = china
        form.save()
        self.assertEqual(self._sell_plan().confirmation, "signature")

    def test_unconfirmed_use_is_refused_and_says_how(self):
        ticket = self._ticket([self._use_line(self._sell())])
        self._assert_refused(ConfirmationRefused, ticket)
        with self.assertRaises(ConfirmationRefused) as caught:
            self._sync(ticket)
        self.assertEqual(caught.exception.context, {"method": "signature"})

    def test_below_the_least_amount_nobody_is_asked(self):
        self._sell(least=97)
        self.assertEqual(self._use(self.holding).state, "paid")
        ticket = self._ticket([self._use_line(self.holding, units=2)])
        self._assert_refused(ConfirmationRefused, ticket)

    def test_first_use_of_a_package_on_its_own_ticket_is_confirmed(self):
        plan_line = self._plan_line()
        use = self._line(self.facial, 96, plan_line_uuid=plan_line["uuid"])
        ticket = self._ticket([plan_line, use])
        self._assert_refused(ConfirmationRefused, ticket)
        sent = {"method": "signature", "value": draw()}
        order = self._sync({**ticket, "membership_confirmation": sent})
        self.assertEqual(order.confirmation_method, "signature")

    def test_sale_and_undo_are_not_confirmed(self):
        self._sell()
        order = self._sync(self._confirmed("signature", draw()))
        lines = self._refund_lines(order.lines)
        self._sync(self._ticket(lines, payments=[(self.prepaid, -96.0)]))
        self.assertEqual(self.holding.remaining, 10)
        self._close()
        self._assert_ledger_holds()

    # Signature

    def test_signature_is_a_private_attachment_of_the_ticket(self):
        self._sell()
        order = self._sync(self._confirmed("signature", draw()))
        self.assertEqual(order.confirmation_method, "signature")
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", "pos.order"), ("res_id", "=", order.id)]
            + [("res_field", "=", "confirmation_signature")]
        )
        self.assertRecordValues(
            attachment, [{"public": False, "mimetype": "image/png"}]
        )
        self.assertFalse(order.membership_confirmation)

    def test_what_is_no_signature_is_refused(self):
        self._sell()
        for value in (
            None,
            "",
            "scribble",
            {"x": 1},
            draw(stroke=False),
            draw("JPEG"),
            draw()[:200],
            draw(size=(3000, 3000)),
            "A" * 900_000,
        ):
            ticket = self._confirmed("signature", value)
            self._assert_refused(ConfirmationRefused, ticket)
        self._assert_refused(ConfirmationRefused, self._confirmed("none"))
        self._assert_refused(ConfirmationRefused, self._confirmed(["signature"]))

    def test_cashier_writes_no_confirmation(self):
        self._sell()
        ticket = self._ticket(
            [self._use_line(self.holding)],
            confirmation_method="signature",
            confirmation_signature=draw().partition(",")[2],
        )
        self._assert_refused(ConfirmationRefused, ticket)
        order = self._sync(self._confirmed("signature", draw()))
        order.with_user(self.cashier).confirmation_method = "code"
        self.assertEqual(order.confirmation_method, "signature")

    def test_confirmation_of_a_draft_does_not_last(self):
        """A draft that was confirmed may change before it is paid."""
        self._sell()
        order = self._sync(self._confirmed("signature", draw(), state="draft"))
        self.assertFalse(order.confirmation_method)
        self.env.cr.cache.clear()  # the next request
        with self.assertRaises(ConfirmationRefused):
            order.with_user(self.cashier).action_pos_order_paid()
        self.assertEqual(self.holding.remaining, 10)

    # Without a connection

    def test_slip_signed_offline_is_stored_and_reviewed(self):
        self._sell("pin")
        order = self._sync(self._confirmed("slip"))
        self.assertEqual(order.confirmation_method, "slip")
        row = self.env["beauty.approval"].search([("order_id", "=", order.id)])
        self.assertRecordValues(
            row,
            [{"kind": "slip", "state": "flagged", "partner_id": self.member.id}],
        )

    def test_slip_where_nothing_is_asked_is_no_row(self):
        self._sell("none")
        order = self._sync(self._confirmed("slip"))
        self.assertFalse(
            self.env["beauty.approval"].search([("order_id", "=", order.id)])
        )

    # Card

    def test_card_says_how_she_confirms(self):
        self._sell("pin", 50)
        card = self._get_card()["confirmation"]
        contract = self.holding.contract_id
        self.assertEqual(
            card["contracts"], {contract.id: {"method": "pin", "min_amount": 50.0}}
        )
        self.assertFalse(card["has_pin"])
        self._set_pin()
        self.assertTrue(self._get_card()["confirmation"]["has_pin"])
        self.assertNotIn("2468", str(self._get_card()))

    def _get_card(self):
        Partner = self.env["res.partner"].with_user(self.cashier)
        return Partner.get_member_card(self.member.id, self.config.id)

    def test_signature_does_not_reach_other_tills(self):
        names = self.env["pos.order"]._load_pos_data_fields(self.config)
        self.assertNotIn("confirmation_signature", names)
        self.assertIn("confirmation_method", names)
