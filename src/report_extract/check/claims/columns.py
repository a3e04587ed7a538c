"""The columns of a table's row: what a number of a cell counts, of when it is and which way it moved along the row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from report_extract.check.claims.times import ALWAYS, DATE, Time, time_in
from report_extract.language.periods import periods
from report_extract.language.quantities import Quantity
from report_extract.model.document import Cell, Table

# A cell of more words than this is prose that happens to hold a number.
_MOST_WORDS = 3
_UNITS = {"£": "gbp", "%": "percent"}
# Words of a header that say how a column is printed rather than what it counts.
_NO_SUBJECT = re.compile(
    r"(?i)\b(?:number|no|amount|value|figure|total|year|ended|at|on|as|change|percentage|per cent)\b"
)


class Column(NamedTuple):
    """A cell of a row: where it stands in the row's text, its header, the unit that the header states."""

    start: int
    end: int
    header: str
    unit: str | None = None

    @property
    def time(self) -> Time:
        return time_in(self.header)

    @property
    def subject(self) -> str:
        """The header without times and units: empty for a column that is only of a time."""
        rest = self.header
        for period in reversed(list(periods(rest))):
            rest = rest[: period.start] + rest[period.end :]
        return _NO_SUBJECT.sub(" ", DATE.sub(" ", rest))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number of a row stands: the row's label, its column, and whether other columns are of other times."""

    label: str
    column: Column
    is_of_a_series: bool


def columns_of(table: Table, cells: Sequence[Cell]) -> tuple[Column, ...]:
    """The filled cells of one row with the headers above them, offsets from the first cell."""
    headers = [_header(table, c.column) for c in cells]
    start = cells[0].start
    units = table.units or (None,) * table.n_columns
    return tuple(
        Column(cell.start - start, cell.end - start, header, units[cell.column])
        for cell, header in zip(cells, headers, strict=True)
    )


def _header(table: Table, column: int) -> str:
    """The header cells above a column, those that span several columns among them."""
    above = [
        c for c in table.cells if c.row < table.header_rows and c.column <= column < c.column + max(1, c.column_span)
    ]
    return " ".join(c.text for c in sorted(above, key=lambda c: c.row))


def place_of(quantity: Quantity, text: str, columns: Sequence[Column]) -> Place | None:
    """The place of a number that fills a cell; None in the label and in prose."""
    at = next((c for c in columns[1:] if c.start <= quantity.start and quantity.end <= c.end), None)
    if at is None or len(text[at.start : at.end].split()) > _MOST_WORDS:
        return None
    times = {c.time for c in columns[1:]} - {ALWAYS}
    return Place(text[columns[0].start : columns[0].end], at, len(times) > 1 and at.time != ALWAYS)


def in_its_unit(quantity: Quantity, place: Place | None) -> Quantity:
    """A bare number under "£" is money."""
    unit = _UNITS.get((place.column.unit or "").strip()) if place else None
    return replace(quantity, unit=unit) if unit and quantity.unit == "count" else quantity


def moves(found: Sequence[Quantity], places: Sequence[Place | None]) -> Iterator[tuple[int, bool]]:
    """Of each number of a series but the first: its index, and whether it is more than the one a time before.

    Only columns of one subject are a series; equal values have not moved.
    """
    series = [
        (p.column.subject.split(), p.column.time.months, i)
        for i, p in enumerate(places)
        if p is not None and p.is_of_a_series and p.column.time.months
    ]
    for (subject, _, before), (other, _, now) in pairwise(sorted(series)):
        if subject == other and found[before].unit == found[now].unit and found[before].value != found[now].value:
            yield now, found[now].value > found[before].value
