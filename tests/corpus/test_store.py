"""The store: what is known is not read again, what has changed is replaced, and questions are answered."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from report_extract.corpus import Store
from report_extract.corpus.rows import schema
from report_extract.errors import WrongUsage
from tests.corpus.papers import cover, write_covers


def counts(store: Store) -> dict[str, int]:
    return {name: store.query(f'SELECT count(*) AS n FROM "{name}"')[0]["n"] for name in schema()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with three papers; tests only read it."""
    folder = tmp_path_factory.mktemp("filled")
    write_covers(folder / "in", 3)
    store = Store(folder / "store")
    store.add(folder / "in")
    return store


def test_documents_are_known_by_partnership_year_and_kind(filled: Store) -> None:
    rows = filled.documents()
    assert [(row["reporting_year"], row["kind"]) for row in rows] == [("2024/25", "cover_report")] * 3
    assert len({row["partnership"] for row in rows}) == 3
    assert all(Path(row["file"]).is_file() for row in rows)


def test_values_are_typed_and_traceable(filled: Store) -> None:
    rows = filled.query(
        "SELECT m.value, e.quote, d.file, e.start_char, e.end_char FROM metrics m "
        "JOIN evidence e ON (e.sha256, e.fact, e.fact_id) = (m.sha256, 'metrics', m.id) "
        "JOIN documents d ON d.sha256 = m.sha256 WHERE m.value BETWEEN ? AND ? ORDER BY m.value",
        [100, 102],
    )
    assert [row["value"] for row in rows] == [100.0, 101.0, 102.0]
    for row in rows:
        assert str(int(row["value"])) in row["quote"]
        assert row["quote"] in Path(row["file"]).read_text(encoding="utf-8")


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    paths = write_covers(tmp_path / "in", 2)
    store = Store(tmp_path / "store")
    assert len(store.add(tmp_path / "in").files("added")) == 2
    before, stamps = counts(store), store.query("SELECT sha256, added_at FROM documents ORDER BY ALL")
    assert store.add(tmp_path / "in").files("known") == tuple(paths)
    assert (counts(store), store.query("SELECT sha256, added_at FROM documents ORDER BY ALL")) == (before, stamps)
    store.add(*paths, again=True)
    assert counts(store) == before


def test_one_content_under_two_names_is_one_document(tmp_path: Path) -> None:
    (first,) = write_covers(tmp_path, 1)
    second = Path(shutil.copy(first, tmp_path / "second.md"))
    store = Store(tmp_path / "store")
    added = store.add(first, second)
    assert (added.files("added"), added.files("known")) == ((first,), (second,))
    assert len(store.documents()) == 1


