"""Sentences of several clauses: each figure keeps its own subject, area, role and period, and no limit becomes one."""

from __future__ import annotations

import pytest

from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import REPORTING_YEAR, document_of
from report_extract.model.extraction import Metric
from report_extract.rules.load import load_rules


def found(text: str) -> tuple[Metric, ...]:
    return find_metrics(document_of(text), book=load_rules(), reporting_year=REPORTING_YEAR)


def labels(text: str) -> list[tuple[str, str]]:
    return [(m.value_text, m.label) for m in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The number of visits in the year ending 31 March 2025 has increased by 4% to 6,412.",
            [("4%", "number of visits"), ("6,412", "number of visits")],
        ),
        (
            "The share of forms done in time (within five working days) is 90%.",
            [("90%", "share of forms done in time")],
        ),
        (
            "There were 710 open cases and 20% (142) were held in Northmere.",
            [
                ("710", "open cases"),
                ("20%", "open cases were held in Northmere"),
                ("142", "cases were held in Northmere"),
            ],
        ),
        ("61% of the patients were boys (27 children).", [("61%", "patients were boys"), ("27", "patients were boys")]),
        ("Just over half (52%) came from schools.", [("52%", "came from schools")]),
        (
            "412 pupils (3.1%) have a reading plan.",
            [("412", "pupils have a reading plan"), ("3.1%", "pupils have a reading plan")],
        ),
        (
            "41 children left the scheme with the number at the end of March being 381.",
            [("41", "children left the scheme"), ("381", "number")],
        ),
        (
            "3,120 referrals came in. Of the 3,120, 61 were closed.",
            [("3,120", "referrals"), ("61", "referrals were closed")],
        ),
        ("26 of the 42 were good.", [("26", "were good")]),
        ("The committee heard that the number of calls fell to 212.", [("212", "number of calls")]),
    ],
)
def test_labels_are_the_figures_own_subject(text: str, expected: list[tuple[str, str]]) -> None:
    got = labels(text)
    assert [value for value, _ in got] == [value for value, _ in expected]
    assert all(said.startswith(label) or label in said for (_, said), (_, label) in zip(got, expected, strict=True)), (
        got
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "97% of calls were answered within one day, which was above the target of 90%.",
            [
                ("97%", "share", "calls were answered within one day"),
                ("90%", "target", "calls were answered within one day"),
            ],
        ),
        (
            "Compliance with the course was 88% against the trust target of 85%.",
            [("88%", "share", "Compliance with the course"), ("85%", "target", "Compliance with the course")],
        ),
        (
            "0.6% of children had a plan for two years or more.",
            [("0.6%", "share", "children had a plan for two years or more")],
        ),
        (
            "93% of visits took place in the required time.",
            [("93%", "share", "visits took place in the required time")],
        ),
    ],
)
def test_targets_and_limits(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(m.value_text, m.role.value, m.label) for m in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rate of section 47 enquiries was 151.2 per 10,000, below the England average of 160.3.",
            [("151.2", "s47_rate", None), ("160.3", "s47_rate", "England")],
        ),
        (
            "The re-referral rate was 19% (England 22%, statistical neighbours 21%).",
            [
                ("19%", "csc_rereferral_pct", None),
                ("22%", "csc_rereferral_pct", "England"),
                ("21%", "csc_rereferral_pct", "Statistical neighbours"),
            ],
        ),
    ],
)
def test_yardsticks_are_other_places_and_the_same_metric(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    got = found(text)
    assert [(m.value_text, m.metric, m.area) for m in got] == expected
    assert all(m.role.value in ("current", "share") and m.compared_with is None for m in got)
    assert len({m.unit for m in got}) == 1


def test_a_rate_of_the_sentence_before() -> None:
    text = (
        "There were 690 children with a child protection plan. "
        "This is a rate of 39.6 per 10,000, up from 35.2 last year."
    )
    rate = next(m for m in found(text) if m.value == 39.6)
    assert (rate.metric, rate.compared_with and rate.compared_with.value) == ("cpp_rate", 35.2)
    assert "child protection plan" in rate.label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thefts increased by 56%, fires by 25% and floods by 7%.",
            [("56%", "change_pct"), ("25%", "change_pct"), ("7%", "change_pct")],
        ),
        (
            "The rate was 67 per 10,000, up from 65 in 2022/23 and 64 in 2021/22.",
            [("67", "current"), ("65", "previous"), ("64", "previous")],
        ),
        ("Take-up was 18.9%, a decline since 2018 (33.8%).", [("18.9%", "share"), ("33.8%", "previous")]),
        ("Six children live there, compared to 520 children in care.", [("520", "current")]),
        ("81 visits took place, compared to 86 in quarter 2.", [("81", "current"), ("86", "previous")]),
        (
            "Take-up was 77%, compared to 88% for the previous quarter and 91% for the comparable period last year.",
            [("77%", "share"), ("88%", "previous"), ("91%", "previous")],
        ),
        ("96% met the target of 90% and higher marks were seen.", [("96%", "share"), ("90%", "target")]),
    ],
)
def test_changes_over_several_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.value_text, m.role.value) for m in found(text) if m.value > 6] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("69,540 people lived there, an increase of 6% compared to 31 March 2011.", ["2024/25", "2024/25"]),
        ("263 referrals came in, compared with 241 in the same period in 2022-23.", ["2024/25", "2022/23"]),
        ("48 reports were written in the period April 2023 to March 2024.", ["2023/24"]),
        ("There were 90 reviews in the year ending 31 March 2023.", ["2022/23"]),
        ("In the school year 2023/24 there were 64 exclusions.", ["2023/24 academic year"]),
        ("Some 58,700 children live here on the mid-year estimate for 2023.", ["2023 mid-year estimate"]),
        ("Two years ago it was 71%.", ["2022/23"]),
    ],
)
def test_periods_of_compared_figures_and_estimates(text: str, expected: list[str]) -> None:
    assert [m.period for m in found(text)] == expected


