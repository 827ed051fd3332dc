# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the demo salon sells: treatments, products, plans, and to whom at what price."""

from odoo import Command

from . import words
from .cards import Cards


class Offer:
    """Products, plans and tiers of the salon, by their key."""

    def __init__(self, salon):
        self.salon, self.env, self.pick = salon, salon.env, salon.pick
        self.categories = {
            key: self._make_category(sequence, *words.CATEGORIES[key])
            for sequence, key in enumerate(words.CATEGORIES)
        }
        rates = (6.0, 13.0) if salon.is_chinese else (20.0, 20.0)
        taxes = [self._find_or_make_tax(rate) for rate in rates]
        self.products = {
            **self._make_products(words.TREATMENTS, "treatments", taxes[0]),
            **self._make_products(words.RETAIL, "retail", taxes[1]),
        }
        self.tiers = [
            self._make_tier(sequence, *row) for sequence, row in enumerate(words.TIERS)
        ]
        self.plans = {key: self._make_plan(*row) for key, row in words.PLANS.items()}
        self.plans |= Cards(self).plans

    def _make_category(self, sequence, names, color):
        """:return: (pos.category, product.category) of one kind of goods"""
        name = self.pick(names)
        return (
            self.env["pos.category"].create(
                {"name": name, "color": color, "sequence": sequence}
            ),
            self.env["product.category"].create({"name": name}),
        )

    def _find_or_make_tax(self, rate):
        """:return: account.tax included in prices, like the company's own; or none"""
        Tax = self.env["account.tax"]
        company = self.salon.company
        domain = [
            *Tax._check_company_domain(company),
            ("type_tax_use", "=", "sale"),
            ("amount_type", "=", "percent"),
        ]
        known = Tax.search([*domain, ("amount", "=", rate)]).filtered(self._is_plain)
        included = known.filtered("price_include")[:1]
        source = known[:1] or company.account_sale_tax_id or Tax.search(domain, limit=1)
        return included or self._copy_tax(source, rate)

    def _copy_tax(self, source, rate):
        """:return: account.tax like another one, of that rate and included in prices"""
        group = source.tax_group_id
        if source and source.amount != rate:
            group = group.copy()
            group.name = f"{rate:g}%"
        return source.copy(
            {
                "name": self.pick(words.TAX_WORDS) % {"rate": rate},
                "description": False,
                "invoice_label": f"{rate:g}%",
                "amount": rate,
                "price_include_override": "tax_included",
                "tax_group_id": group.id,
            }
        )

    def _is_plain(self, tax):
        """Whether all of a tax goes to one account of its own."""
        shares = tax.invoice_repartition_line_ids.filtered(
            lambda line: line.repartition_type == "tax"
        )
        return len(shares) == 1 and bool(shares.account_id)

    def _make_products(self, rows, kind, tax):
        pos_category, category = self.categories[kind]
        return {
            key: self.env["product.product"].create(
                {
                    "name": self.pick(names),
                    "list_price": price,
                    "type": "service" if kind == "treatments" else "consu",
                    "is_treatment": kind == "treatments",
                    "available_in_pos": True,
                    "taxes_id": [Command.set(tax.ids)],
                    "categ_id": category.id,
                    "pos_categ_ids": [Command.set(pos_category.ids)],
                    "company_id": self.salon.company.id,
                }
            )
            for key, (names, price) in rows.items()
        }

    def _make_tier(self, sequence, names, percent, color):
        """The company's own tiers, with prices and colours of this salon."""
        name = self.pick(names)
        company = self.salon.company
        pricelist = self.env["product.pricelist"].create(
            {
                "name": self.pick(words.TIER_WORDS) % {"tier": name},
                "company_id": company.id,
                "currency_id": company.currency_id.id,
            }
        )
        tiers = self.env["beauty.tier"]
        domain = [
            ("company_id", "=", company.id),
            ("sequence", "=", 10 * sequence + 10),
        ]
        tier = tiers.search(domain, limit=1) or tiers.create(
            {"name": name, "sequence": 10 * sequence + 10, "company_id": company.id}
        )
        tier.write(
            {
                "name": name,
                "color": color,
                "pricelist_id": pricelist.id,
                "discount_ids": self._get_discounts(percent),
            }
        )
        return tier

    def _get_discounts(self, percent):
        """Packages keep their price: it is lower already."""
        if not percent:
            return []
        return [
            Command.create(
                {"categ_id": self.categories[kind][1].id, "percent": percent}
            )
            for kind in ("treatments", "retail")
        ]

    def _make_plan(self, names, price, months, tax_point, sessions):
        plan = self.env["beauty.plan"].create(
            {
                "name": self.pick(names),
                "price": price,
                "validity_months": months,
                "tax_point": tax_point,
                "company_id": self.salon.company.id,
                "line_ids": [
                    Command.create(
                        {
                            "product_ids": [Command.set(self.products[key].ids)],
                            "quantity": quantity,
                        }
                    )
                    for key, quantity in sessions.items()
                ],
            }
        )
        self.file_under_packages(plan)
        return plan

    def file_under_packages(self, plan):
        """Show the plan's product with the other packages."""
        pos_category, category = self.categories["packages"]
        plan.product_tmpl_id.write(
            {"pos_categ_ids": [Command.set(pos_category.ids)], "categ_id": category.id}
        )
