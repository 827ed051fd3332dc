# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What installing adds to the company's books, and what uninstalling takes away."""


def post_init_hook(env):
    """Create accounts, journal and tender in every company that has a chart."""
    env["res.company"].search([])._beauty_setup()


def uninstall_hook(env):
    """Refuse over open sessions; else drop the triggers and archive the tender."""
    env["pos.session"]._ensure_no_open_session()
    env["beauty.entry"]._drop_triggers()
    # the standard policy has an XML id and goes before the contracts that name it
    env["beauty.contract"].sudo().search([]).policy_id = False
    env["pos.payment.method"]._archive_prepaid_methods()
