# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.money import from_cents, to_cents
from ..rules.opening import open_units, open_value


class BeautyOpeningLine(models.Model):
    """One card of the other system: a member, a plan, and what is left of it.

    Rows come from a spreadsheet through Odoo's import; a row imported again
    replaces the one with the same card number and service. Rows of one card number
    make one contract. A row without a plan brings only points or a tier.
    """

    _name = "beauty.opening.line"
    _description = "Opening Balance Row"
    _order = "opening_id, id"
    _rec_name = "reference"

    opening_id = fields.Many2one(
        comodel_name="beauty.opening",
        string="Opening Balance",
        required=True,
        ondelete="cascade",
        index=True,
        default=lambda self: self._get_default_opening(),
    )
    reference = fields.Char(
        string="Card Number",
        required=True,
        help="Number of the card or contract in the other system, for each once. "
        "Imported again, its row is replaced.",
    )
    member_number = fields.Char(help="The member is found by it, or gets it.")
    member_name = fields.Char(string="Member")
    phone = fields.Char()
    birthdate = fields.Date()
    partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Contact",
        ondelete="restrict",
        index="btree_not_null",
        help="Empty: found by number or phone when posted, or created.",
    )
    plan_id = fields.Many2one(
        "beauty.plan", ondelete="restrict", help="Empty: points or tier only."
    )
    product_id = fields.Many2one(
        comodel_name="product.product",
        string="Service",
        ondelete="restrict",
        help="Which of the services of a package; empty if it has only one.",
    )
    is_gift = fields.Boolean(string="Gift", help="Given on top, nothing was paid.")
    shop_id = fields.Many2one("beauty.shop", ondelete="restrict", string="Sold in")
    date_start = fields.Date(string="Sold on")
    date_end = fields.Date(
        string="Valid Until", help="Last day of use. Empty: for ever."
    )
    list_price = fields.Monetary(
        help="Price of one session alone, on the day of the sale. Empty: as the plan."
    )
    price_total = fields.Monetary(
        string="Price", help="Agreed for all, taxes included. Empty: what was paid."
    )
    amount_paid = fields.Monetary(
        string="Paid", help="Received, taxes included. The rest is in arrears."
    )
    quantity = fields.Float(
        string="Bought", digits=(16, 2), help="Sessions or days. Empty: as the plan."
    )
    used = fields.Float(digits=(16, 2), help="Sessions or days used.")
    value_left = fields.Monetary(string="Balance", help="Of the money put in.")
    bonus = fields.Monetary(string="Gift Given", help="Gift value given on top.")
    bonus_left = fields.Monetary(help="Gift value not spent.")
    points = fields.Integer(help="Points of the member.")
    points_expiry = fields.Date(string="Points Valid Until")
    tier_id = fields.Many2one("beauty.tier", ondelete="restrict")
    tier_valid_until = fields.Date()
    amount = fields.Monetary(
        string="Liability",
        compute="_compute_amount",
        store=True,
        help="What it puts on the prepayments account. Below zero, the member owes it.",
    )
    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    is_done = fields.Boolean(string="Posted", readonly=True, copy=False, index=True)
    company_id = fields.Many2one(related="opening_id.company_id", store=True)
    currency_id = fields.Many2one(related="opening_id.currency_id")

    _card_once = models.UniqueIndex(
        "(company_id, reference, COALESCE(product_id, 0), COALESCE(is_gift, false))",
        "This card number, with this service, is in the opening balance already.",
    )

    @api.model
    def _get_default_opening(self):
        """Return the opening that is being prepared; the first import makes it."""
        Opening_ = self.env["beauty.opening"]
        domain = [("state", "=", "draft"), ("company_id", "=", self.env.company.id)]
        found = Opening_.search(domain, limit=1)
        return found or Opening_.create({})

    @api.model_create_multi
    def create(self, vals_list):
        """A row whose card number and service are there already replaces that row."""
        known = self._find_known(vals_list)
        pairs = [(vals, known.get(self._get_card_key(vals))) for vals in vals_list]
        for vals, row in pairs:
            if row:
                row._ensure_not_posted()
                row.write(vals)
        fresh = super().create([vals for vals, row in pairs if not row])
        fresh._ensure_not_posted()
        created = iter(fresh)
        return self.browse([(row or next(created)).id for _vals, row in pairs])

    @api.model
    def _get_card_key(self, vals):
        """Return what names a row: card number, service, and whether it is a gift."""
        return (
            vals.get("reference"),
            vals.get("product_id") or False,
            bool(vals.get("is_gift")),
        )

    @api.model
    def _find_known(self, vals_list):
        """Return the rows that are there already: {card key: row}."""
        found = self.search(
            [
                ("reference", "in", [vals.get("reference") for vals in vals_list]),
                ("company_id", "in", self._get_companies(vals_list).ids),
            ]
        )
        return {(r.reference, r.product_id.id, r.is_gift): r for r in found}

    @api.model
    def _get_companies(self, vals_list):
        ids = [vals["opening_id"] for vals in vals_list if vals.get("opening_id")]
        return self.env["beauty.opening"].browse(ids).company_id or self.env.company

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        closed = {"opening_id", "contract_id", "is_done"} & set(vals)
        if any(self._fields[name].readonly or self.ids for name in closed):
            raise MembershipError(self.env._("A row stays in its opening balance."))
        self._ensure_not_posted()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_posted(self):
        self._ensure_not_posted()

    def _ensure_not_posted(self):
        for line in self:
            if line.opening_id.state != "draft":
                raise MembershipError(
                    self.env._("Card %s was posted already.", line.reference)
                )

    @api.depends(
        "plan_id", "product_id", "is_gift", "price_total", "amount_paid", "quantity",
        "used", "value_left", "bonus", "bonus_left",
    )  # fmt: skip
    def _compute_amount(self):
        for line in self:
            try:
                opening = line._get_opening()
            except ValueError:  # a check of the row says it in words
                opening = None
            digits = line.currency_id.decimal_places or 2
            cents = opening.granted - opening.used if opening else 0
            line.amount = from_cents(cents, digits)

    @api.model
    def get_import_templates(self):
        """Offer a spreadsheet with the columns and examples in the user's language.

        :return: list of dict, as Odoo's import reads them
        """
        return [
            {
                "label": self.env._("Opening balances, with examples"),
                "template": "/beauty_membership/opening_template.xlsx",
            }
        ]

    def _get_plan_lines(self):
        """Return the lines of the plan that this row may be of."""
        self.ensure_one()
        lines = self.plan_id.line_ids.filtered(
            lambda pl: pl.is_bonus == self.is_gift and pl.kind != "points"
        )
        if self.product_id:
            lines = lines.filtered(lambda pl: self.product_id in pl.product_ids)
        return lines

    def _get_plan_line(self):
        """Return the line of the plan that this row is of, maybe none."""
        return self._get_plan_lines()[:1]

    def _get_opening(self):
        """Return what of the row the ledger begins with.

        :return: rules.opening.Opening, or None without a plan
        :raises ValueError: if its numbers do not fit
        """
        self.ensure_one()
        plan_line = self._get_plan_line()
        if not plan_line:
            return None
        digits = self.currency_id.decimal_places
        price, paid = (
            to_cents(self._get_untaxed(money), digits)
            for money in (self.price_total or self.amount_paid, self.amount_paid)
        )
        if plan_line.kind == "value":
            return open_value(paid, to_cents(self.value_left, digits))
        units = int(self.quantity or plan_line.quantity)
        rule = self.plan_id.policy_id.release
        return open_units(price, paid, units, int(self.used), rule)

    def _get_untaxed(self, money):
        """Return what of a price is a liability: all, or without its tax."""
        taxes = self.plan_id.product_tmpl_id.taxes_id
        if not taxes or self.plan_id.tax_point != "sale":
            return money
        taxes = taxes._filter_taxes_by_company(self.company_id)
        rates = taxes.with_context(force_price_include=True).compute_all(money)
        return rates["total_excluded"]
