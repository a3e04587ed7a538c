"""Priorities and recommendations through the years."""

from __future__ import annotations

from report_extract import compare
from report_extract.model.comparison import Comparison
from report_extract.model.extraction import Extraction
from tests.compare.making import ASHCOMBE, evidence, metric, priority, recommendation, report


def of_priorities(before: list[dict], after: list[dict]) -> list[tuple[str, tuple[str | None, ...]]]:
    result = compare(report("2023/24", priorities=before), report("2024/25", priorities=after))
    return [(p.status, p.titles) for p in result.priorities]


def test_priorities_are_kept_renamed_new_and_dropped() -> None:
    before = [
        priority("Noticing neglect early", theme="neglect"),
        priority("Safe on the street", theme="extra_familial_harm"),
        priority("A steady workforce", theme="workforce"),
    ]
    after = [
        priority("Noticing Neglect Early", theme="neglect"),
        priority("Harm beyond the front door", theme="extra_familial_harm"),
        priority("Babies first", theme="infants", is_new=True),
    ]
    assert of_priorities(before, after) == [
        ("kept", ("Noticing neglect early", "Noticing Neglect Early")),
        ("renamed", ("Safe on the street", "Harm beyond the front door")),
        ("new", (None, "Babies first")),
        ("dropped", ("A steady workforce", None)),
    ]


def test_an_outcome_in_the_same_words_tells_a_rename() -> None:
    aim = "Young people are safe in parks, on buses and on their screens."
    after = [priority("Out and about", outcome=aim.replace("Young people", "Teenagers and young people"))]
    assert of_priorities([priority("Streets", outcome=aim)], after) == [("renamed", ("Streets", "Out and about"))]


def test_different_themes_are_different_priorities() -> None:
    before = [priority("Safe relationships at home", theme="domestic_abuse")]
    after = [priority("Safe relationships online", theme="online")]
    assert {s for s, _ in of_priorities(before, after)} == {"new", "dropped"}


def test_a_report_without_priorities_drops_none() -> None:
    result = compare(report("2023/24", priorities=[priority("Babies first")]), report("2024/25"))
    assert [p.status for p in result.priorities] == ["kept"]
    assert any("no priorities of the partnership were found" in note for note in result.notes)


def test_priorities_of_agencies_and_reported_ones_stay_out() -> None:
    mixed = [priority("Babies first"), priority("Recruit", kind="agency"), priority("Old work", stage="reported")]
    assert of_priorities(mixed, [priority("Babies first")]) == [("kept", ("Babies first", "Babies first"))]


def test_the_same_figures_beneath_join_two_titles() -> None:
    def paper(year: str, title: str, replies: int) -> Extraction:
        said = {**evidence(title), "section": title}
        answers = {**metric("replies to our survey", replies, "survey_responses"), "evidence": [said]}
        return report(year, priorities=[priority(title, evidence=[said])], metrics=[answers])

    result = compare(paper("2023/24", "Voice of the child", 84), paper("2024/25", "Nothing about us without us", 96))
    (p,) = result.priorities
    assert (p.status, p.why) == ("renamed", "another title, the same figures beneath it")


def test_what_is_set_out_besides_the_work_reported_on_is_new_and_promises_are_not() -> None:
    worked = [priority(t, stage="reported") for t in ("Babies first", "Safe on the street")]
    ahead = [priority("Safe in parks and on the street"), priority("Every child fed"), priority("We will listen")]
    assert of_priorities(worked, [*worked, *ahead]) == [
        ("kept", ("Babies first", "Babies first")),
        ("kept", ("Safe on the street", "Safe on the street")),
        ("new", (None, "Every child fed")),
    ]


def test_what_was_announced_is_kept_when_it_is_reported_on() -> None:
    before = [priority("Babies first", stage="reported"), priority("Every child fed", stage="ahead")]
    after = [priority(t, stage="reported") for t in ("Babies first", "Every child fed")]
    result = compare(report("2023/24", priorities=before), report("2024/25", priorities=after))
    assert [(p.status, p.why) for p in result.priorities] == [
        ("kept", None),
        ("kept", "announced in the earlier paper, reported on in the later one"),
    ]


