"""Tables for spreadsheets, R and pandas: UTF-8, RFC 4180, written whole, and no cell that a spreadsheet would run.

A byte order mark begins each file: without it Excel on Windows reads UTF-8 as the system's code page. R's `readr` and
pandas skip the mark (base R: `fileEncoding = "UTF-8-BOM"`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path

from report_extract.write.files import write_whole
from report_extract.write.plain import plain

Cell = str | int | float | bool | None

# What begins a formula in a spreadsheet (OWASP, "CSV injection"), ASCII and fullwidth; spaces and what cannot be seen
# in front do not help, some programs drop them.
_FORMULA = re.compile(r"[\s\u200b-\u200d\u2060\ufffd]*[=+\-@＝＋－＠]|[\t\n]")
_NUMBER = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?")
_LINE_ENDS = re.compile(r"\r\n?")


def safe_cell(value: Cell) -> str:
    """What stands in the file: empty for None, true/false, plain numbers, and text that cannot act.

    Text that would begin a formula gets an apostrophe in front, unless it is a plain number ("-5", "+1,200", "-3.5%").
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        value = str(value.value)
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    if _NUMBER.fullmatch(value):
        return value
    text = plain(_LINE_ENDS.sub("\n", value))
    return f"'{text}" if _FORMULA.match(text) else text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The whole file. Raises ValueError for a row that has not one cell for each heading."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_cell(name) for name in header])
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"{len(row)} cells under {len(header)} headings")
        writer.writerow([safe_cell(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Writes the table at once or not at all. Raises WrongUsage where that is not possible."""
    write_whole(path, csv_bytes(header, rows))
