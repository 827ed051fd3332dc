# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Databases together with their filestores: look up, copy, rename, drop."""

import shutil
import subprocess
from contextlib import closing

import psycopg2
from psycopg2 import sql

from . import paths


def connect(name="postgres"):
    """:return: an autocommit connection to the database of that name"""
    connection = psycopg2.connect(
        host=paths.socket_folder(), user="odoo", dbname=name, application_name="dev"
    )
    connection.autocommit = True
    return connection


def run(query, *names, params=(), database="postgres"):
    """Run one statement whose ``{}`` are identifiers.

    :return: list of row tuples, empty for a statement without rows
    """
    statement = sql.SQL(query).format(*[sql.Identifier(name) for name in names])
    with closing(connect(database)) as connection, connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall() if cursor.description else []


def exists(name):
    """:return: True when there is a database of that name"""
    return bool(run("SELECT 1 FROM pg_database WHERE datname = %s", params=[name]))


def names(prefix=""):
    """:return: list of database names with that prefix, newest first"""
    rows = run("SELECT datname FROM pg_database ORDER BY oid DESC")
    return [name for (name,) in rows if name.startswith(prefix)]


def disconnect(name):
    """End the sessions of a database, which would block its copy or removal."""
    run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
        params=[name],
    )


def drop(name):
    """Remove the database and its filestore, if there are any."""
    run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    shutil.rmtree(paths.FILESTORE / name, ignore_errors=True)


def copy(source, name):
    """Replace ``name`` by a copy of ``source``; files are hard links."""
    drop(name)
    disconnect(source)
    run("CREATE DATABASE {} TEMPLATE {}", name, source)
    copy_filestore(source, name)


def copy_filestore(source, name):
    """Hard-link the files: Odoo replaces stored files and never edits them."""
    if (paths.FILESTORE / source).is_dir():
        subprocess.run(
            ["cp", "-al", str(paths.FILESTORE / source), str(paths.FILESTORE / name)],
            check=True,
        )


def rename(name, new_name):
    """Rename the database and its filestore."""
    disconnect(name)
    run("ALTER DATABASE {} RENAME TO {}", name, new_name)
    shutil.rmtree(paths.FILESTORE / new_name, ignore_errors=True)
    if (paths.FILESTORE / name).is_dir():
        (paths.FILESTORE / name).rename(paths.FILESTORE / new_name)
