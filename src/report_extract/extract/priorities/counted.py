"""Priorities that a sentence counts ("The plan has four priorities.") before they stand as headings without a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.extract.numbered import number_of
from report_extract.extract.priorities.stated import LONGEST_TITLE, Place
from report_extract.extract.statements import Hit, first_hit
from report_extract.extract.story import Heading, Story
from report_extract.language.headings import meanings_of
from report_extract.model.document import Section
from report_extract.rules.kinds.statements import Says

_NUMBER = re.compile(r"^\W*(?P<number>\d{1,2})[.):]?\s")
# A heading that means one of these heads another part of the section, whatever was counted before it.
_OTHER_PARTS = frozenset(
    {"recommendations", "finance", "contents", "glossary", "case_study", "attendance", "action_plan"}
)
_OTHER_PARTS |= {"achievements", "challenges", "pledge", "foreword", "context", "data"}


def counted_headings(story: Story) -> Iterator[Place]:
    """The first headings below such a sentence, as many as it counts; none where there are fewer."""
    for section in story.document.outline:
        hit = _counting(section, story)
        number = number_of(hit.groups["number"]) if hit else None
        if number is None:
            continue
        children = [h for h in story.headings if h.section.parent == section.id]
        chosen = _chosen(children, number, story)
        for heading in chosen:
            span = (heading.section.start, heading.end)
            yield Place(
                heading.words.strip(), span, (heading.end, heading.section.end), section, None, heading.tag or ""
            )


def numbered_run(headings: Sequence[Heading]) -> list[Heading]:
    """The headings that count on from 1 ("1. …", "2. …"), in their order."""
    run: list[Heading] = []
    for heading in headings:
        found = _NUMBER.match(heading.section.title)
        if found and int(found["number"]) == len(run) + 1:
            run.append(heading)
    return run


def _counting(section: Section, story: Story) -> Hit | None:
    """The sentence of a section's opening words that counts priorities."""
    own = (p for p in story.pieces if p.section is not None and p.section.id == section.id)
    found = (first_hit(p.text, Says.priorities_counted, book=story.book) for p in own if not p.item)
    return next((hit for hit in found if hit is not None), None)


def _chosen(children: Sequence[Heading], number: int, story: Story) -> list[Heading]:
    """Exactly as many as were counted: those with numbers, else the first ones, where each could name a priority."""
    numbered = numbered_run(children)
    first = numbered[:number] if len(numbered) >= number else list(children[:number])
    return first if len(first) == number and all(_could_be_one(h, story) for h in first) else []


def _could_be_one(heading: Heading, story: Story) -> bool:
    title = heading.section.title
    other = meanings_of(title, story.book) & _OTHER_PARTS
    return not other and len(title.split()) <= LONGEST_TITLE and not title.rstrip().endswith("?")
