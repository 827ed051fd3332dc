# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three services of which points take ten off.

Stock: ``validate_coupon_programs``, without which its points are not even looked
at, ``sync_from_ui`` with a line that takes ten off, and ``confirm_coupon_programs``
for the points earned and spent. Ours: ``sync_from_ui`` alone, with the new card.
"""

from tools.bench.shop import ticket

from . import pay

COST, OFF = 100, 10.0
MAX_RATIO = 1.0


def measure(scale):
    """:return: list of Row"""
    found = pay.measure_pairs(scale, pay_ours, pay_stock)
    return pay.rows("earn and spend points", *found, MAX_RATIO)


def pay_ours(till, number):
    """:return: Timing of the one call"""
    lines = [ticket.line(till.facts["products"][n]) for n in pay.SERVICES]
    take_off(lines[0][2], till.facts["reward_id"])
    return pay.sync_with_card(till, order(till, till.member(number), lines))


def take_off(vals, reward_id):
    """Let points pay a part of a line, as its discount."""
    total = vals["price_subtotal_incl"]
    left = round(total - OFF, 2)
    share = vals["price_subtotal"] / total
    vals.update(
        ticket.MEMBERSHIP_LINE,
        discount=100 * OFF / total,
        points_amount=OFF,
        beauty_reward_id=reward_id,
        price_subtotal=round(left * share, 2),
        price_subtotal_incl=left,
    )


def pay_stock(till, number):
    """:return: Timing of the three calls"""
    card_id = pay.card_id(till, number)
    lines = [ticket.line(till.facts["products"][n]) for n in pay.SERVICES]
    lines.append(reward_line(till, card_id))
    data = order(till, till.member(number), lines)
    validate = pay.validate(till, {str(card_id): data["amount_total"] - COST})
    result, sync = pay.sync(till, data)
    points = ticket.points(till.facts, data, card_id)
    points[str(card_id)]["points"] -= COST
    _result, confirm = pay.confirm(till, result, points)
    return validate + sync + confirm


def reward_line(till, card_id):
    """:return: list the command of stock's line that takes ten off"""
    reward = till.facts["reward"]
    product = {**till.facts["products"][pay.SERVICES[0]], "id": reward["product_id"]}
    share = product["subtotal"] / product["total"]
    return ticket.line(
        product,
        price_unit=-OFF,
        price_subtotal=round(-OFF * share, 2),
        price_subtotal_incl=-OFF,
        is_reward_line=True,
        reward_id=reward["id"],
        coupon_id=card_id,
        reward_identifier_code="bench",
        points_cost=COST,
    )


def order(till, partner_id, lines):
    """:return: dict a ticket of these lines, paid in cash"""
    total = round(sum(vals["price_subtotal_incl"] for *_command, vals in lines), 2)
    payments = {till.facts["methods"]["cash"]: total}
    return ticket.order(till.facts, partner_id, lines, payments)
