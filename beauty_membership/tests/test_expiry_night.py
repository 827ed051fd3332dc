# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import suppress
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..models import beauty_operation_expire_cron as cron
from .common_expiry import OVER, START, ExpiryCommon


class KilledError(Exception):
    """The worker went away."""


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestExpiryNight(ExpiryCommon):
    """A night that breaks off leaves whole batches, and the next one goes on."""

    def setUp(self):
        super().setUp()
        self.policy.expiry_mode = "auto"
        self.contracts = self.env["beauty.contract"]
        for partner in (self.member, self.other_member, self.member):
            self.contracts |= self._sell_and_close(partner=partner)
        self.startPatcher(patch.object(cron, "BATCH", 1))

    def _get_left(self):
        self.env.invalidate_all()
        return [int(h.remaining) for h in self.contracts.entitlement_ids.sorted("id")]

    def _count_expired(self):
        return self.env["beauty.entry"].search_count([("movement", "=", "expire")])

    def test_killed_after_a_batch_the_next_night_goes_on(self):
        """Each batch is kept: what ran before the kill is done, once."""
        Operation = self.env.registry["beauty.operation"]
        kept = []

        def commit(operations, done, left):
            kept.append(left)
            if len(kept) == 5:  # three were proposed, the second was carried out
                raise KilledError

        # assertRaises would roll back what the batches kept
        with patch.object(Operation, "_commit_expiry", commit), suppress(KilledError):
            self._run_night()
        self.assertEqual(kept, [2, 1, 0, 2, 1])
        self.assertEqual(self._get_left(), [0, 0, 10])
        self._assert_ledger_holds()
        self._run_night()
        self.assertEqual(self._get_left(), [0, 0, 0])
        self.assertEqual(self._count_expired(), 3)
        self._assert_ledger_holds()

    def test_batch_that_fails_takes_no_other_along_and_is_told(self):
        Operation = self.env.registry["beauty.operation"]
        original = Operation._post_expiries
        second, cause = self.contracts[1], "No journal"

        def post(operations):
            if second in operations.contract_id:
                raise UserError(cause)
            return original(operations)

        with patch.object(Operation, "_post_expiries", post):
            self._run_night()
            self._run_night()
        self.assertEqual(sorted(self._get_left()), [0, 0, 10])
        self.assertEqual(second.entitlement_ids.remaining, 10)
        exception = self.env["beauty.exception"].search([("kind", "=", "expiry")])
        self.assertEqual(len(exception), 1)
        self.assertIn("No journal", exception.message)
        self._run_night()
        self.assertEqual(self._get_left(), [0, 0, 0])
        self.assertEqual(self._count_expired(), 3)
        self._assert_ledger_holds()

    def test_what_was_extended_since_it_was_proposed_stays(self):
        self.policy.expiry_mode = "list"
        contract = self._sell_and_close()
        self._run_night()
        contract.sudo().expiry_mode = "auto"
        with freeze_time(OVER):
            self._operate(contract, "extend", extend_days=30)
        self._run_night()
        self.assertEqual(contract.entitlement_ids.remaining, 10)
        self.assertEqual(self._get_expiries(contract).state, "cancelled")
