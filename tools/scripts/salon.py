# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run in Odoo's shell once all is installed: the salon, its staff, their first page."""

HOME = {
    "cashier": "point_of_sale.action_pos_config_kanban",
    "technician": "beauty_membership.beauty_service_log_action",
    "manager": "beauty_membership.res_partner_action_member",
    "accountant": "beauty_membership.beauty_contract_action",
}
env.company._beauty_load_demo_salon()
users = env["res.users"].search([])
users.partner_id.lang = "zh_CN" if env.company.country_code == "CN" else "en_US"
users.odoobot_state = "disabled"
for user in users.filtered(lambda user: user.login in HOME):
    user.action_id = env.ref(HOME[user.login]).id
env["loyalty.program"].search([]).active = False
env.cr.commit()
