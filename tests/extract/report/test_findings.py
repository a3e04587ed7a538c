"""Findings of reviews, audits and inspections in many prints, and sentences that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_extract.extract.findings import find_findings
from report_extract.extract.story import Story
from report_extract.model.extraction import Finding

Tell = Callable[[str], Story]


def found(story: Story) -> tuple[Finding, ...]:
    return find_findings(story.document, book=story.book, story=story)


@pytest.mark.parametrize(
    "label", ["Finding {n}: ", "Finding {n} – ", "FINDING {n}. ", "Finding {n} ", "F{n}: ", "Key finding {n}: "]
)
def test_labels(tell: Tell, label: str) -> None:
    one, two = label.format(n=1), label.format(n=2)
    story = tell(
        f"""# Practice reviews

## LCSPR Child Ash

{one}Schools held a great deal of knowledge. Nobody asked them for it.

{two}Meetings were held without the health visitor.
"""
    )
    assert [(f.number, f.source, f.kind) for f in found(story)] == [
        (1, "LCSPR Child Ash", "review"),
        (2, "LCSPR Child Ash", "review"),
    ]
    assert found(story)[0].text == "Schools held a great deal of knowledge. Nobody asked them for it."


def test_label_as_a_heading(tell: Tell) -> None:
    story = tell(
        """# Serious case reviews

## Child W

### Finding 1

Hand-over between teams was poor.

### Finding 2: Recording

Visits were written down weeks later.
"""
    )
    assert [(f.number, f.text) for f in found(story)] == [
        (1, "Hand-over between teams was poor."),
        (2, "Recording Visits were written down weeks later."),
    ]
    assert {f.source for f in found(story)} == {"LCSPR Child W"}


def test_numbered_list_under_a_heading(tell: Tell) -> None:
    story = tell(
        """# Case review: Family Birch

## Findings

1. The family moved four times in a year.
2. Each move lost a part of the history.
"""
    )
    assert [(f.number, f.text) for f in found(story)] == [
        (1, "The family moved four times in a year."),
        (2, "Each move lost a part of the history."),
    ]


def test_table(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child Y

| Ref | Key finding | RAG |
|---|---|---|
| 1 | Letters were sent to an old address | Red |
| 2 | The father was not part of the plan | Green |
"""
    )
    assert [(f.number, f.text, f.source) for f in found(story)] == [
        (1, "Letters were sent to an old address", "LCSPR Child Y"),
        (2, "The father was not part of the plan", "LCSPR Child Y"),
    ]


