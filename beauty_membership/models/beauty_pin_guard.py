# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from contextlib import nullcontext

from odoo import api, fields, models
from odoo.tools import SQL

PIN_TRIES = 5


class BeautyPinGuard(models.Model):
    """How often a secret was tried: one row for each register, member or code.

    Counted in a transaction of its own: a ticket that is refused for a wrong PIN is
    rolled back, the count is not. Names its subject by a key, so that it waits for
    no row of the ticket's transaction.
    """

    _name = "beauty.pin.guard"
    _description = "Tries of a PIN"
    _log_access = False

    key = fields.Char(required=True, readonly=True, help="What the secret opens.")
    failures = fields.Integer(readonly=True, help="Wrong tries since the last right.")
    blocked_until = fields.Datetime(readonly=True)

    _key_unique = models.UniqueIndex("(key)", "One count for each secret.")

    @api.model
    def _take_try(self, key, minutes, growth=1, longest=None):
        """Count a try before it is compared; whoever is blocked has none.

        :param str key: what is tried, e.g. 'register:7'
        :param int minutes: how long five wrong tries block
        :param int growth: factor of each further block
        :param int longest: minutes a block lasts at most
        :return: whether the secret may be compared
        """
        now = fields.Datetime.now()
        with self._get_cursor() as cr:
            cr.execute(
                SQL(
                    "INSERT INTO beauty_pin_guard (key, failures) VALUES (%s, 0) "
                    "ON CONFLICT (key) DO NOTHING",
                    key,
                )
            )
            cr.execute(
                SQL(
                    "SELECT failures, blocked_until FROM beauty_pin_guard "
                    "WHERE key = %s FOR UPDATE",
                    key,
                )
            )
            failures, blocked = cr.fetchone()
            if blocked and blocked > now:
                return False
            failures += 1
            rounds, rest = divmod(failures, PIN_TRIES)
            if not rest:
                wait = minutes * growth ** min(rounds - 1, 10)
                blocked = fields.Datetime.add(now, minutes=min(wait, longest or wait))
            cr.execute(
                SQL(
                    "UPDATE beauty_pin_guard SET failures = %s, blocked_until = %s "
                    "WHERE key = %s",
                    failures,
                    blocked,
                    key,
                )
            )
        return True

    @api.model
    def _get_cursor(self):
        """Return a transaction of its own; while the table is made, the one at hand."""
        registry = self.env.registry
        return registry.cursor() if registry.ready else nullcontext(self.env.cr)

    @api.model
    def _forgive(self, key):
        """The right secret was given: earlier tries do not count any more."""
        with self._get_cursor() as cr:
            cr.execute(SQL("DELETE FROM beauty_pin_guard WHERE key = %s", key))
