"""Tables whose cells are enclosed by lines, frames or fills."""

from __future__ import annotations

import itertools

from report_extract.read.tables.find import find_tables
from tests.read.tables.reading import grid, only
from tests.read.written_page import WrittenPage, said

XS, YS = [50.0, 200.0, 300.0], [100.0, 120.0, 140.0, 160.0]


def finance(page: WrittenPage, *, dx: float = 0.0) -> None:
    page.row(["Income", "2024 (£)"], [55 + dx, 205 + dx], 105, bold=True)
    page.row(["Northmere Council", "12,000"], [55 + dx, 205 + dx], 125)
    page.row(["Total", "12,000"], [55 + dx, 205 + dx], 145, bold=True)


def test_lines_around_every_cell() -> None:
    page = WrittenPage()
    page.grid(XS, YS)
    finance(page)
    table = only(page.raw())
    assert grid(table) == [["Income", "2024 (£)"], ["Northmere Council", "12,000"], ["Total", "12,000"]]
    assert (table.kind, table.header_rows, table.units) == ("ruled", 1, (None, "£"))
    assert [c.bold for c in table.cells if c.row == 2] == [True, True]


def test_a_frame_around_every_cell_and_small_pieces_of_border() -> None:
    page = WrittenPage()
    for left, right in itertools.pairwise(XS):
        for top, bottom in itertools.pairwise(YS):
            page.frame(left, top, right, bottom)
    finance(page)
    assert grid(only(page.raw()))[1] == ["Northmere Council", "12,000"]


def test_a_header_band_of_one_colour_is_parted_like_the_columns_below() -> None:
    page = WrittenPage()
    page.fill(50, 100, 300, 120)
    page.grid(XS, YS[1:])
    page.row(["Income", "2024"], [55, 205], 105, color="#ffffff")
    page.row(["Council", "1,000"], [55, 205], 125)
    page.row(["Police", "2,000"], [55, 205], 145)
    table = only(page.raw())
    assert grid(table)[0] == ["Income", "2024"]
    assert table.header_rows == 1


def test_two_tables_side_by_side() -> None:
    page = WrittenPage()
    page.grid(XS, YS)
    page.grid([x + 270 for x in XS], YS)
    finance(page)
    finance(page, dx=270)
    assert [round(f.box.x0) for f in find_tables(page.raw())] == [50, 320]


def test_merged_cells_are_spans() -> None:
    page = WrittenPage()
    xs, ys = [50.0, 150.0, 230.0, 310.0], [100.0, 120.0, 140.0, 160.0, 180.0]
    for y in ys:
        page.line(150 if y == 120 else 50, y, 310, y)
    for x in xs:
        page.line(x, 120 if x == 230 else 100, x, 180)
    page.row(["Agency", "Attendance"], [55, 190], 105, bold=True)
    page.row(["2023", "2024"], [160, 240], 125, bold=True)
    page.row(["Police", "80%", "90%"], [55, 160, 240], 145)
    page.row(["Health", "70%", "60%"], [55, 160, 240], 165)
    table = only(page.raw())
    spans = {said(c.lines): (c.row_span, c.column_span) for c in table.cells if c.row_span * c.column_span > 1}
    assert spans == {"Agency": (2, 1), "Attendance": (1, 2)}
    assert table.header_rows == 2


def test_lines_of_a_cell_stay_together() -> None:
    page = WrittenPage()
    page.grid(XS, [100, 120, 160, 180])
    page.row(["Agency", "Note"], [55, 205], 105, bold=True)
    page.text("Probation Service", 55, 125)
    page.text("(London)", 55, 140)
    page.text("from May", 205, 125)
    page.row(["Police", "all year"], [55, 205], 165)
    table = only(page.raw())
    assert grid(table)[1] == ["Probation Service (London)", "from May"]
    assert len(next(c for c in table.cells if (c.row, c.column) == (1, 0)).lines) == 2


