"""Tables with rules between the rows only, and without rules."""

from __future__ import annotations

import itertools

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


def test_header_over_the_first_rule_sections_and_a_total_under_the_last() -> None:
    page = WrittenPage()
    xs = [60.0, 300.0, 400.0]
    page.row(["", "2022/23 £", "2023/24 £"], xs, 100, bold=True)
    page.line(55, 118, 480, 118)
    rows = [
        ["Income", "", ""],
        ["Councils", "(120,000)", "(126,500)"],
        ["Police", "(12,300)", "(12,300)"],
        ["Health", "(4,000)", "(4,100)"],
        ["Total income", "(136,300)", "(142,900)"],
        ["Expenditure", "", ""],
        ["Salaries", "131,000", "136,000"],
        ["Venue hire", "1,870", "2,015"],
        ["Carried on", "3,430", "4,885"],
        ["Total expenditure", "136,300", "142,900"],
    ]
    for k, row in enumerate(rows):
        page.row(row, xs, 122 + 20 * k, bold=k in (0, 4, 5, 9))
    page.line(55, 198, 480, 198)
    page.line(55, 298, 480, 298)
    table = only(page.raw())
    assert grid(table) == [["", "2022/23 £", "2023/24 £"], *rows]
    assert table.header_rows == 1


def test_years_are_the_labels_of_a_table_beside_a_column_of_text() -> None:
    page = WrittenPage()
    for k in range(12):
        page.text("The executive met and heard from each locality", 40, 90 + 13 * k, size=10)
    rows = [["Year", "Contacts", "Referrals"], ["2021/22", "4,120", "1,204"], ["2022/23", "4,502", "1,310"]]
    rows += [["2023/24", "4,877", "1,298"], ["2024/25", "4,901", "1,277"]]
    for k, row in enumerate(rows):
        page.row(row, [330, 420, 500], 96 + 19 * k, bold=k == 0)
    assert grid(only(page.raw())) == rows


def test_narrow_columns_wrap_their_headers() -> None:
    page = WrittenPage()
    xs = [60.0, 220.0, 290.0, 360.0]
    for k, row in enumerate((["", "Children", "", "Change on"], ["", "on a", "Rate per", "previous"])):
        page.row(row, xs, 100 + 12 * k, bold=True)
    page.row(["Locality", "plan", "10,000", "year"], xs, 124, bold=True)
    body = [["Saltmarsh", "81", "47.2", "+6"], ["Ashcombe", "64", "39.9", "-11"], ["Kestrel", "67", "51.0", "+2"]]
    body.append(["All", "212", "45.7", "-3"])
    for k, row in enumerate(body):
        page.row(row, xs, 142 + 18 * k)
    table = only(page.raw())
    assert grid(table) == [["Locality", "Children on a plan", "Rate per 10,000", "Change on previous year"], *body]
    assert table.header_rows == 1


def test_white_rows_between_coloured_ones_under_a_coloured_header() -> None:
    page = WrittenPage()
    xs = [60.0, 200.0, 280.0, 360.0]
    for k, color in ((0, "#334455"), (1, "#f2f2f2"), (3, "#f2f2f2")):
        for left, right in itertools.pairwise(xs):
            page.fill(left, 100 + 20 * k, right, 120 + 20 * k, color)
    page.row(["Member", "Spring", "Autumn"], [x + 5 for x in xs[:3]], 105, color="#ffffff")
    rows = [["Nurse", "✓", "Deputy"], ["Commander", "✗", "✓"], ["Head", "✓", "✓"], ["Warden", "✓", "✗"]]
    for k, row in enumerate(rows, 1):
        page.row(row, [x + 5 for x in xs[:3]], 105 + 20 * k)
    page.text("The executive met twice.", 60, 230)
    assert grid(only(page.raw()))[1:] == [
        ["Nurse", True, "Deputy"],
        ["Commander", False, True],
        ["Head", True, True],
        ["Warden", True, False],
    ]


