# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.money import from_cents, to_cents
from ..rules.periods import is_over
from ..rules.pricing import give_back_value, take_value, unit_value
from ..rules.spending import spending_key
from .beauty_plan_line import KINDS


class BeautyEntitlement(models.Model):
    """A holding: so many units of one thing that a member has.

    A grant creates it empty and an entry fills it. ``remaining`` and
    ``amount_remaining`` are always the sum of its entries: only the database
    trigger of an entry moves them. What it was granted as never changes.
    """

    _name = "beauty.entitlement"
    _description = "Member's Holding"
    _order = "date_expiry nulls last, id"

    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        ondelete="restrict",
        index=True,
        readonly=True,
        help="Empty for earned points.",
    )
    partner_id = fields.Many2one(
        "res.partner", string="Member", ondelete="restrict", readonly=True
    )
    kind = fields.Selection(selection=KINDS, required=True, readonly=True)
    product_ids = fields.Many2many(
        "product.product", string="Services", readonly=True
    )
    quantity = fields.Float(
        digits=(16, 2),
        required=True,
        readonly=True,
        help="Units granted; stored value: the money it is worth.",
    )
    remaining = fields.Float(
        digits=(16, 2), default=0, required=True, readonly=True, copy=False
    )
    amount = fields.Monetary(
        required=True, readonly=True, help="The liability behind it when granted."
    )
    amount_remaining = fields.Monetary(
        string="Liability", default=0, required=True, readonly=True, copy=False
    )
    unit_amount = fields.Monetary(
        readonly=True,
        help="Book value of one unit, rounded down. The last unit takes the rest.",
    )
    list_price = fields.Monetary(
        readonly=True, help="Price of one unit sold alone, on the day of the sale."
    )
    is_bonus = fields.Boolean(string="Gift", readonly=True)
    is_debt = fields.Boolean(
        default=False, required=True, readonly=True, help="Points the member owes."
    )
    date_expiry = fields.Date(
        string="Valid Until",
        index=True,
        readonly=True,
        help="Last day of use, included. Empty: for ever.",
    )
    entry_ids = fields.One2many("beauty.entry", "entitlement_id", string="Entries")
    state = fields.Selection(related="contract_id.state", string="Contract Status")
    company_id = fields.Many2one(
        "res.company", required=True, ondelete="restrict", readonly=True
    )
    currency_id = fields.Many2one(
        "res.currency", required=True, ondelete="restrict", readonly=True
    )

    _no_overdraft = models.Constraint(
        "CHECK (remaining >= 0 OR is_debt IS TRUE)",
        "This holding has not that many units left.",
    )
    _no_money_overdraft = models.Constraint(
        "CHECK (amount_remaining >= 0 OR is_debt IS TRUE)",
        "This holding has not that much value left.",
    )
    _empty_has_no_value = models.Constraint(
        "CHECK (remaining <> 0 OR amount_remaining = 0)",
        "A holding without units cannot carry value.",
    )
    _whole_units = models.Constraint(
        "CHECK (kind = 'value' OR quantity = trunc(quantity))",
        "Sessions, days and points are whole numbers.",
    )
    _partner_company = models.Index("(partner_id, company_id)")

    @api.depends("product_ids", "kind", "contract_id")
    def _compute_display_name(self):
        for holding in self:
            names = " / ".join(holding.sudo().product_ids.mapped("name"))
            holding.display_name = names or dict(KINDS)[holding.kind]

    @api.model
    def _get_unit_amount(self, amount, quantity, currency):
        """Return the book value of one unit as money; none for stored value."""
        digits = currency.decimal_places
        return from_cents(unit_value(to_cents(amount, digits), int(quantity)), digits)

    def _get_take_value(self, units, remaining=None, amount_remaining=None):
        """Return the book value of the next units, as money.

        :param int units: how many are taken
        :param remaining: units left if earlier lines of the same ticket took some
        :param amount_remaining: value left in the same case
        """
        self.ensure_one()
        digits = self.currency_id.decimal_places
        left = self.remaining if remaining is None else remaining
        value = self.amount_remaining if amount_remaining is None else amount_remaining
        cents = take_value(
            to_cents(value, digits), int(left), to_cents(self.unit_amount, digits), units
        )
        return from_cents(cents, digits)

    def _get_spending_key(self):
        return spending_key(self.date_expiry or None, self.create_date, self.id)

    def _get_refusal(self, day, product, shop, units=1):
        """Say why units cannot be used for a service on a day, or nothing.

        :param date day: day of the use
        :param product: product.product performed, or empty for "any of them"
        :param shop: beauty.shop where it is used, may be empty
        :param int units: whole units wanted
        :return: str in the user's language; empty if it may be used
        """
        self.ensure_one()
        contract = self.contract_id
        if contract.state == "frozen":
            return self.env._("%(name)s is frozen.", name=contract.name)
        if contract.state != "active":
            return self.env._("%(name)s is closed or has no member.", name=contract.name)
        if is_over(self.date_expiry or None, day, contract.grace_days):
            return self.env._(
                "%(name)s expired on %(date)s.",
                name=self.display_name,
                date=self._format_day(self.date_expiry),
            )
        if day < contract.date_start:
            return self.env._(
                "%(name)s starts on %(date)s.",
                name=contract.name,
                date=self._format_day(contract.date_start),
            )
        if contract.shop_ids and shop not in contract.shop_ids:
            return self.env._("%(name)s is not valid in this shop.", name=contract.name)
        if product and product not in self.product_ids:
            return self.env._(
                "%(name)s cannot be used for %(product)s.",
                name=self.display_name,
                product=product.display_name,
            )
        if units > self.remaining:
            return self.env._(
                "Only %(left)g of %(name)s left; another till may have been faster.",
                left=self.remaining,
                name=self.display_name,
            )
        return ""

    def _format_day(self, day):
        return self.env["ir.qweb.field.date"].value_to_html(day, {})

    def _post_entry(self, vals_list):
        """Post movements. The only door to the ledger.

        Inserts in ascending holding id, so that two tills never wait for each
        other in a circle. The trigger of the insert moves the balances.

        :param vals_list: list of dict: entitlement_id, movement, quantity (signed
            units), amount (signed money), idempotency_key, and optionally date,
            shop_id, pos_order_line_id, pos_payment_id, reversed_entry_id, reason
        :return: beauty.entry records in the order given
        :raises psycopg2.IntegrityError: on an overdraft or a repeated key
        """
        # sudo: every role reads the ledger, none writes it; posting is this method
        holdings = self.sudo().browse({vals["entitlement_id"] for vals in vals_list})
        holdings.flush_recordset()
        by_id = {holding.id: holding for holding in holdings}
        order = sorted(
            range(len(vals_list)), key=lambda i: vals_list[i]["entitlement_id"]
        )
        prepared = [
            by_id[vals_list[i]["entitlement_id"]]._prepare_entry_vals(vals_list[i])
            for i in order
        ]
        entries = self.env["beauty.entry"].sudo().create(prepared)
        entries.flush_recordset()
        holdings.invalidate_recordset(["remaining", "amount_remaining"])
        posted = dict(zip(order, entries, strict=True))
        return entries.browse([posted[i].id for i in range(len(vals_list))])

    def _prepare_entry_vals(self, vals):
        self.ensure_one()
        return {
            "partner_id": self.partner_id.id,
            "company_id": self.company_id.id,
            "currency_id": self.currency_id.id,
            "user_id": self.env.uid,
            "date": fields.Date.context_today(self),
            "list_amount": self.list_price * vals["quantity"],
            **vals,
        }

    @api.model
    def _get_give_back(self, entry, units):
        """Return what comes back when units of one use are undone, as money.

        :param entry: the beauty.entry of the use
        :param int units: whole units that come back
        :return: money, or None if more would come back than was taken
        """
        back = self.env["beauty.entry"].search([("reversed_entry_id", "=", entry.id)])
        digits = entry.currency_id.decimal_places
        taken = int(-entry.quantity)
        returned = int(sum(back.mapped("quantity")))
        if units > taken - returned:
            return None
        cents = give_back_value(
            to_cents(-entry.amount, digits),
            taken,
            to_cents(sum(back.mapped("amount")), digits),
            returned,
            units,
        )
        return from_cents(cents, digits)

    # What the till sees

    def _get_card_row(self, reason, is_proposed, config):
        """Return the holding as the member card shows it.

        :param str reason: why it cannot be used, empty if it can
        :param bool is_proposed: the one to use first for its services
        :param config: pos.config that asks
        """
        self.ensure_one()
        contract = self.contract_id
        return {
            "entitlement_id": self.id,
            "contract_id": contract.id,
            "contract_name": contract.name,
            "plan_name": contract.plan_id.name,
            "name": self.display_name,
            "product_ids": self.product_ids.ids,
            "kind": self.kind,
            "quantity": self.quantity,
            "remaining": self.remaining,
            "amount_remaining": self.amount_remaining,
            "unit_amount": self.unit_amount,
            "list_price": self.list_price,
            "tax_point": contract.tax_point,
            "date_expiry": fields.Date.to_string(self.date_expiry) or False,
            "can_use": not reason,
            "reason": reason,
            "is_proposed": is_proposed,
            "prices": {
                product.id: self._get_use_price(product, config)
                for product in self.product_ids
            },
        }

    def _get_use_price(self, product, config):
        """Return how a ticket line reaches the value of one unit, and of the last."""
        value = self._get_take_value(1) if self.remaining >= 1 else 0.0
        taxes = self.env["account.tax"]
        if self.contract_id.tax_point != "sale":
            taxes = product.taxes_id._filter_taxes_by_company(config.company_id)
        price = self._get_line_price(self.unit_amount, product, taxes)
        last = price
        if self.remaining >= 1:
            rest = self.amount_remaining - self.unit_amount * (self.remaining - 1)
            last_value = self.currency_id.round(value if self.remaining == 1 else rest)
            last = self._get_line_price(last_value, product, taxes)
        return {**price, "tax_ids": taxes.ids, "last": last}

    def _get_line_price(self, value, product, taxes):
        """Return the unit price, and exact taxes where needed, that total a value.

        Prices that include their taxes are the value itself. With taxes on top
        the value is reached exactly by Odoo's own reduction to a target amount.

        :return: dict: value, price_unit, extra_tax_data
        """
        if not taxes.filtered(lambda tax: not tax.price_include) or not value:
            return {"value": value, "price_unit": value, "extra_tax_data": False}
        AccountTax = self.env["account.tax"]
        base_line = AccountTax._prepare_base_line_for_taxes_computation(
            {},
            price_unit=value,
            quantity=1.0,
            tax_ids=taxes,
            product_id=product,
            currency_id=self.currency_id,
            rate=1.0,
        )
        company = self.company_id
        AccountTax._add_tax_details_in_base_line(base_line, company)
        AccountTax._round_base_lines_tax_details([base_line], company)
        target = AccountTax._reduce_base_lines_to_target_amount(
            [base_line], company, "fixed", value, computation_key="beauty_membership"
        )[0]
        extra = AccountTax._export_base_line_extra_tax_data(target)
        extra.pop("computation_key", None)
        return {
            "value": value,
            "price_unit": target["price_unit"],
            "extra_tax_data": extra,
        }
