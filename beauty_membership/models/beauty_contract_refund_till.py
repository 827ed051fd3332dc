# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models

from ..exceptions import MembershipError

TILL_CAUSES = ("salon", "member", "cooling")
TILL_TENDERS = ("till", "bank")


class BeautyContract(models.Model):
    """Refunds that a till asks for: worked out here, allowed by a manager's PIN."""

    _inherit = "beauty.contract"

    @api.model
    @api.readonly
    def get_refundable(self, partner_id, config_id):
        """Return the contracts of a member that a till may refund, oldest first.

        :return: list of dict: contract_id, name, plan_name, date_start, left (words)
        """
        states = ("active", "frozen")
        contracts, _config = self._find_of_member(partner_id, config_id, states)
        return [contract._prepare_refundable() for contract in contracts]

    @api.model
    def _find_of_member(self, partner_id, config_id, states):
        """Return the contracts of a member, oldest first, and the register that asks.

        :raises MembershipError: unless register and member are of one company
        """
        config = self.env["res.partner"]._fetch_config(config_id)
        partner = self.env["res.partner"]._fetch_partner(partner_id, config)
        # sudo: contracts of this member and the register's company only
        contracts = self.sudo().search(
            [
                ("partner_id", "=", partner.id),
                ("company_id", "=", config.company_id.id),
                ("state", "in", states),
            ],
            order="date_start, id",
        )
        return contracts, config

    def _prepare_refundable(self):
        held = self.entitlement_ids.filtered(
            lambda h: h.kind != "points" and (h.remaining or h.amount_remaining)
        )
        left = ", ".join(f"{h.display_name}: {h.remaining_text}" for h in held)
        return {
            "contract_id": self.id,
            "name": self.name,
            "plan_name": self.plan_id.name,
            "date_start": fields.Date.to_string(self.date_start),
            "left": left,
        }

    @api.model
    @api.readonly
    def get_refund_quote(self, contract_id, config_id):
        """Return what a contract gives back today, by cause, worked out row by row.

        :return: dict: contract_id, name, plan_name, paid_with, cause (proposed),
            causes [{cause, name, amount, rows}], pending (a refund that waits for its
            ticket: operation_id, name, amount, lines) or False
        :raises MembershipError: if the contract is not of the register's company
        """
        contract, config = self._find_for_till(contract_id, config_id)
        quotes = {
            cause: contract._new_refund(config, cause=cause) for cause in TILL_CAUSES
        }
        first = contract._new_refund(config)
        if first.cause != "cooling":
            del quotes["cooling"]
        return {
            **contract._prepare_refundable(),
            "paid_with": first.paid_with,
            "cause": first.cause,
            "had_before": first.had_before,
            "causes": [quote._prepare_quote() for quote in quotes.values()],
            "pending": contract._get_pending_refund()._prepare_pay_out(),
        }

    @api.model
    def refund_at_till(self, contract_id, vals, pin, config_id):
        """Refund a contract with the PIN of a manager who stands at the till.

        :param dict vals: cause, tender ('till' or 'bank'), reason, amount (another
            than the policy's), order_uuid, employee_id
        :param str pin: as typed; it is compared and forgotten
        :return: dict: ok, and operation_id, name, amount, tender, lines to add to the
            ticket; or ok and message
        """
        contract, config = self._find_for_till(contract_id, config_id)
        Approval = self.env["beauty.approval"]
        request = Approval._prepare_request_vals(vals, vals.get("reason"), config)
        refusal = config.sudo(False)._get_pin_refusal(pin)
        if refusal:
            return {"ok": False, "message": refusal["message"]}
        # two clicks wait for each other; the second finds the refund of the first
        contract._hold()
        operation = contract._get_pending_refund()
        if not operation:
            operation = contract._make_refund(config, vals)
            operation._approve_by_pin(config, pin, request)
        return {"ok": True, **operation._prepare_pay_out()}

    @api.model
    def cancel_at_till(self, operation_id, config_id):
        """Drop a refund that waits for its ticket: the member has changed her mind.

        :return: dict: ok
        """
        config = self.env["beauty.approval"]._get_asking_register(config_id)
        # sudo: only what a manager let this register pay out
        operation = self.env["beauty.operation"].sudo().browse(operation_id).exists()
        asked_at = operation.approval_id.config_id
        if operation.state == "to_pay" and asked_at == config:
            operation._set_state("cancelled")
        return {"ok": True}

    @api.model
    def _find_for_till(self, contract_id, config_id):
        """Return contract and register, beyond the rights of who asks."""
        config = self.env["beauty.approval"]._get_asking_register(config_id).sudo()
        contract = self.sudo().browse(
            contract_id if isinstance(contract_id, int) else []
        )
        if not contract.exists() or contract.company_id != config.company_id:
            raise MembershipError(self.env._("Choose a contract of this company."))
        return contract, config

    def _prepare_refund_vals(self, config, **values):
        return {
            "kind": "refund",
            "contract_id": self.id,
            "date": self.company_id._get_beauty_today(),
            "shop_id": config.beauty_shop_id.id,
            **values,
        }

    def _new_refund(self, config, **values):
        """Return a quote that is not stored."""
        vals = self._prepare_refund_vals(config, **values)
        quote = self.env["beauty.operation"].new(vals)
        lines = quote._prepare_lines_refund()
        return self.env["beauty.operation"].new(
            {**vals, "line_ids": [Command.create(line) for line in lines]}
        )

    def _make_refund(self, config, vals):
        """Store the refund that a till asks for.

        :raises MembershipError: if it is not possible like this
        """
        tender, cause = vals.get("tender"), vals.get("cause")
        if tender not in TILL_TENDERS or cause not in TILL_CAUSES:
            raise MembershipError(self.env._("Choose the cause and how it is paid."))
        self._release_gone_days()
        quote = self._new_refund(config)
        operation = self.env["beauty.operation"].create(
            self._prepare_refund_vals(
                config,
                cause=cause,
                tender=tender,
                reason=str(vals.get("reason") or "").strip()[:200],
                line_ids=[
                    Command.create(line) for line in quote._prepare_lines_refund()
                ],
            )
        )
        amount = vals.get("amount")
        if isinstance(amount, int | float) and not isinstance(amount, bool):
            operation.refund_amount = self.currency_id.round(amount)
        return operation

    def _get_pending_refund(self):
        return self.env["beauty.operation"].search(
            [
                ("contract_id", "=", self.id),
                ("kind", "=", "refund"),
                ("state", "=", "to_pay"),
            ],
            limit=1,
        )
