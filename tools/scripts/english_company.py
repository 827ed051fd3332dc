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
