# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dataclasses import replace

from odoo import fields, models

from ..exceptions import AuthorityRefused
from ..rules.authority import Sale, find_excess, is_covered
from ..rules.money import from_cents, to_cents


class PosOrder(models.Model):
    """What a ticket gives away, held against what its cashier may give.

    A ticket above it needs a manager's approval. One that took money without a
    connection is stored all the same, and is on the list of the day: so is one whose
    till only says so, with the cashier's name.
    """

    _inherit = "pos.order"

    beauty_approval_ids = fields.One2many(
        comodel_name="beauty.approval",
        inverse_name="order_id",
        string="Approvals",
        readonly=True,
        groups="beauty_membership.group_manager",
    )
    gift_sessions = fields.Integer(
        readonly=True, copy=False, help="Sessions given free with plans on this ticket."
    )

    def _ensure_authority(self):
        """:raises AuthorityRefused: if the ticket gives more than was approved"""
        super()._ensure_authority()
        Authority = self.env["beauty.authority"]
        rows = Authority._get_rows(self.company_id)
        extra = self.lines.filtered("extra_bonus")
        extra._ensure_extra_bonus()
        if not rows and not extra:
            return
        who = self.config_id, self.employee_id, self.env.user
        is_manager = Authority._is_manager(*who)
        row = rows._get_row_of(*who)
        sales = self._get_sales(row, extra)
        given = self._note_given_sessions(sales)
        excess = find_excess(sales.values(), row._get_limits(given, is_manager))
        if excess:
            self._settle_approval(excess, sales)
        elif find_excess(sales.values(), rows._get_default_row()._get_limits(given)):
            self._list_ticket("own", "done", sales)

    def _get_sales(self, row, extra):
        """Return {line: Sale} of the lines that may give something away."""
        pricelists = self._get_own_pricelists() | row.pricelist_ids
        judged = self.lines.filtered(lambda line: line._is_judged())
        sales = {line: line._prepare_sale(pricelists) for line in judged}
        digits = self.currency_id.decimal_places
        for line in extra:
            sale = sales.get(line) or Sale(0, 0)
            sales[line] = replace(sale, bonus=to_cents(line.extra_bonus, digits))
        return sales

    def _note_given_sessions(self, sales):
        """Keep how many sessions the ticket gives.

        :return: int, what its cashier gave away this month before it
        """
        gifts = sum(sale.gift_sessions for sale in sales.values())
        if not gifts:
            return 0
        self.gift_sessions = gifts
        return self._count_given_sessions()

    def _get_own_pricelists(self):
        """Return the price lists nobody has to allow: the register's and hers."""
        config = self.config_id
        partner = self.partner_id.with_company(self.company_id)
        return (
            config.pricelist_id
            | partner.property_product_pricelist
            | (
                self.preset_id.pricelist_id
                if config.use_presets
                else config.pricelist_id
            )
        )

    def _uses_one_of(self, pricelists):
        return not self.pricelist_id or self.pricelist_id in pricelists

    def _count_given_sessions(self):
        """Return the sessions this cashier gave away in this calendar month."""
        today = fields.Date.context_today(self)
        seller = ("create_uid", "=", self.env.uid)
        if self.config_id.module_pos_hr and self.employee_id:
            seller = ("employee_id", "=", self.employee_id.id)
        ((given,),) = self.env["pos.order"]._read_group(
            [
                seller,
                ("company_id", "=", self.company_id.id),
                ("date_order", ">=", today.replace(day=1)),
                ("gift_sessions", ">", 0),
                ("id", "!=", self.id),
            ],
            aggregates=["gift_sessions:sum"],
        )
        return given or 0

    def _settle_approval(self, excess, sales):
        sent = self._get_secret("membership_approval")
        if sent.get("approval_id"):
            approval = self._get_sent_approval(sent["approval_id"])
            if approval and is_covered(excess, approval.excess or {}):
                return approval._use_for(self, sales)
        if sent.get("pin"):
            return self._approve_by_sent_pin(sent, excess, sales)
        if sent.get("offline"):
            return self._list_ticket("offline", "flagged", sales, sent.get("reason"))
        raise AuthorityRefused(
            self.env._(
                "This ticket needs a manager's approval: %(what)s.",
                what=self._describe_sales(sales)[0],
            ),
            excess,
        )

    def _get_sent_approval(self, approval_id):
        """Return the approval a till names, if it is for this ticket and no other."""
        if not isinstance(approval_id, int):
            return self.env["beauty.approval"]
        return self.env["beauty.approval"].search(
            [
                ("id", "=", approval_id),
                ("state", "=", "approved"),
                ("company_id", "=", self.company_id.id),
                ("config_id", "=", self.config_id.id),
                ("order_uuid", "=", self.uuid),
                ("order_id", "=", False),
            ]
        )

    def _approve_by_sent_pin(self, sent, excess, sales):
        """:raises AuthorityRefused: if it is no manager's PIN, or has no reason"""
        refusal = self.config_id._get_pin_refusal(sent["pin"])
        reason = str(sent.get("reason") or "").strip()
        if refusal or not reason:
            raise AuthorityRefused(
                refusal.get("message") or self.env._("Say why it is needed.")
            )
        vals = self._prepare_approval_vals(sales, reason)
        approval = self.env["beauty.approval"]._create_by_pin(
            {**vals, "excess": excess}, self.config_id, sent["pin"]
        )
        employee = sent.get("employee_id")
        if employee and employee != approval.approver_id.id:
            raise AuthorityRefused(self.env._("This is the PIN of somebody else."))

    def _list_ticket(self, kind, state, sales, reason=None):
        """Put a ticket on the list that managers read each day."""
        reason = str(reason or "")[:200]
        vals = self._prepare_approval_vals(sales, reason)
        self.env["beauty.approval"].create({**vals, "kind": kind, "state": state})

    def _prepare_approval_vals(self, sales, reason):
        description, details = self._describe_sales(sales)
        digits = self.currency_id.decimal_places
        given = sum(max(0, sale.given) + sale.bonus for sale in sales.values())
        return {
            "order_id": self.id,
            "order_uuid": self.uuid,
            "config_id": self.config_id.id,
            "shop_id": self.config_id.beauty_shop_id.id,
            "company_id": self.company_id.id,
            "employee_id": self._get_cashier_employee().id,
            "user_id": self.env.uid,
            "partner_id": self.partner_id.id,
            "description": description[:200],
            "details": details[:2000],
            "amount": from_cents(given, digits),
            "reason": reason[:200],
        }

    def _get_cashier_employee(self):
        user = self.env.user.with_company(self.company_id)
        return self.employee_id or user.employee_id

    def _describe_sales(self, sales):
        """:return: (str: the dearest row, str: all rows of what is given away)"""
        given = [
            (line, sale) for line, sale in sales.items() if sale.bonus or sale.given > 0
        ]
        given.sort(key=lambda pair: -pair[1].given - pair[1].bonus)
        rows = [line._describe_given(sale) for line, sale in given]
        return (rows or [self.env._("Price below the list")])[0], "\n".join(rows)
