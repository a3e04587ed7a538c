"""Figures that the cells of a table tell in sentences: "Average wait down to 11 weeks from 16"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.labels import TIME_UNITS
from report_extract.extract.metrics.prose import told_in
from report_extract.extract.metrics.single import Tools
from report_extract.model.document import Cell
from report_extract.model.extraction import Role

_TELLS_RESULTS = re.compile(
    r"\b(?:difference|impact|progress|results?|outcomes?|achiev\w+|(?:what )?we did|done|so far|how far|what happened"
    r"|evidence|update|position|made|performance|where we are)\b",
    re.IGNORECASE,
)
"""Heads of columns that say what came about; other columns of sentences say what is planned, asked or recommended."""
_SURE = frozenset({"percent", "gbp", "percentage_points", *TIME_UNITS})
SHORTEST = 3  # words of a cell that tells something
LONGEST_NAME = 6  # words of a row's name that a label takes along


def told_in_cell(tools: Tools, cell: Cell, *, header: str, row: str, titles: tuple[str, ...]) -> Iterator[Draft]:
    """The figures of a cell of words under a head that speaks of results.

    Only those that are certain: known to the catalogue, a share, a sum, a length of time, or compared with another.
    """
    text = tools.document.text[cell.start : cell.end].replace("\n", " ")
    if not _TELLS_RESULTS.search(header) or len(text.split()) < SHORTEST or not re.search(r"\d", text):
        return
    drafts = told_in(tools, text, offset=cell.start, titles=(*titles, row))
    for draft in drafts:
        beside = draft.role is Role.previous or draft.compared_with is not None
        if (draft.rule is not None or draft.unit in _SURE or beside) and any(c.isdigit() for c in draft.value_text):
            yield replace(draft, label=_label(row, draft.label), source="table")


def _label(row: str, label: str) -> str:
    """The label under its row's name, unless that is long or said already."""
    named = 0 < len(row.split()) <= LONGEST_NAME and row.lower() not in label.lower()
    return f"{row} - {label}" if named else label
