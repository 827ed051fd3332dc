# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import SQL

from ..rules.money import from_cents
from ..rules.tiers import Decision, Numbers
from .beauty_tier_change import MANUAL


class BeautyOpeningLine(models.Model):
    """How rows become members, contracts, holdings and entries."""

    _inherit = "beauty.opening.line"

    def _post_rows(self):
        """Post rows; each of them once."""
        rows = self.filtered(lambda line: not line.is_done)
        rows._find_members()
        rows.filtered("plan_id")._make_contracts()
        rows._give_points()
        rows._give_tiers()
        rows.write({"is_done": True})

    # Members

    def _find_members(self):
        """Find each row's member by number, then phone; make the others at once."""
        known = self._get_known_members()
        waiting = self.filtered(lambda row: not row.partner_id)
        heads = waiting._get_new_heads(known)
        news = self.browse(dict.fromkeys(head.id for head in heads.values()))
        made = dict(zip(news, news._make_members(), strict=True))
        known.update((key, made[head]) for key, head in heads.items())
        for line in waiting:
            keys = line._get_member_keys()
            line.partner_id = next(known[key] for key in keys if key in known)
        self.partner_id.action_make_member()

    def _get_new_heads(self, known):
        """Return which row stands for each member that has to be made.

        :param known: {member key: res.partner}
        :return: {member key: row}
        """
        heads = {}
        for line in self:
            keys = line._get_member_keys()
            if not any(key in known for key in keys):
                head = next((heads[key] for key in keys if key in heads), line)
                heads.update(dict.fromkeys(keys, head))
        return heads

    def _get_member_keys(self):
        """Return what the member is known by, the surest first."""
        self.ensure_one()
        phone = self.phone and self._get_digits(self.phone)
        keys = [("member_number", self.member_number), ("phone", phone)]
        found = [key for key in keys if key[1]]
        return found or [("name", self.member_name)]

    @api.model
    def _get_digits(self, phone):
        """Return what two spellings of one phone share: its last eleven digits."""
        return "".join(char for char in phone if char.isdigit())[-11:]

    def _get_known_members(self):
        """Return the members that the rows may mean, in two queries.

        :return: {(field, value): res.partner}
        """
        Partner = self.env["res.partner"]
        numbers = [line.member_number for line in self if line.member_number]
        found = Partner.search(
            [
                ("member_number", "in", numbers),
                ("company_id", "in", [False, self.company_id.id]),
            ]
        )
        known = {("member_number", p.member_number): p for p in found}
        phones = {self._get_digits(line.phone) for line in self if line.phone}
        for digits, partner in self._find_phones(phones).items():
            known.setdefault(("phone", digits), partner)
        return known

    @api.model
    def _find_phones(self, phones):
        """Return the contacts with these last digits: {digits: res.partner}."""
        self.env["res.partner"].flush_model(["phone", "active"])
        query = SQL(
            """
            SELECT digits, min(id)
              FROM (SELECT id, right(regexp_replace(phone, '\\D', '', 'g'), 11) digits
                      FROM res_partner
                     WHERE phone IS NOT NULL AND active
                       AND (company_id IS NULL OR company_id = %s)) p
             WHERE digits = ANY(%s)
             GROUP BY digits
            """,
            self.company_id.id,
            list(phones),
        )
        rows = self.env.execute_query(query)
        return {digits: self.env["res.partner"].browse(id_) for digits, id_ in rows}

    def _make_members(self):
        """Return a new member for each row, in their order."""
        silent = self.env["res.partner"].with_context(tracking_disable=True)
        return silent.create([line._prepare_member_vals() for line in self])

    def _prepare_member_vals(self):
        self.ensure_one()
        sequence = self.env["ir.sequence"]
        return {
            "name": self.member_name or self.phone or self.member_number,
            "phone": self.phone,
            "birthdate": self.birthdate,
            "member_number": self.member_number
            or sequence.next_by_code("beauty.member"),
            "member_since": self.date_start or self.opening_id.date,
            "home_shop_id": self.shop_id.id,
        }

    # Contracts

    def _make_contracts(self):
        """Make one contract of the rows of each card, with holdings and entries."""
        cards = self.grouped(lambda line: (line.reference, line.plan_id)).values()
        silent = self.env["beauty.contract"].with_context(
            mail_create_nosubscribe=True, mail_create_nolog=True, tracking_disable=True
        )
        contracts = silent.create([rows._prepare_contract_vals() for rows in cards])
        holdings, entries = [], []
        for rows, contract in zip(cards, contracts, strict=True):
            rows.contract_id = contract
            for line in rows:
                for vals, moves in line._prepare_holdings():
                    holdings.append(vals)
                    entries.append(moves)
        records = self.env["beauty.entitlement"].create(holdings)
        self.env["beauty.entitlement"]._post_entry(
            [
                {**move, "entitlement_id": holding.id}
                for holding, moves in zip(records, entries, strict=True)
                for move in moves
            ]
        )

    def _prepare_contract_vals(self):
        first = self[0]
        plan, opening = first.plan_id, first.opening_id
        paid = sum(self.mapped("amount_paid"))
        return {
            "name": self.env["ir.sequence"].next_by_code("beauty.contract"),
            "partner_id": first.partner_id.id,
            "plan_id": plan.id,
            "state": "active",
            "company_id": opening.company_id.id,
            "currency_id": opening.currency_id.id,
            "shop_id": first.shop_id.id,
            "date_start": first.date_start or opening.date,
            "date_end": first.date_end,
            "price_total": sum(line.price_total or line.amount_paid for line in self),
            "amount_paid": paid,
            "opening_id": opening.id,
            "opening_reference": first.reference,
            **plan._prepare_terms_vals(),
        }

    def _prepare_holdings(self):
        """Return the holdings of a row, each with its entries.

        :return: list of (beauty.entitlement values, list of entry values)
        """
        self.ensure_one()
        opening, plan_line = self._get_opening(), self._get_plan_line()
        digits = self.currency_id.decimal_places
        if plan_line.kind != "value":
            units = (self.quantity or plan_line.quantity, opening.released, self.used)
            return [self._prepare_holding(plan_line, opening, units)]
        face = from_cents(opening.granted, digits)
        units = (face, face, from_cents(opening.used, digits))
        rows = [self._prepare_holding(plan_line, opening, units)]
        if self.bonus:
            rows.append(self._prepare_bonus(plan_line))
        return rows

    def _prepare_holding(self, plan_line, opening, units):
        """Return a holding and its entries.

        :param units: (bought, released, used)
        """
        bought, released, used = units
        digits = self.currency_id.decimal_places
        promised, granted, taken = (
            from_cents(c, digits)
            for c in (opening.promised, opening.granted, opening.used)
        )
        vals = self.contract_id._prepare_entitlement_vals(plan_line, promised)
        is_value = plan_line.kind == "value"
        vals |= {
            "quantity": bought,
            "list_price": 1.0 if is_value else self.list_price or plan_line.list_price,
            "date_expiry": self.date_end or vals["date_expiry"],
            "is_part_paid": granted < promised,
        }
        if not is_value:
            vals["unit_amount"] = self.env["beauty.entitlement"]._get_unit_amount(
                promised, bought, self.currency_id
            )
        return vals, self._prepare_entries("", released, granted, used, taken)

    def _prepare_bonus(self, plan_line):
        vals = self.contract_id._prepare_entitlement_vals(plan_line, 0.0)
        vals |= {
            "quantity": self.bonus,
            "list_price": 1.0,
            "unit_amount": 0.0,
            "is_bonus": True,
            "date_expiry": self.date_end or vals["date_expiry"],
        }
        spent = self.currency_id.round(self.bonus - self.bonus_left)
        return vals, self._prepare_entries(":bonus", self.bonus, 0.0, spent, 0.0)

    def _prepare_entries(self, part, released, granted, used, taken):
        """Return the grant, and what was used of it before the ledger began."""
        base = {
            "date": self.opening_id.date,
            "shop_id": self.shop_id.id,
            "reason": self.env._("Opening balance, card %s", self.reference),
        }
        key = f"opening:{self.id}{part}"
        rows = [
            {
                **base,
                "movement": "grant",
                "quantity": released,
                "amount": granted,
                "idempotency_key": f"{key}:grant",
            }
        ]
        if used:
            rows.append(
                {
                    **base,
                    "movement": "redeem",
                    "quantity": -used,
                    "amount": -taken,
                    "idempotency_key": f"{key}:used",
                }
            )
        return rows

    # Points and tiers

    def _give_points(self):
        """Points of a member stand in one lot for each expiry."""
        Holding = self.env["beauty.entitlement"]
        vals_list = []
        for line in self.filtered("points"):
            opening, expiry = line.opening_id, line.points_expiry
            lots = Holding._fetch_points(
                line.partner_id, opening.company_id, opening.date
            )
            lot = lots._find_lot(expiry, False) or Holding._create_points_holding(
                line.partner_id, opening.company_id, date_expiry=expiry
            )
            vals_list.append(
                {
                    "entitlement_id": lot.id,
                    "movement": "grant",
                    "quantity": line.points,
                    "amount": 0.0,
                    "date": opening.date,
                    "reason": self.env._("Opening balance, card %s", line.reference),
                    "idempotency_key": f"opening:{line.id}:points",
                }
            )
        Holding._post_entry(vals_list)

    def _give_tiers(self):
        for company, lines in self.filtered("tier_id").grouped("company_id").items():
            self.env["beauty.tier.change"]._record(
                company,
                [
                    (
                        line.partner_id,
                        Decision(MANUAL, line.tier_id.id, line.tier_valid_until),
                        Numbers(),
                        {"reason": self.env._("Opening balance")},
                    )
                    for line in lines
                ],
            )
