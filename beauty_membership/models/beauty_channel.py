# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyChannel(models.AbstractModel):
    """A way a message reaches a member.

    Another channel is a model that inherits this one and answers two questions:
    can it reach her, and send it. :mod:`.beauty_channel_gateway` is an example.
    """

    _name = "beauty.channel"
    _description = "Message Channel"
    # The lowest that can reach the member is used.
    _sequence = 50

    @api.model
    def _can_reach(self, partner, company):
        """Return whether a member of a company can be reached this way.

        :param partner: res.partner
        :param company: res.company, whose settings decide
        """
        raise NotImplementedError

    @api.model
    def _send(self, message):
        """Hand one message over.

        :param message: beauty.message, in the member's language
        :raises Exception: any; the message is tried again later
        """
        raise NotImplementedError

    @api.model
    def _find_channel(self, partner, company):
        """Return the model of the channel that reaches a member, or None."""
        channels = [self.env[name] for name in self._inherit_children]
        for channel in sorted(channels, key=lambda channel: channel._sequence):
            if channel._can_reach(partner, company):
                return channel
        return None
