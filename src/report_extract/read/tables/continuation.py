"""Tables that run over a page break: the part on the next page is marked as continuing the one before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from report_extract.read.draft import DraftCell, DraftTable
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.found import FoundTable
from report_extract.read.tables.values import is_value

# Left and right pages of a spread have different margins, so breadths count, not places (points).
SAME_BREADTH = 6.0
# Lines between the table and the edge of the page that do not part it: running header or footer, a repeated heading
# with "continued". More words than this are text of their own.
FEW_WORDS = 40
# The strip of a page's height in which running headers, footers and tabs stand.
MARGIN = 0.12


def join_over_pages(
    before: RawPage, tables_before: Sequence[FoundTable], page: RawPage, tables: Sequence[FoundTable]
) -> tuple[FoundTable, ...]:
    """`tables` of `page`, its first marked `continues` where it carries on the last of the page before.

    Both must have the same columns; nothing but furniture may stand after the one and before the other; and the
    second has either the same header or none. A header row that is repeated is dropped when the parts are joined.
    """
    if not tables_before or not tables or page.number != before.number + 1:
        return tuple(tables)
    last, first = tables_before[-1], tables[0]
    if not _same_columns(last, first) or not _ends_page(before, last) or not _begins_page(page, first):
        return tuple(tables)
    headed = _header_kept(last.table, first.table)
    if headed is None:
        return tuple(tables)
    joined = replace(first, table=replace(headed, continues=True, title=None))
    return (joined, *tables[1:])


def _same_columns(last: FoundTable, first: FoundTable) -> bool:
    if last.table.n_columns != first.table.n_columns or len(last.columns) != len(first.columns):
        return False
    breadths = [
        (b - a) - (d - c)
        for a, b, c, d in zip(last.columns, last.columns[1:], first.columns, first.columns[1:], strict=False)
    ]
    ruled = "unruled" not in (last.table.kind, first.table.kind)
    tolerance = SAME_BREADTH if ruled else 4 * SAME_BREADTH
    return all(abs(b) <= tolerance for b in breadths)


def _ends_page(page: RawPage, table: FoundTable) -> bool:
    """No text of its own follows beneath in the table's breadth, and the table comes near the foot or fills the page."""
    rest = _words_in(page, table, table.box.bottom, (1 - MARGIN) * page.height)
    return rest == 0 and table.box.bottom > page.height / 2


def _begins_page(page: RawPage, table: FoundTable) -> bool:
    above = _words_in(page, table, 0.0, table.box.top)
    return above <= FEW_WORDS and table.box.top < page.height / 3 and not _paragraph_above(page, table)


def _words_in(page: RawPage, table: FoundTable, top: float, bottom: float) -> int:
    return sum(_beside(page, i, table, top, bottom) for i in range(len(page.words)))


def _beside(page: RawPage, i: int, table: FoundTable, top: float, bottom: float) -> bool:
    word = page.words[i]
    x, y = word.box.center
    return word.upright and i not in table.owned and top < y < bottom and table.box.x0 <= x <= table.box.x1


def _paragraph_above(page: RawPage, table: FoundTable) -> bool:
    """Words below the top margin other than a continued heading or a tag: a sentence ends there."""
    above = [i for i in range(len(page.words)) if _beside(page, i, table, MARGIN * page.height, table.box.top)]
    return bool(above) and page.words[above[-1]].text.endswith((".", ";", ":"))


def _header_kept(last: DraftTable, first: DraftTable) -> DraftTable | None:
    """The second part with the number of header rows that repeat the first's; None where its header is another's."""
    repeated = _rows_text(last, last.header_rows), _rows_text(first, last.header_rows)
    if last.header_rows and repeated[0] == repeated[1]:
        return replace(first, header_rows=last.header_rows)
    if first.header_rows == 0:
        return first
    top = [c for c in first.cells if c.row < first.header_rows and c.lines]
    return replace(first, header_rows=0) if _is_body(top) else None


def _is_body(row: Collection[DraftCell]) -> bool:
    """A first row taken for a header by its weight, though it holds values: a subtotal on top of the page."""
    texts = [_text(c) for c in row if c.column > 0]
    return bool(texts) and all(is_value(t) for t in texts)


def _rows_text(table: DraftTable, count: int) -> list[tuple[int, int, str]]:
    return sorted((c.row, c.column, _text(c).casefold()) for c in table.cells if c.row < count)


def _text(cell: DraftCell) -> str:
    return " ".join(w.text for line in cell.lines for w in line.words)
