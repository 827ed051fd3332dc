# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, fields, models

FEE_NAMES = {"en_US": "Membership Fee", "zh_CN": "会员手续费"}


class ResCompany(models.Model):
    """What changes of contracts are booked on, and what needs a second person."""

    _inherit = "res.company"

    beauty_adjust_account_id = fields.Many2one(
        comodel_name="account.account",
        string="Adjustments Account",
        domain="[('account_type', 'in', ('expense', 'expense_direct_cost', "
        "'income', 'income_other'))]",
        help="Cost or income of units and value that a manager adds to contracts or "
        "takes off. No tax: nobody paid for it and no service was performed. Empty: "
        "made when it is needed.",
    )
    beauty_adjust_limit = fields.Float(
        string="Adjusted Alone",
        digits="Product Price",
        help="Most that one manager adjusts alone, the units at their list price. "
        "Above it a second person approves. 0: always.",
    )
    beauty_fee_product_id = fields.Many2one(
        comodel_name="product.product",
        string="Fee Product",
        domain="[('type', '=', 'service'), ('is_membership_plan', '=', False)]",
        help="Stands on the invoice of a fee; its taxes and income account are those "
        "of the fee. Empty: made when it is needed.",
    )

    def _get_fee_product(self):
        """Return the product of fees, made once for each company."""
        self.ensure_one()
        if not self.beauty_fee_product_id:
            product = self.env["product.product"].create(
                {
                    "name": FEE_NAMES["en_US"],
                    "type": "service",
                    "list_price": 0.0,
                    "company_id": self.id,
                    "taxes_id": [Command.set(self.account_sale_tax_id.ids)],
                    "supplier_taxes_id": [Command.clear()],
                }
            )
            self.beauty_fee_product_id = self._name_in_languages(product, FEE_NAMES)
        return self.beauty_fee_product_id

    def _invoice_fee(self, partner, money, day, label):
        """Invoice a fee to a member: it is paid at a till or by the accountant.

        :param float money: taxes included
        :return: account.move, posted
        """
        self.ensure_one()
        # sudo: a manager asks for the fee; she need not be an accountant
        company = self.sudo()
        product = company._get_fee_product()
        taxes = company._get_service_taxes(product)
        price = company.env["beauty.entitlement"]._get_line_price(
            money, product, taxes, company
        )
        move = company.env["account.move"].create(
            {
                "move_type": "out_invoice",
                "partner_id": partner.id,
                "company_id": company.id,
                "invoice_date": day,
                "invoice_origin": label,
                "invoice_line_ids": [
                    Command.create(
                        {
                            "product_id": product.id,
                            "name": label,
                            "price_unit": price["price_unit"],
                            "tax_ids": [Command.set(taxes.ids)],
                            "extra_tax_data": price["extra_tax_data"],
                        }
                    )
                ],
            }
        )
        move.action_post()
        return move
