# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict
from functools import partial

from odoo import fields, models

from ..exceptions import MembershipError

# What takes back a movement.
REVERSED = {
    "redeem": "restore",
    "restore": "redeem",
    "refund": "reinstate",
    "expire": "reinstate",
    "reinstate": "expire",
    "transfer_out": "transfer_in",
    "transfer_in": "transfer_out",
    "grant": "refund",
    "adjust": "adjust",
    "clawback": "grant",
}


class BeautyOperation(models.Model):
    """How an operation is asked for, approved, carried out and reversed."""

    _inherit = "beauty.operation"

    def action_confirm(self):
        """Carry it out, or ask another person where its kind needs one.

        :raises MembershipError: if the contract does not allow it
        """
        for operation in self:
            operation._ensure_manager()
            if operation.state != "draft":
                continue
            operation._ensure_possible()
            if operation._call("needs_approval"):
                operation._ask_approval()
            else:
                operation._execute()
        return True

    def action_approve(self):
        """Carry out what another person asked for.

        :raises MembershipError: by the person who asked
        """
        for operation in self:
            operation._ensure_manager()
            if operation.state != "to_approve":
                continue
            if operation.user_id == self.env.user:
                raise MembershipError(
                    self.env._("You asked for it: another manager has to approve it.")
                )
            operation._ensure_possible()
            # sudo: who approved is written by this action only
            operation.sudo().write(
                {"approver_id": self.env.uid, "approved_on": fields.Datetime.now()}
            )
            operation._execute()
        return True

    def action_cancel(self):
        """Drop a quote, or what waits for approval."""
        for operation in self:
            operation._ensure_manager()
            if operation.state not in ("draft", "to_approve"):
                raise MembershipError(
                    self.env._("What was carried out is reversed, not cancelled.")
                )
            operation._set_state("cancelled")
        return True

    def action_reverse(self):
        """Take it back by an operation of its own.

        :return: act_window that opens the reversal
        :raises MembershipError: if what it gave was used meanwhile
        """
        self.ensure_one()
        self._ensure_manager()
        if self.state != "done" or self.reversed_operation_id:
            raise MembershipError(self.env._("Only what was carried out is reversed."))
        self._call("ensure_reversible")
        reversal = self._create_reversal()
        book = partial(self._reverse_move, reversal)
        reversal._post(reversal._prepare_reversed_entries(), book)
        self._call("undo_finish")
        self._set_state("reversed")
        return reversal._get_records_action()

    def _ensure_manager(self):
        """:raises AccessError: for anybody but a manager of the company"""
        self.ensure_one()
        self.check_access("write")
        self.env["beauty.plan"].check_access("write")

    def _ensure_possible(self):
        self.ensure_one()
        contract = self.contract_id
        if contract.state in ("draft", "closed"):
            raise MembershipError(
                self.env._("%s is closed or has no member.", contract.name)
            )
        today = self.company_id._get_beauty_today()
        if self.kind != "freeze" and self.date > today:
            raise MembershipError(
                self.env._("The day of a change is not later than today.")
            )
        for line in self.line_ids:
            line._ensure_left()
        self._call("ensure_possible")

    def _ask_approval(self):
        self._set_state("to_approve")
        owner = self.company_id._get_beauty_owner()
        self.sudo().activity_schedule(
            "mail.mail_activity_data_todo",
            summary=self._get_title(),
            note=self.reason or "",
            user_id=owner.id,
        )

    def _set_state(self, state):
        # sudo: the state changes by the actions of the operation only
        operation = self.sudo()
        operation.state = state
        if state != "to_approve":
            operation.activity_unlink(["mail.mail_activity_data_todo"])
        self.flush_recordset(["state"])

    def _execute(self):
        """Post what its kind says, close or change the contract, tell the member.

        Two people who press at once write the same row: one is retried by Odoo,
        sees that it is done, and changes nothing.
        """
        self.ensure_one()
        if self.state == "done":
            return
        self._set_state("done")
        # sudo: what it moves is worked out again, though it is no quote any more
        self.sudo().line_ids._compute_amount()
        self._post(self._call("prepare_entries") or [], self._book)
        self._call("finish")
        self._tell_member()

    def _post(self, vals_list, book):
        """Post entries with the journal entry that books them.

        :param vals_list: of _post_entry, without key, day and journal item
        :param book: method that books {(res.partner, is debit): money} and returns
            its items as {the same key: account.move.line}
        """
        Holding = self.env["beauty.entitlement"]
        balances = defaultdict(float)
        for vals in vals_list:
            if vals["amount"]:
                balances[self._get_balance_key(vals)] -= vals["amount"]
        items = book(balances)
        prepared = []
        for index, vals in enumerate(vals_list):
            item = items.get(self._get_balance_key(vals)) if vals["amount"] else None
            item_id = item.id if item else False
            prepared.append(
                self._complete_entry(vals, index, account_move_line_id=item_id)
            )
        return Holding._post_entry(prepared)

    def _complete_entry(self, vals, index, **more):
        """Return an entry of this operation with all that `_post_entry` asks for.

        :param dict vals: what its kind prepared
        :param int index: the entry's place among those of the operation
        :param more: values that hold whatever its kind says
        """
        return {
            "date": self.date,
            "shop_id": self.shop_id.id or self.contract_id.shop_id.id,
            "reason": self._get_entry_reason(),
            "idempotency_key": f"op:{self.id}:{index}",
            **vals,
            **more,
            "operation_id": self.id,
        }

    def _post_on_line(self, vals_list, line):
        """Post entries that the closing of a register books.

        :param vals_list: as :meth:`_post` takes them
        :param line: pos.order.line that carries the operation out
        """
        order = line.order_id
        source = {
            "pos_order_line_id": line.id,
            "date": order._get_membership_date(),
            "shop_id": order.config_id.beauty_shop_id.id,
        }
        self.env["beauty.entitlement"]._post_entry(
            [
                self._complete_entry(vals, index, **source)
                for index, vals in enumerate(vals_list)
            ]
        )

    def _get_balance_key(self, vals):
        holding = self.env["beauty.entitlement"].browse(vals["entitlement_id"])
        return holding.sudo().partner_id.commercial_partner_id, vals["amount"] < 0

    def _get_entry_reason(self):
        return self.reason or self._get_title()

    def _book(self, balances):
        """Book what the entries move; the counterparts are the kind's."""
        items = self.company_id._book_membership(
            self.date,
            f"{self.name} {self._get_title()}",
            [
                (partner, money, is_debit and self._call("prepare_item") or {})
                for (partner, is_debit), money in balances.items()
            ],
            self._call("prepare_counterparts") or [],
            {"beauty_operation_id": self.id},
        )
        self._keep_move(items)
        return dict(zip(balances, items, strict=True))

    def _keep_move(self, items):
        move = self.env["account.move.line"].concat(*items).move_id
        if move:
            # sudo: the journal entry is written by the operation only
            self.sudo().move_id = move

    def _tell_member(self):
        """Queue one message for each member whose holdings it moved."""
        # sudo: the manager who moves them need not read every entry
        operation = self.sudo()
        operation.entry_ids._tell_members(
            operation.shop_id or operation.contract_id.shop_id,
            **(operation._call("prepare_message") or {}),
        )
