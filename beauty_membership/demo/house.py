# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo salon's shops, registers and tenders."""

from odoo import Command

from . import words

CASH_JOURNAL = "DSC"


class House:
    """Two shops with one register each."""

    def __init__(self, salon):
        self.salon, self.env, self.pick = salon, salon.env, salon.pick
        self.env.ref("base.group_user")._apply_group(
            self.env.ref("product.group_product_pricelist")
        )
        self.tenders = self._make_shared_tenders()
        self.registers = [
            self._make_shop(number, *names)
            for number, names in enumerate(words.SHOPS, start=1)
        ]

    def _make_shared_tenders(self):
        """Card, and in China the two wallets; cash belongs to one register."""
        bank = self.env["account.journal"].search(
            [("type", "=", "bank"), ("company_id", "=", self.salon.company.id)], limit=1
        )
        journal = bank or self._make_journal("bank", self.pick(words.CARD), "DSB")
        tenders = self._make_tender(self.pick(words.CARD), journal)
        if self.salon.is_chinese:
            for name, code in words.WALLETS:
                tenders |= self._make_tender(
                    name, self._make_journal("bank", name, code)
                )
        return tenders

    def _make_journal(self, kind, name, code):
        return self.env["account.journal"].create(
            {
                "name": name,
                "code": code,
                "type": kind,
                "company_id": self.salon.company.id,
            }
        )

    def _make_tender(self, name, journal):
        return self.env["pos.payment.method"].create(
            {
                "name": name,
                "journal_id": journal.id,
                "company_id": self.salon.company.id,
            }
        )

    def _make_shop(self, number, names, register):
        """:return: the pos.config of a new shop"""
        people = self.salon.people
        shop = self.env["beauty.shop"].create(
            {
                "name": self.pick(names),
                "company_id": self.salon.company.id,
                "employee_ids": [
                    Command.link(technician.id) for technician in people.technicians
                ],
            }
        )
        name = f"{self.pick(words.CASH)} {self.pick(register)}"
        cash = self._make_tender(
            self.pick(words.CASH),
            self._make_journal("cash", name, f"{CASH_JOURNAL}{number}"),
        )
        return self.env["pos.config"].create(
            {
                "name": self.pick(register),
                "company_id": self.salon.company.id,
                "beauty_shop_id": shop.id,
                "payment_method_ids": [Command.set((cash | self.tenders).ids)],
                **self._get_product_settings(),
                **self._get_login_settings(),
            }
        )

    def _get_product_settings(self):
        offer = self.salon.offer
        pricelists = [tier.pricelist_id.id for tier in offer.tiers]
        return {
            "show_product_images": False,
            "use_pricelist": True,
            "pricelist_id": pricelists[0],
            "available_pricelist_ids": [Command.set(pricelists)],
            "limit_categories": True,
            "iface_available_categ_ids": [
                Command.set([pair[0].id for pair in offer.categories.values()])
            ],
            "iface_tipproduct": not self.salon.is_chinese,
        }

    def _get_login_settings(self):
        employees = self.salon.people.employees
        return {
            "module_pos_hr": True,
            "basic_employee_ids": [Command.set(employees["cashier"].ids)],
            "advanced_employee_ids": [Command.set(employees["manager"].ids)],
        }
