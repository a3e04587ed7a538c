"""Blocks: call-outs and their tags, paragraphs and lists, headings, hyphens, footnotes, flows over breaks."""

from __future__ import annotations

import pytest

from report_extract.model.document import Block, BlockKind, Document
from report_extract.read.assemble import assemble
from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import RawPage, Word
from tests.read.layout.columns import sentences, set_text, text_of, wrapped
from tests.read.written_page import WrittenPage


def read(*pages: RawPage) -> Document:
    return assemble(layout_pages(pages), name="made", file="made.pdf", sha256="0", media_type="application/pdf")


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.text) for b in document.blocks]


def block(document: Document, text: str) -> Block:
    return next(b for b in document.blocks if b.text.startswith(text))


def callout(page: WrittenPage, tag: str | None, text: str, x: float, y: float, width: float) -> float:
    """A framed box; its tag in a small dark box on the upper edge."""
    if tag:
        page.fill(x, y, x + len(tag) * 5.0 + 20.0, y + 16.0, "#0b7a75")
        page.text(tag, x + 10.0, y + 3.0, bold=True, color="#ffffff")
        y += 16.0
    end = set_text(page, text, x + 10.0, y + 10.0, width - 20.0) + 8.0
    page.fill(x, y, x + width, end, "#f5f8fb")
    return end


def test_a_callouts_tag_stands_before_its_text_and_marks_it() -> None:
    page = WrittenPage()
    set_text(page, "Before the box. " + sentences(1), 50.0, 40.0, 490.0)
    callout(page, "IMPACT", "Inside the box. " + sentences(2), 50.0, 200.0, 490.0)
    set_text(page, "After the box. " + sentences(3), 50.0, 400.0, 490.0)
    document = read(page.raw())
    assert block(document, "IMPACT").kind is BlockKind.caption
    assert [b.text.split(".")[0] for b in document.blocks] == [
        "Before the box",
        "IMPACT",
        "Inside the box",
        "After the box",
    ]
    assert [b.tag for b in document.blocks] == [None, "IMPACT", "IMPACT", None]


def test_a_callout_that_goes_on_in_the_next_column_keeps_its_tag() -> None:
    page = WrittenPage(width=842.0, height=595.0)
    callout(page, "EVIDENCE", "First part " + sentences(1) + " and it goes", 50.0, 40.0, 350.0)
    callout(page, None, "on in the second part. " + sentences(2), 430.0, 40.0, 350.0)
    document = read(page.raw())
    second = block(document, "on in the second")
    assert (second.tag, second.continues) == ("EVIDENCE", True)


def test_tags_at_the_head_of_many_pages_are_no_running_titles() -> None:
    pages = []
    for number in range(1, 7):
        page = WrittenPage(width=842.0, height=595.0)
        callout(page, "EVIDENCE", sentences(number), 50.0, 30.0, 350.0)
        page.text(f"Saltmarsh partnership {number}", 50.0, 575.0, size=7.0)
        pages.append(RawPage(number, page.width, page.height, 0, tuple(page.words), tuple(page.shapes)))
    document = read(*pages)
    assert sum(b.text == "EVIDENCE" for b in document.blocks) == 6
    assert not any("partnership" in b.text for b in document.blocks)


def test_bullets_become_the_marker_and_numbers_stay_in_the_text() -> None:
    page = WrittenPage()
    page.text("• first thing", 50.0, 50.0)
    page.text("• second thing", 50.0, 63.0)
    page.text("1.1 numbered thing", 50.0, 90.0)
    document = read(page.raw())
    assert kinds(document) == [
        (BlockKind.list_item, "first thing"),
        (BlockKind.list_item, "second thing"),
        (BlockKind.list_item, "1.1 numbered thing"),
    ]
    assert [b.marker for b in document.blocks] == ["•", "•", "1.1"]


