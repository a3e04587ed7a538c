"""Chains of texts through two or more documents: priorities, recommendations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from report_extract.assignment import assign

T = TypeVar("T")
_NEVER = 9.0


@dataclass
class Chain(Generic[T]):
    """One thing through the documents: by document what it is there; `likeness` of the weakest link."""

    items: dict[int, T]
    likeness: float | None = None

    @property
    def first(self) -> T:
        return self.items[min(self.items)]

    @property
    def last(self) -> T:
        return self.items[max(self.items)]


def chains(documents: Sequence[Sequence[T]], *, alike: Callable[[T, T], float], least: float) -> list[Chain[T]]:
    """The best one-to-one links from each document to the next ones; `alike` gives 0 to 1, below `least` is no link."""
    out: list[Chain[T]] = []
    for document, items in enumerate(documents):
        scores = [[alike(chain.last, item) for item in items] for chain in out]
        costs = [[1.0 - (s - least) if s >= least else _NEVER for s in line] for line in scores]
        links = assign(costs, limit=1.0) if items else {}
        for row, column in links.items():
            chain = out[row]
            chain.items[document] = items[column]
            chain.likeness = min(round(scores[row][column], 3), chain.likeness if chain.likeness is not None else 1.0)
        out += [Chain({document: item}) for j, item in enumerate(items) if j not in links.values()]
    return out
