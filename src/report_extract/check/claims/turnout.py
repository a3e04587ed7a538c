"""Rows that print how many meetings somebody came to: "5 of 6", or numbers under "Meetings" and "Attended"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report_extract.check.claims.passages import Passage

_TABLE = re.compile(r"(?i)\battend(?:ance|ed)\b")
_OF = re.compile(r"(?i)(\d{1,2})\s?(?:(?:out\s)?of|/)\s?(\d{1,2})")
_HELD = re.compile(r"(?i)(?:number\sof\s)?(?:meetings|invited|possible|expected)(?:\s(?:held|invited|possible))?")
_CAME = re.compile(r"(?i)(?:meetings\s)?(?:attended|present)")
_COUNT = re.compile(r"\d{1,2}")


class Turnout(NamedTuple):
    """The row's label, the meetings that somebody came to, those that were held, and the row."""

    label: str
    came: int
    held: int
    row: Passage


def turnouts(passages: Sequence[Passage]) -> Iterator[Turnout]:
    """The rows of tables on attendance that print both numbers."""
    for row in passages:
        if row.kind == "row" and row.columns and _TABLE.search(row.context):
            cells = [(c.header.strip(), row.text[c.start : c.end].strip()) for c in row.columns]
            found = _of(cells[1:])
            if found is not None and 0 <= found[0] <= found[1]:
                yield Turnout(cells[0][1], *found, row)


def _of(cells: Sequence[tuple[str, str]]) -> tuple[int, int] | None:
    """Meetings come to and held; None where a row does not state both once."""
    printed = [m for _, text in cells if (m := _OF.fullmatch(text))]
    if len(printed) == 1:
        return int(printed[0][1]), int(printed[0][2])
    came = [int(t) for h, t in cells if _CAME.fullmatch(h) and _COUNT.fullmatch(t)]
    held = [int(t) for h, t in cells if _HELD.fullmatch(h) and _COUNT.fullmatch(t)]
    return (came[0], held[0]) if len(came) == len(held) == 1 else None
