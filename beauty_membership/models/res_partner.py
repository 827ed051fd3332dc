# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

try:
    from pypinyin import Style, lazy_pinyin
except ImportError:  # search by initials needs it; everything else works without
    lazy_pinyin = None

# letters and digits only: "_" and "%" are wildcards of the search
WORDS = re.compile(r"[^\W_]+")
# so many digits in a row are part of a phone, wherever they stand in it
PHONE_DIGITS = 5
TIER_FIELDS = {"tier_id", "tier_valid_until"}
NOT_DIGITS = re.compile(r"\D")


class ResPartner(models.Model):
    """A member: number, tier and the words she is found by."""

    _inherit = "res.partner"

    member_number = fields.Char(
        copy=False,
        help="Printed on the card, scanned at the till. Given once.",
    )
    member_search = fields.Char(
        compute="_compute_member_search",
        store=True,
        index="trigram",
        help="What the till finds a member by: words and initials of the name, phone "
        "and its last four digits, number.",
    )
    member_initials = fields.Char(
        compute="_compute_member_initials",
        help="Pinyin initials of a Chinese name; the till makes those of others "
        "itself.",
    )
    birthdate = fields.Date()
    member_since = fields.Date(copy=False)
    tier_id = fields.Many2one(
        comodel_name="beauty.tier", company_dependent=True, copy=False
    )
    tier_valid_until = fields.Date(company_dependent=True, copy=False)
    referrer_id = fields.Many2one(
        "res.partner", string="Referred By", copy=False, index="btree_not_null"
    )
    preferred_technician_id = fields.Many2one(
        "hr.employee", domain="[('is_technician', '=', True)]", copy=False
    )
    home_shop_id = fields.Many2one("beauty.shop", copy=False)
    beauty_contract_count = fields.Integer(compute="_compute_membership_counts")
    service_log_count = fields.Integer(compute="_compute_membership_counts")
    beauty_entitlement_ids = fields.One2many(
        "beauty.entitlement",
        "partner_id",
        string="Holdings",
        domain=[("remaining", "!=", 0)],
    )

    _member_number_unique = models.UniqueIndex(
        "(member_number) WHERE member_number IS NOT NULL",
        "Another member has this number.",
    )

    @api.depends("name", "phone", "member_number")
    def _compute_member_search(self):
        for partner in self:
            words = partner._get_search_words()
            partner.member_search = f" {' '.join(words)} " if words else False

    @api.depends("name")
    def _compute_member_initials(self):
        for partner in self:
            name = partner.name or ""
            partner.member_initials = (
                False if name.isascii() else self._get_initials(name.lower())
            )

    def _get_search_words(self):
        """Return the words a member is found by, each from its beginning."""
        self.ensure_one()
        name = (self.name or "").lower()
        digits = NOT_DIGITS.sub("", self.phone or "")
        words = [*WORDS.findall(name), self._get_initials(name)]
        words += [digits, digits[-11:], digits[-4:]] if digits else []
        words += [(self.member_number or "").lower()]
        return list(dict.fromkeys(word for word in words if word))

    @api.model
    def _get_initials(self, name):
        """Return the pinyin initials of a name, or those of its words."""
        if lazy_pinyin and not name.isascii():
            letters = lazy_pinyin(name, style=Style.FIRST_LETTER)
            return "".join(WORDS.findall("".join(letters)))
        words = WORDS.findall(name)
        return "".join(word[0] for word in words) if len(words) > 1 else ""

    def _compute_membership_counts(self):
        Contract = self.env["beauty.contract"]
        Log = self.env["beauty.service.log"]
        domain = [("partner_id", "in", self.ids)]
        contracts = dict(Contract._read_group(domain, ["partner_id"], ["__count"]))
        logs = dict(Log._read_group(domain, ["partner_id"], ["__count"]))
        for partner in self:
            partner.beauty_contract_count = contracts.get(partner, 0)
            partner.service_log_count = logs.get(partner, 0)

    @api.model_create_multi
    def create(self, vals_list):
        defaults = {
            name: self.env.context.get(f"default_{name}") for name in TIER_FIELDS
        }
        if any(
            {**defaults, **vals}.get(name) for vals in vals_list for name in defaults
        ):
            self._ensure_can_give_tier()
        partners = super().create(vals_list)
        partners.filtered("member_number")._copy_number_to_barcode()
        return partners

    def write(self, vals):
        if TIER_FIELDS & set(vals):
            self._ensure_can_give_tier()
        res = super().write(vals)
        if vals.get("member_number"):
            self._copy_number_to_barcode()
        return res

    def _ensure_can_give_tier(self):
        """A tier is worth money: the server gives it, or a manager by hand."""
        if self._is_by_tier():
            return
        manager = self.env.user.has_group("beauty_membership.group_manager")
        if not (self.env.su or manager):
            raise AccessError(self.env._("A manager gives members their tier."))

    def _copy_number_to_barcode(self):
        """The till scans the barcode of its company; give each company the number."""
        # sudo: a company the user does not see must scan the card as well
        if not self.sudo()._copy_numbers_at_once():
            for company in self.env["res.company"].sudo().search([]):
                for partner in self.sudo().with_company(company):
                    if partner.barcode != partner.member_number:
                        partner.barcode = partner.member_number

    def _copy_numbers_at_once(self):
        """Copy numbers that no other contact has as its barcode, in one statement.

        :return: False if one has: Odoo's own check then says so
        """
        self.flush_recordset(["member_number"])
        self.env["res.partner"].flush_model(["barcode"])
        query = SQL(
            """
            SELECT 1
              FROM res_partner own, res_partner other, jsonb_each_text(other.barcode) b
             WHERE own.id = ANY(%s) AND other.id <> own.id
               AND other.barcode IS NOT NULL AND b.value = own.member_number
             LIMIT 1
            """,
            self.ids,
        )
        if self.env.execute_query(query):
            return False
        self.env.cr.execute(
            SQL(
                """
                UPDATE res_partner p
                   SET barcode = (SELECT jsonb_object_agg(id::text, p.member_number)
                                    FROM res_company)
                 WHERE p.id = ANY(%s)
                """,
                self.ids,
            )
        )
        self.invalidate_recordset(["barcode"])
        return True

    def _take_back_number(self):
        """Free the number of contacts that are merged away, in every company."""
        numbered = self.filtered("member_number")
        for company in self.env["res.company"].sudo().search([]):
            numbered.sudo().with_company(company).barcode = False
        numbered.member_number = False
        numbered.flush_recordset(["member_number", "barcode"])

    def action_make_member(self):
        """Give contacts a member number and a joining day, where they have none."""
        for partner in self.filtered(lambda p: not p.member_number):
            partner.write(
                {
                    "member_number": self.env["ir.sequence"]
                    .sudo()
                    .next_by_code("beauty.member"),
                    "member_since": partner.member_since
                    or fields.Date.context_today(self),
                }
            )
        return True

    def action_open_contracts(self):
        """Open what the member bought."""
        return self._open_of_member("beauty_membership.beauty_contract_action")

    def action_open_service_logs(self):
        """Open what was performed on the member."""
        return self._open_of_member("beauty_membership.beauty_service_log_action")

    def action_open_client_chart(self):
        """Open the member's chart, or a new one, for who may read charts."""
        self.ensure_one()
        Chart = self.env["beauty.client.chart"]
        chart = Chart.search(
            [("partner_id", "=", self.id), ("company_id", "=", self.env.company.id)],
            limit=1,
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "beauty.client.chart",
            "res_id": chart.id,
            "views": [(False, "form")],
            "context": {"default_partner_id": self.id},
        }

    def _open_of_member(self, xmlid):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(xmlid)
        return {**action, "domain": [("partner_id", "=", self.id)], "context": {}}

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            *super()._load_pos_data_fields(config),
            "member_initials",
            "tier_id",
        ]

    @api.model
    def _get_pos_usual(self):
        usual = {"member_initials": False, "tier_id": False}
        return {**super()._get_pos_usual(), **usual}

    @api.model
    def _get_member_domain(self, query):
        """Return the domain that finds members by what a cashier types or scans."""
        words = WORDS.findall((query or "").lower())
        if len(words) > 1 and "".join(words).isdigit():
            words = ["".join(words)]
        if not words:
            return Domain.FALSE
        return Domain.AND(
            Domain("member_search", "like", self._get_word_pattern(word))
            for word in words
        )

    @api.model
    def _get_word_pattern(self, word):
        """Words are found from their beginning, phones also without country code."""
        is_phone = word.isdigit() and len(word) >= PHONE_DIGITS
        return word if is_phone else f" {word}"
