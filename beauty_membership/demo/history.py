# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happened in the demo salon in the weeks before today."""

from odoo.tools import groupby

# (days ago, shop, member, what the ticket holds)
# plan: sells one; use: a session held; first: of the plan on the same ticket;
# service, goods: paid at once; recharge: puts in that amount; part: pays that share
# of a plan; visit: on a pass; value: all of the ticket is paid with stored value
VISITS = [
    (56, 0, 0, [("plan", "facials"), ("goods", "serum")]),
    (56, 0, 1, [("plan", "glow"), ("first", "facial")]),
    (56, 0, 7, [("service", "manicure")]),
    (56, 0, 10, [("recharge", 1000.0)]),
    (45, 0, 0, [("use", "facial")]),
    (45, 0, 4, [("plan", "trial"), ("first", "eye_care")]),
    (45, 0, 11, [("plan", "facials")]),
    (45, 0, 10, [("service", "massage"), ("value", 1)]),
    (38, 1, 6, [("plan", "glow"), ("goods", "cream")]),
    (38, 1, 9, [("plan", "massages"), ("first", "massage")]),
    (30, 0, 0, [("use", "facial"), ("goods", "mask")]),
    (30, 0, 1, [("use", "facial"), ("use", "massage")]),
    (30, 0, 3, [("plan", "trial"), ("first", "eye_care")]),
    (30, 0, 5, [("plan", "facials"), ("goods", "serum")]),
    (30, 0, 11, [("use", "facial"), ("service", "lashes")]),
    (30, 0, 4, [("part", ("parts", 0.4))]),
    (30, 0, 10, [("service", "facial"), ("goods", "serum"), ("value", 1)]),
    (22, 0, 2, [("plan", "trial"), ("first", "eye_care"), ("plan", "year")]),
    (22, 0, 3, [("use", "eye_care"), ("plan", "choice")]),
    (22, 0, 11, [("recharge", 3000.0), ("plan", "kept")]),
    (22, 0, 5, [("use", "facial")]),
    (22, 0, 7, [("service", "hot_stone"), ("goods", "sunscreen")]),
    (15, 1, 6, [("use", "facial"), ("use", "massage")]),
    (15, 1, 9, [("use", "massage")]),
    (10, 0, 0, [("use", "facial")]),
    (10, 0, 3, [("use", "eye_care"), ("use", "hot_stone"), ("plan", "massages")]),
    (10, 0, 1, [("plan", "gift")]),
    (10, 0, 2, [("visit", "manicure")]),
    (10, 0, 4, [("use", "facial")]),
    (10, 0, 11, [("use", "serum"), ("service", "scrub"), ("value", 1)]),
    (10, 0, 8, [("plan", "facials"), ("first", "facial")]),
    (10, 0, 11, [("use", "facial"), ("goods", "cream")]),
    (1, 0, 1, [("use", "facial")]),
    (1, 0, 5, [("use", "facial"), ("goods", "mask")]),
    (1, 0, 7, [("service", "deep_facial")]),
    (1, 0, 8, [("use", "facial")]),
    (1, 0, 11, [("use", "facial")]),
]
# Whose latest use a manager undoes on the day the demo is made.
UNDONE_MEMBER = 8
# Travels for a while: what she has stands still.
FROZEN_MEMBER, FROZEN_DAYS = 6, 20
# Moves away and gives what is left to a friend: (old member, new member).
GIVEN = (9, 7)
# Sits in the chair while somebody else's package pays: (payer, guest).
GUESTS = {(15, 9): 7}


def sessions():
    """Yield (days ago, shop, list of (member, actions)) in the order they were."""
    for (days, shop), visits in groupby(VISITS, lambda visit: visit[:2]):
        yield days, shop, [visit[2:] for visit in visits]
