# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import GrantRefused, MembershipError
from ..rules.money import to_cents
from ..rules.part_payment import paid_share


class BeautyContract(models.Model):
    """A contract that an invoice sold: payments, and the way back."""

    _inherit = "beauty.contract"

    waits_for_payment = fields.Boolean(
        readonly=True,
        copy=False,
        help="Its units come with the payments of the invoice that sold it.",
    )
    invoice_id = fields.Many2one(related="move_line_id.move_id", string="Invoice")

    def action_open_invoice(self):
        """Open the invoice that sold the plan."""
        self.ensure_one()
        return self.invoice_id._get_records_action()

    # The sale

    def _get_units_granted(self, holding):
        """What waits for its payment has no units at the sale."""
        return 0.0 if self.waits_for_payment else super()._get_units_granted(holding)

    def _prepare_entitlement_vals(self, plan_line, amount):
        vals = super()._prepare_entitlement_vals(plan_line, amount)
        return vals | {"is_part_paid": True} if self.waits_for_payment else vals

    def _tell_of_sale(self):
        """Members and open tills learn what an invoice gave or took."""
        for contract in self.filtered("partner_id"):
            contract.entry_ids.sorted("id")._tell_members(contract.shop_id)
        if self.partner_id:
            self.env["pos.order"]._notify_member_changed(self.partner_id)

    # Payments

    def _follow_invoice(self):
        """Write what the invoice has paid, and release what was waiting for it."""
        for contract in self.filtered(lambda c: c.state in ("active", "frozen")):
            was_paid = contract.amount_paid
            contract._set_amount_paid(contract.invoice_id._get_paid_share())
            if contract.waits_for_payment:
                contract._release_paid(was_paid)
            contract._give_tier_when_paid()

    def _set_amount_paid(self, share):
        digits = self.currency_id.decimal_places
        cents = paid_share(to_cents(self.price_total, digits), share)
        amount = self.currency_id.round(cents / 10**digits)
        if self.currency_id.compare_amounts(amount, self.amount_paid):
            self.amount_paid = amount

    def _release_paid(self, was_paid):
        """Post the units that a payment brings; a payment undone takes them back.

        :param float was_paid: money, before the payment
        """
        is_first = self.currency_id.is_zero(was_paid) and self.amount_paid
        if is_first and not self.entitlement_ids._get_released():
            self._start_on(self.company_id._get_beauty_today())
        entries = self.entitlement_ids.sorted("id")._post_paid_units(self)
        if self.currency_id.is_zero(self.amount_due):
            self.bonus_ids._give_due()
        entries._tell_members(self.shop_id)

    def _start_on(self, day):
        """Validity runs from the first payment, not from the invoice."""
        shift = day - self.date_start
        if shift.days <= 0:
            return
        self.date_start = day
        if self.date_end:
            self.date_end += shift
        for holding in self.entitlement_ids.filtered("date_expiry"):
            holding.date_expiry += shift

    def _give_tier_when_paid(self):
        """A plan gives its tier once it is paid, or at once if it does not wait."""
        is_due = self.waits_for_payment and not self.currency_id.is_zero(
            self.amount_due
        )
        if self.tier_id and self.partner_id and not is_due:
            self._give_tier()

    # The way back

    def _ensure_can_take_back(self, move):
        """Refuse to unpost an invoice whose contracts moved on.

        :raises MembershipError: says what to do instead
        """
        for contract in self:
            elsewhere = contract.entry_ids.filtered(
                lambda e: e.account_move_line_id.move_id != move
            )
            is_touched = contract.state != "closed" and not contract._is_untouched()
            if is_touched or not contract.currency_id.is_zero(
                sum(elsewhere.mapped("amount"))
            ):
                raise MembershipError(
                    self.env._(
                        "%(contract)s of this invoice was used or settled: the invoice "
                        "stays posted. Refund what is left from the contract.",
                        contract=contract.name,
                    )
                )

    def _refund_untouched(self, line, count):
        """Invoices name the way out that the back office has."""
        if line._name == "account.move.line" and len(self) < count:
            raise GrantRefused(
                self.env._(
                    "The invoice has %(left)s of “%(name)s” that can be credited, not "
                    "%(count)s.",
                    left=len(self),
                    name=line._get_sale_name(),
                    count=count,
                )
            )
        return super()._refund_untouched(line, count)

    def _describe_used(self):
        if not self.move_line_id:
            return super()._describe_used()
        used = self.filtered(lambda contract: not contract._is_untouched())
        return self.env._(
            "%(name)s was used: a credit note takes back only what is untouched. Open "
            "the contract and use Refund: it works out what is left.",
            name=", ".join(used.mapped("name")),
        )
