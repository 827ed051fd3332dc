# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command

from .common import BeautyMembershipCommon


class PointsCommon(BeautyMembershipCommon):
    """A salon whose members earn a point for each unit of money, taxes included."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.beauty_points_basis = "gross"
        cls.ten_off = cls._create_reward("10 off", 100, amount=10)
        cls.gift = cls._create_reward(
            "Free serum", 60, kind="product", product_id=cls.serum.id
        )

    @classmethod
    def _create_reward(cls, name, points, **values):
        return cls.env["beauty.reward"].create(
            {
                "name": name,
                "points": points,
                "company_id": cls.company.id,
                "kind": "discount",
                **values,
            }
        )

    @classmethod
    def _create_tier(cls, **values):
        tier = cls.env["beauty.tier"].create(
            {"name": "Gold", "company_id": cls.company.id, **values}
        )
        cls.member.with_company(cls.company).tier_id = tier
        return tier

    def _get_points(self, partner=None):
        """Return what a member holds: lots with something in them, and the debt."""
        return self.env["beauty.entitlement"].search(
            [
                ("partner_id", "=", (partner or self.member).id),
                ("kind", "=", "points"),
                ("remaining", "!=", 0),
            ]
        )

    def _get_balance(self, partner=None):
        return int(sum(self._get_points(partner).mapped("remaining")))

    def _buy(self, *products, partner=None, **values):
        """Buy goods for cash; return the order."""
        lines = [self._line(product) for product in products or [self.serum]]
        return self._sync(self._ticket(lines, partner, **values))

    def _points_line(self, product, points_amount, reward=None, **values):
        """Return a line that points discount, as the till sends it."""
        price = values.pop("price", product.lst_price)
        total = price * values.get("qty", 1)
        return self._line(
            product,
            price,
            discount=100 * points_amount / total,
            points_amount=points_amount,
            beauty_reward_id=reward.id if reward else False,
            **values,
        )

    def _refund(self, order, qty=None, **values):
        """Refund a ticket for cash, or so many of its first line; return the order."""
        lines = self._refund_lines(order.lines)
        if qty:
            lines = lines[:1]
            share = qty / -lines[0]["qty"]
            for name in ("price_subtotal", "price_subtotal_incl"):
                lines[0][name] *= share
            lines[0]["qty"] = -qty
        for line, original in zip(lines, order.lines, strict=False):
            line["points_amount"] = -original.points_amount
        partner = values.pop("partner", order.partner_id)
        return self._sync(self._ticket(lines, partner, **values))

    def _give(self, points, partner=None, **values):
        """Give points that nothing was bought for."""
        partner = partner or self.member
        key = f"test:{partner.id}:{self.env['beauty.entry'].search_count([])}"
        day = values.pop("day", self.session.start_at.date())
        return partner._grant_points(points, self.company, day, key, **values)

    @classmethod
    def _command(cls, record):
        return [Command.set(record.ids)]
