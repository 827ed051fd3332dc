# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import float_compare
from odoo.tools.misc import clean_context

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .pos_order import PAID


class PosOrder(models.Model):
    """The settlement of a ticket: the one place where a ticket meets the ledger.

    It believes nothing the till sent about holdings, units or totals.
    """

    _inherit = "pos.order"

    def _settle_membership(self):
        """Grant, redeem, give back and log what draft tickets say.

        Runs once for each ticket, before it becomes paid, by whatever path. A
        refusal rolls back the whole ticket.

        :raises MembershipError: if the ticket breaks a rule; nothing is stored
        """
        for order in self.filtered(lambda o: not o.membership_settled_on):
            # a client's defaults must not reach the ledger
            clean = clean_context(self.env.context)
            # pylint: disable-next=context-overridden
            order = order.with_context(clean)
            # sudo: cashiers read the ledger; the checks below decide what they post
            order.sudo()._settle_one()

    def _settle_one(self):
        self.ensure_one()
        self._follow_session()
        self._ensure_authority()
        plan_lines = self.lines.filtered("product_id.is_membership_plan")
        use_lines = self._get_use_lines()
        prepaid = self.payment_ids.filtered("payment_method_id.is_prepaid")
        moves = plan_lines or use_lines or prepaid or self._has_discount_amounts()
        amounts = {}
        if moves:
            self._ensure_own_company()
            self._hold_session()
            self._ensure_numbers(plan_lines | use_lines)
            self._set_plan_taxes(plan_lines)
            self._ensure_membership_paid()
            amounts = self._get_line_amounts()
            self._ensure_prepaid(use_lines, prepaid, amounts)
            self._ensure_confirmed(amounts)
            self._settle_holdings(plan_lines, use_lines, prepaid[:1], amounts)
        elif self.lines.filtered(lambda line: line._is_service() or line.seller_id):
            amounts = self._get_line_amounts()
            self._ensure_services_paid(amounts)
        self._log_services(amounts)
        if self._settle_points(amounts) or plan_lines or use_lines or moves:
            self._finish_settlement(plan_lines, use_lines)
        self._settle_tier(amounts)

    def _settle_holdings(self, plan_lines, use_lines, payment, amounts):
        """Gives back first, so that a package used on the same ticket can return."""
        if self.currency_id != self.company_id.currency_id:
            self._refuse_currency()
        back = use_lines.filtered(lambda line: line.qty < 0)
        self._give_back(back, payment, amounts)
        self._give_back_value(payment, amounts)
        self._settle_plan_lines(plan_lines, amounts)
        self._redeem(use_lines - back, payment, amounts)
        self._spend_value(payment, amounts)

    # What each kind of holding adds: see the files named after it

    def _has_discount_amounts(self):
        """Whether bonus or points discount a line of the ticket."""
        return any(line.bonus_amount or line.points_amount for line in self.lines)

    def _ensure_authority(self):
        """Refuse what the cashier may not give without approval."""

    def _ensure_confirmed(self, amounts):
        """Refuse a ticket that its member had to confirm and did not."""

    def _get_principal_due(self, amounts):
        """Return what the ticket spends of stored value by the prepaid tender.

        :return: money; negative when a refund gives it back
        """
        return 0.0

    def _give_back_value(self, payment, amounts):
        """Give the stored value back that refunded lines were paid with."""

    def _spend_value(self, payment, amounts):
        """Take stored value for what the prepaid tender pays beyond uses."""

    def _settle_points(self, amounts):
        """Spend, earn and take back points.

        :return: whether points moved
        """
        return False

    def _settle_tier(self, amounts):
        """Give the member the tier that this ticket earns."""

    # Plans

    def _settle_plan_lines(self, plan_lines, amounts):
        for line in plan_lines:
            if line.qty < 0:
                self._refund_plan_line(line, amounts[line][0])
            elif amounts[line][0] < 0:
                raise GrantRefused(
                    self.env._("A plan is not sold at a negative price.")
                )
            else:
                self.env["beauty.contract"]._grant_line(line, *amounts[line])

    def _refund_plan_line(self, line, amount):
        """Close untouched contracts of the refunded line, at the price paid."""
        count = int(-line.qty)
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "=", line.refunded_orderline_id.id)]
        )
        if not line.refunded_orderline_id or not contracts or count != -line.qty:
            raise GrantRefused(
                self.env._("A plan is refunded from the ticket that sold it, whole.")
            )
        self._ensure_same_member(
            contracts.partner_id or line.refunded_orderline_id.order_id.partner_id
        )
        money = contracts._refund_untouched(line, count)
        if self.currency_id.compare_amounts(money, -amount) != 0:
            raise GrantRefused(
                self.env._(
                    "An untouched plan is refunded at the price paid: %(price)s.",
                    price=self.currency_id.format(money),
                )
            )
        line._reverse_performance()

    def _ensure_same_member(self, member):
        if member and member != self.partner_id:
            raise MembershipError(
                self.env._(
                    "The refund needs the member of the original ticket: %s",
                    member.name,
                )
            )

    # Uses

    def _redeem(self, lines, payment, amounts):
        """Check each use against its holding, then post all of them at once."""
        left = {}
        vals_list = []
        for line in lines:
            holding = self._get_holding(line)
            value = self._get_use_value(line, holding, amounts[line][1], left)
            self._ensure_exact_taxes(line, *amounts[line])
            if line.entitlement_id != holding:
                line.entitlement_id = holding
            vals_list.append(self._prepare_redeem_vals(line, holding, value, payment))
        if vals_list:
            self.env["beauty.entitlement"]._post_entry(vals_list)

    def _get_holding(self, line):
        """Return the holding a line uses: named, or of the plan on this ticket."""
        if not line.plan_line_uuid:
            return line.entitlement_id
        plan_line = self.lines.filtered(lambda other: other.uuid == line.plan_line_uuid)
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "in", plan_line.ids)], order="id"
        )
        fitting = contracts.entitlement_ids.filtered(
            lambda h: line.product_id in h.product_ids
        )
        if line.entitlement_id and line.entitlement_id not in fitting or not fitting:
            raise RedemptionRefused(
                self.env._(
                    "The package on this ticket has no %s.",
                    line.product_id.display_name,
                )
            )
        return line.entitlement_id or fitting[0]

    def _get_use_value(self, line, holding, total, left):
        """Return what a use is worth; refuse one that does not fit to the cent.

        :param dict left: {holding: (units, money)} after earlier lines of the ticket
        :return: money, the book value of the units used
        :raises RedemptionRefused: says why
        """
        count = int(line.qty)
        if count != line.qty or count < 1:
            raise RedemptionRefused(self.env._("Sessions are used whole, one or more."))
        units = count * holding._get_units(line.product_id)
        remaining, money = left.get(
            holding, (holding.remaining, holding.amount_remaining)
        )
        refusal = self._get_use_refusal(line, holding, units, remaining)
        if refusal:
            raise RedemptionRefused(refusal)
        value = holding._get_take_value(units, remaining, money)
        left[holding] = (remaining - units, self.currency_id.round(money - value))
        if self.currency_id.compare_amounts(total, value) != 0:
            raise RedemptionRefused(
                self.env._(
                    "The card has changed: %(units)s x %(name)s is worth %(value)s, "
                    "not %(total)s. Remove the use and add it again.",
                    units=units,
                    name=holding.display_name,
                    value=self.currency_id.format(value),
                    total=self.currency_id.format(total),
                )
            )
        return value

    def _get_use_refusal(self, line, holding, units, remaining):
        """Say why a line cannot use that holding, or nothing."""
        refusal = self._get_holder_refusal(line, holding, units)
        if refusal:
            return refusal
        if holding.kind not in ("session", "pass"):
            return self.env._("%s is not used by the session.", holding.display_name)
        if line.discount or line.tax_ids != self._get_use_taxes(line, holding):
            return self.env._("A use keeps the price and taxes of its contract.")
        if units > remaining:
            units = int(max(units, holding.remaining + 1))
        return holding._get_refusal(
            self._get_membership_date(),
            line.product_id,
            self.config_id.beauty_shop_id,
            units,
        )

    def _get_holder_refusal(self, line, holding, units):
        """Say why who comes cannot use what that member holds, or nothing."""
        if (
            holding.partner_id != self.partner_id
            or holding.company_id != self.company_id
        ):
            return self.env._("These sessions belong to another member.")
        return ""

    def _get_use_taxes(self, line, holding):
        """Return the taxes of a use: its service's, or none if the sale was taxed."""
        if holding.contract_id.tax_point == "sale":
            return self.env["account.tax"]
        return self._get_product_taxes(line)

    def _prepare_redeem_vals(self, line, holding, value, payment):
        return {
            "entitlement_id": holding.id,
            "movement": "redeem",
            "quantity": -int(line.qty) * holding._get_units(line.product_id),
            "amount": -value,
            "idempotency_key": f"redeem:{line.uuid}",
            "date": self._get_membership_date(),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
        }

    # Giving back

    def _give_back(self, lines, payment, amounts):
        """Restore what refund lines give back, with the value and expiry it had."""
        for line in lines:
            entry = self._get_refunded_entry(line)
            units = self._get_units_back(line, entry)
            value = self.env["beauty.entitlement"]._get_give_back(entry, units)
            if value is None or int(line.qty) != line.qty:
                raise RedemptionRefused(self.env._("This use was given back already."))
            if self.currency_id.compare_amounts(amounts[line][1], -value) != 0:
                raise RedemptionRefused(
                    self.env._("A use is given back at the value it took.")
                )
            self._ensure_exact_taxes(line, *amounts[line])
            entry.entitlement_id._post_entry(
                [self._prepare_restore_vals(line, entry, units, value, payment)]
            )
            self._mark_undone(line, entry.pos_order_line_id)

    def _get_units_back(self, line, entry):
        """Return the units that a refund line gives back, of those its use took."""
        taken = -entry.quantity / (entry.pos_order_line_id.qty or 1.0)
        return int(round(-line.qty * taken))

    def _get_refunded_entry(self, line):
        """Return the entry of the use that a refund line gives back."""
        original = line.refunded_orderline_id
        entry = self.env["beauty.entry"].search(
            [("pos_order_line_id", "=", original.id), ("movement", "=", "redeem")]
        )
        if not original or len(entry) != 1:
            raise RedemptionRefused(
                self.env._("A use is given back from the ticket that used it.")
            )
        self._ensure_same_member(original.order_id.partner_id)
        if line.product_id != original.product_id:
            raise RedemptionRefused(
                self.env._("A refund keeps the service of the use.")
            )
        return entry

    def _prepare_restore_vals(self, line, entry, units, value, payment):
        return {
            "entitlement_id": entry.entitlement_id.id,
            "movement": "restore",
            "quantity": units,
            "amount": value,
            "idempotency_key": f"restore:{line.uuid}",
            "date": fields.Date.context_today(self),
            "shop_id": self.config_id.beauty_shop_id.id,
            "pos_order_line_id": line.id,
            "pos_payment_id": payment.id,
            "reversed_entry_id": entry.id,
            "reason": self.beauty_reason
            or self.env._("Refund of %s", entry.pos_order_line_id.order_id.name),
        }

    def _mark_undone(self, line, original):
        """The log of a service that came back whole says so; its performance goes."""
        back = original.refund_orderline_ids.filtered(
            lambda back: back.order_id.state in PAID or back.order_id == self
        )
        if (
            float_compare(-sum(back.mapped("qty")), original.qty, precision_digits=2)
            >= 0
        ):
            reason = self.beauty_reason or self.env._("Refunded by %s", self.name)
            logs = self.env["beauty.service.log"].search(
                [("pos_order_line_id", "=", original.id), ("is_undone", "=", False)]
            )
            logs._mark_undone(reason)

    # Records of the visit

    def _log_services(self, amounts):
        """Write the service logs and the shares of employees of the ticket."""
        services = self.lines.filtered(lambda line: line._is_service())
        # no followers, no creation message: the ticket tells who wrote the log
        Log = self.env["beauty.service.log"].with_context(
            mail_create_nosubscribe=True, mail_create_nolog=True
        )
        logs = Log.create(
            [line._prepare_log_vals(amounts[line][0]) for line in services]
        )
        shares = [
            log._prepare_performance_vals() for log in logs.filtered("technician_id")
        ]
        shares += [
            line._prepare_sale_performance_vals(amounts[line][0])
            for line in self.lines
            if line.seller_id and line.qty > 0 and not line._is_use()
        ]
        self.env["beauty.performance"].create(shares)
        self._take_back_refunded()

    def _take_back_refunded(self):
        """Goods and single services refunded: logs say so, shares go back."""
        for line in self.lines.filtered(
            lambda line: line.refunded_orderline_id and line.qty < 0
        ):
            original = line.refunded_orderline_id
            if line._is_use() or line.product_id.is_membership_plan:
                continue
            line._reverse_performance()
            self._mark_undone(line, original)

    def _finish_settlement(self, plan_lines, use_lines):
        self.write(
            {
                "membership_settled_on": fields.Datetime.now(),
                "membership_summary": self._get_membership_summary(
                    plan_lines, use_lines
                ),
            }
        )
        self._notify_member_changed(self._get_moved_members())

    def _get_membership_summary(self, plan_lines, use_lines):
        """Return what the receipt shows.

        :return: list of dict: name, kind ('use', 'restore', 'grant'), used and
            remaining units, date_expiry
        """
        rows = [
            {
                "kind": "use" if line.qty > 0 else "restore",
                "name": line.full_product_name or line.product_id.display_name,
                "used": abs(line.qty) * holding._get_units(line.product_id),
                "remaining": holding.remaining,
                "date_expiry": fields.Date.to_string(holding.date_expiry) or False,
            }
            for line in use_lines
            for holding in line.entitlement_id
            or line.refunded_orderline_id.entitlement_id
        ]
        contracts = self.env["beauty.contract"].search(
            [("pos_order_line_id", "in", plan_lines.ids)]
        )
        return rows + [
            {
                "kind": "grant",
                "name": holding.display_name,
                "used": 0,
                "remaining": holding.remaining,
                "is_money": holding.kind == "value",
                "date_expiry": fields.Date.to_string(holding.date_expiry) or False,
            }
            for holding in contracts.entitlement_ids
        ]

    def _get_moved_members(self):
        """Return the members whose holdings the ticket moved, its own first."""
        self.ensure_one()
        return self.partner_id

    def _notify_member_changed(self, partners):
        """Tell every open till whose card has changed; it reads the card again."""
        group_id = self.env["ir.model.data"]._xmlid_to_res_id(
            "point_of_sale.group_pos_user"
        )
        self.env["res.groups"].browse(group_id)._bus_send(
            "BEAUTY_MEMBER_CHANGED",
            {"partner_ids": partners.ids, "config_id": self.config_id.id},
        )