def test_rows_without_rules_between_columns_of_lines() -> None:
    page = WrittenPage()
    page.grid(XS, [100, 120, 200])
    page.row(["Course", "Places"], [55, 205], 105, bold=True)
    for k, (name, places) in enumerate([("Neglect", "30"), ("Online safety", "45"), ("Exploitation", "28")]):
        page.row([name, places], [55, 205], 125 + 20 * k)
    assert grid(only(page.raw()))[1:] == [["Neglect", "30"], ["Online safety", "45"], ["Exploitation", "28"]]


def test_a_table_inside_a_call_out_with_a_tab_on_it() -> None:
    page = WrittenPage()
    page.fill(40, 80, 320, 300, "#f5f8fb")
    page.fill(40, 66, 110, 80)
    page.text("EVIDENCE", 45, 68, color="#ffffff", bold=True)
    page.text("The inspectors came in May and judged the service as follows.", 48, 85, size=8)
    page.grid(XS, YS)
    finance(page)
    found = find_tables(page.raw())
    assert [round(f.box.top) for f in found] == [100]


def test_the_tab_of_a_call_out_flush_with_the_table_is_no_row() -> None:
    page = WrittenPage()
    page.grid(XS, YS)
    page.fill(50, 84, 120, 100)
    page.text("EVIDENCE", 55, 87, color="#ffffff")
    finance(page)
    assert grid(only(page.raw()))[0] == ["Income", "2024 (£)"]


def test_boxes_and_strips_are_no_tables() -> None:
    page = WrittenPage(width=842, height=595)
    for k in range(6):  # navigation, flush
        page.fill(30 + 120 * k, 10, 150 + 120 * k, 24, "#dfe6ec" if k else "#123456")
        page.text("PRACTICE", 40 + 120 * k, 12, size=6)
    for k in range(3):  # a stack of boxes around paragraphs
        page.frame(50, 100 + 60 * k, 400, 160 + 60 * k)
        page.text("The partners met and agreed what to do about neglect.", 55, 110 + 60 * k)
    for k in range(2):  # call-outs side by side
        page.frame(430 + 180 * k, 100, 610 + 180 * k, 400)
        for j in range(20):
            page.text("Children said that this mattered", 435 + 180 * k, 105 + 14 * j)
    assert find_tables(page.raw()) == ()


def test_boxes_to_tick_are_left_to_the_forms() -> None:
    page = WrittenPage()
    page.grid([50, 70, 200, 220, 350], [100, 120, 140])
    page.row(["☒", "Information", "☐", "Decision"], [55, 75, 205, 225], 105)
    page.row(["☐", "Discussion", "☐", "Escalation"], [55, 75, 205, 225], 125)
    assert find_tables(page.raw()) == ()


def test_a_form_of_labels_and_values() -> None:
    page = WrittenPage()
    page.grid(XS, YS)
    for k, (label, value) in enumerate([("Meeting", "Cabinet"), ("Date", "14 March"), ("Wards", "All")]):
        page.text(label, 55, 105 + 20 * k, bold=True)
        page.text(value, 205, 105 + 20 * k)
    table = only(page.raw())
    assert (table.kind, table.header_rows) == ("form", 0)


def test_the_title_is_copied_and_its_words_are_not_owned() -> None:
    page = WrittenPage()
    page.text("Table 2: Money", 50, 84, bold=True)
    page.grid(XS, YS)
    finance(page)
    (found,) = find_tables(page.raw())
    assert found.table.title == "Table 2: Money"
    assert found.owned.isdisjoint(range(3))


def test_a_header_row_with_one_filled_cell_names_the_table() -> None:
    page = WrittenPage()
    page.grid(XS, YS)
    page.text("Spending", 55, 105, bold=True)
    page.row(["Reviews", "£10"], [55, 205], 125)
    page.row(["Training", "£20"], [55, 205], 145)
    assert only(page.raw()).title == "Spending"
