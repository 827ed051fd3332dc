# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import Command

from .common import BeautyMembershipCommon


class AuditCommon(BeautyMembershipCommon):
    """What an auditor does: close, open again, and add everything up."""

    def _next_session(self):
        """Close the register and open it again; return the closed session."""
        closed = self._close()
        self.session = self._open_session(self.config)
        return closed

    def _ticket(self, lines, partner=None, payments=None, session=None, **values):
        """Return a ticket whose total is rounded as the till rounds it."""
        total = self._get_till_total(lines)
        used = sum(line["price_subtotal_incl"] for line in lines if self._is_use(line))
        if payments is None:
            payments = [(self.prepaid, used), (self.cash, total - used)]
        values = {"amount_total": total, **values}
        return super()._ticket(lines, partner, payments, session, **values)

    def _is_use(self, line):
        return bool(line.get("entitlement_id") or line.get("plan_line_uuid"))

    def _get_till_total(self, lines):
        AccountTax = self.env["account.tax"]
        base_lines = [self._prepare_till_line(line) for line in lines]
        AccountTax._add_tax_details_in_base_lines(base_lines, self.company)
        AccountTax._round_base_lines_tax_details(base_lines, self.company)
        totals = AccountTax._get_tax_totals_summary(
            base_lines, self.company.currency_id, self.company
        )
        return totals["total_amount_currency"]

    def _prepare_till_line(self, line):
        product = self.env["product.product"].browse(line["product_id"])
        is_ours = self._is_use(line) or product.is_membership_plan
        return self.env["account.tax"]._prepare_base_line_for_taxes_computation(
            {},
            price_unit=line["price_unit"],
            quantity=line["qty"],
            discount=line["discount"],
            tax_ids=self.env["account.tax"].browse(line["tax_ids"][0][2]),
            product_id=product,
            currency_id=self.company.currency_id,
            rate=1.0,
            is_refund=line["qty"] * line["price_unit"] < 0,
            extra_tax_data=line.get("extra_tax_data") or {},
            computation_key=f"beauty_{line['uuid']}" if is_ours else None,
        )

    def _fetch_items(self, company=None):
        company = company or self.company
        return self.env["account.move.line"].search(
            [
                ("account_id", "=", company.beauty_liability_account_id.id),
                ("company_id", "=", company.id),
                ("parent_state", "=", "posted"),
            ]
        )

    def _assert_books(self, company=None):
        """With every register closed, books and ledger agree to the cent.

        In total, for each member, and for each journal item that entries name.
        """
        company = company or self.company
        self.env.flush_all()
        self.env.invalidate_all()
        Entry = self.env["beauty.entry"]
        self.assertFalse(Entry._fetch_wrong_balances(company))
        tie_out = Entry._fetch_tie_out(company)
        self.assertEqual((tie_out["difference"], tie_out["in_transit"]), (0.0, 0.0))
        exceptions = self.env["beauty.exception"].search(
            [("kind", "in", ("closing", "tie_out")), ("company_id", "=", company.id)]
        )
        self.assertFalse(exceptions, exceptions.mapped("name"))
        self._assert_members(company)
        self._assert_items(company)

    def _assert_members(self, company):
        """What stays on the account for a member is what the member still has."""
        booked, held = defaultdict(float), defaultdict(float)
        for item in self._fetch_items(company):
            booked[item.partner_id] -= item.balance
        for entry in self.env["beauty.entry"].search([("company_id", "=", company.id)]):
            held[entry.partner_id.commercial_partner_id] += entry.amount
        self.assertEqual(self._round(booked), self._round(held))

    def _assert_items(self, company):
        """Each entry names its item; an item is the sum of the entries that name it."""
        named = defaultdict(float)
        for entry in self.env["beauty.entry"].search([("company_id", "=", company.id)]):
            if entry.amount:
                self.assertTrue(entry.account_move_line_id, entry.display_name)
                named[entry.account_move_line_id] -= entry.amount
        for item, amount in named.items():
            booked = item.balance if item.parent_state == "posted" else 0.0
            self.assertAlmostEqual(booked, amount, 2, item.display_name)

    def _round(self, amounts):
        rounded = {partner: round(amount, 2) for partner, amount in amounts.items()}
        return {partner: amount for partner, amount in rounded.items() if amount}

    def _sum(self, session):
        """Return the closing's balances as {account type: money}."""
        sums = defaultdict(float)
        for line in session.move_id.line_ids:
            is_ours = line.account_id == self.liability
            sums["liability" if is_ours else line.account_id.account_type] += (
                line.balance
            )
        return {key: round(value, 2) for key, value in sums.items() if round(value, 2)}

    def _create_tax(self, amount, **values):
        return self.env["account.tax"].create(
            {
                "name": f"Tax {amount} {len(values)}",
                "amount": amount,
                "company_id": self.company.id,
                "invoice_repartition_line_ids": self._get_repartition(),
                "refund_repartition_line_ids": self._get_repartition(),
                **values,
            }
        )

    def _get_repartition(self):
        account = self.company_data["default_account_tax_sale"]
        return [
            Command.create({"repartition_type": "base"}),
            Command.create({"repartition_type": "tax", "account_id": account.id}),
        ]
