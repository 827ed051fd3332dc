# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import AuthorityRefused
from ..rules.money import from_cents


class PosOrder(models.Model):
    """Who approved a ticket above its cashier's authority, and the list of them."""

    _inherit = "pos.order"

    def _settle_approval(self, excess, sales):
        sent = self._get_secret("membership_approval")
        if sent.get("approval_id"):
            approval = self._get_sent_approval(sent["approval_id"])
            if approval and approval._covers(self, excess, sales):
                return approval._use_for(self, sales)
        if sent.get("pin"):
            return self._approve_by_sent_pin(sent, excess, sales)
        if sent.get("offline"):
            return self._list_ticket("offline", "flagged", sales, sent.get("reason"))
        raise AuthorityRefused(
            self.env._(
                "This ticket needs a manager's approval: %(what)s.",
                what=self._describe_sales(sales)[0],
            ),
            excess,
        )

    def _get_sent_approval(self, approval_id):
        """Return the approval a till names, if it is for this ticket and no other."""
        if not isinstance(approval_id, int):
            return self.env["beauty.approval"]
        return self.env["beauty.approval"].search(
            [
                ("id", "=", approval_id),
                ("state", "=", "approved"),
                ("company_id", "=", self.company_id.id),
                ("config_id", "=", self.config_id.id),
                ("order_uuid", "=", self.uuid),
                ("order_id", "=", False),
            ]
        )

    def _approve_by_sent_pin(self, sent, excess, sales):
        """:raises AuthorityRefused: if it is no manager's PIN, or has no reason"""
        refusal = self.config_id._get_pin_refusal(sent["pin"])
        reason = str(sent.get("reason") or "").strip()
        if refusal or not reason:
            raise AuthorityRefused(
                refusal.get("message") or self.env._("Say why it is needed.")
            )
        vals = self._prepare_approval_vals(sales, reason)
        approval = self.env["beauty.approval"]._create_by_pin(
            {**vals, "excess": excess}, self.config_id, sent["pin"]
        )
        employee = sent.get("employee_id")
        if employee and employee != approval.approver_id.id:
            raise AuthorityRefused(self.env._("This is the PIN of somebody else."))

    def _list_ticket(self, kind, state, sales, reason=None):
        """Put a ticket on the list that managers read each day."""
        reason = str(reason or "")[:200]
        vals = self._prepare_approval_vals(sales, reason)
        self.env["beauty.approval"].create({**vals, "kind": kind, "state": state})

    def _prepare_approval_vals(self, sales, reason):
        description, details = self._describe_sales(sales)
        return {
            "order_id": self.id,
            "order_uuid": self.uuid,
            "config_id": self.config_id.id,
            "shop_id": self.config_id.beauty_shop_id.id,
            "company_id": self.company_id.id,
            "employee_id": self._get_cashier_employee().id,
            "user_id": self.env.uid,
            "partner_id": self.partner_id.id,
            "description": description[:200],
            "details": details[:2000],
            "amount": self._get_given(sales),
            "reason": reason[:200],
        }

    def _get_given(self, sales):
        """Return the money the ticket gives away."""
        given = sum(max(0, sale.given) + sale.bonus for sale in sales.values())
        return from_cents(given, self.currency_id.decimal_places)

    def _get_cashier_employee(self):
        user = self.env.user.with_company(self.company_id)
        return self.employee_id or user.employee_id

    def _describe_sales(self, sales):
        """:return: (str: the dearest row, str: all rows of what is given away)"""
        given = [
            (line, sale) for line, sale in sales.items() if sale.bonus or sale.given > 0
        ]
        given.sort(key=lambda pair: -pair[1].given - pair[1].bonus)
        rows = [line._describe_given(sale) for line, sale in given]
        return (rows or [self.env._("Price below the list")])[0], "\n".join(rows)
