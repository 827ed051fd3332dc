# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A ticket as the till sends it, in plain dicts: for ``pos.order.sync_from_ui``."""

import itertools
import uuid
from datetime import datetime

NUMBERS = itertools.count(1)
# What a till sends for an ordinary line, payment and order beside their content.
LINE = {
    "attribute_value_ids": [],
    "price_extra": 0,
    "price_type": "original",
    "discount": False,
    "customer_note": False,
    "refunded_orderline_id": False,
    "note": False,
    "combo_parent_id": False,
    "combo_item_id": False,
    "extra_tax_data": False,
    "write_date": False,
    "is_reward_line": False,
    "reward_id": False,
    "coupon_id": False,
    "reward_identifier_code": False,
    "points_cost": False,
    "combo_line_ids": [],
    "refund_orderline_ids": [],
    "pack_lot_ids": [],
    "custom_attribute_value_ids": [],
}
# And what a till with the addon sends beside that.
MEMBERSHIP_LINE = {
    "plan_line_uuid": False,
    "seller_id": False,
    "beneficiary_id": False,
    "bonus_amount": 0,
    "points_amount": 0,
}
# A recharge, and the gift that comes with it: one for five.
PUT_IN = 1_000
GIFT = 200
PAYMENT = {
    "name": False,
    "card_type": False,
    "card_brand": False,
    "card_no": False,
    "cardholder_name": False,
    "payment_ref_no": False,
    "payment_method_authcode": False,
    "payment_method_issuer_bank": False,
    "payment_method_payment_mode": False,
    "transaction_id": False,
    "payment_status": False,
    "ticket": "",
    "is_change": False,
    "account_move_id": False,
}
ORDER = {
    "name": "/",
    "last_order_preparation_change": '{"lines":{},"metadata":{},'
    '"general_customer_note":"","internal_note":"","sittingMode":0}',
    "amount_difference": False,
    "amount_return": 0,
    "pricelist_id": False,
    "sequence_number": 0,
    "is_refund": False,
    "state": "paid",
    "account_move": False,
    "preset_id": False,
    "floating_order_name": False,
    "general_customer_note": "",
    "internal_note": "",
    "nb_print": 0,
    "fiscal_position_id": False,
    "to_invoice": False,
    "shipping_date": False,
    "preset_time": False,
    "is_tipped": False,
    "tip_amount": False,
    "ticket_code": "bench",
    "has_deleted_line": False,
    "reversed_move_ids": [],
    "source": False,
    "next_online_payment_amount": False,
}


def command(vals):
    """:return: list the command that creates a row with these values"""
    return [0, 0, {"uuid": str(uuid.uuid4()), **vals}]


def line(product, **vals):
    """One unit of a product at its price.

    :param product: dict of ``house.describe_product``
    :param vals: what is unlike an ordinary line
    """
    return command(
        {
            **LINE,
            "product_id": product["id"],
            "qty": 1,
            "price_unit": product["price"],
            "tax_ids": product["tax_ids"],
            "price_subtotal": product["subtotal"],
            "price_subtotal_incl": product["total"],
            "full_product_name": product["name"],
            **vals,
        }
    )


def payment(method_id, amount):
    """A payment of the ticket."""
    vals = {"payment_method_id": method_id, "amount": amount, "payment_date": now()}
    return command({**PAYMENT, **vals})


def order(house, partner_id, lines, payments):
    """A finished ticket.

    :param house: dict of facts of the register, see ``house.furnish``
    :param payments: dict {method id: amount}
    """
    total = sum(vals["price_subtotal_incl"] for *_c, vals in lines)
    untaxed = sum(vals["price_subtotal"] for *_c, vals in lines)
    number = next(NUMBERS)
    return {
        **ORDER,
        "uuid": str(uuid.uuid4()),
        "access_token": str(uuid.uuid4()),
        "pos_reference": f"269-{house['session_id']}-{number:06}",
        "tracking_number": str(number % 1000),
        "date_order": now(),
        "session_id": house["session_id"],
        "company_id": house["company_id"],
        "user_id": house["user_id"],
        "partner_id": partner_id,
        "amount_total": round(total, 2),
        "amount_tax": round(total - untaxed, 2),
        "amount_paid": round(total, 2),
        "lines": lines,
        "payment_ids": [payment(method, amount) for method, amount in payments.items()],
    }


