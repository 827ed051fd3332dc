# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whether the member has to confirm what leaves her card, and how.

The till previews the same rule (static/src/app/utils/confirmation_rules.js).
"""

# A later one is as good as an earlier one.
STRENGTH = ("none", "signature", "pin", "code")


def find_method(moves):
    """Return how a ticket has to be confirmed.

    :param moves: list of (method, least amount, amount): the rule of a contract,
        from which amount on it holds, and what the ticket takes from it, in cents
    :return: str, one of STRENGTH
    """
    asked = [method for method, least, amount in moves if amount >= least]
    return max(asked, key=STRENGTH.index, default="none")


def is_enough(given, asked):
    """Whether one way to confirm answers for another."""
    if given not in STRENGTH:
        return asked == "none"
    return STRENGTH.index(given) >= STRENGTH.index(asked)
