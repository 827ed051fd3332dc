# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError


class BeautyServiceLog(models.Model):
    """A use that is taken back: who may, when, and what it needs."""

    _inherit = "beauty.service.log"

    def action_undo(self, config_id=None, reason=None, pin=None):
        """Undo one use: holding, journal, log and performance go back.

        A refund ticket in the register's open session gives the unit back and,
        at closing, reverses the journal items, whether the session of the use is
        still open or not. The cashier may on the day of the use (or the days the
        shop allows), later a manager's PIN is needed; a reason always is.

        :param int config_id: the register that undoes; None: any open register
        :param str reason: why
        :param str pin: a manager's PIN
        :return: dict: ok, and either card, remaining, order_id or needs
            ('reason', 'pin' or ''), message
        """
        self.ensure_one()
        self.check_access("read")
        self._ensure_at_till()
        refusal = self._get_undo_refusal(config_id, reason, pin)
        if refusal:
            return {"ok": False, **refusal}
        undone = self._undo_use(config_id, str(reason).strip())
        holding = self.sudo().entitlement_id
        return {"ok": True, "remaining": holding.remaining, **undone}

    def _undo_use(self, config_id, reason):
        """Give the use back by a ticket.

        :return: dict: order_id and card, as far as there are any
        """
        session = self._get_undo_session(config_id)
        # sudo: the session books the refund, whoever's ticket it was
        line = self.sudo().pos_order_line_id
        return {
            "order_id": line._refund_use(session, reason).id,
            "card": self._get_card(session.config_id.id),
        }

    def action_undo_in_back_office(self):
        """Undo from the form of the log: a manager, with any open register."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Undo this Use"),
            "res_model": "beauty.undo.wizard",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_service_log_id": self.id},
        }

    def _get_undo_refusal(self, config_id, reason, pin):
        """Say what an undo still needs, or why it is impossible.

        :return: {} or {'needs': str, 'message': str}
        """
        # sudo: only the answer leaves
        log = self.sudo()
        if log.is_undone:
            return {"needs": "", "message": self.env._("This use was undone already.")}
        if not log.entitlement_id:
            return {
                "needs": "",
                "message": self.env._(
                    "Only a use of a package can be undone here. Refund the ticket."
                ),
            }
        if not str(reason or "").strip():
            return {"needs": "reason", "message": self.env._("Say why it is undone.")}
        config = self.env["pos.config"].browse(config_id or [])
        return config._get_pin_refusal(pin) if self._needs_manager(config) else {}

    def _needs_manager(self, config):
        """Whether the day is past on which the cashier may undo by herself.

        A manager's own user needs no PIN in the back office; on a register where
        employees log in, the user of the session says nothing about who stands there.
        """
        is_manager = self.env.user.has_group("beauty_membership.group_manager")
        if is_manager and not config.sudo().module_pos_hr:
            return False
        # the clock of the shop, and of the server: neither is the client's to choose
        zone = self.sudo().shop_id.resource_calendar_id.tz
        log = self.sudo().with_context(tz=zone or self.env.user.tz)
        day = fields.Date.context_today(log, min(log.date, log.create_date))
        return (fields.Date.context_today(log) - day).days > log.shop_id.undo_days

    @api.model
    def _get_undo_session(self, config_id):
        """Return the open session that books the undo.

        :raises MembershipError: if no register is open
        """
        domain = [("state", "=", "opened"), ("company_id", "=", self.company_id.id)]
        if config_id:
            domain.append(("config_id", "=", config_id))
        session = self.env["pos.session"].search(domain, limit=1)
        if not session:
            raise MembershipError(
                self.env._("Open a register first: the undo is booked in its session.")
            )
        return session

    def _mark_undone(self, reason):
        """Keep the log of a service whose use came back; its performance goes."""
        self.write({"is_undone": True, "undo_reason": reason})
        self.performance_ids._reverse()
