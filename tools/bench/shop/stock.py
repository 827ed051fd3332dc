# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The shop on stock Odoo: a loyalty programme, and tickets that earn points."""

from odoo import Command

from . import ticket

TICKETS = 8


def furnish(env, facts):
    """A programme with a point per unit of money, and ten off for a hundred."""
    program = env["loyalty.program"].create(
        {
            "name": "Bench points",
            "program_type": "loyalty",
            "trigger": "auto",
            "applies_on": "both",
            "pos_config_ids": [Command.set([facts["config_id"]])],
            "rule_ids": [
                Command.create({"reward_point_mode": "money", "reward_point_amount": 1})
            ],
            "reward_ids": [
                Command.create(
                    {
                        "reward_type": "discount",
                        "discount": 5,
                        "required_points": 1_000_000,
                    }
                ),
                Command.create(
                    {
                        "reward_type": "discount",
                        "discount_mode": "per_order",
                        "discount": 10,
                        "required_points": 100,
                    }
                ),
            ],
        }
    )
    facts["program_id"] = program.id
    reward = program.reward_ids.filtered(lambda r: r.required_points == 100)
    product_id = reward.discount_line_product_id.id
    facts["reward"] = {"id": reward.id, "product_id": product_id}
    facts["wallet"] = make_wallet(env, facts)


def make_wallet(env, facts):
    """:return: dict of ids of an eWallet, made as Odoo's own template makes it"""
    Program = env["loyalty.program"]
    program = Program.create(
        {
            **Program._get_template_values()["ewallet"],
            "pos_config_ids": [Command.set([facts["config_id"]])],
        }
    )
    reward = program.reward_ids
    return {
        "program_id": program.id,
        "reward_id": reward.id,
        "product_id": reward.discount_line_product_id.id,
    }


def make_member(env, facts, partner):
    """Sell the member eight tickets with points.

    :return: dict {table: ids} of all rows of the member
    """
    orders = env["pos.order"]
    for number in range(TICKETS):
        orders |= sell(env, facts, partner.id, number)
    cards = env["loyalty.card"].search([("partner_id", "=", partner.id)])
    return {
        "res_partner": partner.ids,
        "pos_order": orders.ids,
        "pos_order_line": orders.lines.ids,
        "pos_payment": orders.payment_ids.ids,
        "loyalty_card": cards.ids,
        "loyalty_history": cards.history_ids.ids,
    }


LINKS = {("loyalty_history", "order_id"): "pos_order"}


def sell(env, facts, partner_id, number):
    """One service for cash; the till adds the points by its second call."""
    data = ticket.services(facts, partner_id, [number])
    synced = env["pos.order"].sync_from_ui([data])
    order = env["pos.order"].browse(synced["pos.order"][0]["id"])
    card = env["loyalty.card"].search([("partner_id", "=", partner_id)])
    order.confirm_coupon_programs(ticket.points(facts, data, card.id or -1))
    return order


def fill_session(env, facts, partner_ids):
    """One ticket per member on the open session, all on the customer account."""
    for partner_id in partner_ids:
        data = ticket.services(facts, partner_id, [0], method="pay_later")
        env["pos.order"].sync_from_ui([data])
