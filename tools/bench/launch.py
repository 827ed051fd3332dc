# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Odoo's command line, with the times of its request log in microseconds.

Stock rounds them to a millisecond, too coarse to compare requests of ten.
"""

import odoo.cli
import odoo.netsvc


def format_perf(_filter, query_count, query_time, remaining_time):
    """Stand in for ``PerfFilter.format_perf``."""
    return f"{query_count:d}", f"{query_time:.6f}", f"{remaining_time:.6f}"


if __name__ == "__main__":
    odoo.netsvc.PerfFilter.format_perf = format_perf
    odoo.cli.main()
