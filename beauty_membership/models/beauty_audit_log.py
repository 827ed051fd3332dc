# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

KINDS = [
    ("policy", "Policies"),
    ("price", "Prices"),
    ("rights", "Rights"),
    ("approval", "Approvals"),
]
CHANGES = [
    ("create", "Created"),
    ("write", "Changed"),
    ("unlink", "Deleted"),
]


class BeautyAuditLog(models.Model):
    """Who changed a policy, a price, a right or an approval: one row is one field.

    Written by the models that are watched (``beauty.audit.mixin``); nobody edits or
    deletes a row. It keeps the words of the day, also when the record is gone.
    """

    _name = "beauty.audit.log"
    _description = "Log of Changes"
    _order = "id desc"
    _rec_name = "name"

    date = fields.Datetime(
        required=True, readonly=True, default=fields.Datetime.now, index=True
    )
    user_id = fields.Many2one(
        "res.users", string="By", required=True, readonly=True, ondelete="restrict"
    )
    kind = fields.Selection(
        selection=KINDS, string="What", required=True, readonly=True, index=True
    )
    change = fields.Selection(selection=CHANGES, required=True, readonly=True)
    model = fields.Char(required=True, readonly=True)
    model_name = fields.Char(string="Kind of Record", compute="_compute_labels")
    res_id = fields.Many2oneReference(
        string="Record", model_field="model", readonly=True, index=True
    )
    name = fields.Char(string="Record's Name", required=True, readonly=True)
    field = fields.Char(readonly=True)
    field_name = fields.Char(string="Field Changed", compute="_compute_labels")
    old_value = fields.Char(
        string="Before", readonly=True, help="Of a list: what was taken out."
    )
    new_value = fields.Char(
        string="After", readonly=True, help="Of a list: what was put in."
    )
    company_id = fields.Many2one("res.company", readonly=True)

    @api.depends("model", "field")
    @api.depends_context("lang")
    def _compute_labels(self):
        for row in self:
            model = self.env.get(row.model)
            row.model_name = model is not None and model._description
            field = model is not None and model._fields.get(row.field)
            row.field_name = field._description_string(self.env) if field else row.field

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise MembershipError(self.env._("The log writes itself."))
        return super().create(vals_list)

    def write(self, vals):
        """:raises MembershipError: always"""
        if self:
            raise MembershipError(self.env._("The log of changes cannot be changed."))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_never(self):
        raise MembershipError(self.env._("The log of changes cannot be deleted."))

    def action_open_record(self):
        """Open the record that was changed."""
        self.ensure_one()
        record = self.env[self.model].browse(self.res_id).exists()
        if not record:
            raise MembershipError(self.env._("It was deleted meanwhile."))
        return record._get_records_action()
