# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Entry for ``odoo shell``: furnish the house, make one member, multiply."""

import sys
import time

from . import clone, house, people


def show(text):
    """Progress, on the log of the build."""
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def build(env, side, members, session_orders):
    """Make the shop in an Odoo database and commit it.

    :param side: module ``stock`` or ``ours``
    :param int members: how many members
    :param int session_orders: tickets on the open session
    """
    env = env(user=env.ref("base.user_admin"))
    facts = house.furnish(env)
    side.furnish(env, facts)
    house.open_register(env, facts)
    rows = side.make_member(env, facts, make_partner(env))
    house.close_register(env, facts)
    env.flush_all()
    multiply(env, side, facts, rows, members)
    house.open_register(env, facts)
    if session_orders:
        show(f"{session_orders} tickets on the open session")
        side.fill_session(env, facts, partner_ids(facts, session_orders))
    house.save_facts(env, facts)
    env.cr.commit()


def make_partner(env):
    """The member that all others are copies of."""
    return env["res.partner"].create(
        {
            "name": "Original Member",
            "phone": "+86 138 0000 0000",
            "email": "member@example.com",
            "barcode": "7000000000",
        }
    )


def multiply(env, side, facts, rows, members):
    """Copy the member by SQL and settle what the ORM derives from it."""
    overrides = people.overrides(facts["company_id"]) | getattr(side, "OVERRIDES", {})
    copies = clone.Clone(env.cr, rows, overrides, getattr(side, "LINKS", {}))
    copies.multiply(members, show)
    env.invalidate_all()
    facts["first"] = copies.starts
    facts["rows"] = {table: len(ids) for table, ids in copies.rows.items()}
    facts["members"] = members
    if hasattr(side, "settle"):
        side.settle(env, facts)
    env.cr.execute("ANALYZE")


def partner_ids(facts, count):
    """:return: range of the ids of the first members"""
    first = facts["first"]["res_partner"]
    return range(first, first + count)
