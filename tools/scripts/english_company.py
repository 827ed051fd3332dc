# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run in Odoo's shell before the accounts are installed: the company."""

currency = env.ref("base.USD")
currency.active = True
env.company.write(
    {
        "name": "Bloom Beauty Salon",
        "country_id": env.ref("base.us").id,
        "currency_id": currency.id,
    }
)
env.cr.commit()
