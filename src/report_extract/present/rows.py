"""Rows of a query: a table on the terminal, JSON, or CSV."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from report_extract.errors import WrongUsage
from report_extract.present.console import notes, output
from report_extract.write.files import write_whole
from report_extract.write.plain import one_line
from report_extract.write.tidy import csv_bytes

Rows = Sequence[Mapping[str, Any]]

_SHOWN = 200  # rows on a terminal; more is for a file
_CELL = 60  # characters of a cell on a terminal
_LEAST = 12  # characters below which words in a column fall apart
_GAP = 2  # spaces between columns


def show_rows(
    columns: Sequence[str],
    rows: Rows,
    *,
    json: str | None = None,
    csv: str | None = None,
    shown: Sequence[str] | None = None,
) -> None:
    """Writes the rows to the file named for their form ("-" is standard output); without one, shows a table.

    `shown` are the columns for a terminal, by default all. Raises WrongUsage for both forms on standard output.
    """
    if json == csv == "-":
        raise WrongUsage("Standard output takes one form: --json - or --csv -, not both")
    if json:
        _write(json, as_json(rows).encode("utf-8"))
    if csv:
        _write(csv, csv_bytes(columns, [[_plain(row[name]) for name in columns] for row in rows]))
    if not json and not csv:
        _table(shown or columns, rows)


def as_json(rows: Rows) -> str:
    """An array of objects, one a line."""
    lines = ",\n".join(json.dumps(dict(row), ensure_ascii=False, default=_plain) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _write(file: str, content: bytes) -> None:
    if file == "-":
        sys.stdout.buffer.write(content.removeprefix(codecs.BOM_UTF8))  # a pipe is no file of Excel's
        sys.stdout.buffer.flush()
    else:
        write_whole(Path(file), content)


def _table(columns: Sequence[str], rows: Rows) -> None:
    cells = {name: [_shown(row[name]) for row in rows[:_SHOWN]] for name in columns}
    fitting = _fitting(cells, width=output().width)
    table = Table(box=None, padding=(0, _GAP, 0, 0), header_style="bold", show_edge=False)
    for name in fitting:
        numeric = all(isinstance(row[name], int | float | Decimal | None) for row in rows)
        table.add_column(Text(one_line(name)), overflow="fold", justify="right" if numeric else "left")
    for line in zip(*(cells[name] for name in fitting), strict=True):
        table.add_row(*(Text(cell) for cell in line))
    output().print(table)
    if len(rows) > _SHOWN:
        notes().print(Text(f"{len(rows) - _SHOWN} more rows; --csv FILE or --json FILE writes all"))
    if left := [one_line(name) for name in columns if name not in fitting]:
        notes().print(Text(f"{len(left)} more columns ({', '.join(left)}); --csv FILE or --json FILE writes all"))


def _fitting(cells: Mapping[str, Sequence[str]], *, width: int) -> list[str]:
    """The first columns, as many as can be read side by side: of 30 squeezed into a terminal none could."""
    fitting: list[str] = []
    for name, shown in cells.items():
        width -= min(_LEAST, max(map(len, (name, *shown)))) + _GAP
        if width < 0 and fitting:
            break
        fitting.append(name)
    return fitting


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.4g}"
    return one_line(str(_plain(value)), longest=_CELL)


def _plain(value: Any) -> Any:
    """What JSON and CSV have no type for, as text or number."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
