# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hmac

from odoo import Command, fields, models
from odoo.exceptions import AccessError

from ..exceptions import MembershipError

# Doubled each time: four digits cannot be tried out in years.
PIN_WAIT_MINUTES = 10
PIN_WAIT_MAX_MINUTES = 24 * 60
# Every POS user may write a register; these decide who approves and what is valid.
MANAGER_FIELDS = {"advanced_employee_ids", "beauty_shop_id"}


class PosConfig(models.Model):
    """A register: its shop, its prepaid tender and its managers' approval by PIN."""

    _inherit = "pos.config"

    beauty_shop_id = fields.Many2one(
        comodel_name="beauty.shop",
        string="Salon Shop",
        check_company=True,
        help="The shop this register stands in.",
    )

    def write(self, vals):
        if MANAGER_FIELDS & set(vals) and not self.env.su:
            self._ensure_manager()
        res = super().write(vals)
        self._drop_foreign_managers()
        return res

    def _drop_foreign_managers(self):
        """Odoo lists every POS manager of the database; keep the company's own.

        A manager of one company could not save a register otherwise: she may not
        read the employees of another one.
        """
        # sudo: who configures a register has no rights on employees
        for config in self.sudo():
            employees = config.advanced_employee_ids
            own = employees.filtered_domain([("company_id", "=", config.company_id.id)])
            if employees != own:
                commands = [Command.unlink(e.id) for e in employees - own]
                models.Model.write(config, {"advanced_employee_ids": commands})

    def _ensure_manager(self):
        groups = ("beauty_membership.group_manager", "point_of_sale.group_pos_manager")
        if not any(self.env.user.has_group(group) for group in groups):
            raise AccessError(
                self.env._(
                    "A manager decides who approves and where a register stands."
                )
            )

    def _attach_prepaid_method(self):
        """List the company's prepaid tender on the register, once."""
        for config in self:
            method = config.env["pos.payment.method"]._get_or_create_prepaid(
                config.company_id
            )
            if method and method not in config.payment_method_ids:
                # sudo: whoever opens the register may not configure it
                config.sudo().payment_method_ids |= method

    def _get_pin_refusal(self, pin):
        """Check a manager's PIN given at this register.

        :param str pin: as typed
        :return: {} if a manager has it, else {'needs': 'pin', 'message': str}
        """
        if not pin:
            return {"needs": "pin", "message": self.env._("A manager's PIN is needed.")}
        self._ensure_readable()
        # sudo: PINs are not readable for cashiers; only yes or no leaves
        config = self.sudo()
        guard, key = config.env["beauty.pin.guard"], f"register:{config.id}"
        if not guard._take_try(key, PIN_WAIT_MINUTES, 2, PIN_WAIT_MAX_MINUTES):
            message = self.env._("Too many wrong PINs. Wait some minutes.")
        elif config._find_pin_manager(str(pin)):
            guard._forgive(key)
            return {}
        else:
            message = self.env._("This is no manager's PIN.")
        return {"needs": "pin", "message": message}

    def _ensure_readable(self):
        if not self.exists() or not self.has_access("read"):
            raise MembershipError(self.env._("Choose a register."))

    def _find_pin_manager(self, pin):
        """Return the employee who approves with that PIN, if any."""
        return self._get_managing_employees().filtered(
            lambda employee: (
                employee.pin
                and hmac.compare_digest(employee.pin.encode(), pin.encode())
            )
        )[:1]

    def _get_managing_employees(self):
        """Return the employees who may approve: the register's and the salon's."""
        users = self.env.ref("beauty_membership.group_manager").sudo().all_user_ids
        employees = users.employee_ids | self.advanced_employee_ids
        return employees.filtered(lambda e: e.company_id == self.company_id)
