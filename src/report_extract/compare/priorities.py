"""Priorities kept, renamed, new and dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from report_extract.compare.texts import Chain, chains
from report_extract.compare.words import Words, fold
from report_extract.model.comparison import Axis, PriorityChange
from report_extract.model.extraction import Extraction, Priority
from report_extract.rules.load import RuleBook

# Titles as alike as this are the same title (a word more or less); measured on rewordings of the samples' priorities.
_SAME_TITLE = 0.8
# Titles that share this much, or a theme, are one priority under two names.
_RENAMED = 0.45
_BY_THEME = 0.6
_BY_PURPOSE = 0.55
_WORDS_SHOWN = 6

Judgement = tuple[str, str | None]


def priority_changes(facts: Sequence[Extraction], *, axis: Axis, book: RuleBook) -> tuple[PriorityChange, ...]:
    """The partnership's own priorities in the order of the last document, the dropped ones at the end.

    A paper in which no priorities were found drops none: the last one that has any decides.
    """
    own = _of_one_stage([_own(f) for f in facts])
    texts = [t for found in own for p in found for t in (p.title, _purpose(p))]
    words = Words(texts, book=book)
    linked = chains(own, alike=lambda a, b: _alike(a, b, words), least=_RENAMED)
    with_any = [d for d, found in enumerate(own) if found]
    if not with_any:
        return ()
    last = with_any[-1]
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
    """Like with like: what each report sets out for the time ahead, or else what each reports on."""
    for stage in ("ahead", "reported"):
        staged = [[p for p in priorities if p.stage == stage] for priorities in found]
        if sum(map(bool, staged)) >= min(2, sum(map(bool, found))) and any(staged):
            return staged
    return found


def _purpose(priority: Priority) -> str:
    return f"{priority.outcome or ''} {priority.pledge or ''}".strip()


def _alike(a: Priority, b: Priority, words: Words) -> float:
    title = words.alike(a.title, b.title)
    if a.theme and b.theme and a.theme != b.theme and title < _SAME_TITLE:
        return 0.0
    by_theme = _BY_THEME + 0.2 * title if a.theme and a.theme == b.theme else 0.0
    purpose = words.alike(_purpose(a), _purpose(b)) if _purpose(a) and _purpose(b) else 0.0
    by_purpose = purpose if purpose >= _BY_PURPOSE else 0.0
    return max(title, by_theme, by_purpose)


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
        return (
            "new",
            "the report itself calls it new" if chain.last.is_new else "not found among the earlier priorities",
        )
    if words.alike(chain.first.title, chain.last.title) >= _SAME_TITLE:
        return "kept", None
    if chain.first.theme and chain.first.theme == chain.last.theme:
        return "renamed", f"another title, the same theme ({chain.last.theme})"
    then, now = (f"{p.title} {_purpose(p)}" for p in (chain.first, chain.last))
    return "renamed", f"another title, the same words: {', '.join(words.shared(then, now)[:_WORDS_SHOWN])}"