def test_headings_rank_by_size_and_a_bold_lead_is_none() -> None:
    page = WrittenPage()
    page.text("Learning from practice", 50.0, 40.0, size=20.0, bold=True)
    page.text("Multi-agency audits", 50.0, 75.0, size=14.0, bold=True)
    y = set_text(page, sentences(1), 50.0, 95.0, 490.0)
    page.text("What changed", 50.0, y + 8.0, bold=True)
    y = set_text(page, sentences(2), 50.0, y + 22.0, 490.0)
    page.text("Pressures:", 50.0, y + 10.0, bold=True)
    page.text("money is short in every agency this year", 106.0, y + 10.0)
    document = read(page.raw())
    headings = [(b.level, b.text) for b in document.blocks if b.kind is BlockKind.heading]
    assert headings == [(1, "Learning from practice"), (2, "Multi-agency audits"), (3, "What changed")]
    assert [(s.title, s.parent) for s in document.outline] == [
        ("Learning from practice", None),
        ("Multi-agency audits", "s1"),
        ("What changed", "s2"),
    ]


def hyphenated(first: str, second: str, *, elsewhere: str = "") -> str:
    page = WrittenPage()
    page.text(f"partners agreed a plan for {first}", 50.0, 50.0)
    page.text(f"{second} in all of the schools", 50.0, 62.0)
    page.text(elsewhere or "nothing else here.", 50.0, 120.0)
    words = [w._replace(hyphen=w.text.endswith("-")) for w in page.words]
    return read(RawPage(1, page.width, page.height, 0, tuple(words))).blocks[0].text


def test_a_word_broken_at_the_line_end_is_joined() -> None:
    assert "safeguarding in all" in hyphenated("safe-", "guarding")


def test_a_compound_keeps_its_hyphen_at_the_line_end() -> None:
    assert "multi-agency in all" in hyphenated("multi-", "agency")


def test_the_document_itself_decides_about_a_hyphen() -> None:
    assert "drop-in in all" in hyphenated("drop-", "in", elsewhere="the drop-in was full.")
    assert "coproduction in all" in hyphenated("co-", "production", elsewhere="coproduction is new.")


def test_a_years_slash_or_number_range_keeps_its_hyphen() -> None:
    assert "2024-25 in all" in hyphenated("2024-", "25")


def test_a_paragraph_goes_on_over_a_column_break() -> None:
    page = WrittenPage(width=842.0, height=595.0)
    set_text(page, "The board met. " + sentences(1, 6)[:-1] + " and the", 50.0, 50.0, 350.0)
    set_text(page, "partners of the area agreed. " + sentences(2, 3), 430.0, 50.0, 350.0)
    document = read(page.raw())
    second = block(document, "partners of the area")
    assert second.continues
    assert "and the partners of the area agreed" in document.text


def test_footnotes_come_last_with_their_own_kind() -> None:
    page = WrittenPage()
    for x in (50.0, 310.0):
        set_text(page, sentences(int(x), 6), x, 60.0, 240.0)
    set_text(page, "1 See the review of the Ashcombe partnership.", 50.0, 780.0, 490.0, size=7.0)
    document = read(page.raw())
    assert document.blocks[-1].kind is BlockKind.footnote
    assert document.blocks[-1].text.startswith("1 See the review")


def test_a_lone_number_at_the_foot_is_no_footnote() -> None:
    page = WrittenPage()
    set_text(page, sentences(1, 6), 50.0, 60.0, 490.0)
    page.text("7", 300.0, 800.0, size=7.0)
    assert all(b.kind is not BlockKind.footnote for b in read(page.raw()).blocks)


def test_a_raised_mark_opens_a_footnote_too() -> None:
    page = WrittenPage()
    set_text(page, sentences(1, 6), 50.0, 60.0, 490.0)
    page.text("² Audit tools of the Kestrel Vale team.", 50.0, 790.0, size=7.0)
    assert read(page.raw()).blocks[-1].kind is BlockKind.footnote


def test_a_big_printed_word_of_another_size_opens_its_own_block() -> None:
    page = WrittenPage()
    page.text("Foreword", 50.0, 50.0, size=18.0)
    set_text(page, sentences(1), 50.0, 70.0, 490.0)
    assert kinds(read(page.raw()))[0] == (BlockKind.heading, "Foreword")


def test_turned_words_do_not_mix_with_the_text() -> None:
    page = WrittenPage()
    set_text(page, "Level text. " + sentences(1), 60.0, 50.0, 400.0)
    axis = Word(
        "Contacts",
        page.words[0].box._replace(x0=30.0, x1=40.0, top=50.0, bottom=90.0),
        10.0,
        "Sans",
        False,
        False,
        "#000000",
        upright=False,
    )
    page.words.append(axis)
    document = read(page.raw())
    assert [b.text for b in document.blocks][-1] == "Contacts"
    assert "Contacts" not in document.blocks[0].text


