"""Finds the figures of a page: infographic numbers with their captions, and the values of charts."""

from __future__ import annotations

from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.draft import DraftFigure, DraftLine
from report_extract.read.rawpage import RawPage


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number with its caption, or a chart's value with its category and series.

    `owned` are indexes into `page.words`; a word that serves several values of a chart (a legend's or an axis's) is
    owned by the first of them only. `leftover` are further lines of the chart (axis ticks, the chart's title, legend
    words that no value took): they stay in the document as a caption after the chart, never inside a sentence.
    """

    box: Box
    figure: DraftFigure
    owned: frozenset[int]
    leftover: tuple[DraftLine, ...] = ()


def find_figures(page: RawPage, *, taken: frozenset[int] = frozenset()) -> tuple[FoundFigure, ...]:
    """The figures of one page in reading order; words in `taken` (indexes) belong to tables already."""
    return ()
