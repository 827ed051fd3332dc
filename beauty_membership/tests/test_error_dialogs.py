# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import inspect

from odoo.tests import BaseCase, tagged
from odoo.tools.misc import file_open

from .. import exceptions

DIALOGS = "beauty_membership/static/src/errors/error_dialogs.js"


@tagged("post_install", "-at_install")
class TestErrorDialogs(BaseCase):
    def test_every_refusal_is_a_message_not_a_server_error(self):
        with file_open(DIALOGS) as file:
            script = file.read()
        names = [
            name
            for name, error in inspect.getmembers(exceptions, inspect.isclass)
            if issubclass(error, exceptions.MembershipError)
        ]
        self.assertGreater(len(names), 4)
        self.assertEqual([name for name in names if f'"{name}"' not in script], [])
