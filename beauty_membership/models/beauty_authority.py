# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import ormcache

from ..rules.authority import EVERYTHING, Limits
from ..rules.money import to_cents

NO_LIMIT = 10**12
# Keys of limits that are no row, as the till knows them.
MANAGER, NO_ROW = 0, -1


class BeautyAuthority(models.Model):
    """What one role may give at the till without asking: discount, price, gifts.

    Managers make a row for each role. Whoever approves by PIN has no limits; a
    company without rows has none at all.
    """

    _name = "beauty.authority"
    _inherit = ["beauty.cached.mixin"]
    _description = "Authority at the Till"
    _order = "sequence, id"

    name = fields.Char(string="Role", required=True, translate=True)
    sequence = fields.Integer(default=10)
    company_id = fields.Many2one(
        comodel_name="res.company",
        required=True,
        default=lambda self: self.env.company,
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    # public: managers of the salon need not manage employees
    employee_ids = fields.Many2many(
        comodel_name="hr.employee.public",
        relation="beauty_authority_employee_rel",
        string="Employees",
        help="Who has this role. Empty: everybody whom no other row names.",
    )
    max_discount = fields.Float(
        string="Largest Discount (%)",
        digits=(5, 2),
        default=10.0,
        help="Of each line, however it is given. 100: no limit.",
    )
    rounding_amount = fields.Monetary(
        string="Rounding Down",
        help="Money a ticket may be rounded down by, beyond the discount. 0: none.",
    )
    can_change_price = fields.Boolean(
        string="May Change Prices",
        help="May type a price below the price list, within the largest discount.",
    )
    gift_sessions = fields.Integer(
        string="Gift Sessions a Month",
        help="Sessions of plans given free by one person in a calendar month. 0: none.",
    )
    bonus_amount = fields.Monetary(
        string="Extra Bonus",
        help="Stored value a ticket may give on top of its recharges' own. 0: none.",
    )
    pricelist_ids = fields.Many2many(
        comodel_name="product.pricelist",
        string="Other Price Lists",
        help="Price lists she may choose beside the register's and the member's own, "
        "such as the one for staff.",
    )

    _discount_percent = models.Constraint(
        "CHECK (max_discount >= 0 AND max_discount <= 100)",
        "The largest discount is between 0 and 100 percent.",
    )
    _amounts_positive = models.Constraint(
        "CHECK (rounding_amount >= 0 AND gift_sessions >= 0 AND bonus_amount >= 0)",
        "Rounding, bonus and gift sessions cannot be negative.",
    )

    @api.constrains("employee_ids", "company_id")
    def _check_employees(self):
        """Everybody has one role, and one row is for all others."""
        for row in self:
            others = self.search(
                [("company_id", "=", row.company_id.id), ("id", "!=", row.id)]
            )
            twice = row.employee_ids & others.employee_ids
            if twice:
                raise ValidationError(
                    self.env._(
                        "%s has another role already.", ", ".join(twice.mapped("name"))
                    )
                )
            if not row.employee_ids and others.filtered(lambda o: not o.employee_ids):
                raise ValidationError(
                    self.env._(
                        "Another role is for everybody else already. Name the "
                        "employees of this one."
                    )
                )

    @api.model
    def _get_rows(self, company):
        # sudo: what she may give binds the cashier who may not read it
        return self.sudo().browse(self._get_row_ids(company.id))

    @api.model
    @ormcache("company_id")
    def _get_row_ids(self, company_id):
        return tuple(self.sudo().search([("company_id", "=", company_id)]).ids)

    def _get_default_row(self):
        """Return the row for whoever is not named, if there is one."""
        return self.filtered(lambda row: not row.employee_ids)[:1]

    def _get_row_of(self, config, employee, user):
        """Return the row that limits who sells at a register, if any.

        :param employee: hr.employee logged in at the till, if employees log in
        :param user: res.users who sent the ticket
        """
        if self._is_manager(config, employee, user):
            return self.browse()
        seller = employee or user.with_company(config.company_id).employee_id
        named = self.filtered(lambda row: seller.id in row.employee_ids.ids)
        return named[:1] or self._get_default_row()

    @api.model
    def _is_manager(self, config, employee, user):
        """Where employees log in, the user of the register does not say who sells."""
        if employee and config.module_pos_hr:
            return employee in config._get_managing_employees()
        return user._is_superuser() or user.has_group("beauty_membership.group_manager")

    def _get_limits(self, given_sessions=0, is_manager=False):
        """Return the limits of a row in cents.

        Without a row all is as in stock Odoo, which gives no extra bonus.

        :param int given_sessions: sessions given away this month already
        :param bool is_manager: whether she approves by PIN
        :return: rules.authority.Limits
        """
        if is_manager or not self:
            return Limits(gift_sessions=NO_LIMIT, bonus=NO_LIMIT if is_manager else 0)
        digits = self.currency_id.decimal_places
        return Limits(
            discount=round(self.max_discount * EVERYTHING / 100),
            rounding=to_cents(self.rounding_amount, digits),
            can_change_price=self.can_change_price,
            gift_sessions=max(0, self.gift_sessions - given_sessions),
            bonus=to_cents(self.bonus_amount, digits),
        )

    @api.model
    def _prepare_till_rows(self, config):
        """Return the limits of everybody who may log in, for the till's preview.

        :return: dict: rows {key: limits}, employees {id: key}, user and default (key);
            keys are ids of rows, MANAGER or NO_ROW
        """
        rows = self._get_rows(config.company_id)
        config = config.sudo()
        employees = dict.fromkeys(config._get_managing_employees().ids, MANAGER)
        for row in rows:
            for employee in row.employee_ids:
                employees.setdefault(employee.id, row.id)
        user, nobody = self.env.user, self.env["hr.employee"].sudo()
        is_manager = self._is_manager(config, nobody, user)
        of_user = rows._get_row_of(config, nobody, user).id or NO_ROW
        return {
            "rows": {
                MANAGER: self._prepare_till_row(is_manager=True),
                NO_ROW: self._prepare_till_row(),
                **{row.id: row._prepare_till_row() for row in rows},
            },
            "employees": employees,
            "user": MANAGER if is_manager else of_user,
            "default": rows._get_default_row().id or NO_ROW,
        }

    def _prepare_till_row(self, is_manager=False):
        limits = self._get_limits(is_manager=is_manager)
        return {
            "discount": limits.discount,
            "rounding": limits.rounding,
            "can_change_price": limits.can_change_price,
            "gift_sessions": limits.gift_sessions,
            "bonus": limits.bonus,
            "pricelist_ids": self.pricelist_ids.ids,
            "has_limits": bool(self),
        }
