# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import inspect

from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestOverrides(TransactionCase):
    """A file that extends a method is imported after the one that defines it."""

    def test_no_method_is_hidden_by_another_file(self):
        hidden = {
            (model, *found)
            for model, cls in self.env.registry.items()
            for found in self._find_hidden(cls)
        }
        self.assertFalse(hidden, "import these files later than what hides them")

    def _find_hidden(self, cls):
        """Yield methods that a later file redefines without calling super.

        What a mixin gives is there to be redefined.
        """
        last = {}
        for part in cls.mro():
            for name, method in self._get_own_methods(part):
                source = inspect.getsource(method)
                file = method.__module__.rpartition(".")[2]
                is_open = "NotImplementedError" in source or file.endswith("_mixin")
                if name in last and not is_open:
                    yield name, file, last[name]
                if "super(" not in source:
                    last.setdefault(name, file)

    def _get_own_methods(self, part):
        for name, value in vars(part).items():
            method = inspect.unwrap(value) if inspect.isfunction(value) else None
            if method and method.__module__.startswith("odoo.addons.beauty_membership"):
                yield name, method
