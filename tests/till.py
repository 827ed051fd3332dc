# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One register with an open session, and the tickets its screen would send."""

from datetime import UTC, datetime
from uuid import uuid4

from .client import Client


def cents(amount):
    """:return: float rounded to the cent"""
    return round(amount + 0.0, 2)


class Till:
    """A cashier at a register. Tickets are dicts as ``serializeForORM`` makes them."""

    def __init__(self, salon, client, config_id):
        self.salon, self.client, self.config_id = salon, client, config_id
        self.open()

    def open(self):
        """Open the register with an empty drawer and read its tenders."""
        self.client.call("pos.config", "open_ui", [self.config_id])
        domain = [("config_id", "=", self.config_id), ("state", "!=", "closed")]
        (self.session_id,) = self.client.search("pos.session", domain)
        self.client.call("pos.session", "set_opening_control", [self.session_id], 0, "")
        domain = [("config_ids", "in", self.config_id)]
        fields = ["name", "is_cash_count", "is_prepaid"]
        methods = self.client.call("pos.payment.method", "search_read", domain, fields)
        self.tenders = {self._kind(method): method["id"] for method in methods}

    @staticmethod
    def _kind(method):
        if method["is_prepaid"]:
            return "prepaid"
        return "cash" if method["is_cash_count"] else "card"

    def close(self):
        """Close the register. :return: list of ids of its journal entries"""
        cash = self.salon.books.value(
            "SELECT coalesce(sum(amount), 0) FROM pos_payment"
            " WHERE session_id = %s AND payment_method_id = %s",
            self.session_id, self.tenders["cash"],
        )  # fmt: skip
        session, call = [self.session_id], self.client.call
        call("pos.session", "post_closing_cash_details", session, float(cash))
        call("pos.session", "update_closing_control_state_session", session, "")
        result = call("pos.session", "close_session_from_ui", session)
        assert result["successful"], result
        return result

    def again(self):
        """:return: the same register in another browser, with its own session cookie"""
        twin = object.__new__(Till)
        twin.__dict__.update(self.__dict__)
        server = self.salon.server
        twin.client = Client(server.url, server.name, *self.client.credentials)
        return twin

    # What the member holds

    def card(self, partner_id):
        """:return: dict, the member card as the till shows it"""
        args = [partner_id, self.config_id]
        return self.client.call("res.partner", "get_member_card", *args)

    def holding(self, partner_id, index=0):
        """:return: dict of one holding on the card"""
        return self.card(partner_id)["sessions"][index]

    # Ticket lines

    def goods(self, name, qty=1, price=None, **changes):
        """:return: dict, a line of an ordinary product at its list price"""
        product_id = self.salon.products[name]
        unit = self.salon.price_of(product_id) if price is None else price
        return self._line(product_id, qty, unit, **changes)

    def plan(self, key, qty=1, **changes):
        """:return: dict, a line that sells a plan (key or id)"""
        plan_id = self.salon.plans.get(key, key)
        product_id, price = self.salon.plan_product(plan_id)
        return self._line(product_id, qty, price, **changes)

    def line(self, product_id, amount):
        """:return: dict, a line of one unit of any product at that price"""
        return self._line(product_id, 1, amount)

    def use(self, holding, qty=1, product_id=None, **changes):
        """:return: dict, a line that redeems units of a holding, as the card says"""
        product_id = product_id or holding["product_ids"][0]
        price = holding["prices"][str(product_id)]
        if qty == holding["remaining"]:
            price = price["last"] | {"tax_ids": price["tax_ids"]}
            value = holding["amount_remaining"]
        else:
            value = cents(qty * holding["unit_amount"])
        return self._line(product_id, qty, price["price_unit"]) | {
            "entitlement_id": holding["entitlement_id"],
            "price_type": "automatic",
            "extra_tax_data": price["extra_tax_data"],
            "tax_ids": [[6, 0, price["tax_ids"]]],
            "price_subtotal_incl": value,
            "price_subtotal": cents(value / 1.2) if price["tax_ids"] else value,
            "technician_id": self.salon.technician_id,
            **changes,
        }

    def uses(self, holding, count):
        """:return: list of lines, as so many taps on Use make them"""
        lines = []
        for _tap in range(int(count)):
            lines.append(self.use(holding))
            value = lines[-1]["price_subtotal_incl"]
            holding = holding | {
                "remaining": holding["remaining"] - 1,
                "amount_remaining": cents(holding["amount_remaining"] - value),
            }
        return lines

    def use_new(self, plan_line, product, value, taxes=None):
        """:return: dict, a line that redeems a session of a plan on the same ticket"""
        changes = {} if taxes is None else {"tax_ids": [[6, 0, taxes]]}
        net = cents(value / 1.2) if taxes is None else value
        return self._line(
            self.salon.products[product],
            1,
            value,
            plan_line_uuid=plan_line["uuid"],
            price_type="automatic",
            price_subtotal=net,
            price_subtotal_incl=value,
            **changes,
        )

    def refund(self, row, qty=None):
        """:return: dict, a line that takes back a line of :meth:`lines_of`"""
        back = -(row["qty"] if qty is None else qty)
        share = back / row["qty"]
        return self._line(
            row["product_id"][0],
            back,
            row["price_unit"],
            tax_ids=[[6, 0, row["tax_ids"]]],
            price_type=row["price_type"],
            extra_tax_data=row["extra_tax_data"],
            refunded_orderline_id=row["id"],
            entitlement_id=row["entitlement_id"] and row["entitlement_id"][0],
            price_subtotal=cents(share * row["price_subtotal"]),
            price_subtotal_incl=cents(share * row["price_subtotal_incl"]),
        )

    def _line(self, product_id, qty, price_unit, **changes):
        taxes, kind = self.salon.tax_of(product_id)
        net = gross = cents(qty * price_unit)
        if kind == "included":
            net = cents(gross / 1.2)
        elif kind == "excluded":
            gross = cents(net * 1.2)
        return {
            "uuid": str(uuid4()),
            "product_id": product_id,
            "full_product_name": f"Product {product_id}",
            "qty": qty,
            "price_unit": price_unit,
            "price_type": "original",
            "price_extra": 0,
            "discount": 0,
            "tax_ids": [[6, 0, taxes]],
            "price_subtotal": net,
            "price_subtotal_incl": gross,
            "extra_tax_data": False,
            "pack_lot_ids": [],
            "customer_note": "",
            "note": "[]",
            "entitlement_id": False,
            "plan_line_uuid": False,
            "technician_id": False,
            "seller_id": False,
            "beneficiary_id": False,
            "bonus_amount": 0,
            "points_amount": 0,
            **changes,
        }

    # Tickets

    def payment(self, tender, amount):
        """:return: dict, one payment"""
        method = self.tenders[tender]
        uuid = str(uuid4())
        return {"uuid": uuid, "payment_method_id": method, "amount": cents(amount)}

    def ticket(self, partner_id, lines, payments=None, **changes):
        """:return: dict, a paid ticket: redemptions prepaid, the rest in cash

        ``payments``, a list of (tender, amount), replaces the tenders.
        """
        total = cents(sum(line["price_subtotal_incl"] for line in lines))
        if payments is None:
            payments = self._tenders_of(lines, total)
        payments = [self.payment(tender, amount) for tender, amount in payments]
        return {
            "uuid": str(uuid4()),
            "access_token": str(uuid4()),
            "name": "/",
            "state": "paid",
            "session_id": self.session_id,
            "config_id": self.config_id,
            "user_id": self.client.uid,
            "partner_id": partner_id,
            "date_order": datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S"),
            "lines": [[0, 0, line] for line in lines],
            "payment_ids": [[0, 0, payment] for payment in payments],
            "amount_total": total,
            "amount_tax": cents(total - sum(line["price_subtotal"] for line in lines)),
            "amount_paid": cents(sum(payment["amount"] for payment in payments)),
            "amount_return": 0,
            "to_invoice": False,
            "last_order_preparation_change": "{}",
            "relations_uuid_mapping": {},
            **changes,
        }

    @staticmethod
    def _tenders_of(lines, total):
        prepaid = cents(
            sum(
                line["price_subtotal_incl"]
                for line in lines
                if line["entitlement_id"] or line["plan_line_uuid"]
            )
        )
        amounts = {"prepaid": prepaid, "cash": cents(total - prepaid)}
        return [(tender, amount) for tender, amount in amounts.items() if amount]

    def sync(self, order, **context):
        """Send one ticket. :return: int id of the order on the server"""
        result = self.client.call("pos.order", "sync_from_ui", [order], context=context)
        return next(
            row["id"] for row in result["pos.order"] if row["uuid"] == order["uuid"]
        )

    def sell(self, partner_id, *lines, **changes):
        """:return: int id of the paid order of these lines"""
        return self.sync(self.ticket(partner_id, list(lines), **changes))

    def lines_of(self, order_id):
        """:return: list of dicts of the order's lines, in their order"""
        domain = [("order_id", "=", order_id)]
        kwargs = {"order": "id"}
        return self.client.call("pos.order.line", "search_read", domain, **kwargs)
