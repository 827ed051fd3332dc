# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import SQL, format_date

from ..rules import sharing
from .beauty_policy import SHARINGS


class BeautyContract(models.Model):
    """Whom the member lets use what she bought."""

    _inherit = "beauty.contract"

    sharing = fields.Selection(
        selection=SHARINGS,
        readonly=True,
        default=sharing.PRESENT,
        help="Who may use it beside the member, as agreed at the sale.",
    )
    share_ids = fields.One2many(
        "beauty.contract.share", "contract_id", string="Shared with"
    )

    def action_open_shares(self):
        """Name the partners who may use the contract, for its member."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_contract_share_action"
        )
        return {
            **action,
            "domain": [("contract_id", "=", self.id)],
            "context": {"default_contract_id": self.id, "active_test": False},
        }

    def _get_units_used_by(self, partner):
        """Return the units of the contract that somebody else than its member used.

        :return: float, what was given back taken off
        """
        self.ensure_one()
        # sudo: who reads the share may know its sum
        ((units,),) = (
            self.env["beauty.entry"]
            .sudo()
            ._read_group(
                [("contract_id", "=", self.id), ("beneficiary_id", "=", partner.id)],
                aggregates=["quantity:sum"],
            )
        )
        return -(units or 0.0)

    def _get_share_refusal(self, partner, is_present, day, units, on_ticket):
        """Say why somebody else than the member cannot use units, or nothing.

        :param partner: res.partner who uses them
        :param bool is_present: whether the member herself is at the till
        :param date day: day of the use
        :param int units: units wanted
        :param int on_ticket: units that earlier lines of the ticket take for her
        :return: str in the user's language
        """
        self.ensure_one()
        self._hold()
        share = self.share_ids.filtered(lambda row: row.partner_id == partner)[:1]
        code = sharing.get_share_refusal(
            self.sharing or sharing.PRESENT,
            share._get_terms(),
            is_present,
            day,
            self._get_units_used_by(partner) + on_ticket,
            units,
        )
        return self._get_share_message(code, partner.name, share)

    def _hold(self):
        """Let two tills collide that use one cap through different holdings."""
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "UPDATE beauty_contract SET write_date = write_date WHERE id = %s",
                self.id,
            )
        )

    @api.model
    def _get_share_message(self, code, name, terms):
        """Return the words of a refusal of the rule.

        :param terms: what has `max_units` and `date_until`: a share
        """
        if not code:
            return ""
        templates = {
            sharing.NOT_SHARED: self.env._(
                "These sessions belong to another member, who does not share them "
                "with %(name)s."
            ),
            sharing.ENDED: self.env._(
                "These sessions were shared with %(name)s until %(until)s."
            ),
            sharing.CAP: self.env._(
                "%(name)s may use %(most)s of these sessions in all, and did."
            ),
            sharing.GUEST_ONCE: self.env._(
                "%(name)s was a guest on these sessions already. Let a manager name "
                "her on the contract."
            ),
        }
        return templates[code] % {
            "name": name or self.env._("nobody"),
            "until": format_date(self.env, terms.date_until),
            "most": terms.max_units,
        }
