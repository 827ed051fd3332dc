# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import RedemptionRefused
from ..rules.periods import is_over
from ..rules.points import (
    HUNDREDTHS,
    get_spendable,
    is_birthday_month,
    pay_debt,
    split_claw_back,
    split_spending,
    to_hundredths,
)


class ResPartner(models.Model):
    """How points come to a member and go: always by entries of her lots."""

    _inherit = "res.partner"

    def _is_member(self):
        """Whether a customer earns points: a number, a tier or a contract."""
        self.ensure_one()
        return bool(
            self.member_number
            or self.tier_id
            or self.env["beauty.contract"].search_count(
                [("partner_id", "=", self.id)], limit=1
            )
        )

    def _get_points_multipliers(self, day):
        """Return the factors of tier and birthday month on a day, in hundredths.

        :return: dict: tier, birthday
        """
        self.ensure_one()
        tier = self.tier_id
        rates = {"tier": HUNDREDTHS, "birthday": HUNDREDTHS}
        if tier and not is_over(self.tier_valid_until or None, day):
            times = tier._get_multipliers(self.env.company).get(tier.id, (1, 1))
            rates["tier"] = to_hundredths(times[0])
            if is_birthday_month(self.birthdate or None, day):
                rates["birthday"] = to_hundredths(times[1])
        return rates

    def _grant_points(self, points, company, date, key, **entry_vals):
        """Give points to a member; what she owes is paid first.

        :param int points: nothing happens below one
        :param date date: day they are earned; their validity counts from it
        :param str key: retry key; granting the same twice is refused
        :param entry_vals: more values of the entries: reason, pos_order_line_id, …
        :return: beauty.entry posted
        """
        self.ensure_one()
        # sudo: nobody creates holdings by hand
        Entitlement = self.env["beauty.entitlement"].sudo()
        held = Entitlement._fetch_points(self, company, date)
        paid, rest = pay_debt(max(points, 0), held._get_debt())
        vals = {"movement": "grant", "amount": 0, "date": date, **entry_vals}
        moves = [
            (debt, share, f"{key}:debt:{debt.id}")
            for debt, share in held._split_debt(paid)
        ]
        if rest:
            expiry = company._get_points_expiry(date)
            available = company._get_points_available(date)
            lot = held._find_lot(expiry, available)
            lot = lot or Entitlement._create_points_holding(
                self, company, date_expiry=expiry, date_available=available
            )
            moves.append((lot, rest, key))
        return self._post_points(moves, vals)

    def _spend_points(
        self, points, company, date, key, reward=None, reward_quantity=0, **entry_vals
    ):
        """Take points that a member spends, soonest to expire first.

        :param reward: beauty.reward they are spent on
        :param int reward_quantity: how many of it; counted on the first entry
        :raises RedemptionRefused: if she has not that many on that day
        :return: beauty.entry posted
        """
        self.ensure_one()
        # sudo: every role reads the ledger, none writes it
        held = self.env["beauty.entitlement"].sudo()._fetch_points(self, company, date)
        lots = held._get_lots()
        spendable = get_spendable(lots, held._get_debt(), date)
        if points > spendable:
            raise RedemptionRefused(self._get_points_refusal(points, spendable, lots))
        vals = {"movement": "redeem", "amount": 0, "date": date, **entry_vals}
        vals["reward_id"] = reward.id if reward else False
        moves = [
            (held.browse(lot_id), -share, f"{key}:{lot_id}")
            for lot_id, share in split_spending(lots, points, date)
        ]
        return self._post_points(moves, vals, reward_quantity)

    def _get_points_refusal(self, points, spendable, lots):
        words = self.env._(
            "%(member)s can spend %(left)s points today, this takes %(points)s.",
            member=self.name,
            left=spendable,
            points=points,
        )
        later = sum(lot.remaining for lot in lots) - spendable
        if later > 0:
            words += " " + self.env._("%s more are not available yet.", later)
        return words

    def _claw_back_points(self, points, company, date, key, lots=None, **entry_vals):
        """Take points back that a member should not have earned.

        :param lots: beauty.entitlement that were filled; they come first, then her
            other lots; what is missing stays owed
        :return: beauty.entry posted
        """
        self.ensure_one()
        # sudo: nobody creates holdings by hand
        Entitlement = self.env["beauty.entitlement"].sudo()
        held = Entitlement._fetch_points(self, company, date)
        own_ids = set(lots.ids) if lots else set()
        shares, owed = split_claw_back(held._get_lots(), own_ids, max(points, 0))
        moves = [
            (held.browse(lot_id), -share, f"{key}:{lot_id}") for lot_id, share in shares
        ]
        if owed:
            debt = held.filtered("is_debt")[:1]
            debt = debt or Entitlement._create_points_holding(
                self, company, is_debt=True
            )
            moves.append((debt, -owed, f"{key}:debt"))
        vals = {"movement": "clawback", "amount": 0, "date": date, **entry_vals}
        return self._post_points(moves, vals)

    def _post_points(self, moves, vals, reward_quantity=0):
        """Post moves of points.

        :param moves: list of (holding, signed points, retry key)
        :param dict vals: what all entries have in common
        :param int reward_quantity: stands on the first entry
        """
        entries = self.env["beauty.entry"]
        if not moves:
            return entries
        return self.env["beauty.entitlement"]._post_entry(
            [
                {
                    **vals,
                    "entitlement_id": holding.id,
                    "quantity": quantity,
                    "idempotency_key": key,
                    "reward_quantity": 0 if index else reward_quantity,
                }
                for index, (holding, quantity, key) in enumerate(moves)
            ]
        )
