# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hmac

from odoo import Command, fields, models
from odoo.exceptions import AccessError

from ..exceptions import MembershipError

PIN_TRIES = 5
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
    pin_failures = fields.Integer(readonly=True, copy=False, groups="base.group_system")
    pin_blocked_until = fields.Datetime(
        readonly=True, copy=False, groups="base.group_system"
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
        now = fields.Datetime.now()
        if config.pin_blocked_until and config.pin_blocked_until > now:
            return {
                "needs": "pin",
                "message": self.env._("Too many wrong PINs. Wait some minutes."),
            }
        if config._is_manager_pin(str(pin)):
            if config.pin_failures:
                config.pin_failures = 0
            return {}
        config._count_wrong_pin(now)
        return {"needs": "pin", "message": self.env._("This is no manager's PIN.")}

    def _ensure_readable(self):
        if not self.exists() or not self.has_access("read"):
            raise MembershipError(self.env._("Choose a register."))

    def _is_manager_pin(self, pin):
        return any(
            hmac.compare_digest(employee.pin.encode(), pin.encode())
            for employee in self._get_pin_managers()
        )

    def _get_pin_managers(self):
        """Return the employees whose PIN approves: the register's and the salon's."""
        users = self.env.ref("beauty_membership.group_manager").sudo().all_user_ids
        employees = users.employee_ids | self.advanced_employee_ids
        return employees.filtered(lambda e: e.pin and e.company_id == self.company_id)

    def _count_wrong_pin(self, now):
        failures = self.pin_failures + 1
        vals = {"pin_failures": failures}
        if failures % PIN_TRIES == 0:
            times = min(failures // PIN_TRIES - 1, 10)
            minutes = min(PIN_WAIT_MINUTES * 2**times, PIN_WAIT_MAX_MINUTES)
            vals["pin_blocked_until"] = fields.Datetime.add(now, minutes=minutes)
        # the register's own write() would touch its employees
        models.Model.write(self, vals)
