# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Errors of the addon. All are UserErrors: their text is shown to the cashier."""

from odoo.exceptions import UserError


class MembershipError(UserError):
    """A membership rule refuses what was asked; nothing was stored."""


class RedemptionRefused(MembershipError):
    """A holding cannot be used this way: expired, empty, forged, not hers."""


class GrantRefused(MembershipError):
    """A plan cannot be sold or refunded this way."""


class SettledOrderError(MembershipError):
    """Lines and payments of a captured membership order are final."""


class AuthorityRefused(MembershipError):
    """The ticket gives more than its cashier may; a manager has to approve it.

    The till learns by `context` what exceeds: {'excess': {code: number}}.
    """

    def __init__(self, message, excess=None):
        super().__init__(message)
        self.context = {"excess": excess or {}}


class ConfirmationRefused(MembershipError):
    """The member has to confirm what leaves her card, and did not.

    The till learns by `context` how: {'method': 'signature', 'pin' or 'code'}.
    """

    def __init__(self, message, method):
        super().__init__(message)
        self.context = {"method": method}
