"""Tables with rules between the rows only, and without rules."""

from __future__ import annotations

from report_extract.read.tables.find import find_tables
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage

SENTENCE = "The partners met in the year and spoke about what"


def test_rules_between_rows_only() -> None:
    page = WrittenPage()
    for y in (100, 120, 140, 160, 180):
        page.line(50, y, 400, y)
    page.row(["Post", "Holder"], [55, 250], 105, bold=True)
    page.row(["Chair", "Mara Finch of the council"], [55, 250], 125)
    page.row(["Scrutineer", "Owen Larkspur"], [55, 250], 145)
    page.row(["Vice chair", "Lena Orr"], [55, 250], 165)
    table = only(page.raw())
    assert grid(table)[1] == ["Chair", "Mara Finch of the council"]
    assert (table.kind, table.header_rows, table.n_columns) == ("half_ruled", 1, 2)


def test_three_rules_of_a_finance_table() -> None:
    page = WrittenPage()
    for y in (100, 118, 176):
        page.line(50, y, 400, y)
    page.row(["Income", "2023 (£000)"], [50, 340], 104, bold=True)
    for k, (name, value) in enumerate([("Council", "120"), ("Police", "40"), ("Health", "60")]):
        page.text(name, 50, 122 + 18 * k)
        page.text(value, 395, 122 + 18 * k, align="right")
    table = only(page.raw())
    assert grid(table)[1:] == [["Council", "120"], ["Police", "40"], ["Health", "60"]]
    assert table.units == (None, "£000")


def test_bands_of_colour_and_the_white_row_beyond_the_last() -> None:
    page = WrittenPage()
    for y in (100, 140, 180):
        page.fill(50, y, 400, y + 20, "#eef2f5")
    for k, (name, value) in enumerate(
        [("Course", "Places"), ("Neglect", "30"), ("Safety", "45"), ("Risk", "28"), ("Sleep", "19"), ("Faith", "8")]
    ):
        page.row([name, value], [55, 300], 105 + 20 * k)
    assert [r[0] for r in grid(only(page.raw()))] == ["Course", "Neglect", "Safety", "Risk", "Sleep", "Faith"]


def test_rules_across_a_page_of_text_make_no_table() -> None:
    page = WrittenPage()
    for y in (60, 400, 800):
        page.line(50, y, 545, y)
    for k in range(40):
        page.text(SENTENCE, 50, 80 + 16 * k)
        page.text(SENTENCE, 310, 80 + 16 * k)
    assert find_tables(page.raw()) == ()


def attendance(page: WrittenPage, x: float, y: float, tick: str = "✓", cross: str = "✗", font: str = "Sans") -> None:
    page.row(["Member", "Q1", "Q2", "Q3"], [x, x + 130, x + 160, x + 190], y, size=9)
    rows = [("Director", tick, tick, cross), ("Nurse", tick, "", tick), ("Commander", cross, tick, tick)]
    for k, (name, *marks) in enumerate(rows, 1):
        page.text(name, x, y + 14 * k, size=9)
        for j, mark in enumerate(marks):
            if mark:
                page.text(mark, x + 134 + 30 * j, y + 14 * k, size=9, font=font, align="center")


def test_unruled_ticks() -> None:
    page = WrittenPage()
    attendance(page, 60, 200)
    table = only(page.raw())
    assert table.header_rows == 1
    assert grid(table)[1:] == [
        ["Director", True, True, False],
        ["Nurse", True, "", True],
        ["Commander", False, True, True],
    ]


def test_an_unruled_table_in_one_column_of_text() -> None:
    page = WrittenPage()
    for k in range(45):
        page.text("The partners met in the year and spoke about what", 310, 80 + 14 * k, size=9)
        if not 8 <= k <= 14:
            page.text("The partners met in the year and spoke about what", 50, 80 + 14 * k, size=9)
    attendance(page, 60, 80 + 14 * 10)
    (found,) = find_tables(page.raw())
    assert found.table.n_columns == 4
    assert found.box.x1 < 300


def test_header_words_beside_their_values_and_a_wrapped_label() -> None:
    page = WrittenPage()
    page.row(["Category", "Last year", "This year"], [60, 200, 300], 100, bold=True)
    page.row(["Neglect", "41", "44"], [60, 230, 330], 120)
    page.row(["Harm by an adult who", "33", "29"], [60, 230, 330], 140)
    page.text("is not of the family", 60, 151)
    page.row(["Physical", "12", "15"], [60, 230, 330], 171)
    assert grid(only(page.raw())) == [
        ["Category", "Last year", "This year"],
        ["Neglect", "41", "44"],
        ["Harm by an adult who is not of the family", "33", "29"],
        ["Physical", "12", "15"],
    ]


def test_what_only_looks_like_a_table() -> None:
    contents = WrittenPage()
    for k, name in enumerate(["Foreword", "Governance", "Money", "Learning", "Training", "Aims"]):
        contents.text(name, 60, 100 + 18 * k)
        contents.text(str(3 + 4 * k), 480, 100 + 18 * k, align="right")
    assert find_tables(contents.raw()) == ()
    numbered = WrittenPage()
    for k in range(6):
        numbered.text(f"{k + 1}.", 60, 100 + 18 * k)
        numbered.text(SENTENCE, 90, 100 + 18 * k)
    assert find_tables(numbered.raw()) == ()
    columns = WrittenPage()
    for k in range(30):
        columns.text("met 12 times in the year and heard 14", 50, 80 + 14 * k)
        columns.text("families in 2023 and 21 of them in 20", 310, 80 + 14 * k)
    assert find_tables(columns.raw()) == ()


def test_labels_and_values_without_rules_are_a_form() -> None:
    page = WrittenPage()
    for k, (label, value) in enumerate(
        [("Meeting:", "Health and Wellbeing Board"), ("Date:", "14 March 2024"), ("Report of:", "Director of Children")]
    ):
        page.row([label, value], [60, 200], 100 + 16 * k)
    page.text("and Education", 200, 100 + 16 * 3 - 4)
    table = only(page.raw())
    assert table.kind == "form"
    assert grid(table)[2] == ["Report of:", "Director of Children and Education"]


def test_years_may_be_labels() -> None:
    page = WrittenPage()
    for k, (year, contacts) in enumerate([("2019/20", "214"), ("2020/21", "302"), ("2021/22", "376")]):
        page.row([year, contacts], [60, 200], 100 + 16 * k)
    assert grid(only(page.raw()))[0] == ["2019/20", "214"]
