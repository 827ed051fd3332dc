# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools.misc import clean_context

from ..exceptions import GrantRefused, MembershipError


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
        self._ensure_refunds_go_back()
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
            amounts = self._get_line_amounts(self._ensure_membership_paid())
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
        """Return what the receipt shows: rows of `pos_order_summary.py` and others."""
        return [*self._get_use_rows(use_lines), *self._get_grant_rows(plan_lines)]

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
