"""Ticks drawn as paths in the cells of a ruled table."""

from __future__ import annotations

from itertools import pairwise

from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage, said


def test_drawn_marks_become_values_and_are_printed_as_signs() -> None:
    page = WrittenPage()
    page.grid([50, 200, 250, 300], [100, 120, 140, 160])
    page.row(["Member", "Q1", "Q2"], [55, 205, 255], 105, bold=True)
    page.text("Director", 55, 125)
    page.text("Nurse", 55, 145)
    page.path([(220, 130), (223, 134), (229, 124)])
    page.path([(270, 125), (278, 133)])
    page.path([(278, 125), (270, 133)])
    page.path([(220, 150), (223, 154), (229, 144)])
    table = only(page.raw())
    assert grid(table)[1:] == [["Director", True, False], ["Nurse", True, ""]]
    assert [said(c.lines) for c in table.cells if c.value is not None] == ["✓", "✗", "✓"]


def test_marks_on_discs_and_between_short_pieces_of_border() -> None:
    page = WrittenPage()
    xs, ys = [50.0, 200.0, 230.0, 260.0], [100.0, 120.0, 140.0]
    for y in ys:
        for left, right in pairwise(xs):
            page.line(left, y, right, y)
    for x in xs:
        for top, bottom in pairwise(ys):
            page.line(x, top, x, bottom)
    page.row(["Member", "Q1", "Q2"], [55, 205, 235], 105, bold=True)
    page.text("Director", 55, 125)
    for x in (215, 245):
        page.path([(x - 6, 130), (x, 124), (x + 6, 130), (x, 136), (x - 6, 130)], fill="#22aa77")
    page.path([(212, 130), (214, 132.5), (218, 127)])
    page.path([(242, 127), (248, 133)])
    page.path([(248, 127), (242, 133)])
    assert grid(only(page.raw())) == [["Member", "Q1", "Q2"], ["Director", True, False]]
