"""Word tables → cells on a grid: merged cells as spans, tables in cells as their text, cut where the page ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from report_extract.read.docx.package import Element, W, is_on, value_of
from report_extract.read.docx.runs import box_state
from report_extract.read.flow import FlowCell, Span, is_all

CellReader = Callable[[Element], tuple[list[Span], bool]]
"""The spans of a w:tc, and whether a page ends in it."""

WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table as it stands on one page."""

    cells: tuple[FlowCell, ...]
    header_rows: int
    continues: bool


def grid_tables(table: Element, read_cell: CellReader) -> Iterator[GridTable]:
    """The parts of the table, one for each page that it touches."""
    cells: list[FlowCell] = []
    merged: dict[int, int] = {}  # grid column → index in `cells` of the cell that a vertical merge goes on from
    first, header_rows, continues = 0, 0, False
    row = 0
    for element in _children(table, "tr"):
        properties = element.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        header_rows += row == first + header_rows and bool(is_on(properties, "tblHeader"))
        page_ends = _read_row(element, row - first, cells, merged, read_cell)
        row += 1
        if page_ends:
            yield GridTable(tuple(cells), 0 if continues else header_rows or _bold_header(cells), continues)
            cells, merged, first, header_rows, continues = [], {}, row, 0, True
    if cells:
        yield GridTable(tuple(cells), 0 if continues else header_rows or _bold_header(cells), continues)


def _read_row(
    row_element: Element, row: int, cells: list[FlowCell], merged: dict[int, int], read_cell: CellReader
) -> bool:
    column = _count(value_of(row_element.find(W + "trPr"), "gridBefore"), 0)
    page_ends = False
    for element in _children(row_element, "tc"):
        properties = element.find(W + "tcPr")
        width = _count(value_of(properties, "gridSpan"), 1)
        merge = value_of(properties, "vMerge")
        if merge is not None and merge != "restart" and column in merged:
            above = cells[merged[column]]
            cells[merged[column]] = replace(above, row_span=row - above.row + 1)
        else:
            spans, ends = read_cell(element)
            page_ends = page_ends or ends
            cells.append(FlowCell(row, column, tuple(spans), column_span=width))
            merged.pop(column, None)
            if merge is not None:
                merged[column] = len(cells) - 1
        column += width
    return page_ends


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those that content controls or tracked insertions wrap."""
    for child in parent.iterchildren("*"):
        if child.tag == W + name:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, name)


def only_cell(table: Element) -> Element | None:
    """The single cell of a table that is a frame around other content, None for real tables."""
    rows = list(_children(table, "tr"))
    cells = list(_children(rows[0], "tc")) if len(rows) == 1 else []
    return cells[0] if len(cells) == 1 else None


def _bold_header(cells: Sequence[FlowCell]) -> int:
    """Without a row marked as header: a first row of two or more cells that are all bold, above rows that are not."""
    first = [c for c in cells if c.row == 0]
    below = [c for c in cells if c.row > 0 and any(s.text.strip() for s in c.spans)]
    if len(first) < 2 or not all(is_all(c.spans, "bold") for c in first):
        return 0
    return int(any(not is_all(c.spans, "bold") for c in below))


def _count(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and int(text) < 1000 else otherwise


def cell_controls(cell: Element) -> bool | None:
    """A check box control that wraps the whole cell."""
    parent = cell.getparent()
    control = parent.getparent() if parent is not None and parent.tag == W + "sdtContent" else None
    return box_state(control) if control is not None else None
