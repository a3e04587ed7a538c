"""Reading order is decided by places on the page: every layout here is also read with its words shuffled."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from report_extract.model.base import Box
from report_extract.read.rawpage import RawPage
from tests.read.layout.columns import sentences, set_text, text_of
from tests.read.written_page import WrittenPage

LANDSCAPE = {"width": 842.0, "height": 595.0}
Layout = tuple[RawPage, str]


def two_columns() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    texts = [sentences(i) for i in range(4)]
    for x, pair in ((50.0, texts[:2]), (430.0, texts[2:])):
        y = 80.0
        for text in pair:
            y = set_text(page, text, x, y, 350.0) + 8.0
    return page.raw(), " ".join(texts)


def three_narrow_columns() -> Layout:
    page = WrittenPage()
    texts = [sentences(i, 8) for i in range(3)]
    for i, text in enumerate(texts):
        set_text(page, text, 50.0 + i * 170.0, 80.0 + 3.0 * (i % 2), 158.0)
    return page.raw(), " ".join(texts)


def title_across_the_gutter() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    title = "Progress of the whole partnership in the reporting year"
    page.text(title, 50.0, 40.0, size=20.0, bold=True)
    texts = [sentences(i) for i in range(2)]
    for x, text in zip((50.0, 430.0), texts, strict=True):
        set_text(page, text, x, 80.0, 350.0)
    return page.raw(), " ".join([title, *texts])


def short_heading_between_columns() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    expected = []
    y = 50.0
    for part in range(2):
        heading = f"Part {'one' if part == 0 else 'two'}"
        page.text(heading, 50.0, y, size=16.0, bold=True)
        texts = [sentences(part * 2, 5), sentences(part * 2 + 1, 4)]
        y = max(set_text(page, t, x, y + 26.0, 350.0) for x, t in zip((50.0, 430.0), texts, strict=True)) + 14.0
        expected += [heading, *texts]
    return page.raw(), " ".join(expected)


def columns_of_different_height_then_full_width() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    left, right, after = sentences(1, 8), sentences(2, 3), sentences(3, 6)
    y = set_text(page, left, 50.0, 50.0, 350.0)
    set_text(page, right, 430.0, 50.0, 350.0)
    set_text(page, after, 50.0, y + 15.0, 730.0)
    return page.raw(), " ".join([left, right, after])


def list_below_columns() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    left, right = sentences(1, 6), sentences(2, 5)
    items = ["Saltmarsh school", "Kestrel Vale surgery", "every nursery, childminder and club that has joined " * 3]
    y = set_text(page, left, 50.0, 50.0, 350.0)
    set_text(page, right, 430.0, 50.0, 350.0)
    for item in items:
        y += 8.0
        page.text("•", 50.0, y)
        y = set_text(page, item, 62.0, y, 730.0)
    return page.raw(), " ".join([left, right, *(" ".join(i.split()) for i in items)])


def side_headings() -> Layout:
    page = WrittenPage()
    expected = []
    y = 60.0
    for i, heading in enumerate(("Our purpose", "Partners in Ashcombe", "Scrutiny")):
        set_text(page, heading, 50.0, y, 90.0, bold=True)
        text = sentences(i, 6)
        y = set_text(page, text, 170.0, y, 370.0) + 14.0
        expected += [heading, text]
    return page.raw(), " ".join(expected)


def box_with_two_columns_inside() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    before = [sentences(i) for i in range(2)]
    inside = [sentences(i) for i in range(2, 4)]
    y = max(set_text(page, t, x, 50.0, 350.0) for x, t in zip((50.0, 430.0), before, strict=True)) + 14.0
    page.fill(50.0, y, 790.0, y + 110.0, "#eef3f7")
    for x, text in zip((62.0, 430.0), inside, strict=True):
        set_text(page, text, x, y + 10.0, 330.0)
    return page.raw(), " ".join([*before, *inside])


def grid_of_cards() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    expected = []
    for i in range(6):
        x, y = 50.0 + (i % 3) * 250.0, 60.0 + (i // 3) * 150.0
        page.fill(x, y, x + 235.0, y + 130.0, "#e8f0e8")
        text = sentences(i, 2)
        set_text(page, text, x + 10.0, y + 10.0, 210.0)
        expected.append(text)
    return page.raw(), " ".join(expected)


def text_beside_a_picture() -> Layout:
    page = WrittenPage()
    above, beside, below = sentences(1, 5), sentences(2, 3), sentences(3, 5)
    y = set_text(page, above, 50.0, 50.0, 490.0)
    picture = Box(370.0, y + 6.0, 540.0, y + 100.0)
    set_text(page, beside, 50.0, y + 8.0, 300.0)
    set_text(page, below, 50.0, y + 110.0, 490.0)
    return replace(page.raw(), images=(picture,)), " ".join([above, beside, below])


def contents_with_page_numbers() -> Layout:
    page = WrittenPage()
    expected = []
    for i in range(12):
        title = f"{'Chapter' if i % 3 == 0 else 'Section'} {'abcdefghijkl'[i] * 5}"
        page.text(title, 50.0, 60.0 + i * 14.0)
        page.text(str(i + 3), 400.0, 60.0 + i * 14.0, align="right")
        expected.append(f"{title} {i + 3}")
    return page.raw(), " ".join(expected)


LAYOUTS = [
    two_columns,
    three_narrow_columns,
    title_across_the_gutter,
    short_heading_between_columns,
    columns_of_different_height_then_full_width,
    list_below_columns,
    side_headings,
    box_with_two_columns_inside,
    grid_of_cards,
    text_beside_a_picture,
    contents_with_page_numbers,
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_reads_in_the_order_of_a_person(layout: Callable[[], Layout]) -> None:
    page, expected = layout()
    assert text_of(page) == expected


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_text_layer_has_no_effect(layout: Callable[[], Layout], seed: int) -> None:
    page, expected = layout()
    words = list(page.words)
    random.Random(seed).shuffle(words)
    assert text_of(replace(page, words=tuple(words))) == expected


def test_a_reversed_text_layer_reads_the_same() -> None:
    page, expected = two_columns()
    assert text_of(replace(page, words=page.words[::-1])) == expected
