# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from math import isfinite

from odoo import fields, models

from ..rules.money import to_cents
from ..rules.periods import is_over
from ..rules.points import get_earned, get_kept, weigh


class PosOrder(models.Model):
    """What a ticket earns in points, and what its refund takes back."""

    _inherit = "pos.order"

    points_terms = fields.Json(
        readonly=True,
        copy=False,
        help="What the ticket moved in points (points, spent, given_back, taken_back, "
        "balance), and how it earned them, for its refunds: per_amount (cents), tier "
        "and birthday (hundredths), weights of lines.",
    )

    def _settle_points(self, amounts):
        """Give back and take back first, so that an exchange can spend it again."""
        moved = super()._settle_points(amounts)
        facts = {
            "given_back": self._give_back_points(),
            "taken_back": self._take_back_points(),
            "spent": self._spend_on_rewards(),
            **self._earn_points(amounts),
        }
        if not any(facts.values()):
            return moved
        facts["balance"] = self._get_points_balance()
        self.points_terms = facts
        return True

    def _get_points_balance(self):
        """Return what the ticket's member has now, net of what she owes."""
        held = self.env["beauty.entitlement"]._fetch_points(
            self.partner_id, self.company_id, self._get_membership_date()
        )
        return int(sum(held.mapped("remaining")))

    def _get_points_vals(self, line=None):
        """Return what the points entries of the ticket have in common."""
        return {
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id if line else False,
        }

    # Earning

    def _earn_points(self, amounts):
        """Grant what the ticket earns, rounded down once.

        :return: dict: points and how they came about; empty if there are none
        """
        company = self.company_id
        partner = self.partner_id.with_company(company)
        if not partner or not company.beauty_has_points or not partner._is_member():
            return {}
        amounts = amounts or self._get_plain_amounts()
        if not self._is_paid_in_full(amounts):
            return {}
        weights = self._get_points_weights(amounts)
        terms = {
            "per_amount": company._get_points_per_amount(),
            **partner._get_points_multipliers(self._get_membership_date()),
        }
        points = get_earned(sum(weights.values()), **terms)
        if not points:
            return {}
        self._post_earned(points, next(iter(weights)))
        if points < 0:
            return {"taken_back": -points}
        by_line = {str(line.id): weight for line, weight in weights.items()}
        return {**terms, "points": points, "weights": by_line}

    def _post_earned(self, points, line):
        """Post what the ticket earns; below zero it gave goods back by themselves."""
        partner, key = self.partner_id, f"earn:{self.uuid}"
        post = partner._grant_points if points > 0 else partner._claw_back_points
        post(
            abs(points),
            self.company_id,
            self._get_membership_date(),
            key,
            **self._get_points_vals(line),
        )

    def _get_plain_amounts(self):
        """Return what lines of a ticket without holdings are worth.

        As `_get_line_amounts`, but for the accounts: each sale of goods comes here.
        """
        AccountTax = self.env["account.tax"]
        base_lines = [
            AccountTax._prepare_base_line_for_taxes_computation(
                line,
                tax_ids=line.tax_ids_after_fiscal_position,
                quantity=line.qty,
                rate=self.currency_rate,
                sign=-1,
            )
            for line in self.lines
        ]
        AccountTax._add_tax_details_in_base_lines(base_lines, self.company_id)
        AccountTax._round_base_lines_tax_details(base_lines, self.company_id)
        return {
            line["record"]: self._get_base_line_amounts(line) for line in base_lines
        }

    def _is_paid_in_full(self, amounts):
        """Whether the payments reach the lines; points come for money only."""
        total = sum(included for _excluded, included in amounts.values())
        missing = total - sum(self.payment_ids.mapped("amount"))
        rounding = self.config_id.rounding_method.rounding or 0.0
        allowed = max(rounding, self.currency_id.rounding * len(amounts))
        return isfinite(total) and missing <= allowed

    def _get_points_weights(self, amounts):
        """Return how much each line counts. :return: {pos.order.line: int}"""
        is_gross = self.company_id.beauty_points_basis == "gross"
        no_points = self._get_lines_without_points()
        paid = self._get_value_shares()
        weights = {}
        for line in self.lines - no_points:
            excluded, included = amounts[line]
            cents = self._get_points_cents(included if is_gross else excluded)
            if paid.get(line) and included:
                cents -= round(cents * paid[line] / included)
            weight = weigh(cents, *line.product_id._get_points_factors())
            if weight:
                weights[line] = weight
        return weights

    def _get_points_cents(self, amount):
        """Return money of the ticket in cents of the company's currency."""
        digits = self.company_id.currency_id.decimal_places
        return to_cents(amount / (self.currency_rate or 1.0), digits)

    def _get_lines_without_points(self):
        """Return refunds, uses, tips, gift cards and recharges that earn later."""
        tip = self.config_id.tip_product_id
        put_in = self.company_id.beauty_points_value_time == "put_in"
        return self.lines.filtered(
            lambda line: (
                line.refunded_orderline_id
                or line.operation_id
                or line.product_id == tip
                or line._is_use()
                or line._sells_gift_card()
                or (line._sells_value() and not put_in)
            )
        )

    def _get_value_shares(self):
        """Return what of the lines earned already, when it was put in.

        :return: {pos.order.line: money}; a gift card earns for who spends it
        """
        if self.company_id.beauty_points_value_time != "put_in":
            return {}
        groups = self.env["beauty.entry"]._read_group(
            [
                ("pos_order_line_id", "in", self.lines.ids),
                ("movement", "=", "redeem"),
                ("entitlement_id.kind", "=", "value"),
                ("contract_id.is_gift_card", "=", False),
            ],
            ["pos_order_line_id"],
            ["amount:sum"],
        )
        return {line: -amount for line, amount in groups}

    # Refunds

    def _take_back_points(self):
        """Take back what the refunded parts of tickets earned, at their own ratio."""
        refunds = self.lines.filtered(lambda line: line._gives_back())
        by_order = refunds.grouped(lambda line: line.refunded_orderline_id.order_id)
        total = 0
        for original, lines in by_order.items():
            points = original._get_points_to_take_back(self)
            points -= original._get_points_lapsed(points, self)
            if points > 0:
                original._take_back_earned(points, lines[:1])
                total += points
        return total

    def _get_earned_entries(self):
        """Return the entries that granted what the ticket earned."""
        return self.env["beauty.entry"].search(
            [
                ("pos_order_line_id", "in", self.lines.ids),
                ("movement", "=", "grant"),
                ("entitlement_id.kind", "=", "points"),
                ("contract_id", "=", False),
            ]
        )

    def _get_points_to_take_back(self, refund):
        """Return the points that go with what is refunded by now, less those gone.

        :param refund: the pos.order that is being settled
        """
        terms = self.points_terms or {}
        if "weights" not in terms:
            return 0
        parts = [
            (terms["weights"][str(line.id)], *line._get_refunded_thousandths(refund))
            for line in self.lines
            if str(line.id) in terms["weights"]
        ]
        rates = {name: terms[name] for name in ("per_amount", "tier", "birthday")}
        kept = min(get_kept(parts, **rates), terms["points"])
        taken = self.env["beauty.entry"].search(
            [("reversed_entry_id", "in", self._get_earned_entries().ids)]
        )
        return terms["points"] - kept + int(sum(taken.mapped("quantity")))

    def _get_points_of(self, line):
        """Return the points that one line of this ticket earned, as a number."""
        terms = self.points_terms or {}
        weights = terms.get("weights", {})
        total = sum(weights.values())
        mine = weights.get(str(line.id), 0)
        return terms["points"] * mine / total if total else 0.0

    def _get_points_lapsed(self, points, refund):
        """Return how many of the points to take back expired meanwhile, unspent."""
        lots = self._get_earned_entries().entitlement_id if points > 0 else ()
        day = refund._get_membership_date()
        lapsed = 0
        for lot in lots:
            if is_over(lot.date_expiry or None, day):
                expired = lot.entry_ids.filtered(lambda e: e.movement == "expire")
                lapsed += lot.remaining - sum(expired.mapped("quantity"))
        return min(int(lapsed), points)

    def _take_back_earned(self, points, line):
        """Take earned points back, their own lot first.

        :param line: the refund line, that of the other ticket
        """
        entries = self._get_earned_entries()
        refund = line.order_id
        entries.partner_id._claw_back_points(
            points,
            self.company_id,
            refund._get_membership_date(),
            f"claw:{refund.uuid}:{self.id}",
            lots=entries.entitlement_id,
            reversed_entry_id=entries[:1].id,
            reason=self.env._("Refund of %s", self.name),
            **refund._get_points_vals(line),
        )

    # Giving back

    def _give_back_points(self):
        """Give back what was spent on refunded lines. :return: int points"""
        lines = self.lines.filtered(lambda line: line._gives_back())
        paid = lines.filtered(lambda line: line.refunded_orderline_id.points_amount)
        return sum(line._give_back_points() for line in paid)

    # Receipt

    def _get_moved_members(self):
        """Who earned on a ticket that is refunded has another balance as well."""
        lines = self.lines.filtered(lambda line: line._gives_back())
        originals = lines.refunded_orderline_id.order_id
        moved = originals.filtered("points_terms").partner_id
        return super()._get_moved_members() | moved

    def _get_membership_summary(self, plan_lines, use_lines):
        """Add what was spent and earned: kind 'spend', 'earn'; points, balance.

        What is left stands once, in the last of them.
        """
        rows = super()._get_membership_summary(plan_lines, use_lines)
        facts = self.points_terms or {}
        earned = facts.get("points", 0) - facts.get("taken_back", 0)
        spent = facts.get("spent", 0) - facts.get("given_back", 0)
        moved = {kind: n for kind, n in (("spend", spent), ("earn", earned)) if n}
        points = [
            self._get_points_row(kind, count, facts["balance"])
            for kind, count in moved.items()
        ]
        for row in points[:-1]:
            row["remaining"] = False
        return rows + points

    def _get_points_row(self, kind, points, balance):
        names = {
            "earn": self.env._("Points earned"),
            "spend": self.env._("Points spent"),
        }
        return {
            "kind": kind,
            "name": names[kind],
            "points": points,
            "balance": balance,
            "used": points,
            "unit": "points",
            "remaining": balance,
            "date_expiry": False,
        }
