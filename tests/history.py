# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One member's history at a till: whatever comes, the laws of the ledger hold."""

from collections import Counter

from .changes import Changes
from .client import RpcError
from .expiries import Expiries
from .till import cents
from .value import discount_line, pay_with_value


class History(Changes, Expiries):
    """Steps of one member. A step that does not fit her card does nothing."""

    def __init__(self, salon, till, books):
        self.salon, self.till, self.books = salon, till, books
        self.member, self.friend = salon.member("Story"), salon.member("Friend")
        self.tickets, self.operations, self.expiries = [], [], []
        self.outcomes = Counter()

    def play(self, steps):
        """Take the steps one after the other and prove the laws after each."""
        for name, *args in steps:
            self.step = name
            getattr(self, name)(*args)
            self.prove()

    # Steps

    def buy_package(self, plan):
        """Ten sessions for cash."""
        self.send([self.till.plan(plan)])

    def recharge(self):
        """1,000 with 200 on top."""
        self.send([self.till.plan(self.salon.recharge)])

    def buy(self, product, qty):
        """Services or goods for cash."""
        self.send([self.till.goods(product, qty)])

    def use(self, index, count):
        """So many taps on Use."""
        sessions = [row for row in self.card()["sessions"] if row["can_use"]]
        if sessions:
            session = sessions[index % len(sessions)]
            self.send(self.till.uses(session, min(count, session["remaining"])))

    def use_too_often(self):
        """More than is left: refused."""
        for session in self.card()["sessions"][:1]:
            line = self.till.use(session, qty=int(session["remaining"]) + 1)
            self.send([line], must_fail=True)

    def spend(self, products, share):
        """Pay a part of a ticket with stored value, the rest in cash."""
        lines = [self.till.goods(product) for product in products]
        total = sum(line["price_subtotal_incl"] for line in lines)
        tender = pay_with_value(self.card(), lines, cents(total * share))
        rest = cents(sum(line["price_subtotal_incl"] for line in lines) - tender)
        payments = [("prepaid", tender), ("cash", rest)]
        self.send(lines, payments=[(t, amount) for t, amount in payments if amount])

    def spend_forged(self, cent):
        """A bonus that is not the split: refused."""
        line = self.till.goods("facial")
        tender = pay_with_value(self.card(), [line], 120.0)
        if line["bonus_amount"]:
            bonus = cents(line["bonus_amount"] + cent / 100)
            line |= {"bonus_amount": bonus}
            self.send([line], payments=[("prepaid", tender)], must_fail=True)

    def take_points(self, qty):
        """Five off a service for a hundred points, the rest in cash."""
        info = self.card()["points_info"]
        line = self.till.goods("facial", qty)
        discount_line(line, 5.0, "points_amount")
        line["beauty_reward_id"] = self.salon.reward
        self.send([line], must_fail=info["spendable"] < 100)

    def buy_in_parts(self, plan, share):
        """A package of which a share is paid now."""
        product_id, price = self.salon.plan_product(self.salon.parts[plan])
        line = self.till.line(product_id, cents(price * share))
        due = cents(price - line["price_unit"])
        self.send([line | {"plan_amount_due": due}])

    def collect(self, share):
        """A share of what she still owes."""
        for row in self.card()["contracts_due"][:1]:
            amount = cents(row["amount_due"] * share)
            line = self.till.line(row["product_id"], amount)
            self.send([line | {"contract_id": row["contract_id"]}])

    def refund(self, index, part):
        """Take a ticket back, or one line of it; what it was paid with comes back."""
        if not self.tickets:
            return
        _ticket, order_id = self.tickets[index % len(self.tickets)]
        rows = [row for row in self.till.lines_of(order_id) if row["qty"] > 0]
        rows = [row for row in rows if row["qty"] > row["refunded_qty"]][: part or None]
        if rows:
            self.send_refund(rows)

    def undo(self):
        """Undo the latest use from her card, twice: the second changes nothing."""
        rows = [row for row in self.card()["recent"] if not row["is_undone"]]
        for row in [row for row in rows if row["can_undo"]][:1]:
            args = [[row["log_id"]], self.till.config_id, "Wrong one", ""]
            answer = self.till.client.call("beauty.service.log", "action_undo", *args)
            self.outcomes["undo taken" if answer["ok"] else "undo refused"] += 1
            before = self.books.counts()
            again = self.till.client.call("beauty.service.log", "action_undo", *args)
            assert not again["ok"], again
            assert self.books.counts() == before

    def replay(self, index):
        """A ticket sent again changes nothing."""
        if self.tickets:
            ticket, order_id = self.tickets[index % len(self.tickets)]
            before = self.books.counts()
            assert self.till.sync(ticket) == order_id
            assert self.books.counts() == before

    # Helpers

    def card(self):
        """:return: dict, her card now"""
        return self.till.card(self.member)

    def send_refund(self, rows):
        lines = [self.till.refund(row) for row in rows]
        for line, row in zip(lines, rows, strict=True):
            line["discount"] = row["discount"]
            line["bonus_amount"] = -row["bonus_amount"]
            line["points_amount"] = -row["points_amount"]
        prepaid = -sum(map(self.paid_prepaid, rows))
        total = sum(line["price_subtotal_incl"] for line in lines)
        payments = [("prepaid", cents(prepaid)), ("cash", cents(total - prepaid))]
        self.send(lines, payments=[(t, amount) for t, amount in payments if amount])

    def paid_prepaid(self, row):
        """:return: float, what of a line was paid by the prepaid tender"""
        return float(
            self.books.value(
                "SELECT coalesce(-sum(amount), 0) FROM beauty_entry"
                " WHERE pos_order_line_id = %s AND movement = 'redeem'",
                row["id"],
            )
        )

    def send(self, lines, must_fail=False, **changes):
        """Send a ticket; a refusal is made for people and stores nothing."""
        ticket = self.till.ticket(self.member, lines, **changes)
        before = self.books.counts()
        try:
            order_id = self.till.sync(ticket)
        except RpcError as error:
            assert error.is_refusal, error.debug
            assert self.books.counts() == before
            self.outcomes[f"{self.step} refused"] += 1
            return
        assert not must_fail, lines
        self.outcomes[f"{self.step} taken"] += 1
        self.tickets.append((ticket, order_id))

    # Laws

    def prove(self):
        """Balances are the sums of entries; nothing is overdrawn; units are whole."""
        broken = self.books.rows(
            """
            SELECT h.id, h.kind, h.remaining, h.amount_remaining,
                   sum(e.quantity), sum(e.amount)
              FROM beauty_entitlement h
              JOIN beauty_entry e ON e.entitlement_id = h.id
             WHERE h.partner_id IN (%s, %s)
             GROUP BY h.id
            HAVING h.remaining <> sum(e.quantity)
                OR h.amount_remaining <> sum(e.amount)
                OR h.remaining < 0 AND NOT h.is_debt
                OR h.remaining = 0 AND h.amount_remaining <> 0 AND NOT h.is_part_paid
                OR h.amount_remaining < 0 AND NOT h.is_part_paid
                OR h.kind <> 'value' AND h.remaining <> trunc(h.remaining)
            """,
            self.member,
            self.friend,
        )
        assert broken == []
