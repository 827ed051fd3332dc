# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ..rules.sharing import NOBODY, Share


class BeautyContractShare(models.Model):
    """A partner whom a member lets use the sessions of one of her contracts.

    A manager names her for the member. What she used is read from the ledger; a
    share that ends keeps its history.
    """

    _name = "beauty.contract.share"
    _description = "Shared Contract"
    _order = "id"
    _rec_name = "partner_id"

    contract_id = fields.Many2one(
        "beauty.contract", required=True, ondelete="cascade", index=True
    )
    partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Shared with",
        required=True,
        ondelete="restrict",
        index=True,
    )
    max_units = fields.Integer(
        string="At most", help="Units she may use in all. 0: all that is left."
    )
    date_until = fields.Date(
        string="Until", help="Last day, included. Empty: as long as the contract."
    )
    used_units = fields.Float(
        string="Used", digits=(16, 0), compute="_compute_used_units"
    )
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(related="contract_id.company_id", store=True)

    _max_units_positive = models.Constraint(
        "CHECK (max_units >= 0)", "The most she may use cannot be negative."
    )

    def _compute_used_units(self):
        for share in self:
            share.used_units = share.contract_id._get_units_used_by(share.partner_id)

    @api.constrains("contract_id", "partner_id", "active")
    def _check_share(self):
        for share in self.filtered("active"):
            contract = share.contract_id
            if contract.sharing == NOBODY or not contract.partner_id:
                raise ValidationError(
                    self.env._("%s is not shared with anybody.", contract.name)
                )
            others = contract.share_ids.filtered("active") - share
            if share.partner_id in contract.partner_id | others.partner_id:
                raise ValidationError(
                    self.env._(
                        "%(partner)s uses %(contract)s already.",
                        partner=share.partner_id.name,
                        contract=contract.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        shares = super().create(vals_list)
        shares._tell_contract()
        return shares

    def write(self, vals):
        res = super().write(vals)
        self._tell_contract()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_with_a_note(self):
        for share in self:
            share._note(self.env._("No longer shared with %s", share.partner_id.name))

    def _tell_contract(self):
        """Who may use it, how much and how long stands in the contract's chatter."""
        for share in self:
            state = self.env._("Shared with %(name)s", name=share.partner_id.name)
            if not share.active:
                state = self.env._("No longer shared with %s", share.partner_id.name)
            terms = [
                share.max_units and self.env._("at most %s units", share.max_units),
                share.date_until
                and self.env._("until %s", format_date(self.env, share.date_until)),
            ]
            share._note(", ".join([state, *(word for word in terms if word)]))

    def _note(self, body):
        # sudo: no role writes contracts, not even notes; this one is the share's own
        self.contract_id.sudo().message_post(body=body)

    def _get_terms(self):
        """Return the share as :func:`..rules.sharing.get_share_refusal` takes it."""
        return Share(self.max_units, self.date_until or None) if self else None
