# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common import BeautyMembershipCommon


@tagged("post_install", "-at_install")
class TestTillStart(BeautyMembershipCommon):
    """A till that starts with nothing is sent what is unlike the usual only."""

    def _load(self, records, **context):
        """:return: dict, the row of a record as a till loads it"""
        model = records.with_user(self.cashier).with_context(**context)
        return model._load_pos_data_read(model, self.config)[0]

    def _assert_left_out(self, records, name, usual, unusual):
        """The usual value is left out at a start with nothing, and only then."""
        records[name] = usual
        self.assertNotIn(name, self._load(records, pos_last_server_date=False))
        later = self._load(records, pos_last_server_date="2026-11-01 00:00:00")
        self.assertEqual(later[name], usual)
        self.assertEqual(self._load(records)[name], usual)
        records[name] = unusual
        loaded = self._load(records, pos_last_server_date=False)
        self.assertEqual(loaded[name], unusual)

    def test_treatment(self):
        template = self.facial.product_tmpl_id
        self._assert_left_out(template, "is_treatment", False, True)

    def test_points_factor_of_zero_is_not_the_usual_one(self):
        template = self.facial.product_tmpl_id
        self._assert_left_out(template, "points_factor", 1.0, 0.0)
        category = self.env["product.category"].create({"name": "Services"})
        self._assert_left_out(category, "points_factor", 1.0, 0.0)

    def test_units_of_a_package(self):
        self._assert_left_out(self.facial, "session_units", 1, 2)

    def test_member_without_a_tier(self):
        row = self._load(self.other_member, pos_last_server_date=False)
        self.assertNotIn("tier_id", row)
        self.assertEqual(row["name"], "Wang Fang")
