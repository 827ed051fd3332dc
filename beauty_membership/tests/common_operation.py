# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import Form, new_test_user

from .common import BeautyMembershipCommon


class OperationCommon(BeautyMembershipCommon):
    """A manager who changes contracts after their sale, and reads their books."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager, cls.manager_2 = (
            new_test_user(
                cls.env,
                login,
                groups="beauty_membership.group_manager",
                company_id=cls.company.id,
                company_ids=[Command.set(cls.company.ids)],
            )
            for login in ("beauty_manager", "beauty_manager_2")
        )

    def _new_operation(self, contract, kind, **values):
        """Return a quote as the contract's button opens it, saved by the manager.

        :param values: fields of the form
        """
        action = (
            contract.with_user(self.manager)
            .with_context(operation_kind=kind)
            .action_new_operation()
        )
        Operation = self.env["beauty.operation"].with_user(self.manager)
        form = Form(Operation.with_context(**action["context"]))
        for name, value in values.items():
            form[name] = value
        return form.save()

    def _operate(self, contract, kind, **values):
        """Carry out a change of a contract; return the operation."""
        operation = self._new_operation(contract, kind, **values)
        operation.action_confirm()
        return operation

    def _get_balances(self, move):
        """Return the items of a journal entry as {(account name, partner): balance}."""
        return {
            (item.account_id.name, item.partner_id.name or ""): item.balance
            for item in move.sudo().line_ids
        }
