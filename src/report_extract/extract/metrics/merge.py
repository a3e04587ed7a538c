"""One metric per fact: the same figure in several places keeps all its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from report_extract.extract.metrics.draft import Draft
from report_extract.model.extraction import Role

_WORDS = re.compile(r"[a-z0-9]+")


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Joins drafts that state the same value of the same metric for the same role, period and area."""
    groups: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = _identity(draft)
        first = groups.get(key)
        if first is not None and first.whole and draft.whole and first.label != draft.label:
            key, first = (*key, draft.label), groups.get((*key, draft.label))  # totals of two columns
        if first is None:
            groups[key] = replace(draft, spans=((draft.start, draft.end),))
        elif (draft.start, draft.end) not in first.spans:
            groups[key] = _joined(first, draft)
    return list(groups.values())


def divided(drafts: Sequence[Draft], name: str) -> list[Draft]:
    """The figures of one table or chart, of which several may state one metric: each is a part of it ("from schools").

    A part is not the whole: it keeps the catalogue's name only where that is made for parts (`dimension`). The total
    of such rows is the metric itself.
    """
    rows = Counter(_cell_of(draft) for draft in drafts if not draft.whole)
    return [_part(d, name) if not d.whole and d.rule and rows[_cell_of(d)] > 1 else d for d in drafts]


def _part(draft: Draft, name: str) -> Draft:
    return replace(draft, part_of=name, rule=draft.rule if draft.rule and draft.rule.dimension else None)


def _cell_of(draft: Draft) -> tuple[object, ...]:
    return draft.metric, draft.unit, draft.role, draft.period, draft.area, draft.agency


def _identity(draft: Draft) -> tuple[object, ...]:
    name = draft.metric if draft.rule and not draft.rule.dimension and not draft.part_of else None
    about = name or f"{draft.metric}|{' '.join(sorted(set(_WORDS.findall(draft.label.lower()))))}"
    role = Role.current if draft.role in (Role.total, Role.share) else draft.role
    return (about, draft.value, draft.value_max, draft.unit, role, draft.period, draft.area)


def _joined(first: Draft, again: Draft) -> Draft:
    return replace(
        first,
        spans=(*first.spans, (again.start, again.end)),
        inferred=tuple(what for what in first.inferred if what in again.inferred),
        direction=first.direction or again.direction,
        compared_with=first.compared_with or again.compared_with,
    )
