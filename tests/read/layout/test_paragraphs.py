"""Where paragraphs part: the distance of their lines, numbers before unindented text."""

from __future__ import annotations

from tests.read.layout.columns import body, sentences, set_text, wrapped
from tests.read.written_page import WrittenPage

WIDTH = 490.0
LINE, GAP = 12.5, 20.0
"""Points between the lines of a paragraph, and between paragraphs."""


def test_paragraphs_of_one_line_part_where_their_distance_is_the_most_frequent() -> None:
    page = WrittenPage()
    short = ["Harbour hospitals trust", "Step-down audit", "What the audit saw", "Castle housing", "Closing words"]
    y = 50.0
    for i, words in enumerate(short):
        page.text(words, 50.0, y)
        if i == 2:
            y = set_text(page, sentences(1, 5), 50.0, y + GAP, WIDTH) - LINE
        y += GAP
    texts = body(page.raw())[0]
    assert texts == [*short[:3], sentences(1, 5), *short[3:]]


def test_lines_far_apart_that_all_end_early_are_paragraphs() -> None:
    page = WrittenPage()
    short = ["Northmere council", "Wealdshire police", "Kestrel Vale schools and colleges"]
    for i, words in enumerate(short):
        page.text(words, 50.0, 50.0 + i * GAP)
    assert body(page.raw())[0] == short


def test_lines_set_wide_apart_stay_one_paragraph() -> None:
    page = WrittenPage()
    text = sentences(3, 6)
    for i, line in enumerate(wrapped(text, WIDTH, 10.0)):
        page.text(line, 50.0, 50.0 + i * 20.0)
    assert body(page.raw())[0] == [text]


def test_a_numbered_paragraph_whose_lines_begin_at_the_margin_is_one() -> None:
    page = WrittenPage()
    first = "1.1 " + sentences(5, 4)
    y = set_text(page, first, 50.0, 50.0, WIDTH)
    second = "1.2 " + sentences(6, 4)
    set_text(page, second, 50.0, y + 8.0, WIDTH)
    assert body(page.raw())[0] == [first, second]


def test_text_at_the_margin_ends_an_item_whose_lines_hang() -> None:
    page = WrittenPage()
    lines = wrapped(sentences(7, 2), WIDTH - 20.0, 10.0)
    page.text("•", 50.0, 50.0)
    for i, line in enumerate(lines):
        page.text(line, 64.0, 50.0 + i * LINE)
    page.text("Every family was asked", 50.0, 50.0 + len(lines) * LINE)
    assert body(page.raw())[0] == [" ".join(lines), "Every family was asked"]


def test_a_numbered_title_in_capitals_parts_from_the_text_below_it() -> None:
    page = WrittenPage()
    text = sentences(8, 3)
    page.text("3. WHAT IT COSTS", 50.0, 50.0)
    set_text(page, text, 50.0, 50.0 + LINE, WIDTH)
    assert body(page.raw())[0] == ["3. WHAT IT COSTS", text]
