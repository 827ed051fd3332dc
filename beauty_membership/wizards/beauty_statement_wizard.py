# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo import Command, api, fields, models


class BeautyStatementWizard(models.TransientModel):
    """Asks for the period of members' statements, and prints them.

    One statement a member: for each holding what she had, every movement, and what
    is left. With a contract only its holdings.
    """

    _name = "beauty.statement.wizard"
    _description = "Print Members' Statements"

    partner_ids = fields.Many2many("res.partner", string="Members", required=True)
    contract_ids = fields.Many2many(
        "beauty.contract", string="Contracts", help="Empty: all that the member holds."
    )
    date_from = fields.Date(
        string="From",
        required=True,
        default=lambda self: (
            fields.Date.context_today(self) - relativedelta(months=3)
        ).replace(day=1),
        help="First day of the period, included.",
    )
    date_to = fields.Date(
        string="To",
        required=True,
        default=fields.Date.context_today,
        help="Last day of the period, included.",
    )

    @api.model
    def default_get(self, fields):
        """The members, or the contracts, that were chosen in the list or the form."""
        values = super().default_get(fields)
        ids = self.env.context.get("active_ids") or []
        if self.env.context.get("active_model") == "res.partner":
            values["partner_ids"] = [Command.set(ids)]
        elif self.env.context.get("active_model") == "beauty.contract":
            contracts = self.env["beauty.contract"].browse(ids)
            values["contract_ids"] = [Command.set(ids)]
            values["partner_ids"] = [Command.set(contracts.partner_id.ids)]
        return values

    def action_print(self):
        """Print the statements, one for each member."""
        self.ensure_one()
        report = self.env.ref("beauty_membership.action_report_member_statement")
        return {**report.report_action(self), "close_on_report_download": True}

    def _get_statements(self):
        """Return what is printed of each member.

        :return: list of dict, see :meth:`_get_statement`
        """
        return [
            self.with_context(lang=partner.lang or self.env.lang)._get_statement(
                partner
            )
            for partner in self.partner_ids
        ]

    def _get_statement(self, partner):
        """Return one member's statement.

        :return: dict: wizard, partner, company, blocks (see :meth:`_get_block`), due
        """
        partner = partner.with_env(self.env)
        return {
            "wizard": self,
            "partner": partner,
            "company": self.env.company,
            "blocks": self._get_blocks(partner),
            "due": self._get_due(partner),
        }

    def _get_due(self, partner):
        contracts = self.contract_ids or self.env["beauty.contract"].search(
            [("company_id", "=", self.env.company.id), ("state", "!=", "closed")]
            + [("partner_id", "=", partner.id)]
        )
        own = contracts.filtered(lambda c: c.partner_id == partner)
        return sum(own.mapped("amount_due"))

    def _get_blocks(self, partner):
        """Return the holdings with something to tell; earned points are one."""
        domain = [
            ("partner_id", "=", partner.id),
            ("company_id", "=", self.env.company.id),
            ("date", "<=", self.date_to),
        ]
        if self.contract_ids:
            domain.append(("contract_id", "in", self.contract_ids.ids))
        entries = self.env["beauty.entry"].search(domain, order="date, id")
        groups = entries.grouped(
            lambda e: e.entitlement_id if e.contract_id else e.env["beauty.entitlement"]
        )
        blocks = [self._get_block(holding, own) for holding, own in groups.items()]
        return [b for b in blocks if b["rows"] or b["opening"] or b["closing"]]

    def _get_block(self, holding, entries):
        """Return one holding's part of a statement.

        :param holding: beauty.entitlement; empty for earned points
        :param entries: its beauty.entry up to the last day, oldest first
        :return: dict: holding, format (function of units), opening, closing (units),
            rows (list of dict: entry, left, technician, ticket)
        """
        before = entries.filtered(lambda e: e.date < self.date_from)
        left = opening = sum(before.mapped("quantity"))
        rows = []
        for entry in entries - before:
            left += entry.quantity
            # sudo: an accountant may not read tickets; she prints who served, and where
            line = entry.sudo().pos_order_line_id
            row = {
                "technician": line.technician_id.name or "",
                "ticket": line.order_id.pos_reference or "",
            }
            rows.append({"entry": entry, "left": left, **row})
        return {
            "holding": holding,
            "format": (holding or entries[:1].entitlement_id)._format_units,
            "opening": opening,
            "closing": left,
            "rows": rows,
        }
