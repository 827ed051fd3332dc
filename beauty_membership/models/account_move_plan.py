# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import GrantRefused, MembershipError

SALES = ("out_invoice", "out_refund")


class AccountMove(models.Model):
    """A customer invoice that sells plans, and the credit note that refunds them.

    Posting makes the contracts, or closes untouched ones; nothing else by hand
    reaches the ledger. What leaves the posted state takes its contracts back.
    """

    _inherit = "account.move"

    beauty_contract_count = fields.Integer(
        string="Contracts", compute="_compute_beauty_contract_count"
    )

    @api.depends("state")
    def _compute_beauty_contract_count(self):
        for move in self:
            move.beauty_contract_count = len(move._get_contracts_sold())

    def write(self, vals):
        """Posting settles the plans of an invoice, whoever writes the status."""
        selling = leaving = self.browse()
        if vals.get("state") == "posted":
            selling = self.filtered(lambda m: m.state != "posted" and m._sells_plans())
        elif vals.get("state"):
            leaving = self.filtered(lambda m: m.state == "posted" and m._sold_plans())
            leaving._ensure_not_booked()
            leaving._take_plans_back()
        res = super().write(vals)
        selling._settle_plans()
        return res

    def action_open_beauty_contracts(self):
        """Open the contracts that the invoice sold."""
        self.ensure_one()
        contracts = self._get_contracts_sold().sudo(False)
        return contracts._get_records_action(name=self.env._("Contracts"))

    def _get_contracts_sold(self):
        """Return the beauty.contract records that came of these invoices, ever."""
        return self.invoice_line_ids._get_contracts_sold()

    def _get_plan_lines(self):
        return self.invoice_line_ids.filtered("product_id.is_membership_plan")

    def _sells_plans(self):
        """Whether it is an invoice or credit note by hand with plans on it."""
        self.ensure_one()
        return (
            self.move_type in SALES
            and bool(self._get_plan_lines())
            and not self._is_from_register()
        )

    def _sold_plans(self):
        """Whether contracts came of the invoice, at its last posting or before."""
        self.ensure_one()
        return self.move_type == "out_invoice" and bool(self._get_contracts_sold())

    # Posting

    def _ensure_no_manual_prepayment(self):
        """This door only: plans on an invoice that follows their rules."""
        sales = self.filtered(lambda move: move._sells_plans())
        for move in sales:
            move._ensure_can_sell_plans()
        return super(AccountMove, self - sales)._ensure_no_manual_prepayment()

    def _settle_plans(self):
        # sudo: who posts an invoice writes no contracts and no ledger; the checks
        # of posting decide what becomes of it
        for move in self.sudo():
            if move.move_type == "out_refund":
                move._refund_plans()
            else:
                move._grant_plans()

    def _grant_plans(self):
        Contract = self.env["beauty.contract"]
        for line in self._get_plan_lines():
            sold = Contract._grant_line(line, -line.balance, line.price_total)
            sold.entry_ids._book_unclaimed(line.partner_id)
            Contract |= sold
        Contract._follow_invoice()
        Contract._tell_of_sale()

    # Leaving the posted state

    def _ensure_not_booked(self):
        """An invoice whose contracts nobody touched may be taken back."""
        sold = self.filtered(lambda move: move._sold_plans())
        for move in sold:
            move._get_contracts_sold()._ensure_can_take_back(move)
        refunds = self.reversed_entry_id.filtered(lambda move: move._sold_plans())
        notes = self.filtered(lambda move: move.reversed_entry_id in refunds)
        if notes._get_prepayment_lines():
            raise MembershipError(
                self.env._(
                    "This credit note closed membership contracts and stays posted. "
                    "Invoice the plan again instead."
                )
            )
        return super(AccountMove, self - sold)._ensure_not_booked()

    def _take_plans_back(self):
        # sudo: see _settle_plans
        for line in self.sudo()._get_plan_lines():
            contracts = line._get_contracts_sold()
            contracts = contracts.filtered(lambda c: c.state != "closed")
            line._refund_contracts(contracts, len(contracts))

    # Credit notes

    def _refund_plans(self):
        """Close the untouched contracts that the lines of a credit note name."""
        taken = self.env["beauty.contract"]
        for line in self._get_plan_lines():
            contracts = line._get_credited_contracts() - taken
            contracts = contracts[: int(line.quantity)]
            money = line._refund_contracts(contracts, int(line.quantity))
            if self.company_currency_id.compare_amounts(money, line.balance):
                raise GrantRefused(
                    self.env._(
                        "“%(name)s” is credited at the price it was invoiced at: "
                        "%(price)s without taxes. To give another amount back, refund "
                        "it from the contract.",
                        name=line._get_sale_name(),
                        price=self.company_currency_id.format(money),
                    )
                )
            taken |= contracts
        taken._tell_of_sale()
