# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import re
from io import BytesIO
from unittest.mock import patch

from PIL import Image, ImageDraw

from .common import BeautyMembershipCommon


def draw(fmt="PNG", stroke=True, size=(300, 120)):
    """Return a signature as the till's canvas gives it."""
    image = Image.new("RGB", size, "white")
    if stroke:
        ImageDraw.Draw(image).line((10, 60, 200, 20), fill="black", width=3)
    buffer = BytesIO()
    image.save(buffer, fmt)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()


class ConfirmationCommon(BeautyMembershipCommon):
    """Ten facials under a policy that asks the member to confirm her uses."""

    def setUp(self):
        super().setUp()
        self.policy = self.env["beauty.policy"].create(
            {"name": "Sign", "confirmation": "signature"}
        )
        self.plan.policy_id = self.policy
        self.addCleanup(self._forget_tries, f"member:{self.member.id}")

    def _forget_tries(self, key):
        """Tries are counted in a transaction of their own, which no test undoes."""
        self.env["beauty.pin.guard"]._forgive(key)

    def _sell(self, confirmation="signature", least=0):
        self.policy.write(
            {"confirmation": confirmation, "confirmation_min_amount": least}
        )
        self.holding = self._sell_plan().entitlement_ids
        return self.holding

    def _confirmed(self, method, value=None, units=1, **values):
        line = self._use_line(self.holding, units=units)
        sent = {"method": method, "value": value}
        return self._ticket([line], membership_confirmation=sent, **values)

    def _set_pin(self, pin="2468", old=None, user=None):
        Partner = self.env["res.partner"].with_user(user or self.cashier)
        return Partner.set_member_pin(self.member.id, pin, self.config.id, old)

    def _send_code(self, channel="mail"):
        """Return the code the member reads."""
        texts = []
        Partner = self.env.registry["res.partner"]
        with patch.object(
            Partner, "_send_code_mail", lambda self, text, company: texts.append(text)
        ):
            self.env["res.partner"].with_user(self.cashier).send_confirmation_code(
                self.member.id, self.config.id, channel
            )
        code = re.search(r"\b\d{6}\b", texts[0]).group()
        row = self.env["beauty.confirmation.code"].sudo().search([], limit=1)
        self.addCleanup(self._forget_tries, f"code:{row.id}")
        return code
