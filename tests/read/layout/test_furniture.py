"""Furniture: what repeats at the edges is kept aside; headings, tags, margin numbers and short documents are not."""

from __future__ import annotations

from dataclasses import replace

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document
from report_extract.read.assemble import assemble
from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import Word
from tests.read.layout.columns import sentences, set_text
from tests.read.written_page import WrittenPage

TABS = ("About us", "Progress 2024/25", "Learning", "Training")


def made(pages: list[WrittenPage]) -> Document:
    raw = [replace(p.raw(), number=i) for i, p in enumerate(pages, start=1)]
    return assemble(layout_pages(raw), name="made", file="made.pdf", sha256="0", media_type="application/pdf")


def page_with_body(number: int, *, y: float = 80.0) -> WrittenPage:
    page = WrittenPage()
    set_text(page, sentences(number, 8), 50.0, y, 490.0)
    return page


def furniture(document: Document) -> list[list[str]]:
    return [[b.text for b in p.blocks if b.kind is BlockKind.furniture] for p in document.pages]


def test_header_footer_and_page_numbers_leave_the_body() -> None:
    pages = []
    for number in range(1, 7):
        page = page_with_body(number)
        page.text("Northmere safeguarding partnership", 50.0, 30.0, size=8.0)
        page.text(f"Page {number} of 6", 300.0, 815.0, size=8.0, align="center")
        pages.append(page)
    document = made(pages)
    assert [p.label for p in document.pages] == ["1", "2", "3", "4", "5", "6"]
    assert all(
        texts == ["Northmere safeguarding partnership", f"Page {i} of 6"]
        for i, texts in enumerate(furniture(document), 1)
    )
    assert "Northmere" not in document.text[: document.body_end]
    assert "Northmere" in document.text[document.body_end :]


def test_left_and_right_pages_may_have_titles_of_their_own() -> None:
    pages = []
    for number in range(1, 9):
        page = page_with_body(number)
        page.text("Annual report" if number % 2 else "Kestrel Vale", 50.0 if number % 2 else 450.0, 30.0, size=8.0)
        pages.append(page)
    assert all(len(texts) == 1 for texts in furniture(made(pages)))


def test_a_stale_header_is_furniture_and_stays_readable() -> None:
    pages = []
    for number in range(1, 9):
        page = page_with_body(number)
        page.text("Progress 2022/23 of old" if number == 4 else "Progress this year", 50.0, 30.0, size=8.0)
        pages.append(page)
    document = made(pages)
    assert furniture(document)[3] == ["Progress 2022/23 of old"]


def test_horizontal_and_vertical_navigation_is_furniture() -> None:
    pages = []
    for number in range(1, 9):
        page = page_with_body(number)
        for i, tab in enumerate(TABS):
            if number % 2:
                page.text(tab, 40.0 + i * 130.0, 16.0, size=7.0)
            else:
                box = Box(570.0, 60.0 + i * 150.0, 578.0, 120.0 + i * 150.0)
                page.words.append(Word(tab, box, 7.0, "Sans", False, False, "#000000", upright=False))
        pages.append(page)
    document = made(pages)
    assert all(sorted(texts) == sorted(TABS) for texts in furniture(document))


def test_a_large_heading_on_two_pages_stays_a_heading() -> None:
    pages = []
    for number in range(1, 4):
        page = page_with_body(number, y=90.0)
        page.text("Attendance" if number < 3 else "Finance", 50.0, 45.0, size=20.0, bold=True)
        pages.append(page)
    headings = [b.text for b in made(pages).blocks if b.kind is BlockKind.heading]
    assert headings == ["Attendance", "Attendance", "Finance"]


def test_numbers_of_paragraphs_in_the_margin_stay_in_the_body() -> None:
    pages = []
    for number in range(1, 4):
        page = WrittenPage()
        y = 60.0
        for part in (1, 2, 3):
            page.text(f"{number}.{part}", 40.0, y)
            y = set_text(page, sentences(number * 10 + part), 90.0, y, 450.0) + 10.0
        pages.append(page)
    document = made(pages)
    assert all(not texts for texts in furniture(document))
    assert all(f"{n}.{p} " in document.text for n in (1, 2, 3) for p in (1, 2, 3))


def test_a_document_of_two_pages_loses_no_body_text() -> None:
    pages = [page_with_body(number, y=30.0) for number in (1, 2)]
    assert furniture(made(pages)) == [[], []]


def test_figures_at_one_height_of_a_few_pages_are_no_running_text() -> None:
    pages = []
    for number in range(1, 9):
        page = page_with_body(number)
        if number in (3, 4, 5):
            page.text("20", 60.0, 60.0)
        pages.append(page)
    assert all(not texts for texts in furniture(made(pages)))


def test_tabs_in_the_margin_may_begin_beside_the_title() -> None:
    pages = []
    for number in range(1, 7):
        page = WrittenPage(width=842.0, height=595.0)
        for i, tab in enumerate(TABS):
            page.text(tab, 6.0, 62.0 + i * 60.0, size=8.0)
        page.text(sentences(20 + number, 1)[:30], 130.0, 40.0, size=22.0, bold=True)
        page.text(sentences(40 + number, 1), 130.0, 72.0)
        set_text(page, sentences(number, 8), 130.0, 90.0, 600.0)
        pages.append(page)
    assert all(sorted(texts) == sorted(TABS) for texts in furniture(made(pages)))


def test_headers_of_left_and_right_pages_of_a_short_report() -> None:
    pages = []
    for number in range(1, 6):
        page = page_with_body(number)
        page.text("Ashcombe" if number % 2 else "Annual report", 60.0 if number % 2 else 450.0, 30.0, size=8.0)
        pages.append(page)
    assert [len(texts) for texts in furniture(made(pages))] == [1, 1, 1, 1, 1]


def test_marks_of_footnotes_are_no_page_numbers() -> None:
    pages = []
    for number in range(1, 6):
        page = page_with_body(number)
        for mark in (1, 2):
            page.text(str(mark), 50.0, 760.0 + 12.0 * mark, size=5.0)
            page.text(sentences(10 * number + mark, 1), 58.0, 761.0 + 12.0 * mark, size=8.0)
        page.text(f"Page {number + 1} of 20", 450.0, 815.0, size=8.0)
        pages.append(page)
    document = made(pages)
    assert [p.label for p in document.pages] == ["2", "3", "4", "5", "6"]
    assert furniture(document) == [[f"Page {i} of 20"] for i in range(2, 7)]


def test_the_footer_of_a_turned_page_is_furniture() -> None:
    pages = []
    for number in range(1, 6):
        page = page_with_body(number)
        footer = "Kestrel Vale annual report"
        if number == 4:  # the page is displayed turned: its footer runs up the side
            x = page.width - 30.0
            for i, word in enumerate(footer.split()):
                box = Box(x, 300.0 - 45.0 * i, x + 8.0, 340.0 - 45.0 * i)
                page.words.append(Word(word, box, 8.0, "Sans", False, False, "#000000", upright=False))
        else:
            page.text(footer, 50.0, 815.0, size=8.0)
        pages.append(page)
    assert furniture(made(pages)) == [["Kestrel Vale annual report"]] * 5
