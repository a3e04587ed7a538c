"""Lists of contents look like tables of figures, but their figures are page numbers."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from report_extract.read.rawpage import Word
from report_extract.read.tables.rough import RoughTable, cell_text
from report_extract.read.tables.values import is_number, is_period

# Part of the rows that must have a page number (headings of parts have none).
NUMBERED = 0.6


def is_contents(words: Sequence[Word], table: RoughTable) -> bool:
    """True where the last column holds whole numbers that never fall, from the first row on, and the labels no periods.

    A table of figures may happen to rise too, but it has a header, a total or more than one column of figures.
    """
    last = table.n_columns - 1
    cells = [c for c in table.column(last) if c.words]
    texts = [cell_text(words, c) for c in cells]
    if not texts or not all(t.isdigit() and len(t) <= 3 for t in texts) or len(texts) < NUMBERED * table.n_rows:
        return False
    numbers = [int(t) for t in texts]
    if any(a > b for a, b in itertools.pairwise(numbers)):
        return False
    before = [cell_text(words, c) for k in range(last) for c in table.column(k) if c.words]
    figures = sum(is_number(t) for t in before)
    return not any(is_period(t) for t in before) and figures * 2 <= len(before)
