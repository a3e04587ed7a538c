"""Recommendations in many prints: labels, tables, action plans, RAG and BRAG, and what is no status at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_extract.extract.recommendations import find_recommendations
from report_extract.extract.story import Story
from report_extract.model.extraction import Recommendation

Tell = Callable[[str], Story]


def found(story: Story) -> tuple[Recommendation, ...]:
    return find_recommendations(story.document, book=story.book, story=story)


@pytest.mark.parametrize(
    "label",
    [
        "Recommendation {n}: ",
        "Recommendation {n} – ",
        "RECOMMENDATION {n}. ",
        "Rec {n}. ",
        "Rec. {n}: ",
        "R{n} - ",
        "R{n}. ",
        "Recommendation {n} ",
    ],
)
def test_labels(tell: Tell, label: str) -> None:
    one, two = label.format(n=1), label.format(n=2)
    story = tell(
        f"""# Northmere Safeguarding Children Partnership

## Local child safeguarding practice review: Child Oak

{one}The council should write to every school about the new form.

{two}Northmere Police should test its call handling within six months.
"""
    )
    numbered = [r for r in found(story) if r.number]
    assert [(r.number, r.source) for r in numbered] == [(1, "LCSPR Child Oak"), (2, "LCSPR Child Oak")]
    assert numbered[0].text == "The council should write to every school about the new form."
    assert numbered[1].addressees == ("Northmere Police",)
    assert all(r.status is None for r in numbered)


def test_number_words(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child P

Recommendation One: Schools should keep a log.

Recommendation Two: Health visitors should be told.
"""
    )
    assert [r.number for r in found(story)] == [1, 2]


def test_numbered_list_under_a_heading(tell: Tell) -> None:
    story = tell(
        """# Learning reviews

## Family K

The review looked at three years of contact.

### Recommendations

1. The trust should review its letters to parents.
2. All agencies should check their out-of-hours cover.
3. The partnership should report back in a year.
"""
    )
    assert [(r.number, r.source) for r in found(story)] == [(n, "LCSPR Family K") for n in (1, 2, 3)]
    assert found(story)[1].addressees == ("All agencies",)


def test_table_with_brag(tell: Tell) -> None:
    story = tell(
        """# Learning from reviews

## Child Rowan

| No. | Recommendation | Lead | BRAG | Progress |
|---|---|---|---|---|
| 1 | Schools to be given a single form for worries | Education | B | Form in use since May |
| 2 | Midwives to be trained in safe sleep for babies | Health | Amber | Half of the staff trained |
| 3 | Police to add a flag to its system for siblings | Police | On track | Supplier has been asked |
| 4 | Housing to join the weekly meeting of teams | Housing | Delayed | |
| 5 | Board to look at this again after a year | Board | | |
"""
    )
    status = {r.number: (r.status.rag, r.status.state) if r.status else None for r in found(story)}
    assert status == {
        1: ("blue", None),
        2: ("amber", None),
        3: (None, "in_progress"),
        4: (None, "delayed"),
        5: None,
    }
    assert found(story)[0].addressees == ("Education",)


def test_status_comes_from_the_own_review_pages_later(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child A

Recommendation 1: The trust should review its letters.

Recommendation 2: The council should open its register.

## Child B

Recommendation 1: Schools should meet once a term.

Recommendation 2: The police should brief new officers.

<!-- page 2 -->

# Progress of action plans

The action plan for the review of Child B has moved on. Recommendation 1 is rated "RED – not started". With regard to
Recommendation 2, the status is AMBER.

In the action plan for Child A, Recommendation 1 is now GREEN and complete, while Recommendation 2 remains amber.
"""
    )
    status = {
        (r.source, r.number): (r.status.rag, r.status.state) if r.status else None for r in found(story) if r.number
    }
    assert status == {
        ("LCSPR Child A", 1): ("green", "complete"),
        ("LCSPR Child A", 2): ("amber", None),
        ("LCSPR Child B", 1): ("red", "not_started"),
        ("LCSPR Child B", 2): ("amber", None),
    }


def test_status_behind_the_words(tell: Tell) -> None:
    story = tell(
        """# Serious case reviews

## Child M

Recommendation 1: The trust should audit its letters. Status: Complete

Recommendation 2: The council should publish its offer. [AMBER – in progress]

Recommendation 3: Ongoing support should be given to foster carers by the council.
"""
    )
    one, two, three = found(story)
    assert one.text == "The trust should audit its letters."
    assert one.status is not None
    assert one.status.state == "complete"
    assert two.status is not None
    assert (two.status.rag, two.status.state) == ("amber", "in_progress")
    assert two.text == "The council should publish its offer."
    assert three.status is None


def test_a_mention_is_no_recommendation_and_no_status(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child T

Recommendation 1: The council should train its call takers.

With regard to Recommendation 1, the council has ongoing arrangements for new staff, who read the green book.
"""
    )
    only = found(story)
    assert [r.number for r in only] == [1]
    assert only[0].status is None


