# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The table: its rows, how it is printed, and how it is written as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

HEADINGS = ("name", "ours", "stock", "ratio", "target", "ok")


@dataclass(frozen=True)
class Row:
    """One line of the table; ``ok`` is True where no target is set."""

    name: str
    ours: float
    stock: float | None
    ratio: float | None
    target: str | None
    ok: bool


def row(name, ours, stock=None, ratio=None, max_ours=None, max_ratio=None):
    """Make a row and judge it.

    :param ratio: ours / stock, worked out when it is not given
    :param max_ours: the most that ours may be, in the unit the name ends with
    :param max_ratio: the most that the ratio may be
    """
    if ratio is None and stock:
        ratio = ours / stock
    checks, words = [], []
    if max_ours is not None:
        checks.append(ours <= max_ours)
        words.append(f"ours <= {max_ours:g}")
    if max_ratio is not None:
        checks.append(ratio <= max_ratio)
        words.append(f"ratio <= {max_ratio:g}")
    return Row(name, ours, stock, ratio, " and ".join(words) or None, all(checks))


def number(value, digits=None):
    """:return: str for a cell: as many digits as the size of the number bears"""
    if value is None:
        return "-"
    if isinstance(value, int) or float(value).is_integer() and digits is None:
        return f"{int(value):,}"
    if digits is None:
        digits = 2 if value < 10 else 1
    return f"{value:.{digits}f}"


def cells(item):
    """:return: list of str, one per heading"""
    has_target = item.target is not None
    verdict = ("yes" if item.ok else "NO") if has_target else "-"
    return [
        item.name, number(item.ours), number(item.stock), number(item.ratio, 3),
        item.target or "-", verdict,
    ]  # fmt: skip


def table(rows):
    """:return: str the rows as a table in Markdown, columns aligned"""
    lines = [list(HEADINGS), *[cells(item) for item in rows]]
    widths = [max(len(line[i]) for line in lines) for i in range(len(HEADINGS))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def write_json(rows, path):
    """Write the rows as a list of objects with the table's headings as keys."""
    content = json.dumps([asdict(item) for item in rows], indent=2, ensure_ascii=False)
    Path(path).write_text(content + "\n", encoding="utf-8")
