# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyShop(models.Model):
    """One shop of a legal entity: its registers, staff and opening hours.

    Managers create it. Contracts and entries keep where they were made.
    """

    _name = "beauty.shop"
    _description = "Salon Shop"
    _order = "sequence, name"
    _check_company_auto = True

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        comodel_name="res.company",
        required=True,
        default=lambda self: self.env.company,
    )
    pos_config_ids = fields.One2many(
        comodel_name="pos.config",
        inverse_name="beauty_shop_id",
        string="Registers",
        help="The registers that stand in this shop.",
    )
    resource_calendar_id = fields.Many2one(
        comodel_name="resource.calendar",
        string="Opening Hours",
        check_company=True,
        default=lambda self: self.env.company.resource_calendar_id,
    )
    employee_ids = fields.Many2many(comodel_name="hr.employee", string="Staff")
    undo_days = fields.Integer(
        string="Undo without a Manager (days)",
        default=0,
        help="A cashier may undo a use until this many days after it. 0: the same day "
        "only. Later a manager's PIN is needed.",
    )

    _undo_days_positive = models.Constraint(
        "CHECK (undo_days >= 0)", "The days a cashier may undo cannot be negative."
    )
