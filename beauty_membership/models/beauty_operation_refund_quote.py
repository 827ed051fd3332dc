# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyOperation(models.Model):
    """A refund as the till shows it."""

    _inherit = "beauty.operation"

    approval_id = fields.Many2one(
        comodel_name="beauty.approval",
        string="Approved at the Till",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="The manager's PIN that allowed it.",
    )

    def _prepare_quote(self):
        """Return one cause: its amount and rows."""
        return {
            "cause": self.cause,
            "name": self._get_cause_text(),
            "amount": self.refund_amount,
            "rows": self.calculation,
        }

    def _prepare_pay_out(self):
        """Return what the till adds to the ticket; False without a refund."""
        if not self:
            return False
        return {
            "operation_id": self.id,
            "name": self.name,
            "cause": self._get_cause_text(),
            "tender": self.tender,
            "amount": self.refund_amount,
            "rows": self.calculation,
            "lines": self._prepare_ticket_lines() if self.tender == "till" else [],
        }

    def _approve_by_pin(self, config, pin, request):
        """Carry the refund out, or let it wait for its ticket.

        :param dict request: values of the beauty.approval that keeps who allowed it
        """
        approval = self.env["beauty.approval"]._create_by_pin(
            {
                **request,
                "description": f"{self._get_title()}: "
                f"{self.currency_id.format(self.refund_amount)}",
                "details": self._get_calculation_text(),
                "amount": self.refund_amount,
                "partner_id": self.contract_id._get_payee().id,
                "excess": {},
            },
            config,
            pin,
        )
        self.write(
            {
                "approver_id": approval.approver_id.user_id.id,
                "approved_on": fields.Datetime.now(),
                "approval_id": approval.id,
            }
        )
        self._ensure_possible()
        self._execute()

    def _get_calculation_text(self):
        return "\n".join(
            f"{row['label']} {self.currency_id.format(row['amount'])} {row['note']}"
            for row in self.calculation or []
            if row["amount"] is not False
        )
