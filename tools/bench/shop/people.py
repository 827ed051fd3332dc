# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Names, phones and numbers of the members, as SQL of the copy's number ``c``."""

FIRST = [
    "Anna",
    "Berta",
    "Clara",
    "Dora",
    "Emma",
    "Flora",
    "Grace",
    "Hanna",
    "Iris",
    "Julia",
    "Klara",
    "Laura",
    "Maria",
    "Nina",
    "Olga",
    "Paula",
    "Rosa",
    "Sara",
    "Tina",
    "Ursula",
    "Vera",
    "Wanda",
    "Xenia",
    "Yvonne",
    "Zoe",
    "Alice",
    "Bella",
    "Chloe",
    "Diana",
    "Elena",
]
LAST = [
    "Adler",
    "Becker",
    "Costa",
    "Dupont",
    "Evans",
    "Fischer",
    "Garcia",
    "Huber",
    "Ivanov",
    "Jensen",
    "Keller",
    "Lopez",
    "Martin",
    "Novak",
    "Olsen",
    "Peters",
    "Quinn",
    "Rossi",
    "Schmidt",
    "Tanaka",
    "Ulrich",
    "Vogel",
    "Weber",
    "Xu",
    "Young",
    "Ziegler",
    "Andersson",
    "Brown",
    "Clark",
    "Davies",
]
FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅琴云莲"


def pick(words, expression):
    """:return: str SQL that takes one of the words by a number"""
    items = ", ".join(f"'{word}'" for word in words)
    return f"(ARRAY[{items}])[1 + ({expression}) % {len(words)}]"


LATIN = f"{pick(FIRST, 'c / 2')} || ' ' || {pick(LAST, 'c / 60')}"
CHINESE = (
    f"{pick(FAMILY, 'c / 2')} || {pick(GIVEN, 'c / 40')} || {pick(GIVEN, 'c / 1200')}"
)
NAME = f"CASE WHEN c % 2 = 0 THEN {LATIN} ELSE {CHINESE} END"
# Eight digits that no two copies share; neighbours are far apart.
DIGITS = "lpad(((c::bigint * 77777777 + 1234567) % 99999989)::text, 8, '0')"
PHONE = f"'+86 138 ' || left({DIGITS}, 4) || ' ' || right({DIGITS}, 4)"
NUMBER = "'7' || lpad(c::text, 9, '0')"


def overrides(company_id):
    """:return: ``{(table, column): SQL}`` for the copies of a member's contact"""
    columns = {
        "name": NAME,
        "complete_name": NAME,
        "phone": PHONE,
        "phone_sanitized": f"'+86138' || {DIGITS}",
        "email": "'member' || c || '@example.com'",
        "email_normalized": "'member' || c || '@example.com'",
        "barcode": f"jsonb_build_object('{company_id}', {NUMBER})",
    }
    return {("res_partner", column): sql for column, sql in columns.items()}
