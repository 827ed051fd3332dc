# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which lots of a pot pay how much, and what of it comes back; see :mod:`.value`.

``left`` is {lot id: (face, liability behind it)}, cents; taking changes it.
"""

from .allocation import allocate

PROPORTIONAL = "proportional"
PRINCIPAL_FIRST = "principal_first"


def take(order, lots, face, left):
    """Take a face out of the lots of one pot.

    :return: {lot id: (face, liability)}
    """
    principal = [lot for lot in lots if not lot.is_bonus]
    gifts = [lot for lot in lots if lot.is_bonus]
    sums = [sum(left[lot.id][0] for lot in side) for side in (principal, gifts)]
    part = split_face(face, *sums, order)
    return {
        **_take_side(principal, part, left),
        **_take_side(gifts, face - part, left),
    }


def split_face(face, principal, gifts, order):
    """Return how much of a face comes from principal.

    :param int face: cents, at most principal and gifts together
    :param str order: proportional, principal_first or bonus_first
    """
    if order == PROPORTIONAL:
        return allocate(face, [principal, gifts])[0]
    if order == PRINCIPAL_FIRST:
        return min(face, principal)
    return max(0, face - gifts)


def _take_side(lots, face, left):
    taken = {}
    for lot in lots:
        remaining, amount = left[lot.id]
        part = min(face, remaining)
        if part > 0:
            money = amount if part == remaining else part * amount // remaining
            taken[lot.id] = (part, money)
            left[lot.id] = (remaining - part, amount - money)
            face -= part
    return taken


def nudge(shares, cent, gifts, left):
    """Move one cent from principal to gift (1), or back (-1), if they have it."""
    for lot_id, sign in _find_nudge(shares, cent, gifts, left):
        face, amount = shares[lot_id]
        money = 0 if lot_id in gifts else sign
        shares[lot_id] = (face + sign, amount + money)
        remaining, behind = left[lot_id]
        left[lot_id] = (remaining - sign, behind - money)


def _find_nudge(shares, cent, gifts, left):
    """Return the lots to move: the principal, and a gift that evens it out."""
    principal = [
        lot_id
        for lot_id, (_face, amount) in shares.items()
        if lot_id not in gifts and (amount if cent > 0 else left[lot_id][1]) > 0
    ]
    even = [
        lot_id
        for lot_id, (face, _amount) in shares.items()
        if lot_id in gifts and (left[lot_id][0] if cent > 0 else face) > 0
    ]
    if not principal:
        return []
    return [(principal[-1], -cent), *((lot_id, cent) for lot_id in even[-1:])]


def give_back(taken, quantity, before, back):
    """Return what of a use comes back when a part of its line is refunded.

    The same rule gives face, liability and bonus. What came back so far is rounded
    half up on the whole of it, so that the last part brings back the rest.

    :param int taken: cents the line took of it
    :param int quantity: of the line, in thousandths
    :param int before: of it refunded before, in thousandths
    :param int back: of it refunded now, in thousandths
    :return: int cents
    """
    return _part(taken, before + back, quantity) - _part(taken, before, quantity)


def _part(cents, part, whole):
    return (2 * cents * min(part, whole) + whole) // (2 * whole)
