# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).


from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common_points import PointsCommon


@tagged("post_install", "-at_install")
class TestRewardForm(PointsCommon):
    """What a manager cannot save, in words."""

    def _refuse(self, **values):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self._create_reward("Wrong", values.pop("points", 10), **values)
            self.env.flush_all()

    def test_incomplete_rewards_are_refused(self):
        self._refuse(amount=0)
        self._refuse(kind="value")
        self._refuse(kind="product")
        self._refuse(
            kind="product",
            product_id=self.plan.product_tmpl_id.product_variant_id.id,
        )
        self._refuse(amount=5, date_start="2027-02-01", date_end="2027-01-31")

    def test_a_product_out_of_stock_is_no_reward(self):
        cream = self.env["product.product"].create(
            {"name": "Cream", "is_storable": True, "available_in_pos": True}
        )
        self._refuse(kind="product", product_id=cream.id)
        stock = self.env["stock.warehouse"].search(
            [("company_id", "=", self.company.id)], limit=1
        )
        self.env["stock.quant"]._update_available_quantity(cream, stock.lot_stock_id, 1)
        self.assertTrue(
            self._create_reward("Cream", 9, kind="product", product_id=cream.id)
        )

    def test_a_taken_reward_is_archived_not_deleted(self):
        self._give(100)
        line = self._points_line(self.massage, 10, self.ten_off)
        self._sync(self._ticket([line]))
        self.assertEqual(self.ten_off.taken_count, 1)
        with self.assertRaises(UserError):
            self.ten_off.unlink()

    def test_the_till_loads_the_catalogue(self):
        session = self.session.with_user(self.cashier)
        rows = session.load_data(["beauty.reward"])["beauty.reward"]
        row = next(row for row in rows if row["id"] == self.gift.id)
        self.assertEqual((row["points"], row["can_keep"]), (60, False))
