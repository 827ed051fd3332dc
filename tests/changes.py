# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Steps of a history in the back office: what a manager changes after the sale."""

from .client import RpcError
from .till import cents


class Changes:
    """Transfers, freezes, extensions, adjustments, upgrades, and taking them back.

    Mixed into a history: it has ``salon``, ``till``, ``books``, ``member``,
    ``friend``, ``operations`` and ``outcomes``.
    """

    # Steps

    def transfer(self, index, share):
        """A share of what a contract has left goes to her friend."""
        for contract, lots in self.pick(index):
            parts = [(lot, self.part(lot, share)) for lot in lots]
            lines = [self.quote_line(lot, part) for lot, part in parts if part]
            self.operate(
                contract, "transfer", line_ids=lines, to_partner_id=self.friend
            )

    def adjust(self, index, units, direction):
        """A manager adds units to a holding, or takes some off; maybe too many."""
        for contract, lots in self.pick(index):
            lines = [self.quote_line(lots[index % len(lots)], units)]
            values = {"direction": direction, "reason": "Counted wrong"}
            self.operate(contract, "adjust", line_ids=lines, **values)

    def freeze(self, index):
        """From tomorrow on, since she may have used it today."""
        for contract, _lots in self.pick(index):
            tomorrow = self.books.value("SELECT current_date + 1")
            self.operate(contract, "freeze", date=str(tomorrow))

    def unfreeze(self, index):
        """The planned freeze is called off."""
        for contract, _lots in self.pick(index):
            self.operate(contract, "unfreeze")

    def extend(self, index, days):
        """It stays valid longer."""
        for contract, _lots in self.pick(index):
            self.operate(contract, "extend", extend_days=days)

    def upgrade(self, index):
        """What is left goes into a bigger plan at the till."""
        args = [self.member, self.till.config_id]
        rows = self.till.client.call("beauty.contract", "get_upgrades", *args)
        for row in rows[index % (len(rows) or 1) :][:1]:
            plan = row["plans"][index % len(row["plans"])]
            sold = self.till.line(plan["product_id"], plan["price"])
            self.send([sold, self.rest_line(row)])

    def reverse(self, index):
        """Take an operation back; what was used meanwhile is refused."""
        if self.operations:
            operation = self.operations[index % len(self.operations)]
            self.ask("action_reverse", operation)

    # Helpers

    def pick(self, index):
        """:return: list of one (contract id, lots), or of none"""
        rows = self.books.rows(
            """
            SELECT h.contract_id, h.id, h.remaining, h.kind
              FROM beauty_entitlement h
              JOIN beauty_contract c ON c.id = h.contract_id
             WHERE h.partner_id = %s AND c.state = 'active' AND h.remaining > 0
               AND h.kind IN ('session', 'value')
             ORDER BY h.id
            """,
            self.member,
        )
        contracts = {}
        for contract, *lot in rows:
            contracts.setdefault(contract, []).append(lot)
        found = list(contracts.items())
        return found[index % len(found) :][:1] if found else []

    @staticmethod
    def part(lot, share):
        """:return: float, that share of a lot: whole units, or money to the cent"""
        _lot_id, left, kind = lot
        part = float(left) * share
        return cents(part) if kind == "value" else float(int(part))

    @staticmethod
    def quote_line(lot, quantity):
        return [0, 0, {"entitlement_id": lot[0], "quantity": quantity}]

    def rest_line(self, row):
        """:return: dict, the line that gives what is left, as the till adds it"""
        line = self.till.line(row["line"]["product_id"], row["line"]["price_unit"])
        return line | {
            "qty": -1,
            "price_type": "automatic",
            "tax_ids": [[6, 0, row["line"]["tax_ids"]]],
            "extra_tax_data": row["line"]["extra_tax_data"],
            "price_subtotal": -line["price_subtotal"],
            "price_subtotal_incl": -row["credit"],
            "upgrade_contract_id": row["contract_id"],
        }

    def operate(self, contract, kind, **values):
        """Ask for a change and carry it out, by a manager."""
        values = {"kind": kind, "contract_id": contract, **values}
        operation = self.salon.manager.create("beauty.operation", values)
        if self.ask("action_confirm", operation):
            self.operations.append(operation)

    def ask(self, action, operation):
        """:return: bool, whether the manager was not refused; twice changes nothing"""
        manager, before = self.salon.manager, self.books.counts()
        try:
            manager.call("beauty.operation", action, [operation])
        except RpcError as error:
            assert error.is_refusal, error.debug
            assert self.books.counts() == before
            self.outcomes[f"{self.step} refused"] += 1
            return False
        self.outcomes[f"{self.step} taken"] += 1
        after = self.books.counts()
        if action == "action_confirm":
            manager.call("beauty.operation", action, [operation])
        assert self.books.counts() == after
        return True
