# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Run in Odoo's shell before the accounts are installed: a Chinese company."""

currency = env.ref("base.CNY")
currency.active = True
env.company.write(
    {
        "name": "美丽会员沙龙",
        "country_id": env.ref("base.cn").id,
        "currency_id": currency.id,
    }
)
env.ref("base.user_admin").write(
    {"name": "管理员", "lang": "zh_CN", "tz": "Asia/Shanghai"}
)
env["ir.default"].set("res.partner", "lang", "zh_CN")
env["ir.default"].set("res.partner", "tz", "Asia/Shanghai")
env.cr.commit()
