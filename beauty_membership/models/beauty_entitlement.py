# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.money import from_cents, to_cents
from ..rules.pricing import give_back_value, take_value, unit_value
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
    product_ids = fields.Many2many("product.product", string="Services", readonly=True)
    product_units = fields.Json(
        readonly=True,
        help="Units that one of each service takes, if the holding is for any of "
        "several: {product id: units}. As it was at the sale.",
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
        "CHECK (amount_remaining >= 0 OR is_debt IS TRUE "
        "OR is_part_paid IS TRUE AND amount_remaining >= -amount)",
        "This holding has not that much value left.",
    )
    _empty_has_no_value = models.Constraint(
        "CHECK (remaining <> 0 OR amount_remaining = 0 OR is_part_paid IS TRUE)",
        "A holding without units cannot carry value.",
    )
    _whole_units = models.Constraint(
        "CHECK (kind = 'value' OR quantity = trunc(quantity))",
        "Sessions, days and points are whole numbers.",
    )
    _partner_company = models.Index("(partner_id, company_id)")

    @api.depends("product_ids", "kind", "contract_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for holding in self:
            names = " / ".join(holding.sudo().product_ids.mapped("name"))
            holding.display_name = names or kinds[holding.kind]

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
        pending = self._get_pending()
        cents = take_value(
            to_cents(value + pending.money, digits),
            int(left + pending.units),
            to_cents(self.unit_amount, digits),
            units,
        )
        return from_cents(cents, digits)

    def _get_book_value(self, quantity):
        """Return what some of what is left carries on the prepayments account.

        :param float quantity: units; stored value: the money it is worth
        :return: money
        """
        self.ensure_one()
        if self.kind == "value":
            rest = self.amount_remaining * quantity / (self.remaining or 1.0)
            return self.currency_id.round(rest)
        units = min(int(quantity), int(self.remaining))
        return self._get_take_value(units) if units > 0 else 0.0

    def _get_units(self, product):
        """Return the units that one of a service takes of this holding.

        :param product: product.product
        :return: int, as agreed at the sale; 1 if it is for one service only
        """
        self.ensure_one()
        return int((self.product_units or {}).get(str(product.id), 1))

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
        holdings.contract_id.invalidate_recordset(
            ["amount_remaining", "amount_in_transit", "units_left"]
        )
        posted = dict(zip(order, entries, strict=True))
        return entries.browse([posted[i].id for i in range(len(vals_list))])

    def _prepare_entry_vals(self, vals):
        self.ensure_one()
        return {
            "contract_id": self.contract_id.id,
            "partner_id": self.partner_id.id,
            "booking_partner_id": self.partner_id.id,
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
