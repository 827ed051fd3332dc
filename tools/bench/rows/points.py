# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three services of which points take ten off.

Stock: ``validate_coupon_programs``, without which its points are not even looked
at, ``sync_from_ui`` with a line that takes ten off, and ``confirm_coupon_programs``
for the points earned and spent. Ours: ``sync_from_ui`` alone, with the new card.
"""

from tools.bench import rig, stats
from tools.bench.report import row
from tools.bench.shop import ticket

from .sync import context, server_ms

SERVICES = (0, 2, 3)
COST, OFF = 100, 10.0
MAX_RATIO = 1.0


def measure(scale):
    """:return: list of Row"""
    with rig.both("medium", scale) as (ours, stock):
        found = rig.in_turn(
            scale.sync,
            {
                "ours": lambda number: pay_ours(ours, number),
                "stock": lambda number: pay_stock(stock, number),
            },
        )
    ours_ms, stock_ms = server_ms(found["ours"]), server_ms(found["stock"])
    queries = [
        stats.median(timing.queries for timing in found[side])
        for side in ("ours", "stock")
    ]
    return [
        row("earn and spend points, median server ms", stats.median(ours_ms),
            stats.median(stock_ms), stats.paired_ratio(ours_ms, stock_ms),
            max_ratio=MAX_RATIO),
        row("earn and spend points, p95 server ms", stats.p95(ours_ms),
            stats.p95(stock_ms)),
        row("earn and spend points, SQL queries", *queries),
    ]  # fmt: skip


def pay_ours(till, number):
    """:return: Timing of the one call"""
    lines = [ticket.line(till.facts["products"][n]) for n in SERVICES]
    take_off(lines[0][2], till.facts["reward_id"])
    data = order(till, till.member(number), lines)
    extra = {"beauty_card": True, **context(till)}
    return till.call("pos.order", "sync_from_ui", [data], **extra)[1]


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
    partner_id = till.member(number)
    card_id = till.id_of("loyalty_card", number % till.facts["members"])
    lines = [ticket.line(till.facts["products"][n]) for n in SERVICES]
    lines.append(reward_line(till, card_id))
    data = order(till, partner_id, lines)
    changes = {str(card_id): data["amount_total"] - COST}
    _result, validate = till.call(
        "pos.order", "validate_coupon_programs", [], changes, []
    )
    result, sync = till.call("pos.order", "sync_from_ui", [data], **context(till))
    points = ticket.points(till.facts, data, card_id)
    points[str(card_id)]["points"] -= COST
    order_id = result["pos.order"][0]["id"]
    _result, confirm = till.call(
        "pos.order", "confirm_coupon_programs", order_id, points
    )
    return validate + sync + confirm


def reward_line(till, card_id):
    """:return: list the command of stock's line that takes ten off"""
    reward = till.facts["reward"]
    product = {**till.facts["products"][SERVICES[0]], "id": reward["product_id"]}
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
