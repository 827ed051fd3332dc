# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import beauty_report_mixin
from . import beauty_report_xlsx
from . import beauty_holding_report_mixin
from . import beauty_ageing_report
from . import beauty_breakage_report
from . import beauty_completeness_report
from . import beauty_cut_off_report
from . import beauty_entry_export
from . import beauty_forecast_report
from . import beauty_liability_report
from . import beauty_settlement_report
from . import beauty_tie_out_report
