# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a day at one register posts, and that ledger and journal agree on it."""


class Day:
    """One session of a register of its own, from opening to its journal items."""

    def __init__(self, till):
        self.till, self.salon, self.books = till, till.salon, till.salon.books
        self.start()

    def start(self):
        """Remember where the journal stands."""
        self.session_id = self.till.session_id
        query = "SELECT coalesce(max(id), 0) FROM account_move_line"
        self.watermark = self.books.value(query)

    def close(self):
        """Close the register and prove the day. :return: self"""
        self.till.close()
        assert self.loose_items() == []
        self.tie_out()
        return self

    def next(self):
        """Open the register again: another day begins."""
        self.till.open()
        self.start()

    def posted(self, **accounts):
        """Compare the day's journal items with ``account=balance`` (debit positive)."""
        found = {name: self.balance(self.account_id(name)) for name in accounts}
        assert found == accounts

    def account_id(self, name):
        """:return: int id of an account by the name the tests give it"""
        if name == "liability":
            query = "SELECT beauty_liability_account_id FROM res_company WHERE id = %s"
            return self.books.value(query, self.salon.company_id)
        if name == "cash":
            query = (
                "SELECT journal.default_account_id FROM account_journal journal"
                " JOIN pos_payment_method method ON method.journal_id = journal.id"
                " WHERE method.id = %s"
            )
            return self.books.value(query, self.till.tenders["cash"])
        return self.salon.accounts[name]

    def balance(self, account_id, partner_id=None):
        """:return: float, what the day added to an account (of one partner)"""
        return float(
            self.books.value(
                "SELECT coalesce(sum(balance), 0) FROM account_move_line"
                " WHERE id > %s AND account_id = %s AND parent_state = 'posted'"
                " AND (%s IS NULL OR partner_id = %s)",
                self.watermark, account_id, partner_id, partner_id,
            )
        )  # fmt: skip

    def liability_of(self, partner_id):
        """:return: float, what the day added to a member's liability (credits < 0)"""
        return self.balance(self.account_id("liability"), partner_id)

    def loose_items(self):
        """:return: list of the day's liability items without a partner"""
        return self.books.rows(
            "SELECT id, name, balance FROM account_move_line"
            " WHERE id > %s AND account_id = %s AND partner_id IS NULL",
            self.watermark, self.account_id("liability"),
        )  # fmt: skip

    def entries(self):
        """Points move no money and no journal item.

        :return: list of (entry id, amount, journal item id) of the day's tickets
        """
        return self.books.rows(
            "SELECT entry.id, entry.amount, entry.account_move_line_id"
            " FROM beauty_entry entry"
            " JOIN pos_order_line line ON line.id = entry.pos_order_line_id"
            " JOIN pos_order orders ON orders.id = line.order_id"
            " WHERE orders.session_id = %s AND entry.amount <> 0 ORDER BY entry.id",
            self.session_id,
        )

    def tie_out(self):
        """Entries and journal items of the day agree, in sum and item by item."""
        entries = self.entries()
        total = sum(float(amount) for _id, amount, _item in entries)
        assert round(total + self.balance(self.account_id("liability")), 2) == 0
        assert [row for row in entries if not row[2]] == []
        differing = self.books.rows(
            "SELECT item.id, item.balance, sum(entry.amount)"
            " FROM account_move_line item"
            " JOIN beauty_entry entry ON entry.account_move_line_id = item.id"
            " WHERE item.id > %s GROUP BY item.id"
            " HAVING item.balance != -sum(entry.amount)",
            self.watermark,
        )
        assert differing == []
