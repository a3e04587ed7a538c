"""Partnerships side by side: shares and rates are compared, numbers are shown."""

from __future__ import annotations

from report_extract import compare
from report_extract.model.comparison import Comparison, MetricChange
from tests.compare.making import ASHCOMBE, metric, report


def beside(ours: list[dict], theirs: list[dict], *, year: str = "2024/25") -> Comparison:
    return compare(report(metrics=ours), report(year, partnership=ASHCOMBE, metrics=theirs))


def by_unit(result: Comparison, unit: str) -> MetricChange:
    (row,) = [m for m in result.metrics if m.unit == unit and m.metric != "pop_under18"]
    return row


PLANS = ("children on a child protection plan", "cpp_total")
POPULATION = ("children under 18", "pop_under18")


def test_numbers_of_children_are_shown_not_compared() -> None:
    result = beside([metric(PLANS[0], 131, PLANS[1])], [metric(PLANS[0], 261, PLANS[1])])
    row = by_unit(result, "count")
    assert (row.status, row.change, row.reading) == ("not_comparable", None, "neutral")
    assert [v.value for v in row.values] == [131, 261]


def test_a_rate_is_derived_where_both_populations_are_stated_and_says_so() -> None:
    ours = [metric(PLANS[0], 131, PLANS[1]), metric(POPULATION[0], 31420, POPULATION[1], value_text="31,420")]
    theirs = [metric(PLANS[0], 261, PLANS[1]), metric(POPULATION[0], 58700, POPULATION[1], value_text="58,700")]
    row = by_unit(beside(ours, theirs), "rate_per_10000")
    assert [v.value for v in row.values] == [41.7, 44.5]
    assert row.values[0].derived == "131 of 31,420 children under 18, per 10,000"
    assert (row.change, row.reading) == (2.8, "neutral")
    assert all(len(v.evidence) == 2 for v in row.values)


def test_no_rate_without_the_population_of_just_that_area() -> None:
    ours = [metric(PLANS[0], 131, PLANS[1], area="Northmere"), metric(*POPULATION[:1], 31420, POPULATION[1])]
    theirs = [metric(PLANS[0], 261, PLANS[1]), metric(POPULATION[0], 58700, POPULATION[1])]
    assert not [m for m in beside(ours, theirs).metrics if m.unit == "rate_per_10000"]


def test_other_numbers_differ_and_are_neither_better_nor_worse() -> None:
    row = by_unit(
        beside([metric("sessions", 48, "train_sessions")], [metric("sessions", 56, "train_sessions")]), "count"
    )
    assert (row.status, row.change, row.change_pct, row.reading) == ("changed", 8, None, "neutral")


def test_shares_are_compared_with_their_polarity() -> None:
    def share(value: float) -> list[dict]:
        return [metric("assessments in 45 days", value, "assess_45d_pct", unit="percent", value_text=f"{value:g}%")]

    assert by_unit(beside(share(87), share(91)), "percent").reading == "better"


def test_different_years_are_side_by_side_without_a_difference() -> None:
    result = beside(
        [metric("sessions", 48, "train_sessions")], [metric("sessions", 56, "train_sessions")], year="2023/24"
    )
    assert result.axis == "both"
    row = by_unit(result, "count")
    assert (row.status, row.change, row.why) == ("not_comparable", None, "different years: 2024/25, 2023/24")


def test_several_areas_of_one_partnership_stand_in_one_row() -> None:
    ours = [metric(PLANS[0], v, PLANS[1], area=a) for a, v in (("Northmere", 131), ("Saltmarsh", 38))]
    (row,) = beside(ours, [metric(PLANS[0], 261, PLANS[1], area="Ashcombe")]).metrics
    assert [(v.document, v.area, v.value) for v in row.values] == [
        (0, "Northmere", 131), (0, "Saltmarsh", 38), (1, "Ashcombe", 261),
    ]  # fmt: skip


def test_a_cover_without_figures_is_told() -> None:
    cover = report("2023/24", partnership=ASHCOMBE, kind="cover_report", name="cover")
    result = compare(report(metrics=[metric("sessions", 48, "train_sessions")]), cover)
    assert any("cover report in which no figures were found" in note for note in result.notes)
    assert [m.status for m in result.metrics] == ["disappeared"]


def test_one_agencys_figure_is_not_everybodys_in_another_place() -> None:
    referrals = "referrals to children's social care"
    ours = report(metrics=[metric(referrals, 2606), metric("replies", 527, quote="527 replies came")])
    theirs = [metric(referrals, 688, agency="Harbour Hospitals"), metric("replies", 214, quote="214 replies came")]
    rows = compare(ours, report(partnership=ASHCOMBE, metrics=theirs)).metrics
    assert not [r for r in rows if all(v.value is not None for v in r.values)]
