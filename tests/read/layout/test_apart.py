"""Headings by a colour, font or size of their own, without weight; and what looks like them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document
from report_extract.read.assemble import assemble
from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import RawLink, RawPage
from tests.read.layout.columns import sentences, set_text
from tests.read.written_page import WrittenPage

BLUE = "#2f5496"
WIDTH = 490.0


def read(*pages: RawPage) -> Document:
    return assemble(layout_pages(pages), name="made", file="made.pdf", sha256="0", media_type="application/pdf")


def headings(*pages: RawPage) -> list[tuple[int | None, str]]:
    return [(b.level, b.text) for b in read(*pages).blocks if b.kind is BlockKind.heading]


def titled(*titles: str, color: str = BLUE, size: float = 10.5, font: str = "Sans", below: float = 4.0) -> WrittenPage:
    """Each title 14 points below the text before it and `below` points above its own."""
    page = WrittenPage()
    y = set_text(page, "The year. " + sentences(0, 4), 50.0, 50.0, WIDTH)
    for i, title in enumerate(titles, 1):
        page.text(title, 50.0, y + 14.0, size=size, color=color, font=font)
        y = set_text(page, sentences(i, 4), 50.0, y + 14.0 + size + below, WIDTH)
    return page


def test_coloured_lines_before_text_are_headings_numbered_or_not() -> None:
    page = titled("3.1 Money and people", "Priority 1: Safer streets", "Priority 2: Early help").raw()
    assert [text for _, text in headings(page)] == [
        "3.1 Money and people",
        "Priority 1: Safer streets",
        "Priority 2: Early help",
    ]


@pytest.mark.parametrize(
    "look", [{"color": "#000000", "font": "SansLight-Regular"}, {"color": "#000000", "size": 11.0}]
)
def test_a_font_or_a_size_of_their_own_is_enough_for_three(look: dict[str, str]) -> None:
    page = titled("Work with fathers", "Work with schools", "Work with courts", **look).raw()  # type: ignore[arg-type]
    assert len(headings(page)) == 3


def test_a_section_numbers_level_lies_below_its_chapter() -> None:
    page = titled("3.1 Money and people")
    page.text("3. Our arrangements", 50.0, 20.0, size=16.0, color=BLUE)
    assert headings(page.raw()) == [(1, "3. Our arrangements"), (2, "3.1 Money and people")]


def test_a_tables_caption_below_a_numbered_heading_stands_alone() -> None:
    page = WrittenPage()
    y = set_text(page, sentences(1, 8), 50.0, 50.0, WIDTH)
    page.text("3.1 Money and people", 50.0, y + 14.0, color=BLUE)
    page.text("Table 2: Money that came in", 50.0, y + 27.0)
    set_text(page, sentences(2, 5), 50.0, y + 46.0, WIDTH)
    kinds = [(b.kind, b.text) for b in read(page.raw()).blocks][1:3]
    assert kinds == [(BlockKind.heading, "3.1 Money and people"), (BlockKind.paragraph, "Table 2: Money that came in")]


@pytest.mark.parametrize(
    "titles",
    [
        ("Work was finished.", "Work was begun."),
        ("“They listened to me”", "“Nobody asked me”"),
        ("Table 1: Children seen", "Figure 2: Children heard"),
        ("and then it rained", "or so they said"),
        ("Report of:", "Wards affected:"),
        ("Lone coloured line",),
    ],
)
def test_coloured_lines_that_read_otherwise_are_none(titles: tuple[str, ...]) -> None:
    assert headings(titled(*titles).raw()) == []


def test_a_name_below_what_it_signed_is_none() -> None:
    page = WrittenPage()
    y = 50.0
    for i, name in enumerate(("Young person from Saltmarsh", "Parent from Northmere", "Carer from Ashcombe")):
        y = set_text(page, sentences(i, 4), 50.0, y, WIDTH)
        page.text(name, 50.0, y + 3.0, color=BLUE)
        y += 30.0
    set_text(page, sentences(9, 4), 50.0, y, WIDTH)
    assert headings(page.raw()) == []


def test_grey_remarks_and_links_are_none() -> None:
    assert headings(titled("Read online", "Printed copies", color="#888888", size=10.0).raw()) == []
    page = titled("Our threshold guide", "Our training offer")
    links = tuple(RawLink(w.box, "https://northmere.example") for w in page.words if w.color == BLUE)
    assert headings(replace(page.raw(), links=links)) == []


def test_running_text_in_the_same_colour_makes_it_no_design() -> None:
    page = titled("Words of a child")
    y = 400.0
    for i in range(4):
        y = set_text(page, sentences(20 + i, 5), 50.0, y, WIDTH) + 14.0
    boxes = [w.box for w in page.words if w.box.top >= 400.0]
    page.words = [
        w._replace(color=BLUE, size=10.5) if isinstance(w.box, Box) and w.box in boxes else w for w in page.words
    ]
    assert headings(page.raw()) == []
