"""Values of column and bar charts with their categories and series."""

from __future__ import annotations

from report_extract.read.figures.find import FoundFigure, find_figures
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.find import find_tables
from tests.read.written_page import WrittenPage, said

FIRST, SECOND = "#123a5a", "#0b7a75"
BASE = 400.0


def values(page: RawPage) -> list[tuple[str, str | None, str]]:
    return [(f.figure.category or "", f.figure.series, said((f.figure.value,))) for f in find_figures(page)]


def columns(page: WrittenPage, data: list[tuple[str, int, int]], *, framed: bool = True) -> None:
    if framed:
        page.fill(40, 180, 520, 460, "#f4f6f8")
    page.text("Contacts by year", 280, 190, size=9, bold=True, align="center")
    for tick in range(0, 200, 50):
        page.line(80, BASE - tick, 500, BASE - tick)
        page.text(str(tick), 74, BASE - tick - 4, size=7, align="right")
    for k, (name, before, now) in enumerate(data):
        x = 100 + 100 * k
        for j, (value, color) in enumerate(((before, FIRST), (now, SECOND))):
            if value:
                page.fill(x + 25 * j, BASE - value, x + 25 * j + 25, BASE, color)
            page.text(str(value), x + 25 * j + 12.5, BASE - value - 9, size=7, align="center")
        page.text(name, x + 25, BASE + 5, size=7, align="center")
    for j, (name, color) in enumerate((("2022/23", FIRST), ("2023/24", SECOND))):
        page.fill(100 + 90 * j, 430, 107 + 90 * j, 437, color)
        page.text(name, 111 + 90 * j, 430, size=7)


DATA = [("Police", 66, 44), ("Health", 10, 19), ("Own advice", 38, 0), ("Schools", 128, 121)]
EXPECTED = [
    triple for name, before, now in DATA for triple in ((name, "2022/23", str(before)), (name, "2023/24", str(now)))
]


def test_two_series_with_a_zero() -> None:
    page = WrittenPage()
    columns(page, DATA)
    assert values(page.raw()) == EXPECTED


def test_the_same_without_a_background() -> None:
    page = WrittenPage()
    columns(page, DATA, framed=False)
    for k in range(5):
        page.text("Contacts rose from 66 to 128 in 2023 as the chart shows.", 60, 520 + 14 * k)
    assert values(page.raw()) == EXPECTED


def test_title_and_ticks_are_kept_apart_from_the_values() -> None:
    page = WrittenPage()
    columns(page, DATA)
    first, *others = find_figures(page.raw())
    assert first.figure.title == "Contacts by year"
    left = " ".join(said((line,)) for line in first.leftover)
    assert left == "Contacts by year 150 100 50 0"
    assert all(f.leftover == () and f.group == first.group for f in others)


def test_lying_bars() -> None:
    page = WrittenPage()
    for k, (name, value) in enumerate([("Police", 220), ("Schools and colleges", 160), ("Housing", 40)]):
        page.text(name, 150, 105 + 24 * k, size=8, align="right")
        page.fill(156, 100 + 24 * k, 156 + value, 116 + 24 * k)
        page.text(str(value), 160 + value, 105 + 24 * k, size=8)
    for tick in (0, 100, 200):
        page.text(str(tick), 156 + tick, 180, size=8, align="center")
    assert values(page.raw()) == [
        ("Police", None, "220"),
        ("Schools and colleges", None, "160"),
        ("Housing", None, "40"),
    ]


def test_a_chart_is_no_table_and_a_table_no_chart() -> None:
    page = WrittenPage()
    columns(page, DATA)
    assert find_tables(page.raw()) == ()
    table = WrittenPage()
    for k in range(4):
        table.fill(50, 100 + 20 * k, 200, 120 + 20 * k, "#eeeeee")
        table.fill(200, 100 + 20 * k, 300, 120 + 20 * k, "#dddddd")
        table.row([f"Row {chr(65 + k)}", str(10 + k)], [55, 205], 105 + 20 * k)
    assert find_figures(table.raw()) == ()
    assert len(find_tables(table.raw())) == 1


def test_bars_without_value_labels_say_no_numbers() -> None:
    page = WrittenPage()
    for k in range(4):
        page.fill(100 + 40 * k, 300 - 20 * k, 120 + 40 * k, 400)
        page.text("Name", 110 + 40 * k, 405, size=8, align="center")
    for tick in (0, 50, 100):
        page.text(str(tick), 90, 396 - tick, size=8, align="right")
    assert find_figures(page.raw()) == ()


def found_words(figure: FoundFigure) -> set[str]:
    parts = (figure.figure.value, *figure.figure.label, *figure.leftover)
    return {w.text for line in parts for w in line.words}


def test_each_value_says_its_legend_but_only_the_first_owns_it() -> None:
    page = WrittenPage()
    columns(page, DATA)
    raw = page.raw()
    figures = find_figures(raw)
    assert sum(len(f.owned) for f in figures) == len(frozenset().union(*(f.owned for f in figures)))
    assert all("2022/23" in found_words(f) for f in figures if f.figure.series == "2022/23")


