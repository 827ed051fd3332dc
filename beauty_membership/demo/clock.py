# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The day on which a piece of the demo's history happens."""

CONTEXT_KEY = "beauty_demo_clock"


class Clock:
    """A day in the past, carried in the context.

    An object: no client can send one, so no client can date a ticket back.
    """

    def __init__(self, day):
        self.day = day


def demo_day(env):
    """:return: date of the history that is being played, or None"""
    clock = env.context.get(CONTEXT_KEY)
    return clock.day if isinstance(clock, Clock) else None


def on_demo_day(env, vals_list):
    """:return: list of values, dated on the day of the history that is played"""
    day = demo_day(env)
    return [{**vals, "date": day} for vals in vals_list] if day else vals_list
