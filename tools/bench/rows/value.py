# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a ticket of three services with stored value, whole.

Stock: an eWallet, ``sync_from_ui`` and ``confirm_coupon_programs``, which takes
the money and gives the points. Ours: ``sync_from_ui`` alone, with principal as
tender, the gift as discount, the points, and the new card in its answer. What
fills the wallet, or the card, is not measured.
"""

from tools.bench.shop import ticket

from . import pay

MAX_RATIO = 1.0


def measure(scale):
    """:return: list of Row"""
    found = pay.measure_pairs(scale, pay_ours, pay_stock)
    return pay.rows("spend of stored value", *found, MAX_RATIO)


def pay_ours(till, number):
    """:return: Timing of the one call"""
    partner_id = till.member(number)
    pay.sync(till, ticket.recharge(till.facts, partner_id))
    data = ticket.by_value(till.facts, partner_id, pay.SERVICES)
    return pay.sync_with_card(till, data)


def pay_stock(till, number):
    """:return: Timing of sync and confirm"""
    partner_id = till.member(number)
    wallet_id = fill_wallet(till, partner_id)
    data, total = ticket.by_wallet(till.facts, partner_id, pay.SERVICES, wallet_id)
    result, sync = pay.sync(till, data)
    coupons = {
        **ticket.points(till.facts, data, pay.card_id(till, number)),
        **ticket.wallet(till.facts, partner_id, wallet_id, -total),
    }
    _result, confirm = pay.confirm(till, result, coupons)
    return sync + confirm


def fill_wallet(till, partner_id):
    """Put money on a new wallet. :return: int its loyalty.card id"""
    data = ticket.services(till.facts, partner_id, pay.SERVICES)
    result, _timing = pay.sync(till, data)
    coupons = ticket.wallet(till.facts, partner_id, -1, ticket.PUT_IN)
    updates, _timing = pay.confirm(till, result, coupons)
    return updates["coupon_updates"][0]["id"]
