"""Ticks drawn as paths in the cells of a ruled table."""

from __future__ import annotations

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
