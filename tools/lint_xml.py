# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Each XML file of the addon is well formed, each CSV row as long as its head."""

import csv
import sys

from lxml import etree

from . import paths


def xml_problem(file):
    """:return: str what is wrong with an XML file, or None"""
    try:
        etree.parse(str(file))
    except etree.XMLSyntaxError as error:
        return f"{file}: {error}"
    return None


def csv_problem(file):
    """:return: str what is wrong with a CSV file, or None"""
    with open(file, newline="") as lines:
        lengths = {len(row) for row in csv.reader(lines) if row}
    return f"{file}: rows of different length" if len(lengths) > 1 else None


def main():
    """Print each problem; exit with 1 when there is one."""
    found = [xml_problem(file) for file in paths.ADDON.rglob("*.xml")]
    found += [csv_problem(file) for file in paths.ADDON.rglob("*.csv")]
    problems = list(filter(None, found))
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
