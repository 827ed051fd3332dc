# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyContract(models.Model):
    """What a till asks about gift cards: by their code, or those it just sold."""

    _inherit = "beauty.contract"

    @api.model
    def get_gift(self, code, config_id):
        """Return an unclaimed gift card for the till, by its code.

        :return: dict: contract_id, name, plan_name, remaining (money), date_expiry,
            value_lots as the member card has them
        :raises MembershipError: if there is none
        """
        self._ensure_at_till()
        config = self.env["res.partner"]._fetch_config(config_id)
        contract = self._find_gift(code, config)
        Entitlement = self.env["beauty.entitlement"].sudo()
        nobody = self.env["res.partner"]
        rows = Entitlement._fetch_holdings(nobody, config.company_id, contract)
        lots = Entitlement._prepare_value_rows(rows, config)
        return {
            "contract_id": contract.id,
            "name": contract.name,
            "plan_name": contract.plan_id.name,
            "remaining": sum(lot["remaining"] for lot in lots),
            "date_expiry": fields.Date.to_string(contract.date_end) or False,
            "value_lots": lots,
        }

    @api.model
    def get_gift_cards(self, order_uuid, config_id):
        """Return the codes of the gift cards of a ticket, to print and hand over.

        Only on the register that sold them, while its session is open.

        :return: list of dict: contract_id, name, plan_name, code (grouped), amount,
            date_expiry
        """
        self._ensure_at_till()
        config = self.env["res.partner"]._fetch_config(config_id)
        # sudo: codes are not readable; the register just sold these
        contracts = self.sudo().search(
            [
                ("is_gift_card", "=", True),
                ("claimed_on", "=", False),
                ("pos_order_line_id.order_id.uuid", "=", str(order_uuid or "")),
                ("pos_order_line_id.order_id.session_id.config_id", "=", config.id),
                ("pos_order_line_id.order_id.session_id.state", "=", "opened"),
            ]
        )
        return [contract._prepare_gift_row() for contract in contracts]

    def _prepare_gift_row(self):
        self.ensure_one()
        return {
            "contract_id": self.id,
            "name": self.name,
            "plan_name": self.plan_id.name,
            "code": self.claim_code_text,
            "amount": self._get_gift_amount(),
            "date_expiry": fields.Date.to_string(self.date_end) or False,
        }

    def _get_gift_amount(self):
        """Return the money a gift card is still worth."""
        return sum(self.entitlement_ids.mapped("remaining"))

    @api.model
    def claim_gift(self, code, partner_id, config_id):
        """Put an unclaimed gift card on a member's card.

        :param str code: as typed or scanned
        :param int partner_id: the member
        :param int config_id: the register
        :return: dict, her card as `get_member_card` gives it
        :raises MembershipError: if nothing can be claimed with that code
        """
        self._ensure_at_till()
        Partner = self.env["res.partner"]
        config = Partner._fetch_config(config_id)
        partner = Partner._fetch_partner(partner_id, config)
        self._find_gift(code, config)._claim(partner)
        return Partner.get_member_card(partner_id, config_id)

    @api.model
    def _ensure_at_till(self):
        self.env["beauty.service.log"]._ensure_at_till()
