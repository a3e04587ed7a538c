"""Ticks and crosses, printed and drawn."""

from __future__ import annotations

import pytest

from report_extract.read.ticks import Mark, drawn_mark, judge, mark_of


@pytest.mark.parametrize(
    ("text", "font", "mark"),
    [
        ("✔", "", Mark.tick),
        ("✘", "", Mark.cross),
        ("ü", "ABCDEF+Wingdings-Regular", Mark.tick),
        ("\uf0fc", "Sans", Mark.tick),
        ("\uf0fb", "Wingdings", Mark.cross),
        ("P", "Wingdings 2", Mark.tick),
        ("4", "ZapfDingbats", Mark.tick),
        ("8", "ITCZapfDingbats", Mark.cross),
        ("☐", "", Mark.open_box),
        ("x", "", Mark.doubtful_cross),
        (">", "", Mark.doubtful_tick),
        ("4", "Sans", None),
        ("P", "Sans", None),
        ("ok", "", None),
    ],
)
def test_what_a_glyph_says(text: str, font: str, mark: Mark | None) -> None:
    assert mark_of(text, font) is mark


def test_marks_are_judged_together() -> None:
    assert judge([Mark.tick, Mark.doubtful_cross, Mark.cross]) == (True, False, False)
    assert judge([Mark.doubtful_cross, Mark.doubtful_cross]) == (None, None)
    assert judge([Mark.doubtful_tick, Mark.doubtful_cross]) == (True, False)
    assert judge([Mark.doubtful_tick]) == (None,)
    assert judge([Mark.crossed_box, Mark.open_box]) == (True, False)
    assert judge([Mark.tick, Mark.crossed_box]) == (True, False)
    assert judge([Mark.crossed_box]) == (None,)


def test_drawn_ticks_and_crosses() -> None:
    assert drawn_mark([[(0, 6), (4, 10), (10, 0)]]) is True
    assert drawn_mark([[(0, 6), (1.5, 4.5), (4, 7), (9, 0), (10, 1.5), (4, 10)]]) is True
    assert drawn_mark([[(0, 0), (8, 8)], [(8, 0), (0, 8)]]) is False
    outline = [
        (0, 2),
        (2, 0),
        (5, 3.4),
        (8, 0),
        (10, 2),
        (6.6, 5),
        (10, 8),
        (8, 10),
        (5, 6.6),
        (2, 10),
        (0, 8),
        (3.4, 5),
    ]
    assert drawn_mark([outline]) is False


def test_other_drawings_are_neither() -> None:
    assert drawn_mark([[(0, 0), (8, 0), (8, 8), (0, 8)]]) is None
    assert drawn_mark([[(4, 0), (8, 4), (4, 8), (0, 4)]]) is None
    assert drawn_mark([[(0, 0), (8, 8)]]) is None
    assert drawn_mark([[(0, 0), (80, 80)], [(80, 0), (0, 80)]]) is None
    assert drawn_mark([[(0, 0), (5, 10), (10, 0)]]) is None