def test_unnumbered(tell: Tell) -> None:
    story = tell(
        """# Audits

The audit looked at twelve files. It was recommended that managers sign each plan. We recommend that schools are told.
All recommendations have been accepted.
"""
    )
    assert [r.text for r in found(story)] == [
        "It was recommended that managers sign each plan.",
        "We recommend that schools are told.",
    ]
    assert {r.kind for r in found(story)} == {"audit"}


def test_text_over_a_page_break(tell: Tell) -> None:
    story = tell(
        """# Practice reviews

## Child Z

Recommendation 1: The partnership should agree a way to

<!-- page 2 -->

share what schools know before a meeting is held.
"""
    )
    only = found(story)[0]
    assert only.text == "The partnership should agree a way to share what schools know before a meeting is held."
    assert {e.page for e in only.evidence} == {1, 2}
    assert all(story.document.text[e.start : e.end] == e.quote for e in only.evidence)


def test_named_review_with_status_lines_below(tell: Tell) -> None:
    story = tell(
        """# Practice review: Mill Street

The Mill Street review was published in January 2031.

Recommendation 1: Ashcombe Council should open its register.

Recommendation 2: Kestrel Vale Police should brief its officers.

Recommendation 1 – RED – Not started. The register is being replaced.

Recommendation 2 – AMBER – In progress. Half of the officers were briefed.
"""
    )
    assert [(r.source, r.number, r.status and r.status.rag, r.status and r.status.state) for r in found(story)] == [
        ("LCSPR Mill Street", 1, "red", "not_started"),
        ("LCSPR Mill Street", 2, "amber", "in_progress"),
    ]


def test_status_before_the_progress_in_one_paragraph(tell: Tell) -> None:
    story = tell(
        """# Learning

One review, known as Heron, was published in May 2031.

## Recommendations and progress

R1. Schools should meet once a term. Status: Green. Meetings began in June.
"""
    )
    only = found(story)[0]
    assert (only.text, only.source) == ("Schools should meet once a term.", "LCSPR Heron")
    assert only.status is not None
    assert only.status.rag == "green"


def test_it_recommended_speaks_of_the_audit(tell: Tell) -> None:
    story = tell("# Audits\n\nThe audit read nine files. It recommended that schools keep one log of calls.\n")
    assert [r.text for r in found(story)] == ["It recommended that schools keep one log of calls."]


def test_a_label_recommends_nothing(tell: Tell) -> None:
    assert not found(tell("# Reviews\n\nWHAT IT RECOMMENDED\n\nThe panel met in May.\n"))


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        ("She makes two recommendations:", "that the trust names a deputy for every meeting"),
        ("The scrutineer recommends that:", "the board agrees one risk register by December"),
        ("I ask the partners to do two things.", "Let a young person chair one meeting a year."),
    ],
)
def test_items_behind_an_announcement_are_the_recommendations_and_it_is_none(tell: Tell, lead: str, item: str) -> None:
    story = tell(
        f"# Scrutiny\n\nThe scrutineer met every team. {lead}\n\n- {item}\n- that minutes come within a week\n"
    )
    assert [r.text for r in found(story)] == [item, "that minutes come within a week"]


def test_a_numbered_paragraph_may_announce_a_list(tell: Tell) -> None:
    story = tell("# Scrutiny\n\n8.1.1 He met every team. He recommends that:\n\n- the trust names one deputy for all\n")
    assert [r.text for r in found(story)] == ["the trust names one deputy for all"]


def test_prose_beside_numbered_recommendations_is_none(tell: Tell) -> None:
    story = tell(
        "# What partners were asked to do\n\n1. Schools should tell parents sooner.\n\n2. Nurses should join the panel."
        "\n\nBy March the first was done and the second had not begun.\n"
    )
    assert [(r.number, r.text) for r in found(story)] == [
        (1, "Schools should tell parents sooner."),
        (2, "Nurses should join the panel."),
    ]


def test_what_followed_from_recommendations_is_none(tell: Tell) -> None:
    story = tell("# Learning\n\nIn response to the recommendations we have:\n\n- trained every nurse in the hospital\n")
    assert find_recommendations(story.document, book=story.book, story=story) == ()
