"""Headers of two rows without walls: areas over years."""

from __future__ import annotations

import pytest

from report_extract.read.draft import DraftTable
from report_extract.read.tables.find import find_tables
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage, said

RIGHT = [250.0, 330.0, 410.0, 490.0]  # the columns' right edges; their headers are 35 points broad
BROAD = 35.0
BODY = [
    ("Contacts", "4,120", "4,355", "1,684", "1,602"),
    ("Referrals", "1,208", "1,167", "433", "471"),
    ("Plans", "402", "389", "151", "168"),
    ("In care", "731", "748", "362", "355"),
]
RULES = {"rows": (96, 130, 146, 162, 178, 194), "three": (96, 130, 194), "below": (130, 146, 162, 178, 194), "none": ()}


def written(
    upper: list[tuple[str, float, str]], *, rules: str, lower: tuple[str, ...] = ("2022/23", "2023/24") * 2
) -> WrittenPage:
    page = WrittenPage()
    for y in RULES[rules]:
        page.line(50, y, 495, y)
    for text, x, align in upper:
        page.text(text, x, 100, align=align)
    page.text("Measure", 50, 114)
    for text, x in zip(lower, RIGHT, strict=True):
        page.text(text, x, 114, align="right")
    for k, (label, *values) in enumerate(BODY):
        page.text(label, 50, 134 + 16 * k)
        for text, x in zip(values, RIGHT, strict=True):
            page.text(text, x, 134 + 16 * k, align="right")
    return page


def over_columns(table: DraftTable) -> list[str]:
    """What the header says over each column, spanning cells over all that they span."""
    heads = [""] * table.n_columns
    for cell in sorted(table.cells, key=lambda c: c.row):
        if cell.row < table.header_rows:
            for column in range(cell.column, cell.column + cell.column_span):
                heads[column] = f"{heads[column]} {said(cell.lines)}".strip()
    return heads


PLACES = {
    "left": (RIGHT[0] - BROAD, RIGHT[2] - BROAD),
    "center": ((RIGHT[0] - BROAD + RIGHT[1]) / 2, (RIGHT[2] - BROAD + RIGHT[3]) / 2),
    "right": (RIGHT[1], RIGHT[3]),
}


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("align", PLACES)
def test_an_area_belongs_to_all_years_under_it(rules: str, align: str) -> None:
    first, second = PLACES[align]
    table = only(written([("Ashcombe", first, align), ("Vale", second, align)], rules=rules).raw())
    assert over_columns(table) == [
        "Measure",
        "Ashcombe 2022/23",
        "Ashcombe 2023/24",
        "Vale 2022/23",
        "Vale 2023/24",
    ]
    assert grid(table)[table.header_rows] == list(BODY[0])
    assert table.title is None


def test_a_label_said_once_has_no_share_in_the_area_beside_it() -> None:
    middle = (RIGHT[2] - BROAD + RIGHT[3]) / 2
    page = written([("Vale", middle, "center")], rules="rows", lower=("Target", "Trend", "2022/23", "2023/24"))
    assert over_columns(only(page.raw()))[1:3] == ["Target", "Trend"]


def test_headers_of_two_lines_over_single_columns_stay_one_row() -> None:
    upper = [(text, x, "right") for text, x in zip(("Pupils", "Cost", "Pupils", "Cost"), RIGHT, strict=True)]
    table = only(written(upper, rules="rows", lower=("(no.)", "(£)", "(no.)", "(£)")).raw())
    assert over_columns(table)[1:] == ["Pupils (no.)", "Cost (£)", "Pupils (no.)", "Cost (£)"]
    assert all(cell.column_span == 1 for cell in table.cells)


def test_an_area_between_two_groups_is_given_to_neither() -> None:
    between = (RIGHT[1] + RIGHT[2] - BROAD) / 2
    page = written([("Ashcombe and the Vale", between, "center")], rules="rows").raw()
    (found,) = find_tables(page)
    assert over_columns(found.table)[1:] == ["2022/23", "2023/24", "2022/23", "2023/24"]
    assert all(page.words[i].text != "Ashcombe" for i in found.owned)
