"""HTML tables → cells on a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report_extract.read.flow import FlowCell, is_all
from report_extract.read.html.page import Element, is_shown
from report_extract.read.html.spans import spans_of

MOST_SPAN = 1000  # the standard's limit for colspan; more is a mistake or an attack


class GridTable(NamedTuple):
    """A table's cells, header rows and caption."""

    cells: tuple[FlowCell, ...]
    header_rows: int
    title: str | None


def grid_table(table: Element) -> GridTable:
    """The table; one inside a cell gives its words to that cell."""
    rows = list(_rows(table))
    covered: dict[int, int] = {}  # column → rows that a cell from above still covers
    cells: list[FlowCell] = []
    header_rows = 0
    for number, row in enumerate(rows):
        column = 0
        elements = [e for e in row.iterchildren("td", "th") if is_shown(e)]
        next_covered = {c: left - 1 for c, left in covered.items() if left > 1}
        for element in elements:
            while covered.get(column, 0) > 0:
                column += 1
            width, height = _span(element, "colspan"), min(_span(element, "rowspan"), len(rows) - number)
            cells.append(FlowCell(number, column, tuple(spans_of(element)), height, width))
            next_covered.update({c: height - 1 for c in range(column, column + width) if height > 1})
            column += width
        covered = next_covered
        header_rows += number == header_rows and _is_header(row, elements, cells, number)
    caption = table.find("caption")
    title = " ".join(caption.text_content().split()) if caption is not None else ""
    return GridTable(tuple(cells), header_rows if header_rows < len(rows) else 0, title or None)


def is_layout(table: Element) -> bool:
    """A table that only places things on the page: said so, or one cell, or other tables in most of its cells."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    cells = [e for row in _rows(table) for e in row.iterchildren("td", "th")]
    return len(cells) <= 1 or sum(e.find(".//table") is not None for e in cells) * 2 >= len(cells)


def _is_header(row: Element, elements: list[Element], cells: list[FlowCell], number: int) -> bool:
    if not elements:
        return False
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    if all(e.tag == "th" for e in elements) and len(elements) > 1:
        return True
    return number == 0 and len(elements) > 1 and all(is_all(c.spans, "bold") for c in cells if c.row == 0)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.iterchildren("tr", "thead", "tbody", "tfoot"):
        if is_shown(child):
            yield from [child] if child.tag == "tr" else (r for r in child.iterchildren("tr") if is_shown(r))


def _span(element: Element, name: str) -> int:
    text = (element.get(name) or "1").strip()
    return max(1, min(int(text), MOST_SPAN)) if text.isdigit() and len(text) < 6 else 1
