# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The house both shops have in common: register, tax, services, cashier."""

import json

from odoo import Command

PARAMETER = "bench.facts"
PRODUCTS = 96
PRICES = (48.0, 60.0, 75.5, 90.0, 120.0, 36.0, 55.0, 82.0)


def furnish(env):
    """Make the register and what is sold on it.

    :return: dict of facts, JSON
    """
    # Demo programmes would put their own products on one side's register.
    env["loyalty.program"].search([]).active = False
    tax = make_tax(env)
    shelf = env["pos.category"].create({"name": "Bench"})
    products = [make_product(env, tax, shelf, n) for n in range(PRODUCTS)]
    config = make_register(env, shelf)
    user = make_cashier(env)
    return {
        "company_id": env.company.id,
        "config_id": config.id,
        "shelf_id": shelf.id,
        "user_id": user.id,
        "methods": {m.type: m.id for m in config.payment_method_ids},
        "products": [describe_product(env, product) for product in products],
    }


def make_tax(env):
    """VAT of 20 %, included in the price."""
    return env["account.tax"].create(
        {
            "name": "20% included",
            "amount": 20,
            "type_tax_use": "sale",
            "price_include_override": "tax_included",
            "country_id": env.company.account_fiscal_country_id.id,
        }
    )


def make_product(env, tax, shelf, number):
    """A service sold at the counter."""
    template = env["product.template"].create(
        {
            "name": f"Treatment {number + 1}",
            "type": "service",
            "available_in_pos": True,
            "list_price": PRICES[number % len(PRICES)],
            "taxes_id": [Command.set(tax.ids)],
            "pos_categ_ids": [Command.set(shelf.ids)],
        }
    )
    return template.product_variant_id


def make_register(env, shelf):
    """A register with cash, card and a customer account that names its customer.

    It sells what is on the shelf only, so that demo products do not count.
    """
    cash = env["account.journal"].create(
        {"name": "Bench cash", "code": "BCASH", "type": "cash"}
    )
    bank = env["account.journal"].create(
        {"name": "Bench bank", "code": "BBANK", "type": "bank"}
    )
    methods = env["pos.payment.method"].create(
        [
            {"name": "Bench cash", "journal_id": cash.id},
            {"name": "Bench card", "journal_id": bank.id},
            {"name": "Bench account", "split_transactions": True},
        ]
    )
    return env["pos.config"].create(
        {
            "name": "Bench",
            "module_pos_hr": False,
            "limit_categories": True,
            "iface_available_categ_ids": [Command.set(shelf.ids)],
            "payment_method_ids": [Command.set(methods.ids)],
        }
    )


def make_cashier(env):
    """Somebody who may use the till and nothing else."""
    groups = env.ref("point_of_sale.group_pos_user") | env.ref("base.group_user")
    return env["res.users"].create(
        {
            "name": "Bench Cashier",
            "login": "bench",
            "password": "bench",
            "group_ids": [Command.set(groups.ids)],
        }
    )


def describe_product(env, product):
    """:return: dict what the till knows about a product it sells"""
    amounts = product.taxes_id.compute_all(product.list_price, product=product)
    return {
        "id": product.id,
        "name": product.name,
        "price": product.list_price,
        "tax_ids": product.taxes_id.ids,
        "subtotal": amounts["total_excluded"],
        "total": amounts["total_included"],
    }


def open_register(env, facts):
    """Open a session; its id goes into the facts."""
    config = env["pos.config"].browse(facts["config_id"])
    config.open_ui()
    session = config.current_session_id
    session.set_opening_control(0, "")
    facts["session_id"] = session.id
    facts["methods"] = {m.type: m.id for m in config.payment_method_ids}


def close_register(env, facts):
    """Close the session, as the till's button does."""
    session = env["pos.session"].browse(facts["session_id"])
    session.post_closing_cash_details(session.cash_register_balance_end)
    result = session.close_session_from_ui()
    if not result.get("successful"):
        raise RuntimeError(f"the session did not close: {result}")


def save_facts(env, facts):
    """Keep the facts in the database they are about."""
    env["ir.config_parameter"].sudo().set_param(PARAMETER, json.dumps(facts))
