# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.periods import is_birthday

EXPIRES_SOON_DAYS = 30
RECENT_USES = 5
CARD_FIELDS = [
    "name",
    "phone",
    "member_number",
    "birthdate",
    "tier_id",
    "tier_valid_until",
    "preferred_technician_id",
]


class ResPartner(models.Model):
    """The member card: what the till shows beside the ticket, in few queries."""

    _inherit = "res.partner"

    @api.model
    @api.readonly
    def get_member_card(self, partner_id, config_id):
        """Return everything the card panel shows of one member.

        :param int partner_id: res.partner
        :param int config_id: the register that asks; its company's holdings only
        :return: dict: partner_id, name, member_number, phone_masked, tier, sessions
            (units; money in the company's currency), points, value, arrears,
            expiring, last_visit, recent, next_appointment, preferred_technician_id,
            technician_id, flags, suggestion, is_member, stamp
        :raises AccessError: if the user may not read the contact or the register
        :raises MembershipError: if either does not exist
        """
        config = self._fetch_config(config_id)
        partner = self._fetch_partner(partner_id, config)
        return partner._get_card(config)

    @api.model
    def _fetch_config(self, config_id):
        """Return the register, read as the user may, for use beyond her rights."""
        config = self.env["pos.config"]
        if isinstance(config_id, int):
            config = config.search_fetch(
                [("id", "=", config_id)], ["company_id", "beauty_shop_id"]
            )
        if not config:
            raise MembershipError(self.env._("Choose a register."))
        return config.sudo()

    @api.model
    def _fetch_partner(self, partner_id, config):
        """Return the member, read as the user may, in the register's company."""
        Partner = self.with_company(config.company_id).with_context(active_test=False)
        partner = Partner.browse()
        if isinstance(partner_id, int):
            partner = Partner.search_fetch([("id", "=", partner_id)], CARD_FIELDS)
        if not partner:
            raise MembershipError(
                self.env._("This customer does not exist any more. Choose her again.")
            )
        # sudo: what follows is of this member and the register's company only
        return partner.sudo()

    def _get_card_at(self, config):
        """Return the card for who works at a register, of a member just served.

        :raises AccessError: if the user may not read the contact or the register
        """
        self.check_access("read")
        config.check_access("read")
        # sudo: what follows is of this member and the register's company only
        partner = self.with_company(config.company_id).with_context(active_test=False)
        return partner.sudo()._get_card(config.sudo())

    def _get_card(self, config):
        self.ensure_one()
        Entitlement = self.env["beauty.entitlement"]
        holdings = Entitlement._fetch_holdings(self, config.company_id)
        return self._prepare_card(config, holdings)

    def _prepare_card(self, config, holdings):
        """Return the card; what each kind of holding adds is in a file of its own.

        :param holdings: rows of `beauty.entitlement._fetch_holdings`
        """
        Entitlement = self.env["beauty.entitlement"]
        sessions = Entitlement._prepare_card_rows(holdings, config)
        recent = self._get_card_recent(config.company_id)
        last = next((row for row in recent if not row["is_undone"]), False)
        preferred = self.preferred_technician_id.id
        return {
            "partner_id": self.id,
            "name": self.name,
            "member_number": self.member_number,
            "phone_masked": self._get_masked_phone(),
            "tier": self._get_card_tier(),
            "sessions": sessions,
            "points": int(
                sum(h["remaining"] for h in holdings if h["kind"] == "points")
            ),
            "value": self._get_card_value(holdings),
            "expiring": self._get_card_expiring(sessions),
            "last_visit": last and self._get_card_last_visit(last),
            "recent": recent,
            "next_appointment": False,
            "preferred_technician_id": preferred,
            "technician_id": preferred or (last and last["technician_id"]),
            "flags": self._get_card_flags(config.company_id),
            "suggestion": "",
            "is_member": bool(self.member_number or holdings),
            "stamp": fields.Datetime.to_string(fields.Datetime.now()),
        }

    def _get_card_value(self, holdings):
        """Return what is left of stored value: principal and bonus apart."""
        value = {"principal": 0.0, "bonus": 0.0}
        for holding in holdings:
            if holding["kind"] == "value":
                key = "bonus" if holding["is_bonus"] else "principal"
                value[key] += float(holding["remaining"])
        return value

    def _get_card_expiring(self, sessions):
        limit = fields.Date.to_string(
            fields.Date.add(fields.Date.context_today(self), days=EXPIRES_SOON_DAYS)
        )
        return [
            {key: row[key] for key in ("name", "remaining", "date_expiry")}
            for row in sessions
            if row["can_use"] and row["date_expiry"] and row["date_expiry"] <= limit
        ]

    def _get_card_recent(self, company):
        """Return the last visits, newest first, in one query."""
        Log = self.env["beauty.service.log"]
        return Log._fetch_card_rows(self, company, RECENT_USES)

    def _get_card_last_visit(self, row):
        day = fields.Date.context_today(self, fields.Datetime.to_datetime(row["date"]))
        return {
            key: row[key]
            for key in (
                "log_id",
                "date",
                "product_name",
                "technician_id",
                "technician_name",
            )
        } | {"days_ago": (fields.Date.context_today(self) - day).days}

    def _get_card_flags(self, company):
        today = fields.Date.context_today(self)
        return {
            "birthday": is_birthday(self.birthdate or None, today),
            "allergy": self.env["beauty.client.chart"]._has_allergy(self, company),
            "complaint": False,
        }

    def _get_masked_phone(self):
        """Return the phone with all but its first three and last four digits hidden."""
        phone = (self.phone or "").replace(" ", "")
        if len(phone) < 8:
            return "*" * max(len(phone) - 2, 0) + phone[-2:]
        return phone[:3] + "*" * (len(phone) - 7) + phone[-4:]

    @api.model
    def find_members(self, query, config_id):
        """Find members by name, phone digits, initials, card number or old number.

        :param str query: what the cashier typed or scanned
        :param int config_id: the register
        :return: dict: partners (id, name, phone_masked, member_number, tier_name),
            exact (one card number matched), and rows for the till's models
        """
        config = self._fetch_config(config_id).sudo(False)
        query = str(query or "")
        exact = self._find_by_card(query)
        partners = exact or self._search_members(query)
        rows = [partner._get_finder_row() for partner in partners]
        fiscal_positions = partners.fiscal_position_id
        return {
            "partners": rows,
            "exact": bool(exact),
            "res.partner": self._load_pos_data_read(partners, config),
            "account.fiscal.position": self.env[
                "account.fiscal.position"
            ]._load_pos_data_read(fiscal_positions, config),
        }

    @api.model
    def _find_by_card(self, query):
        """Return the member whose card, today's or an earlier one, reads that."""
        number = query.strip()
        if not number:
            return self.browse()
        partner = self.search([("member_number", "=", number)], limit=1)
        return partner or self.env["beauty.member.number"]._find_by_number(number).sudo(
            False
        )

    @api.model
    def _search_members(self, query):
        """Return the first twenty members: the name as typed before its words apart.

        Sorted here, not by PostgreSQL: with an order it may walk the index of all
        names instead of the one that finds (40 ms instead of 1 at 100,000 members).
        """
        if not query.strip():
            return self.browse()
        found = self._search(self._get_member_domain(query), limit=200)
        partners = self.browse(found.get_result_ids())
        typed = " ".join(query.lower().split())
        return partners.sorted(
            lambda partner: (
                typed not in (partner.name or "").lower(),
                partner.complete_name or "",
            )
        )[:20]

    def _get_finder_row(self):
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name,
            "phone_masked": self._get_masked_phone(),
            "member_number": self.member_number,
            "tier_name": self.sudo().tier_id.name or "",
        }

    @api.model
    def make_member(self, partner_id, config_id):
        """Make a guest a member at the till: number and joining day.

        :return: dict, the card as :meth:`get_member_card` gives it
        """
        config = self._fetch_config(config_id)
        # sudo: a number and a day are all that is written, on whom the user may read
        partner = self._fetch_partner(partner_id, config)
        if not partner.member_number:
            partner.action_make_member()
            partner._welcome(config)
        return self.get_member_card(partner_id, config_id)
