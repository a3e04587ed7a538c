"""Two places in one report, and figures that are of neither: whose area it is, and what it was before."""

from __future__ import annotations

from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import REPORTING_YEAR, document_of
from report_extract.model.extraction import Metric
from report_extract.rules.load import load_rules

PREFACE = (
    "# Northmere and Saltmarsh Safeguarding Children Partnership\n\n"
    "Northmere Council and Saltmarsh City Council are partners.\n\n## Figures\n\n"
)
BOTH = "Northmere and Saltmarsh"


def found(text: str, *, preface: str = PREFACE) -> tuple[Metric, ...]:
    return find_metrics(document_of(preface + text), book=load_rules(), reporting_year=REPORTING_YEAR)


def areas(text: str) -> list[tuple[float, str | None]]:
    return [(m.value, m.area) for m in found(text)]


def test_each_figure_has_the_place_beside_it() -> None:
    text = "The rate of referral was 611 for every 10,000 children in Northmere against 390 in Saltmarsh."
    assert areas(text) == [(611, "Northmere"), (390, "Saltmarsh")]
    text = "In Northmere, 62% of children were seen in time; in Saltmarsh it was 81%."
    assert areas(text) == [(62, "Northmere"), (81, "Saltmarsh")]
    assert areas("Northmere has 15 children in such homes and Saltmarsh 9 children.") == [
        (15, "Northmere"),
        (9, "Saltmarsh"),
    ]


def test_elsewhere_is_not_the_place_before() -> None:
    assert areas("There were 40 visits in Northmere, 31 in Saltmarsh and 12 elsewhere.")[-1] == (12, BOTH)


def test_where_a_child_was_brought_is_not_the_area() -> None:
    assert areas("Four children from Northmere were placed in Scotland.") == [(4, "Northmere")]
    assert areas("There were 8,400 such children in England.") == [(8400, "England")]


def test_both_boroughs_are_the_whole() -> None:
    assert areas("In both boroughs together 912 children went missing.") == [(912, BOTH)]


def test_the_first_sentence_of_a_section_holds_only_where_no_other_place_follows() -> None:
    alone = "Northmere is a port.\n\nSome 912 children went missing."
    assert areas(alone) == [(912, "Northmere")]
    assert areas(f"{alone}\n\nIn Saltmarsh nobody counted.") == [(912, BOTH)]


def test_a_place_in_the_label_does_not_hide_what_is_counted() -> None:
    text = "Referrals in Northmere rose by 5%, from 4,010 to 4,210. In Saltmarsh they went down by 80 to 1,600."
    assert {(m.metric, m.area) for m in found(text)} == {
        ("csc_referrals", "Northmere"),
        ("csc_referrals", "Saltmarsh"),
    }


def test_the_corner_of_a_table_may_name_its_place() -> None:
    table = "| Northmere | 2023/24 | 2024/25 |\n|---|---|---|\n| Missing episodes | 1,310 | 1,244 |\n"
    said = found(f"## Saltmarsh Constabulary\n\n### Our numbers\n\n{table}")
    assert [m.area for m in said] == ["Northmere", "Northmere"]


def test_a_hospital_is_called_after_its_town_and_a_member_after_itself() -> None:
    text = (
        "## Board\n\n| Member | Share of meetings |\n|---|---|\n| Marsh Lane Youth Trust | 75% |\n"
        "| Lay Member | 50% |\n\n## Northmere Hospitals NHS Trust\n\nWe saw 31,400 children.\n\n"
        "## Marsh Lane Youth Trust\n\nWe met 212 children.\n"
    )
    said = {m.value: (m.agency, m.area) for m in found(text)}
    assert said[31400] == ("Northmere Hospitals NHS Trust", None)
    assert said[212] == ("Marsh Lane Youth Trust", None)


def test_a_case_is_no_agency() -> None:
    (seen,) = found("## 6.3 Young Person Z\n\nThe panel read 14 files.\n")
    assert seen.agency != "Young Person Z"


def test_what_it_was_before_in_a_bracket() -> None:
    before = found("The share of plans reviewed in time dropped to 71% (84%).")
    assert [(m.value, m.role) for m in before] == [(71, "share"), (84, "previous")]
    shares = found("Plans reviewed in time rose to 52 (12%).")
    assert [(m.value, m.role) for m in shares] == [(52, "current"), (12, "share")]
    dated = found("As of January 2025, 389 children were home educated (341 in January 2024).")
    assert [(m.value, m.role) for m in dated] == [(389, "current"), (341, "previous")]


def test_a_time_without_a_name_is_no_period() -> None:
    text = "Children waiting for a worker numbered 46 in March 2025 and had been 130 at their worst."
    assert [(m.value, m.role, m.period) for m in found(text)] == [
        (46, "current", "March 2025"),
        (130, "previous", None),
    ]


def test_a_date_behind_a_semicolon_is_of_that_clause() -> None:
    text = (
        "Of cases concluded, 34 were substantiated and 12 unfounded; the rest were still open at the end of the year."
    )
    assert [m.period for m in found(text)] == ["2024/25", "2024/25"]


def test_who_has_to_find_the_money() -> None:
    (saving,) = found("£31 million must be found by the Saltmarsh Police before April 2026.")
    assert (saving.agency, saving.role) == ("Saltmarsh Police", "target")
    (cut,) = found("The force must reduce its running costs by 40%.")
    assert cut.role == "target"


def test_so_many_more_of_something_else_changes_nothing() -> None:
    teams, carers = found("We will merge the services into 6 local teams, and we will recruit 20 more foster carers.")
    assert (teams.direction, carers.role) == (None, "target")
    visits, more = found("The team made 340 visits, 20 more visits than in 2023/24.")
    assert (visits.direction, more.role) == ("increase", "change_abs")


def test_a_year_that_ends_on_a_day_is_no_day() -> None:
    table = "| Year ended 31 March | 2024 | 2025 |\n|---|---|---|\n| Referrals to social care | 3,120 | 3,266 |\n"
    assert [(m.period, m.role) for m in found(table)] == [("2023/24", "previous"), ("2024/25", "current")]
    table = "| Number on 31 March | 2024 | 2025 |\n|---|---|---|\n| Children in care | 312 | 326 |\n"
    assert [(m.period, m.role) for m in found(table)] == [("31 March 2024", "previous"), ("31 March 2025", "current")]
