# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
{
    "name": "Beauty Membership",
    "summary": "Members, prepaid packages and service records of beauty salons",
    "version": "19.0.1.0.0",
    "category": "Sales/Point of Sale",
    "author": "beauty_membership contributors",
    "license": "LGPL-3",
    "application": True,
    "depends": [
        "pos_loyalty",
        "pos_hr",
        "calendar",
        "rating",
        "sms",
        "survey",
        "spreadsheet_dashboard",
    ],
    "external_dependencies": {"python": []},
    "data": [
        "security/beauty_membership_groups.xml",
        "security/ir.model.access.csv",
        "security/beauty_membership_rules.xml",
        "data/ir_sequence_data.xml",
        "data/ir_cron_data.xml",
        "data/beauty_policy_data.xml",
    ],
    "demo": ["demo/demo_salon.xml"],
    "assets": {
        "point_of_sale._assets_pos": [
            "beauty_membership/static/src/app/**/*",
            "beauty_membership/static/src/scss/**/*",
        ],
        "point_of_sale.customer_display_assets": [
            "beauty_membership/static/src/customer_display/**/*",
        ],
        "web.assets_tests": ["beauty_membership/static/tests/tours/**/*"],
        "web.assets_unit_tests": ["beauty_membership/static/tests/unit/**/*"],
    },
    "post_init_hook": "post_init_hook",
    "uninstall_hook": "uninstall_hook",
}
