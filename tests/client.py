# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A client that talks to Odoo as its web client does: session cookie, JSON-RPC."""

from contextlib import contextmanager

import pytest
import requests

TIMEOUT = 120
REFUSALS = ("UserError", "ValidationError", "AccessError", "MissingError")
REFUSAL_MODULES = ("odoo.exceptions.", "odoo.addons.beauty_membership.exceptions.")


class RpcError(Exception):
    """The server answered with an error; ``name`` is the class of its exception."""

    def __init__(self, error):
        data = error.get("data") or {}
        self.name = data.get("name", "")
        self.debug = data.get("debug", "")
        super().__init__(f"{self.name}: {data.get('message') or error.get('message')}")
        self.add_note(self.debug)

    @property
    def message(self):
        """What the user would read."""
        return str(self).split(": ", 1)[1]

    @property
    def is_refusal(self):
        """True for an answer made for people: no traceback, no constraint's name."""
        if not self.name.startswith(REFUSAL_MODULES):
            return False
        is_ours = self.name.startswith(REFUSAL_MODULES[1])
        return is_ours or self.name.rsplit(".", 1)[1] in REFUSALS


class Client:
    """One browser session of one user."""

    def __init__(self, url, database, login, password):
        self.url, self.credentials = url, (login, password)
        self.http = requests.Session()
        credentials = {"db": database, "login": login, "password": password}
        info = self.post("/web/session/authenticate", credentials)
        self.uid = info["uid"]
        self.company_id = info["user_companies"]["current_company"]

    def post(self, path, params):
        """:return: the result of one JSON-RPC request
        :raise RpcError: the server refused it
        :raise requests.RequestException: no answer came
        """
        payload = {"jsonrpc": "2.0", "method": "call", "params": params}
        answer = self.http.post(self.url + path, json=payload, timeout=TIMEOUT)
        answer.raise_for_status()
        body = answer.json()
        if "error" in body:
            raise RpcError(body["error"])
        return body.get("result")

    def call(self, model, method, *args, **kwargs):
        """Call a public method; ``context`` among the keywords is the context."""
        params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
        return self.post(f"/web/dataset/call_kw/{model}/{method}", params)

    def create(self, model, values, **context):
        """:return: int id of a new record"""
        return self.call(model, "create", [values], context=context)[0]

    def read(self, model, ids, *fields):
        """:return: list of dicts"""
        return self.call(model, "read", ids, list(fields))

    def search(self, model, domain, **kwargs):
        """:return: list of ids"""
        return self.call(model, "search", domain, **kwargs)

    def ref(self, xml_id):
        """:return: int id of the record with that XML id"""
        module, name = xml_id.split(".")
        domain = [("module", "=", module), ("name", "=", name)]
        return self.call("ir.model.data", "search_read", domain, ["res_id"])[0][
            "res_id"
        ]


@contextmanager
def denied(books, *words):
    """Expect a refusal in words made for people, and that nothing was stored."""
    before = books.counts()
    with pytest.raises(RpcError) as caught:
        yield caught
    assert caught.value.is_refusal, caught.value.debug or str(caught.value)
    for word in words:
        assert word.lower() in caught.value.message.lower()
    assert books.counts() == before


@contextmanager
def refused(books, *words):
    """The same from somebody with every right to try: no lack of access rights."""
    with denied(books, *words) as caught:
        yield caught
    assert not caught.value.name.endswith(".AccessError"), str(caught.value)
