"""Earlier values as later reports print them."""

from __future__ import annotations

from typing import Any

from report_extract import compare
from tests.compare.making import ASHCOMBE, metric, report

NOW = metric(
    "missing episodes",
    276,
    "missing_episodes",
    compared_with={"value": 311, "period": "2023/24"},
    quote="276 missing episodes, 311 the year before",
)


def previous(label: str, value: float, metric_id: str | None, **fields: Any) -> dict[str, Any]:
    said = {"quote": f"{value:g} {label} in the previous year", **fields}
    return metric(label, value, metric_id, role="previous", period="2023/24", **said)


def test_another_value_for_the_same_year_is_restated() -> None:
    then = report("2023/24", metrics=[metric("missing episodes", 305, "missing_episodes")])
    (r,) = compare(then, report("2024/25", metrics=[NOW])).restated
    assert (r.status, r.first_stated, r.later_stated, r.period) == ("restated", 305, 311, "2023/24")
    assert (r.first_document, r.later_document) == (0, 1)
    assert len(r.evidence) == 2


def test_the_same_value_is_the_same() -> None:
    then = report("2023/24", metrics=[metric("missing episodes", 311, "missing_episodes")])
    assert [r.status for r in compare(then, report(metrics=[NOW])).restated] == ["same"]


def test_without_the_earlier_report_the_stated_values_are_listed() -> None:
    cover = report("2023/24", partnership=ASHCOMBE, kind="cover_report", name="cover")
    for result in (compare(report(metrics=[NOW])), compare(report(metrics=[NOW]), cover)):
        (r,) = result.restated
        assert (r.status, r.first_stated, r.later_stated) == ("first_not_at_hand", None, 311)


def test_a_comparison_of_places_is_no_earlier_value() -> None:
    elsewhere = previous("children in poverty", 11, None, quote="19% of children, against 11% in the next town")
    assert compare(report(metrics=[elsewhere])).restated == ()


def test_two_metrics_are_never_a_restatement() -> None:
    then = report("2023/24", metrics=[metric("children missing from care", 40, "missing_care_children")])
    now = report(metrics=[previous("children missing from home", 55, "missing_home_children")])
    assert [r.status for r in compare(then, now).restated] == ["first_not_at_hand"]


def test_one_line_of_many_is_not_taken_for_another() -> None:
    lines = [metric(f"Contacts by setting: {s}", v, "lado_contacts") for s, v in (("schools", 160), ("sport", 41))]
    now = [previous("Contacts by setting: faith groups", 33, "lado_contacts")]
    assert [r.status for r in compare(report("2023/24", metrics=lines), report(metrics=now)).restated] == [
        "first_not_at_hand"
    ]


def test_a_total_without_a_name_is_of_the_sentence_before() -> None:
    now = metric("missing episodes", 276, "missing_episodes")
    vague = previous("The previous year's total was 311", 311, None)
    vague["evidence"][0] |= {"start": 40, "end": 74}
    then = report("2023/24", metrics=[metric("missing episodes", 305, "missing_episodes")])
    (r,) = compare(then, report(metrics=[now, vague])).restated
    assert (r.metric, r.status) == ("missing_episodes", "restated")


def test_reports_of_other_partnerships_restate_nothing() -> None:
    then = report("2023/24", partnership=ASHCOMBE, metrics=[metric("missing episodes", 305, "missing_episodes")])
    assert [r.status for r in compare(then, report(metrics=[NOW])).restated] == ["first_not_at_hand"]


def test_a_value_with_an_earlier_date_beside_one_of_this_year_is_an_earlier_value() -> None:
    then = report("2023/24", metrics=[metric("children flew kites", 355, period="January 2024")])
    now = [metric("children flew kites", v, period=p) for v, p in ((389, "January 2025"), (341, "January 2024"))]
    (r,) = compare(then, report(metrics=now)).restated
    assert (r.status, r.first_stated, r.later_stated) == ("restated", 355, 341)


def test_the_column_of_an_earlier_year_is_an_earlier_value() -> None:
    cells = {"source": "table", "quote": "Kites flown 30 33"}
    then = report("2023/24", metrics=[metric("Kites flown", 28, period="2023/24", **cells)])
    now = [metric("Kites flown", 33, period="2024/25", **cells)]
    now += [metric("Kites flown", 30, period="2023/24", role="previous", **cells)]
    (r,) = compare(then, report(metrics=now)).restated
    assert (r.status, r.first_stated, r.later_stated) == ("restated", 28, 30)


def test_the_earlier_value_beside_a_current_one_is_of_its_row() -> None:
    then = report("2023/24", metrics=[metric("people trained", 1106, "train_attended")])
    said = {"quote": "We ran courses and trained 1180 people (2023/24: 1088)"}
    before = {"compared_with": {"value": 1088, "period": "2023/24"}}
    now = [metric("people", 1180, **said, **before), metric("people", 1088, role="previous", period="2023/24", **said)]
    (r,) = compare(then, report(metrics=now)).restated
    assert (r.metric, r.status, r.first_stated, r.later_stated) == ("train_attended", "restated", 1106, 1088)


def test_a_school_year_is_reported_by_the_paper_of_the_year_after() -> None:
    absence = {"unit": "percent", "quote": "persistent absence was 21.4% in 2022/23"}
    then = report("2023/24", metrics=[metric("persistent absence", 21.4, period="2022/23 academic year", **absence)])
    before = metric("persistent absence", 21.4, role="previous", period="2022/23 academic year", **absence)
    assert [r.status for r in compare(then, report(metrics=[before])).restated] == ["same"]
