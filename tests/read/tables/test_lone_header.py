"""A header row alone at the foot of a page, its table at the head of the next."""

from __future__ import annotations

from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import find_tables
from report_extract.read.tables.lone_header import with_lone_headers
from tests.read.tables.reading import grid
from tests.read.written_page import WrittenPage

XS = [50.0, 90.0, 290.0, 370.0, 430.0, 540.0]
HEADER = ["No.", "Action", "Lead", "RAG", "Update"]
ROWS = [
    ["1", "Schools should share notes", "Schools", "Green", "Done in May"],
    ["2", "Training should be renewed", "Board", "Amber", "Begun in June"],
]


def foot(cells: list[str], *, xs: list[float] = XS, after: str = "7") -> RawPage:
    page = WrittenPage()
    for k in range(30):
        page.text("The partners met in the year and spoke about what they had learned.", 50, 60 + 20 * k)
    page.grid(xs, [740, 760])
    page.row(cells, [x + 4 for x in xs[:-1]], 745, bold=True)
    for k, text in enumerate(after.split("|")):
        page.text(text, 50, 780 + 14 * k)
    return page.raw(1)


def head(*, above: str = "") -> RawPage:
    page = WrittenPage()
    page.text(above, 50, 50)
    page.grid(XS, [70, 90, 110])
    for k, row in enumerate(ROWS):
        page.row(row, [x + 4 for x in XS[:-1]], 75 + 20 * k)
    page.text("The partners met in the year.", 50, 140)
    page.text("8", 50, 780)
    return page.raw(2)


def headers(first: RawPage, second: RawPage) -> list[list[object]]:
    """The header rows given to the first page."""
    pages = [first, second]
    tables = with_lone_headers(pages, [find_tables(page) for page in pages])
    return [grid(t.table)[0] for t in tables[0] if t.table.header_rows]


def test_the_row_is_the_header_of_the_table_overleaf() -> None:
    assert headers(foot(HEADER), head()) == [HEADER]
    drafts = layout_pages([foot(HEADER), head()])
    tables = [b.table for d in drafts for b in d.blocks if b.table is not None]
    assert [(t.header_rows, t.continues) for t in tables] == [(1, False), (0, True)]


def test_a_row_of_values_or_of_other_columns_is_none() -> None:
    assert headers(foot(["3", "12", "14", "15", "16"]), head()) == []
    assert headers(foot(HEADER, xs=[50, 140, 290, 330, 430, 540]), head()) == []
    assert headers(foot(HEADER[:4], xs=[*XS[:4], XS[-1]]), head()) == []


def test_text_between_the_row_and_the_table_parts_them() -> None:
    text = "|".join(["What the partners heard from the schools in the year was"] * 4)
    assert headers(foot(HEADER, after=text), head()) == []
    assert headers(foot(HEADER), head(above=" ".join(["word"] * 31))) == []
