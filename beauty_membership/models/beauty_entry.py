# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..exceptions import MembershipError

MOVEMENTS = [
    ("grant", "Granted"),
    ("redeem", "Used"),
    ("refund", "Refunded"),
    ("restore", "Given Back"),
    ("expire", "Expired"),
    ("reinstate", "Reinstated"),
    ("transfer_out", "Transferred Out"),
    ("transfer_in", "Transferred In"),
    ("adjust", "Adjusted"),
    ("clawback", "Taken Back"),
]

# What an entry says. Everything else (log columns, later versions' columns) is free.
PROTECTED = (
    "entitlement_id",
    "contract_id",
    "movement",
    "quantity",
    "amount",
    "list_amount",
    "idempotency_key",
    "date",
    "shop_id",
    "pos_order_line_id",
    "pos_payment_id",
    "operation_id",
    "reversed_entry_id",
    "reward_id",
    "reward_quantity",
    "reason",
    "company_id",
    "currency_id",
)


class BeautyEntry(models.Model):
    """One movement of a holding: the append-only ledger of the membership.

    Sign rule: positive adds to the holding and to the liability behind it,
    negative takes away. Only ``beauty.entitlement._post_entry`` creates entries;
    nobody changes or deletes one, PostgreSQL itself refuses it. A correction is
    a new entry that names the one it reverses.
    """

    _name = "beauty.entry"
    _description = "Membership Ledger Entry"
    _order = "date desc, id desc"
    _rec_name = "movement"

    entitlement_id = fields.Many2one(
        comodel_name="beauty.entitlement",
        required=True,
        ondelete="restrict",
        index=True,
        readonly=True,
    )
    contract_id = fields.Many2one(
        comodel_name="beauty.contract",
        ondelete="restrict",
        index=True,
        readonly=True,
        help="The holding's contract; empty for earned points.",
    )
    partner_id = fields.Many2one(
        "res.partner", string="Member", ondelete="restrict", index=True, readonly=True
    )
    beneficiary_id = fields.Many2one(
        "res.partner",
        string="Used by",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="Who used it, if not the member whose holding it is.",
    )
    movement = fields.Selection(selection=MOVEMENTS, required=True, readonly=True)
    booking_partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Booked on",
        ondelete="restrict",
        readonly=True,
        help="Who held it on that day: the closing books the entry on her, also if "
        "somebody else holds it since.",
    )
    quantity = fields.Float(digits=(16, 2), required=True, readonly=True)
    amount = fields.Monetary(
        required=True, readonly=True, help="Change of the liability."
    )
    list_amount = fields.Monetary(
        readonly=True, help="The same units at the list price of the sale."
    )
    idempotency_key = fields.Char(required=True, readonly=True)
    date = fields.Date(required=True, readonly=True, index=True)
    shop_id = fields.Many2one("beauty.shop", ondelete="restrict", readonly=True)
    pos_order_line_id = fields.Many2one(
        "pos.order.line", ondelete="restrict", index="btree_not_null", readonly=True
    )
    pos_payment_id = fields.Many2one(
        "pos.payment", ondelete="restrict", index="btree_not_null", readonly=True
    )
    account_move_line_id = fields.Many2one(
        comodel_name="account.move.line",
        string="Journal Item",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="Set once, when the register closes or the invoice is posted.",
    )
    operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Changed by",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="The change of the contract after its sale that made this movement.",
    )
    reversed_entry_id = fields.Many2one(
        "beauty.entry", ondelete="restrict", index="btree_not_null", readonly=True
    )
    reward_id = fields.Many2one(
        comodel_name="beauty.reward",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="What points were spent on.",
    )
    reward_quantity = fields.Integer(
        readonly=True,
        help="How many rewards this movement took; negative when given back. It "
        "stands on one entry where several lots paid.",
    )
    reason = fields.Char(readonly=True)
    user_id = fields.Many2one("res.users", ondelete="restrict", readonly=True)
    company_id = fields.Many2one(
        "res.company", required=True, ondelete="restrict", index=True, readonly=True
    )
    currency_id = fields.Many2one(
        "res.currency", required=True, ondelete="restrict", readonly=True
    )

    _refunds = models.Index("(id) WHERE movement = 'refund'")
    _key_unique = models.UniqueIndex(
        "(idempotency_key)", "This movement was recorded already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            raise MembershipError(
                self.env._("Ledger entries come from tickets and contracts only.")
            )
        return super().create(vals_list)

    # pylint: disable-next=method-required-super
    def copy(self, default=None):
        raise MembershipError(self.env._("Ledger entries cannot be duplicated."))
