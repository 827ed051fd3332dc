# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools.misc import clean_context

from ..exceptions import MembershipError


class BeautyOperationLine(models.Model):
    """How much of one holding an operation moves."""

    _name = "beauty.operation.line"
    _description = "Holding of an Operation"
    _order = "operation_id, id"

    operation_id = fields.Many2one(
        "beauty.operation", required=True, ondelete="cascade", index=True
    )
    contract_id = fields.Many2one(related="operation_id.contract_id")
    entitlement_id = fields.Many2one(
        comodel_name="beauty.entitlement",
        string="Holding",
        required=True,
        ondelete="restrict",
        index=True,
        domain="[('contract_id', '=', contract_id)]",
    )
    remaining = fields.Float(
        related="entitlement_id.remaining", string="Left", digits=(16, 2)
    )
    date_expiry = fields.Date(related="entitlement_id.date_expiry")
    quantity = fields.Float(
        digits=(16, 2), help="Units it moves; stored value: the money it is worth."
    )
    amount = fields.Monetary(
        string="Book Value",
        compute="_compute_amount",
        store=True,
        help="What these units carry on the prepayments account.",
    )
    note = fields.Char()
    company_id = fields.Many2one(related="operation_id.company_id", store=True)
    currency_id = fields.Many2one(related="operation_id.currency_id")

    _quantity_positive = models.Constraint(
        "CHECK (quantity >= 0)", "The units to move cannot be negative."
    )
    _holding_once = models.UniqueIndex(
        "(operation_id, entitlement_id)", "Each holding stands once in an operation."
    )

    @api.depends("entitlement_id", "quantity")
    def _compute_amount(self):
        for line in self:
            holding = line.entitlement_id
            line.amount = holding and holding._get_book_value(line.quantity)

    def write(self, vals):
        self._ensure_quote()
        self._ensure_not_typed({"amount", "operation_id"} & set(vals))
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        self._ensure_not_typed(any("amount" in vals for vals in vals_list))
        clean = clean_context(self.env.context)
        # pylint: disable-next=context-overridden
        lines = super(BeautyOperationLine, self.with_context(clean)).create(vals_list)
        lines._ensure_quote()
        return lines

    @api.ondelete(at_uninstall=False)
    def _unlink_except_done(self):
        self._ensure_quote()

    def _ensure_not_typed(self, typed):
        """The value is worked out, and a line stays with its operation.

        :raises MembershipError: if a client sent one of them
        """
        if typed and not self.env.su:
            raise MembershipError(
                self.env._("The value is worked out; change the units.")
            )

    def _ensure_quote(self):
        """:raises MembershipError: once the operation is no quote any more"""
        if not self.env.su and any(o.state != "draft" for o in self.operation_id):
            raise MembershipError(
                self.env._("It is no quote any more; reverse it instead.")
            )

    def _ensure_left(self):
        """:raises MembershipError: if the holding has not that much, or is another's"""
        self.ensure_one()
        holding = self.entitlement_id
        if holding.contract_id != self.operation_id.contract_id:
            raise MembershipError(
                self.env._("%s is not of this contract.", holding.display_name)
            )
        self._ensure_whole()
        self._ensure_enough()

    def _ensure_enough(self):
        """:raises MembershipError: if the holding has not that much left"""
        holding, units = self.entitlement_id, self.quantity
        if units > holding.remaining:
            raise MembershipError(
                self.env._(
                    "Only %(left)g of %(name)s left, %(units)g asked for.",
                    left=holding.remaining,
                    name=holding.display_name,
                    units=units,
                )
            )

    def _ensure_whole(self):
        """:raises MembershipError: on a part of a session or day"""
        holding = self.entitlement_id
        if holding.kind != "value" and self.quantity != int(self.quantity):
            raise MembershipError(
                self.env._("%s is moved in whole units.", holding.display_name)
            )
