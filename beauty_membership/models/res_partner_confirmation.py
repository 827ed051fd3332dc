# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import NO_ACCESS
from odoo.tools import email_normalize

from ..exceptions import MembershipError

PIN_WAIT_MINUTES = 15


class ResPartner(models.Model):
    """A member's own PIN, and the codes she is sent."""

    _inherit = "res.partner"

    member_pin_hash = fields.Char(copy=False, groups=NO_ACCESS)
    has_member_pin = fields.Boolean(
        string="Has a PIN", compute="_compute_has_member_pin", compute_sudo=True
    )
    member_pin = fields.Char(
        string="New PIN",
        compute="_compute_member_pin",
        inverse="_inverse_member_pin",
        groups="beauty_membership.group_manager",
        help="Four to six digits the member types to confirm what leaves her card. It "
        "can be set anew, never read.",
    )

    @api.depends("member_pin_hash")
    def _compute_has_member_pin(self):
        for partner in self:
            partner.has_member_pin = bool(partner.member_pin_hash)

    def _compute_member_pin(self):
        self.member_pin = False

    def _inverse_member_pin(self):
        for partner in self.filtered("member_pin"):
            # sudo: the hash is out of everybody's reach
            partner.sudo()._set_member_pin(partner.member_pin)
            partner.member_pin = False

    @api.model
    def set_member_pin(self, partner_id, pin, config_id, old_pin=None):
        """Set a member's PIN at the till, in her presence.

        :param str pin: four to six digits
        :param str old_pin: the one she has; without it only a manager sets a new one
        :return: dict: ok, or ok and message
        """
        self.env["beauty.approval"]._get_asking_register(config_id)
        config = self._fetch_config(config_id)
        partner = self._fetch_partner(partner_id, config)
        if partner.member_pin_hash and not partner._is_member_pin(old_pin):
            message = self.env._(
                "She has a PIN. Type it first, or let a manager set a new one."
            )
            return {"ok": False, "message": message}
        partner._set_member_pin(pin)
        return {"ok": True}

    def _set_member_pin(self, pin):
        pin = str(pin or "")
        if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 6):
            raise MembershipError(self.env._("A PIN has four to six digits."))
        crypt = self.env["res.users"]._crypt_context()
        self.member_pin_hash = crypt.hash(pin)
        self.env["beauty.pin.guard"]._forgive(f"member:{self.id}")
        self.message_post(
            body=self.env._("%s set the PIN of this member.", self.env.user.name)
        )

    def _is_member_pin(self, pin):
        """Compare a member's PIN; five wrong ones block it for a quarter of an hour."""
        self.ensure_one()
        guard, key = self.env["beauty.pin.guard"], f"member:{self.id}"
        if not self.member_pin_hash or not pin:
            return False
        if not guard._take_try(key, PIN_WAIT_MINUTES):
            return False
        crypt = self.env["res.users"]._crypt_context()
        if not crypt.verify(str(pin)[:64], self.member_pin_hash):
            return False
        guard._forgive(key)
        return True

    @api.model
    def send_confirmation_code(self, partner_id, config_id, channel=None):
        """Send a member six digits that confirm one ticket for ten minutes.

        :param str channel: 'sms' or 'mail'; empty: what she has, SMS first
        :return: dict: channel, to (masked)
        :raises MembershipError: if she has neither, or asked too often
        """
        self.env["beauty.approval"]._get_asking_register(config_id)
        config = self._fetch_config(config_id)
        partner = self._fetch_partner(partner_id, config)
        channels = partner._get_code_channels()
        channel = channel if channel in channels else next(iter(channels), None)
        if not channel:
            raise MembershipError(
                self.env._("She has neither phone nor mail. Let her sign instead.")
            )
        # sudo: nobody reads codes
        codes = self.env["beauty.confirmation.code"].sudo()
        code = codes._make(partner, config.company_id)
        partner._send_code(channel, code, config.company_id)
        return {"channel": channel, "to": channels[channel]}

    def _get_code_channels(self):
        """Return where a code can reach the member: {channel: masked address}."""
        self.ensure_one()
        channels = {}
        if self.phone:
            channels["sms"] = self._get_masked_phone()
        if email_normalize(self.email):
            name, _at, domain = email_normalize(self.email).partition("@")
            channels["mail"] = f"{name[:1]}***@{domain}"
        return channels

    def _send_code(self, channel, code, company):
        text = self.with_context(lang=self.lang).env._(
            "%(company)s: your code is %(code)s. It is valid for ten minutes. Tell it "
            "only to confirm a visit or a payment with your card.",
            company=company.name,
            code=code,
        )
        send = self._send_code_sms if channel == "sms" else self._send_code_mail
        send(text, company)

    def _send_code_sms(self, text, company):
        number = self._phone_format(fname="phone") or self.phone
        # neither a sent nor a failed message keeps the code
        self.env["sms.sms"].create({"number": number, "body": text}).send(
            unlink_failed=True
        )

    def _send_code_mail(self, text, company):
        mail = self.env["mail.mail"].create(
            {
                "subject": self.env._("Your code for %s", company.name),
                "body_html": text,
                "email_to": email_normalize(self.email),
                "email_from": company.email_formatted,
                "auto_delete": True,
            }
        )
        mail.send()
        mail.exists().unlink()

    def _prepare_card(self, config, holdings):
        card = super()._prepare_card(config, holdings)
        card["confirmation"] = self._get_card_confirmation(holdings)
        return card

    def _get_card_confirmation(self, holdings):
        """Return how the member confirms, for the till's preview.

        :return: dict: contracts {id: {method, min_amount}} that ask for something,
            and has_pin and channels {channel: masked address} if one does
        """
        contracts = {
            row["contract_id"]: {
                "method": row["confirmation"],
                "min_amount": float(row["confirmation_min_amount"] or 0),
            }
            for row in holdings
            if (row["confirmation"] or "none") != "none"
        }
        if not contracts:
            return {"contracts": {}}
        return {
            "contracts": contracts,
            "has_pin": bool(self.member_pin_hash),
            "channels": self._get_code_channels(),
        }
