# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from binascii import Error as Base64Error

from odoo import api, fields, models
from odoo.tools.misc import hash_sign, verify_hash_signed

SCOPE = "beauty_membership.statement"
STATEMENT_DAYS = 30


class ResPartner(models.Model):
    """Messages to the member and the link to her statement, without a login."""

    _inherit = "res.partner"

    beauty_no_messages = fields.Boolean(
        string="No Membership Messages",
        help="She is not told what moved on her card.",
    )

    def _get_statement_url(self, company):
        """Return a link to the member's statement that expires.

        :param company: res.company whose holdings it shows
        """
        self.ensure_one()
        # sudo: signs with the database's secret
        token = hash_sign(
            self.sudo().env,
            SCOPE,
            [self.id, company.id],
            expiration_hours=24 * STATEMENT_DAYS,
        )
        return f"{company.get_base_url()}/member/statement/{token}"

    @api.model
    def _find_by_statement(self, token):
        """Return whose statement a link shows.

        :return: (res.partner, res.company) as sudo; both empty if it is not valid
        """
        env = self.sudo().env
        nobody = (env["res.partner"], env["res.company"])
        try:
            values = verify_hash_signed(env, SCOPE, token)
        except (ValueError, Base64Error):
            return nobody
        if not values:
            return nobody
        partner_id, company_id = values
        partner = env["res.partner"].browse(partner_id).exists() or env[
            "beauty.member.number"
        ]._find_merged(partner_id)
        return partner, env["res.company"].browse(company_id).exists()

    def action_open_statement(self):
        """Open the statement as the member sees it."""
        self.ensure_one()
        self.check_access("read")
        # who has the link reads the ledger
        self.env["beauty.entry"].check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": self._get_statement_url(self.env.company),
            "target": "new",
        }
