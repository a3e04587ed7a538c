"""All charts of a page: bars and columns, pies, lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import dist

from report_extract.model.base import Box, union
from report_extract.read.draft import DraftFigure
from report_extract.read.figures.bars import Plot, find_plots
from report_extract.read.figures.charts import bar_figures, words_around
from report_extract.read.figures.curves import find_curves, point_values
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.pies import find_pies, named_slices
from report_extract.read.figures.stacked import segments
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.lines import draft_line, draft_lines

# A printed page holds some 1,500 words; beyond this it is a trap.
MOST_WORDS = 15_000
MIDDLE = 0.5  # of the radius: inside it a ring is empty


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with the words around it (indexes), and what it says as long as none of the words is a table's.

    `plot` is None for pies and lines. `labels` are words on slices and segments that could not be read: they are no
    captions and no numbers of their own.
    """

    frame: Box
    around: tuple[int, ...]
    group: int
    figures: tuple[FoundFigure, ...]
    plot: Plot | None = None
    labels: frozenset[int] = frozenset()

    @property
    def area(self) -> Box | None:
        """Where the chart stands, None where its values have no labels: no table is looked for there."""
        return union([self.frame, *(f.box for f in self.figures)]) if self.figures else None

    def figures_without(self, page: RawPage, taken: Collection[int]) -> tuple[FoundFigure, ...]:
        """One figure for each value label, made without the words in `taken`."""
        left = [i for i in self.around if i not in taken]
        if len(left) == len(self.around):
            return self.figures
        return tuple(bar_figures(page, self.plot, left, self.group)) if self.plot else ()


def find_charts(page: RawPage) -> tuple[Chart, ...]:
    """The drawings of a page that may be charts, with figures where their values have labels."""
    if len(page.words) > MOST_WORDS:
        return ()
    charts: list[Chart] = []
    for plot in find_plots(page):
        around = tuple(words_around(page, plot))
        figures = tuple(bar_figures(page, plot, around, len(charts)))
        charts.append(Chart(plot.area, around, len(charts), figures, plot, _on_segments(page, plot, around, figures)))
    used = {i for chart in charts for figure in chart.figures for i in figure.owned}
    for frame, parts, inside in (*_pies(page), *_lines(page)):
        words = [i for part in parts for i in (part.value, *part.category, *part.series)]
        if used.isdisjoint(words):
            figures = tuple(_figures(page, parts, len(charts)))
            charts.append(Chart(frame, tuple(words), len(charts), figures, labels=frozenset() if figures else inside))
    return tuple(charts)


def _on_segments(page: RawPage, plot: Plot, around: Sequence[int], figures: Sequence[FoundFigure]) -> frozenset[int]:
    """The words on stacked bars that are not read."""
    parts = segments(page, plot) if not figures else []
    return frozenset(i for i in around if any(p.box.contains_point(*page.words[i].box.center) for p in parts))


@dataclass(frozen=True, slots=True)
class _Part:
    value: int
    category: tuple[int, ...]
    series: tuple[int, ...] = ()


def _pies(page: RawPage) -> Iterator[tuple[Box, list[_Part], frozenset[int]]]:
    """Words on the slices of a pie that is not read; the middle of a ring may hold a number of its own."""
    for pie in find_pies(page):
        on_slices = frozenset(
            i
            for i, w in enumerate(page.words)
            if MIDDLE * pie.radius <= dist(w.box.center, pie.box.center) <= pie.radius
        )
        yield pie.box, [_Part(named.value, named.name) for named in named_slices(page, pie)], on_slices


def _lines(page: RawPage) -> Iterator[tuple[Box, list[_Part], frozenset[int]]]:
    for plot in find_curves(page):
        parts = [_Part(p.value, p.category, p.series) for p in point_values(page, plot)]
        if parts:
            yield plot.box, parts, frozenset()


def _figures(page: RawPage, parts: Iterable[_Part], group: int) -> Iterator[FoundFigure]:
    """A name that serves several values is owned by the first of them."""
    owned: set[int] = set()
    for part in parts:
        mine = {part.value, *part.category, *part.series} - owned
        owned |= mine
        label = (*draft_lines(page, part.category), *draft_lines(page, part.series))
        yield FoundFigure(
            box=union(page.words[i].box for i in (part.value, *part.category)),
            figure=DraftFigure(
                kind="chart",
                value=draft_line(page, [part.value]),
                label=label,
                category=_text(page, part.category),
                series=_text(page, part.series) or None,
            ),
            owned=frozenset(mine),
            group=group,
        )


def _text(page: RawPage, indexes: Sequence[int]) -> str:
    return " ".join(w.text for line in draft_lines(page, indexes) for w in line.words)
