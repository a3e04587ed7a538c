"""The coding sheet: whole in files, and on a terminal what fits it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from report_extract.present.console import output
from report_extract.present.rows import show_rows
from report_extract.write.plain import one_line

if TYPE_CHECKING:
    from report_extract.corpus.store import Rows

_ANSWERS = (("activity", "activity_stated"), ("evidence", "evidence_stated"), ("impact", "impact_stated"))
_ITEM_LONGEST = 44


def show_sheet(sheet: Rows, *, json: str | None, csv: str | None, xlsx: Path | None) -> None:
    """Writes the forms that are asked for; without any, prints one line an item, answers only."""
    if xlsx is not None:
        from report_extract.corpus.exporting import write_workbook

        rows = [tuple(row[name] for name in sheet.columns) for row in sheet]
        write_workbook(xlsx, [("coding sheet", sheet.columns, rows)])
    if json or csv:
        show_rows(sheet.columns, sheet, json=json, csv=csv)
    elif xlsx is None:
        _print(sheet)


def _print(sheet: Rows) -> None:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for heading in ("report", "item", *(heading for heading, _ in _ANSWERS), "evaluated", "actions"):
        table.add_column(heading, overflow="fold" if heading == "item" else "ellipsis", no_wrap=heading != "item")
    last = None
    for row in sheet:
        report = f"{row['partnership'] or row['document']} {row['reporting_year'] or ''}"
        answers = [row[column] for column in (*(c for _, c in _ANSWERS), "evaluation_level", "actions_stated")]
        item = Text(one_line(str(row["item"]), longest=_ITEM_LONGEST))
        table.add_row(Text(one_line(report) if report != last else ""), item, *map(_answer, answers))
        last = report
    output().print(table)


def _answer(answer: str | None) -> Text:
    """Blank where nothing was asked, a dash where nothing was found."""
    return Text("–", style="dim") if answer == "not found" else Text(one_line(answer or ""))
