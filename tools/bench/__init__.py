"""./dev bench: the same shop on stock Odoo and with the addon, measured in one run."""
