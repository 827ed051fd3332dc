# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import models

from ..demo import DemoSalon
from ..demo.house import CASH_JOURNAL

_logger = logging.getLogger(__name__)


class ResCompany(models.Model):
    """Loads the demo salon into a company."""

    _inherit = "res.company"

    def _beauty_load_demo_salon(self):
        """Build the demo salon, once, in a company with a chart of accounts.

        Its words are Chinese in a company of China, else English. Without a
        record, the company of the environment gets it.

        :return: bool, whether a salon was built
        """
        # sudo: demo data is loaded before anybody has rights
        company = (self or self.env.company).sudo()
        company.ensure_one()
        if not company.chart_template:
            _logger.info("No demo salon: %s has no chart of accounts.", company.name)
            return False
        if company._has_beauty_shop() or company._had_demo_salon():
            return False
        company._build_demo_salon()
        return True

    def _build_demo_salon(self):
        """A failure leaves nothing for the commit to do on rows that are gone."""
        try:
            DemoSalon(self).build()
        except Exception:
            self.env.cr.precommit.clear()
            self.env.cr.postcommit.clear()
            raise

    def _has_beauty_shop(self):
        """A company with a shop, even an archived one, is nobody's playground."""
        shops = self.env["beauty.shop"].with_context(active_test=False)
        return bool(shops.search_count([("company_id", "=", self.id)], limit=1))

    def _had_demo_salon(self):
        """Its cash journals outlive an uninstall; it is not built a second time."""
        journals = self.env["account.journal"].with_context(active_test=False)
        domain = [("company_id", "=", self.id), ("code", "=", f"{CASH_JOURNAL}1")]
        return bool(journals.search_count(domain, limit=1))
