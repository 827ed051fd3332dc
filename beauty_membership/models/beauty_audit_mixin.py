# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.tools import html2plaintext
from odoo.tools.misc import clean_context


class BeautyAuditMixin(models.AbstractModel):
    """A model whose changes go into the log of changes, by whatever path they come."""

    _name = "beauty.audit.mixin"
    _description = "Watched by the Log of Changes"

    # One of the log's kinds; the fields that are watched, every one of its own if none
    # is named; is a new row news?
    _audit_kind = None
    _audit_fields = ()
    _audit_create = True

    @api.model
    def _get_audit_fields(self):
        """Return the names of the fields that are watched.

        Those of its own are the stored ones that people fill, also those other files
        and addons add, but for lists of other models.
        """
        return self._audit_fields or [
            name
            for name, field in self._fields.items()
            if field.store
            and name not in models.MAGIC_COLUMNS
            and not (field.compute and field.readonly)
            and not field.related
            and field.type not in ("one2many", "binary", "properties")
            and name != "sequence"
        ]

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        if self._audit_create and self.pool.ready:
            records._log_changes("create")
        return records

    def write(self, vals):
        names = [name for name in self._get_audit_fields() if name in vals]
        before = {record: record._get_audit_values(names) for record in self}
        res = super().write(vals)
        rows = []
        for record, old in before.items():
            new = record._get_audit_values(names)
            rows += record._prepare_audit_rows(old, new) if old != new else []
        self._write_audit_log(rows)
        return res

    def unlink(self):
        if self._audit_create:
            self._log_changes("unlink")
        return super().unlink()

    def _log_changes(self, change):
        self._write_audit_log([record._prepare_audit_row(change) for record in self])

    def _get_audit_values(self, names):
        """Return the values of these fields as they stand: {name: value}."""
        self.ensure_one()
        # sudo: what is written down does not depend on what the user may read
        record = self.sudo()
        return {name: record[name] for name in names}

    def _prepare_audit_rows(self, old, new):
        rows = []
        for name in old:
            if old[name] != new[name]:
                taken, put = self._get_audit_texts(name, old[name], new[name])
                row = {"field": name, "old_value": taken, "new_value": put}
                rows.append({**self._prepare_audit_row("write"), **row})
        return rows

    def _get_audit_texts(self, name, old, new):
        """Return what was there and what is, in words; of a list only what differs."""
        field = self._fields[name]
        if field.type in ("many2many", "one2many"):
            old, new = old - new, new - old
        return [self._get_audit_text(field, value) for value in (old, new)]

    def _get_audit_text(self, field, value):
        if field.relational:
            return ", ".join(value.sudo().exists().mapped("display_name"))
        if field.type == "selection":
            labels = dict(field._description_selection(self.env))
            return labels.get(value, value)
        if field.type == "boolean":
            return self.env._("Yes") if value else self.env._("No")
        if field.type == "html":
            return html2plaintext(value or "")
        return str(value) if value or value == 0 else ""

    def _prepare_audit_row(self, change):
        self.ensure_one()
        company = "company_id" in self._fields and self.sudo().company_id
        return {
            "user_id": self.env.uid,
            "kind": self._audit_kind,
            "change": change,
            "model": self._name,
            "res_id": self.id,
            "name": self.sudo().display_name or f"#{self.id}",
            "company_id": company.id if company else False,
        }

    @api.model
    def _write_audit_log(self, rows):
        if rows:
            # sudo: nobody writes the log, the models that it watches do
            log = self.env["beauty.audit.log"].sudo()
            # pylint: disable-next=context-overridden
            log.with_context(clean_context(self.env.context)).create(rows)
