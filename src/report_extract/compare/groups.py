"""Chains of figures through two or more documents: each group is one metric, with at most one figure a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from report_extract.compare.alignment import Aligner
from report_extract.compare.figures import Figure


@dataclass
class Group:
    """`likeness` is that of the weakest link; `also` holds figures of other areas of the same document."""

    figures: dict[int, Figure]
    likeness: float | None = None
    also: list[Figure] = field(default_factory=list)

    @property
    def last(self) -> Figure:
        return self.figures[max(self.figures)]


def chained(figures: Sequence[Sequence[Figure]], *, aligner: Aligner) -> list[Group]:
    """Aligns each document with the latest figure of every group so far; what has no partner begins a group."""
    groups = [Group({f.document: f}) for f in figures[0]] if figures else []
    for following in figures[1:]:
        pairs = aligner.align([g.last for g in groups], following)
        taken = {p.right for p in pairs}
        for pair in pairs:
            group = groups[pair.left]
            group.figures[following[pair.right].document] = following[pair.right]
            group.likeness = min(pair.score, group.likeness if group.likeness is not None else 1.0)
        groups += [Group({f.document: f}) for j, f in enumerate(following) if j not in taken]
    return groups
