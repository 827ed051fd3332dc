# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields, models

from ..exceptions import MembershipError

# Days that what was reinstated is valid, unless somebody says otherwise.
REINSTATED_DAYS = 30


class BeautyOperation(models.Model):
    """An expiry taken back: the member complained, and has it again for a while."""

    _inherit = "beauty.operation"

    reinstated_until = fields.Date(
        string="Valid again until",
        readonly=True,
        copy=False,
        help="New last day of what expired, included.",
    )

    def action_open_reinstate(self):
        """Ask until when what expired is valid again."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Reinstate"),
            "res_model": "beauty.reinstate.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_operation_id": self.id},
        }

    def action_reinstate(self, day):
        """Give back what expired, valid until a day.

        :param date day: new last day, included; not in the past
        :return: act_window that opens the reversal
        """
        self.ensure_one()
        self._ensure_manager()
        if not day or day < self.company_id._get_beauty_today():
            raise MembershipError(self.env._("Choose a last day from today on."))
        # sudo: an operation carried out is changed by its own actions only
        self.sudo().reinstated_until = day
        return self.action_reverse()

    def _get_reinstated_until(self):
        today = self.company_id._get_beauty_today()
        return self.reinstated_until or today + timedelta(days=REINSTATED_DAYS)

    def _reverse_move(self, reversal, balances):
        """Several expiries share a journal entry: each is taken back by itself."""
        if self.kind != "expire":
            return super()._reverse_move(reversal, balances)
        label = f"{reversal.name} {reversal._get_title()}"
        items = self.company_id._book_membership(
            reversal.date,
            label,
            [(partner, money) for (partner, _is_debit), money in balances.items()],
            self.sudo()._prepare_expiry_reversal(label),
            {"beauty_operation_id": reversal.id},
        )
        reversal._keep_move(items)
        return dict(zip(balances, items, strict=True))

    def _prepare_expiry_reversal(self, label):
        """Return the debits of what this expiry had become."""
        lines = self._prepare_expired_lines(label)
        return [{**line, "balance": -line["balance"]} for line in lines]

    def _get_reversal(self):
        return self.search(
            [("reversed_operation_id", "=", self.id), ("state", "=", "done")]
        )

    def _undo_finish_expire(self):
        """What came back is valid for a while, or it would lapse the next night."""
        day = self._get_reinstated_until()
        # sudo: terms of a contract move by its operations only
        operation = self.sudo()
        operation.reinstated_until = day
        for holding in operation.line_ids.entitlement_id:
            holding.date_expiry = max(holding.date_expiry or day, day)
        contract = operation.contract_id
        if contract.date_end:
            contract.date_end = max(contract.date_end, day)
        if contract.state == "closed":
            contract.state = "active"
        operation._get_reversal()._tell_member()
        self.env["pos.order"]._notify_member_changed(contract.partner_id)
