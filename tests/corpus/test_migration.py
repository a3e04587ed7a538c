"""A store of an older version is brought up to date; one of a newer version is left alone."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from report_extract.corpus import Store
from report_extract.corpus.filling import SCHEMA_VERSION
from report_extract.errors import WrongUsage
from tests.corpus.papers import write_covers
from tests.corpus.test_store import counts


@pytest.fixture
def store(tmp_path: Path) -> Store:
    write_covers(tmp_path / "in", 3)
    store = Store(tmp_path / "store")
    store.add(tmp_path / "in")
    return store


def alter(store: Store, *statements: str) -> None:
    connection = duckdb.connect(str(store.shelf.database))
    for statement in statements:
        connection.execute(statement)
    connection.close()


# As a version before this one might have left it: a table and columns less, a column that is gone, one of another type.
OLDER = (
    f"UPDATE store SET schema_version = {SCHEMA_VERSION - 1}",
    "DROP TABLE evidence",
    "ALTER TABLE metrics DROP COLUMN confidence",
    "ALTER TABLE metrics ALTER COLUMN page TYPE VARCHAR",
    "ALTER TABLE documents ADD COLUMN colour VARCHAR",
    "ALTER TABLE metrics RENAME COLUMN quote TO words",
)


def test_an_older_schema_is_brought_up_to_date_and_filled_again(store: Store) -> None:
    before = counts(store)
    sql = "SELECT value, confidence, page, quote FROM metrics ORDER BY ALL"
    rows, added = store.query(sql), store.query("SELECT sha256, added_at, file FROM documents ORDER BY ALL")
    alter(store, *OLDER)
    assert store.query(sql) == rows
    assert counts(store) == before
    assert store.query("SELECT sha256, added_at, file FROM documents ORDER BY ALL") == added
    assert "colour" not in store.query("SELECT * FROM documents").columns


def test_rows_whose_facts_are_gone_keep_what_they_had(store: Store) -> None:
    lost = next((store.shelf.folder / "extractions").iterdir())
    sha256 = lost.name[:64]
    lost.unlink()
    alter(store, *OLDER)
    (row,) = store.query("SELECT value, page, confidence FROM metrics WHERE sha256 = ?", [sha256])
    assert (row["value"] >= 100, row["page"], row["confidence"]) == (True, 1, None)
    assert len(store.documents()) == 3


def test_a_newer_schema_is_left_alone(store: Store) -> None:
    alter(store, f"UPDATE store SET schema_version = {SCHEMA_VERSION + 1}")
    for use in (store.documents, lambda: store.add(store.shelf.folder.parent / "in")):
        with pytest.raises(WrongUsage, match="newer report-extract"):
            use()
