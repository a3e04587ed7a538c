"""A finding before it becomes part of the extraction, and how one that is stated twice becomes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from report_extract.extract.numbered import words_of
from report_extract.extract.story import Story

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """`spans` are its words; `also` are other places that state the same."""

    kind: Literal["review", "audit", "inspection"]
    spans: Spans
    rule: str | None
    number: int | None = None
    source: str | None = None
    agency: str | None = None
    place: str | None = None
    grade: str | None = None
    also: Spans = ()

    def text(self, story: Story) -> str:
        return words_of(story, self.spans)


def same_finding(found: Sequence[Found]) -> list[Found]:
    """One finding per passage, and one per graded body; later passages of a grade become evidence of the first.

    A council and its children's services are graded together: the name of their place decides.
    """
    kept: list[Found] = []
    graded: dict[tuple[str | None, str], int] = {}
    for finding in found:
        if any(_overlap(finding, other) for other in kept):
            continue
        key = (finding.place or finding.agency, finding.grade or "")
        if finding.grade and key[0] and key in graded:
            first = kept[graded[key]]
            kept[graded[key]] = replace(first, also=first.also + finding.spans)
            continue
        if finding.grade:
            graded[key] = len(kept)
        kept.append(finding)
    return kept


def _overlap(one: Found, other: Found) -> bool:
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)
