# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dataclasses import replace

from odoo import fields, models

from ..rules.authority import Sale, find_excess
from ..rules.money import to_cents


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
