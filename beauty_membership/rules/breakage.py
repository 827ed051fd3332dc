# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Expected expiry, recognised in proportion to what is used (IFRS 15, B46).

Of 1,000 sold, 10 % are expected to expire: 100. Once 540 of the other 900 are used,
60 of the 100 are recognised as income, ahead of their expiry. They stand on a contra
account until the expiry comes; then they are released first.
"""

PERCENT = 100_00  # a percentage is a whole number of hundredths of a percent


def to_basis(percent):
    """Return a percentage as hundredths of a percent, from 0 to 10,000."""
    return min(max(round(percent * 100), 0), PERCENT)


def get_expected(total, basis):
    """Return the cents of a sale that are expected to expire, rounded down.

    :param int total: cents sold, less what was refunded or given on
    :param int basis: as of :func:`to_basis`
    """
    return max(total, 0) * basis // PERCENT


def get_recognised(total, basis, used, lapsed, left):
    """Return the cents that are to stand on the contra account.

    :param int used: cents used so far
    :param int lapsed: cents that expired so far; they are not counted twice
    :param int left: cents that still can be used; never more than that stands there
    """
    expected = get_expected(total, basis)
    performed = total - expected
    if performed <= 0 or used <= 0:
        return 0
    earned = min(expected, expected * used // performed)
    return max(min(earned - lapsed, left), 0)


def get_release(recognised, expired):
    """Return the cents of an expiry that were recognised before it."""
    return max(min(recognised, expired), 0)
