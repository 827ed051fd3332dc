# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How stored value pays a ticket.

All money is whole cents. A *lot* is one holding: ``remaining`` is its face (what
the member may spend), ``amount`` the liability behind it (what she paid for it;
a gift carries 0). The lots of one contract make a *pot*.

1. Pots are spent one after the other: the one whose first lot expires soonest,
   then the oldest (:func:`pot_key`). Lots that cannot be used today or here are
   left out before.
2. Lines are paid in the order of the ticket, each as far as pots and the money
   to be covered reach. ``gross`` of a line is what it costs with taxes under its
   manual discount alone, less the points spent on it.
3. From one pot a line can use the lots that name no product, or its product. A
   line that sells a plan is paid from pots that allow it only.
4. A pot may have a pricelist of its own. With L = the line's ``price`` (gross
   before points) and V = the same line under the pot's pricelist, covering ``k``
   of the line costs ``ceil(k * V / L)`` of face. V of 0, or above L, counts as L.
   A pot with face F covers at most ``F * L // V``.
5. That face is split between principal and gifts of the pot, by what is left of
   them after the lines before: ``proportional`` is ``allocate(face, [principal,
   gifts])`` of :mod:`.allocation`, the others empty one side first. Within a
   side, lots are emptied in their order (soonest to expire first).
6. A lot from which ``s`` of its face R is taken gives ``s * A // R`` of its
   liability A; all of A with the last of its face.
7. The line's *tender* is the sum of those amounts, its *bonus* the rest of what
   is covered: ``bonus = covered - tender``. The bonus discounts the line.

Vector: 120 of 1000 principal and 200 gift, proportional: tender 100, bonus 20.

Where taxes come on top, a line cannot always be discounted to the cent. It may
then carry a bonus one cent off (``Line.bonus``): principal and gift of that line
move by that cent (:func:`.value_shares.nudge`), and what is covered stays the same.
"""

from datetime import date
from typing import NamedTuple

from .value_shares import PROPORTIONAL, nudge, take


class Lot(NamedTuple):
    """One holding of stored value; cents. No product: good for all of them."""

    id: int
    remaining: int
    amount: int
    is_bonus: bool = False
    product_ids: frozenset = frozenset()


class Pot(NamedTuple):
    """The lots of one contract, in spending order."""

    lots: tuple
    order: str = PROPORTIONAL
    pricelist_id: int | None = None
    allows_plans: bool = False


class Line(NamedTuple):
    """One ticket line that may be paid by stored value; cents.

    ``prices`` are the line's totals under the pots' pricelists, by their id.
    ``bonus`` is None, or the bonus that the line really carries.
    """

    key: object
    product_id: int
    gross: int
    price: int
    prices: dict = {}  # noqa: RUF012 (never changed)
    bonus: int | None = None
    is_plan: bool = False


class Cover(NamedTuple):
    """What of a line is covered: shares are {lot id: (face, amount)}."""

    key: object
    covered: int
    tender: int
    bonus: int
    shares: dict


def pot_key(lots):
    """Return the sort key of a pot.

    :param lots: list of (last day or None, day or time of the grant, holding id)
    """
    return min((day or date.max, granted, lot_id) for day, granted, lot_id in lots)


def spend(lines, pots, total):
    """Cover lines with stored value, up to a total.

    :param lines: list of :class:`Line` in the ticket's order
    :param pots: list of :class:`Pot` in spending order
    :param int total: cents to be covered
    :return: list of :class:`Cover`, for the lines that are covered; their
        ``covered`` sum is less than the total if lines or pots do not reach
    """
    left = {lot.id: (lot.remaining, lot.amount) for pot in pots for lot in pot.lots}
    covers = []
    for line in lines:
        shares, covered = {}, 0
        for pot in pots:
            wanted = min(line.gross, total) - covered
            part, taken = _cover_from(pot, line, wanted, left)
            covered += part
            shares.update(taken)
        if covered:
            total -= covered
            covers.append(_make_cover(line, covered, shares, pots, left))
    return covers


def _cover_from(pot, line, wanted, left):
    """Cover a part of a line from one pot; takes it out of what is left.

    :return: (cents covered, {lot id: (face, amount)})
    """
    if line.is_plan and not pot.allows_plans:
        return 0, {}
    lots = [lot for lot in pot.lots if _fits(lot, line) and left[lot.id][0] > 0]
    price = line.price
    value = line.prices.get(pot.pricelist_id, price)
    value = value if 0 < value < price else price
    face = sum(left[lot.id][0] for lot in lots)
    covered = min(wanted, face * price // value) if price > 0 else 0
    if covered <= 0:
        return 0, {}
    return covered, take(pot.order, lots, -(-covered * value // price), left)


def _fits(lot, line):
    return not lot.product_ids or line.product_id in lot.product_ids


def _make_cover(line, covered, shares, pots, left):
    bonus = covered - sum(amount for _face, amount in shares.values())
    if line.bonus is not None and abs(line.bonus - bonus) == 1:
        gifts = {lot.id for pot in pots for lot in pot.lots if lot.is_bonus}
        nudge(shares, line.bonus - bonus, gifts, left)
    tender = sum(amount for _face, amount in shares.values())
    return Cover(line.key, covered, tender, covered - tender, shares)
