"""What is exported opens elsewhere, says the same, and cannot act."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from report_extract.corpus import Store
from report_extract.corpus.exporting import write_workbook
from report_extract.corpus.rows import schema
from report_extract.errors import WrongUsage
from tests.corpus.papers import write_covers
from tests.corpus.test_store import counts


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("export")
    write_covers(folder / "in", 2)
    store = Store(folder / "store")
    store.add(folder / "in")
    return store


def test_parquet_says_the_same_in_duckdb(store: Store, tmp_path: Path) -> None:
    paths = store.export(tmp_path, form="parquet")
    assert {path.stem for path in paths} == set(schema())
    for path in paths:
        there = duckdb.execute(f"SELECT * FROM read_parquet('{path.as_posix()}') ORDER BY ALL").fetchall()
        assert there == [tuple(row.values()) for row in store.query(f'SELECT * FROM "{path.stem}" ORDER BY ALL')]


def test_parquet_opens_in_pandas(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    store.export(tmp_path, form="parquet")
    assert len(pandas.read_parquet(tmp_path / "metrics.parquet")) == counts(store)["metrics"]


def test_csv_has_every_row(store: Store, tmp_path: Path) -> None:
    store.export(tmp_path, form="csv")
    for name, rows in counts(store).items():
        found = duckdb.execute(
            "SELECT count(*) FROM read_csv(?, header = true, all_varchar = true, strict_mode = false)",
            [str(tmp_path / f"{name}.csv")],
        )
        assert found.fetchone() == (rows,), name


def test_a_workbook_has_a_sheet_for_each_table(store: Store, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (path,) = store.export(tmp_path, form="xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == list(schema())
    for name, rows in counts(store).items():
        assert book[name].max_row == rows + 1, name
    header = [cell.value for cell in book["metrics"][1]]
    value = book["metrics"].cell(row=2, column=header.index("value") + 1).value
    assert value in {100, 101}


def test_nothing_in_a_workbook_acts(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    hostile = ["=1+1", '=HYPERLINK("http://x")', "\x1b[31mred", "x" * 40_000, "@SUM(A1)"]
    write_workbook(tmp_path / "a.xlsx", [("sheet", ["text"], [[text] for text in hostile])])
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["sheet"].iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * len(hostile)
    assert "\x1b" not in cells[2].value
    assert len(cells[3].value) == 32_767


def test_an_unknown_form_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="parquet, csv, xlsx"):
        store.export(tmp_path, form="docx")
