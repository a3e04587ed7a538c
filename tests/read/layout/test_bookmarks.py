"""Headings that the file's outline names, beside those that their looks show."""

from __future__ import annotations

from dataclasses import replace

from report_extract.model.document import BlockKind
from report_extract.read.rawpage import Bookmark, RawPage
from tests.read.layout.columns import sentences, set_text
from tests.read.layout.test_blocks import read
from tests.read.written_page import WrittenPage

Piece = tuple[str, float, bool]


def page_of(*pieces: Piece, number: int = 1, bookmarks: tuple[Bookmark, ...] = ()) -> RawPage:
    """Each piece (text, size, bold) with running text beneath it."""
    page, y = WrittenPage(), 60.0
    for i, (text, size, bold) in enumerate(pieces):
        y = set_text(page, text, 50.0, y, 490.0, size=size, bold=bold) + 14.0
        y = set_text(page, sentences(10 * number + i), 50.0, y, 490.0) + 30.0
    return replace(page.raw(number), bookmarks=bookmarks)


def outline_of(*pages: RawPage) -> list[tuple[int, str]]:
    return [(s.level, s.title) for s in read(*pages).outline]


def test_the_outline_gives_the_levels() -> None:
    """By size alone the poster line would be the only heading of level 1 and chapters would stand below it."""
    pieces = (("Seen and heard", 40.0, True), ("Neglect", 20.0, True), ("What we did", 14.0, True))
    marks = (Bookmark("Neglect", 1), Bookmark("What we did", 2))
    assert outline_of(page_of(*pieces)) == [(1, "Seen and heard"), (2, "Neglect"), (3, "What we did")]
    assert outline_of(page_of(*pieces, bookmarks=marks)) == [(1, "Seen and heard"), (1, "Neglect"), (2, "What we did")]


def test_headings_that_the_outline_leaves_out_keep_their_place_below() -> None:
    pieces = (("Our report", 30.0, True), ("Neglect", 20.0, True), ("Audits", 14.0, True), ("Training", 20.0, True))
    marks = (Bookmark("Our report", 1), Bookmark("Neglect", 3))
    assert outline_of(page_of(*pieces, bookmarks=marks)) == [
        (1, "Our report"),
        (2, "Neglect"),
        (3, "Audits"),
        (2, "Training"),
    ]


def test_spaces_stops_and_case_do_not_part_a_title_from_its_bookmark() -> None:
    marks = (Bookmark("1REASONS FOR THE DECISION", 1),)
    page = page_of(("1. Reasons for the decision", 10.0, False), bookmarks=marks)
    assert outline_of(page) == [(1, "1. Reasons for the decision")]


def test_bookmarks_that_no_block_answers_change_nothing() -> None:
    pieces = (("Neglect", 20.0, True), ("What we did", 14.0, True))
    noise = (Bookmark("Slide 1", 1), Bookmark("_GoBack", 2), Bookmark("...", 1), Bookmark("Negl", 3))
    assert outline_of(page_of(*pieces, bookmarks=noise)) == outline_of(page_of(*pieces))


def test_a_bookmark_counts_on_its_own_page_alone() -> None:
    first = page_of(("Neglect", 20.0, True), ("Early help", 10.0, False), number=1)
    second = page_of(("Early help", 10.0, False), number=2, bookmarks=(Bookmark("Early help", 1),))
    document = read(first, second)
    assert [(s.page_start, s.title) for s in document.outline] == [(1, "Neglect"), (2, "Early help")]


def test_running_text_never_becomes_a_heading() -> None:
    """Some programs write an outline entry for every paragraph."""
    text = sentences(10)
    page = page_of(("Neglect", 20.0, True), bookmarks=(Bookmark("Neglect", 1), Bookmark(text, 1)))
    assert [b.text for b in read(page).blocks if b.kind is BlockKind.heading] == ["Neglect"]


def test_one_bookmark_makes_one_heading() -> None:
    """Where its words stand twice on the page, the one that looks like a heading is meant."""
    pieces = (("Neglect", 10.0, False), ("Neglect", 20.0, True))
    assert outline_of(page_of(*pieces, bookmarks=(Bookmark("Neglect", 1),))) == [(1, "Neglect")]
