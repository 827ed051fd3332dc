# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three services with stored value, whole.

Stock: an eWallet, ``sync_from_ui`` and ``confirm_coupon_programs``, which takes
the money and gives the points. Ours: ``sync_from_ui`` alone, with principal as
tender, the gift as discount, the points, and the new card in its answer. What
fills the wallet, or the card, is not measured.
"""

from tools.bench import rig, stats
from tools.bench.report import row
from tools.bench.shop import ticket

from .sync import SERVICES, context, server_ms

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
    return rows(found["ours"], found["stock"])


def pay_ours(till, number):
    """:return: Timing of the one call"""
    partner_id = till.member(number)
    sale = ticket.recharge(till.facts, partner_id)
    till.call("pos.order", "sync_from_ui", [sale], **context(till))
    data = ticket.by_value(till.facts, partner_id, SERVICES)
    extra = {"beauty_card": True, **context(till)}
    return till.call("pos.order", "sync_from_ui", [data], **extra)[1]


def pay_stock(till, number):
    """:return: Timing of sync and confirm"""
    partner_id = till.member(number)
    wallet_id = fill_wallet(till, partner_id)
    data, total = ticket.by_wallet(till.facts, partner_id, SERVICES, wallet_id)
    result, sync = till.call("pos.order", "sync_from_ui", [data], **context(till))
    card_id = till.id_of("loyalty_card", number % till.facts["members"])
    coupons = {
        **ticket.points(till.facts, data, card_id),
        **ticket.wallet(till.facts, partner_id, wallet_id, -total),
    }
    _result, confirm = till.call(
        "pos.order", "confirm_coupon_programs", result["pos.order"][0]["id"], coupons
    )
    return sync + confirm


def fill_wallet(till, partner_id):
    """Put money on a new wallet. :return: int its loyalty.card id"""
    data = ticket.services(till.facts, partner_id, SERVICES)
    result, _timing = till.call("pos.order", "sync_from_ui", [data], **context(till))
    coupons = ticket.wallet(till.facts, partner_id, -1, ticket.PUT_IN)
    updates, _timing = till.call(
        "pos.order", "confirm_coupon_programs", result["pos.order"][0]["id"], coupons
    )
    return updates["coupon_updates"][0]["id"]


def rows(ours, stock):
    """:return: list of Row of the lists of Timing"""
    ours_ms, stock_ms = server_ms(ours), server_ms(stock)
    queries = [stats.median(t.queries for t in timings) for timings in (ours, stock)]
    return [
        row("spend of stored value, median server ms", stats.median(ours_ms),
            stats.median(stock_ms), stats.paired_ratio(ours_ms, stock_ms),
            max_ratio=MAX_RATIO),
        row("spend of stored value, p95 server ms", stats.p95(ours_ms),
            stats.p95(stock_ms)),
        row("spend of stored value, SQL queries", *queries),
    ]  # fmt: skip
