"""Changes are given where they can be, with the reason where they cannot."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract import compare
from report_extract.model.comparison import MetricChange
from tests.compare.making import metric, report


def row(before: dict[str, Any], after: dict[str, Any]) -> MetricChange:
    (only,) = compare(report("2023/24", metrics=[before]), report("2024/25", metrics=[after])).metrics
    return only


def test_counts_change_by_number_and_per_cent() -> None:
    r = row(metric("sessions held", 48, "train_sessions"), metric("sessions held", 56, "train_sessions"))
    assert (r.status, r.change, r.change_pct, r.reading) == ("changed", 8, 16.7, "better")


def test_no_per_cent_of_small_numbers_or_of_nothing() -> None:
    assert row(metric("permanent exclusions", 19), metric("permanent exclusions", 29)).change_pct is None
    assert row(metric("permanent exclusions", 0), metric("permanent exclusions", 3)).change_pct is None
    assert row(metric("permanent exclusions", 20), metric("permanent exclusions", 30)).change_pct == 50.0


def test_shares_change_by_points() -> None:
    r = row(
        metric("of assessments in 45 days", 82, "assess_45d_pct", unit="percent", value_text="82%"),
        metric("of assessments in 45 days", 87, "assess_45d_pct", unit="percent", value_text="87%"),
    )
    assert (r.change, r.change_pct, r.reading) == (5, None, "better")


def test_more_contacts_are_neither_better_nor_worse() -> None:
    r = row(metric("contacts to the LADO", 374, "lado_contacts"), metric("contacts to the LADO", 412, "lado_contacts"))
    assert (r.change, r.reading) == (38, "neutral")


def test_uncatalogued_figures_are_neither() -> None:
    assert row(metric("cakes sold at the fair", 30), metric("cakes sold at the fair", 40)).reading == "neutral"


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        (metric("pupils asked", 400, qualifier="about"), metric("pupils asked", 412), "same"),
        (metric("pupils asked", 400), metric("pupils asked", 412), "changed"),
        (metric("pupils asked", 400, qualifier="over"), metric("pupils asked", 430), "same"),
        (metric("pupils asked", 400, qualifier="over"), metric("pupils asked", 390), "changed"),
        (
            metric("share of pupils", 12, unit="percent", value_text="12%"),
            metric("share of pupils", 12.4, unit="percent", value_text="12.4%"),
            "same",
        ),
        (
            metric("share of pupils", 66, unit="percent", value_text="66%"),
            metric("share of pupils", 67, unit="percent", value_text="67%"),
            "changed",
        ),
        (
            metric("savings asked for", 14e6, unit="gbp", value_text="£14 million"),
            metric("savings asked for", 14.3e6, unit="gbp", value_text="£14.3 million"),
            "same",
        ),
    ],
)
def test_what_the_words_leave_open_is_no_change(before: dict, after: dict, status: str) -> None:
    assert row(before, after).status == status


def test_another_age_band_is_another_definition() -> None:
    r = row(
        metric("care leavers aged 17 to 21", 121, "care_leavers_total"),
        metric("care leavers aged 17 to 25", 188, "care_leavers_total"),
    )
    assert (r.status, r.change) == ("not_comparable", None)
    assert r.why == "definition changed: aged 17 to 21, then aged 17 to 25"
    assert [v.value for v in r.values] == [121, 188]


@pytest.mark.parametrize("where", ["quote", "caution"])
def test_words_beside_the_figure_say_that_counting_changed(where: str) -> None:
    said = {"quote": "45 contacts; advice calls are now recorded as contacts", "caution": "new methodology"}
    after = metric("contacts to the LADO", 45, "lado_contacts", **{where: said[where]})
    r = row(metric("contacts to the LADO", 31, "lado_contacts"), after)
    assert r.status == "not_comparable"
    assert r.why is not None
    assert r.why.startswith("definition changed: the later paper says")


def test_a_date_and_a_year_are_not_set_against_each_other() -> None:
    r = row(
        metric("families in the programme", 31, period="31 March 2024"),
        metric("families in the programme", 45, period="2024/25"),
    )
    assert r.status == "not_comparable"
    assert r.why is not None
    assert "31 March 2024 (counted at a date)" in r.why


def test_part_of_a_year_is_not_a_year() -> None:
    r = row(
        metric("calls to the helpline", 31, period="2023/24"),
        metric("calls to the helpline", 15, period="April to September 2024"),
    )
    assert r.status == "not_comparable"


def test_what_is_not_found_is_not_called_gone() -> None:
    result = compare(report("2023/24", metrics=[metric("meals served", 31)]), report("2024/25"))
    (r,) = result.metrics
    assert (r.status, r.why, r.change) == ("disappeared", "not found in 2024/25 (annual-report)", None)
    assert any("did not find it" in note for note in result.notes)


def test_the_latest_school_year_is_the_reports_own_whichever_it_is() -> None:
    before = metric("permanent exclusions", 37, "permanent_exclusions", period="2022/23 academic year")
    after = metric("permanent exclusions", 29, "permanent_exclusions", period="2024/25 academic year")
    assert row(before, after).change == -8


def test_a_year_that_is_not_said_may_be_the_school_year() -> None:
    after = metric("permanent exclusions", 29, "permanent_exclusions", period="2023/24 academic year")
    unsaid = metric("permanent exclusions", 37, "permanent_exclusions", period="2023/24", inferred=["period"])
    r = row(unsaid, after)
    assert (r.change, r.why) == (-8, "one paper does not say of which year it is, the other says 2023/24 academic year")
    said = metric("permanent exclusions", 37, "permanent_exclusions", period="2023/24")
    assert row(said, after).status == "not_comparable"


def test_children_counted_over_a_year_are_not_those_of_a_date() -> None:
    before = metric("children in need", 842, "cin_total", period="31 March 2024")
    after = metric("children were in need", 1730, "cin_total", quote="1730 children were in need at some time")
    assert row(before, after).status == "not_comparable"


def test_what_the_catalogue_does_not_know_is_of_the_period_that_it_is_put_beside() -> None:
    known = metric("looked after children in three placements", 13, "cla_placement_3plus_pct", unit="percent")
    r = row(known, metric("looked after children in three placements", 12, unit="percent"))
    assert (r.status, r.change) == ("changed", -1)
