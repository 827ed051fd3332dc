# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The configuration file that every Odoo process of the project starts from."""

from . import paths

TEMPLATE = """[options]
addons_path = {addons}
data_dir = {data}
db_host = {socket}
db_user = odoo
db_name = demo
http_interface = 127.0.0.1
http_port = 8069
gevent_port = 8072
max_cron_threads = 0
workers = 0
list_db = False
admin_passwd = admin
"""


def addons_path():
    """:return: Odoo's own addons (of a package or a checkout), then this repository"""
    folders = [paths.ODOO_HOME / "odoo/addons", paths.ODOO_HOME / "addons", paths.ROOT]
    return ",".join(str(folder) for folder in folders if folder.is_dir())


def write_conf():
    """Write ``odoo.conf`` when its content would change."""
    text = TEMPLATE.format(
        addons=addons_path(), data=paths.DATA, socket=paths.socket_folder()
    )
    for folder in (paths.DATA, paths.LOGS, paths.SHOTS):
        folder.mkdir(parents=True, exist_ok=True)
    if not paths.CONF.exists() or paths.CONF.read_text() != text:
        paths.CONF.write_text(text)
