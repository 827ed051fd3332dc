# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three lines with a member.

Stock: ``sync_from_ui``, then ``confirm_coupon_programs`` for the points (and
before both, which is not counted in the target, ``validate_coupon_programs``).
Ours: ``sync_from_ui`` alone, with one line a use and the new card in its answer.
"""

from tools.bench import stats
from tools.bench.report import row
from tools.bench.shop import ticket

from . import pay

TITLE = "order sync"
MAX_RATIO = 0.9


def measure(scale):
    """:return: list of Row"""
    ours, stock = pay.measure_pairs(scale, pay_ours, pay_stock)
    sold = [confirmed for confirmed, _validated in stock]
    validated = [total for _confirmed, total in stock]
    rows = pay.rows(TITLE, ours, sold, MAX_RATIO)
    return rows + more_rows(ours, sold, validated)


def pay_ours(till, number):
    """:return: Timing of the one call"""
    partner_id = till.member(number)
    card, _timing = till.call(
        "res.partner", "get_member_card", partner_id, till.facts["config_id"]
    )
    service_id = till.facts["products"][pay.SERVICES[0]]["id"]
    session = next(s for s in card["sessions"] if service_id in s["product_ids"])
    data = ticket.with_use(till.facts, partner_id, session, pay.SERVICES)
    return pay.sync_with_card(till, data)


def pay_stock(till, number):
    """:return: tuple (Timing of sync and confirm, Timing with validate as well)"""
    card_id = pay.card_id(till, number)
    data = ticket.services(till.facts, till.member(number), pay.SERVICES)
    validate = pay.validate(till, {str(card_id): data["amount_total"]})
    result, sync = pay.sync(till, data)
    points = ticket.points(till.facts, data, card_id)
    _result, confirm = pay.confirm(till, result, points)
    return sync + confirm, sync + confirm + validate


def more_rows(ours, sold, validated):
    """:return: list of Row: stock's first call counted, and as the till waits"""
    ours_ms, all_ms = pay.server_ms(ours), pay.server_ms(validated)
    client = [[t.client_ms for t in timings] for timings in (ours, sold)]
    return [
        row(f"{TITLE}, against stock with validate, median server ms",
            stats.median(ours_ms), stats.median(all_ms),
            stats.paired_ratio(ours_ms, all_ms)),
        row(f"{TITLE}, median ms at the client", *map(stats.median, client),
            stats.paired_ratio(*client)),
    ]  # fmt: skip
