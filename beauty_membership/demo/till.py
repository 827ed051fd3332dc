# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A register of the demo salon: the tickets it sends are those of a real till."""

from datetime import datetime, time, timedelta
from uuid import uuid4

import pytz

from odoo import Command, fields

from .clock import CONTEXT_KEY
from .value import pay_with_value

OPENING = time(16, 0)
MINUTES_BETWEEN_TICKETS = 45


class Till:
    """One day at one register, opened when it is made."""

    def __init__(self, salon, config, clock=None):
        self.salon = salon
        cashier = salon.people.users["cashier"]
        self.config = config.with_user(cashier).with_context(**{CONTEXT_KEY: clock})
        self.env = self.config.env
        self.day = clock and clock.day
        self.count = 0
        self._open()

    def _open(self):
        self.config.open_ui()
        self.session = self.config.current_session_id
        self.session.set_opening_control(self.session.cash_register_balance_start, "")
        methods = self.config.payment_method_ids
        self.prepaid = methods.filtered("is_prepaid")
        self.tenders = methods - self.prepaid

    def close(self):
        """Close with exactly the cash there should be; the books follow."""
        session = self.session
        session.post_closing_cash_details(session.cash_register_balance_end)
        session.update_closing_control_state_session("")
        session.close_session_from_ui()
        if self.day:
            session.sudo().write(
                {"start_at": self._at(0), "stop_at": self._at(240)},
            )

    def serve(self, member, actions, guest=None):
        """Sell and use on one ticket what the actions say.

        :param int member: who pays, by number
        :param actions: list of (what, key)
        :param guest: who sits in the chair, by number, if not the member
        """
        self.member = self.salon.people.members[member]
        self.beneficiary = guest and self.salon.people.members[guest]
        self.card = self.env["res.partner"].get_member_card(
            self.member.id, self.config.id
        )
        self.technician = self._choose_technician(member)
        lines, spent = [], 0.0
        for what, key in actions:
            if what == "value":
                spent = pay_with_value(self.card["value_lots"], lines, key)
            else:
                lines.append(getattr(self, f"_{what}")(key, lines))
        self.env["pos.order"].sync_from_ui([self._ticket(lines, spent)])
        self.count += 1

    def _choose_technician(self, member):
        technicians = self.salon.people.technicians
        return self.card["technician_id"] or technicians[member % len(technicians)].id

    # Lines

    def _plan(self, key, lines):
        plan = self.salon.offer.plans[key]
        product = plan.product_tmpl_id.product_variant_id
        seller = self.salon.people.employees["cashier"]
        return self._line(product, self._price(product), seller_id=seller.id)

    def _recharge(self, amount, lines):
        """Put that amount on the card."""
        product = self.salon.offer.plans["recharge"].product_tmpl_id.product_variant_id
        seller = self.salon.people.employees["cashier"]
        return self._line(product, amount, seller_id=seller.id)

    def _part(self, part, lines):
        """Sell a plan of which a share is paid now."""
        key, share = part
        line = self._plan(key, lines)
        product = self.env["product.product"].browse(line["product_id"])
        paid = line["price_unit"] * share
        due = line["price_unit"] - paid
        return self._line(product, paid, seller_id=line["seller_id"]) | {
            "plan_amount_due": due
        }

    def _visit(self, key, lines):
        """A visit on a pass costs nothing; its days are paid."""
        product = self.salon.offer.products[key]
        row = next(p for p in self.card["passes"] if product.id in p["product_ids"])
        return self._use_line(
            product,
            0.0,
            entitlement_id=row["entitlement_id"],
        )

    def _goods(self, key, lines):
        product = self.salon.offer.products[key]
        seller = self.salon.people.employees["cashier"]
        return self._line(product, self._price(product), seller_id=seller.id)

    def _service(self, key, lines):
        product = self.salon.offer.products[key]
        return self._line(product, self._price(product), technician_id=self.technician)

    def _use(self, key, lines):
        """Use the holding the card proposes for a treatment."""
        product = self.salon.offer.products[key]
        holding = next(
            row
            for row in self.card["sessions"]
            if product.id in row["product_ids"] and row["can_use"]
        )
        price = holding["prices"][product.id]
        if holding["remaining"] == holding["units"][product.id]:
            price = {**price, **price["last"]}
        return self._use_line(
            product,
            price["price_unit"],
            entitlement_id=holding["entitlement_id"],
            tax_ids=[Command.set(price["tax_ids"])],
            extra_tax_data=price["extra_tax_data"],
        )

    def _first(self, key, lines):
        """Use a session of the plan sold on the line before."""
        product = self.salon.offer.products[key]
        sale = lines[-1]
        plan = self._plan_of(sale)
        plan_line = plan.line_ids.filtered(lambda line: product in line.product_ids)
        share = plan._allocate_price(sale["price_subtotal_incl"])
        is_taxed = plan.tax_point == "sale"
        if is_taxed:
            share = plan._allocate_price(sale["price_subtotal"])
        value = self.env["beauty.entitlement"]._get_unit_amount(
            share[plan_line], plan_line.quantity, plan.currency_id
        )
        taxes = {"tax_ids": [Command.clear()]} if is_taxed else {}
        return self._use_line(product, value, plan_line_uuid=sale["uuid"], **taxes)

    def _plan_of(self, sale):
        product = self.env["product.product"].browse(sale["product_id"])
        return product.product_tmpl_id.plan_ids

    def _use_line(self, product, value, **changes):
        return self._line(
            product,
            value,
            price_type="automatic",
            technician_id=self.technician,
            beneficiary_id=self.beneficiary.id if self.beneficiary else False,
            **changes,
        )

    def _price(self, product):
        pricelist = self.member.tier_id.pricelist_id
        return pricelist._get_product_price(product, 1.0)

    def _line(self, product, price_unit, **changes):
        taxes = self.env["account.tax"].browse(self._tax_ids(product, changes))
        totals = taxes.compute_all(price_unit, product=product)
        return {
            "uuid": str(uuid4()),
            "product_id": product.id,
            "full_product_name": product.name,
            "qty": 1,
            "price_unit": price_unit,
            "price_type": "original",
            "price_extra": 0,
            "discount": 0,
            "tax_ids": [Command.set(taxes.ids)],
            "price_subtotal": totals["total_excluded"],
            "price_subtotal_incl": totals["total_included"],
            "pack_lot_ids": [],
            "entitlement_id": False,
            "plan_line_uuid": False,
            **changes,
        }

    def _tax_ids(self, product, changes):
        if "tax_ids" in changes:
            command = changes["tax_ids"][0]
            return list(command[2]) if command[0] == Command.SET else []
        return product.taxes_id._filter_taxes_by_company(self.salon.company).ids

    # Tickets

    def _ticket(self, lines, spent=0.0):
        total = sum(line["price_subtotal_incl"] for line in lines)
        net = sum(line["price_subtotal"] for line in lines)
        paid_before = sum(
            line["price_subtotal_incl"]
            for line in lines
            if line["entitlement_id"] or line["plan_line_uuid"]
        )
        paid_before += spent
        return {
            "uuid": str(uuid4()),
            "access_token": str(uuid4()),
            "name": "/",
            "state": "paid",
            "session_id": self.session.id,
            "config_id": self.config.id,
            "user_id": self.env.uid,
            "employee_id": self.salon.people.employees["cashier"].id,
            "partner_id": self.member.id,
            "pricelist_id": self.member.tier_id.pricelist_id.id,
            "date_order": self._at(MINUTES_BETWEEN_TICKETS * self.count),
            "lines": [Command.create(line) for line in lines],
            "payment_ids": self._payments(paid_before, total - paid_before),
            "amount_total": total,
            "amount_tax": total - net,
            "amount_paid": total,
            "amount_return": 0,
            "to_invoice": False,
            "last_order_preparation_change": "{}",
        }

    def _payments(self, prepaid, rest):
        """The tenders take turns."""
        tender = self.tenders[self.count % len(self.tenders)]
        amounts = [(self.prepaid, prepaid), (tender, rest)]
        return [
            Command.create(
                {
                    "uuid": str(uuid4()),
                    "payment_method_id": method.id,
                    "amount": self.salon.company.currency_id.round(amount),
                }
            )
            for method, amount in amounts
            if round(amount, 2)
        ]

    def _at(self, minutes):
        """:return: str, a moment of the day in UTC, counted from the opening"""
        if not self.day:
            return fields.Datetime.to_string(fields.Datetime.now())
        local = datetime.combine(self.day, OPENING) + timedelta(minutes=minutes)
        moment = pytz.timezone(self.env.tz.zone).localize(local).astimezone(pytz.utc)
        return fields.Datetime.to_string(moment.replace(tzinfo=None))
