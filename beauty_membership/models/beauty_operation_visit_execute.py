# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import RedemptionRefused
from ..rules.money import from_cents, to_cents
from ..rules.usage import get_refusal
from ..rules.value import Line, spend
from .res_company_books import TaxedAmount


class BeautyOperation(models.Model):
    """What a use outside the Point of Sale takes, and what becomes of it."""

    _inherit = "beauty.operation"

    # What it takes

    def _get_visit_moves(self):
        """Return what the visit takes.

        :return: list of (beauty.entitlement, units or face, book value), positive
        """
        self.ensure_one()
        holding = self.visit_entitlement_id
        if not holding:
            return self._get_visit_shares() if self.visit_product_id else []
        if holding.kind == "pass":
            return [(holding, 0, 0.0)]
        units = self._get_visit_units()
        return [(holding, units, holding._get_book_value(units))]

    def _get_visit_units(self):
        return self.visit_quantity * self.visit_entitlement_id._get_units(
            self.visit_product_id
        )

    def _get_visit_shares(self):
        """Return what stored value of the contract pays, as a till splits it."""
        digits = self.currency_id.decimal_places
        by_id = {lot.id: lot for lot in self._get_visit_lots()}
        pot = self.env["beauty.entitlement"].union(*by_id.values())
        total = to_cents(self.visit_amount, digits)
        covers = spend(
            [self._prepare_visit_line(total)],
            [pot._prepare_pot(self.contract_id)],
            total,
        )
        return [
            (by_id[lot_id], from_cents(face, digits), from_cents(money, digits))
            for cover in covers
            for lot_id, (face, money) in cover.shares.items()
        ]

    def _get_visit_lots(self):
        """Return the stored value of the contract that may be spent that day."""
        day, shop = self._get_visit_date(), self._get_visit_shop()
        lots = self.contract_id.entitlement_ids.filtered(
            lambda h: (
                h.kind == "value"
                and h.remaining > 0
                and not get_refusal(h._get_terms(), day, shop_id=shop.id, units=0)
            )
        )
        return lots.sorted(lambda h: h._get_spending_key())

    def _prepare_visit_line(self, total):
        pricelist = self.contract_id.value_pricelist_id
        prices = {}
        if pricelist:
            price = self._get_visit_price(pricelist)
            prices = {pricelist.id: to_cents(price, self.currency_id.decimal_places)}
        return Line(self.id, self.visit_product_id.id, total, total, prices)

    def _get_visit_price(self, pricelist=None):
        """Return what the service costs, taxes included.

        :param pricelist: product.pricelist; None: the price of the product
        """
        product = self.visit_product_id.with_company(self.company_id)
        if not product:
            return 0.0
        count = self.visit_quantity
        price = product.lst_price
        if pricelist:
            price = pricelist._get_product_price(
                product, count, currency=self.currency_id, date=self.visited_on
            )
        taxes = self.company_id._get_service_taxes(product)
        totals = taxes.compute_all(price, self.currency_id, count, product)
        return totals["total_included"]

    def _get_visit_shop(self):
        return self.shop_id or self.contract_id.shop_id

    # What it needs

    def _ensure_possible_visit(self):
        self._sync_visit()
        refusal = self._get_visit_refusal()
        if refusal:
            raise RedemptionRefused(refusal)

    def _get_visit_refusal(self):
        """Say why the visit cannot be booked, or nothing."""
        if not self.visit_product_id or self.visit_quantity < 1:
            return self.env._("Say which service was performed, and how often.")
        if self.visit_product_id.type != "service":
            return self.env._(
                "Goods are handed out at the till, which moves the stock."
            )
        if not self.visited_on or self.visited_on > fields.Datetime.now():
            return self.env._("It is booked once it took place: check the time.")
        technician = self.technician_id
        if technician and technician.company_id != self.company_id:
            return self.env._("Choose a technician of this company.")
        if not self.visit_entitlement_id:
            return self._get_value_visit_refusal()
        return self._get_session_visit_refusal() or self._get_share_visit_refusal()

    def _get_value_visit_refusal(self):
        digits = self.currency_id.decimal_places
        total = to_cents(self.visit_amount, digits)
        line = self._prepare_visit_line(total)
        pot = self.env["beauty.entitlement"].union(*self._get_visit_lots())
        covers = spend([line], [pot._prepare_pot(self.contract_id)], total)
        if total <= 0 or sum(cover.covered for cover in covers) < total:
            return self.env._(
                "The stored value of %(contract)s does not pay %(amount)s for "
                "“%(service)s”.",
                contract=self.contract_id.name,
                amount=self.currency_id.format(self.visit_amount),
                service=self.visit_product_id.display_name,
            )
        return self._get_share_visit_refusal()

    def _get_session_visit_refusal(self):
        holding, day = self.visit_entitlement_id, self._get_visit_date()
        if holding.contract_id != self.contract_id:
            return self.env._("%s is not of this contract.", holding.display_name)
        is_pass = holding.kind == "pass"
        units = 1 if is_pass else self._get_visit_units()
        refusal = holding._get_refusal(
            day, self.visit_product_id, self._get_visit_shop(), units
        )
        if not refusal and is_pass:
            if self.visit_quantity != 1:
                return self.env._("Each visit on a pass is booked by itself.")
            refusal = holding._get_limit_refusal(holding._get_visit_days(), day)
        return refusal

    def _get_share_visit_refusal(self):
        """Somebody else than the member uses what is shared with her by name."""
        user = self.beneficiary_id
        if not user or user == self.contract_id.partner_id:
            return ""
        holding = self.visit_entitlement_id
        if holding.kind == "pass":
            holder = self.contract_id.partner_id.name
            return self.env._("A pass is personal: %s comes herself.", holder)
        # sudo: a share is held against two tills that use it at once
        return self.contract_id.sudo()._get_share_refusal(
            user,
            is_present=False,
            day=self._get_visit_date(),
            units=self._get_visit_units() if holding else 1,
            on_ticket=0,
        )

    # What becomes of it

    def _prepare_entries_visit(self):
        user = self.beneficiary_id
        is_other = user and user != self.contract_id.partner_id
        vals_list = []
        for holding, units, money in self._get_visit_moves():
            vals = {
                "entitlement_id": holding.id,
                "movement": "redeem",
                "quantity": -units,
                "amount": -money,
                "beneficiary_id": user.id if is_other else False,
                "shop_id": self._get_visit_shop().id,
            }
            if holding.kind == "pass":
                vals["list_amount"] = -self.visit_product_id.lst_price
            vals_list.append(vals)
        return vals_list

    def _get_visit_income(self):
        """Return what becomes revenue and tax of the visit."""
        money = sum(money for _holding, _units, money in self._get_visit_moves())
        product, company = self.visit_product_id, self.company_id
        taxes = company._get_service_taxes(product)
        if self.contract_id.tax_point == "sale":
            taxes = taxes.browse()
        account = self.env["account.account"]
        return TaxedAmount(product, account, taxes, money)

    def _prepare_counterparts_visit(self):
        income = self._get_visit_income()
        if self.currency_id.is_zero(income.money):
            return []
        # sudo: a manager need not see the taxes and accounts of her service
        return self.company_id.sudo()._prepare_taxed_lines([income], self.name)

    def _finish_visit(self):
        # sudo: logs and shares of employees are written by what they log
        visit = self.sudo()
        visit.visit_entitlement_id._start_pass(visit.date)
        log = visit.env["beauty.service.log"].with_context(
            mail_create_nosubscribe=True, mail_create_nolog=True
        )
        log = log.create(visit._prepare_visit_log_vals())
        if log.technician_id:
            visit.env["beauty.performance"].create(log._prepare_performance_vals())
        self.env["pos.order"]._notify_member_changed(visit.partner_id)

    def _prepare_visit_log_vals(self):
        member = self.contract_id.partner_id
        client = self.beneficiary_id or member
        holding = self.visit_entitlement_id
        return {
            "partner_id": client.id,
            "payer_id": member.id if client != member else False,
            "product_id": self.visit_product_id.id,
            "technician_id": self.technician_id.id,
            "date": self.visited_on,
            "shop_id": self._get_visit_shop().id,
            "operation_id": self.id,
            "entitlement_id": (holding or self.line_ids.entitlement_id[:1]).id,
            "units": sum(line.quantity for line in self.line_ids) if holding else 0,
            "amount": self._get_visit_revenue(),
            "note": self.reason,
            "company_id": self.company_id.id,
        }

    def _prepare_message_visit(self):
        return {"technician_names": self.technician_id.name or ""}

    def _get_visit_revenue(self):
        """Return what the visit earned without taxes, as its journal entry says."""
        items = self.move_id.line_ids.filtered(
            lambda item: item.display_type == "product" and item.product_id
        )
        return -sum(items.mapped("balance"))

    def _undo_finish_visit(self):
        # sudo: see _finish_visit
        visit = self.sudo()
        logs = visit.service_log_ids.filtered(lambda log: not log.is_undone)
        logs._mark_undone(
            visit.env.context.get("undo_reason") or visit.env._("Reversed")
        )
        if visit.visit_entitlement_id.kind == "pass":
            visit.visit_entitlement_id._unstart_pass()
        self.env["pos.order"]._notify_member_changed(visit.partner_id)
