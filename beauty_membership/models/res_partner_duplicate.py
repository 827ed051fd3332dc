# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

from .res_partner import NOT_DIGITS

# Fewer digits are no phone, and shared by many.
PHONE_DIGITS = 7
# A phone is told from another by its last digits: country codes come and go.
LAST_DIGITS = 9
SHOWN = 5


class ResPartner(models.Model):
    """Contacts that are probably one person: same phone, or same name and birthday."""

    _inherit = "res.partner"

    @api.model
    def _find_duplicates(self, values):
        """Return the contacts that a new one may be, as the user may see them.

        :param dict values: name, phone, birthdate
        """
        domains = []
        digits = NOT_DIGITS.sub("", values.get("phone") or "")
        if len(digits) >= PHONE_DIGITS:
            # the words of the search end with a blank: the last digits of a phone
            domains.append(Domain("member_search", "like", f"{digits[-LAST_DIGITS:]} "))
        if values.get("name") and values.get("birthdate"):
            domains.append(
                Domain("name", "=ilike", values["name"])
                & Domain("birthdate", "=", values["birthdate"])
            )
        if not domains:
            return self.browse()
        return self.search(Domain.OR(domains), limit=SHOWN)

    def _get_duplicate_row(self):
        return {
            "id": self.id,
            "name": self.name,
            "phone_masked": self._get_masked_phone(),
            "member_number": self.member_number,
        }

    @api.model
    def action_open_duplicates(self):
        """Open the contacts that are probably one person, those alike together."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.res_partner_action_member"
        )
        ids = self._fetch_duplicates()
        return {
            **action,
            "name": self.env._("Probably the Same Person"),
            "path": False,
            "domain": [("id", "in", ids)],
            "context": {"res_partner_search_mode": "customer"},
            "help": self.env._("No two contacts look like one person."),
        }

    @api.model
    def _fetch_duplicates(self):
        """Return the ids of contacts that share phone, or name and birthday."""
        self.flush_model(["name", "phone", "birthdate", "active"])
        rows = self.env.execute_query(self._query_duplicates())
        return [row[0] for row in rows]

    @api.model
    def _query_duplicates(self):
        return SQL(
            """
            WITH person AS (
                SELECT id, lower(name) AS name, birthdate,
                       right(regexp_replace(phone, %(no_digit)s, '', 'g'), %(last)s)
                       AS phone
                  FROM res_partner WHERE active AND is_company IS NOT TRUE
            )
            SELECT id FROM person
             WHERE phone IN (SELECT phone FROM person WHERE length(phone) >= %(least)s
                              GROUP BY phone HAVING count(*) > 1)
                OR (name, birthdate) IN (
                   SELECT name, birthdate FROM person WHERE birthdate IS NOT NULL
                    GROUP BY name, birthdate HAVING count(*) > 1)
             ORDER BY phone, name, id
            """,
            no_digit=r"\D",
            last=LAST_DIGITS,
            least=PHONE_DIGITS,
        )
