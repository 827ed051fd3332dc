# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The demo salon of one company, from its walls to its last ticket."""

from datetime import timedelta

from odoo import fields

from ..exceptions import MembershipError
from . import history, words
from .clock import Clock
from .house import House
from .offer import Offer
from .people import People
from .till import Till


class DemoSalon:
    """Builds the salon in the language of the company's country."""

    def __init__(self, company):
        self.is_chinese = company.country_code == "CN"
        self.lang = self._get_lang(company.env)
        self.tz = self._get_tz(company.env)
        self.company = company.with_company(company).with_context(
            allowed_company_ids=company.ids,
            lang=self.lang,
            tz=self.tz,
            tracking_disable=True,
            no_reset_password=True,
        )
        self.env = self.company.env
        # the day in UTC: whoever looks need not be in the salon's time zone
        self.today = fields.Date.today()

    def _get_lang(self, env):
        installed = dict(env["res.lang"].get_installed())
        wanted = "zh_CN" if self.is_chinese else "en_US"
        return wanted if wanted in installed else env.lang or "en_US"

    def _get_tz(self, env):
        if self.is_chinese:
            return "Asia/Shanghai"
        return env.ref("base.user_admin").tz or "UTC"

    def pick(self, names):
        """:return: str the Chinese of two words in China, else the English one"""
        return names[self.is_chinese]

    def build(self):
        """Build everything; the registers are closed at the end."""
        self.company._beauty_setup()
        self.offer = Offer(self)
        self.people = People(self)
        self.house = House(self)
        for days, shop, visits in history.sessions():
            self._play(days, shop, visits)
        self._undo()
        self._change()

    def _play(self, days, shop, visits):
        """One day at one register: opened, tickets sold, closed."""
        clock = Clock(self.today - timedelta(days=days))
        till = Till(self, self.house.registers[shop], clock)
        for member, actions in visits:
            guest = history.GUESTS.get((days, member))
            till.serve(member, actions, guest)
        till.close()

    def _undo(self):
        """A wrong use of yesterday is undone by the manager today."""
        till = Till(self, self.house.registers[0])
        member = self.people.members[history.UNDONE_MEMBER]
        log = self.env["beauty.service.log"].search(
            [("partner_id", "=", member.id), ("company_id", "=", self.company.id)],
            limit=1,
        )
        result = log.with_user(self.people.users["manager"]).action_undo(
            till.config.id,
            self.pick(words.UNDO_REASON),
            self.people.employees["manager"].pin,
        )
        if not result["ok"]:
            raise MembershipError(result["message"])
        till.close()

    def _change(self):
        """A manager freezes one contract, and gives what is left of another on."""
        members, last = self.people.members, history.FROZEN_DAYS - 1
        until = self.today + timedelta(days=last)
        self._operate(members[history.FROZEN_MEMBER], "freeze", freeze_until=until)
        old, new = (members[index] for index in history.GIVEN)
        self._operate(old, "transfer", to_partner_id=new.id)

    def _operate(self, member, kind, **values):
        contract = self.env["beauty.contract"].search(
            [
                ("partner_id", "=", member.id),
                ("company_id", "=", self.company.id),
                ("state", "=", "active"),
            ],
            limit=1,
        )
        quote = self.env["beauty.operation"].with_user(self.people.users["manager"])
        quote = quote.with_context(default_kind=kind, default_contract_id=contract.id)
        quote.create(values).action_confirm()
