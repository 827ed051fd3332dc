# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the rows about paying a ticket have in common: three services, two tills."""

from tools.bench import rig, stats
from tools.bench.report import row

SERVICES = (0, 2, 3)


def measure_pairs(scale, pay_ours, pay_stock):
    """Pay tickets on both shops in turn.

    :param pay_ours, pay_stock: functions of a Till and a number
    :return: tuple (list of what ours returned, list of what stock's returned)
    """
    with rig.both("medium", scale) as (ours, stock):
        found = rig.in_turn(
            scale.sync,
            {
                "ours": lambda number: pay_ours(ours, number),
                "stock": lambda number: pay_stock(stock, number),
            },
        )
    return found["ours"], found["stock"]


def sync(till, data, **context):
    """Send a ticket as the till does.

    :return: tuple (its result, Timing)
    """
    context |= {"config_id": till.facts["config_id"], "device_identifier": "1"}
    return till.call("pos.order", "sync_from_ui", [data], **context)


def sync_with_card(till, data):
    """:return: Timing of a ticket whose answer brings the new card"""
    return sync(till, data, beauty_card=True)[1]


def confirm(till, result, coupons):
    """Send what stock's till sends after the answer to ``sync_from_ui``.

    :return: tuple (its result, Timing)
    """
    order_id = result["pos.order"][0]["id"]
    return till.call("pos.order", "confirm_coupon_programs", order_id, coupons)


def validate(till, changes):
    """:return: Timing of what stock's till asks before it sends the ticket"""
    return till.call("pos.order", "validate_coupon_programs", [], changes, [])[1]


def card_id(till, number):
    """:return: int id of the loyalty card of a member on stock"""
    return till.id_of("loyalty_card", number % till.facts["members"])


def rows(title, ours, stock, max_ratio):
    """:return: list of Row: median, p95 and queries of two lists of Timing"""
    ours_ms, stock_ms = server_ms(ours), server_ms(stock)
    queries = [stats.median(t.queries for t in timings) for timings in (ours, stock)]
    return [
        row(f"{title}, median server ms", stats.median(ours_ms),
            stats.median(stock_ms), stats.paired_ratio(ours_ms, stock_ms),
            max_ratio=max_ratio),
        row(f"{title}, p95 server ms", stats.p95(ours_ms), stats.p95(stock_ms)),
        row(f"{title}, SQL queries", *queries),
    ]  # fmt: skip


def server_ms(timings):
    """:return: list of float"""
    return [timing.server_ms for timing in timings]
