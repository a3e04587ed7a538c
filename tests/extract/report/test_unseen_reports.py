"""Reports in manners that no sample has: labels that are no headings, Roman numbers, tables of inspections, pillars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from report_extract.extract.findings import find_findings
from report_extract.extract.priorities import find_priorities
from report_extract.extract.recommendations import find_recommendations
from report_extract.extract.remarks import find_achievements, find_challenges
from report_extract.extract.reviews import find_reviews
from report_extract.extract.story import Story
from report_extract.extract.tables import find_tables

Tell = Callable[[str], Story]
TITLE = "# Ashcombe Safeguarding Children Partnership Annual Report 2031/32\n\n"


def told(find: Callable[..., tuple[object, ...]], story: Story) -> tuple[object, ...]:
    return find(story.document, book=story.book, story=story)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("**What worked well**", "**What we were worried about**"),
        ("Strengths:", "Areas for development:"),
        ("Key strengths", "Key areas for improvement"),
    ],
)
def test_lists_under_labels_of_an_audit(tell: Tell, good: str, bad: str) -> None:
    story = tell(
        f"{TITLE}## Multi-agency audits\n\nNine records were read in June.\n\n{good}\n\n"
        "- Plans used the family's own words.\n\n"
        f"{bad}\n\n- Dental neglect went unseen\n\nActions agreed:\n\n- Managers will check records in supervision.\n"
    )
    found = [f.text for f in find_findings(story.document, book=story.book, story=story)]
    assert found == ["Plans used the family's own words.", "Dental neglect went unseen"]


def test_questions_as_labels_in_paragraphs_and_aims_that_are_no_remarks(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Early help\n\n"
        "What we set out to do: We wanted a link worker in every school, although recruitment is a "
        "challenge.\n\nWhat difference did it make? Heads wait two days for advice and not two weeks.\n\n"
        "What do we need to do better? Nurseries were not reached.\n"
    )
    achieved = find_achievements(story.document, book=story.book, story=story)
    hard = find_challenges(story.document, book=story.book, story=story)
    assert [a.text for a in achieved] == ["Heads wait two days for advice and not two weeks."]
    assert [c.text for c in hard] == ["Nurseries were not reached."]


def test_labels_of_an_agencys_own_account(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Partner updates\n\n### Ashcombe Police\n\nOur key achievements this year:\n\n"
        "- Missing episodes fell by a sixth.\n\nOur challenges:\n\n- Two in five officers are new to the work.\n\n"
        "Our priorities for 2032/33 are:\n\n1. Better first responses\n2. Voice of the child in every log\n"
    )
    achieved = find_achievements(story.document, book=story.book, story=story)
    hard = find_challenges(story.document, book=story.book, story=story)
    aims = find_priorities(story.document, book=story.book, story=story)
    assert [(a.text, a.agency) for a in achieved] == [("Missing episodes fell by a sixth.", "Ashcombe Police")]
    assert [(c.text, c.agency) for c in hard] == [("Two in five officers are new to the work.", "Ashcombe Police")]
    assert [(p.number, p.title, p.kind, p.owner) for p in aims] == [
        (1, "Better first responses", "agency", "Ashcombe Police"),
        (2, "Voice of the child in every log", "agency", "Ashcombe Police"),
    ]


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("(i)", "(ii)", "(iii)"), (1, 2, 3)),
        (("(a)", "(b)", "(c)"), (None,) * 3),
        (("I.", "II.", "III."), (1, 2, 3)),
        (("1.", "2.", "3."), (1, 2, 3)),
    ],
)
def test_numbers_of_other_sorts(tell: Tell, marks: tuple[str, ...], numbers: tuple[int | None, ...]) -> None:
    one, two, three = marks
    story = tell(
        f"{TITLE}## Practice review: Child Ash\n\nThe review made the following recommendations:\n\n"
        f"{one} The hub should keep a log of calls. – DONE\n\n{two} Police should tell schools by nine. – ON TRACK\n\n"
        f"{three} Probation should be invited to core groups. – NOT YET STARTED\n"
    )
    found = find_recommendations(story.document, book=story.book, story=story)
    assert [r.number for r in found] == list(numbers)
    assert [r.status.state for r in found if r.status] == ["complete", "in_progress", "not_started"]
    assert found[0].text == "The hub should keep a log of calls."
    assert {r.source for r in found} == {"LCSPR Child Ash"}


def test_an_action_plan_pages_later_says_where_recommendations_stand(tell: Tell) -> None:
    story = tell(
        "# Keldby Safeguarding Children Partnership\n\n# Practice review: Family M\n\n## Recommendations\n\n"
        "Recommendation 1\n\nEach agency should audit what its supervision notes say.\n\n"
        "Recommendation 2\n\nThe council should see each child who is taught at home.\n\n## Appendix: action plan\n\n"
        "Recommendation 1: Audit tool agreed by all. Complete (May 2031).\n\n"
        "Recommendation 2: Posts advertised. Amber.\n"
    )
    found = find_recommendations(story.document, book=story.book, story=story)
    assert [(r.number, r.source, r.kind) for r in found] == [
        (1, "LCSPR Family M", "review"),
        (2, "LCSPR Family M", "review"),
    ]
    assert found[0].status is not None
    assert found[1].status is not None
    assert (found[0].status.state, found[1].status.rag) == ("complete", "amber")


def test_unnumbered_findings_and_recommendations_with_a_label(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Thematic review of suicide\n\nKey finding: all three had moved home that month. "
        "Recommendation: that one crisis plan travels with the young person.\n"
    )
    assert [(f.text, f.kind) for f in find_findings(story.document, book=story.book, story=story)] == [
        ("Key finding: all three had moved home that month.", "review")
    ]
    found = find_recommendations(story.document, book=story.book, story=story)
    assert [r.text for r in found] == ["that one crisis plan travels with the young person."]


def test_inspections_in_a_table_and_strengths_in_a_table(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Inspections\n\n| Inspectorate | What was inspected | Judgement |\n|---|---|---|\n"
        "| Ofsted | Help for children (ILACS) | Good |\n"
        "| HMICFRS | PEEL: vulnerable people | Requires improvement |\n\n"
        "## Audit of strategy meetings\n\n| Strengths | Areas for development |\n|---|---|\n"
        "| Schools came when they were asked | Health was seldom there |\n"
    )
    found = find_findings(story.document, book=story.book, story=story)
    assert [(f.kind, f.grade) for f in found] == [
        ("inspection", "Good"),
        ("inspection", "Requires improvement"),
        ("audit", None),
        ("audit", None),
    ]


@pytest.mark.parametrize(
    "list_",
    [
        "### Pillar 1: Early help\n\nHelp comes soon.\n\n### Pillar 2: Online harm\n\nScreens are safe.\n",
        ("We have two strategic aims:\n\n1. **Early help** – help comes soon\n2. **Online harm** – screens are safe\n"),
        (
            "Our work has two key priorities, in these areas:\n\n**Early help:**\n\nIt comes soon.\n\n"
            "**Online harm:**\n\nIt hurts.\n"
        ),
        "| Our aim | What we did |\n|---|---|\n| Early help | Trained thirty workers |\n| Online harm | A line |\n",
    ],
)
def test_priorities_by_other_names(tell: Tell, list_: str) -> None:
    story = tell(f"{TITLE}## Our plan and strategic priorities\n\n{list_}")
    found = find_priorities(story.document, book=story.book, story=story)
    assert [p.title for p in found] == ["Early help", "Online harm"]
    assert {(p.kind, p.owner) for p in found} == {("partnership", "Ashcombe Safeguarding Children Partnership")}


def test_reviews_under_aliases_each_with_its_own_state(tell: Tell) -> None:
    story = tell(
        f'{TITLE}## Case reviews\n\nOne local practice review, "Heron", was published on 4 May 2031, '
        "and the LCSPR on Baby "
        "Wren is still under way. CSPR Child Moss (published July 2030) was closed. Two rapid reviews were held. "
        "The panel "
        "agreed with both rapid reviews.\n"
    )
    found = find_reviews(story.document, book=story.book, story=story)
    assert {(r.title, r.status, r.published) for r in found if r.kind == "lcspr"} == {
        ("LCSPR Heron", "published", "2031-05-04"),
        ("LCSPR Baby Wren", "ongoing", None),
        ("LCSPR Child Moss", "published", "2030-07"),
    }


def test_what_an_audit_read_showed(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Audits\n\n### Audit 1 - Strategy meetings\n\nThirty meetings were sampled by managers. "
        "Most were held on "
        "the day. Health was absent from eleven of the thirty. Actions rarely had a date. "
        "Where a school was invited, it came.\n"
    )
    found = find_findings(story.document, book=story.book, story=story)
    assert [f.text for f in found] == [
        "Most were held on the day.",
        "Health was absent from eleven of the thirty.",
        "Actions rarely had a date.",
        "Where a school was invited, it came.",
    ]


def test_a_grade_belongs_to_the_body_that_the_sentence_speaks_of(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Inspection\n\nAshcombe Council was inspected in May 2031. The police were found 'adequate' at "
        "protecting people. The council was judged Good by Ofsted.\n"
    )
    found = find_findings(story.document, book=story.book, story=story)
    assert [(f.grade, f.agency) for f in found] == [("Adequate", None), ("Good", "Ashcombe Council")]


def test_a_tables_title_is_no_label_of_a_finding(tell: Tell) -> None:
    story = tell(
        f"{TITLE}## Practice review\n\n### Finding 3\n\nNo one asked.\n\n| Year | Visits |\n|---|---|\n| 2031 | 4 |\n"
    )
    assert [t.title for t in find_tables(story.document, book=story.book)] == ["Practice review"]
