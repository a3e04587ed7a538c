"""One priority out of several places: the outcome page, the pledge page, the list at the front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from report_extract.extract.priorities.stated import Stated
from report_extract.language.names import key

# Titles that agree this well are one priority: a letter doubled in print scores 97, another priority under 80.
SAME_TITLE = 90


def joined(stated: Sequence[Stated]) -> list[Stated]:
    """Joins what several places say of one priority of one owner, the nearest earlier place of the same title first.

    What the year's progress reports on stays apart from what is set out for the time ahead: the two lists of a report
    may differ, and comparing years needs both.
    """
    kept: list[Stated] = []
    for one in sorted(stated, key=lambda s: s.spans[0]):
        at = _partner(one, kept)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _merged(kept[at], one)
    return kept


def _partner(one: Stated, kept: Sequence[Stated]) -> int | None:
    for at in range(len(kept) - 1, -1, -1):
        other = kept[at]
        if other.container == one.container or not _same(one, other):
            continue
        if {one.stage, other.stage} != {"reported", "ahead"}:
            return at if not _contradict(one, other) else None
    return None


def _same(one: Stated, other: Stated) -> bool:
    return (
        one.owner == other.owner
        and one.kind == other.kind
        and (one.year == other.year or (None in (one.year, other.year) and one.kind != "local"))
        and fuzz.ratio(key(one.title), key(other.title)) >= SAME_TITLE
    )


def _contradict(one: Stated, other: Stated) -> bool:
    """Both have an outcome, or both a pledge, of different words."""
    return any(a and b and a != b for a, b in ((one.outcome, other.outcome), (one.pledge, other.pledge)))


def _merged(first: Stated, more: Stated) -> Stated:
    return replace(
        first,
        spans=(*first.spans, *(s for s in more.spans if s not in first.spans)),
        stage="ahead" if "ahead" in (first.stage, more.stage) else first.stage,
        number=first.number if first.number is not None else more.number,
        year=first.year or more.year,
        outcome=first.outcome or more.outcome,
        pledge=first.pledge or more.pledge,
        is_new=first.is_new if first.is_new is not None else more.is_new,
    )
