# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

ASKED_CODES = ("discount", "price", "gift", "bonus")


class BeautyApproval(models.Model):
    """What a till asks before it sells: with a manager's PIN, or from afar."""

    _inherit = "beauty.approval"

    @api.model
    def request(self, ticket, reason, config_id):
        """Ask a manager who is not in the shop.

        :param dict ticket: order_uuid, partner_id, employee_id, excess {code:
            number}, amount (money given away), description, details (str)
        :param str reason: why
        :param int config_id: the register
        :return: dict: approval_id, state, asked (names of who was told)
        """
        config = self._get_asking_register(config_id)
        vals = self._prepare_request_vals(ticket, reason, config)
        self._take_back_asked(vals["order_uuid"], config)
        # sudo: cashiers ask, and never write an approval
        approval = self.sudo().create({**vals, "kind": "remote", "state": "asked"})
        managers = approval._get_told_managers()
        approval._tell_managers(managers)
        return {
            "approval_id": approval.id,
            "state": approval.state,
            "asked": managers.mapped("name"),
        }

    @api.model
    def approve_by_pin(self, ticket, pin, reason, config_id):
        """Approve a ticket with the PIN of a manager who stands at the till.

        :param dict ticket: as in :meth:`request`
        :param str pin: as typed; it is compared and forgotten
        :return: dict: ok and approval_id and name, or ok and message
        """
        config = self._get_asking_register(config_id)
        vals = self._prepare_request_vals(ticket, reason, config)
        refusal = config._get_pin_refusal(pin)
        if refusal:
            return {"ok": False, "message": refusal["message"]}
        # sudo: see request()
        approval = self.sudo()._create_by_pin(vals, config, pin)
        return {
            "ok": True,
            "approval_id": approval.id,
            "name": approval.approver_id.name,
        }

    @api.model
    def get_answer(self, approval_id, config_id):
        """Return the answer to a till that missed the message.

        :return: dict: approval_id, state, name
        """
        config = self._get_asking_register(config_id)
        # sudo: only the answer leaves, of a request of this register
        approval = self.sudo().search(
            [("id", "=", approval_id), ("config_id", "=", config.id)]
        )
        return {
            "approval_id": approval.id,
            "state": approval.state or "refused",
            "name": approval.answer_user_id.name or "",
        }

    @api.model
    def _get_asking_register(self, config_id):
        if not self.env.user.has_group("point_of_sale.group_pos_user"):
            raise MembershipError(self.env._("Only a till asks for an approval."))
        return self.env["res.partner"]._fetch_config(config_id).sudo(False)

    @api.model
    def _prepare_request_vals(self, ticket, reason, config):
        """Return what a till asks, of which nothing is believed when it sells.

        :raises MembershipError: without a ticket or a reason
        """
        ticket = ticket if isinstance(ticket, dict) else {}
        reason = str(reason or "").strip()
        if not ticket.get("order_uuid") or not reason:
            raise MembershipError(self.env._("Say why it is needed."))
        excess = ticket.get("excess")
        excess = excess if isinstance(excess, dict) else {}
        amount = ticket.get("amount")
        return {
            "order_uuid": str(ticket["order_uuid"])[:64],
            "config_id": config.id,
            "shop_id": config.sudo().beauty_shop_id.id,
            "company_id": config.company_id.id,
            "user_id": self.env.uid,
            "employee_id": self._get_asking_employee(ticket, config).id,
            "partner_id": self._get_asking_partner(ticket).id,
            "description": str(ticket.get("description") or reason)[:200],
            "details": str(ticket.get("details") or "")[:2000],
            "amount": amount if isinstance(amount, int | float) else 0.0,
            "excess": {
                code: excess[code]
                for code in ASKED_CODES
                if isinstance(excess.get(code), int)
            },
            "reason": reason[:200],
        }

    @api.model
    def _get_asking_employee(self, ticket, config):
        # sudo: cashiers have no rights on employees; it is the name on the list
        Employee = self.env["hr.employee"].sudo()
        employee_id = ticket.get("employee_id")
        if isinstance(employee_id, int) and config.sudo().module_pos_hr:
            employee = Employee.browse(employee_id).exists()
            return employee.filtered(lambda e: e.company_id == config.company_id)
        return self.env.user.sudo().with_company(config.company_id).employee_id

    @api.model
    def _get_asking_partner(self, ticket):
        partner_id = ticket.get("partner_id")
        partners = self.env["res.partner"]
        return partners.browse(
            partner_id if isinstance(partner_id, int) else []
        ).exists()

    @api.model
    def _take_back_asked(self, order_uuid, config):
        """A ticket waits for one answer only."""
        # sudo: see request()
        old = self.sudo().search(
            [
                ("order_uuid", "=", order_uuid),
                ("config_id", "=", config.id),
                ("state", "=", "asked"),
            ]
        )
        old.write({"state": "refused"})

    @api.model
    def _create_by_pin(self, vals, config, pin):
        approver = config.sudo()._find_pin_manager(str(pin))
        return self.create(
            {
                **vals,
                "kind": "pin",
                "state": "approved",
                "approver_id": approver.id,
                "answered_on": fields.Datetime.now(),
            }
        )

    def _get_told_managers(self):
        """Return the users who may answer: managers of the company."""
        group = self.env.ref("beauty_membership.group_manager").sudo()
        return group.all_user_ids.filtered(
            lambda user: (
                user.active and not user.share and self.company_id in user.company_ids
            )
        )

    def _tell_managers(self, users):
        """Reach them where they are: in Odoo, or by mail with a link to the answer."""
        self.env["mail.thread"].message_notify(
            partner_ids=users.partner_id.ids,
            model=self._name,
            res_id=self.id,
            subject=self.env._("Approval needed: %s", self.description),
            body=self._get_request_text(),
            email_layout_xmlid="mail.mail_notification_light",
        )

    def _get_request_text(self):
        return self.env._(
            "%(cashier)s at %(register)s asks: %(what)s. Why: %(reason)s. Given away: "
            "%(amount)s.",
            cashier=self.employee_id.name or self.user_id.name,
            register=self.config_id.name,
            what=self.description,
            reason=self.reason,
            amount=self.currency_id.format(self.amount),
        )
