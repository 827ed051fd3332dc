# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import psycopg2

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import RedemptionRefused
from .common_sharing import SharingCommon


@tagged("post_install", "-at_install")
class TestSharing(SharingCommon):
    """Using what another member holds, as the till of a receptionist does."""

    def test_named_partner_uses_it_on_her_own_ticket(self):
        share = self._share(max_units=3)
        order = self._use(self.holding, self.other_member)
        self.assertEqual((self.holding.remaining, share.used_units), (9, 1))
        entry = self.holding.entry_ids.sorted("id")[-1]
        self.assertRecordValues(
            entry,
            [{"partner_id": self.member.id, "beneficiary_id": self.other_member.id}],
        )
        self.assertRecordValues(
            self._get_log(order),
            [{"partner_id": self.other_member.id, "payer_id": self.member.id}],
        )

    def test_cap_is_counted_over_tickets_and_lines(self):
        share = self._share(max_units=2)
        self._use(self.holding, self.other_member)
        lines = [self._use_line(self.holding) for _i in range(2)]
        self._assert_refused(RedemptionRefused, self._ticket(lines, self.other_member))
        self._use(self.holding, self.other_member)
        self.assertIn("2 of these", self._refuse_by(None, self.other_member))
        share.max_units = 3
        self._use(self.holding, self.other_member)

    def test_undo_gives_the_share_back(self):
        share = self._share(max_units=1)
        order = self._use(self.holding, self.other_member)
        log = self._get_log(order)
        result = log.with_user(self.cashier).action_undo(self.config.id, "Wrong item")
        self.assertTrue(result["ok"], result)
        share.invalidate_recordset()
        self.assertEqual((share.used_units, self.holding.remaining), (0, 10))
        self._use(self.holding, self.other_member)

    def test_share_ends(self):
        share = self._share()
        share.date_until = self.contract.date_start.replace(year=2020)
        self.assertIn("until", self._refuse_by(None, self.other_member))
        share.date_until = self.contract.date_start
        self._use(self.holding, self.other_member)
        share.active = False
        self._refuse_by(None, self.other_member)

    def test_guest_once_with_the_member(self):
        self._use_by(self.guest)
        self.assertIn("guest", self._refuse_by(self.guest))
        self._use_by(self.other_member)
        self._refuse_by(self.guest, self.guest)

    def test_guest_twice_on_one_ticket(self):
        lines = [
            self._use_line(self.holding, beneficiary_id=self.guest.id)
            for _i in range(2)
        ]
        self._assert_refused(RedemptionRefused, self._ticket(lines))

    def test_policy_forbids_guests_or_everybody(self):
        self.contract.sudo().sharing = "named"
        self._refuse_by(self.guest)
        share = self._share()
        self._use_by(self.other_member)
        share.unlink()
        self.contract.sudo().sharing = "none"
        self._refuse_by(self.other_member)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self._share()

    def test_contract_keeps_the_sharing_it_was_sold_under(self):
        policy = self.env["beauty.policy"].create({"name": "Own", "sharing": "none"})
        contract = self._sell_plan(self._create_plan("Own", policy_id=policy.id))
        policy.sharing = "present"
        self.assertEqual(contract.sharing, "none")
        self.contract = contract
        self._refuse_by(self.guest, holding=contract.entitlement_ids)

    def test_stranger_is_refused(self):
        self._refuse_by(None, self.other_member)
        self._refuse_by(self.other_member, self.guest)

    def test_one_ticket_of_two_payers(self):
        other = self._sell_plan(partner=self.other_member).entitlement_ids
        lines = [
            self._use_line(self.holding),
            self._use_line(other, beneficiary_id=self.other_member.id),
        ]
        order = self._sync(self._ticket(lines))
        self.assertEqual((self.holding.remaining, other.remaining), (9, 9))
        self.assertFalse(other.entry_ids.beneficiary_id)
        logs = self._get_log(order)
        self.assertEqual(logs.partner_id, self.member | self.other_member)
        self.assertFalse(logs.payer_id)
        self._close()
        self._assert_ledger_holds()

    def test_books_debit_each_holder(self):
        other = self._sell_plan(partner=self.other_member).entitlement_ids
        self._close()
        self.session = self._open_session(self.config)
        lines = [
            self._use_line(self.holding),
            self._use_line(self.holding),
            self._use_line(other, beneficiary_id=self.other_member.id),
        ]
        self._sync(self._ticket(lines))
        self._share()
        shared = self._use(self.holding, self.other_member)
        self._sync(
            self._ticket(
                self._refund_lines(shared.lines),
                self.other_member,
                payments=[(self.prepaid, -96.0)],
            )
        )
        items = self._close().move_id.line_ids.filtered(
            lambda item: item.account_id == self.liability
        )
        balances = sorted((item.partner_id.name, item.balance) for item in items)
        self.assertEqual(
            balances, [("Li Na", -96.0), ("Li Na", 288.0), ("Wang Fang", 96.0)]
        )
        self.assertFalse(self.env["beauty.exception"].search([]))
        self.env.invalidate_all()
        for entry in (self.holding | other).entry_ids:
            self.assertEqual(entry.account_move_line_id.partner_id, entry.partner_id)
        self._assert_ledger_holds()

    def test_books_of_an_invoiced_ticket(self):
        self._share()
        order = self._use(self.holding, self.other_member, to_invoice=True)
        self.assertEqual(order.account_move.partner_id, self.other_member)
        self.assertEqual(order.account_move.payment_state, "paid")
        later = self._use(self.holding, self.other_member)
        self._close()
        later.action_pos_order_invoice()
        items = self.env["account.move.line"].search(
            [("account_id", "=", self.liability.id), ("parent_state", "=", "posted")]
        )
        by_partner = {
            partner.name: sum(lines.mapped("balance"))
            for partner, lines in items.grouped("partner_id").items()
        }
        self.assertEqual(by_partner["Li Na"], -768.0)
        self.assertFalse(by_partner.get("Wang Fang"))
        self._assert_ledger_holds()

    def test_difference_names_the_holder(self):
        """What the closing cannot explain is put aside for whose books it is."""
        self._share()
        order = self._use(self.holding, self.other_member)
        self.holding._post_entry(
            [
                {
                    "entitlement_id": self.holding.id,
                    "movement": "adjust",
                    "quantity": 0,
                    "amount": -10.0,
                    "idempotency_key": "forced difference",
                    "pos_order_line_id": order.lines.id,
                    "pos_payment_id": order.payment_ids.id,
                }
            ]
        )
        self._close()
        self._assert_ledger_holds()

    def test_replay_changes_nothing(self):
        self._share(max_units=1)
        ticket = self._ticket([self._use_line(self.holding)], self.other_member)
        self._sync({**ticket})
        before = self._count_rows()
        self._sync({**ticket})
        self.assertEqual(self._count_rows(), before)

    def test_merged_contact_keeps_her_share(self):
        share = self._share(max_units=2)
        self._use(self.holding, self.other_member)
        wizard = self.env["base.partner.merge.automatic.wizard"].create({})
        wizard._merge([self.other_member.id, self.guest.id], self.guest)
        self.env.invalidate_all()
        self.assertEqual(share.partner_id, self.guest)
        self.assertEqual(share.used_units, 1)

    def test_beneficiary_of_an_entry_stays(self):
        self._use_by(self.guest)
        own = self.holding.entry_ids.sorted("id")[0]
        used = self.holding.entry_ids.sorted("id")[-1]
        for entry, value in ((used, None), (own, self.guest.id)):
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(
                    "UPDATE beauty_entry SET beneficiary_id = %s WHERE id = %s",
                    (value, entry.id),
                )
