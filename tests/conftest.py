# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A real server with two workers and a small salon in it, once for all stories."""

import os

import pytest

from tools import database

from .books import Books
from .salon import Salon
from .server import Server, copy_template

IS_NIGHTLY = bool(os.environ.get("BM_NIGHTLY"))


@pytest.fixture(scope="session")
def server():
    """Odoo on a copy of the template; killed and dropped at the end."""
    name = f"bm_e2e_{os.getpid()}"
    copy_template(name)
    try:
        with Server(name) as running:
            yield running
    finally:
        database.drop(name)


@pytest.fixture(scope="session")
def books(server):
    """The server's database, by SQL."""
    return Books(server.name)


@pytest.fixture(scope="session")
def salon(server, books):
    """Products, plans and staff."""
    return Salon(server, books)


@pytest.fixture(scope="session")
def till(salon):
    """An open register for stories that do not close it."""
    return salon.till()


@pytest.fixture(scope="session")
def other_till(salon):
    """Another open register."""
    return salon.till()


@pytest.fixture
def member(salon):
    """A contact that holds nothing yet."""
    return salon.member()


@pytest.fixture
def package(till, member):
    """The holding of a package of ten facials the member has just bought."""
    till.sell(member, till.plan("facials"))
    return till.holding(member)
