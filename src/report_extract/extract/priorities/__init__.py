"""Priorities: headings, outcomes and pledges joined; strategic themes listed in sentences; agencies' own lists."""

from __future__ import annotations

from report_extract.extract.priorities.headings import priorities_in_headings
from report_extract.extract.priorities.join import joined
from report_extract.extract.priorities.lists import listed_priorities
from report_extract.extract.priorities.stated import Stated
from report_extract.extract.story import Story
from report_extract.extract.themes import theme_of
from report_extract.model.document import Document
from report_extract.model.extraction import Priority
from report_extract.rules.load import RuleBook


def find_priorities(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Priority, ...]:
    """All priorities in the order of the text; one that later pages give an outcome or pledge to is one priority."""
    story = story or Story(document, book=book)
    headed = priorities_in_headings(story)
    stated = joined([*headed, *listed_priorities(story, headed)])
    return tuple(_priority(s, story, i) for i, s in enumerate(sorted(stated, key=lambda s: s.spans[0]), start=1))


def _priority(stated: Stated, story: Story, index: int) -> Priority:
    wording = " ".join(w for w in (stated.title, stated.outcome) if w)
    return Priority(
        id=f"priority-{index}",
        kind=stated.kind,
        stage=stated.stage,
        number=stated.number,
        theme=theme_of(stated.title, book=story.book) or theme_of(wording, book=story.book),
        title=stated.title,
        owner=stated.owner,
        year=stated.year,
        outcome=stated.outcome,
        pledge=stated.pledge,
        is_new=stated.is_new,
        evidence=tuple(e for a, b in stated.spans for e in story.document.evidence(a, b, rule=stated.rule)),
    )
