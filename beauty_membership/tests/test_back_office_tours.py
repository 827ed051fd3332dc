# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestBackOfficeTours(SalonTillCommon):
    """What a manager does with a contract, played in a browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pos_admin.group_ids |= cls.env.ref("beauty_membership.group_manager")

    def test_transfer(self):
        """Calculation first, then the contract goes and its fee is invoiced."""
        self.ten_facials.policy_id = self.env["beauty.policy"].create(
            {"name": "Fee", "transfer": "fee", "transfer_fee_percent": 5}
        )
        held = self._sell(self.wang, self.ten_facials)
        contract = held.contract_id
        self.start_tour(
            f"/odoo/action-beauty_membership.beauty_contract_action/{contract.id}",
            "test_transfer_in_the_back_office",
            login="pos_admin",
        )
        self._assert_left(held, 0, 0)
        self._assert_left(self._holding(self.li, self.ten_facials), 10, 960)
        invoice = contract.operation_ids.fee_move_id
        self.assertRecordValues(
            invoice,
            [
                {
                    "partner_id": self.wang.id,
                    "amount_total": 48.0,
                    "payment_state": "not_paid",
                }
            ],
        )
