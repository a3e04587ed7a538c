"""Designs of annual reports that read in an order of their own; each is also read with its words shuffled."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from report_extract.read.rawpage import RawPage
from tests.read.layout.columns import sentences, set_text, text_of
from tests.read.written_page import WrittenPage

LANDSCAPE = {"width": 842.0, "height": 595.0}
Layout = tuple[RawPage, str]


def foot_of_a_longer_column_above_spanning_text() -> Layout:
    page = WrittenPage()
    left = [sentences(i, 3) for i in range(3)]
    right, below = sentences(5, 4), sentences(6, 5)
    y = 60.0
    for text in left:
        y = set_text(page, text, 50.0, y, 235.0) + 8.0
    set_text(page, right, 305.0, 60.0, 235.0)
    set_text(page, below, 50.0, y + 6.0, 490.0)
    return page.raw(), " ".join([*left, right, below])


def title_that_ends_inside_the_gutter() -> Layout:
    page = WrittenPage()
    title = "Transitions to adult life"  # ends at 300, in the gutter
    page.text(title, 50.0, 40.0, size=20.0, bold=True)
    left, inside, right = sentences(1, 9), sentences(2, 2), sentences(3, 6)
    set_text(page, left, 50.0, 80.0, 245.0)
    page.fill(305.0, 80.0, 550.0, 150.0, "#eeeeee")
    set_text(page, inside, 315.0, 88.0, 225.0)
    set_text(page, right, 305.0, 160.0, 245.0)
    return page.raw(), " ".join([title, left, inside, right])


def heading_below_two_columns_and_above_three() -> Layout:
    page = WrittenPage()
    pair = [sentences(1, 4), sentences(2, 8)]
    y = max(set_text(page, t, x, 60.0, 235.0) for x, t in zip((50.0, 305.0), pair, strict=True))
    heading = "Domestic abuse"
    page.text(heading, 50.0, y + 2.0, size=18.0, bold=True)
    three = [sentences(i, 6) for i in range(4, 7)]
    for x, text in zip((50.0, 220.0, 390.0), three, strict=True):
        set_text(page, text, x, y + 28.0, 155.0)
    return page.raw(), " ".join([*pair, heading, *three])


def cards_without_boxes() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    expected = []
    for i in range(6):
        x, y = 50.0 + (i % 3) * 250.0, 60.0 + (i // 3) * 230.0
        heading = f"Card {'abcdef'[i] * 6}"
        page.text(heading, x, y, size=12.0, bold=True)
        texts = [sentences(10 + 2 * i, 3 + i % 2), sentences(11 + 2 * i, 2)]
        y += 20.0
        for text in texts:
            y = set_text(page, text, x, y, 230.0) + 8.0
        expected += [heading, *texts]
    return page.raw(), " ".join(expected)


def figures_with_captions_above_and_below() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    expected = []
    captions = ["children in need of help", "contacts led to help", "children looked after"]
    for i in range(6):
        x = 170.0 + (i % 3) * 220.0
        value, caption = f"{i + 2},{i}47", f"{captions[i % 3]} in area {'ABCDEF'[i]}"
        above = i < 3
        y = 150.0 + (i // 3) * 130.0
        page.text(value, x, y, size=24.0, bold=True, align="center")
        lines = [caption] if i % 2 else [" ".join(caption.split()[:4]), " ".join(caption.split()[4:])]
        for k, line in enumerate(lines):
            top = y - 16.0 - 12.0 * (len(lines) - k) if above else y + 34.0 + 12.0 * k
            page.text(line, x, top, size=9.0, align="center")
        expected.append(f"{value} {caption}")
    return page.raw(), " ".join(expected)


def timeline_left_and_right() -> Layout:
    page = WrittenPage()
    page.fill(296.0, 100.0, 299.0, 760.0)
    title = "How we got here"
    page.text(title, 50.0, 40.0, size=22.0, bold=True)
    expected = [title]
    for i, month in enumerate(("April", "June", "September", "November", "February", "March")):
        x, y = (50.0, 310.0)[i % 2], 100.0 + i * 100.0
        page.text(month, x, y, bold=True)
        text = sentences(i, 3)
        set_text(page, text, x, y + 15.0, 230.0)
        expected += [month, text]
    return page.raw(), " ".join(expected)


def contents_in_two_columns_numbers_first() -> Layout:
    page = WrittenPage()
    columns: list[list[str]] = [[], []]
    for i in range(16):
        x, y = 50.0 + (i // 8) * 260.0, 100.0 + (i % 8) * 20.0
        title = f"Chapter {'abcdefghijklmnop'[i] * (6 + 5 * (i % 3))}"
        page.text(str(3 + 3 * i), x, y, bold=True)
        page.text(title, x + 40.0, y)
        columns[i // 8].append(f"{3 + 3 * i} {title}")
    return page.raw(), " ".join([*columns[0], *columns[1]])


def side_labels_of_one_word_that_wrap() -> Layout:
    page = WrittenPage()
    expected = []
    y = 60.0
    for i, label in enumerate((["Neglect"], ["Early help"], ["Information", "sharing"])):
        for k, line in enumerate(label):
            page.text(line, 50.0, y + 12.5 * k, bold=True)
        text = sentences(i, 5)
        y = set_text(page, text, 170.0, y, 370.0) + 14.0
        expected += [*label, text]
    return page.raw(), " ".join(expected)


def names_with_roles_at_the_foot() -> Layout:
    page = WrittenPage()
    text = sentences(1, 8)
    y = set_text(page, text, 50.0, 60.0, 490.0) + 60.0
    expected = [text]
    people = (("Alex Farrow", "Director of Children"), ("Sam Okoro", "Chief Nurse"), ("Lee Marsh", "Superintendent"))
    for x, (name, role) in zip((50.0, 220.0, 390.0), people, strict=True):
        page.text(name, x, y, bold=True)
        page.text(role, x, y + 13.0)
        expected += [name, role]
    return page.raw(), " ".join(expected)


def questions_beside_answers_after_a_stray_line() -> Layout:
    page = WrittenPage()
    page.text("information?", 50.0, 60.0, bold=True)  # the end of a question whose answer is above
    expected = ["information?"]
    y = 75.0
    for i, question in enumerate(("What is this about?", "Why now?", "What does it cost?", "Recommendation")):
        page.text(question, 50.0, y, bold=True)
        answer = sentences(i, 5)
        y = set_text(page, answer, 200.0, y, 340.0) + 16.0
        expected += [question, answer]
    return page.raw(), " ".join(expected)


def figures(page: WrittenPage, xs: tuple[float, ...], ys: tuple[float, ...]) -> list[str]:
    made = []
    for row, y in enumerate(ys):
        for column, x in enumerate(xs):
            value, caption = f"{row + 3}{column}7", f"children in area {'ABCDEFGH'[row * len(xs) + column]}"
            page.text(value, x, y, size=24.0, bold=True, align="center")
            page.text(caption, x, y + 34.0, size=9.0, align="center")
            made.append(f"{value} {caption}")
    return made


def three_columns_above_four_figures() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    texts = [sentences(i, 3) for i in range(3)]
    for x, text in zip((50.0, 310.0, 570.0), texts, strict=True):
        set_text(page, text, x, 60.0, 230.0)
    numbers = figures(page, (130.0, 330.0, 520.0, 710.0), (420.0,))
    return page.raw(), " ".join([*texts, *numbers])


def text_beside_a_field_of_figures() -> Layout:
    page = WrittenPage(**LANDSCAPE)
    texts = [sentences(i, 6) for i in range(3)]
    y = 60.0
    for text in texts:
        y = set_text(page, text, 50.0, y, 230.0) + 8.0
    numbers = figures(page, (400.0, 560.0, 720.0), (80.0, 240.0))
    return page.raw(), " ".join([*texts, *numbers])


def figures_between_headings_above_a_box() -> Layout:
    page = WrittenPage()
    page.text("A safeguarding snapshot of the Northmere area by month", 50.0, 60.0, size=13.0, bold=True)
    numbers = figures(page, (110.0, 230.0, 350.0, 470.0), (90.0, 150.0))
    page.text("Children's services in Northmere and in Saltmarsh now", 50.0, 240.0, size=13.0, bold=True)
    text = sentences(1, 4)
    page.fill(50.0, 262.0, 545.0, 340.0, "#eef3f7")
    set_text(page, text, 60.0, 270.0, 470.0)
    return page.raw(), " ".join(
        [
            "A safeguarding snapshot of the Northmere area by month",
            *numbers,
            "Children's services in Northmere and in Saltmarsh now",
            text,
        ]
    )


def labelled_columns_with_a_label_level_with_text() -> Layout:
    page = WrittenPage()
    left, right = [sentences(1, 4), sentences(2, 3), sentences(3, 3)], [sentences(4, 4), sentences(5, 3)]
    expected = []
    for x, texts, labels in ((50.0, left, ("EVIDENCE", "", "IMPACT")), (310.0, right, ("CHALLENGE", "IMPROVEMENT"))):
        y = 60.0
        for text, label in zip(texts, labels, strict=True):
            if label:
                page.text(label, x, y, size=8.0, bold=True)
                y += 14.0
                expected.append(label)
            y = set_text(page, text, x, y, 235.0) + 9.0
            expected.append(text)
    return page.raw(), " ".join(expected)


DESIGNS = [
    foot_of_a_longer_column_above_spanning_text,
    title_that_ends_inside_the_gutter,
    heading_below_two_columns_and_above_three,
    cards_without_boxes,
    figures_with_captions_above_and_below,
    timeline_left_and_right,
    contents_in_two_columns_numbers_first,
    side_labels_of_one_word_that_wrap,
    names_with_roles_at_the_foot,
    questions_beside_answers_after_a_stray_line,
    three_columns_above_four_figures,
    text_beside_a_field_of_figures,
    figures_between_headings_above_a_box,
    labelled_columns_with_a_label_level_with_text,
]


@pytest.mark.parametrize("design", DESIGNS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("seed", [None, 1])
def test_reads_in_the_order_of_a_person(design: Callable[[], Layout], seed: int | None) -> None:
    page, expected = design()
    words = list(page.words)
    if seed is not None:
        random.Random(seed).shuffle(words)
    assert text_of(replace(page, words=tuple(words))) == expected
