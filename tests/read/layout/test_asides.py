"""Boxes under some of the columns of a text, and boxes beside it: neither breaks the text in two."""

from __future__ import annotations

from report_extract.read.rawpage import RawPage
from tests.read.layout.columns import body, sentences, set_text, text_of
from tests.read.written_page import WrittenPage

LANDSCAPE = {"width": 842.0, "height": 595.0}
COLUMNS = (50.0, 300.0, 550.0)


def _three_columns(*, boxed: float, last_heading: str = "") -> tuple[RawPage, list[str]]:
    """Two short columns over a box, and a long one of `boxed` points beside them."""
    page = WrittenPage(**LANDSCAPE)
    texts = [sentences(i, count) for i, count in enumerate((6, 6, 16))]
    for x, text in zip(COLUMNS, texts, strict=True):
        y = 60.0
        if x == COLUMNS[-1] and last_heading:
            y = set_text(page, last_heading, x, y, boxed, bold=True)
        set_text(page, text, x, y, boxed if x == COLUMNS[-1] else 220.0)
    box = sentences(7, 5)
    page.fill(50.0, 330.0, 520.0, 420.0, "#eeddcc")
    set_text(page, box, 60.0, 340.0, 440.0)
    return page.raw(), [*texts[:2], f"{last_heading} {texts[2]}".strip(), box]


def test_a_box_under_two_of_three_columns_waits_for_the_end_of_the_text() -> None:
    page, (first, second, third, box) = _three_columns(boxed=220.0)
    assert text_of(page) == " ".join([first, second, third, box])


def test_a_box_under_two_columns_comes_before_a_narrower_column_beside_them() -> None:
    page, (first, second, third, box) = _three_columns(boxed=150.0)
    assert text_of(page) == " ".join([first, second, box, third])


def test_a_box_under_two_columns_comes_before_a_column_with_a_heading_of_its_own() -> None:
    page, (first, second, third, box) = _three_columns(boxed=220.0, last_heading="Elsewhere")
    assert text_of(page) == " ".join([first, second, box, third])


def test_white_between_the_pieces_of_a_side_column_is_no_place_of_a_spanning_heading() -> None:
    page = WrittenPage()
    above, below, note, quote = (sentences(i, n) for i, n in enumerate((8, 20, 4, 4)))
    y = set_text(page, above, 50.0, 60.0, 320.0)
    page.text("Working as one", 50.0, y + 10.0, size=16.0, bold=True)
    set_text(page, below, 50.0, y + 36.0, 320.0)
    page.fill(400.0, 70.0, 560.0, y - 10.0, "#eeddcc")
    set_text(page, note, 410.0, 80.0, 140.0, size=8.0)
    set_text(page, quote, 400.0, y + 48.0, 150.0, size=12.0)
    assert text_of(page.raw()) == " ".join([above, "Working as one", below, note, quote])


def test_a_raised_mark_in_a_narrow_gap_belongs_to_its_line() -> None:
    page = WrittenPage()
    page.text("The panel met.", 50.0, 60.0)
    page.text("1", 120.5, 57.0, size=6.0)
    page.text("It will meet again in the spring with", 125.0, 60.0)
    page.text("all of its members.", 50.0, 72.5)
    assert body(page.raw())[0] == ["The panel met. 1 It will meet again in the spring with all of its members."]
