"""Cells below "Difference made", "Impact" or "Challenges" in tables of what agencies did."""

from __future__ import annotations

from collections.abc import Iterator

from report_extract.extract.rows import columns_of
from report_extract.extract.story import Story
from report_extract.language.headings import meanings_of
from report_extract.model.document import Cell, Table

SHORTEST, LONGEST = 4, 90  # words; less is a name or a figure, more are several remarks in one
# Beside such a column a cell says how far a recommendation got, what an audit found, or what is still to be reached.
ELSEWHERE = frozenset({"recommendation", "finding", "strength", "status", "outcome", "grade", "pledge"})
_NEVER = frozenset({"contents", "glossary", "case_study", "audits", "practice_reviews", "data"})


def remark_cells(meaning: str, story: Story) -> Iterator[Cell]:
    """Body cells of the columns whose header has that meaning ("achievements"), row by row."""
    for table in story.document.tables:
        if table.kind == "form" or not table.header_rows or _NEVER & story.meanings_at(table.start):
            continue
        if not ELSEWHERE.intersection(columns_of(table, book=story.book).values()):
            yield from _below(table, _columns(table, meaning, story))


def _columns(table: Table, meaning: str, story: Story) -> frozenset[int]:
    header = table.grid()[table.header_rows - 1]
    named = (i for i, cell in enumerate(header) if cell and meaning in meanings_of(cell.text, story.book))
    return frozenset(named)


def _below(table: Table, columns: frozenset[int]) -> Iterator[Cell]:
    for cell in table.cells:
        told = cell.row >= table.header_rows and cell.column in columns
        if told and SHORTEST <= len(cell.text.split()) <= LONGEST and not cell.text.rstrip().endswith(("?", ":")):
            yield cell
