# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.http import Controller, request, route

# The address is the key: nobody keeps it, nobody lists it.
HEADERS = [
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Robots-Tag", "noindex, nofollow"),
]


class BeautyStatement(Controller):
    """The member's statement behind an expiring link; it shows and changes nothing."""

    @route(
        "/member/statement/<string:token>",
        type="http",
        auth="public",
        methods=["GET"],
        sitemap=False,
        readonly=True,
    )
    def statement(self, token):
        """Show what a member holds and what moved.

        :param str token: of `res.partner._get_statement_url`
        """
        partner, company = request.env["res.partner"]._find_by_statement(token)
        if not (partner and company):
            return self._render("beauty_membership.statement_gone", {}, status=404)
        lang = partner.lang or request.env.lang
        partner = partner.with_company(company).with_context(lang=lang)
        return self._render(
            "beauty_membership.statement", partner._get_statement(), lang=lang
        )

    def _render(self, template, values, lang=None, status=200):
        if lang:
            request.update_context(lang=lang)
        response = request.render(template, values, headers=HEADERS)
        response.status_code = status
        return response
