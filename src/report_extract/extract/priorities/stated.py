"""A priority as one place of the report states it, and the years that headings and sentences give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from report_extract.extract.statements import Hit
from report_extract.extract.story import Story
from report_extract.language.headings import meanings_of
from report_extract.model.document import Section

LONGEST_TITLE = 16  # words; a longer heading is a sentence
_YEAR = re.compile(r"\b(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b")


class Place(NamedTuple):
    """Where a priority is printed: its title, what is printed below it, and the section whose list it belongs to."""

    title: str
    span: tuple[int, int]
    below: tuple[int, int]
    container: Section | None
    label: Hit | None
    tag: str


@dataclass(frozen=True, slots=True)
class Stated:
    """`container` is the id of the section whose list it belongs to; `spans` are the title, then outcome and pledge."""

    title: str
    spans: tuple[tuple[int, int], ...]
    rule: str | None
    kind: Literal["partnership", "local", "agency"]
    container: str | None
    owner: str | None
    stage: Literal["reported", "ahead"] | None = None
    number: int | None = None
    year: str | None = None
    outcome: str | None = None
    pledge: str | None = None
    is_new: bool | None = None


def year_in(text: str) -> str | None:
    """The first span of years in a text, "2031-2032" → "2031/32"; a longer span is kept ("2031/34")."""
    found = _YEAR.search(text)
    return f"{found[1]}/{found[2]}" if found else None


def year_at(story: Story, offset: int) -> str | None:
    """The years that the headings around an offset print, innermost first, else the divider page of its part."""
    around = [*reversed(story.document.section_path(offset)), divider_before(story, offset)]
    return next((year for s in around if s and (year := year_in(s.title))), None)


def reported_on(story: Story, offset: int) -> bool:
    """True where the report tells of the year's progress."""
    around = [*story.document.section_path(offset), divider_before(story, offset)]
    return any("progress" in meanings_of(s.title, story.book) for s in around if s)


def divider_before(story: Story, offset: int) -> Section | None:
    """The title page of the part that the offset stands in: the last earlier heading with nothing of its own below."""
    path = story.document.section_path(offset)
    outer = path[0] if path else None
    for section in reversed(story.document.outline):
        if outer and section.start < outer.start and section.level <= outer.level and _is_divider(story, section):
            return section
    return None


def _is_divider(story: Story, section: Section) -> bool:
    return not story.document.text[section.start + len(section.title) : section.end].strip()


def holder_at(story: Story, offset: int) -> tuple[Literal["partnership", "agency"], str | None]:
    """(kind, owner) of a priority by its place: the agency whose section it is, else the partnership.

    Among the agencies' own statements, in a section whose agency is not known, the owner is not known either.
    """
    agency = story.scope.agency_at(offset)
    if agency and agency != story.scope.partnership:
        return "agency", agency
    if "agency_statements" in story.meanings_at(offset):
        return "agency", None
    return "partnership", story.scope.partnership
