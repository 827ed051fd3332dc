# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

# What a till may say of somebody who joins.
JOIN_FIELDS = ("name", "phone", "email", "member_number")


class ResPartner(models.Model):
    """The first card: a guest becomes a member at the till, in one request."""

    _inherit = "res.partner"

    @api.model
    def join_member(self, values, config_id, confirm=False):
        """Make somebody a member: a new contact, or a guest who is there already.

        A missing phone, or one that others have, is warned about once and blocks
        nothing: the second call confirms.

        :param dict values: name, phone, email, birthdate (ISO day), member_number
            (of a printed card; empty: the next one), partner_id (a known guest),
            referrer_id
        :param int config_id: the register
        :param bool confirm: whether the warnings were read
        :return: dict: ok, warnings (list of str), duplicates (id, name, phone_masked,
            member_number), and when ok: card, res.partner and
            account.fiscal.position rows for the till
        :raises MembershipError: without a name, or if the card is another member's
        """
        config = self._fetch_config(config_id)
        values = self._read_join_values(values)
        guest = self._get_joining_guest(values, config)
        self._ensure_card_is_free(values["member_number"], guest)
        duplicates = self._find_duplicates(values) - guest
        warnings = self._get_join_warnings(values, duplicates)
        answer = {
            "ok": bool(confirm or not warnings),
            "warnings": warnings,
            "duplicates": [partner._get_duplicate_row() for partner in duplicates],
        }
        if not answer["ok"]:
            return answer
        member = self._join(guest, values, config)
        return answer | member._get_joined_rows(config)

    @api.model
    def _read_join_values(self, values):
        """Return what was typed, as clean strings; what is none is left out."""
        values = values if isinstance(values, dict) else {}
        read = {name: str(values.get(name) or "").strip() for name in JOIN_FIELDS}
        for name in ("partner_id", "referrer_id"):
            number = values.get(name)
            read[name] = number if isinstance(number, int) and number > 0 else False
        try:
            read["birthdate"] = fields.Date.to_date(values.get("birthdate") or None)
        except (TypeError, ValueError):
            raise MembershipError(
                self.env._("The birthday is no date. Type it again.")
            ) from None
        return read

    @api.model
    def _get_joining_guest(self, values, config):
        """Return the contact who joins, or none for a new one."""
        if values["partner_id"]:
            guest = self._fetch_partner(values["partner_id"], config).sudo(False)
            values["name"] = values["name"] or guest.name
            values["phone"] = values["phone"] or guest.phone or ""
            return guest
        if not values["name"]:
            raise MembershipError(self.env._("Type the name of the new member."))
        return self.browse()

    @api.model
    def _ensure_card_is_free(self, number, guest):
        if not number:
            return
        # sudo: a card of a company the user does not see is taken as well
        owner = self.sudo().with_context(active_test=False)._find_by_card(number).sudo()
        if owner and owner != guest.sudo():
            raise MembershipError(
                self.env._(
                    "Card %(number)s is the card of %(member)s. Take another one.",
                    number=number,
                    member=owner.name,
                )
            )

    @api.model
    def _get_join_warnings(self, values, duplicates):
        warnings = []
        if not values["phone"]:
            warnings.append(
                self.env._("Without a phone she gets no messages and no code.")
            )
        if duplicates:
            warnings.append(
                self.env._(
                    "Maybe she is here already: %s",
                    ", ".join(duplicates.mapped("name")),
                )
            )
        return warnings

    @api.model
    def _join(self, guest, values, config):
        """Write contact and number, then welcome her; whoever is one already stays."""
        is_member = bool(guest.member_number)
        vals = self._prepare_join_vals(values, guest)
        # sudo: name, phone, number and joining day are all that is written
        if guest:
            guest.sudo().write(vals)
        else:
            guest = self.sudo().create(vals)
        member = guest.sudo().with_company(config.company_id)
        member.action_make_member()
        if not is_member:
            member._welcome(config)
        return member

    @api.model
    def _prepare_join_vals(self, values, guest):
        """What the guest has already is kept."""
        vals = {name: values[name] for name in (*JOIN_FIELDS, "birthdate")}
        vals["referrer_id"] = self.browse(values["referrer_id"] or []).exists().id
        if vals["member_number"]:
            vals["member_since"] = fields.Date.context_today(self)
        return {name: v for name, v in vals.items() if v and not guest[name]}

    def _get_joined_rows(self, config):
        """Return the card and the rows that the till loads."""
        self.ensure_one()
        config = config.sudo(False)
        partner = self.sudo(False)
        positions = partner.sudo().fiscal_position_id
        return {
            "card": self.get_member_card(self.id, config.id),
            "res.partner": self._load_pos_data_read(partner, config),
            "account.fiscal.position": self.env[
                "account.fiscal.position"
            ]._load_pos_data_read(positions, config),
        }