def test_a_bold_subheading_of_body_size_after_a_full_line_is_a_heading() -> None:
    page = WrittenPage()
    lines = [
        "The executive agreed what it would do in the spring of the year and wrote to every partner of it.",
        "It then asked each of the agencies for an account of what they had done about it by the autumn.",
        "Challenges",
        "Too few foster homes were found for teenagers, and the search for more of them went on all year.",
        "Families waited for longer than they had been told, although more appointments were offered then.",
    ]
    for i, line in enumerate(lines):
        page.text(line, 50.0, 60.0 + 14.0 * i, size=10.0, bold=line == "Challenges")
    assert (BlockKind.heading, "Challenges") in kinds(read(page.raw()))


def with_drop_cap(letter: str, first: str) -> str:
    """A paragraph whose first three lines run around a large letter; `first` is the first of them."""
    page = WrittenPage()
    page.text(letter, 50.0, 58.0, size=40.0, font="Serif")
    for i, line in enumerate([first, *wrapped(sentences(3, 6), 300.0, 10.0)]):
        page.text(line, 78.0 if i < 3 else 50.0, 60.0 + 12.5 * i)
    page.text("Those who met agreed that the group goes on.", 50.0, 500.0)
    return text_of(page.raw())


@pytest.mark.parametrize(
    ("letter", "first", "read_as"),
    [
        ("S", "taff across Northmere read the files", "Staff across Northmere"),
        ("S", "TAFF across Northmere read the files", "STAFF across Northmere"),
        ("A", "group of carers read the files", "A group of carers"),
        ("A", "cross Northmere staff read the files", "Across Northmere staff"),
    ],
)
def test_a_drop_cap_joins_its_word(letter: str, first: str, read_as: str) -> None:
    assert with_drop_cap(letter, first).startswith(read_as)


def test_a_large_letter_beside_headings_is_no_drop_cap() -> None:
    page = WrittenPage()
    for i, (letter, heading) in enumerate((("S", "Sharing information"), ("A", "Assessing the risk"))):
        y = 60.0 + 120.0 * i
        page.text(letter, 50.0, y, size=40.0, bold=True)
        page.text(heading, 90.0, y, size=12.0, bold=True)
        set_text(page, sentences(i, 4), 90.0, y + 18.0, 400.0)
    assert {"S", "A", "Sharing", "Assessing"} <= set(text_of(page.raw()).split())


def boxed(page: WrittenPage, title: str, text: str, y: float, *, ground: str, ink: str) -> float:
    """A box with a title's bar over its whole breadth; the y below it."""
    page.fill(50.0, y, 540.0, y + 18.0, ground)
    page.text(title, 60.0, y + 4.0, bold=True, color=ink)
    end = set_text(page, text, 60.0, y + 28.0, 470.0) + 8.0
    page.fill(50.0, y + 18.0, 540.0, end, "#eef3f3")
    return end


def test_a_bar_over_the_breadth_of_a_box_is_its_heading_and_the_section_ends_with_it() -> None:
    page = WrittenPage()
    page.text("Learning from practice", 50.0, 30.0, size=20.0, bold=True)
    y = set_text(page, "First words. " + sentences(1), 50.0, 60.0, 490.0)
    y = boxed(page, "Why two boards?", "Two places. " + sentences(2), y + 14.0, ground="#0b7a75", ink="#ffffff")
    set_text(page, "Last words. " + sentences(3), 50.0, y + 14.0, 490.0)
    document = read(page.raw())
    title = block(document, "Why two boards?")
    assert (title.kind, title.level, title.tag) == (BlockKind.heading, 2, "Why two boards?")
    assert block(document, "Two places").tag == "Why two boards?"
    paths = [
        [s.title for s in document.section_path(block(document, b).start)] for b in ("First", "Two places", "Last")
    ]
    assert paths == [
        ["Learning from practice"],
        ["Learning from practice", "Why two boards?"],
        ["Learning from practice"],
    ]


def test_dark_words_on_a_pale_bar_stay_a_label() -> None:
    page = WrittenPage()
    boxed(page, "Not started", sentences(2), 60.0, ground="#f5b7b1", ink="#222222")
    assert block(read(page.raw()), "Not started").kind is BlockKind.caption
