# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError


class BeautyContract(models.Model):
    """The terms of expiry of a contract, and what ran out of it."""

    _name = "beauty.contract"
    _inherit = ["beauty.contract", "beauty.expiry.terms.mixin"]

    has_lapsed = fields.Boolean(
        compute="_compute_has_lapsed",
        help="Something is left after its last day and the days of grace.",
    )
    expiry_operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Latest Expiry",
        compute="_compute_expiry_operation_id",
        compute_sudo=True,
    )

    @api.depends("entitlement_ids.remaining", "entitlement_ids.date_expiry", "state")
    def _compute_has_lapsed(self):
        for contract in self:
            contract.has_lapsed = bool(contract._get_lapsed())

    @api.depends("operation_ids.state")
    def _compute_expiry_operation_id(self):
        for contract in self:
            contract.expiry_operation_id = contract.operation_ids.filtered(
                lambda o: o.kind == "expire" and o.state == "done"
            ).filtered(lambda o: not o.reversed_operation_id)[:1]

    def _get_lapsed(self):
        """Return the holdings that are to lapse today."""
        self.ensure_one()
        today = self.company_id._get_beauty_today() if self.company_id else None
        return self.entitlement_ids.filtered(lambda h: h._has_lapsed(today))

    def action_reinstate(self):
        """Ask until when what expired is valid again.

        :raises MembershipError: if nothing expired
        """
        self.ensure_one()
        if not self.expiry_operation_id:
            raise MembershipError(
                self.env._("Nothing of %s has expired.", self.display_name)
            )
        return self.expiry_operation_id.action_open_reinstate()
