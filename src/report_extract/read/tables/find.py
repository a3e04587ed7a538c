"""Finds the tables of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_extract.model.base import Box
from report_extract.read.figures.all_charts import Chart, find_charts
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.draft import found
from report_extract.read.tables.edges import Ruling, networks, rulings
from report_extract.read.tables.found import FoundTable
from report_extract.read.tables.half_ruled import half_ruled_tables
from report_extract.read.tables.printed import FreeWords
from report_extract.read.tables.rough import RoughTable
from report_extract.read.tables.ruled import ruled_table
from report_extract.read.tables.spanning_header import with_spanning_header
from report_extract.read.tables.tiles import touching
from report_extract.read.tables.unruled import unruled_tables
from report_extract.read.tables.unruled_form import unruled_forms
from report_extract.read.tables.worded import worded_tables
from report_extract.read.tables.zebra import through_white

__all__ = ["FoundTable", "find_tables"]

# Five edges make the smallest ruled table; pages with less painted shapes have none.
FEWEST_SHAPES = 2
FEWEST_EDGES = 5
# A printed page holds some 1,500 words and a large table some 300 edges. Beyond these it is a drawing or a trap.
MOST_WORDS = 15_000
MOST_EDGES = 1_500


def find_tables(page: RawPage, *, charts: Sequence[Chart] | None = None) -> tuple[FoundTable, ...]:
    """The tables of one page from top to bottom; no word belongs to two of them.

    Charts are left alone: their bars and gridlines are no cells. Ruled tables come first, then those with rules
    between the rows only, then those of aligned values without rules. `charts` are those of the page where they are
    known.
    """
    if len(page.words) > MOST_WORDS:
        return ()
    plots = find_charts(page) if charts is None else charts
    areas = [area for chart in plots if (area := chart.area) is not None]
    tables: list[RoughTable] = []
    if len(page.shapes) >= FEWEST_SHAPES:
        _add_ruled(page, areas, tables)
    free = FreeWords(page.words, [i for i in _free(page, areas, tables) if page.words[i].upright])
    forms = unruled_forms(free)
    named = worded_tables(free.without(_taken(forms)), width=page.width)
    tables += [*forms, *named, *unruled_tables(page, free.without(_taken([*forms, *named])))]
    taken = _taken(tables)
    tables = [with_spanning_header(page.words, t, taken) for t in tables]
    taken = _taken(tables)
    tables.sort(key=lambda t: (t.box.top, t.box.x0))
    return tuple(found(page, table, taken) for table in tables)


def _add_ruled(page: RawPage, charts: Sequence[Box], tables: list[RoughTable]) -> None:
    shapes = [s for s in page.shapes if not any(c.contains(s.box, tolerance=2.0) for c in charts)]
    horizontal, vertical = rulings(page, touching(shapes))
    if len(horizontal) + len(vertical) > MOST_EDGES:
        return
    free = _free(page, charts, tables)
    more_horizontal, more_vertical = through_white(page.words, free, horizontal, vertical)
    for hs, vs in networks([*horizontal, *more_horizontal], [*vertical, *more_vertical]):
        if len(hs) + len(vs) >= FEWEST_EDGES:
            table = ruled_table(page, hs, vs, free)
            if table is not None:
                tables.append(table)
                free = _free(page, charts, tables)
    left = [h for h in horizontal if not any(_within(h, t.box) for t in tables)]
    if len(left) >= FEWEST_EDGES - 2:
        tables += half_ruled_tables(page, left, free)


def _within(rule: Ruling, box: Box) -> bool:
    return box.top - 3 <= rule.at <= box.bottom + 3 and rule.start >= box.x0 - 4 and rule.end <= box.x1 + 4


def _taken(tables: Iterable[RoughTable]) -> set[int]:
    return {i for table in tables for cell in table.cells for i in cell.words}


def _free(page: RawPage, charts: Sequence[Box], tables: Sequence[RoughTable]) -> list[int]:
    """Indexes of the words in no table yet and in no chart."""
    taken = _taken(tables)
    if not charts:
        return [i for i in range(len(page.words)) if i not in taken]
    return [
        i
        for i, w in enumerate(page.words)
        if i not in taken and not any(c.contains_point(*w.box.center) for c in charts)
    ]
