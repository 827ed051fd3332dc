# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The shop with the addon: a plan of two services, sold once to each member."""

from odoo import Command

from . import people, ticket

# Units bought and used of the first two services: two grants and eight uses.
UNITS = (10, 6)
USES = (5, 3)
OVERRIDES = {
    ("res_partner", "member_number"): people.NUMBER,
    ("beauty_contract", "name"): "p.name || '/' || c",
    ("beauty_entitlement", "points_key"): "p.points_key || '/' || c",
}
BATCH = 5_000


def furnish(env, facts):
    """The shop, its technician, the cashier's role, and the only plan."""
    env["beauty.plan"].search([]).active = False
    shop = env["beauty.shop"].create({"name": "Bench"})
    env["pos.config"].browse(facts["config_id"]).beauty_shop_id = shop
    technician = env["hr.employee"].create({"name": "Bench T", "is_technician": True})
    facts["technician_id"] = technician.id
    user = env["res.users"].browse(facts["user_id"])
    user.group_ids |= env.ref("beauty_membership.group_user")
    facts["plan"] = make_plan(env, facts)
    facts["recharge"] = make_recharge(env, facts)
    reward = {"name": "10 off", "points": 100, "amount": 10}
    facts["reward_id"] = env["beauty.reward"].create(reward).id


def make_plan(env, facts):
    """:return: dict the plan's product, as ``house.describe_product`` does"""
    lines = [
        {"product_ids": [Command.set([product["id"]])], "quantity": units}
        for product, units in zip(facts["products"][: len(UNITS)], UNITS, strict=True)
    ]
    plan = env["beauty.plan"].create(
        {
            "name": "Bench package",
            "price": 720,
            "line_ids": [Command.create(vals) for vals in lines],
        }
    )
    return describe_plan(plan, facts)


def make_recharge(env, facts):
    """:return: dict the product of a recharge that gives a gift"""
    lines = [
        {"kind": "value", "quantity": ticket.PUT_IN},
        {"kind": "value", "quantity": ticket.GIFT, "is_bonus": True},
    ]
    plan = env["beauty.plan"].create(
        {
            "name": "Bench recharge",
            "price": ticket.PUT_IN,
            "line_ids": [Command.create(vals) for vals in lines],
        }
    )
    return describe_plan(plan, facts)


def describe_plan(plan, facts):
    """Put a plan on the shelf. :return: dict as ``house.describe_product`` does"""
    plan.product_tmpl_id.pos_categ_ids = [Command.set([facts["shelf_id"]])]
    product = plan.product_tmpl_id.product_variant_id
    money = dict.fromkeys(("price", "subtotal", "total"), plan.price)
    return {"id": product.id, "name": product.name, "tax_ids": [], **money}


def make_member(env, facts, partner):
    """Sell the member the plan and use it on eight tickets.

    :return: dict {table: ids} of all rows of the member
    """
    partner.member_number = partner.barcode
    orders = sell_plan(env, facts, partner)
    for number, uses in enumerate(USES):
        for _use in range(uses):
            orders |= use_one(env, facts, partner.id, number)
    own = [("partner_id", "=", partner.id)]
    contracts = env["beauty.contract"].search(own)
    logs = env["beauty.service.log"].search(own)
    return {
        "res_partner": partner.ids,
        "pos_order": orders.ids,
        "pos_order_line": orders.lines.ids,
        "pos_payment": orders.payment_ids.ids,
        "beauty_contract": contracts.ids,
        "beauty_entitlement": env["beauty.entitlement"].search(own).ids,
        "beauty_entry": env["beauty.entry"].search(own).ids,
        "beauty_service_log": logs.ids,
        "beauty_performance": logs.performance_ids.ids,
    }


def sell_plan(env, facts, partner):
    """:return: pos.order that sells the plan for cash"""
    lines = [ticket.line(facts["plan"], **ticket.MEMBERSHIP_LINE)]
    payments = {facts["methods"]["cash"]: facts["plan"]["total"]}
    return sync(env, ticket.order(facts, partner.id, lines, payments))


def use_one(env, facts, partner_id, number):
    """:return: pos.order that uses one unit for a service and nothing else"""
    card = env["res.partner"].get_member_card(partner_id, facts["config_id"])
    session = find_session(card, facts["products"][number]["id"])
    return sync(env, ticket.with_use(facts, partner_id, session, [number]))


def find_session(card, product_id):
    """:return: dict the card's holding to use first, its keys as in JSON"""
    rows = [row for row in card["sessions"] if row["is_proposed"]]
    row = next(row for row in rows if product_id in row["product_ids"])
    prices = {str(key): value for key, value in row["prices"].items()}
    return {**row, "prices": prices}


def sync(env, data):
    """:return: pos.order that the ticket became"""
    synced = env["pos.order"].sync_from_ui([data])
    return env["pos.order"].browse(synced["pos.order"][0]["id"])


def settle(env, facts):
    """The copies' search words, which Python makes from their names."""
    Partner = env["res.partner"]
    partners = Partner.search([("member_number", "!=", False)])
    for start in range(0, len(partners), BATCH):
        batch = partners[start : start + BATCH]
        env.add_to_compute(Partner._fields["member_search"], batch)
        env.flush_all()
        env.invalidate_all()


def fill_session(env, facts, partner_ids):
    """One use per member on the open session, each paid by the prepaid tender."""
    for partner_id in partner_ids:
        use_one(env, facts, partner_id, 0)
