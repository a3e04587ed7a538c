"""A table as words in rows and columns, before headers, units and ticks are understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from report_extract.model.base import Box
from report_extract.read.rawpage import Word


@dataclass(frozen=True, slots=True)
class RoughCell:
    """`words` are indexes into `page.words`; `fill` is the cell's background, None for none; `drawn` a vector mark."""

    row: int
    column: int
    words: tuple[int, ...]
    box: Box
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    drawn: bool | None = None

    @property
    def filled(self) -> bool:
        return bool(self.words) or self.drawn is not None


@dataclass(frozen=True, slots=True)
class RoughTable:
    """`kind`: "ruled", "half_ruled", "unruled", or "form" where labels stand beside their values for certain.

    `head`: rows that are its header for certain, 0 where their looks must tell.
    """

    kind: str
    box: Box
    cells: tuple[RoughCell, ...]
    head: int = 0

    @property
    def n_rows(self) -> int:
        return max((c.row + c.row_span for c in self.cells), default=0)

    @property
    def n_columns(self) -> int:
        return max((c.column + c.column_span for c in self.cells), default=0)

    def row(self, number: int) -> list[RoughCell]:
        """The cells that begin in this row, from left to right."""
        return sorted((c for c in self.cells if c.row == number), key=lambda c: c.column)

    def column(self, number: int) -> list[RoughCell]:
        """The cells of one column that span no other, from top to bottom."""
        return sorted((c for c in self.cells if c.column == number and c.column_span == 1), key=lambda c: c.row)


def cell_text(words: Sequence[Word], cell: RoughCell) -> str:
    return " ".join(words[i].text for i in cell.words)


def without_empty_bands(cells: Iterable[RoughCell]) -> tuple[RoughCell, ...]:
    """Drops rows and columns in which no cell begins, and those that are empty throughout; spans shrink with them."""
    cells = list(cells)
    rows = _kept((c.row, c.row_span, c.filled) for c in cells)
    columns = _kept((c.column, c.column_span, c.filled) for c in cells)
    kept = []
    for cell in cells:
        own_rows = [rows[r] for r in range(cell.row, cell.row + cell.row_span) if r in rows]
        own_columns = [columns[c] for c in range(cell.column, cell.column + cell.column_span) if c in columns]
        if own_rows and own_columns:
            kept.append(
                replace(
                    cell,
                    row=own_rows[0],
                    column=own_columns[0],
                    row_span=len(own_rows),
                    column_span=len(own_columns),
                )
            )
    return tuple(kept)


def _kept(places: Iterable[tuple[int, int, bool]]) -> dict[int, int]:
    """Old number → new number of the bands in which a cell with content begins."""
    starts = sorted({start for start, _, filled in places if filled})
    return {old: new for new, old in enumerate(starts)}
