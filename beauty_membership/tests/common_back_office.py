# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

from odoo import Command
from odoo.tests import new_test_user

from .common import BeautyMembershipCommon

ROLES = {
    "technician": "beauty_membership.group_technician",
    "receptionist": "beauty_membership.group_user",
    "accountant": "account.group_account_user",
    "manager": "beauty_membership.group_manager",
}


class BackOfficeCommon(BeautyMembershipCommon):
    """The salon with one user of each role, who has no other rights."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {role: cls._create_user(role, ROLES[role]) for role in ROLES}

    @classmethod
    def _create_user(cls, role, group):
        return new_test_user(
            cls.env,
            f"beauty_{role}",
            groups=group,
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )

    def _create_exception(self):
        vals = {"name": "Differs", "kind": "tie_out", "company_id": self.company.id}
        return self.env["beauty.exception"].sudo().create(vals)

    def _as(self, role, records):
        return records.with_user(self.users[role])
