# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Steps of a history that let something lapse, and take it back."""


class Expiries:
    """What a manager does with contracts that ran out."""

    def expire(self, index):
        """One of her contracts ran out long ago: a manager lets it lapse."""
        contracts = self.books.rows(
            "SELECT DISTINCT c.id FROM beauty_contract c"
            " JOIN beauty_entitlement h ON h.contract_id = c.id"
            " WHERE h.partner_id = %s AND h.remaining > 0 AND c.state = 'active'"
            " AND h.kind IN ('session', 'value') ORDER BY c.id",
            self.member,
        )
        if not contracts:
            return
        (contract_id,) = contracts[index % len(contracts)]
        self.books.execute(
            "UPDATE beauty_entitlement SET date_expiry = '2020-01-31'"
            " WHERE contract_id = %s",
            contract_id,
        )
        context = {"default_kind": "expire", "default_contract_id": contract_id}
        operation_id = self.salon.manager.create("beauty.operation", {}, **context)
        for _press in range(2):  # the second changes nothing
            self.salon.manager.call(
                "beauty.operation", "action_confirm", [operation_id]
            )
        left = self.books.value(
            "SELECT count(*) FROM beauty_entitlement"
            " WHERE contract_id = %s AND remaining > 0",
            contract_id,
        )
        assert left == 0
        self.expiries.append(operation_id)
        self.outcomes["expire taken"] += 1

    def reinstate(self):
        """The latest expiry is taken back: she has it again, for a while."""
        if self.expiries:
            operation_id = self.expiries.pop()
            self.salon.manager.call(
                "beauty.operation", "action_reverse", [operation_id]
            )
            usable = self.books.value(
                "SELECT bool_and(h.date_expiry >= current_date)"
                " FROM beauty_operation_line l"
                " JOIN beauty_entitlement h ON h.id = l.entitlement_id"
                " WHERE l.operation_id = %s",
                operation_id,
            )
            assert usable
            self.outcomes["reinstate taken"] += 1
