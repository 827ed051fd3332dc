# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL

from ..rules.sharing import NAMED, Share, get_share_refusal


class BeautyEntitlement(models.Model):
    """Sessions that another member shares with this one, on her card."""

    _inherit = "beauty.entitlement"

    @api.model
    def _query_holder(self, partner, contract):
        """Return the SQL that says which holdings `h` a member may use.

        :param contract: beauty.contract, if only its holdings are asked for
        """
        if contract:
            return SQL("h.contract_id = %s", contract.id)
        # two ways through an index; an OR of them would read every holding
        return SQL(
            """
            h.id IN (
                SELECT o.id
                  FROM beauty_entitlement o
                 WHERE o.partner_id = %(partner)s
                 UNION
                SELECT o.id
                  FROM beauty_contract_share s
                  JOIN beauty_entitlement o ON o.contract_id = s.contract_id
                 WHERE s.partner_id = %(partner)s
                   AND s.active IS TRUE
                   AND o.kind = 'session')
            """,
            partner=partner.id,
        )

    @api.model
    def _query_shared_columns(self, partner, contract):
        """Return the SQL of what the card says of a shared holding `h`."""
        if contract:
            return SQL("false AS is_shared, NULL AS share")
        return SQL(
            """
            COALESCE(h.partner_id <> %(partner)s, false) AS is_shared,
            CASE WHEN h.partner_id <> %(partner)s THEN (
                SELECT json_build_object(
                           'owner', o.name,
                           'max_units', s.max_units,
                           'date_until', s.date_until,
                           'used', (SELECT COALESCE(-SUM(u.quantity), 0)
                                      FROM beauty_entry u
                                     WHERE u.contract_id = s.contract_id
                                       AND u.beneficiary_id = %(partner)s))
                  FROM beauty_contract_share s
                  JOIN res_partner o ON o.id = h.partner_id
                 WHERE s.contract_id = h.contract_id
                   AND s.partner_id = %(partner)s
                   AND s.active IS TRUE
                 ORDER BY s.id
                 LIMIT 1)
            END AS share
            """,
            partner=partner.id,
        )

    @api.model
    def _prepare_card_row(self, holding, config, today):
        """Say whose sessions these are, and how many of them the member may use."""
        row = super()._prepare_card_row(holding, config, today)
        row.update(is_shared=holding["is_shared"], owner_name="", shared_left=False)
        if not holding["is_shared"]:
            return row
        share = holding["share"]
        terms = Share(
            share["max_units"] or 0, fields.Date.to_date(share["date_until"]) or None
        )
        units = min(row["units"].values(), default=1)
        code = get_share_refusal(NAMED, terms, False, today, share["used"], units)
        message = self.env["beauty.contract"]._get_share_message(
            code, self.env._("This member"), terms
        )
        left = terms.max_units and max(0, terms.max_units - share["used"])
        row.update(
            owner_name=share["owner"],
            shared_left=left if terms.max_units else False,
            can_use=row["can_use"] and not code,
            reason=row["reason"] or message,
        )
        return row