def test_a_part_is_not_the_whole_in_a_sentence() -> None:
    text = "Of the 60 looked after children, 41 looked after children were boys."
    assert [(m.value, m.metric) for m in found(text)] == [(60, "cla_total"), (41, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Each session has 1:1s with the tutor.",
        "He turned 18 in the spring.",
        "Members saw the plan for 25-28.",
        "Finding 2: The move between two schools was the moment of risk.",
        "Each side held half of the family's story.",
        "It stayed the same over the last two quarters.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert found(text) == ()


def test_headings_under_which_a_rule_does_not_hold() -> None:
    text = "# Designated officer (LADO)\n\nThere were six referrals in the summer."
    assert [m.metric for m in found(text)] != ["csc_referrals"]


def test_parts_of_a_list_have_the_wholes_words_and_no_id() -> None:
    text = "352 children had a child protection plan: 171 for neglect and 142 for emotional abuse."
    assert [(m.value, m.metric, m.label.endswith(("neglect", "abuse"))) for m in found(text)] == [
        (352, "cpp_total", False),
        (171, None, True),
        (142, None, True),
    ]


def test_so_many_a_day_are_not_those_of_the_year() -> None:
    text = "Officers attended 4,912 missing episodes, which is roughly thirteen every day."
    assert [(m.value, m.metric) for m in found(text)] == [(4912, "missing_episodes"), (13, None)]


def test_minutes_compared_with_minutes() -> None:
    got = found("The median time to first contact was 41 minutes, down from 67.")
    assert [(m.value, m.unit, m.role.value) for m in got] == [(41, "minutes", "current"), (67, "minutes", "previous")]


def test_take_up_is_no_rise() -> None:
    got = found("168 places were taken, a take-up of 84%.")
    assert [(m.value, m.role.value, m.direction) for m in got] == [(168, "current", None), (84, "share", None)]


def test_an_average_of_a_month_is_of_the_same_metric() -> None:
    text = "The bulletin had between 1,410 and 1,470 subscribers, with an average of 1,440 each month."
    assert [(m.value, m.metric) for m in found(text)] == [
        (1410, "newsletter_subscribers"),
        (1440, "newsletter_subscribers"),
    ]
