# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyServiceLog(models.Model):
    """A service performed and used outside the Point of Sale."""

    _inherit = "beauty.service.log"

    operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Booked by",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="What booked the use outside the Point of Sale.",
    )

    @api.model
    def action_new_visit(self):
        """Book a use outside the Point of Sale, of any contract.

        :return: act_window that opens its quote
        """
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Use outside the Point of Sale"),
            "res_model": "beauty.operation",
            "views": [(False, "form")],
            "context": {"default_kind": "visit"},
        }

    def _undo_use(self, config_id, reason):
        """Its own journal entry is reversed: no register is needed."""
        # sudo: who may undo was asked before; the operation is the manager's
        visit = self.sudo().operation_id
        if not visit:
            return super()._undo_use(config_id, reason)
        visit.with_context(undo_reason=reason).action_reverse()
        return {"order_id": False, "card": self._get_card(config_id)}
