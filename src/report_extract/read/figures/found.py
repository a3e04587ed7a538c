"""What the search for figures hands over."""

from __future__ import annotations

from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.read.draft import DraftFigure, DraftLine


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A number with its caption, or a chart's value with its category and series.

    `owned` are indexes into `page.words`; a word that serves several values of a chart (a legend's or an axis's) is
    owned by the first of them only, though each of them says it. `leftover` are further lines of the chart (its title,
    axis ticks): they stay in the document as a caption after the chart's values, never inside a sentence, and their
    words are among `owned`. `group` is the same for the values of one chart, and -1 for a pair of its own.
    """

    box: Box
    figure: DraftFigure
    owned: frozenset[int]
    leftover: tuple[DraftLine, ...] = ()
    group: int = -1
