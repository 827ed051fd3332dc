# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import re

import polib

from odoo.tests import TransactionCase, tagged
from odoo.tools.misc import file_path
from odoo.tools.translate import TranslationModuleReader

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
