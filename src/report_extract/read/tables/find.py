"""Finds the tables of a page."""

from __future__ import annotations

from report_extract.read.rawpage import RawPage
from report_extract.read.tables.draft import found
from report_extract.read.tables.edges import networks, rulings
from report_extract.read.tables.found import FoundTable
from report_extract.read.tables.rough import RoughTable
from report_extract.read.tables.ruled import ruled_table

__all__ = ["FoundTable", "find_tables"]

# Four edges make a box and five the smallest table; pages with less have no ruled table to look for.
FEWEST_SHAPES = 2


def find_tables(page: RawPage) -> tuple[FoundTable, ...]:
    """The tables of one page from top to bottom; no word belongs to two of them."""
    rough = _ruled(page)
    taken = {i for table in rough for cell in table.cells for i in cell.words}
    rough.sort(key=lambda t: (t.box.top, t.box.x0))
    return tuple(found(page, table, taken) for table in rough)


def _ruled(page: RawPage) -> list[RoughTable]:
    if len(page.shapes) < FEWEST_SHAPES:
        return []
    horizontal, vertical = rulings(page, page.shapes)
    tables: list[RoughTable] = []
    taken: set[int] = set()
    for hs, vs in networks(horizontal, vertical):
        if len(hs) + len(vs) < 5:
            continue
        table = ruled_table(page, hs, vs, [i for i in range(len(page.words)) if i not in taken])
        if table is not None:
            tables.append(table)
            taken.update(i for cell in table.cells for i in cell.words)
    return tables
