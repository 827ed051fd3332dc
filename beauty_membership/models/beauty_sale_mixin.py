# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautySaleMixin(models.AbstractModel):
    """What a contract asks of the line that sells its plan, or takes it back.

    The lines of tickets and of invoices answer; the grant does not care which.
    """

    _name = "beauty.sale.mixin"
    _description = "Line that Sells a Plan"

    def _get_sale_quantity(self):
        """Return how many plans the line sells: float, whole if all is well."""
        raise NotImplementedError

    def _get_sale_name(self):
        """Return the line in words, for refusals."""
        raise NotImplementedError

    def _get_sale_key(self):
        """Return a str that no other sale has: the root of idempotency keys."""
        raise NotImplementedError

    def _get_sale_company(self):
        """Return the res.company that sells."""
        raise NotImplementedError

    def _get_sale_buyer(self):
        """Return the res.partner who buys, may be empty."""
        raise NotImplementedError

    def _get_sale_member(self):
        """Return the res.partner whose contract it becomes, may be empty."""
        raise NotImplementedError

    def _get_sale_date(self):
        """Return the date of the sale."""
        raise NotImplementedError

    def _get_sale_shop(self):
        """Return the beauty.shop of the sale, may be empty."""
        raise NotImplementedError

    def _get_offer_refusal(self):
        """Say why the buyer may not buy this plan, or nothing."""
        raise NotImplementedError

    def _is_kept_against_rules(self):
        """Whether the sale took money before anybody could ask: it is stored."""
        raise NotImplementedError

    def _get_sale_amount_due(self):
        """Return the money of the price that a later ticket collects."""
        raise NotImplementedError

    def _get_sale_extra_bonus(self):
        """Return the stored value that a cashier gives on top."""
        raise NotImplementedError

    def _prepare_contract_source(self):
        """Return the values of a contract that name the line."""
        raise NotImplementedError

    def _prepare_entry_source(self):
        """Return the values of ledger entries that name the line."""
        raise NotImplementedError
