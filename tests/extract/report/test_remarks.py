"""Achievements and challenges: in call-outs and sections of their own, and by their words anywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_extract.extract.remarks import find_achievements, find_challenges
from report_extract.extract.story import Story

Tell = Callable[[str], Story]


def achieved(story: Story) -> list[tuple[str | None, str]]:
    return [(r.agency, r.text) for r in find_achievements(story.document, book=story.book, story=story)]


def challenged(story: Story) -> list[tuple[str | None, str]]:
    return [(r.agency, r.text) for r in find_challenges(story.document, book=story.book, story=story)]


@pytest.mark.parametrize(
    "heading", ["Achievements", "What went well", "What are we proud of?", "Key successes", "Most proud that"]
)
def test_section_of_achievements(tell: Tell, heading: str) -> None:
    story = tell(
        f"""# Partner updates

## Saltmarsh Constabulary

### {heading}

- Every new officer was trained in the voice of the child.
- A drop-in for schools runs on Mondays.
"""
    )
    assert ("Saltmarsh Constabulary", "Every new officer was trained in the voice of the child.") in achieved(story)
    assert challenged(story) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Challenges",
        "What are we worried about?",
        "Risks and barriers",
        "What is difficult?",
        "Still to do",
        "Even better if",
    ],
)
def test_section_of_challenges(tell: Tell, heading: str) -> None:
    story = tell(
        f"""# Partner updates

## Ashcombe Valley NHS Trust

### {heading}

- Waits for therapy are longer than a year.
- Two posts of school nurses could not be filled, and capacity is low.
"""
    )
    assert len(challenged(story)) == 2
    assert {agency for agency, _ in challenged(story)} == {"Ashcombe Valley NHS Trust"}
    assert achieved(story) == []


def test_call_outs(tell: Tell) -> None:
    story = tell(
        """# Partner updates

## Kestrel Vale Council

**CHALLENGES**

Foster carers are few and costs rise.

**IMPACT**

A family hub was opened in June.
"""
    )
    assert challenged(story) == [("Kestrel Vale Council", "Foster carers are few and costs rise.")]
    assert achieved(story) == [("Kestrel Vale Council", "A family hub was opened in June.")]


def test_words_anywhere(tell: Tell) -> None:
    story = tell(
        """# Foreword

Northmere Council was rated Good by Ofsted. Saltmarsh Police faces a deficit of £4 million. The board met four times.
"""
    )
    assert achieved(story) == [("Northmere Council", "Northmere Council was rated Good by Ofsted.")]
    assert challenged(story) == [("Saltmarsh Police", "Saltmarsh Police faces a deficit of £4 million.")]


def test_stories_and_duties_are_neither(tell: Tell) -> None:
    story = tell(
        """# Partner updates

## Northmere Council

Case study 1: a boy of nine faced many difficulties at home and his mother was worried.

The board must continue to focus on rising demand for places.
"""
    )
    assert achieved(story) == []
    assert challenged(story) == []


def test_one_fact_told_twice_is_one_remark(tell: Tell) -> None:
    story = tell(
        """# Foreword

Saltmarsh Police faces a budget deficit of £4 million, which will cost forty posts.

# Partner updates

## Saltmarsh Police

Saltmarsh Police faces a £4 million budget deficit, which will cost forty posts.
"""
    )
    remarks = find_challenges(story.document, book=story.book, story=story)
    assert len(remarks) == 1
    assert len(remarks[0].evidence) == 2
    assert remarks[0].theme == "finance"


def test_label_that_a_full_stop_ends(tell: Tell) -> None:
    words = "Use of the form by dentists is low, and nobody reads what it says."
    story = tell(f"""# Neglect\n\nWe ran a course. It was busy.\n\nWhat still worries us. {words}\n""")
    assert [text for _, text in challenged(story)] == [words]


def test_telephone_numbers_are_no_worries(tell: Tell) -> None:
    assert challenged(tell("# Thanks\n\nKey concerns: 01632 960 300.\n")) == []


def test_a_worse_figure_is_no_achievement(tell: Tell) -> None:
    assert achieved(tell("# The Vale\n\nIn May there were 70 families in temporary accommodation, up from 61.\n")) == []


def test_one_grade_of_one_council_is_one_achievement(tell: Tell) -> None:
    story = tell(
        """# Foreword

Northmere Council was rated Outstanding by Ofsted in May.

# Partner updates

## Northmere Council

Our services were judged to be outstanding when inspectors came back.

## Saltmarsh Police

The force was judged outstanding at protecting vulnerable people.
"""
    )
    remarks = find_achievements(story.document, book=story.book, story=story)
    assert [(r.agency, len(r.evidence)) for r in remarks] == [("Northmere Council", 2), ("Saltmarsh Police", 1)]


def test_the_chair_may_say_i(tell: Tell) -> None:
    said = "Inspectors rated the council Good, up from Inadequate, and I want to thank the staff."
    assert [text for _, text in achieved(tell(f"# Foreword by the Independent Chair\n\n{said}\n"))] == [said]
    assert achieved(tell(f"# What children said\n\n{said}\n")) == []


def test_staff_in_the_chapter_about_training(tell: Tell) -> None:
    words = "Northmere relies on agency workers in its assessment teams."
    story = tell(f"# Training and workforce\n\n## Courses\n\n{words}\n\n## Workforce\n\n{words[:-1]} again.\n")
    assert [text for _, text in challenged(story)] == [f"{words[:-1]} again."]


@pytest.mark.parametrize(
    "words",
    [
        "The vacancy rate for midwives fell to 4.5%, the lowest for ten years.",
        "No baby was left without a named nurse.",
        "Every clinic has a link social worker.",
        "Launched a text service for young carers in May",
    ],
)
def test_achievements_that_are_only_told(tell: Tell, words: str) -> None:
    assert [text for _, text in achieved(tell(f"# Saltmarsh Hospitals NHS Trust\n\n{words}\n"))] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Parents wait up to eleven months for an autism assessment.",
        "The board has not been able to appoint a parent member.",
        "Sickness in the team rose to 9%.",
        "Letters to the fathers of babies remain patchy.",
    ],
)
def test_challenges_that_are_only_told(tell: Tell, words: str) -> None:
    story = tell(f"# Saltmarsh Hospitals NHS Trust\n\n{words}\n")
    assert [text for _, text in challenged(story)] == [words]
    assert achieved(story) == []


def test_cells_below_what_it_changed_are_achievements_of_the_agency(tell: Tell) -> None:
    story = tell(
        """# What each agency did

## Saltmarsh Constabulary

| What we did | Difference made | What next |
|---|---|---|
| Opened a drop-in | Nine in ten reports now record what the child said | A second drop-in |
| Trained officers | Complaints fell from 40 to 12 in the year | Train sergeants |
"""
    )
    assert achieved(story) == [
        ("Saltmarsh Constabulary", "Nine in ten reports now record what the child said"),
        ("Saltmarsh Constabulary", "Complaints fell from 40 to 12 in the year"),
    ]


def test_impact_beside_recommendations_is_how_far_they_got(tell: Tell) -> None:
    story = tell(
        "# Action plan\n\n| Recommendation | Impact | Status |\n|---|---|---|\n"
        "| Nurses should join the panel | Nurses came to every panel since May | Complete |\n"
    )
    assert achieved(story) == []