def test_names_that_touch_are_parted_at_the_border() -> None:
    page = WrittenPage()
    columns(page, [("Police", 60, 44), ("School", 50, 19), ("Nursery", 38, 20)])
    names = {w.text: k for k, w in enumerate(page.words)}
    left, right = page.words[names["School"]], page.words[names["Nursery"]]
    glued = left._replace(text="School supportNursery", box=left.box._replace(x1=right.box.x1, x0=left.box.x0))
    page.words[names["School"]] = glued._replace(text="supportNursery", box=glued.box._replace(x0=220.0, x1=320.0))
    del page.words[names["Nursery"]]
    categories = [v[0] for v in values(page.raw())]
    assert categories == ["Police", "Police", "support", "support", "Nursery", "Nursery"]


def stacks(page: WrittenPage, labels: list[list[int]], lengths: list[list[int]]) -> None:
    colors = [FIRST, SECOND, "#c0392b"]
    for k, (numbers, parts) in enumerate(zip(labels, lengths, strict=True)):
        y = BASE
        for number, length, color in zip(numbers, parts, colors, strict=True):
            page.fill(100 + 90 * k, y - length, 150 + 90 * k, y, color)
            page.text(str(number), 125 + 90 * k, y - length / 2 - 4, size=8, align="center", color="#ffffff")
            y -= length
        page.text(f"202{k}/2{k + 1}", 125 + 90 * k, BASE + 6, size=8, align="center")
    for j, (name, color) in enumerate(zip(("Police", "Health", "Schools"), colors, strict=True)):
        page.fill(100 + 90 * j, 430, 107 + 90 * j, 437, color)
        page.text(name, 111 + 90 * j, 429, size=8)


STACKS = [[40, 25, 10], [46, 31, 12], [38, 35, 18]]


def test_stacked_columns() -> None:
    page = WrittenPage()
    stacks(page, STACKS, [[2 * n for n in column] for column in STACKS])
    expected = {
        (f"202{k}/2{k + 1}", name, str(number))
        for k, column in enumerate(STACKS)
        for name, number in zip(("Police", "Health", "Schools"), column, strict=True)
    }
    assert set(values(page.raw())) == expected


def test_numbers_that_do_not_fit_the_lengths_of_their_segments_are_not_read() -> None:
    page = WrittenPage()
    stacks(page, [[10, 25, 40], [46, 31, 12], [38, 35, 18]], [[2 * n for n in column] for column in STACKS])
    assert values(page.raw()) == []


def test_columns_with_round_corners() -> None:
    page = WrittenPage()
    for k, (name, height) in enumerate((("Police", 120), ("Health", 80), ("Schools", 40))):
        x0, x1, top = 100.0 + 80 * k, 140.0 + 80 * k, BASE - height
        page.path(
            [
                *((x0, BASE), (x0, top + 6), (x0, top + 2), (x0 + 2, top), (x0 + 6, top)),
                *((x1 - 6, top), (x1 - 2, top), (x1, top + 2), (x1, top + 6), (x1, BASE), (x0, BASE)),
            ],
            fill=FIRST,
        )
        page.text(str(height), (x0 + x1) / 2, top - 11, size=8, align="center")
        page.text(name, (x0 + x1) / 2, BASE + 5, size=8, align="center")
    assert values(page.raw()) == [("Police", None, "120"), ("Health", None, "80"), ("Schools", None, "40")]


def test_the_cells_of_a_header_are_no_columns() -> None:
    page = WrittenPage()
    page.fill(60, 100, 140, 140, FIRST)
    page.text("Agency", 70, 115, color="#ffffff")
    for k in range(2):
        page.fill(140 + 120 * k, 100, 260 + 120 * k, 120, FIRST)
        page.text(f"202{k + 2}/2{k + 3}", 200 + 120 * k, 105, align="center", color="#ffffff")
        for j, name in enumerate(("Invited", "Attended")):
            page.fill(140 + 120 * k + 60 * j, 120, 200 + 120 * k + 60 * j, 140, FIRST)
            page.text(name, 170 + 120 * k + 60 * j, 125, align="center", size=8, color="#ffffff")
    for n, name in enumerate(("Police", "Health", "Housing")):
        page.row([name, "6", "5", "6", "4"], [70, 165, 225, 285, 345], 145 + 20 * n)
    assert values(page.raw()) == []


def _lying(page: WrittenPage, names: list[str], *, end: float = 356) -> None:
    for k, name in enumerate(names):
        page.text(name, end, 116 + 18 * k, size=8, align="right")
        page.fill(360, 116 + 18 * k, 400 + 20 * k, 126 + 18 * k, FIRST)
        page.text(str(17 + k), 404 + 20 * k, 116 + 18 * k, size=8)


def test_names_of_lying_bars_end_at_the_gutter_of_the_page() -> None:
    page = WrittenPage(width=842, height=595)
    page.text("Plans by kind on the last", 300, 80, bold=True)
    page.text("day of March", 300, 94, bold=True)
    _lying(page, ["Neglect", "Shouting", "Hitting", "Other harm"])
    for k in range(9):
        page.text("We wanted fewer children to be harmed", 60, 80 + 13 * k, size=10, bold=k == 0)
    found = find_figures(page.raw())
    assert values(page.raw()) == [
        ("Neglect", None, "17"), ("Shouting", None, "18"), ("Hitting", None, "19"), ("Other harm", None, "20"),
    ]  # fmt: skip
    assert {f.figure.title for f in found} == {"Plans by kind on the last day of March"}


def test_a_short_title_left_of_the_names_stays_where_no_text_stands_beside() -> None:
    page = WrittenPage(width=842, height=595)
    page.text("Age", 290, 96, bold=True)
    _lying(page, ["0-4", "5-9"], end=356)
    assert {f.figure.title for f in find_figures(page.raw())} == {"Age"}
