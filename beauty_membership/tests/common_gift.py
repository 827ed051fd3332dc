# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo import Command

from ..models.beauty_pin_guard import BeautyPinGuard
from .common import BeautyMembershipCommon


class GiftCommon(BeautyMembershipCommon):
    """A gift card of 100 on the front desk."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.gift_plan = cls._create_gift_plan()

    def setUp(self):
        super().setUp()
        # its count outlives the test: see beauty.pin.guard
        patcher = patch.object(BeautyPinGuard, "_take_try", return_value=True)
        self.take_try = patcher.start()
        self.addCleanup(patcher.stop)

    @classmethod
    def _create_gift_plan(cls, **values):
        line = {"kind": "value", "quantity": 100}
        return cls._create_plan(
            "Gift 100",
            100,
            line_ids=[Command.create(line)],
            is_gift_card=True,
            **values,
        )

    def _sell_gift(self, partner=None, **values):
        nobody = self.env["res.partner"]
        return self._sell_plan(self.gift_plan, partner or nobody, **values)

    def _claim(self, gift, partner=None, user=None):
        Contract = self.env["beauty.contract"].with_user(user or self.cashier)
        code = gift.claim_code_text
        return Contract.claim_gift(code, (partner or self.member).id, self.config.id)

    def _spend(self, gift, amount=60, partner=None, **values):
        """Buy a serum of 60 for the gift card, by its code."""
        ticket = self._ticket(
            [self._line(self.serum)],
            partner or self.env["res.partner"],
            payments=[(self.prepaid, amount), (self.cash, 60 - amount)],
            gift_code=gift.claim_code,
            **values,
        )
        return self._sync(ticket)

    def _reopen(self):
        session = self._close()
        self.session = self._open_session(self.config)
        return session

    def _get_liability(self, partner):
        """Return what the books owe somebody, credit positive."""
        lines = self.env["account.move.line"].search(
            [
                ("account_id", "=", self.liability.id),
                ("partner_id", "=", partner.id),
                ("parent_state", "=", "posted"),
            ]
        )
        return -round(sum(lines.mapped("balance")), 2)
