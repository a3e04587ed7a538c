"""Priorities kept, renamed, new and dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from report_extract.compare.groups import Group
from report_extract.compare.texts import Chain, chains
from report_extract.compare.words import Words, fold
from report_extract.model.comparison import Axis, PriorityChange
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Extraction, Priority
from report_extract.rules.load import RuleBook

# Titles as alike as this are the same title (a word more or less); measured on rewordings of the samples' priorities.
_SAME_TITLE = 0.8
# Titles that share this much, or a theme, are one priority under two names.
_RENAMED = 0.45
_BY_THEME = 0.6
_BY_PURPOSE = 0.55
# The same metrics stand beneath both: enough to join what nothing else joins.
_BY_FIGURES = 0.5
_WORDS_SHOWN = 6
# "We will listen first" is a promise, not the name of a priority.
_PLEDGE = re.compile(r"we (?:will|shall|want|are)\b", re.IGNORECASE)

Judgement = tuple[str, str | None]
Alike = Callable[[Priority, Priority], float]


def priority_changes(
    facts: Sequence[Extraction], groups: Sequence[Group], *, axis: Axis, book: RuleBook
) -> tuple[PriorityChange, ...]:
    """The partnership's own priorities in the order of the last document, the dropped ones at the end.

    A paper in which no priorities were found drops none: the last one that has any decides. `groups` are the metrics
    that were put beside each other: the same figures beneath two titles join them.
    """
    found = [_own(f) for f in facts]
    words = Words([t for own in found for p in own for t in (p.title, _purpose(p))], book=book)
    alike = partial(_alike, words=words, beneath=_beneath(groups))
    main = _of_one_stage(found)
    own = [[*m, *_besides(f, m, alike)] for m, f in zip(main, found, strict=True)]
    linked = chains(own, alike=alike, least=_RENAMED)
    with_any = [d for d, listed in enumerate(own) if listed]
    if not with_any:
        return ()
    last = with_any[-1]
    linked = [c for c in linked if len(c.items) > 1 or _counts_alone(c, main, last)]
    linked.sort(key=lambda c: (last not in c.items, own[max(c.items)].index(c.last)))
    judge = partial(_between_years, words=words, first=with_any[0], last=last)
    return tuple(_change(c, len(facts), judge if axis is Axis.year else _between_partnerships) for c in linked)


def _own(facts: Extraction) -> list[Priority]:
    """Those of the partnership, each title once; agencies' own and local themes are not the partnership's."""
    seen: dict[str, Priority] = {}
    for priority in facts.priorities:
        if priority.kind in (None, "partnership"):
            stage = priority.stage or ""
            seen.setdefault(f"{stage} {fold(priority.title)}", priority)
    return list(seen.values())


def _of_one_stage(found: list[list[Priority]]) -> list[list[Priority]]:
    """Like with like: what each report reports on, or what each sets out for the time ahead; the longer lists."""
    staged = {stage: [[p for p in own if p.stage == stage] for own in found] for stage in ("reported", "ahead")}
    enough = min(2, sum(map(bool, found)))
    complete = [lists for lists in staged.values() if sum(map(bool, lists)) >= enough and any(lists)]
    return max(complete, key=lambda lists: sum(map(len, lists)), default=found)


def _besides(own: list[Priority], main: list[Priority], alike: Alike) -> list[Priority]:
    """What else the same report calls a priority, and not only one of the main ones in other words."""
    besides: list[Priority] = []
    for priority in own:
        told = any(p is priority or alike(p, priority) >= _RENAMED for p in (*main, *besides))
        if main and not told and not _PLEDGE.match(priority.title):
            besides.append(priority)
    return besides


def _counts_alone(chain: Chain[Priority], main: Sequence[Sequence[Priority]], last: int) -> bool:
    """Beside the main lists only what the last report sets out anew is told; a gap elsewhere says nothing."""
    listed = any(p is chain.last for own in main for p in own)
    return listed or (last in chain.items and chain.last.stage != "reported")


def _beneath(groups: Sequence[Group]) -> Counter[frozenset[str]]:
    """How many metrics stand both beneath the one and beneath the other of two headings."""
    counted: Counter[frozenset[str]] = Counter()
    for group in groups:
        counted[frozenset(_heading(f.evidence) for f in group.figures.values())] += len(group.figures) > 1
    return counted


def _heading(evidence: Sequence[Evidence]) -> str:
    return fold(evidence[0].section) if evidence and evidence[0].section else ""


def _purpose(priority: Priority) -> str:
    return f"{priority.outcome or ''} {priority.pledge or ''}".strip()


def _purposes_alike(a: Priority, b: Priority, words: Words) -> float:
    return words.alike(_purpose(a), _purpose(b)) if _purpose(a) and _purpose(b) else 0.0


def _alike(a: Priority, b: Priority, *, words: Words, beneath: Counter[frozenset[str]]) -> float:
    title = words.alike(a.title, b.title)
    if a.theme and b.theme and a.theme != b.theme and title < _SAME_TITLE:
        return 0.0
    by_theme = _BY_THEME + 0.2 * title if a.theme and a.theme == b.theme else 0.0
    purpose = _purposes_alike(a, b, words)
    by_purpose = purpose if purpose >= _BY_PURPOSE else 0.0
    headings = frozenset((_heading(a.evidence), _heading(b.evidence)))
    by_figures = _BY_FIGURES if "" not in headings and len(headings) == 2 and beneath[headings] else 0.0
    return max(title, by_theme, by_purpose, by_figures)


def _change(chain: Chain[Priority], documents: int, judge: Callable[[Chain[Priority]], Judgement]) -> PriorityChange:
    status, why = judge(chain)
    return PriorityChange.model_validate(
        {
            "theme": chain.last.theme or chain.first.theme,
            "titles": tuple(chain.items[d].title if d in chain.items else None for d in range(documents)),
            "status": status,
            "similarity": chain.likeness,
            "why": why,
            "evidence": tuple(e for d in sorted(chain.items) for e in chain.items[d].evidence[:1]),
            "evidence_documents": tuple(d for d in sorted(chain.items) for _ in chain.items[d].evidence[:1]),
        }
    )


def _between_partnerships(chain: Chain[Priority]) -> Judgement:
    if len(chain.items) == 1:
        return "single", None
    same = chain.first.theme and chain.first.theme == chain.last.theme
    return "shared", f"the same theme ({chain.last.theme})" if same else "alike in their words"


def _between_years(chain: Chain[Priority], *, words: Words, first: int, last: int) -> Judgement:
    if last not in chain.items:
        return "dropped", "not found among the later priorities"
    if min(chain.items) > first:
        return "new", _why_new(chain.last)
    title = words.alike(chain.first.title, chain.last.title)
    if title >= _SAME_TITLE:
        announced = (chain.first.stage, chain.last.stage) == ("ahead", "reported")
        return "kept", "announced in the earlier paper, reported on in the later one" if announced else None
    if chain.first.theme and chain.first.theme == chain.last.theme:
        return "renamed", f"another title, the same theme ({chain.last.theme})"
    if max(title, _purposes_alike(chain.first, chain.last, words)) < _RENAMED:
        return "renamed", "another title, the same figures beneath it"
    then, now = (f"{p.title} {_purpose(p)}" for p in (chain.first, chain.last))
    return "renamed", f"another title, the same words: {', '.join(words.shared(then, now)[:_WORDS_SHOWN])}"


def _why_new(priority: Priority) -> str:
    if priority.is_new:
        return "the report itself calls it new"
    ahead = ", and set out for the time ahead" if priority.stage == "ahead" else ""
    return f"not found among the earlier priorities{ahead}"