def test_two_in_one_paragraph(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child D

Finding 1: Nobody led the plan. Finding 2: Reviews were late.
"""
    )
    assert [(f.number, f.text) for f in found(story)] == [(1, "Nobody led the plan."), (2, "Reviews were late.")]


def test_audit_lists(tell: Tell) -> None:
    story = tell(
        """# Multi-agency audits

In May the partnership audited twelve files about neglect.

## What worked well

- Children were seen alone in every case.
- School nurses wrote clear notes.

## Areas for improvement

- Chronologies were missing in five files.
"""
    )
    assert [f.text for f in found(story)] == [
        "Children were seen alone in every case.",
        "School nurses wrote clear notes.",
        "Chronologies were missing in five files.",
    ]
    assert {f.kind for f in found(story)} == {"audit"}


def test_audit_sentences(tell: Tell) -> None:
    story = tell(
        """# Audits

The audit found that plans were rarely shared with schools. An audit of early help will follow in the autumn.
The hub is a service that supports parents.
"""
    )
    assert [f.text for f in found(story)] == ["The audit found that plans were rarely shared with schools."]


def test_list_announced_by_inspectors(tell: Tell) -> None:
    story = tell(
        """# Partner updates

## Saltmarsh Police

HMICFRS visited the force in June and found:

- The force answers calls about children faster than before.
- Supervision of long cases is not consistent.
"""
    )
    assert [(f.kind, f.agency, f.text) for f in found(story)] == [
        ("inspection", "Saltmarsh Police", "The force answers calls about children faster than before."),
        ("inspection", "Saltmarsh Police", "Supervision of long cases is not consistent."),
    ]


def test_grades(tell: Tell) -> None:
    story = tell(
        """# Foreword

Ashcombe Council was judged to be Good by Ofsted in March 2031. In its PEEL assessment Kestrel Vale Police was graded as
'Requires improvement' for protecting vulnerable people. Relations between agencies are good.
"""
    )
    assert [(f.agency, f.grade) for f in found(story)] == [
        ("Ashcombe Council", "Good"),
        ("Kestrel Vale Police", "Requires improvement"),
    ]


def test_grade_stated_twice_is_one_finding(tell: Tell) -> None:
    story = tell(
        """# Foreword

Ashcombe Council was rated Outstanding by Ofsted.

# Inspections

The 2031 inspection rated Ashcombe Council as Outstanding.
"""
    )
    only = found(story)
    assert [(f.agency, f.grade) for f in only] == [("Ashcombe Council", "Outstanding")]
    assert len(only[0].evidence) == 2


def test_quoted_inspectors(tell: Tell) -> None:
    story = tell(
        """# Ashcombe Children's Services

Inspectors said: "Children receive timely help from skilled workers. There was a flood in 2029. Plans for care leavers
are not always clear." The report can be read online.
"""
    )
    assert [f.text.strip('"') for f in found(story)] == [
        'Inspectors said: "Children receive timely help from skilled workers.',
        "Plans for care leavers are not always clear.",
    ]


def test_every_quote_is_a_span(tell: Tell) -> None:
    story = tell(
        "# Audits\n\nThe audit found gaps in recording. This meant that\n\n<!-- page 2 -->\n\nvisits were missed.\n"
    )
    for finding in found(story):
        assert all(story.document.text[e.start : e.end] == e.quote for e in finding.evidence)


def test_conclusions_that_a_sentence_announces(tell: Tell) -> None:
    story = tell(
        """# 5. Learning from practice

5.1 One review, known as Heron, was published in May 2031. The review came to two conclusions:

1. The move was known to the school alone.

2. Nobody asked the aunt.

5.2 Two audits read thirty files. Supervision notes seldom mention the child.
"""
    )
    assert [(f.kind, f.source, f.number, f.text) for f in found(story)] == [
        ("review", "LCSPR Heron", 1, "The move was known to the school alone."),
        ("review", "LCSPR Heron", 2, "Nobody asked the aunt."),
        ("audit", "LCSPR Heron", None, "Supervision notes seldom mention the child."),
    ]


def test_audit_findings_are_not_of_the_review_named_last(tell: Tell) -> None:
    story = tell(
        "# Learning & Improvement\n\n## Reviews of practice\n\nThe review of Child Z was published in May.\n\n"
        "## Multi-agency audits\n\nThe audit found that plans were clear. Good practice was seen in recording.\n"
    )
    audits = [f for f in found(story) if f.kind == "audit"]
    assert audits
    assert all(f.source is None or "Child Z" not in f.source for f in audits)


def test_grade_of_a_summary_is_that_of_the_table(tell: Tell) -> None:
    story = tell(
        """# Foreword

Ofsted rated children's services Good in July 2031.

# Inspections

| Agency | Inspectorate | Date | Judgement |
| --- | --- | --- | --- |
| Northmere Council | Ofsted | July 2031 | Good |
| Saltmarsh Police | HMICFRS | May 2031 | Good |
"""
    )
    assert [(f.agency, f.grade, len(f.evidence) > 1) for f in found(story)] == [
        ("Northmere Council", "Good", True),
        ("Saltmarsh Police", "Good", True),
    ]


def test_grades_of_two_years_are_two(tell: Tell) -> None:
    story = tell("# Foreword\n\nOfsted rated us Good in 2028.\n\nThe council was rated Good by Ofsted in May 2031.\n")
    assert len([f for f in found(story) if f.grade]) == 2


def test_what_inspectors_asked_in_the_next_sentence(tell: Tell) -> None:
    story = tell(
        "# Northmere Council\n\nInspectors came in May. They asked us to do more for care leavers.\n\n"
        "They asked us for a cup of tea.\n"
    )
    assert [f.text for f in found(story)] == ["They asked us to do more for care leavers."]


def test_conclusions_in_a_list(tell: Tell) -> None:
    story = tell("# Independent scrutiny\n\nShe concluded that:\n\n- leaders act slowly;\n- fathers are not heard.\n")
    assert [f.text.rstrip(";") for f in found(story)] == ["leaders act slowly", "fathers are not heard."]
