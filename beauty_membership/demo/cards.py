# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The other cards of the demo salon: value, any-of, pass, gift, kept goods, rewards."""

from odoo import Command

from . import words


class Cards:
    """Plans beyond packages, by their key, and what points buy."""

    def __init__(self, offer):
        self.offer, self.env, self.pick = offer, offer.env, offer.pick
        self.company = offer.salon.company
        for key, units in words.DEAR_TREATMENTS.items():
            offer.products[key].session_units = units
        offer.plans["trial"].write(words.TRIAL_TERMS)
        self.plans = {key: self._make_plan(*row) for key, row in words.CARDS.items()}
        self.plans["recharge"].step_ids = [
            Command.create({"amount": amount, "quantity": gift})
            for amount, gift in words.LADDER
        ]
        self.plans["parts"].policy_id = self._make_parts_policy()
        for row in words.REWARDS:
            self._make_reward(*row)

    def _make_plan(self, names, price, terms, lines):
        plan = self.env["beauty.plan"].create(
            {
                "name": self.pick(names),
                "price": price,
                "company_id": self.company.id,
                "line_ids": [
                    Command.create(self._get_line_vals(*row)) for row in lines
                ],
                **terms,
            }
        )
        self.offer.file_under_packages(plan)
        return plan

    def _get_line_vals(self, kind, keys, quantity, more):
        products = [self.offer.products[key].id for key in keys]
        return {
            "kind": kind,
            "product_ids": [Command.set(products)],
            "quantity": quantity,
            **more,
        }

    def _make_parts_policy(self):
        return self.env["beauty.policy"].create(
            {
                "name": self.pick(words.PARTS_POLICY),
                "company_id": self.company.id,
                "part_payment": "allowed",
                "part_payment_percent": 20,
                "release": "paid",
            }
        )

    def _make_reward(self, names, points, kind, product, amount):
        self.env["beauty.reward"].create(
            {
                "name": self.pick(names),
                "points": points,
                "kind": kind,
                "product_id": product and self.offer.products[product].id,
                "amount": amount,
                "company_id": self.company.id,
            }
        )
