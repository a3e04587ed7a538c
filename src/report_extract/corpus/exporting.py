"""The tables of a store as files: Parquet by DuckDB, CSV and workbooks in which no cell can act."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report_extract.corpus.rows import schema
from report_extract.errors import WrongUsage
from report_extract.write.files import whole_file
from report_extract.write.plain import plain
from report_extract.write.tidy import write_csv

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMS = ("parquet", "csv", "xlsx")

SHEET_ROWS = 1_048_576  # of a worksheet (Excel specifications and limits)
CELL_CHARACTERS = 32_767  # of a cell (the same)


def export(connection: DuckDBPyConnection, folder: Path, *, form: str) -> tuple[Path, ...]:
    """Files in `folder`, each written whole; raises WrongUsage for an unknown form or what a workbook cannot hold."""
    writers = {"parquet": _parquet, "csv": _csv, "xlsx": _workbook}
    if form not in writers:
        raise WrongUsage(f"{form}: no such form; there are {', '.join(FORMS)}")
    return writers[form](connection, folder)


def _parquet(connection: DuckDBPyConnection, folder: Path) -> tuple[Path, ...]:
    paths = []
    with tempfile.TemporaryDirectory(prefix="report-extract-") as temporary:
        for name in schema():
            made = Path(temporary) / f"{name}.parquet"
            connection.execute(f"COPY ({_select(name)}) TO '{_quoted(made)}' (FORMAT parquet, COMPRESSION zstd)")
            paths.append(folder / made.name)
            with whole_file(paths[-1]) as file:
                file.write(made.read_bytes())
    return tuple(paths)


def _csv(connection: DuckDBPyConnection, folder: Path) -> tuple[Path, ...]:
    paths = []
    for name, table in schema().items():
        paths.append(folder / f"{name}.csv")
        rows = (
            [v.isoformat(sep=" ") if isinstance(v, datetime) else v for v in row] for row in _rows(connection, name)
        )
        write_csv(paths[-1], list(table.columns), rows)
    return tuple(paths)


def _workbook(connection: DuckDBPyConnection, folder: Path) -> tuple[Path, ...]:
    sheets = [(name, list(table.columns), _rows(connection, name)) for name, table in schema().items()]
    path = folder / "corpus.xlsx"
    write_workbook(path, sheets)
    return (path,)


def write_workbook(path: Path, sheets: Iterable[tuple[str, Sequence[str], Sequence[Sequence[Any]]]]) -> None:
    """Sheets of name, header and rows. Text is text: no formula, no link, no control character.

    Raises WrongUsage where openpyxl is not installed or a table has more rows than a sheet.
    """
    try:
        from openpyxl import Workbook
    except ImportError as fault:
        raise WrongUsage('Workbooks need openpyxl: pip install "report-extract[corpus]"') from fault
    book = Workbook(write_only=True)
    for name, header, rows in sheets:
        if len(rows) >= SHEET_ROWS:
            raise WrongUsage(f"{name} has {len(rows)} rows, more than a sheet holds; export as parquet or csv")
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append(list(header))
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    with whole_file(path) as file:
        book.save(file)


def _cell(sheet: Any, value: Any) -> Any:
    """Numbers, dates and truth as they are; text marked as such, which also keeps "=1+1" from being a formula."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet)
    cell.value = plain(value)[:CELL_CHARACTERS]
    cell.data_type = "s"
    return cell


def _rows(connection: DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    return connection.execute(_select(name)).fetchall()


def _select(name: str) -> str:
    """In the order of documents and, within one, of its pages; always the same for the same content."""
    return f'SELECT * FROM "{name}" ORDER BY ALL'


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