def test_a_group_of_rows_named_between_header_and_first_row() -> None:
    page = WrittenPage()
    xs = [60.0, 260.0, 340.0]
    rows = [["Course", "Places", "Attended"], ["Level 1", "", ""], ["Introduction", "240", "212"]]
    rows += [["Exploitation awareness", "80", "71"], ["Level 3", "", ""], ["Working together", "150", "139"]]
    for k, row in enumerate(rows):
        page.row(row, xs, 100 + 20 * k, bold=k in (0, 1, 4))
    table = only(page.raw())
    assert (grid(table), table.header_rows) == (rows, 1)


def _plain_table(page: WrittenPage, top: float, rows: list[list[str]], xs: list[float]) -> None:
    """A header and rows 18 points apart, a rule from 50 to 400 under each."""
    for k, row in enumerate(rows):
        page.row(row, xs, top + 18 * k + 4, bold=k == 0)
        page.line(50, top + 18 * (k + 1), 400, top + 18 * (k + 1))


def test_tables_of_one_breadth_with_text_between_them_are_two() -> None:
    page = WrittenPage()
    page.line(50, 40, 400, 40)  # under the running header
    page.text("Money and people", 50, 70, size=20, bold=True)
    page.text("What came in", 50, 98, size=14, bold=True)
    _plain_table(
        page, 116, [["Partner", "2021", "2022"], ["Council", "120", "130"], ["Total", "240", "250"]], [55, 250, 340]
    )
    page.text("What went out", 50, 186, size=14, bold=True)
    page.text("The board agreed at its spring meeting that it would", 50, 206, size=11)
    page.text("pay for training from what is left of the year before.", 50, 220, size=11)
    _plain_table(page, 242, [["Cost", "2022"], ["Training", "90"], ["Reviews", "120"]], [55, 340])
    first, second = (grid(f.table) for f in find_tables(page.raw()))
    assert first == [["Partner", "2021", "2022"], ["Council", "120", "130"], ["Total", "240", "250"]]
    assert second == [["Cost", "2022"], ["Training", "90"], ["Reviews", "120"]]


def test_cells_of_several_paragraphs_and_long_rows_stay_in_one_table() -> None:
    page = WrittenPage()
    for y in (100, 120, 190, 210, 230):
        page.line(50, y, 400, y)
    page.row(["Step", "Where we are"], [55, 250], 105, bold=True)
    page.text("Write the guide", 55, 124)
    page.text("Done in spring.", 250, 124)
    page.text("Read by two schools.", 250, 150)
    page.text("Printed in June.", 250, 174)
    page.row(["Train the staff", "Late"], [55, 250], 194)
    page.row(["Ask families", "Begun"], [55, 250], 214)
    assert [row[0] for row in grid(only(page.raw()))] == ["Step", "Write the guide", "Train the staff", "Ask families"]


def test_a_number_in_the_column_beside_the_table_is_no_header() -> None:
    page = WrittenPage()
    _plain_table(
        page, 100, [["", "Ashcombe", "Country"], ["Poor", "12%", "14%"], ["Young", "20%", "21%"]], [55, 250, 355]
    )
    page.text("611", 410, 98, size=16, bold=True)
    assert grid(only(page.raw()))[0] == ["", "Ashcombe", "Country"]


def test_a_line_between_two_tables_that_fits_a_column_of_the_first() -> None:
    page = WrittenPage()
    _plain_table(page, 60, [["Work", "2021", "2022"], ["Calls", "410", "421"], ["Visits", "88", "91"]], [55, 300, 360])
    page.text("One line between them.", 50, 130)
    _plain_table(page, 154, [["Step", "Owner"], ["Guide", "Learning group"], ["Pact", "Councils"]], [55, 280])
    first, second = (grid(f.table) for f in find_tables(page.raw()))
    assert first[-1] == ["Visits", "88", "91"]
    assert second == [["Step", "Owner"], ["Guide", "Learning group"], ["Pact", "Councils"]]


