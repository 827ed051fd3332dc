# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import MembershipError


class BeautyContract(models.Model):
    """What a manager lets a member use before she pays it."""

    _inherit = "beauty.contract"

    def action_open_release_wizard(self):
        """Ask what may be used before it is paid: a manager decides."""
        self.ensure_one()
        self.env["beauty.plan"].check_access("write")
        holdings = self.entitlement_ids.filtered("is_part_paid")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Release Units"),
            "res_model": "beauty.release.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_contract_id": self.id,
                "default_entitlement_id": holdings[:1].id,
            },
        }

    def _release(self, holding, units, reason, key):
        """Release units of a holding before they are paid.

        :param holding: beauty.entitlement of this contract
        :param int units: whole units
        :param str reason: why, kept on the entry
        :param str key: retry key
        :raises MembershipError: on more than is pending
        """
        self.ensure_one()
        self.env["beauty.plan"].check_access("write")
        pending = holding._get_pending().units
        if holding.contract_id != self or self.state not in ("active", "frozen"):
            raise MembershipError(
                self.env._("%s releases nothing more.", self.display_name)
            )
        if not 1 <= units <= pending:
            raise MembershipError(
                self.env._(
                    "Between 1 and %(pending)g of %(name)s can be released.",
                    pending=pending,
                    name=holding.display_name,
                )
            )
        holding._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "adjust",
                    "quantity": units,
                    "amount": 0.0,
                    "idempotency_key": key,
                    "reason": reason,
                }
            ]
        )
