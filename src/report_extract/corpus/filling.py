"""Rows into the database: the tables made, brought up to date, and the rows of a document replaced as one."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.corpus.database import transaction
from report_extract.corpus.rows import Table, schema
from report_extract.errors import WrongUsage

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Counts changes in the meaning of tables; a change in their columns is seen without it.
SCHEMA_VERSION = 1


def is_current(connection: DuckDBPyConnection) -> bool:
    """False for a database that has to be made or brought up to date. Raises WrongUsage for one from the future."""
    version = schema_version(connection)
    if version > SCHEMA_VERSION:
        known = f"its schema has version {version}, this report-extract knows {SCHEMA_VERSION}"
        raise WrongUsage(f"The store was written by a newer report-extract ({known}). Install the newer one")
    return version == SCHEMA_VERSION and all(_columns(connection, t.name) == list(t.columns) for t in schema().values())


def schema_version(connection: DuckDBPyConnection) -> int:
    """0 for a new database."""
    if not _columns(connection, "store"):
        return 0
    (version,) = connection.execute("SELECT max(schema_version) FROM store").fetchone() or (0,)
    return int(version or 0)


def bring_up_to_date(connection: DuckDBPyConnection) -> None:
    """Makes every table as `schema` has it; rows stay, with what their old columns hold, until they are replaced."""
    with transaction(connection):
        connection.execute("CREATE TABLE IF NOT EXISTS store (schema_version INTEGER)")
        for table in schema().values():
            _remake(connection, table)
        connection.execute("DELETE FROM store")
        connection.execute("INSERT INTO store VALUES (?)", [SCHEMA_VERSION])


def _remake(connection: DuckDBPyConnection, table: Table) -> None:
    old = _columns(connection, table.name)
    if old:
        connection.execute(f'ALTER TABLE "{table.name}" RENAME TO "old {table.name}"')
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    if old:
        shared = ", ".join(
            f'TRY_CAST("{name}" AS {kind}) AS "{name}"' for name, kind in table.columns.items() if name in old
        )
        connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT {shared} FROM "old {table.name}"')
        connection.execute(f'DROP TABLE "old {table.name}"')


def insert(connection: DuckDBPyConnection, lines: Mapping[str, Sequence[bytes]]) -> None:
    """Adds rows, given as lines of JSON, by table. Through a file: a hundred times faster than row by row."""
    with tempfile.TemporaryDirectory(prefix="report-extract-") as folder:
        for name, of_table in lines.items():
            if of_table:
                file = Path(folder) / f"{name}.ndjson"
                with file.open("wb") as stream:
                    stream.writelines(of_table)
                _insert_file(connection, schema()[name], file)


def _insert_file(connection: DuckDBPyConnection, table: Table, file: Path) -> None:
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in table.columns.items())
    largest = file.stat().st_size + 1  # one row may be the whole file
    connection.execute(
        f"INSERT INTO \"{table.name}\" BY NAME SELECT * FROM read_json(?, format = 'newline_delimited', "
        f"columns = {{{types}}}, maximum_object_size = {largest})",
        [str(file)],
    )


def remove(connection: DuckDBPyConnection, sha256: Sequence[str]) -> None:
    """Takes the rows of documents out of every table; a new document costs one look."""
    known = "SELECT 1 FROM documents WHERE sha256 IN (SELECT unnest(?::VARCHAR[])) LIMIT 1"
    if not connection.execute(known, [list(sha256)]).fetchall():
        return
    for name in schema():
        connection.execute(f'DELETE FROM "{name}" WHERE sha256 IN (SELECT unnest(?::VARCHAR[]))', [list(sha256)])


def _columns(connection: DuckDBPyConnection, table: str) -> list[str]:
    found = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index",
        [table],
    ).fetchall()
    return [name for (name,) in found]