def test_a_moved_document_is_found_where_it_is_now(tmp_path: Path) -> None:
    (first,) = write_covers(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    store.add(first)
    moved = first.rename(tmp_path / "moved.md")
    assert store.add(moved).files("known") == (moved,)
    assert store.documents()[0]["file"] == str(moved)


def test_a_changed_file_takes_the_place_of_what_it_was(tmp_path: Path) -> None:
    (path,) = write_covers(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    store.add(path)
    path.write_text(cover(7), encoding="utf-8")
    store.add(path)
    assert [row["value"] for row in store.query("SELECT value FROM metrics")] == [107.0]
    assert len(list((tmp_path / "store" / "extractions").iterdir())) == 1


def test_copies_stand_by_partnership_and_year(tmp_path: Path) -> None:
    (path,) = write_covers(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    store.add(path)
    store.add(path, copy=True)
    (row,) = store.documents()
    assert row["file"] == f"{row['partnership']}/2024-25/cover-00.md"
    assert store.shelf.path_of(row["file"]).read_bytes() == path.read_bytes()
    path.unlink()
    assert store.add(tmp_path / "store" / row["file"]).files("known")


def test_a_paper_that_cannot_be_read_is_listed_until_it_can(tmp_path: Path) -> None:
    (good,) = write_covers(tmp_path, 1)
    bad = tmp_path / "bad.pdf"
    bad.touch()
    store = Store(tmp_path / "store")
    added = store.add(good, bad, tmp_path / "missing.pdf")
    assert added.files("failed") == (tmp_path / "missing.pdf", bad)
    assert added.failures[str(bad)].startswith("bad.pdf: the file is empty")
    assert [row["reason"] for row in store.failures()] == ["empty", "missing"]
    assert len(store.documents()) == 1
    bad.rename(tmp_path / "bad.md").write_text(cover(3), encoding="utf-8")
    store.add(tmp_path / "bad.md")
    shutil.copy(tmp_path / "bad.md", bad)
    assert store.add(bad).files("known") == (bad,)
    assert [row["reason"] for row in store.failures()] == ["missing"]


def test_a_query_reads_the_store_and_nothing_else(filled: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    for sql in (f"SELECT * FROM '{secret.as_posix()}'", f"COPY metrics TO '{(tmp_path / 'x.csv').as_posix()}'"):
        with pytest.raises(WrongUsage, match="disabled"):
            filled.query(sql)
    for sql in ("DELETE FROM metrics", "DROP TABLE metrics", "INSTALL httpfs", "SET enable_external_access = true"):
        with pytest.raises(WrongUsage):
            filled.query(sql)
    rows = [1]
    with pytest.raises(WrongUsage, match="rows"):
        filled.query("SELECT * FROM rows")  # DuckDB would find the Python variable
    assert rows


def test_a_faulty_query_is_explained(filled: Store) -> None:
    with pytest.raises(WrongUsage, match=r"(?s)metricx.*Did you mean"):
        filled.query("SELECT * FROM metricx")


def test_rows_know_their_columns_and_become_a_frame(filled: Store) -> None:
    none = filled.query("SELECT document, value FROM metrics WHERE false")
    assert (list(none), none.columns) == ([], ("document", "value"))
    pandas = pytest.importorskip("pandas")
    frame = filled.query("SELECT document, value FROM metrics ORDER BY value").to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["document", "value"]


def test_the_facts_of_a_document_come_back_whole(filled: Store) -> None:
    (row, *_) = filled.documents()
    facts = filled.facts(row["sha256"][:10])
    assert (facts.document.sha256, facts.made_by is not None) == (row["sha256"], True)
    with pytest.raises(WrongUsage, match="0 documents"):
        filled.facts("no such hash")


def test_a_store_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="corpus add"):
        Store(tmp_path).documents()
    (tmp_path / "corpus.duckdb").write_bytes(b"no database at all" * 1000)
    with pytest.raises(WrongUsage, match="Moved away"):
        Store(tmp_path).documents()


def test_every_number_of_the_model_is_a_number_in_the_store(filled: Store) -> None:
    """A column of numbers that was forgotten in the list of types would hold text."""
    for name, table in schema().items():
        for column, kind in table.columns.items():
            if kind != "VARCHAR":
                continue
            texts = [row[column] for row in filled.query(f'SELECT "{column}" FROM "{name}"') if row[column]]
            numeric = [text for text in texts if text.replace(".", "", 1).isdigit()]
            assert not texts or len(numeric) < len(texts) or column in {"value_text", "value"}, (name, column)


def test_times_are_times(filled: Store) -> None:
    assert isinstance(filled.query("SELECT added_at FROM documents")[0]["added_at"], datetime)


def test_documents_are_removed_by_hash_path_and_name(tmp_path: Path) -> None:
    paths = write_covers(tmp_path / "in", 4)
    store = Store(tmp_path / "store")
    store.add(*paths)
    by_file = {Path(row["file"]).name: row["sha256"] for row in store.documents()}
    removed = store.remove(by_file["cover-00.md"][:8], paths[1], "cover-02")
    assert {gone.sha256 for gone in removed} == {by_file[f"cover-0{n}.md"] for n in range(3)}
    assert [Path(row["file"]).name for row in store.documents()] == ["cover-03.md"]
    assert all(path.is_file() for path in paths)
    assert {row["sha256"] for row in store.query("SELECT DISTINCT sha256 FROM evidence")} == {by_file["cover-03.md"]}
    assert [name.sha256 for name in store.shelf.kept.names()] == [by_file["cover-03.md"]]
    assert store.remove(paths[0], "cover-02", by_file["cover-00.md"]) == ()
    assert len(store.add(*paths).files("added")) == 3


def test_a_name_of_several_documents_removes_none(tmp_path: Path) -> None:
    for number, folder in enumerate(("a", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "paper.md").write_text(cover(number), encoding="utf-8")
    store = Store(tmp_path / "store")
    store.add(tmp_path / "a", tmp_path / "b")
    with pytest.raises(WrongUsage, match="2 documents of the corpus are meant"):
        store.remove("paper")
    assert len(store.documents()) == 2
    assert len(store.remove(tmp_path / "a" / "paper.md")) == 1


def test_copies_in_the_store_go_with_their_document(tmp_path: Path) -> None:
    paths = write_covers(tmp_path / "in", 1)
    store = Store(tmp_path / "store")
    store.add(*paths, copy=True)
    (copied,) = (store.shelf.path_of(row["file"]) for row in store.documents())
    assert copied.is_file()
    store.remove(paths[0])
    assert not copied.exists()
    assert not copied.parent.exists()
    assert paths[0].is_file()
