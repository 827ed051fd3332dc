# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import MembershipError
from .beauty_operation_execute import REVERSED


class BeautyOperation(models.Model):
    """A reversal: the same entries and journal items the other way round."""

    _inherit = "beauty.operation"

    def _create_reversal(self):
        # sudo: a reversal is made by its action only
        return self.sudo().create(
            {
                "kind": self.kind,
                "contract_id": self.contract_id.id,
                "partner_id": self.partner_id.id,
                "to_partner_id": self.to_partner_id.id,
                "shop_id": self.shop_id.id,
                "reason": self.reason,
                "reversed_operation_id": self.id,
                "user_id": self.env.uid,
                "state": "done",
                "calculation": self.calculation,
            }
        )

    def _prepare_reversed_entries(self):
        """Return what takes the reversed operation's entries back.

        :raises MembershipError: if what it gave was used meanwhile
        """
        vals_list = []
        for entry in self.reversed_operation_id.entry_ids:
            holding = entry.entitlement_id
            if holding.remaining - entry.quantity < 0 and not holding.is_debt:
                raise MembershipError(
                    self.env._(
                        "%s was used meanwhile: it cannot be taken back.",
                        holding.display_name,
                    )
                )
            vals_list.append(
                {
                    "entitlement_id": holding.id,
                    "movement": REVERSED[entry.movement],
                    "quantity": -entry.quantity,
                    "amount": -entry.amount,
                    "list_amount": -entry.list_amount,
                    "reversed_entry_id": entry.id,
                    "beneficiary_id": entry.beneficiary_id.id,
                }
            )
        return vals_list

    def _reverse_move(self, reversal, balances):
        """Book the opposite of this operation's journal entry, for its reversal.

        :param reversal: beauty.operation that takes this one back
        :param balances: {(res.partner, is debit): money} of the reversal's entries
        :return: {the same key: account.move.line}
        """
        move = self.sudo().move_id
        if not move:
            return {}
        opposite = move._reverse_moves(
            [
                {
                    "date": reversal.date,
                    "ref": f"{reversal.name} {reversal._get_title()}",
                    "beauty_operation_id": reversal.id,
                }
            ]
        )
        opposite._post(soft=False)
        reversal.sudo().move_id = opposite
        items = opposite._get_prepayment_lines()
        return {
            key: items.filtered(
                lambda item, key=key: (
                    (item.partner_id, item.balance > 0) == (key[0], key[1])
                )
            )[:1]
            for key in balances
        }
