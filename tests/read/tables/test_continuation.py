"""Tables over a page break."""

from __future__ import annotations

from report_extract.model.document import BlockKind
from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.continuation import continued
from tests.read.tables.reading import only
from tests.read.written_page import WrittenPage


def part(number: int, rows: list[tuple[str, str]], *, header: bool, dx: float = 0.0, total: bool = False) -> RawPage:
    page = WrittenPage()
    lines = [("Course", "Places")] * header + rows + [("Total", "99")] * total
    xs, ys = [50 + dx, 300 + dx, 400 + dx], [80.0 + 20 * k for k in range(len(lines) + 1)]
    page.grid(xs, ys)
    for k, (name, places) in enumerate(lines):
        page.row([name, places], [55 + dx, 305 + dx], 85 + 20 * k, bold=header and k == 0)
    return page.raw(number)


FIRST = [(f"Course {chr(65 + k)}", str(10 + k)) for k in range(24)]
MORE = [("Sleep", "7"), ("Faith", "9"), ("Sport", "4")]


def test_a_repeated_header_is_dropped_when_joined() -> None:
    joined = continued(only(part(1, FIRST, header=True)), only(part(2, MORE, header=True, dx=20)))
    assert joined is not None
    assert (joined.continues, joined.header_rows) == (True, 1)


def test_a_part_without_header_goes_on_unless_the_total_is_drawn() -> None:
    second = only(part(2, MORE, header=False))
    joined = continued(only(part(1, FIRST, header=True)), second)
    assert joined is not None
    assert joined.header_rows == 0
    assert continued(only(part(1, FIRST, header=True, total=True)), second) is None


def test_another_header_or_other_columns_begin_a_table_of_their_own() -> None:
    page = WrittenPage()
    page.grid([50, 300, 400], [80, 100, 120])
    page.row(["Partner", "Paid"], [55, 305], 85, bold=True)
    page.row(["Council", "£10"], [55, 305], 105)
    assert continued(only(part(1, FIRST, header=True)), only(page.raw())) is None
    narrow = WrittenPage()
    narrow.grid([50, 200, 400], [80, 100, 120])
    narrow.row(["Sleep", "7"], [55, 205], 85)
    narrow.row(["Faith", "9"], [55, 205], 105)
    assert continued(only(part(1, FIRST, header=True)), only(narrow.raw())) is None


def test_a_header_repeated_on_many_pages_is_no_running_header() -> None:
    pages = [part(n, [(f"Course {n}{k}", str(k + n)) for k in range(20)], header=True) for n in range(1, 6)]
    drafts = layout_pages(pages)
    tables = [b.table for d in drafts for b in d.blocks if b.table is not None]
    assert [t.continues for t in tables] == [False, True, True, True, True]
    assert not [b for d in drafts for b in d.blocks if b.kind is BlockKind.furniture]


def test_a_heading_between_the_parts_keeps_them_apart() -> None:
    first = part(1, FIRST, header=True)
    page = WrittenPage()
    page.text("Who came to the Saltmarsh board", 50, 60, size=14, bold=True)
    second = part(2, MORE, header=True)
    second = RawPage(2, second.width, second.height, 0, (*page.words, *second.words), second.shapes)
    tables = [b.table for d in layout_pages([first, second]) for b in d.blocks if b.table is not None]
    assert [t.continues for t in tables] == [False, False]
