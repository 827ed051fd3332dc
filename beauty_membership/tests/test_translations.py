# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

import polib

from odoo.tests import TransactionCase, tagged
from odoo.tools.misc import file_path
from odoo.tools.translate import TranslationModuleReader

from ..models.res_company import LIABILITY_NAMES

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|</?\w+")


@tagged("post_install", "-at_install")
class TestTranslations(TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chinese = polib.pofile(file_path("beauty_membership/i18n/zh_CN.po"))
        cls.template = polib.pofile(
            file_path("beauty_membership/i18n/beauty_membership.pot")
        )

    def test_every_word_of_the_addon_is_in_the_template(self):
        reader = TranslationModuleReader(self.env.cr, ["beauty_membership"])
        words = {row[4] for row in reader}
        self.assertGreater(len(words), 300)
        self.assertEqual(words - {entry.msgid for entry in self.template}, set())

    def test_chinese_has_every_word_of_the_template(self):
        known = {entry.msgid for entry in self.chinese}
        self.assertEqual({entry.msgid for entry in self.template} - known, set())

    def test_chinese_leaves_nothing_empty_or_uncertain(self):
        unsure = [e.msgid for e in self.chinese if not e.msgstr or e.fuzzy]
        self.assertEqual(unsure, [])

    def test_chinese_keeps_placeholders_and_tags(self):
        for entry in self.chinese:
            self.assertEqual(
                sorted(PLACEHOLDER.findall(entry.msgid)),
                sorted(PLACEHOLDER.findall(entry.msgstr)),
                entry.msgid,
            )

    def test_what_setup_makes_is_named_in_each_language(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        company = self.env["res.company"].create({"name": "Two languages"})
        journal = company._find_or_create_journal()
        account = company._find_or_create_account(LIABILITY_NAMES, "liability_current")
        company.beauty_liability_account_id = account
        tender = self.env["pos.payment.method"]._get_or_create_prepaid(company)
        for record, names in (
            (journal, ("Membership", "会员")),
            (account, ("Member Prepayments", "会员预收款")),
            (tender, ("Member Prepayment", "会员预付")),
        ):
            found = tuple(
                record.with_context(lang=lang).name for lang in ("en_US", "zh_CN")
            )
            self.assertEqual(found, names)
