# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where everything is; the shell half has made what is named here."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".odoo"
ADDON = ROOT / "beauty_membership"
ODOO_HOME = Path(
    os.environ.get("BM_ODOO_HOME", STATE / "src/usr/lib/python3/dist-packages")
)
ODOO_BIN = ODOO_HOME / "odoo-bin"
DATA = STATE / "data"
FILESTORE = DATA / "filestore"
LOGS = STATE / "logs"
SHOTS = STATE / "shots"
CONF = STATE / "odoo.conf"
PYTHON = sys.executable


def socket_folder():
    """:return: the folder of PostgreSQL's socket, as the cluster was made with it"""
    return (STATE / "socket_path").read_text().strip()
