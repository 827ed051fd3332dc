# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.tests import tagged

from .common_audit import AuditCommon


@tagged("post_install", "-at_install")
class TestAuditTaxes(AuditCommon):
    """Taxes mapped, tagged, or changed after the sale; goods valued in real time."""

    def _map_taxes(self, tax):
        position = self.env["account.fiscal.position"].create(
            {"name": "Abroad", "company_id": self.company.id}
        )
        tax.write(
            {
                "fiscal_position_ids": [Command.set(position.ids)],
                "original_tax_ids": [Command.set(self.vat.ids)],
            }
        )
        return position

    def _tell_mapped_story(self, position, **values):
        for point in ("redemption", "sale"):
            plan = self._create_plan(point, 833.33, tax_point=point)
            lines = [self._plan_line(plan)]
            order = self._sync(
                self._ticket(lines, fiscal_position_id=position.id, **values)
            )
            holding = self._get_contracts(order).entitlement_ids
            lines = [self._use_line(holding), self._use_line(holding)]
            ticket = self._ticket(lines, fiscal_position_id=position.id, **values)
            use = self._sync(ticket)
            self.assertEqual(use.fiscal_position_id, position)
            use.lines[0]._refund_use(self.session, "Wrong item")
            self.assertEqual(holding.remaining, 9)
        self._close()
        self._assert_books()

    def test_fiscal_position_maps_to_another_rate(self):
        tax = self._create_tax(5.5, price_include_override="tax_included")
        self._tell_mapped_story(self._map_taxes(tax))

    def test_fiscal_position_and_invoice(self):
        tax = self._create_tax(5.5, price_include_override="tax_included")
        self._tell_mapped_story(self._map_taxes(tax), to_invoice=True)

    def test_fiscal_position_takes_the_tax_away(self):
        self._tell_mapped_story(
            self._map_taxes(self._create_tax(0, price_include_override="tax_included"))
        )

    def test_tags_of_taxes(self):
        tags = self.env["account.account.tag"].create(
            [
                {"name": name, "applicability": "taxes", "country_id": country.id}
                for name, country in (
                    ("+base", self.company.account_fiscal_country_id),
                    ("+tax", self.company.account_fiscal_country_id),
                )
            ]
        )
        for lines in (
            self.vat.invoice_repartition_line_ids,
            self.vat.refund_repartition_line_ids,
        ):
            for line in lines:
                tag = tags[0] if line.repartition_type == "base" else tags[1]
                line.tag_ids = tag
        self._tell_taxed_story()

    def _tell_taxed_story(self):
        lines = self.env["pos.order.line"]
        for point in ("redemption", "sale"):
            plan = self._create_plan(point, 833.33, tax_point=point)
            lines |= self._sell_plan(plan).pos_order_line_id
            holding = self._sell_plan(plan).entitlement_ids
            self._use(holding)
            self._use(holding).lines._refund_use(self.session, "Wrong item")
        self._next_session()
        for line in lines:
            self._sync(self._ticket(self._refund_lines(line)))
        self._use(holding)
        self._close()
        self._assert_books()

    def test_tax_of_a_service_changes_after_the_sale(self):
        """The member keeps her value; the tax is that of the day of use."""
        for point in ("redemption", "sale"):
            plan = self._create_plan(point, 833.33, tax_point=point)
            self._sell_plan(plan)
        self._next_session()
        self.facial.taxes_id = self._create_tax(
            9, price_include_override="tax_excluded"
        )
        holdings = self.env["beauty.entitlement"].search(
            [("partner_id", "=", self.member.id), ("kind", "=", "session")]
        )
        for holding in holdings:
            self._use(holding)
        self._close()
        self._assert_books()

    def test_undo_after_the_tax_has_changed(self):
        """What was booked comes back as it was booked."""
        holding = self._sell_plan(self._create_plan("R", 833.33)).entitlement_ids
        order = self._use(holding)
        used = self._sum(self._next_session())
        self.facial.taxes_id = self._create_tax(
            9, price_include_override="tax_excluded"
        )
        order.lines._refund_use(self.session, "Wrong item")
        back = self._sum(self._close())
        self.assertEqual((used["income"], back["income"]), (-69.44, 69.44))
        self._assert_books()

    def test_anglo_saxon_company(self):
        self.company.anglo_saxon_accounting = True
        self._tell_taxed_story()

    def test_package_of_two_services(self):
        lines = [(self.facial, 8), (self.massage, 2)]
        for point in ("redemption", "sale"):
            plan = self._create_plan(point, 801.01, lines=lines, tax_point=point)
            contract = self._sell_plan(plan)
            uses = [self._use_line(holding) for holding in contract.entitlement_ids]
            self._sync(self._ticket(uses))
            while contract.units_left:
                holding = contract.entitlement_ids.filtered("remaining")[0]
                self._use(holding)
            self.assertEqual(contract.amount_remaining, 0.0)
        self._close()
        self._assert_books()
