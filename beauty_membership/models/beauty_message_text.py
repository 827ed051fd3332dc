# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import format_amount, format_date


class BeautyMessage(models.Model):
    """The words of a message, in the member's language."""

    _inherit = "beauty.message"

    def _get_subject(self):
        """Return the title of the message."""
        self.ensure_one()
        titles = {
            "movement": self.env._("Your card at %s", self.company_id.name),
            "expiring": self.env._("%s: this expires soon", self.company_id.name),
            "tier": self.env._("Your membership at %s", self.company_id.name),
        }
        return titles[self.kind]

    def _get_lines(self):
        """Return the message as plain lines, without the link.

        :return: list of str
        """
        self.ensure_one()
        return [*map(self._get_row_text, self.rows or []), *self._get_where_lines()]

    def _get_where_lines(self):
        names = [self.shop_id.name, self.technician_names]
        return [" · ".join(filter(None, names))] if any(names) else []

    def _get_row_text(self, row):
        """Return one row in words.

        :param dict row: what ('grant', 'use', 'back', 'refund', 'expire',
            'expiring', 'terms', 'frozen', 'moved', 'less', or 'text' with `name`
            alone), name, unit ('session', 'day',
            'money', 'points'), quantity, left, until (ISO day or empty)
        """
        if row["what"] == "text":
            return row["name"]
        words = {
            "name": row["name"],
            "count": self._format_units(row, "quantity"),
            "left": self._format_units(row, "left"),
            "until": self._format_until(row),
        }
        return self._get_row_templates()[row["what"]] % words

    def _get_row_templates(self):
        return {
            "grant": self.env._("%(name)s: %(count)s added, %(left)s left%(until)s"),
            "use": self.env._("%(name)s: %(count)s used, %(left)s left%(until)s"),
            "back": self.env._(
                "%(name)s: %(count)s given back, %(left)s left%(until)s"
            ),
            "refund": self.env._("%(name)s: %(count)s refunded, %(left)s left"),
            "expire": self.env._("%(name)s: %(count)s expired, %(left)s left"),
            "expiring": self.env._("%(name)s: %(left)s left%(until)s"),
            "terms": self.env._("%(name)s: %(left)s left%(until)s, as changed"),
            "frozen": self.env._("%(name)s: frozen with %(left)s left"),
            "moved": self.env._("%(name)s: %(count)s moved on, %(left)s left"),
            "less": self.env._("%(name)s: %(count)s taken off, %(left)s left"),
        }

    def _format_units(self, row, key):
        amount = row.get(key) or 0
        if row["unit"] == "money":
            return format_amount(self.env, amount, self.company_id.currency_id)
        return f"{amount:g}"

    def _format_until(self, row):
        if not row.get("until"):
            return ""
        day = format_date(self.env, fields.Date.to_date(row["until"]))
        return self.env._(" (until %s)", day)
