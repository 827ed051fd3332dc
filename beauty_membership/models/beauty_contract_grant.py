# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, models

from ..exceptions import GrantRefused
from ..rules.periods import last_day


class BeautyContract(models.Model):
    """How a sale makes contracts with their holdings, and how it takes them back."""

    _inherit = "beauty.contract"

    @api.model
    def _grant_line(self, line, amount, price_total):
        """Grant the plans of one line: one contract for each unit of it.

        :param line: beauty.sale.mixin, a line that sells a plan
        :param float amount: what the line puts on the liability
        :param float price_total: what the member pays for it, taxes included
        :return: the new contracts
        :raises GrantRefused: on a part of a plan, or a plan that is not sold here
        """
        plan, count = self._get_sold_plan(line), int(line._get_sale_quantity())
        amounts = plan._split_evenly(amount, count)
        totals = plan._split_evenly(price_total, count)
        # no creation message: the ticket tells who sold the contract
        silent = self.with_context(mail_create_nosubscribe=True, mail_create_nolog=True)
        contracts = silent.create(
            [plan._prepare_contract_vals(line, total) for total in totals]
        )
        key = line._get_sale_key()
        for index, (contract, share) in enumerate(zip(contracts, amounts, strict=True)):
            contract._grant(share, f"{key}:{index}", line)
        contracts.filtered(lambda c: c.state == "draft")._ask_for_member()
        return contracts

    @api.model
    def _get_sold_plan(self, line):
        """Return the plan that a line sells.

        :raises GrantRefused: on a part of a plan, or a plan that is not sold here
        """
        template = line.product_id.product_tmpl_id
        # archived since the till was opened: what took money is stored all the same
        plan = template.with_context(active_test=False).plan_ids[:1]
        company = line._get_sale_company()
        if plan and plan.company_id != company:
            raise GrantRefused(
                self.env._(
                    "“%(plan)s” is sold by %(company)s only.",
                    plan=plan.name,
                    company=plan.company_id.name,
                )
            )
        count = line._get_sale_quantity()
        if not plan or count != int(count) or not 1 <= count <= 100:
            raise GrantRefused(
                self.env._(
                    "“%(name)s” is sold in whole numbers from 1 to 100.",
                    name=line._get_sale_name(),
                )
            )
        return plan

    def _grant(self, amount, key, line=None):
        """Create the holdings of a contract and post their grant.

        :param float amount: what the sale puts on the liability
        :param str key: retry key of the sale
        :param line: beauty.sale.mixin of the sale, if any
        """
        self.ensure_one()
        shares = self.plan_id._allocate_price(amount)
        holdings = self.env["beauty.entitlement"].create(
            [self._prepare_entitlement_vals(pl, share) for pl, share in shares.items()]
        )
        self._post_grant(dict(zip(shares, holdings, strict=True)), key, line)

    def _post_grant(self, holdings, key, line=None):
        """Post what the sale grants: everything.

        :param holdings: {beauty.plan.line: beauty.entitlement}, still empty
        :param str key: retry key of the sale
        :param line: beauty.sale.mixin of the sale, if any
        """
        self.env["beauty.entitlement"]._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "grant",
                    "quantity": self._get_units_granted(holding),
                    "amount": holding.amount,
                    "idempotency_key": f"grant:{key}:{plan_line.id}",
                    "date": self.date_start,
                    "shop_id": self.shop_id.id,
                    **(line._prepare_entry_source() if line else {}),
                }
                for plan_line, holding in holdings.items()
            ]
        )

    def _get_units_granted(self, holding):
        """Return the units of a new holding that may be used from the sale on."""
        return holding.quantity

    def _prepare_entitlement_vals(self, plan_line, amount):
        months = plan_line.validity_months
        return {
            "contract_id": self.id,
            "partner_id": self.partner_id.id,
            "company_id": self.company_id.id,
            "currency_id": self.currency_id.id,
            "kind": plan_line.kind,
            "product_ids": [Command.set(plan_line.product_ids.ids)],
            "product_units": plan_line._get_product_units() or False,
            "quantity": plan_line.quantity,
            "amount": amount,
            "unit_amount": self.env["beauty.entitlement"]._get_unit_amount(
                amount, plan_line.quantity, self.currency_id
            ),
            "list_price": plan_line.list_price,
            "is_bonus": plan_line.is_bonus,
            "date_expiry": last_day(self.date_start, months) or self.date_end,
        }

    def _ask_for_member(self):
        """A contract nobody owns needs somebody to assign it."""
        for contract in self:
            contract.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=self.env._("Paid without a member: assign this contract"),
                user_id=contract.company_id._get_beauty_owner().id,
            )

    def _refund_untouched(self, line, count):
        """Take back untouched contracts of a line, for the line that refunds it.

        :param line: beauty.sale.mixin of the refund
        :param int count: how many of the contracts come back
        :return: money that leaves the liability
        :raises GrantRefused: if one of them was used
        """
        untouched = self.filtered(lambda c: c._is_untouched())[:count]
        if len(untouched) < count:
            raise GrantRefused(self._describe_used())
        holdings = untouched.entitlement_ids
        amount = sum(holdings.mapped("amount_remaining"))
        holdings._post_entry(
            [
                {
                    "entitlement_id": holding.id,
                    "movement": "refund",
                    "quantity": -holding.remaining,
                    "amount": -holding.amount_remaining,
                    "idempotency_key": f"refund:{line._get_sale_key()}:{holding.id}",
                    "date": line._get_sale_date(),
                    "shop_id": line._get_sale_shop().id,
                    **line._prepare_entry_source(),
                }
                for holding in holdings
                if holding.remaining or holding.amount_remaining
            ]
        )
        untouched.write({"state": "closed"})
        return amount

    def _is_untouched(self):
        self.ensure_one()
        pending = self.entitlement_ids._fetch_pending()
        return self.state in ("draft", "active") and all(
            holding.remaining + (pending[holding].units if holding in pending else 0)
            == holding.quantity
            for holding in self.entitlement_ids
        )

    def _describe_used(self):
        """Say why a package cannot be refunded from the ticket."""
        holdings = self.entitlement_ids
        pending = sum(row.units for row in holdings._fetch_pending().values())
        used = sum(h.quantity - h.remaining for h in holdings) - pending
        return self.env._(
            "%(name)s cannot be refunded from the ticket: %(used)g of its units were "
            "used or it is closed. Undo the uses first, or let a manager settle it "
            "from the contract.",
            name=", ".join(self.mapped("name")),
            used=used,
        )
