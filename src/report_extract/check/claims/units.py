"""What is compared: sentences of the source with their anchors, a claim made ready, and what came out."""

from __future__ import annotations

from dataclasses import dataclass, field

from report_extract.check.claims.anchors import Anchors


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, row or pair of the source with its anchors; `words` are its `stems` and what they stand for."""

    start: int
    end: int
    text: str
    anchors: Anchors
    words: frozenset[str]
    stems: frozenset[str]
    context: frozenset[str]
    is_row: bool = False
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """`stance` is "supports", "contradicts" or "silent"; `units` are the sentences that bear it, best first.

    `near` is the share of the claim's wording that the best single sentence holds: 1 for the claim word for word.
    """

    stance: str
    coverage: float
    units: tuple[Unit, ...] = ()
    reasons: tuple[str, ...] = ()
    matched: int = 0
    missing: tuple[str, ...] = field(default=())
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim (or a part of one) made ready: its anchors, folded words and the names every passage may leave out."""

    text: str
    anchors: Anchors
    words: tuple[str, ...]
