# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError


class AccountMoveLine(models.Model):
    """An invoice line as the line that sells a plan, or takes it back."""

    _name = "account.move.line"
    _inherit = ["account.move.line", "beauty.sale.mixin"]

    beauty_member_id = fields.Many2one(
        comodel_name="res.partner",
        string="Member",
        ondelete="restrict",
        domain="[('commercial_partner_id', '=', partner_id)]",
        help="Whose contract a plan on this line becomes: a person of the customer's "
        "company. Empty: the customer of the invoice.",
    )
    is_membership_plan = fields.Boolean(related="product_id.is_membership_plan")

    @api.depends("product_id.is_membership_plan")
    def _compute_discount_allocation_needed(self):
        """The discount of a plan makes it cheaper; no account collects it."""
        res = super()._compute_discount_allocation_needed()
        plans = self.filtered("product_id.is_membership_plan")
        plans.discount_allocation_needed = False
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sold_plan(self):
        # sudo: who deletes a draft need not see contracts and entries
        entries = self.env["beauty.entry"].sudo()
        named = entries.search([("account_move_line_id", "in", self.ids)], limit=1)
        line = self._get_contracts_sold()[:1].move_line_id or named.account_move_line_id
        if line:
            raise MembershipError(
                self.env._(
                    "“%s” was posted before and membership contracts came of it: their "
                    "ledger names this line. Change the line and post it again, or "
                    "cancel the whole invoice.",
                    line.name or line.move_id.display_name,
                )
            )

    def _get_contracts_sold(self):
        """Return the beauty.contract records that came of these lines, ever."""
        # sudo: who works on an invoice need not see contracts
        return (
            self.env["beauty.contract"]
            .sudo()
            .search([("move_line_id", "in", self.ids)], order="id")
        )

    def _refund_contracts(self, contracts, count):
        """Take untouched contracts back, booked on this line.

        :return: money that leaves the liability
        """
        money = contracts._refund_untouched(self, count)
        entries = contracts.entry_ids.filtered(
            lambda entry: (
                entry.movement == "refund" and entry.account_move_line_id == self
            )
        )
        entries._book_unclaimed(self.partner_id)
        return money

    # What a contract asks

    def _get_sale_quantity(self):
        return self.quantity

    def _get_sale_name(self):
        return self.name or self.product_id.display_name

    def _get_sale_key(self):
        """A line that is posted again sells other contracts than before."""
        return f"invoice:{self.id}:{len(self._get_contracts_sold())}"

    def _get_sale_company(self):
        return self.company_id

    def _get_sale_buyer(self):
        return self.move_id.partner_id

    def _get_sale_member(self):
        return self.beauty_member_id or self.move_id.partner_id

    def _get_sale_date(self):
        return self.move_id.invoice_date or self.move_id.date

    def _get_sale_shop(self):
        """The back office is no shop: a company that has one only sells there."""
        domain = [("company_id", "=", self.company_id.id)]
        shops = self.env["beauty.shop"].search(domain, limit=2)
        return shops if len(shops) == 1 else shops.browse()

    def _get_offer_refusal(self):
        return self.product_id.plan_ids[:1]._get_offer_refusal(
            self._get_sale_member(), self._get_sale_date(), int(self.quantity)
        )

    def _is_kept_against_rules(self):
        return False

    def _get_sale_amount_due(self):
        """What is not paid yet is the customer's receivable, not a later ticket's."""
        return 0.0

    def _get_sale_extra_bonus(self):
        return 0.0

    def _prepare_contract_source(self):
        return {"move_line_id": self.id}

    def _prepare_entry_source(self):
        """The ledger moves when the invoice is posted: its item is there already."""
        return {"account_move_line_id": self.id}
