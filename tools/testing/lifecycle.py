"""Install, upgrade, uninstall, install again: nothing is left behind."""

from .. import database, odoo, template
from . import odoo_log, process
from .result import Job, Result

NAME = process.database_name("lifecycle")
UNINSTALL = """
env["ir.module.module"].search(
    [("name", "=", "beauty_membership")]
).button_immediate_uninstall()
env.cr.commit()
"""
# What the database holds beyond rows: kind, and a query of its names.
SCHEMA = {
    "table": "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm')"
    " AND relnamespace = 'public'::regnamespace",
    "column": "SELECT table_name || '.' || column_name"
    " FROM information_schema.columns WHERE table_schema = 'public'",
    "index": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    "constraint": "SELECT conrelid::regclass || '.' || conname FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace",
    "trigger": "SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "function": "SELECT oid::regprocedure::text FROM pg_proc"
    " WHERE pronamespace = 'public'::regnamespace",
    "sequence": "SELECT relname FROM pg_class WHERE relkind = 'S'"
    " AND relnamespace = 'public'::regnamespace AND relname !~ '^ir_sequence_'",
    "model": "SELECT model FROM ir_model",
    "XML id": "SELECT module || '.' || name FROM ir_model_data"
    " WHERE module = 'beauty_membership'",
}


def job():
    """:return: Job of the whole life of an installation"""
    return Job("lifecycle", run)


def run():
    """:return: Result with one check per step"""
    result = Result()
    database.copy(template.base_name(), NAME)
    try:
        live(result)
    finally:
        database.drop(NAME)
    return result


def live(result):
    """Go through the steps; the first that fails ends it."""
    before = schema()
    if not odoo_step(result, "install", "-i", "beauty_membership"):
        return
    installed = schema()
    if odoo_step(result, "upgrade", "-u", "beauty_membership"):
        same(result, "an upgrade changes nothing", installed, schema())
    if odoo_step(result, "uninstall", "shell", "--no-http", stdin=UNINSTALL):
        same(result, "an uninstall leaves nothing", before, schema())
        odoo_step(result, "reinstall", "-i", "beauty_membership")


def odoo_step(result, title, *args, stdin=None):
    """Run Odoo once.

    :return: True when it ended well and logged nothing unexpected
    """
    log = process.log_file(f"lifecycle_{title}")
    stop = () if stdin else ("--stop-after-init", *odoo.ports())
    words = odoo.command(*args, "-d", NAME, *stop)
    code = process.run(words, log, timeout=900, stdin=stdin)
    unexpected = odoo_log.parse(log).unexpected
    lines = "\n    ".join(unexpected) or process.tail(log, 15)
    result.check(
        not code and not unexpected, f"{title}: code {code}, {log}\n    {lines}"
    )
    return not code


def schema():
    """:return: set of "kind name" of all that is in the database's catalogue"""
    return {
        f"{kind} {name}"
        for kind, query in SCHEMA.items()
        for (name,) in database.run(query.replace("{", "{{"), database=NAME)
    }


def same(result, title, wanted, found):
    """Compare two catalogues and name the difference."""
    extra, missing = sorted(found - wanted), sorted(wanted - found)
    note = f"{title}: left {extra[:12]} ({len(extra)}), lost {missing[:12]}"
    result.check(not extra and not missing, note)
