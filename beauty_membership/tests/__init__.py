# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from . import test_any_of
from . import test_attacks
from . import test_attacks_money
from . import test_attacks_people
from . import test_audit
from . import test_audit_guards
from . import test_audit_invoices
from . import test_audit_rounding
from . import test_audit_taxes
from . import test_books
from . import test_demo_salon
from . import test_doors
from . import test_hoot
from . import test_ledger
from . import test_member_card
from . import test_messages
from . import test_pos_tours
from . import test_pos_tours_offline
from . import test_prices
from . import test_settlement
from . import test_setup
from . import test_statement
from . import test_translations
from . import test_undo
from . import test_views
