# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from ..exceptions import RedemptionRefused
from .common import BeautyMembershipCommon


class SharingCommon(BeautyMembershipCommon):
    """Li Na shares her ten facials with Wang Fang."""

    def setUp(self):
        super().setUp()
        self.contract = self._sell_plan()
        self.holding = self.contract.entitlement_ids
        self.guest = self.env["res.partner"].create({"name": "Zhao Min"})

    def _share(self, **values):
        return self.env["beauty.contract.share"].create(
            {
                "contract_id": self.contract.id,
                "partner_id": self.other_member.id,
                **values,
            }
        )

    def _use_by(self, beneficiary, partner=None, holding=None):
        line = self._use_line(
            holding or self.holding, beneficiary_id=beneficiary.id if beneficiary else 0
        )
        return self._sync(self._ticket([line], partner))

    def _refuse_by(self, beneficiary, partner=None, holding=None):
        line = self._use_line(
            holding or self.holding, beneficiary_id=beneficiary.id if beneficiary else 0
        )
        return self._assert_refused(RedemptionRefused, self._ticket([line], partner))

    def _get_log(self, order):
        return self.env["beauty.service.log"].search(
            [("pos_order_line_id", "in", order.lines.ids)]
        )

    def _get_card(self, partner):
        Partner = self.env["res.partner"].with_user(self.cashier)
        Partner = Partner.with_context(lang="en_US", tz="Europe/Paris")
        return Partner.get_member_card(partner.id, self.config.id)