def services(house, partner_id, numbers, method="cash"):
    """A ticket with services at their price, paid by one tender.

    :param numbers: which of ``house['products']``
    :param method: type of the payment method
    """
    lines = [line(house["products"][n]) for n in numbers]
    total = sum(vals["price_subtotal_incl"] for *_c, vals in lines)
    return order(house, partner_id, lines, {house["methods"][method]: total})


def points(house, data, card_id):
    """:return: dict what a stock till sends to ``confirm_coupon_programs``"""
    return {
        str(card_id): {
            "points": data["amount_total"],
            "program_id": house["program_id"],
            "coupon_id": card_id,
            "barcode": "",
            "partner_id": data["partner_id"],
        }
    }


def use(house, session, number):
    """A line that uses one unit of what the member holds.

    :param session: dict of the member card's ``sessions``
    :param number: which of ``house['products']`` it is used for
    """
    product = house["products"][number]
    price = session["prices"][str(product["id"])]
    if session["remaining"] == 1:
        price = {**price, **price["last"]}
    share = product["subtotal"] / product["total"]
    return line(
        product,
        entitlement_id=session["entitlement_id"],
        technician_id=house["technician_id"],
        price_type="automatic",
        price_unit=price["price_unit"],
        tax_ids=price["tax_ids"],
        extra_tax_data=price["extra_tax_data"],
        price_subtotal=round(price["value"] * share, 2),
        price_subtotal_incl=price["value"],
        **MEMBERSHIP_LINE,
    )


def with_use(house, partner_id, session, numbers):
    """A ticket that uses one unit for the first service and sells the others.

    :param session: dict of the member card's ``sessions``
    """
    first, *others = numbers
    lines = [use(house, session, first), *[line(house["products"][n]) for n in others]]
    value = lines[0][2]["price_subtotal_incl"]
    payments = {house["methods"]["prepaid"]: value}
    if others:
        rest = sum(vals["price_subtotal_incl"] for *_c, vals in lines[1:])
        payments[house["methods"]["cash"]] = rest
    return order(house, partner_id, lines, payments)


def recharge(house, partner_id):
    """A ticket that puts money on the member's card, in cash."""
    lines = [line(house["recharge"], **MEMBERSHIP_LINE)]
    return order(house, partner_id, lines, {house["methods"]["cash"]: PUT_IN})


def by_value(house, partner_id, numbers):
    """A ticket of services paid with an untouched recharge, gift in proportion."""
    lines = [value_line(house["products"][number]) for number in numbers]
    tender = sum(vals["price_subtotal_incl"] for *_c, vals in lines)
    payments = {house["methods"]["prepaid"]: round(tender, 2)}
    return order(house, partner_id, lines, payments)


def value_line(product):
    """A service that the recharge's gift discounts."""
    gift = round(product["total"] * GIFT / (PUT_IN + GIFT), 2)
    share = 1 - gift / product["total"]
    changes = {
        "discount": 100 * gift / product["total"],
        "bonus_amount": gift,
        "manual_discount": 0,
        "price_subtotal": round(product["subtotal"] * share, 2),
        "price_subtotal_incl": round(product["total"] - gift, 2),
    }
    return line(product, **{**MEMBERSHIP_LINE, **changes})


def by_wallet(house, partner_id, numbers, wallet_id):
    """A ticket of services paid with a stock eWallet.

    :return: tuple (the ticket, float what the wallet pays)
    """
    lines = [line(house["products"][number]) for number in numbers]
    total = round(sum(vals["price_subtotal_incl"] for *_c, vals in lines), 2)
    paid = {"id": house["wallet"]["product_id"], "name": "eWallet", "tax_ids": []}
    paid.update(dict.fromkeys(("price", "subtotal", "total"), -total))
    lines.append(
        line(
            paid,
            is_reward_line=True,
            reward_id=house["wallet"]["reward_id"],
            coupon_id=wallet_id,
            reward_identifier_code="bench",
            points_cost=total,
        )
    )
    return order(house, partner_id, lines, {}), total


def wallet(house, partner_id, wallet_id, money):
    """:return: dict what a stock till confirms of an eWallet; -1 is a new one"""
    return {
        str(wallet_id): {
            "points": money,
            "program_id": house["wallet"]["program_id"],
            "coupon_id": wallet_id,
            "barcode": "",
            "partner_id": partner_id,
        }
    }


def now():
    """:return: str the time as Odoo's clients send it"""
    return datetime.utcnow().strftime("%Y-%m-%d %H:%M:%S")
