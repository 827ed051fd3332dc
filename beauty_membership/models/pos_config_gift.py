# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import MembershipError
from .pos_config import PIN_WAIT_MAX_MINUTES, PIN_WAIT_MINUTES


class PosConfig(models.Model):
    """Codes of gift cards cannot be tried out at a register."""

    _inherit = "pos.config"

    def _take_gift_try(self):
        """Count a code before it is looked for; see `beauty.pin.guard`.

        :raises MembershipError: after too many wrong ones
        """
        guard = self.env["beauty.pin.guard"]
        if not guard._take_try(
            self._get_gift_key(), PIN_WAIT_MINUTES, 2, PIN_WAIT_MAX_MINUTES
        ):
            raise MembershipError(
                self.env._("Too many wrong gift card codes. Wait some minutes.")
            )

    def _forgive_gift_tries(self):
        self.env["beauty.pin.guard"]._forgive(self._get_gift_key())

    def _get_gift_key(self):
        return f"gift:{self.id}"
