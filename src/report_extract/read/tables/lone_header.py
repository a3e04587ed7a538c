"""A ruled header row alone at the foot of a page, its table at the head of the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from report_extract.model.base import union
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.cells import enclosures
from report_extract.read.tables.continuation import continued
from report_extract.read.tables.draft import found
from report_extract.read.tables.edges import networks, rulings
from report_extract.read.tables.find import MOST_EDGES, MOST_WORDS
from report_extract.read.tables.found import FoundTable
from report_extract.read.tables.rough import RoughTable, cell_text
from report_extract.read.tables.ruled import filled_cells
from report_extract.read.tables.values import is_period, is_value

MOST_BESIDE = 30  # words of a running header or footer, between the two parts
LONGEST_NAME = 8  # words that name a column


def with_lone_headers(pages: Sequence[RawPage], tables: Sequence[Sequence[FoundTable]]) -> list[tuple[FoundTable, ...]]:
    """The tables of each page, from top to bottom, with the header rows that stand a page before their table."""
    result = [tuple(own) for own in tables]
    for k in range(len(pages) - 1):
        first = result[k + 1][0] if result[k + 1] else None
        if first is None or first.table.kind != "ruled" or first.table.header_rows:
            continue
        if not _stands_first(pages[k + 1], first):
            continue
        header = _header_of(pages[k], result[k], first)
        if header is not None:
            result[k] = (*(t for t in result[k] if not t.owned & header.owned), header)
    return result


def _stands_first(page: RawPage, table: FoundTable) -> bool:
    return sum(w.box.bottom <= table.box.top for w in page.words) <= MOST_BESIDE


def _header_of(page: RawPage, tables: Sequence[FoundTable], first: FoundTable) -> FoundTable | None:
    """The row at the foot of the page that names the columns of `first`, read as a table of its header alone."""
    if len(page.words) > MOST_WORDS:
        return None
    taken = {i for t in tables if t.table.n_rows > 1 for i in t.owned}
    row = _last_row(page, taken)
    if row is None or row.n_columns != first.table.n_columns or not _names_columns(page, row):
        return None
    header = found(page, row, taken | {i for c in row.cells for i in c.words})
    return header if continued(header.table, first.table) is not None else None


def _last_row(page: RawPage, taken: Collection[int]) -> RoughTable | None:
    """The lowest cells on the page if they make one row, with no more than a running footer beneath."""
    horizontal, vertical = rulings(page, page.shapes)
    if len(horizontal) + len(vertical) > MOST_EDGES:
        return None
    grids = [closed for hs, vs in networks(horizontal, vertical) if (closed := enclosures(hs, vs))]
    closed = max(grids, key=lambda g: g[0].box.bottom, default=[])
    if len(closed) < 2 or len({e.row for e in closed}) > 1:
        return None
    box = union(e.box for e in closed)
    if sum(w.box.top >= box.bottom - 1 for w in page.words) > MOST_BESIDE:
        return None
    inside = [i for i, w in enumerate(page.words) if box.contains_point(*w.box.center) and i not in taken]
    return RoughTable("ruled", box, tuple(filled_cells(page, closed, inside, box)), head=1)


def _names_columns(page: RawPage, row: RoughTable) -> bool:
    """Short words in all columns, the first perhaps left free, and no figures but years."""
    named = [c for c in row.cells if c.words]
    texts = [cell_text(page.words, c) for c in named]
    enough = len(named) >= 2 and all(c.words or c.column == 0 for c in row.cells)
    short = all(len(c.words) <= LONGEST_NAME for c in named)
    return enough and short and not any(is_value(t) and not is_period(t) for t in texts)
