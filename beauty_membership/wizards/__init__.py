# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import base_partner_merge
from . import beauty_assign_wizard
from . import beauty_confirmation_wizard
from . import beauty_gift_wizard
from . import beauty_reinstate_wizard
from . import beauty_ledger_wizard
from . import beauty_release_wizard
from . import beauty_report_wizard
from . import beauty_statement_wizard
from . import beauty_technician_wizard
from . import beauty_tier_wizard
from . import beauty_undo_wizard
