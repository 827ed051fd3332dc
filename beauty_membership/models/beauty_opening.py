# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools.misc import clean_context

from ..exceptions import MembershipError

STATES = [
    ("draft", "To Check"),
    ("posting", "Being Posted"),
    ("done", "Posted"),
]


class BeautyOpening(models.Model):
    """What members hold on the day the ledger begins, from another system.

    A manager makes it, imports its rows from a spreadsheet, checks them and posts
    them: contracts with their holdings and entries, and one journal entry.
    """

    _name = "beauty.opening"
    _inherit = ["mail.thread"]
    _description = "Opening Balance"
    _order = "id desc"
    _check_company_auto = True

    name = fields.Char(
        required=True, default=lambda self: self.env._("Opening balance")
    )
    date = fields.Date(
        required=True,
        default=lambda self: self.env.company._get_beauty_today(),
        help="Day of its entries and of its journal entry: the last day of the other "
        "system.",
    )
    company_id = fields.Many2one(
        "res.company",
        required=True,
        default=lambda self: self.env.company,
        ondelete="restrict",
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
    state = fields.Selection(
        selection=STATES, required=True, default="draft", readonly=True, tracking=True
    )
    account_id = fields.Many2one(
        comodel_name="account.account",
        string="Counterpart",
        compute="_compute_account_id",
        store=True,
        readonly=False,
        check_company=True,
        help="Debited for what members hold. If their prepayments stand on another "
        "account already, choose that one.",
    )
    line_ids = fields.One2many("beauty.opening.line", "opening_id", string="Rows")
    line_count = fields.Integer(compute="_compute_totals")
    done_count = fields.Integer(compute="_compute_totals")
    amount = fields.Monetary(
        string="Liability",
        compute="_compute_totals",
        help="What it puts on the prepayments account.",
    )
    points = fields.Integer(compute="_compute_totals")
    move_id = fields.Many2one(
        comodel_name="account.move",
        string="Journal Entry",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )

    @api.depends("company_id")
    def _compute_account_id(self):
        for opening in self:
            company = opening.company_id
            opening.account_id = company and company.get_unaffected_earnings_account()

    @api.depends("line_ids.amount", "line_ids.points", "line_ids.is_done")
    def _compute_totals(self):
        rows = {
            (opening, is_done): values
            for opening, is_done, *values in self.env[
                "beauty.opening.line"
            ]._read_group(
                [("opening_id", "in", self.ids)],
                ["opening_id", "is_done"],
                ["__count", "amount:sum", "points:sum"],
            )
        }
        for opening in self:
            done = rows.get((opening, True), (0, 0.0, 0))
            rest = rows.get((opening, False), (0, 0.0, 0))
            opening.done_count = done[0]
            opening.line_count = done[0] + rest[0]
            opening.amount = done[1] + rest[1]
            opening.points = done[2] + rest[2]

    @api.model_create_multi
    def create(self, vals_list):
        """An opening is born unposted, whatever a client sends."""
        closed = {"state", "move_id"}
        if not self.env.su and any(closed & set(vals) for vals in vals_list):
            raise MembershipError(self.env._("An opening balance is posted by Post."))
        clean = clean_context(self.env.context)
        # pylint: disable-next=context-overridden
        return super(BeautyOpening, self.with_context(clean)).create(vals_list)

    def write(self, vals):
        """What is being posted keeps its day, company and account."""
        kept = {"date", "company_id", "account_id", "state", "move_id", "line_ids"}
        if not self.env.su and kept & set(vals):
            for opening in self:
                if opening.state != "draft" or {"state", "move_id"} & set(vals):
                    raise MembershipError(
                        self.env._("%s is posted; adjust contracts instead.", self.name)
                    )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_posted(self):
        for opening in self:
            if opening.state != "draft":
                raise MembershipError(
                    self.env._("%s is posted and stays on record.", opening.name)
                )

    def action_import(self):
        """Open Odoo's import for the rows of this opening."""
        self.ensure_one()
        return {
            "type": "ir.actions.client",
            "tag": "import",
            "name": self.env._("Import Opening Balances"),
            "params": {
                "active_model": "beauty.opening.line",
                "context": {"default_opening_id": self.id},
            },
        }

    def action_open_lines(self):
        """Open the rows."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "beauty_membership.beauty_opening_line_action"
        )
        return {
            **action,
            "domain": [("opening_id", "=", self.id)],
            "context": {"default_opening_id": self.id},
        }
