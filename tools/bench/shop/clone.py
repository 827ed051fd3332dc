# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Multiply the rows of one member by SQL.

The copies of a table's rows get ids in one run: copy ``c`` (from 1) of the row
of rank ``r`` is ``start + (c - 1) * rows + r``. Foreign keys that stay inside
the set follow; all others keep their value. Sums need no care, for a copy has
all rows of the member or none. Triggers sleep meanwhile.
"""

from psycopg2.extensions import quote_ident

COLUMNS = """
    SELECT column_name, data_type FROM information_schema.columns
     WHERE table_name = %s AND table_schema = current_schema()
       AND is_generated = 'NEVER'
     ORDER BY ordinal_position
"""
LINKS = """
    SELECT f.conrelid::regclass::text, a.attname, f.confrelid::regclass::text
      FROM pg_constraint f
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND array_length(f.conkey, 1) = 1
"""
# What must differ from copy to copy, by the name of the column.
UNIQUE = {
    "uuid": "md5(p.uuid || '/' || c)",
    "access_token": "md5(p.access_token || '/' || c)",
    "idempotency_key": "md5(p.idempotency_key || '/' || c)",
    "code": "p.code || c",
    "pos_reference": "p.pos_reference || '/' || c",
}
DATED = ("date", "date_order", "payment_date")


class Clone:
    """Rows that belong together, by table: ``{table: [ids]}``."""

    def __init__(self, cr, rows, overrides=None, links=None):
        """
        :param overrides: ``{(table, column): SQL of row p and copy c}``
        :param links: ``{(table, column): table}`` for keys PostgreSQL knows not
        """
        self.cr = cr
        self.rows = {table: sorted(ids) for table, ids in rows.items() if ids}
        self.overrides = overrides or {}
        self.links = self._read_links() | (links or {})
        self.starts = {table: self._next_id(table) for table in self.rows}

    def multiply(self, count, show):
        """Insert ``count`` copies of everything.

        :param show: function that is told what happens
        """
        self.cr.execute("SET LOCAL session_replication_role = replica")
        for table, ids in self.rows.items():
            show(f"{count * len(ids):,} rows of {table}")
            self._copy_table(table, count)
        for table in self._relation_tables():
            self._copy_relation(table, count)
        self.cr.execute("SET LOCAL session_replication_role = origin")

    def _read_links(self):
        self.cr.execute(LINKS)
        return {(table, column): target for table, column, target in self.cr.fetchall()}

    def _next_id(self, table):
        self.cr.execute(f"SELECT max(id) + 1 FROM {self._quote(table)}")
        return self.cr.fetchone()[0]

    def _quote(self, name):
        return quote_ident(name, self.cr._cnx)

    def _columns(self, table):
        self.cr.execute(COLUMNS, [table])
        return self.cr.fetchall()

    def _relation_tables(self):
        """Tables without ids of their own that point at copied rows."""
        tables = {
            t for (t, _column), target in self.links.items() if target in self.rows
        }
        return sorted(t for t in tables if "id" not in dict(self._columns(t)))

    def _copy_table(self, table, count):
        values = {
            name: self._value(table, name, kind) for name, kind in self._columns(table)
        }
        values["id"] = (
            f"{self.starts[table]} + (c - 1) * {len(self.rows[table])} + p.rank"
        )
        source = f"""(SELECT *, row_number() OVER (ORDER BY id) - 1 AS rank
                        FROM {self._quote(table)} WHERE id = ANY(%s))"""
        self._insert(table, values, source, [self.rows[table]], count)
        self.cr.execute(
            "SELECT setval(pg_get_serial_sequence(%s, 'id'), "
            f"(SELECT max(id) FROM {self._quote(table)}))",
            [table],
        )

    def _copy_relation(self, table, count):
        columns = [name for name, _kind in self._columns(table)]
        values = {
            name: self._key(table, name) or f"p.{self._quote(name)}" for name in columns
        }
        inner = [c for c in columns if self.links.get((table, c)) in self.rows]
        where = " OR ".join(f"{self._quote(c)} = ANY(%s)" for c in inner)
        source = f"(SELECT * FROM {self._quote(table)} WHERE {where})"
        ids = [self.rows[self.links[table, c]] for c in inner]
        self._insert(table, values, source, ids, count)

    def _insert(self, table, values, source, params, count):
        names = ", ".join(self._quote(name) for name in values)
        selected = ", ".join(values.values()).replace("%", "%%")
        self.cr.execute(
            f"INSERT INTO {self._quote(table)} ({names}) "
            f"SELECT {selected} "
            f"FROM {source} p CROSS JOIN generate_series(1, %s) c ORDER BY c",
            [*params, count],
        )

    def _value(self, table, name, kind):
        """:return: str the SQL of one column of a copy"""
        if (table, name) in self.overrides:
            return self.overrides[table, name]
        if name in UNIQUE:
            return UNIQUE[name]
        key = self._key(table, name)
        if key:
            return key
        column = f"p.{self._quote(name)}"
        if name in DATED and (kind == "date" or kind.startswith("timestamp")):
            return f"({column} - (c % 300) * interval '1 day')::{kind}"
        return column

    def _key(self, table, name):
        """:return: str the SQL of a key that stays inside the set, or None"""
        target = self.links.get((table, name))
        if target not in self.rows:
            return None
        ids = f"ARRAY{self.rows[target]!r}::int[]"
        column = f"p.{self._quote(name)}"
        start, size = self.starts[target], len(self.rows[target])
        position = f"array_position({ids}, {column}::int)"
        return f"COALESCE({start} + (c - 1) * {size} + {position} - 1, {column})"
