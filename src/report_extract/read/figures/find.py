"""Finds the figures of a page: infographic numbers with their captions, and the values of charts."""

from __future__ import annotations

from report_extract.read.figures.bars import find_plots
from report_extract.read.figures.charts import chart_figures
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.pairs import find_pairs
from report_extract.read.rawpage import RawPage

__all__ = ["FoundFigure", "find_figures"]

# A printed page holds some 1,500 words; beyond this it is a trap.
MOST_WORDS = 15_000


def find_figures(page: RawPage, *, taken: frozenset[int] = frozenset()) -> tuple[FoundFigure, ...]:
    """The figures of one page in reading order; words in `taken` (indexes) belong to tables already."""
    if len(page.words) > MOST_WORDS:
        return ()
    charts: list[FoundFigure] = []
    used = set(taken)
    for number, plot in enumerate(find_plots(page)):
        values = chart_figures(page, plot, taken=frozenset(used), group=number)
        charts += values
        used.update(i for v in values for i in v.owned)
    return (*charts, *find_pairs(page, taken=frozenset(used)))
