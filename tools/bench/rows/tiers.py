# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The nightly review of all members' tiers.

Stock has no tiers; beside ours stands the plain SQL that adds up the same: money
received and days with a visit of every member in twelve months, and nothing else.
"""

import time
from datetime import timedelta

from tools.bench import inside, stats
from tools.bench.priority import prefer, prefer_backends
from tools.bench.report import row

MAX_RATIO = 1.5
PLAIN = """
    SELECT partner_id, sum(money), sum(visits) FROM (
        SELECT o.partner_id, sum(p.amount) AS money, 0 AS visits
          FROM pos_order o
          JOIN pos_payment p ON p.pos_order_id = o.id
          JOIN pos_payment_method m ON m.id = p.payment_method_id
         WHERE o.company_id = %(company)s AND o.state IN ('paid', 'done')
           AND o.date_order > now() - interval '12 months'
           AND m.is_prepaid IS NOT TRUE
         GROUP BY o.partner_id
         UNION ALL
        SELECT o.partner_id, -sum(l.price_subtotal_incl), 0
          FROM pos_order o JOIN pos_order_line l ON l.order_id = o.id
         WHERE o.company_id = %(company)s AND o.state IN ('paid', 'done')
           AND o.date_order > now() - interval '12 months'
           AND l.product_id IN (SELECT tip_product_id FROM pos_config)
         GROUP BY o.partner_id
         UNION ALL
        SELECT partner_id, 0, count(DISTINCT date::date)
          FROM beauty_service_log
         WHERE company_id = %(company)s AND is_undone IS NOT TRUE
           AND date > now() - interval '12 months'
         GROUP BY partner_id
    ) AS done GROUP BY partner_id
"""
# Silver for all, gold for each tenth; each day of a year a part of them ends.
SPREAD = """
    UPDATE res_partner
       SET tier_id = jsonb_build_object(
               %(key)s, CASE WHEN id %% 10 = 0 THEN %(gold)s ELSE %(silver)s END),
           tier_valid_until = jsonb_build_object(
               %(key)s, (%(yesterday)s::date + (id %% 365)::int)::text)
     WHERE member_number IS NOT NULL
"""


def measure(scale):
    """:return: list of Row"""
    found = inside.run(review, scale, scale.closing)
    ours, plain = ([r[key] for r in found] for key in ("ours", "plain"))
    members = scale.members["large"]
    title = f"nightly tiers, {members:,} members, {found[0]['tickets']:,} tickets"
    ratio = stats.paired_ratio(ours, plain)
    medians = [stats.median(values) for values in (ours, plain)]
    changes = stats.median(r["changes"] for r in found)
    return [
        row(
            f"{title}, seconds (stock: plain SQL)", *medians, ratio, max_ratio=MAX_RATIO
        ),
        row(f"{title}, decisions written", changes),
    ]


def review(env, facts, repeats):
    """Spread the members over the tiers, then review and add up in turn.

    Runs inside Odoo. The first pair only warms up.

    :return: list of dict ours and plain (seconds), changes, tickets
    """
    env = env(context={"allowed_company_ids": [facts["company_id"]]})
    company = env["res.company"].browse(facts["company_id"])
    spread(env, company)
    prefer_backends(env.cr.dbname)
    prefer(0)
    pairs = [review_once(env, company) for _pair in range(repeats + 1)]
    return pairs[1:]


def spread(env, company):
    """Give every member a tier that ends on some day of the coming year."""
    tiers = env["beauty.tier"].search([("company_id", "=", company.id)])
    _ordinary, silver, gold = tiers[:3]
    silver.write({"threshold_spend": 700, "keep_spend": 600, "threshold_visits": 50})
    gold.write({"threshold_spend": 3000, "keep_spend": 2000})
    env.flush_all()
    names = {
        "key": str(company.id),
        "gold": gold.id,
        "silver": silver.id,
        "yesterday": env["beauty.tier"]._get_today(company) - timedelta(days=1),
    }
    env.cr.execute(SPREAD, names)
    env.cr.commit()
    env.cr.execute("ANALYZE res_partner")
    env.invalidate_all()


def review_once(env, company):
    """:return: dict ours and plain (seconds), changes, tickets"""
    started = time.perf_counter()
    env.cr.execute(PLAIN, {"company": company.id})
    env.cr.fetchall()
    plain = time.perf_counter() - started
    started = time.perf_counter()
    decisions = env["beauty.tier"]._get_decisions(company)
    env["beauty.tier.change"]._record(company, decisions)
    env.flush_all()
    ours = time.perf_counter() - started
    env.cr.rollback()
    env.invalidate_all()
    tickets = env["pos.order"].search_count([("company_id", "=", company.id)])
    return {
        "ours": ours, "plain": plain, "changes": len(decisions), "tickets": tickets
    }  # fmt: skip
