# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.gift_code import make_code, normalise, to_groups


class BeautyContract(models.Model):
    """A gift card sold: nobody's until a member claims it by its code."""

    _inherit = "beauty.contract"

    is_gift_card = fields.Boolean(string="Gift Card", readonly=True)
    claim_code = fields.Char(
        readonly=True,
        copy=False,
        groups="beauty_membership.group_manager",
        help="Whoever has it can spend the card, or claim it for a member.",
    )
    claim_code_text = fields.Char(
        string="Code",
        compute="_compute_claim_code_text",
        groups="beauty_membership.group_manager",
    )
    claimed_on = fields.Datetime(
        readonly=True, copy=False, help="When a member put it on her card."
    )
    buyer_id = fields.Many2one(
        comodel_name="res.partner",
        string="Bought by",
        ondelete="restrict",
        readonly=True,
        index="btree_not_null",
        help="The customer of the ticket that sold the gift card.",
    )
    gift_name = fields.Char(string="Given to", readonly=True, copy=False)
    gift_email = fields.Char(string="Sent to", readonly=True, copy=False)
    gift_message = fields.Text(string="Greeting", readonly=True, copy=False)

    _claim_code_unique = models.UniqueIndex(
        "(claim_code)", "Two gift cards cannot have the same code."
    )

    @api.depends("claim_code")
    def _compute_claim_code_text(self):
        for contract in self:
            contract.claim_code_text = to_groups(contract.claim_code or "")

    # Finding one by its code

    @api.model
    def _find_gift(self, code, config):
        """Return the gift card of a code that nobody has claimed.

        :param code: as typed or scanned
        :param config: pos.config where it is shown; wrong codes count there
        :raises MembershipError: if there is none, or it cannot be used any more
        """
        config._take_gift_try()
        contract = self._search_gift(code, config)
        if not contract:
            raise MembershipError(
                self.env._("No gift card has this code. Check it and type it again.")
            )
        config._forgive_gift_tries()
        contract._ensure_unclaimed()
        return contract

    @api.model
    def _search_gift(self, code, config):
        # sudo: codes are not readable; whoever has one may see the card behind it
        return self.sudo().search(
            [
                ("claim_code", "=", normalise(code) or False),
                ("is_gift_card", "=", True),
                ("company_id", "=", config.sudo().company_id.id),
            ]
        )

    def _ensure_unclaimed(self):
        """:raises MembershipError: if it is on a member's card, or refunded"""
        self.ensure_one()
        if self.state == "closed":
            raise MembershipError(self.env._("This gift card was refunded."))
        if self.partner_id:
            raise MembershipError(
                self.env._(
                    "This gift card is on a member's card since %s. Choose that "
                    "member to spend it.",
                    fields.Date.to_string(self.claimed_on),
                )
            )
        if self.state != "active":
            raise MembershipError(self.env._("This gift card is frozen."))

    # Claiming

    def _claim(self, partner):
        """Holdings, entries and books follow the member, who has the card now."""
        self.ensure_one()
        partner.action_make_member()
        self.write({"partner_id": partner.id, "claimed_on": fields.Datetime.now()})
        self.entitlement_ids.write({"partner_id": partner.id})
        self.entry_ids.write({"partner_id": partner.id})
        self._book_assignment()
        self.message_post(body=self.env._("Claimed by %s.", partner.name))
        self.env["pos.order"]._notify_member_changed(partner)

    def action_renew_code(self):
        """Give an unclaimed gift card a new code; the old one works no more."""
        self.env["beauty.plan"].check_access("write")
        for contract in self:
            contract._ensure_is_gift()
            # sudo: no role writes contracts; a manager changes the code through here
            contract = contract.sudo()
            contract.claim_code = make_code()
            contract.message_post(body=self.env._("The code was replaced."))
        return True

    def _ensure_is_gift(self):
        """:raises MembershipError: if it is no gift card that waits for its owner"""
        if not self.is_gift_card:
            raise MembershipError(self.env._("%s is no gift card.", self.name))
        self._ensure_unclaimed()
