"""Tables of words that only line up, and what looks like them."""

from __future__ import annotations

import pytest

from report_extract.read.tables.find import find_tables
from tests.read.layout.columns import sentences, set_text
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage

PEOPLE = [
    ["Name", "Role", "Body"],
    ["Bea Lindqvist", "Scrutineer", "Partnership"],
    ["Tomasz Okoro", "Director of nursing", "Saltmarsh trust"],
    ["Hettie Vance", "Superintendent", "Northmere police"],
]
XS = [50.0, 170.0, 330.0]
EQUAL = [50.0, 230.0, 410.0]


def test_short_cells_under_bold_names_are_a_table() -> None:
    page = WrittenPage()
    for k, row in enumerate(PEOPLE):
        page.row(row, XS, 100 + 16 * k, bold=k == 0)
    page.text("Next steps", 50, 180)
    set_text(page, sentences(1), 50, 200, 480)
    table = only(page.raw())
    assert grid(table) == PEOPLE
    assert table.header_rows == 1


def test_cells_of_several_lines_with_white_between_the_rows() -> None:
    page = WrittenPage()
    page.row(["Aim", "Step", "When"], XS, 80, bold=True)
    for k in range(3):
        set_text(page, "Fewer plans", 50, 100 + 40 * k, 100)
        set_text(page, "Ask an outside chair to look at each", 170, 100 + 40 * k, 140)
        set_text(page, "Spring", 330, 100 + 40 * k, 100)
    row = ["Fewer plans", "Ask an outside chair to look at each", "Spring"]
    assert grid(only(page.raw())) == [["Aim", "Step", "When"], row, row, row]


@pytest.mark.parametrize("kind", ["cards", "lists", "persons"])
def test_columns_with_bold_lines_on_top_are_no_table(kind: str) -> None:
    page = WrittenPage()
    for k, x in enumerate(EQUAL):
        page.text(["Listen well", "Learn much", "Lead on"][k], x, 60, bold=True)
        if kind == "cards":
            set_text(page, sentences(k, 4), x, 76, 160)
        else:
            for n in range(3 if kind == "persons" else 4 + k):
                page.text(["Chair", "Ashcombe", "Town hall", "Mill lane", "North", "South"][n], x, 76 + 14 * n)
    assert find_tables(page.raw()) == ()


@pytest.mark.parametrize("names", [["Outcome", "Outcome", "Outcome"], ["Outcome", "Promise", "Measure"]])
def test_running_text_under_bold_names_is_no_table(names: list[str]) -> None:
    page = WrittenPage()
    page.row(names, EQUAL, 60, bold=True)
    lines = [
        "Every visit shows a",
        "strong start and better",
        "fits with the national",
        "rules for children and",
        "for those who care",
        "in good time for all.",
    ]
    for n, words in enumerate(lines):
        page.row([words] * 3, EQUAL, 76 + 14 * n)
    assert find_tables(page.raw()) == ()


def test_a_row_of_totals_with_an_empty_cell_stays_in_a_table_of_figures() -> None:
    page = WrittenPage()
    rows = [["Body", "Paid", "Remark"], ["Council", "£120,000", "as agreed"], ["Police", "£40,000", "one year"]]
    rows += [["Health", "£60,000", "in kind too"], ["Total", "£220,000", ""]]
    for k, row in enumerate(rows):
        page.row(row, XS, 100 + 16 * k, bold=k == 0)
    assert [cell for cell in grid(only(page.raw()))[-1] if cell] == ["Total", "£220,000"]
