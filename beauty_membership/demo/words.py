# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the demo salon is made of. Each name stands in English and in Chinese."""

SHOPS = [
    # shop, its register
    (("Salon Downtown", "中心店"), ("Front desk", "前台")),
    (("Salon Riverside", "滨江店"), ("Second shop", "滨江店收银台")),
]
CATEGORIES = {
    # key: (names, colour of the button)
    "packages": (("Packages", "套餐"), 5),
    "treatments": (("Treatments", "护理项目"), 3),
    "retail": (("Products", "产品"), 7),
}
TREATMENTS = {
    # key: (names, price)
    "facial": (("Facial", "面部护理"), 120.0),
    "deep_facial": (("Deep-Cleansing Facial", "深层清洁护理"), 150.0),
    "massage": (("Massage", "肩颈按摩"), 90.0),
    "hot_stone": (("Hot Stone Massage", "热石理疗"), 140.0),
    "eye_care": (("Eye Care", "眼部护理"), 60.0),
    "scrub": (("Body Scrub", "身体去角质"), 110.0),
    "manicure": (("Manicure", "美甲"), 45.0),
    "lashes": (("Lash Lift", "睫毛烫翘"), 55.0),
}
RETAIL = {
    "serum": (("Serum", "精华液"), 60.0),
    "cream": (("Day Cream", "日霜"), 48.0),
    "mask": (("Sheet Masks (box of 5)", "面膜（5 片装）"), 25.0),
    "sunscreen": (("Sunscreen", "防晒霜"), 32.0),
}
PLANS = {
    # key: (names, price, months of validity, tax point, {treatment: sessions})
    "facials": (
        ("10 Facials", "面部护理十次卡"),
        960.0,
        12,
        "redemption",
        {"facial": 10},
    ),
    "glow": (
        ("Glow: 8 Facials and 2 Massages", "焕颜疗程：面部护理 8 次 + 按摩 2 次"),
        900.0,
        12,
        "redemption",
        {"facial": 8, "massage": 2},
    ),
    "trial": (
        ("Trial: 3 x Eye Care", "眼部护理三次体验卡"),
        99.0,
        1,
        "redemption",
        {"eye_care": 3},
    ),
    "massages": (
        ("6 Massages (taxed at the sale)", "肩颈按摩六次卡（售卡时开票）"),
        450.0,
        6,
        "sale",
        {"massage": 6},
    ),
}
# A second one takes two units of a card that is good for several treatments.
DEAR_TREATMENTS = {"hot_stone": 2}
TRIAL_TERMS = {"once_per_member": True, "new_members_only": True}
CARDS = {
    # key: (names, price, terms, lines: (kind, treatments or goods, quantity, more))
    "recharge": (
        ("Stored Value", "储值卡"),
        1000.0,
        {
            "is_open_amount": True,
            "amount_min": 100.0,
            "allows_plans": True,
            "validity_months": 24,
        },
        [("value", [], 1, {})],
    ),
    "choice": (
        ("10 of Your Choice", "任选十次卡"),
        1050.0,
        {},
        [("session", ["facial", "massage", "hot_stone", "scrub"], 10, {})],
    ),
    "year": (
        ("Year of Manicures", "美甲年卡"),
        730.0,
        {},
        [("pass", ["manicure"], 365, {"visits_per_day": 1, "visits_per_week": 2})],
    ),
    "gift": (
        ("Gift Card 200", "礼品卡 200"),
        200.0,
        {"is_gift_card": True, "validity_months": 24},
        [("value", [], 200, {})],
    ),
    "kept": (
        ("6 Serums, Kept Here", "精华液六瓶（寄存）"),
        300.0,
        {},
        [("session", ["serum"], 6, {})],
    ),
    "parts": (
        ("20 Facials, Paid in Parts", "面部护理二十次卡（可分期）"),
        1800.0,
        {},
        [("session", ["facial"], 20, {})],
    ),
}
# from this amount put in, so much on top
LADDER = [(500.0, 50.0), (1000.0, 150.0), (3000.0, 500.0)]
PARTS_POLICY = ("Paid in Parts", "分期付款")
REWARDS = [
    # names, points, kind, product, amount
    (("5 off", "立减 5 元"), 100, "discount", None, 5.0),
    (("Sheet Masks", "面膜一盒"), 250, "product", "mask", 0.0),
    (("Manicure", "美甲一次"), 400, "product", "manicure", 0.0),
    (("20 on Your Card", "20 元储值金"), 380, "value", None, 20.0),
]
TIERS = [
    # names, percent off treatments and products, colour
    (("Ordinary", "普通会员"), 0, 0),
    (("Silver", "银卡会员"), 5, 9),
    (("Gold", "金卡会员"), 10, 3),
    (("Diamond", "钻石会员"), 15, 4),
]
TIER_WORDS = ("%(tier)s prices", "%(tier)s价")
STAFF = {
    # login: (names, job, PIN, groups)
    "cashier": (
        ("Clara Reed", "罗文静"),
        ("Receptionist", "前台"),
        False,
        ["beauty_membership.group_user"],
    ),
    "technician": (
        ("Tina Brooks", "何美琪"),
        ("Technician", "美容师"),
        False,
        ["beauty_membership.group_technician"],
    ),
    "manager": (
        ("Monica Hale", "梁慧敏"),
        ("Manager", "店长"),
        "1234",
        [
            "beauty_membership.group_manager",
            "point_of_sale.group_pos_manager",
            "hr.group_hr_user",
        ],
    ),
    "accountant": (
        ("Arthur Lane", "马志远"),
        ("Accountant", "会计"),
        False,
        ["account.group_account_user", "account.group_account_manager"],
    ),
}
TECHNICIANS = [
    # besides the one with a login
    ("Maya Patel", "唐晓燕"),
    ("Sofia Marin", "宋雨薇"),
    ("Lena Fischer", "冯丽华"),
]
MEMBERS = [
    # names, phones, tier, technician (None: no preference)
    (("Emma Clarke", "陈晓雨"), ("+1 202 555 0147", "138 0000 0147"), 2, 0),
    (("Sophia Bennett", "林思琪"), ("+1 202 555 0112", "138 0000 0112"), 1, 1),
    (("Olivia Hughes", "王梦洁"), ("+1 202 555 0128", "138 0000 0128"), 0, None),
    (("Mia Turner", "张雅婷"), ("+1 312 555 0147", "139 0000 0147"), 1, 2),
    (("Grace Novak", "刘佳怡"), ("+1 312 555 0163", "139 0000 0163"), 0, None),
    (("Chloe Dubois", "李婉清"), ("+1 312 555 0171", "139 0000 0171"), 1, 0),
    (("Hannah Weber", "杨雪莹"), ("+1 646 555 0119", "137 0000 0119"), 2, 3),
    (("Lucy Moreau", "赵心怡"), ("+1 646 555 0134", "137 0000 0134"), 0, None),
    (("Nora Lindqvist", "黄诗涵"), ("+1 646 555 0152", "137 0000 0152"), 0, 1),
    (("Amelia Rossi", "周雨桐"), ("+1 415 555 0108", "136 0000 0108"), 1, None),
    (("Zoe Papas", "吴美玲"), ("+1 415 555 0189", "136 0000 0189"), 0, None),
    (("Ivy Chen", "徐静雯"), ("+1 415 555 0195", "136 0000 0195"), 3, 2),
]
ALLERGY = (
    "Nut oils. Test new products on the inner arm first.",
    "对坚果油过敏。新产品请先在手臂内侧试用。",
)
UNDO_REASON = ("Wrong treatment chosen", "选错护理项目")
CASH = ("Cash", "现金")
CARD = ("Card", "银行卡")
WALLETS = [("微信", "WX"), ("支付宝", "ZFB")]
TAX_WORDS = ("%(rate)g%% incl.", "%(rate)g%% 含税")
