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


def test_labels_above_their_numbers_and_small_print_beneath() -> None:
    page = WrittenPage()
    stacks = [
        ("Homes visited", "402", "65 per 10,000"),
        ("Plans at year end", "298", "334 last year"),
        ("Young people helped", "744", "both towns"),
        ("Calls answered", "121", None),
    ]
    for k, (label, number, note) in enumerate(stacks):
        y = 100 + 64 * k
        page.text(label, 420, y, size=8.4)
        page.text(number, 420, y + 12, size=19, bold=True)
        if note:
            page.text(note, 420, y + 33, size=7.6)
        for dot in range(60):
            page.fill(420 + 2 * dot, y + 50, 420.8 + 2 * dot, y + 50.8)
    assert pairs(page.raw()) == {number: label for label, number, _ in stacks}


def test_small_print_of_one_size_goes_with_the_rule_of_its_column() -> None:
    page = WrittenPage()
    for k, (label, number) in enumerate([("Homes", "402"), ("Plans", "298"), ("Calls", "744"), ("Visits", "121")]):
        page.text(label, 420, 100 + 60 * k, size=8)
        page.text(number, 420, 112 + 60 * k, size=19, bold=True)
    page.text("in both towns", 420, 254, size=8)
    assert pairs(page.raw()) == {"402": "Homes", "298": "Plans", "744": "Calls", "121": "Visits"}


def _was_and_now(page: WrittenPage, y: float, was: str, now: str, caption: str, *, dated: bool = True) -> None:
    page.text(was, 130, y + 4, size=15, bold=True, align="center")
    page.text("→", 180, y + 8, size=10, align="center")
    page.text(now, 230, y, size=20, bold=True, align="center")
    if dated:
        page.text("2021/22", 130, y + 23, size=7, align="center")
        page.text("2022/23", 230, y + 25, size=7, align="center")
    page.text(caption, 180, y + 40, size=8, align="center")


def test_was_and_now_share_the_caption_beneath_them() -> None:
    page = landscape()
    page.text("AT THE DOOR", 90, 80, size=9, bold=True)
    _was_and_now(page, 100, "5,210", "5,874", "calls to the hub")
    _was_and_now(page, 165, "1,466", "1,392", "cases taken on")
    _was_and_now(page, 230, "19%", "22%", "came back within the year")
    page.text("Rate of visits: 78 for every town", 330, 235, size=10)
    assert pairs(page.raw()) == {
        "5,210": "calls to the hub 2021/22",
        "5,874": "calls to the hub 2022/23",
        "1,466": "cases taken on 2021/22",
        "1,392": "cases taken on 2022/23",
        "19%": "came back within the year 2021/22",
        "22%": "came back within the year 2022/23",
    }


def test_was_and_now_own_each_word_once() -> None:
    page = landscape()
    _was_and_now(page, 100, "5,210", "5,874", "calls to the hub")
    found = find_figures(page.raw())
    owned = [i for figure in found for i in figure.owned]
    assert sorted(owned) == list(range(len(page.words)))


def test_without_dates_only_the_last_number_is_what_the_caption_counts() -> None:
    page = landscape()
    _was_and_now(page, 100, "63%", "71%", "seen in three days", dated=False)
    _was_and_now(page, 165, "48%", "52%", "plans on time", dated=False)
    assert pairs(page.raw()) == {"71%": "seen in three days", "52%": "plans on time"}


def test_three_times_in_a_row() -> None:
    page = landscape()
    for k, (number, year) in enumerate([("81", "2020"), ("93", "2021"), ("97", "2022")]):
        page.text(number, 130 + 90 * k, 100, size=18, bold=True, align="center")
        page.text(year, 130 + 90 * k, 122, size=7, align="center")
        if k:
            page.text("➜", 85 + 90 * k, 106, size=10, align="center")
    page.text("children helped by the panel", 220, 138, size=8, align="center")
    label = "children helped by the panel"
    assert pairs(page.raw()) == {"81": f"{label} 2020", "93": f"{label} 2021", "97": f"{label} 2022"}


def test_numbers_side_by_side_without_an_arrow_keep_their_own_captions() -> None:
    page = landscape()
    for k, (number, year, name) in enumerate([("81", "2020", "girls"), ("93", "2021", "boys")]):
        page.text(number, 130 + 90 * k, 100, size=18, bold=True, align="center")
        page.text(year, 130 + 90 * k, 122, size=7, align="center")
        page.text(f"{name} helped", 130 + 90 * k, 134, size=8, align="center")
    assert pairs(page.raw()) == {"81": "girls helped", "93": "boys helped"}


def test_icons_between_tiles_are_no_arrows() -> None:
    page = landscape()
    for k, (number, name) in enumerate([("812", "visits made"), ("430", "homes seen")]):
        page.path([(70 + 120 * k, 104), (86 + 120 * k, 104), (78 + 120 * k, 120), (70 + 120 * k, 104)], fill="#123456")
        page.text(number, 130 + 120 * k, 100, size=20, bold=True, align="center")
        page.text(name, 130 + 120 * k, 124, size=8, align="center")
    assert pairs(page.raw()) == {"812": "visits made", "430": "homes seen"}


def test_drawn_arrows_between_dated_numbers() -> None:
    page = landscape()
    for x, number, year in ((130, "812", "2021/22"), (230, "905", "2022/23")):
        page.text(number, x, 100, size=20, bold=True, align="center")
        page.text(year, x, 123, size=7, align="center")
    page.path([(170, 106), (190, 110), (170, 114), (170, 106)], fill="#123456")
    page.text("visits made", 180, 136, size=8, align="center")
    assert pairs(page.raw()) == {"812": "visits made 2021/22", "905": "visits made 2022/23"}


def test_remarks_of_the_captions_size_are_no_part_of_it() -> None:
    page = landscape()
    tiles = [
        ("4,210", "calls to the hub", "3,980 in 2021/22", "#000000"),
        ("612", "families helped", "▼ 4% on last year", "#000000"),
        ("83%", "plans on time", "Target: 90%", "#000000"),
        ("147", "plans at year end", "41 per 10,000", "#777777"),
        ("733", "children not at home", "involving 268 children", "#777777"),
    ]
    for k, (number, caption, remark, ink) in enumerate(tiles):
        page.text(number, 90 + 150 * k, 100, size=24, bold=True, align="center")
        page.text(caption, 90 + 150 * k, 128, size=9, align="center")
        page.text(remark, 90 + 150 * k, 139, size=9, align="center", color=ink)
    assert pairs(page.raw()) == {number: caption for number, caption, _, _ in tiles}


def test_a_caption_may_go_on_with_a_number() -> None:
    page = landscape()
    page.text("87%", 90, 100, size=24, bold=True, align="center")
    page.text("assessments completed", 90, 128, size=9, align="center")
    page.text("in 45 working days", 90, 139, size=9, align="center")
    assert pairs(page.raw()) == {"87%": "assessments completed in 45 working days"}


def test_remarks_of_one_size_beneath_are_not_taken_for_the_label_above() -> None:
    page = landscape()
    for k, (label, number, remark) in enumerate(
        [("Homes", "402", "65 per 10,000"), ("Plans", "298", "334 last year"), ("Visits", "121", "from 88")]
    ):
        page.text(label, 100 + 150 * k, 100, size=9)
        page.text(number, 100 + 150 * k, 111, size=22, bold=True)
        page.text(remark, 100 + 150 * k, 135, size=9)
    assert pairs(page.raw()) == {"402": "Homes", "298": "Plans", "121": "Visits"}
