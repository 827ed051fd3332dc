# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three lines with a member.

Stock: ``sync_from_ui``, then ``confirm_coupon_programs`` for the points (and
before both, which is not counted in the target, ``validate_coupon_programs``).
Ours: ``sync_from_ui`` alone, with one line a use and the new card in its answer.
"""

from tools.bench import rig, stats
from tools.bench.report import row
from tools.bench.shop import ticket

SERVICES = (0, 2, 3)
MAX_RATIO = 0.9


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
    sold = [confirmed for confirmed, _validated in found["stock"]]
    validated = [total for _confirmed, total in found["stock"]]
    return rows(found["ours"], sold, validated)


def context(till):
    """:return: dict what a till adds to its calls"""
    return {"config_id": till.facts["config_id"], "device_identifier": "1"}


def pay_ours(till, number):
    """:return: Timing of the one call"""
    partner_id = till.member(number)
    card, _timing = till.call(
        "res.partner", "get_member_card", partner_id, till.facts["config_id"]
    )
    service_id = till.facts["products"][SERVICES[0]]["id"]
    session = next(s for s in card["sessions"] if service_id in s["product_ids"])
    data = ticket.with_use(till.facts, partner_id, session, SERVICES)
    extra = {"beauty_card": True, **context(till)}
    return till.call("pos.order", "sync_from_ui", [data], **extra)[1]


def pay_stock(till, number):
    """:return: tuple (Timing of sync and confirm, Timing with validate as well)"""
    partner_id = till.member(number)
    card_id = till.id_of("loyalty_card", number % till.facts["members"])
    data = ticket.services(till.facts, partner_id, SERVICES)
    changes = {str(card_id): data["amount_total"]}
    _result, validate = till.call(
        "pos.order", "validate_coupon_programs", [], changes, []
    )
    result, sync = till.call("pos.order", "sync_from_ui", [data], **context(till))
    points = ticket.points(till.facts, data, card_id)
    order_id = result["pos.order"][0]["id"]
    _result, confirm = till.call(
        "pos.order", "confirm_coupon_programs", order_id, points
    )
    return sync + confirm, sync + confirm + validate


def rows(ours, stock, validated):
    """:return: list of Row of the lists of Timing"""
    ours_ms, stock_ms = server_ms(ours), server_ms(stock)
    ratio = stats.paired_ratio(ours_ms, stock_ms)
    result = [
        row("order sync, median server ms", stats.median(ours_ms),
            stats.median(stock_ms), ratio, max_ratio=MAX_RATIO),
        row("order sync, p95 server ms", stats.p95(ours_ms), stats.p95(stock_ms)),
        row("order sync, against stock with validate, median server ms",
            stats.median(ours_ms), stats.median(server_ms(validated)),
            stats.paired_ratio(ours_ms, server_ms(validated))),
    ]  # fmt: skip
    client_ours, client_stock = [[t.client_ms for t in ts] for ts in (ours, stock)]
    result.append(
        row("order sync, median ms at the client", stats.median(client_ours),
            stats.median(client_stock), stats.paired_ratio(client_ours, client_stock))
    )  # fmt: skip
    queries = [stats.median(t.queries for t in timings) for timings in (ours, stock)]
    return [*result, row("order sync, SQL queries", *queries)]


def server_ms(timings):
    """:return: list of float"""
    return [timing.server_ms for timing in timings]
