# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import formatLang

from ..rules import ladder
from ..rules.ladder import Step, find_problem
from ..rules.money import to_cents

BONUS_KINDS = [
    ("value", "Stored Value"),
    ("session", "Sessions"),
    ("points", "Points"),
    ("coupon", "Coupon"),
]


class BeautyPlanStep(models.Model):
    """A step of a recharge's ladder: from which amount on what is given on top."""

    _name = "beauty.plan.step"
    _inherit = ["beauty.plan.grant.mixin"]
    _description = "Recharge Step"
    _order = "amount, id"

    amount = fields.Monetary(
        string="From", required=True, help="Put in this much or more, included."
    )
    amount_end = fields.Monetary(
        string="Up to",
        help="Below this amount, not included. Empty: up to the next step.",
    )
    kind = fields.Selection(
        selection=BONUS_KINDS, string="Gift", required=True, default="value"
    )
    quantity = fields.Float(
        help="Money for stored value; whole sessions, points or coupons."
    )
    product_ids = fields.Many2many(
        string="For",
        domain="[('is_membership_plan', '=', False)]",
        help="The services of the sessions. Stored value: empty is for everything.",
    )
    program_id = fields.Many2one(
        comodel_name="loyalty.program",
        string="Coupon Program",
        ondelete="restrict",
        domain="[('program_type', 'in', ('coupons', 'next_order_coupons'))]",
        help="An Odoo coupon of this program is made for the member.",
    )

    @api.depends("amount", "kind", "quantity", "product_ids", "program_id")
    def _compute_display_name(self):
        for step in self:
            step.display_name = self.env._(
                "from %(amount)s: %(gift)s",
                amount=formatLang(self.env, step.amount, currency_obj=step.currency_id),
                gift=step._get_gift_name(),
            )

    def _get_offer(self):
        """Return steps of one amount as they are advertised: 500 gives 50."""
        step = self[:1]
        return self.env._(
            "%(amount)s gives %(gift)s",
            amount=formatLang(self.env, step.amount, currency_obj=step.currency_id),
            gift=" + ".join(gift._get_gift_name() for gift in self),
        )

    def _get_gift_name(self):
        """Return what the step gives, in words."""
        self.ensure_one()
        if self.kind == "value":
            return formatLang(self.env, self.quantity, currency_obj=self.currency_id)
        names = {
            "session": " / ".join(self.product_ids.mapped("name")),
            "points": self.env._("points"),
            "coupon": self.program_id.name or "",
        }
        return f"{self.quantity:g} x {names[self.kind]}"

    @api.constrains(
        "amount", "amount_end", "kind", "product_ids", "program_id", "plan_id"
    )
    def _check_ladder(self):
        for plan in self.plan_id:
            rules = [step._prepare_step() for step in plan.step_ids]
            by_rule = dict(zip(rules, plan.step_ids, strict=True))
            found = find_problem(rules)
            if found:
                code, rule, following = found
                raise ValidationError(
                    self._get_problem_message(
                        code, by_rule[rule], by_rule.get(following)
                    )
                )

    @api.constrains("kind", "product_ids", "program_id")
    def _check_gift(self):
        for step in self:
            if step.kind == "session" and not step.product_ids:
                raise ValidationError(
                    self.env._("Say which service the free sessions are for.")
                )
            if step.kind == "coupon" and not step.program_id:
                raise ValidationError(self.env._("Say which coupon the step gives."))

    def _prepare_step(self):
        """Return the step as :mod:`..rules.ladder` takes it."""
        self.ensure_one()
        digits = self.currency_id.decimal_places
        end = to_cents(self.amount_end, digits)
        what = (self.kind, frozenset(self.product_ids.ids), self.program_id.id)
        return Step(to_cents(self.amount, digits), end or None, what)

    @api.model
    def _get_problem_message(self, code, step, following):
        """Return a problem of :func:`..rules.ladder.find_problem` in words."""
        money = step.currency_id.format
        words = {
            "plan": step.plan_id.name,
            "amount": money(step.amount),
            "end": money(step.amount_end),
            "next": money(following.amount) if following else "",
        }
        return self._get_problem_templates()[code] % words

    @api.model
    def _get_problem_templates(self):
        return {
            ladder.NEGATIVE: self.env._(
                "A step of “%(plan)s” starts at %(amount)s. Steps start above zero."
            ),
            ladder.ENDS_BEFORE_START: self.env._(
                "The step from %(amount)s ends at %(end)s, before it starts. Write a "
                "higher end, or leave it empty."
            ),
            ladder.DUPLICATE: self.env._(
                "Two steps from %(amount)s give the same. Remove one of them."
            ),
            ladder.GAP: self.env._(
                "Between %(end)s and %(next)s nothing is given: end the step from "
                "%(amount)s at %(next)s, which is not included, or leave it empty."
            ),
            ladder.OVERLAP: self.env._(
                "The step from %(amount)s goes up to %(end)s, the next starts at "
                "%(next)s already. End it there, or leave it empty."
            ),
            ladder.LAST_ENDS: self.env._(
                "Above %(end)s nothing is given: leave the end of the last step, from "
                "%(amount)s, empty."
            ),
        }

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            "plan_id",
            "amount",
            "amount_end",
            "kind",
            "quantity",
            "product_ids",
            "display_name",
        ]
