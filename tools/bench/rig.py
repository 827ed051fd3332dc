# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Both shops of a size with a server each, and what is measured in turn on them."""

from contextlib import contextmanager
from dataclasses import dataclass

from . import server, shops


@dataclass(frozen=True)
class Till:
    """One shop's server and what is known about the shop."""

    side: str
    database: str
    server: server.Server
    facts: dict

    def call(self, *args, **context):
        """See :meth:`server.Server.call`."""
        return self.server.call(*args, **context)

    def id_of(self, table, number, rank=0):
        """:return: int id of a copied row of member ``number``, counted from 0"""
        rows = self.facts["rows"][table]
        return self.facts["first"][table] + number * rows + rank

    def member(self, number):
        """:return: int id of the contact; numbers past the last start again"""
        return self.id_of("res_partner", number % self.facts["members"])


@contextmanager
def open_till(side, size, scale):
    """:return: Till on a copy of the shop, which is dropped afterwards"""
    with shops.copy(side, size, scale) as name, server.running(name) as running:
        yield Till(side, name, running, shops.facts(name))


@contextmanager
def both(size, scale):
    """:return: tuple (Till of ours, Till of stock)"""
    with (
        open_till("ours", size, scale) as ours,
        open_till("stock", size, scale) as stock,
    ):
        yield ours, stock


def in_turn(repeats, measures, warm_up=3):
    """Call the functions one after the other, again and again.

    The order alternates, so that a load that comes and goes hits all alike.

    :param measures: dict {key: function of the repeat's number}
    :return: dict {key: list of what the function returned, without the warm-up}
    """
    results = {key: [] for key in measures}
    for number in range(warm_up + repeats):
        keys = list(measures) if number % 2 else list(reversed(measures))
        for key in keys:
            results[key].append(measures[key](number))
    return {key: values[warm_up:] for key, values in results.items()}
