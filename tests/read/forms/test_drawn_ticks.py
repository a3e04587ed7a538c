"""Ticks and crosses drawn in a grid without rules become words; icons and bullets do not."""

from __future__ import annotations

from report_extract.read.forms.drawn import with_marks
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage


def _tick(page: WrittenPage, x: float, y: float) -> None:
    page.path([(x - 4, y), (x - 1, y + 3), (x + 4, y - 5)])


def _cross(page: WrittenPage, x: float, y: float) -> None:
    page.path([(x - 4, y - 4), (x + 4, y + 4)])
    page.path([(x + 4, y - 4), (x - 4, y + 4)])


def test_a_grid_without_rules() -> None:
    page = WrittenPage()
    page.row(["Agency", "May", "Nov"], [60, 220, 300], 100, bold=True)
    for k, (name, first, second) in enumerate((("Police", 1, 1), ("Health", 1, 0), ("Schools", 0, 1), ("Fire", 1, 1))):
        page.text(name, 60, 120 + 20 * k)
        for x, present in ((230, first), (310, second)):
            (_tick if present else _cross)(page, x, 125 + 20 * k)
    read = grid(only(with_marks(page.raw())))
    assert read[1:] == [
        ["Police", True, True],
        ["Health", True, False],
        ["Schools", False, True],
        ["Fire", True, True],
    ]


def test_bullets_and_cards() -> None:
    bullets = WrittenPage()
    cards = WrittenPage()
    for k in range(4):
        _tick(bullets, 60, 105 + 20 * k)
        bullets.text("Toolkit in use", 75, 100 + 20 * k)
        for x in (60, 300):
            _tick(cards, x, 105 + 60 * k)
            cards.text("Toolkit in use", x + 15, 100 + 60 * k)
    for page in (bullets.raw(), cards.raw()):
        assert with_marks(page) is page
