# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may use a member's sessions beside herself."""

from datetime import date
from typing import NamedTuple

NOBODY = "none"
NAMED = "named"
PRESENT = "present"

NOT_SHARED = "not_shared"
ENDED = "ended"
CAP = "cap"
GUEST_ONCE = "guest_once"


class Share(NamedTuple):
    """What the member allows one partner; the last day is inclusive."""

    max_units: int
    date_until: date | None


def get_share_refusal(sharing, share, is_present, day, used, units):
    """Say why somebody else cannot use a member's sessions on a day.

    A named partner uses them up to her cap, a guest once and only with the member
    herself at the till.

    :param str sharing: one of NOBODY, NAMED, PRESENT, as the contract says
    :param share: Share, or None if the partner is not named
    :param bool is_present: whether the member herself is there
    :param date day: day of the use
    :param int used: units she used before, those on the same ticket included
    :param int units: units wanted now
    :return: one of the constants above, or None if she may
    """
    if sharing == NOBODY:
        return NOT_SHARED
    if share is None:
        if sharing != PRESENT or not is_present:
            return NOT_SHARED
        return GUEST_ONCE if used else None
    if share.date_until and day > share.date_until:
        return ENDED
    if share.max_units and used + units > share.max_units:
        return CAP
    return None
