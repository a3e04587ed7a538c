"""Figures dealt out in order: "A (24%), B (22%) and C (14%), against 27%, 26% and 12% respectively last year"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.metrics.draft import Draft
from report_extract.extract.metrics.when import POINTS_BACK
from report_extract.model.extraction import Role

_IN_TURN = re.compile(r"\brespectively\b", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,)(]*(?:(?:in|during|for|at)\s(?:the\s)?[\w/ -]{4,24}?[\s,]*)?", re.IGNORECASE)
"""Between the last figure and the word: "12% in 2023/24 respectively"."""
_BETWEEN = re.compile(
    r"(?:,\s|,?\s(?:and|or)\s)(?:(?:by|from|to|at|of|against)\s)?(?:just\s|only\s|about\s|around\s|over\s|under\s|almost\s|nearly\s|an?\s|the\s)*"
    r"(?:£)?",
    re.IGNORECASE,
)
BOUND = frozenset({Role.change_abs, Role.change_pct, Role.previous})
"""Roles of figures that say how another one came about."""


def fits(part: Draft, base: Draft) -> bool:
    """Previous values and absolute changes have the unit of what they belong to; percentages fit any."""
    if base.role in BOUND or base.role is Role.rank or base.borrows:
        return False
    if base.unit == part.unit:
        return True
    if part.role is Role.change_abs and part.unit == "percentage_points":
        return base.unit == "percent"
    return part.role is Role.change_pct


def in_turn(drafts: Sequence[Draft], first: int, sentence: str) -> dict[int, int | None]:
    """Which figure each one of a list before "respectively" belongs to; None where the lists differ in length.

    So too in a sentence that looks back: "In 2023 the numbers were 31 and 12". `drafts` from `first` on are the
    sentence's, those before it earlier ones. The figures that are listed belong in order to those of the same sentence
    before them, or where it has none to those of the sentence before. A list to which nothing was listed before is no
    such list and not in the answer.
    """
    words = list(_IN_TURN.finditer(sentence))
    end = words[-1].start() if words else len(sentence.rstrip(" .")) if POINTS_BACK.match(sentence) else 0
    listed = _list_before(drafts, first, sentence, end) if end else []
    if len(listed) < 2 or drafts[listed[0]].role not in BOUND:
        return {}
    part = drafts[listed[0]]
    whole = [j for j in range(first, listed[0]) if fits(part, drafts[j])]
    same = [j for j in whole if drafts[j].unit == drafts[whole[-1]].unit]
    before = [j for j in range(first) if drafts[j].start == drafts[first - 1].start and fits(part, drafts[j])]
    if not same and len(before) != len(listed):
        return {}
    if len(same or before) != len(listed):
        return dict.fromkeys(listed)
    return dict(zip(listed, same or before, strict=True))


def _list_before(drafts: Sequence[Draft], first: int, sentence: str, end: int) -> list[int]:
    """The figures of the sentence that stand in one list right before a place in it."""
    run: list[int] = []
    for i in range(len(drafts) - 1, first - 1, -1):
        draft = drafts[i]
        if draft.at + len(draft.value_text) > end:
            continue
        gap = sentence[draft.at + len(draft.value_text) : end]
        if not (_BETWEEN if run else _BEHIND).fullmatch(gap) or (run and draft.role is not drafts[run[0]].role):
            break
        run.insert(0, i)
        end = draft.at
    return run
