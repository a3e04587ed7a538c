"""Tables whose only rules are the colours of their cells."""

from __future__ import annotations

from report_extract.read.tables.find import find_tables
from tests.read.layout.columns import sentences, set_text
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage

RATINGS = [["Standard", "Police", "Health"], ["Supervision", "Met", "Not met"], ["Induction", "Partly", "Met"]]
RATINGS.append(["Recording", "Met", "Met"])


def _tiles(page: WrittenPage, joint: float, *, height: float = 20.0) -> None:
    for r in range(4):
        for k in range(3):
            left, top = 50.0 + 120.0 * k, 100.0 + (height + joint) * r
            page.fill(left, top, left + 120.0 - joint, top + height, "#222222" if r == 0 else f"#{k}{r}cc99")


def test_tiles_with_white_joints_are_cells() -> None:
    page = WrittenPage()
    _tiles(page, 3.0)
    for r, row in enumerate(RATINGS):
        page.row(row, [55, 175, 295], 104 + 23 * r)
    assert grid(only(page.raw())) == RATINGS


def test_boxes_that_stand_apart_are_no_cells() -> None:
    page = WrittenPage()
    _tiles(page, 12.0, height=55.0)
    for r in range(4):
        for k in range(3):
            set_text(page, sentences(r * 3 + k, 1)[:40], 55.0 + 120.0 * k, 104.0 + 67.0 * r, 98.0)
    assert find_tables(page.raw()) == ()


def test_coloured_rows_of_several_lines_with_white_rows_of_one_between() -> None:
    page = WrittenPage()
    page.row(["Aim", "Step"], [55, 255], 104, bold=True, color="#ffffff")
    for x in (50.0, 250.0):
        page.fill(x, 100.0, x + 200.0, 118.0, "#117864")
        page.fill(x, 118.0, x + 200.0, 172.0, "#d1f2eb")
        page.fill(x, 190.0, x + 200.0, 244.0, "#d1f2eb")
    for top in (122.0, 194.0):
        set_text(page, "Children are heard before a plan is made for them", 55.0, top, 150.0)
        set_text(page, "A tool was tried in three schools and is used by all", 255.0, top, 150.0)
    page.row(["Fathers", "Letters to both"], [55, 255], 176)
    page.row(["Moves", "A meeting"], [55, 255], 248)
    table = only(page.raw())
    assert [row[0] for row in grid(table)] == [
        "Aim",
        "Children are heard before a plan is made for them",
        "Fathers",
        "Children are heard before a plan is made for them",
        "Moves",
    ]
