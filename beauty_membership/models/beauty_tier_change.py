# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError
from ..rules.money import from_cents
from ..rules.tiers import EARNED, KEPT, LOWERED, Decision, Numbers

MANUAL, PLAN, TAKEN_BACK, MERGED, WARNING = (
    "manual", "plan", "taken_back", "merged", "warning",
)  # fmt: skip
KINDS = [
    (EARNED, "Earned"),
    (KEPT, "Kept"),
    (LOWERED, "Lowered"),
    (MANUAL, "By Hand"),
    (PLAN, "Bought"),
    (TAKEN_BACK, "Taken Back"),
    (MERGED, "Merged"),
    (WARNING, "Warned"),
]
# Only code can pass this object in a context; a call from outside cannot.
BY_TIER = object()


class BeautyTierChange(models.Model):
    """One decision about a member's tier, with the numbers it was made on.

    Tickets, the nightly review, the wizard and merges write it; it never changes.
    A warning says what will happen: the tier a member is going to have.
    """

    _name = "beauty.tier.change"
    _description = "Tier Change"
    _order = "date desc, id desc"
    _rec_name = "reason"

    partner_id = fields.Many2one(
        "res.partner", string="Member", required=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(selection=KINDS, required=True)
    from_tier_id = fields.Many2one("beauty.tier", ondelete="restrict")
    from_valid_until = fields.Date(help="Last day of the tier before.")
    to_tier_id = fields.Many2one("beauty.tier", ondelete="restrict")
    to_valid_until = fields.Date(help="Last day of the new tier. Empty: for ever.")
    date = fields.Date(required=True)
    reason = fields.Char(required=True)
    # The numbers it was decided on
    window_months = fields.Integer(help="Months back in which these were counted.")
    spend = fields.Monetary(string="Money", help="Received, or consumed.")
    visits = fields.Integer()
    points = fields.Integer()
    recharge = fields.Monetary(string="Biggest Recharge")
    # Where it came from
    user_id = fields.Many2one("res.users", string="By", ondelete="set null")
    pos_order_id = fields.Many2one(
        "pos.order", string="Ticket", ondelete="restrict", index="btree_not_null"
    )
    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        ondelete="restrict",
        index="btree_not_null",
        help="The plan that carries the tier.",
    )
    company_id = fields.Many2one("res.company", required=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")

    @api.model_create_multi
    def create(self, vals_list):
        self._ensure_server()
        return super().create(vals_list)

    def write(self, vals):
        self._ensure_server()
        return super().write(vals)

    def _ensure_server(self):
        """The log is written by what it logs."""
        if not self.env.su:
            raise MembershipError(
                self.env._("The log of tiers is written by the changes themselves.")
            )

    @api.model
    def _record(self, company, decisions, **origin):
        """Give members the tiers that were decided, and log each.

        :param decisions: list of (res.partner, Decision, Numbers, dict of fields)
        :param origin: fields of all rows, such as pos_order_id
        :return: beauty.tier.change records in the order given
        """
        # sudo: members' tiers and their log are the server's to write
        Change = self.sudo().with_company(company)
        ids = [partner.id for partner, *_rest in decisions]
        # one recordset, so that all members are read at once
        members = Change.env["res.partner"].browse(ids)
        rows = [
            Change._prepare_vals(company, member, decision, numbers) | values | origin
            for member, (_partner, decision, numbers, values) in zip(
                members, decisions, strict=True
            )
        ]
        changes = Change.create(rows)
        changes.filtered(lambda change: change.kind != WARNING)._apply()
        return changes

    @api.model
    def _record_by_hand(self, partner, tier_id, valid_until, reason):
        """Log what somebody wrote on a member, from the tier she had before."""
        company = self.env.company
        decision = Decision(MANUAL, partner.tier_id.id, partner.tier_valid_until)
        member = partner.sudo().with_company(company)
        vals = self._prepare_vals(company, member, decision, Numbers())
        old = {"from_tier_id": tier_id, "from_valid_until": valid_until}
        # sudo: see _record
        return self.sudo().create(vals | old | {"reason": reason})

    @api.model
    def _prepare_vals(self, company, member, decision, numbers):
        digits = company.currency_id.decimal_places
        values = {
            "partner_id": member.id,
            "kind": decision.kind,
            "from_tier_id": member.tier_id.id,
            "from_valid_until": member.tier_valid_until,
            "to_tier_id": decision.tier_id,
            "to_valid_until": decision.valid_until,
            "date": self.env["beauty.tier"]._get_today(company),
            "window_months": self._get_window(company, decision, member.tier_id.id),
            "spend": from_cents(numbers.spend, digits),
            "visits": numbers.visits,
            "points": numbers.points,
            "recharge": from_cents(numbers.recharge, digits),
            "user_id": self.env.uid,
            "company_id": company.id,
        }
        return values | {"reason": self._describe(company, values)}

    @api.model
    def _get_window(self, company, decision, tier_id):
        """Return the months that were looked at: of the tier that was at stake."""
        tier_id = decision.tier_id if decision.kind == EARNED else tier_id
        return next(
            (
                level.window_months
                for level in self.env["beauty.tier"]._get_ladder(company)
                if level.tier_id == tier_id
            ),
            0,
        )

    @api.model
    def _describe(self, company, values):
        """Say in words what a decision was made on."""
        done = []
        if values["spend"]:
            done.append(company.currency_id.format(values["spend"]))
        if values["visits"]:
            done.append(self.env._("%s visits", values["visits"]))
        if values["points"]:
            done.append(self.env._("%s points", values["points"]))
        if values["recharge"]:
            money = company.currency_id.format(values["recharge"])
            done.append(self.env._("%s in one recharge", money))
        return self.env._(
            "%(done)s in %(months)s months",
            done=", ".join(done) or self.env._("nothing"),
            months=values["window_months"],
        )

    def _apply(self):
        """Write the tiers of the log on the members, those alike at once."""
        groups = self.grouped(
            lambda change: (change.company_id, change.to_tier_id, change.to_valid_until)
        )
        for (company, tier, until), changes in groups.items():
            members = changes.partner_id.with_company(company)
            members.with_context(beauty_tier=BY_TIER).write(
                {"tier_id": tier.id, "tier_valid_until": until}
            )
        reached = self.filtered(
            lambda change: change.kind in (EARNED, PLAN) and change.to_tier_id
        )
        for change in reached.filtered("to_tier_id.gift_plan_ids"):
            change._give_gifts()

    def _give_gifts(self):
        """Grant the plans of the tier free, once to each member."""
        self.ensure_one()
        contracts = self.env["beauty.contract"].search(
            [
                ("partner_id", "=", self.partner_id.id),
                ("tier_change_id.to_tier_id", "=", self.to_tier_id.id),
                ("state", "!=", "closed"),
            ]
        )
        for plan in self.to_tier_id.gift_plan_ids - contracts.plan_id:
            plan._grant_free(
                self.partner_id,
                f"tier:{self.id}:{plan.id}",
                shop=self.pos_order_id.config_id.beauty_shop_id,
                tier_change_id=self.id,
            )

    @api.model
    def _get_last_kinds(self, company, partner_ids):
        """Return {partner id: kind} of the last change of each member, in one query."""
        rows = self.sudo().search_fetch(
            [
                ("company_id", "=", company.id),
                ("partner_id", "in", partner_ids),
                ("kind", "not in", (WARNING, MERGED)),
            ],
            ["partner_id", "kind"],
            order="id",
        )
        return {row.partner_id.id: row.kind for row in rows}
