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

    _key_unique = models.UniqueIndex(
        "(idempotency_key)", "This movement was recorded already."
    )

    def init(self):
        """Make PostgreSQL the keeper of the ledger's law."""
        res = super().init()
        self._create_triggers()
        return res

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

    def _create_triggers(self):
        protected = " OR ".join(f"NEW.{c} IS DISTINCT FROM OLD.{c}" for c in PROTECTED)
        # static SQL: only the constant column names above are put in
        self.env.cr.execute(TRIGGERS.replace("__PROTECTED__", protected))

    @api.model
    def _drop_triggers(self):
        """Leave no function behind when the addon goes (rows go with their tables)."""
        self.env.cr.execute(DROP_TRIGGERS)


TRIGGERS = """
CREATE OR REPLACE FUNCTION beauty_entry_protect() RETURNS trigger AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'Membership ledger entries cannot be deleted.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF __PROTECTED__
       OR (NEW.partner_id IS NULL AND OLD.partner_id IS NOT NULL)
       OR (NEW.booking_partner_id IS NULL) <> (OLD.booking_partner_id IS NULL)
       OR (NEW.beneficiary_id IS NULL) <> (OLD.beneficiary_id IS NULL)
       OR (OLD.account_move_line_id IS NOT NULL
           AND NEW.account_move_line_id IS DISTINCT FROM OLD.account_move_line_id)
    THEN
        RAISE EXCEPTION 'Membership ledger entries cannot be changed.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql;

CREATE OR REPLACE FUNCTION beauty_entry_book() RETURNS trigger AS $$
BEGIN
    NEW.booking_partner_id := COALESCE(NEW.booking_partner_id, NEW.partner_id);
    RETURN NEW;
END $$ LANGUAGE plpgsql;

CREATE OR REPLACE FUNCTION beauty_entry_move() RETURNS trigger AS $$
DECLARE
    holding beauty_entitlement%ROWTYPE;
BEGIN
    UPDATE beauty_entitlement
       SET remaining = remaining + NEW.quantity,
           amount_remaining = amount_remaining + NEW.amount
     WHERE id = NEW.entitlement_id
    RETURNING * INTO holding;
    IF holding.company_id <> NEW.company_id
       OR holding.currency_id <> NEW.currency_id
       OR holding.partner_id IS DISTINCT FROM NEW.partner_id
       OR (holding.kind <> 'value' AND NEW.quantity <> trunc(NEW.quantity))
    THEN
        RAISE EXCEPTION 'The entry does not fit its holding.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$ LANGUAGE plpgsql;

CREATE OR REPLACE FUNCTION beauty_entitlement_guard() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF COALESCE(NEW.remaining, 0) <> 0
           OR COALESCE(NEW.amount_remaining, 0) <> 0
        THEN
            RAISE EXCEPTION 'A holding starts empty; an entry fills it.'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF pg_trigger_depth() < 2
       AND (NEW.remaining IS DISTINCT FROM OLD.remaining
            OR NEW.amount_remaining IS DISTINCT FROM OLD.amount_remaining)
    THEN
        RAISE EXCEPTION 'Only an entry moves the balance of a holding.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.kind IS DISTINCT FROM OLD.kind
       OR NEW.quantity IS DISTINCT FROM OLD.quantity
       OR NEW.amount IS DISTINCT FROM OLD.amount
       OR NEW.unit_amount IS DISTINCT FROM OLD.unit_amount
       OR NEW.product_units IS DISTINCT FROM OLD.product_units
       OR NEW.list_price IS DISTINCT FROM OLD.list_price
       OR COALESCE(NEW.is_part_paid, false) <> COALESCE(OLD.is_part_paid, false)
       OR NEW.company_id IS DISTINCT FROM OLD.company_id
       OR NEW.currency_id IS DISTINCT FROM OLD.currency_id
    THEN
        RAISE EXCEPTION 'What a holding was granted as cannot be changed.'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$ LANGUAGE plpgsql;

CREATE OR REPLACE TRIGGER beauty_entry_protect_rows
    BEFORE UPDATE OR DELETE ON beauty_entry
    FOR EACH ROW EXECUTE FUNCTION beauty_entry_protect();
CREATE OR REPLACE TRIGGER beauty_entry_protect_table
    BEFORE TRUNCATE ON beauty_entry
    FOR EACH STATEMENT EXECUTE FUNCTION beauty_entry_protect();
CREATE OR REPLACE TRIGGER beauty_entry_book
    BEFORE INSERT ON beauty_entry
    FOR EACH ROW EXECUTE FUNCTION beauty_entry_book();
CREATE OR REPLACE TRIGGER beauty_entry_move
    AFTER INSERT ON beauty_entry
    FOR EACH ROW EXECUTE FUNCTION beauty_entry_move();
CREATE OR REPLACE TRIGGER beauty_entitlement_guard
    BEFORE INSERT OR UPDATE ON beauty_entitlement
    FOR EACH ROW EXECUTE FUNCTION beauty_entitlement_guard();
"""

DROP_TRIGGERS = """
DROP FUNCTION IF EXISTS beauty_entry_protect() CASCADE;
DROP FUNCTION IF EXISTS beauty_entry_book() CASCADE;
DROP FUNCTION IF EXISTS beauty_entry_move() CASCADE;
DROP FUNCTION IF EXISTS beauty_entitlement_guard() CASCADE;
"""
