# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who works in the demo salon and who comes there."""

from dateutil.relativedelta import relativedelta

from odoo import Command

from . import words


class People:
    """Staff by login, technicians and members in the order of the words."""

    def __init__(self, salon):
        self.salon, self.env, self.pick = salon, salon.env, salon.pick
        self.users, self.employees = {}, {}
        for login, row in words.STAFF.items():
            self._make_staff(login, *row)
        self.technicians = [
            self.employees["technician"],
            *(self._make_employee(name) for name in words.TECHNICIANS),
        ]
        for technician in self.technicians:
            technician.is_technician = True
        self.members = [
            self._make_member(index, *row) for index, row in enumerate(words.MEMBERS)
        ]
        self._make_chart(self.members[1])

    def _make_staff(self, login, names, job, pin, groups):
        user = self._find_or_make_user(login, self.pick(names), groups)
        self.users[login] = user
        self.employees[login] = self._make_employee(
            names, job=job, user_id=user.id, pin=pin
        )

    def _find_or_make_user(self, login, name, groups):
        company = self.salon.company
        user = self.env["res.users"].search([("login", "=", login)])
        user.company_ids |= company
        return user or self.env["res.users"].create(
            {
                "name": name,
                "login": login,
                "password": login,
                "email": f"{login}@salon.example.com",
                "lang": self.salon.lang,
                "tz": self.salon.tz,
                "company_id": company.id,
                "company_ids": [Command.set(company.ids)],
                "group_ids": [Command.link(self.env.ref(name).id) for name in groups],
            }
        )

    def _make_employee(self, names, job=("Technician", "美容师"), **vals):
        return self.env["hr.employee"].create(
            {
                "name": self.pick(names),
                "job_title": self.pick(job),
                "company_id": self.salon.company.id,
                **vals,
            }
        )

    def _make_member(self, index, names, phones, tier, technician):
        today = self.salon.today
        birthdate = today - relativedelta(years=24 + 2 * index)
        if index:
            birthdate -= relativedelta(days=23 * index)
        member = self.env["res.partner"].create(
            {
                "name": self.pick(names),
                "phone": self.pick(phones),
                "lang": self.salon.lang,
                "country_id": self.salon.company.country_id.id,
                "birthdate": birthdate,
                "member_since": today - relativedelta(days=400 - 30 * index),
                "tier_id": self.salon.offer.tiers[tier].id,
            }
        )
        if technician is not None:
            member.preferred_technician_id = self.technicians[technician]
        member.action_make_member()
        return member

    def _make_chart(self, member):
        self.env["beauty.client.chart"].create(
            {
                "partner_id": member.id,
                "company_id": self.salon.company.id,
                "has_allergy": True,
                "allergy_note": self.pick(words.ALLERGY),
            }
        )