def test_partnerships_share_priorities_and_drop_none() -> None:
    ours = report(priorities=[priority("Noticing neglect", theme="neglect"), priority("Babies first")])
    theirs = report(partnership=ASHCOMBE, priorities=[priority("Every child fed and warm", theme="neglect")])
    assert [p.status for p in compare(ours, theirs).priorities] == ["shared", "single"]


def of_recommendations(result: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [(r.status, r.status_before, r.status_now) for r in result.recommendations]


def test_recommendations_are_completed_open_new_and_no_longer_mentioned() -> None:
    case = {"source": "LCSPR Child Wren"}
    before = [
        recommendation("Fit a tracker to every file.", number=1, status={"rag": "amber"}, **case),
        recommendation("Train every driver in the signs of harm.", number=2, status={"rag": "red"}, **case),
        recommendation("Print the night number on the card.", number=3, **case),
    ]
    after = [
        recommendation("Fit a tracker to each file.", number=1, status={"rag": "green", "state": "complete"}, **case),
        recommendation("Train every driver in the signs of harm.", number=2, status={"rag": "amber"}, **case),
        recommendation("Ask the fathers too.", number=1, source="LCSPR Child Robin", status={"rag": "red"}),
    ]
    result = compare(report("2023/24", recommendations=before), report("2024/25", recommendations=after))
    assert of_recommendations(result) == [
        ("completed", "amber", "green"),
        ("still_open", "red", "amber"),
        ("no_longer_mentioned", None, None),
        ("new", None, "red"),
    ]
    assert [r.first_made for r in result.recommendations] == [0, 0, 0, 1]


def test_one_number_of_two_reviews_is_two_recommendations() -> None:
    before = [recommendation("Fit a tracker.", number=1, source="LCSPR Child Wren")]
    after = [recommendation("Paint the hall.", number=1, source="LCSPR Child Robin")]
    result = compare(report("2023/24", recommendations=before), report(recommendations=after))
    assert [r.status for r in result.recommendations] == ["no_longer_mentioned", "new"]


def test_a_covers_silence_counts_for_nothing() -> None:
    made = report("2024/25", recommendations=[recommendation("Fit a tracker.", status={"rag": "amber"})])
    cover = report("2024/25", kind="cover_report", name="cover", recommendations=[recommendation("Note", kind="cover")])
    assert [r.status for r in compare(made, cover).recommendations] == ["new"]


def test_findings_are_counted_by_theme() -> None:
    def finding(text: str, theme: str | None) -> dict:
        return {"id": "f", "kind": "audit", "text": text, "theme": theme, "evidence": [evidence(text)]}

    before = report("2023/24", findings=[finding("Cold rooms", "neglect"), finding("Odd", None)])
    after = report("2024/25", findings=[finding("Empty cupboards", "neglect"), finding("No beds", "neglect")])
    found = compare(before, after).findings
    assert [(f.theme, f.counts) for f in found] == [("neglect", (1, 2)), ("no theme found", (1, 0))]


def test_agencies_have_shares_attendance_and_impact() -> None:
    lines = [
        metric("Income: Northmere Council", 75_000, "budget_income_line", unit="gbp"),
        metric("Income: Wold Police", 25_000, "budget_income_line", unit="gbp"),
        metric("Total income", 100_000, "budget_income_total", unit="gbp", role="total"),
        metric("Attendance", 83, "attendance_pct", unit="percent", role="share", agency="Wold Police"),
    ]
    said = [
        ("Wold Police", "We held six workshops for drivers"),
        ("Northmere Council", "The new duty line led to quicker answers for schools"),
    ]
    remarks = [{"id": "a", "text": t, "agency": a, "evidence": [evidence(t)]} for a, t in said]
    rows = {a.agency: a for a in compare(report(metrics=lines, achievements=remarks)).agencies}
    police, council = rows["Wold Police"], rows["Northmere Council"]
    assert (police.funding_pct, police.attendance_pct, police.reports_impact) == ((25.0,), (83.0,), (False,))
    assert (council.funding_pct, council.attendance_pct, council.reports_impact) == ((75.0,), (None,), (True,))


def test_without_a_stated_total_there_are_no_shares() -> None:
    lines = [metric("Income: Wold Police", 25_000, "budget_income_line", unit="gbp")]
    assert compare(report(metrics=lines)).agencies == ()
