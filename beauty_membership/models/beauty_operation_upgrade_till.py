# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, models


class BeautyOperation(models.Model):
    """Upgrades that a ticket carried out: its closing books their entries."""

    _inherit = "beauty.operation"

    @api.model
    def _make_upgrade(self, contract, order):
        """Write down the upgrade that a ticket sells.

        :return: beauty.operation, done
        """
        operation = self.sudo().create(
            {
                "kind": "upgrade",
                "contract_id": contract.id,
                "to_plan_id": order._get_upgrade_plan_line().product_id.plan_ids[:1].id,
                "date": order._get_membership_date(),
                "shop_id": order.config_id.beauty_shop_id.id,
                "pos_order_id": order.id,
                "user_id": self.env.uid,
                "line_ids": [
                    Command.create(line)
                    for line in self.new(
                        {"kind": "upgrade", "contract_id": contract.id}
                    )._prepare_lines_upgrade()
                ],
            }
        )
        # as it is before it moves
        operation.line_ids.flush_recordset(["amount"])
        operation._set_state("done")
        return operation

    def _move_rest(self, line):
        """Take what is left off the old contract, and close it.

        :param line: pos.order.line that gives it
        """
        vals_list = [
            {**vals, "idempotency_key": f"upgrade:{line.uuid}:{vals['entitlement_id']}"}
            for vals in self._prepare_rest_entries()
        ]
        self._post_on_line(vals_list, line)
        self._finish_upgrade()

    def _reverse_at_till(self, line):
        """Give the rest back to the old contract: its bigger plan was returned.

        :param line: pos.order.line of the return
        """
        reversal = self._create_reversal()
        reversal.pos_order_id = line.order_id
        vals_list = [
            {**vals, "idempotency_key": f"upgrade:{line.uuid}:{vals['entitlement_id']}"}
            for vals in reversal._prepare_reversed_entries()
        ]
        reversal._post_on_line(vals_list, line)
        self._set_state("reversed")
        # sudo: contracts are closed and opened by operations only
        self.contract_id.sudo().state = "active"
