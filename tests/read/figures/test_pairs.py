"""Big numbers and their captions."""

from __future__ import annotations

from report_extract.assignment import assign
from report_extract.read.figures.find import find_figures
from report_extract.read.rawpage import RawPage
from tests.read.written_page import WrittenPage, said


def pairs(page: RawPage) -> dict[str, str]:
    return {said((f.figure.value,)): said(f.figure.label) for f in find_figures(page)}


def landscape() -> WrittenPage:
    return WrittenPage(width=842, height=595)


def circle(page: WrittenPage, number: str, x: float, y: float, *, size: float = 16) -> None:
    page.fill(x - 30, y - 30, x + 30, y + 30)
    page.text(number, x, y - size / 2, size=size, bold=True, color="#ffffff", align="center")


def test_captions_beneath_beside_and_above() -> None:
    page = landscape()
    circle(page, "713", 100, 150)
    page.text("children under 18", 100, 184, size=8, align="center")
    page.text("at the census", 100, 194, size=8, align="center")
    circle(page, "26", 300, 150)
    page.text("family meetings", 335, 130, size=8)
    page.text("held this year", 335, 140, size=8)
    circle(page, "250", 600, 150)
    page.text("children with a plan", 600, 108, size=8, align="center")
    assert pairs(page.raw()) == {
        "713": "children under 18 at the census",
        "26": "family meetings held this year",
        "250": "children with a plan",
    }


def test_a_caption_is_not_stolen_by_the_neighbour_above() -> None:
    page = landscape()
    for row, name in enumerate(["contacts", "referrals", "assessments"]):
        circle(page, str(101 * (row + 1)), 100, 120 + 100 * row)
        page.text(f"{name} with the hub", 100, 120 + 100 * row + 44, size=8, align="center")
    assert pairs(page.raw()) == {
        "101": "contacts with the hub",
        "202": "referrals with the hub",
        "303": "assessments with the hub",
    }


def test_shares_views_and_words_of_measure_belong_to_the_number() -> None:
    page = landscape()
    for k, (number, name) in enumerate(
        [("11,553 (66%)", "visitors from here"), ("7,754 views", "of the home page"), ("9 in 10", "visits on time")]
    ):
        page.fill(40 + 230 * k, 120, 140 + 230 * k, 180)
        page.text(number, 90 + 230 * k, 146, size=9, bold=True, color="#ffffff", align="center")
        page.text(name, 145 + 230 * k, 146, size=8)
    assert list(pairs(page.raw())) == ["11,553 (66%)", "7,754 views", "9 in 10"]


def test_large_type_without_a_shape() -> None:
    page = landscape()
    for k, (number, name) in enumerate([("3,310", "referrals received"), ("21%", "made again"), ("146", "in care")]):
        page.text(number, 60 + 200 * k, 100, size=34, bold=True)
        page.text(name, 60 + 200 * k, 140, size=10)
    for k in range(6):
        page.text("In the year 3,310 referrals came in and 21% of them had been made before", 60, 260 + 14 * k)
    assert pairs(page.raw()) == {"3,310": "referrals received", "21%": "made again", "146": "in care"}


def test_number_and_caption_on_one_line() -> None:
    page = landscape()
    page.text("463", 60, 100, size=30, bold=True)
    page.text("contacts to the hub", 112, 114, size=10)
    for k in range(8):
        page.text("Text of the page in its usual size of type.", 60, 200 + 14 * k)
    assert pairs(page.raw()) == {"463": "contacts to the hub"}


def test_what_is_no_figure() -> None:
    page = landscape()
    page.text("Our year 2023/24", 60, 60, size=24, bold=True)
    page.text("2024", 60, 100, size=30, bold=True)
    page.text("in review", 60, 134, size=10)
    page.text("12", 790, 570, size=20, bold=True)
    page.text("2 Priorities", 60, 180, size=24, bold=True)
    for k in range(10):
        page.text("The partners heard of 463 contacts and of 12 children in 2023 and 2024.", 60, 230 + 14 * k)
    assert find_figures(page.raw()) == ()


def test_steps_are_no_figures() -> None:
    page = landscape()
    for k in range(4):
        circle(page, str(k + 1), 80, 100 + 90 * k)
        page.text("What the partners will do next", 120, 96 + 90 * k)
    assert find_figures(page.raw()) == ()


def test_words_of_tables_are_left_alone() -> None:
    page = landscape()
    circle(page, "713", 100, 150)
    page.text("children", 100, 184, size=8, align="center")
    assert find_figures(page.raw(), taken=frozenset({0})) == ()


def test_assignment_takes_the_least_sum_and_leaves_what_is_too_dear() -> None:
    assert assign([[1.0, 2.0], [2.0, 9.0]], limit=10.0) == {0: 1, 1: 0}
    assert assign([[1.0], [2.0]], limit=10.0) == {0: 0}
    assert assign([[50.0]], limit=10.0) == {}
    assert assign([], limit=10.0) == {}
    assert assign([[], []], limit=10.0) == {}


def test_numbering_days_and_emergency_calls_are_no_figures() -> None:
    page = landscape()
    for k, (number, name) in enumerate([("4", "Safe at home"), ("5", "Safe at school"), ("6", "Safe online")]):
        circle(page, number, 80, 100 + 90 * k)
        page.text(name, 120, 96 + 90 * k)
    page.text("02", 300, 100, size=30, bold=True)
    page.text("Our partners", 300, 134)
    page.text("999", 450, 100, size=30, bold=True)
    page.text("in an emergency", 450, 134)
    page.text("21", 600, 100, size=30, bold=True)
    page.text("January", 600, 134)
    assert find_figures(page.raw()) == ()


def test_one_small_number_alone_is_a_marker() -> None:
    page = landscape()
    circle(page, "3", 80, 100)
    page.text("Families at the table", 120, 96)
    assert find_figures(page.raw()) == ()


def test_a_part_of_a_paragraph_is_no_caption() -> None:
    page = WrittenPage()
    for k in range(3):
        page.text("The executive met four times in the year and heard from every locality in turn.", 40, 200 + 14 * k)
    page.fill(60, 245, 110, 275, "#0b7a75")
    page.text("18", 85, 252, size=12, align="center", color="#ffffff")
    page.text("See the appendix for figures of all kinds.", 40, 400)
    page.text("463", 300, 600, size=28)
    page.text("children looked after", 300, 632)
    assert pairs(page.raw()) == {"463": "children looked after"}


def test_arrows_on_either_side_of_a_number() -> None:
    page = WrittenPage()
    for k in range(8):
        page.text("The executive met four times in the year and heard from every locality.", 40, 400 + 14 * k)
    page.text("463 ↑", 60, 200, size=26)
    page.text("children looked after", 60, 232)
    page.text("▼ 188", 300, 200, size=26)
    page.text("protection plans", 300, 232)
    assert pairs(page.raw()) == {"463 ↑": "children looked after", "▼ 188": "protection plans"}


def test_what_the_number_was_is_not_what_it_counts() -> None:
    page = WrittenPage()
    for k in range(8):
        page.text("The executive met four times in the year and heard from every locality.", 40, 400 + 14 * k)
    for x, number, name, before in (
        (60, "4,877", "Contacts", "(4,502 last year)"),
        (300, "188", "Protection plans", "from 195 in 2022/23"),
    ):
        page.text(name, x, 180, size=9)
        page.text(number, x, 196, size=26)
        page.text(before, x, 226, size=8)
    assert pairs(page.raw()) == {"4,877": "Contacts", "188": "Protection plans"}
