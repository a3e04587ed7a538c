"""Finds the figures of a page: infographic numbers with their captions, and the values of charts."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.read.figures.all_charts import MOST_WORDS, Chart, find_charts
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.pairs import find_pairs
from report_extract.read.rawpage import RawPage

__all__ = ["FoundFigure", "find_figures"]


def find_figures(
    page: RawPage, *, taken: frozenset[int] = frozenset(), charts: Sequence[Chart] | None = None
) -> tuple[FoundFigure, ...]:
    """The figures of one page in reading order; words in `taken` (indexes) belong to tables already.

    `charts` are those of the page where they are known.
    """
    if len(page.words) > MOST_WORDS:
        return ()
    found: list[FoundFigure] = []
    used = set(taken)
    charts = find_charts(page) if charts is None else charts
    for chart in charts:
        values = chart.figures_without(page, used)
        found += values
        used.update(i for v in values for i in v.owned)
    used.update(i for chart in charts for i in chart.labels)
    return (*found, *find_pairs(page, taken=frozenset(used)))