def test_rows_without_rules_between_header_and_last_rule() -> None:
    page = WrittenPage()
    for y in (100, 118, 196):
        page.line(50, y, 400, y)
    page.row(["Risk", "What we do", "State"], [55, 160, 350], 104)
    page.row(["Few homes", "A campaign in spring, and", "Red"], [55, 160, 350], 122)
    page.text("a payment for relatives", 160, 133)
    page.row(["Turnover", "A new grade", "Amber"], [55, 160, 350], 150)
    page.text("In the county", 55, 166)
    page.row(["Waiting", "More clinics", "Green"], [55, 160, 350], 181)
    assert grid(only(page.raw())) == [
        ["Risk", "What we do", "State"],
        ["Few homes", "A campaign in spring, and a payment for relatives", "Red"],
        ["Turnover", "A new grade", "Amber"],
        ["In the county", "", ""],
        ["Waiting", "More clinics", "Green"],
    ]


def test_a_call_out_between_rules_of_the_same_breadth() -> None:
    page = WrittenPage()
    page.text("Courses and costs", 50, 62, size=16, bold=True)
    page.line(50, 58, 400, 58)  # under the running header
    _plain_table(page, 96, [["Course", "Booked"], ["Neglect", "120"], ["Harm", "85"]], [55, 300])
    page.line(50, 160, 400, 160)
    page.text("A call-out says something in two lines that run", 60, 166)
    page.text("over the whole breadth of the tables around it", 60, 178)
    page.line(50, 196, 400, 196)
    page.line(50, 206, 400, 206)
    _plain_table(page, 206, [["Cost", "2022"], ["Training", "90"], ["Reviews", "120"]], [55, 340])
    first, second = (grid(f.table) for f in find_tables(page.raw()))
    assert first == [["Course", "Booked"], ["Neglect", "120"], ["Harm", "85"]]
    assert second == [["Cost", "2022"], ["Training", "90"], ["Reviews", "120"]]


def test_columns_that_stand_closer_than_words_of_a_table_usually_do() -> None:
    page = WrittenPage()
    for y in (100, 120, 146, 172, 198):
        page.line(50, y, 400, y)
    page.row(["No.", "What should change", "Owner"], [55, 74, 195], 105)
    rows = [
        ("1", "Look where every baby", "sleeps, day and nightly", "Health trust", "and council"),
        ("2", "Write with the parents", "a guide about new drugs", "Learning and", "review group"),
        ("3", "Agree how the children", "who move are met there", "Both councils", "of the county"),
    ]
    for k, (number, upper, lower, owner, more) in enumerate(rows):
        page.row([number, upper, owner], [55, 74, 195], 122 + 26 * k)
        page.row([lower, more], [74, 195], 133 + 26 * k)
    expected = [[number, f"{upper} {lower}", f"{owner} {more}"] for number, upper, lower, owner, more in rows]
    assert grid(only(page.raw()))[1:] == expected


def test_a_sentence_under_the_last_rule_is_no_row() -> None:
    page = WrittenPage()
    rows = [["Cost", "2022"], ["Staff", "190"], ["Reviews", "120"], ["Venues", "45"], ["Other", "9"]]
    _plain_table(page, 100, rows, [55, 250])
    page.text("Staff took two thirds of what is there. Gifts of time", 55, 196)
    assert grid(only(page.raw())) == rows


def test_a_narrow_columns_name_fills_it_so_that_the_next_one_is_near() -> None:
    page = WrittenPage()
    for k in range(5):
        page.line(50, 118 + 20 * k, 400, 118 + 20 * k)
    page.row(["No", "Step taken", "Owner"], [52, 67.5, 300], 104, bold=True)
    for k, (step, owner) in enumerate(
        [("A tool for neglect", "Police"), ("Peer audits", "Health"), ("Shared rota", "All"), ("New form", "Council")]
    ):
        page.row([str(k + 1), step, owner], [52, 67.5, 300], 122 + 20 * k)
    table = only(page.raw())
    assert grid(table)[:2] == [["No", "Step taken", "Owner"], ["1", "A tool for neglect", "Police"]]
