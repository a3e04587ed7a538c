"""Priorities as headings, labels, lists, tables and in sentences; outcome and pledge joined from later pages."""

from __future__ import annotations

from collections.abc import Callable

from report_extract.extract.priorities import find_priorities
from report_extract.extract.story import Story
from report_extract.model.extraction import Priority

Tell = Callable[[str], Story]

NAME = "# Northmere Safeguarding Children Partnership\n\n"


def found(story: Story) -> tuple[Priority, ...]:
    return find_priorities(story.document, book=story.book, story=story)


def test_numbered_list_with_years(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Our priorities 2031-33

1. Neglect
2. Children at risk of exploitation
3. Safe sleep for babies
"""
    )
    assert [(p.number, p.title, p.theme, p.year) for p in found(story)] == [
        (1, "Neglect", "neglect", "2031/33"),
        (2, "Children at risk of exploitation", "exploitation", "2031/33"),
        (3, "Safe sleep for babies", "infants", "2031/33"),
    ]
    assert {p.owner for p in found(story)} == {"Northmere Safeguarding Children Partnership"}


def test_labelled_headings(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Progress in the year

### Priority 1 – Neglect

A tool was bought.

### Priority Two: Early help

Hubs were opened.
"""
    )
    assert [(p.number, p.title) for p in found(story)] == [(1, "Neglect"), (2, "Early help")]


def test_plain_headings_below_our_priorities(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Our strategic priorities

### Domestic abuse

Work went on.

### Child exploitation

Work went on.

### Next steps

More work will be done.
"""
    )
    assert [p.title for p in found(story)] == ["Domestic abuse", "Child exploitation"]


def test_outcome_and_pledge_are_joined(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Priorities 2031/32

### Priority 1: Neglect

#### Outcome

Children who are neglected are seen early.

### Priority 2: Voice of the child

#### Outcome

Plans carry the words of children.

<!-- page 2 -->

## Our pledge

**PRIORITY**

### NEGLECT

We will train every team in the tool.

**NEW**

### VOICE OF THE CHILD

We will ask children twice a year.
"""
    )
    assert [(p.title, p.outcome, p.pledge, p.is_new) for p in found(story)] == [
        ("Neglect", "Children who are neglected are seen early.", "We will train every team in the tool.", False),
        ("Voice of the child", "Plans carry the words of children.", "We will ask children twice a year.", True),
    ]


def test_bare_labels_and_outcomes(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Our priorities

PRIORITY 1

Early help for families

Outcome: Families are helped before things get worse.

PRIORITY 2

Online harm

Outcome: Children know whom to tell.
"""
    )
    assert [(p.number, p.title, p.outcome) for p in found(story)] == [
        (1, "Early help for families", "Families are helped before things get worse."),
        (2, "Online harm", "Children know whom to tell."),
    ]


def test_table(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Business plan

| Priority | Outcome | What we will do |
|---|---|---|
| Neglect | Fewer repeat plans | Train all teams |
| Exploitation | Safer children | Open a new panel |
"""
    )
    assert [(p.title, p.outcome, p.pledge) for p in found(story)] == [
        ("Neglect", "Fewer repeat plans", "Train all teams"),
        ("Exploitation", "Safer children", "Open a new panel"),
    ]


def test_sentence_and_agency_list(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Looking ahead

For 2032/33, our priorities will be Neglect, Online Harm and Serious Youth Violence.

## Partner updates

### Northmere Housing

The service had two main priorities:

- Homes for families: building forty homes for families with children.
- Safe homes: checking every flat for damp.
"""
    )
    assert [(p.kind, p.title, p.year, p.owner) for p in found(story)] == [
        ("local", "Neglect", "2032/33", "Northmere Safeguarding Children Partnership"),
        ("local", "Online Harm", "2032/33", "Northmere Safeguarding Children Partnership"),
        ("local", "Serious Youth Violence", "2032/33", "Northmere Safeguarding Children Partnership"),
        ("agency", "Homes for families", None, "Northmere Housing"),
        ("agency", "Safe homes", None, "Northmere Housing"),
    ]


def test_other_talk_of_priorities_is_none(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Foreword

Safeguarding is our first priority. Priorities were discussed at the board, the executive and the sub-groups.
"""
    )
    assert found(story) == ()


def test_labels_in_line_years_and_new(tell: Tell) -> None:
    story = tell(
        NAME
        + """## Aims for the coming year

The partners set two aims for 2031/32.

### Priority 1: Warm homes

What we want: No child is cold. What we promise: We will mend every boiler.

### Priority 2: First days (NEW)

What we want: Babies are safe. What we promise: We will visit every baby. This aim is new.
"""
    )
    assert [(p.title, p.outcome, p.pledge, p.year, p.is_new) for p in found(story)] == [
        ("Warm homes", "No child is cold.", "We will mend every boiler.", "2031/32", False),
        ("First days", "Babies are safe.", "We will visit every baby.", "2031/32", True),
    ]


COUNTED = """## Where next

The plan for 2032-34 sets out three priorities. It was agreed in May.

### 1 Help before harm

We will open two hubs.

### 2 Safe water

Harbours and rivers.

### 3 Babies

Safe sleep.

### Thanks

To all who helped.
"""


def test_headings_that_a_sentence_counts(tell: Tell) -> None:
    titles = ["Help before harm", "Safe water", "Babies"]
    assert [(p.title, p.stage, p.year) for p in found(tell(NAME + COUNTED))] == [
        (t, "ahead", "2032/34") for t in titles
    ]


def test_fewer_headings_than_counted_are_no_priorities(tell: Tell) -> None:
    assert found(tell(NAME + COUNTED.replace("three priorities", "seven priorities"))) == ()


def test_a_priority_about_staff_is_one(tell: Tell) -> None:
    story = tell(
        "# Our priorities\n\n## Neglect\n\nWe will visit sooner.\n\n## Workforce\n\nWe will train staff.\n\n"
        "## Child sexual abuse\n\nWe will ask.\n"
    )
    assert [p.title for p in found(story)] == ["Neglect", "Workforce", "Child sexual abuse"]
