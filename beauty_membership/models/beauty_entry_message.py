# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import fields, models

from .beauty_plan_line import UNITS

WHAT = {
    "grant": "grant",
    "redeem": "use",
    "restore": "back",
    "reinstate": "back",
    "refund": "refund",
    "clawback": "refund",
    "expire": "expire",
    "transfer_out": "moved",
}
# Told as one sum, however many holdings there are.
ALTOGETHER = ("value", "points")


class BeautyEntry(models.Model):
    """Entries as rows of a message."""

    _inherit = "beauty.entry"

    def _tell_members(self, shop, **values):
        """Queue one message for each member whose holdings these entries moved.

        :param shop: beauty.shop, may be empty
        :param values: further values of `beauty.message`
        """
        for partner, own in self.grouped("partner_id").items():
            if partner:
                self.env["beauty.message"]._queue(
                    partner,
                    own.company_id,
                    "movement",
                    own.with_context(lang=partner.lang)._get_message_rows(),
                    shop_id=shop.id,
                    **values,
                )

    def _tell_expired(self):
        """Queue a message to each member who lost something, apart from a ticket."""
        # sudo: the nightly job looks at the members of every company
        for (partner, company), own in (
            self.sudo().grouped(lambda e: (e.partner_id, e.company_id)).items()
        ):
            if partner:
                rows = own.with_context(lang=partner.lang)._get_message_rows()
                self.env["beauty.message"]._queue(partner, company, "movement", rows)

    def _get_message_rows(self):
        """Return what entries of one member say, those of one kind together.

        :return: list of dict as `beauty.message._get_row_text` reads them
        """
        groups = defaultdict(self.browse)
        for entry in self:
            groups[entry._get_message_key()] |= entry
        left = self._fetch_message_left()
        return [entries._prepare_message_row(left) for entries in groups.values()]

    def _get_message_key(self):
        """Lots of stored value and of points are told as one; sessions apart."""
        holding = self.entitlement_id
        is_apart = holding.kind not in ALTOGETHER
        return (
            WHAT.get(self.movement) or self._get_adjusted_word(),
            holding.kind,
            holding.is_bonus,
            holding.id if is_apart else False,
        )

    def _get_adjusted_word(self):
        """An entry of nothing notes what holds from now on, as a freeze."""
        if not self.quantity and self.movement == "adjust":
            return "frozen" if self.contract_id.state == "frozen" else "terms"
        return "grant" if self.quantity > 0 else "less"

    def _prepare_message_row(self, left):
        what, kind, is_bonus, holding_id = self[0]._get_message_key()
        holdings = self.entitlement_id
        untils = holdings.filtered("date_expiry").mapped("date_expiry")
        return {
            "what": what,
            "name": self._get_message_name(kind, is_bonus, holding_id),
            "unit": UNITS[kind],
            "quantity": abs(sum(self.mapped("quantity"))) or len(self),
            "left": left.get((kind, is_bonus), 0.0)
            if kind in ALTOGETHER
            else holdings.remaining,
            "until": fields.Date.to_string(min(untils))
            if untils and what != "use"
            else "",
        }

    def _get_message_name(self, kind, is_bonus, holding_id):
        names = {
            "value": self.env._("Gift value")
            if is_bonus
            else self.env._("Stored value"),
            "points": self.env._("Points"),
        }
        return (
            names.get(kind)
            or self.env["beauty.entitlement"].browse(holding_id).display_name
        )

    def _fetch_message_left(self):
        """Return what is left of stored value and of points altogether, in one query.

        :return: {(kind, is_bonus): money or points}
        """
        holdings = self.entitlement_id.filtered(lambda h: h.kind in ALTOGETHER)
        if not holdings:
            return {}
        groups = holdings._read_group(
            [
                ("partner_id", "in", holdings.partner_id.ids),
                ("company_id", "in", holdings.company_id.ids),
                ("kind", "in", ALTOGETHER),
                ("remaining", "!=", 0),
            ],
            ["kind", "is_bonus"],
            ["remaining:sum"],
        )
        return {(kind, is_bonus): left for kind, is_bonus, left in groups}
