# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .beauty_entry import PROTECTED


class BeautyEntry(models.Model):
    """The ledger's law as PostgreSQL keeps it: triggers of entries and holdings."""

    _inherit = "beauty.entry"

    def init(self):
        """Make PostgreSQL the keeper of the ledger's law."""
        res = super().init()
        self._create_triggers()
        return res

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
