"""A finding before it becomes part of the extraction, and how one that is stated twice becomes one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from report_extract.extract.numbered import words_of
from report_extract.extract.story import Story

Spans = tuple[tuple[int, int], ...]
_GRADE = re.compile(r"[a-z ]+")  # "Adequate: protecting vulnerable people" is the grade Adequate
_YEAR = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Found:
    """`spans` are its words; `also` are other places that state the same; `body` is the inspectorate that is named."""

    kind: Literal["review", "audit", "inspection"]
    spans: Spans
    rule: str | None
    number: int | None = None
    source: str | None = None
    agency: str | None = None
    place: str | None = None
    grade: str | None = None
    body: str | None = None
    also: Spans = ()

    def text(self, story: Story) -> str:
        return words_of(story, self.spans)


def same_finding(found: Sequence[Found]) -> list[Found]:
    """One finding per passage, and one per graded body; later passages of a grade become evidence of the first.

    A council and its children's services are graded together: the name of their place decides. A summary that does
    not say who was graded ("rated Good by the inspectorate in May") is the grade that the same body gave elsewhere.
    """
    kept: list[Found] = []
    for finding in found:
        if any(_overlap(finding, other) for other in kept):
            continue
        at = next((i for i, other in enumerate(kept) if _same_grade(finding, other)), None)
        if at is None:
            kept.append(finding)
        else:
            kept[at] = _merged(kept[at], finding)
    return kept


def _same_grade(one: Found, other: Found) -> bool:
    if not (one.grade and other.grade and _grade(one) == _grade(other)):
        return False
    mine, theirs = one.place or one.agency, other.place or other.agency
    if mine and theirs:
        return mine == theirs and (one.body == other.body or None in (one.body, other.body))
    years = set(_YEAR.findall(one.source or "")), set(_YEAR.findall(other.source or ""))
    return bool(one.body and one.body == other.body and (years[0] == years[1] or not all(years)))


def _grade(found: Found) -> str:
    named = _GRADE.match((found.grade or "").lower())
    return named[0].strip() if named else ""


def _merged(first: Found, again: Found) -> Found:
    """The first place with the other as evidence, and with the agency where only the other names it."""
    named = again if again.agency and not first.agency else first
    place, body = first.place or again.place, first.body or again.body
    said = replace(first, source=named.source, agency=named.agency, place=place, body=body)
    return replace(said, also=first.also + again.spans)


def _overlap(one: Found, other: Found) -> bool:
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)
