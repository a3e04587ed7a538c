"""Whose change, whose date and whose subject: second clauses, periods of their own sentence, days beside years."""

from __future__ import annotations

from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import REPORTING_YEAR, document_of
from report_extract.model.extraction import Metric
from report_extract.rules.load import load_rules


def found(text: str) -> tuple[Metric, ...]:
    return find_metrics(document_of(text), book=load_rules(), reporting_year=REPORTING_YEAR)


def roles(text: str) -> list[tuple[float, str, str | None, str | None]]:
    return [(m.value, m.role, m.direction, m.period) for m in found(text)]


def test_down_so_many_to_a_number_is_a_change_and_the_new_value() -> None:
    assert roles("Missing episodes were down 82 to 1,602.") == [
        (82, "change_abs", "decrease", "2024/25"),
        (1602, "current", "decrease", "2024/25"),
    ]
    assert roles("Missing episodes rose by 12 to 340.") == [
        (12, "change_abs", "increase", "2024/25"),
        (340, "current", "increase", "2024/25"),
    ]


def test_a_range_stays_a_range() -> None:
    (visits,) = found("Visits by the team rose by 10 to 15 each month.")
    assert (visits.value, visits.value_max) == (10, 15)


def test_each_clause_has_its_own_subject() -> None:
    text = "Contacts rose by 7% to 8,230, yet referrals fell by 61 to 1,502."
    assert [(m.value, m.label, m.direction) for m in found(text)] == [
        (7, "Contacts", "increase"),
        (8230, "Contacts", "increase"),
        (61, "referrals", "decrease"),
        (1502, "referrals", "decrease"),
    ]


def test_a_wait_that_is_shorter_has_changed_by_so_much() -> None:
    text = "The median wait for a first visit was 9 weeks, two weeks shorter than the previous year."
    assert [(value, role, way) for value, role, way, _ in roles(text)] == [
        (9, "current", "decrease"),
        (2, "change_abs", "decrease"),
    ]


def test_a_threshold_that_is_met_is_no_target_and_a_year_of_its_own_ends_there() -> None:
    text = (
        "The LADO had 214 contacts, of which 66 met the threshold (31%). In 2023/24 there had been 188."
        " Of the 35 cases concluded, 12 were substantiated."
    )
    said = {m.value: (m.role, m.period, m.metric) for m in found(text)}
    assert said[31][0] == "share"
    assert said[188] == ("previous", "2023/24", "lado_contacts")
    assert said[35][1] == said[12][1] == "2024/25"
    assert next(m for m in found(text) if m.value == 214).compared_with is not None


def test_what_it_rose_from_was_counted_a_year_before() -> None:
    text = "At 31 March 2025 there were 214 children on a child protection plan, up from 190."
    assert [(m.value, m.period) for m in found(text)] == [(214, "31 March 2025"), (190, "31 March 2024")]


def test_a_date_belongs_to_the_clause_in_which_it_stands() -> None:
    text = "We relaunched the toolkit in June 2024 and 190 practitioners attended training on it."
    assert [(m.value, m.period) for m in found(text)] == [(190, "2024/25")]
    text = "One review was commissioned (Child Oak, in progress) and one was published: Child Ash, in January 2025."
    assert [(m.value, m.period) for m in found(text)] == [(1, "2024/25"), (1, "January 2025")]


def test_posts_that_are_lost_are_a_change() -> None:
    text = "The police expect to lose about 90 posts."
    assert [(m.value, m.role, m.direction) for m in found(text)] == [(90, "change_abs", "decrease")]


def test_a_day_in_the_row_and_a_year_above_it_make_a_date() -> None:
    table = (
        "| Measure | 2023/24 | 2024/25 |\n|---|---|---|\n"
        "| Children in care at 31 March | 266 | 258 |\n| Pupils at 1 September | 40 | 44 |\n"
    )
    said = {m.value: (m.period, m.role) for m in found(f"## Measures\n\n{table}")}
    assert said[258] == ("31 March 2025", "current")
    assert said[266] == ("31 March 2024", "previous")
    assert said[44][0] == "1 September 2024"


def test_they_are_what_was_counted_in_the_other_place() -> None:
    text = (
        "Missing episodes in Northmere fell from 610 to 588. In Saltmarsh they rose from 903 to 1,010, a rise of 107."
    )
    assert {m.label for m in found(text) if m.value > 900 or m.value == 107} == {"Missing episodes in Saltmarsh"}
    assert {m.metric for m in found(text)} == {"missing_episodes"}


def test_it_in_the_same_sentence_is_what_the_sentence_counts() -> None:
    text = (
        "The hospital saw 4,100 young people. In Northmere 58% of children entering care had their health assessed"
        " within 20 days; in Saltmarsh it was 81%."
    )
    assert "young people" not in next(m.label for m in found(text) if m.value == 81)


def test_part_of_a_number_said_before_has_the_words_behind_it() -> None:
    text = (
        "## Allegations about staff\n\nThe LADO had 210 contacts. Of the contacts, 90 met the threshold, and 63 of"
        " those 90 (70%) ended with the concern substantiated."
    )
    said = {m.value: m.label for m in found(text)}
    assert sorted(said) == [63, 70, 90, 210]
    assert said[63].endswith("ended with the concern substantiated")
    assert said[70] == said[63]


def test_the_other_place_is_in_the_label_of_its_figure() -> None:
    head = (
        "# Northmere and Saltmarsh Safeguarding Children Partnership annual report 2024/25\n\n"
        "Northmere Council and Saltmarsh Council work together.\n\n## People\n\n"
    )
    text = f"{head}Around 102,000 children live in Northmere and 41,300 in Saltmarsh."
    assert [(m.label, m.area) for m in found(text)] == [
        ("children live in Northmere", "Northmere"),
        ("children live in Saltmarsh", "Saltmarsh"),
    ]


def test_a_clause_behind_a_semicolon_has_its_own_period() -> None:
    text = "At the 2021 Census 96,100 people lived here; the mid-2023 estimate puts the figure at 98,400."
    assert [(m.value, (m.period or "")[:8]) for m in found(text)] == [(96100, "2021 Cen"), (98400, "mid-2023")]


def test_a_date_of_those_who_are_told_apart_is_not_that_of_all() -> None:
    text = "The force referred 41 children to Prevent, none of whom were taken on by Channel in the last quarter."
    assert found(text)[0].period == "2024/25"


def test_just_over_a_quarter_is_a_share() -> None:
    (share,) = found("Just over a quarter of under-16s live in low-income families.")
    assert (share.value, share.unit, share.qualifier) == (25, "percent", "over")


def test_several_bodies_that_share_a_task_are_not_counted() -> None:
    assert found("Two councils, one integrated care board and one police force share the work.") == ()


def test_since_then_leaves_the_year_before() -> None:
    text = "In 2022/23 we recorded 31 escalations. Since then 64 escalations have been recorded."
    assert [(m.value, m.period) for m in found(text)] == [(31, "2022/23"), (64, "2024/25")]


def test_a_remark_in_brackets_keeps_its_own_date() -> None:
    text = "Five rapid reviews were held (the sixth incident was reviewed in April 2025)."
    assert [(m.value, m.period) for m in found(text)] == [(5, "2024/25")]
