"""Run in Odoo's shell once all is installed: the salon and its staff."""

company = env["res.company"]
if hasattr(company, "_beauty_load_demo_salon"):
    company.with_context(lang="zh_CN")._beauty_load_demo_salon()
env["res.users"].search([]).partner_id.write({"lang": "zh_CN"})
env.cr.commit()
