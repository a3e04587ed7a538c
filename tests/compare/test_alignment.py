"""Which figure is which: rewordings are recognised, look-alikes are kept apart."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract import compare
from report_extract.model.comparison import MetricChange
from tests.compare.making import metric, report


def aligned(before: list[dict], after: list[dict]) -> list[tuple[float | None, ...]]:
    rows = compare(report("2023/24", metrics=before), report("2024/25", metrics=after)).metrics
    return [tuple(v.value for v in r.values) for r in rows if r.values[0].value is not None and r.values[1].value]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("children who attended a summer club", "children attending the summer clubs"),
        ("Number of home visits by family workers", "home visits made by family workers in 2024/25"),
        ("drop-in sessions held as at 31 March 2024", "drop-in sessions held as at 31 March 2025"),
        ("schools that returned the yearly survey", "schools returning the yearly survey"),
    ],
)
def test_a_reworded_label_is_the_same_metric(before: str, after: str) -> None:
    assert aligned([metric(before, 31)], [metric(after, 45)]) == [(31, 45)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("children missing from home", "children missing from care"),
        ("child protection plans started in the year", "child protection plans ended in the year"),
        ("training places booked on our programme", "training places attended on our programme"),
        ("staff trained at level 2", "staff trained at level 3"),
        ("boys in the youth justice service", "girls in the youth justice service"),
        ("children in missing reports", "episodes in missing reports"),
        ("referrals to the service", "repeat referrals to the service"),
        ("average wait for a visit", "median wait for a visit"),
        ("members of the young inspectors' group", "meals served at the holiday club"),
        ("single-agency audits of records", "multi-agency audits of records"),
        ("online sessions for school governors", "face-to-face sessions for school governors"),
        ("Working with fathers - places taken", "Safer sleep for babies - places taken"),
        ("Working with fathers - places taken", "Working with fathers - days offered"),
    ],
)
def test_look_alikes_are_kept_apart(before: str, after: str) -> None:
    assert aligned([metric(before, 31)], [metric(after, 45)]) == []


@pytest.mark.parametrize("label", ["them", "children", "of these"])
def test_a_label_that_says_little_needs_the_words_around_it(label: str) -> None:
    before = [metric(label, 31, quote=f"Kites were flown by 31 {label} at the summer fair")]
    elsewhere = [metric(label, 45, quote=f"A dentist was seen within ten days by 45 {label}")]
    again = [metric(label, 45, quote=f"Kites were flown by 45 {label} at the summer fair")]
    assert aligned(before, elsewhere) == []
    assert aligned(before, again) == [(31, 45)]


def test_a_veto_holds_against_one_catalogue_id() -> None:
    before = [metric("Missing episodes: from home", 31, "missing_episodes")]
    after = [metric("Missing episodes: from care", 45, "missing_episodes")]
    assert aligned(before, after) == []


def test_the_best_assignment_is_made_not_the_first() -> None:
    before = [metric("Sessions: working with fathers", 4), metric("Sessions: working with mothers and babies", 6)]
    after = [metric("Sessions: working with mothers and babies", 7), metric("Sessions: working with fathers", 5)]
    assert sorted(aligned(before, after)) == [(4, 5), (6, 7)]


def test_areas_units_and_catalogue_ids_are_limits() -> None:
    before = [metric("children looked after", 57, "cla_total", area="Saltmarsh")]
    assert aligned(before, [metric("children looked after", 61, "cla_total", area="Saltmarsh")]) == [(57, 61)]
    assert aligned(before, [metric("children looked after", 61, "cla_total", unit="percent")]) == []
    assert aligned(before, [metric("children looked after", 61, "cin_total", area="Saltmarsh")]) == []


def test_the_same_metric_of_another_area_is_shown_and_not_compared() -> None:
    before = report("2023/24", metrics=[metric("contacts to the LADO", 57, "lado_contacts", area="Saltmarsh")])
    after = report("2024/25", metrics=[metric("contacts to the LADO", 61, "lado_contacts", area="Northmere")])
    (row,) = compare(before, after).metrics
    assert (row.status, row.change, row.why) == ("not_comparable", None, "different areas: Saltmarsh, Northmere")


def test_a_value_that_the_later_report_repeats_decides() -> None:
    before = [metric("visits to new parents", 31), metric("visits to young parents", 36)]
    after = [metric("visits to parents", 45, compared_with={"value": 36, "period": "2023/24"})]
    assert aligned(before, after) == [(36, 45)]


def test_figures_of_other_years_are_not_this_years() -> None:
    before = [metric("permanent exclusions", 28, "permanent_exclusions", period="2022/23")]
    assert aligned(before, [metric("permanent exclusions", 29, "permanent_exclusions", period="2024/25")]) == []


def test_quarters_meet_their_own() -> None:
    def quarters(values: list[float], year: str) -> list[dict]:
        return [
            metric(f"Missing episodes Q{n}", v, "missing_episodes", period=f"Q{n} {year}")
            for n, v in enumerate(values, 1)
        ]

    assert aligned(quarters([4, 3, 2, 1], "2023/24"), quarters([10, 20, 30, 40], "2024/25")) == [
        (4, 10), (3, 20), (2, 30), (1, 40),
    ]  # fmt: skip


def test_what_is_said_twice_is_one_row_with_both_places() -> None:
    twice = [metric("contacts to the LADO", 57, "lado_contacts"), metric("LADO contacts", 57, "lado_contacts")]
    once = [metric("contacts to the LADO", 61, "lado_contacts")]
    rows: tuple[MetricChange, ...] = compare(report("2023/24", metrics=twice), report(metrics=once)).metrics
    assert len(rows) == 1
    assert len(rows[0].values[0].evidence) == 2


def test_three_years_are_one_series() -> None:
    years = [report(y, metrics=[metric("pupils in the survey", v)]) for y, v in (("2022/23", 50), ("2023/24", 55))]
    series = compare(report("2024/25", metrics=[metric("pupils who answered the survey", 66)]), *years)
    (row,) = [r for r in series.metrics if sum(v.value is not None for v in r.values) == 3]
    assert [v.value for v in row.values] == [50, 55, 66]
    assert [d.reporting_year for d in series.documents] == ["2022/23", "2023/24", "2024/25"]
    assert (row.change, row.change_pct) == (16, 32.0)


def line(label: str, value: float, section: str, **fields: Any) -> dict[str, Any]:
    """A line of a table under a heading."""
    made = metric(label, value, **fields)
    return {**made, "source": "table", "evidence": [{**made["evidence"][0], "section": section}]}


def test_a_table_may_stand_under_another_heading_next_year() -> None:
    before = [line("Ferry crossings - Figures", 31, "Figures"), line("Kites flown - Figures", 8, "Figures")]
    after = [line("Ferry crossings - Harbour", 45, "Harbour"), line("Kites flown - Harbour", 9, "Harbour")]
    assert sorted(aligned(before, after)) == [(8, 9), (31, 45)]


def test_columns_stay_apart_where_one_paper_has_lost_one_of_them() -> None:
    before = [line("Sailing - Attended", 72, "Courses"), line("Rowing - Sessions", 2, "Courses")]
    before += [line("Rowing - Attended", 30, "Courses")]
    after = [line("Sailing - Sessions", 6, "Courses"), line("Sailing - Attended", 87, "Courses")]
    assert aligned(before, after) == [(72, 87)]


def test_a_label_without_its_noun_takes_it_from_the_sentence() -> None:
    before = [metric("missing episodes", 84, "missing_episodes")]
    after = [metric("episodes", 61, quote="23 children went missing, in 61 episodes")]
    assert aligned(before, after) == [(84, 61)]


def test_rare_words_count_more_than_the_rest_of_a_label() -> None:
    before = [metric("shops and ferries signed up", 140), metric("children who were asked", 31)]
    after = [metric("shops and ferries have now joined the harbour watch", 164), metric("children who answered", 45)]
    assert aligned(before, after) == [(140, 164)]


def test_a_part_in_the_catalogue_is_not_the_whole_of_the_other_paper() -> None:
    before = [metric("pupils were eligible for free school meals", 33, unit="percent")]
    after = [metric("secondary pupils were eligible for free school meals", 30, "fsm_secondary_pct", unit="percent")]
    assert aligned(before, after) == []


def test_two_words_that_many_names_have_say_little() -> None:
    before = [metric("young people were discussed", 274, quote="274 young people were discussed")]
    elsewhere = [metric("young people", 251, quote="A clinic at the harbour saw 251 young people")]
    again = [metric("young people", 251, quote="The panel discussed 251 young people")]
    assert aligned(before, elsewhere) == []
    assert aligned(before, again) == [(274, 251)]


def test_the_whole_sentence_says_whether_a_part_is_meant() -> None:
    said = "68% of children entering care had a health assessment within 20 working days"
    before = [
        metric(
            "children entering care had their health assessed within 20 working days",
            61,
            "cla_iha_20d_pct",
            unit="percent",
        )
    ]
    after = [metric("children entering care", 68, unit="percent", quote=said)]
    assert aligned(before, after) == [(61, 68)]
