# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import GrantRefused


class BeautyContract(models.Model):
    """Trials: sold once to a person, and what became of them."""

    _inherit = "beauty.contract"

    is_trial = fields.Boolean(string="Trial", readonly=True)
    once_key = fields.Char(
        readonly=True,
        copy=False,
        help="Phone or contact of whom a trial was sold to: two tills cannot sell it "
        "to one person at the same time.",
    )
    converted_on = fields.Date(
        readonly=True, help="When the member first bought something after her trial."
    )
    converting_contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        string="Converted by",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="What she bought then.",
    )
    conversion_rate = fields.Float(
        string="Conversion (%)",
        compute="_compute_conversion_rate",
        store=True,
        aggregator="avg",
        help="Of the trials: those whose member bought something afterwards.",
    )

    _once_per_person = models.UniqueIndex(
        "(plan_id, once_key) WHERE once_key IS NOT NULL AND state <> 'closed'",
        "This trial was just sold to the same person at another till.",
    )

    @api.depends("converted_on")
    def _compute_conversion_rate(self):
        for contract in self:
            contract.conversion_rate = 100.0 if contract.converted_on else 0.0

    @api.model
    def _get_sold_plan(self, line):
        """A sale against the plan's rules is refused; one that took money is kept."""
        plan = super()._get_sold_plan(line)
        refusal = line._get_offer_refusal()
        if refusal and not line._is_kept_against_rules():
            raise GrantRefused(refusal)
        if refusal:
            self.env["beauty.exception"]._raise_offer(line, plan, refusal)
        return plan

    @api.model
    def _grant_line(self, line, amount, price_total):
        contracts = super()._grant_line(line, amount, price_total)
        contracts[:1]._convert_trials()
        return contracts

    def _convert_trials(self):
        """What a member buys after her trials converts them."""
        if not self.partner_id or self.is_trial:
            return
        trials = self.search(
            [
                ("partner_id", "=", self.partner_id.id),
                ("company_id", "=", self.company_id.id),
                ("is_trial", "=", True),
                ("converted_on", "=", False),
                ("state", "!=", "closed"),
            ]
        )
        trials.write(
            {"converted_on": self.date_start, "converting_contract_id": self.id}
        )

    def _refund_untouched(self, line, count):
        """What comes back untouched converted nobody."""
        amount = super()._refund_untouched(line, count)
        closed = self.filtered(lambda c: c.state == "closed")
        self.search([("converting_contract_id", "in", closed.ids)]).write(
            {"converted_on": False, "converting_contract_id": False}
        )
        return amount
