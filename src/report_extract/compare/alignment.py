"""Which figure of one document is which figure of another.

Hard limits first (unit, catalogue id, area, period, vetoes), then one optimal assignment over how alike the rest is.
Method and weights: reference measurements on renamed labels (canonical words matter more than the solver; only a veto
keeps "missing from home" and "missing from care" apart).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.assignment import assign
from report_extract.compare.figures import Figure
from report_extract.compare.likeness import Likeness
from report_extract.compare.vetoes import Vetoes
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.load import RuleBook

# Lines of a table are the same line only if row and column each are: so much of each must agree.
LEAST_OF_LINE = 0.4
# Least likeness of a pair: both of one catalogue id; the only two of it; uncatalogued; catalogued in one paper only.
SAME_ID, ONLY_PAIR, NO_ID, HALF_ID = 0.4, 0.05, 0.62, 0.63
# The same where the catalogue's own word for the one ("secondary") stands nowhere around the other.
NARROWER = 0.8


@dataclass(frozen=True)
class Limits:
    """`areas` and `years`: must they agree?"""

    areas: bool = True
    years: bool = True


@dataclass(frozen=True)
class Pair:
    left: int
    right: int
    score: float


class Aligner:
    """Aligns figures of one set of documents; learns from all their labels which words are common."""

    def __init__(self, figures: Sequence[Figure], *, book: RuleBook, limits: Limits) -> None:
        self._alike = Likeness(figures, book=book, areas=limits.areas)
        self.words, self.likeness = self._alike.words, self._alike.between
        self._vetoes = Vetoes(book.of(Veto))
        self._limits = limits

    def align(self, left: Sequence[Figure], right: Sequence[Figure]) -> list[Pair]:
        """The best one-to-one pairs by index, unit by unit; figures without a good partner stay alone."""
        pairs: list[Pair] = []
        for unit in sorted({f.metric.unit for f in left} & {f.metric.unit for f in right}):
            rows = [i for i, f in enumerate(left) if f.metric.unit == unit]
            columns = [j for j, f in enumerate(right) if f.metric.unit == unit]
            pairs += self._assigned(left, right, rows, columns)
        return sorted(pairs, key=lambda p: p.left)

    def _assigned(
        self, left: Sequence[Figure], right: Sequence[Figure], rows: list[int], columns: list[int]
    ) -> list[Pair]:
        alone = self._only_ones([left[i] for i in rows]) & self._only_ones([right[j] for j in columns])
        costs = [[self._cost(left[i], right[j], alone) for j in columns] for i in rows]
        pairs = ((rows[row], columns[column]) for row, column in assign(costs, limit=1.0).items())
        return [Pair(i, j, round(min(1.0, self.likeness(left[i], right[j])), 3)) for i, j in pairs]

    def _cost(self, a: Figure, b: Figure, alone: set[tuple[object, ...]]) -> float:
        """1 for a pair that is just alike enough, less for a better one; `_NEVER` for one that may not be."""
        if not self.may_pair(a, b):
            return _NEVER
        if a.metric.metric != b.metric.metric:
            least = NARROWER if self._alike.is_narrower(a, b) else HALF_ID
        elif a.metric.metric is None:
            least = NO_ID
        else:
            least = ONLY_PAIR if self._kin(a) in alone and self._kin(b) in alone else SAME_ID
        above = self.likeness(a, b) - least
        return 1.0 - above if above >= 0 else _NEVER

    def _only_ones(self, figures: Sequence[Figure]) -> set[tuple[object, ...]]:
        return {kin for kin, n in Counter(map(self._kin, figures)).items() if n == 1}

    def _kin(self, figure: Figure) -> tuple[object, ...]:
        """What figures share that only their words can tell apart."""
        area = figure.area if self._limits.areas else ""
        return (figure.metric.metric, figure.sort, area, figure.when if self._limits.years else None)

    def may_pair(self, a: Figure, b: Figure) -> bool:
        """Nothing forbids that the two are one metric."""
        ids = {a.metric.metric, b.metric.metric} - {None}
        if len(ids) > 1 or a.sort != b.sort:
            return False
        if self._limits.areas and a.area and b.area and a.area != b.area:
            return False
        if self._limits.years and a.when.years_ago != b.when.years_ago:
            return False
        if not self._limits.areas and not ids and self._of_others(a, b):
            return False
        if "quarter" in (a.when.kind, b.when.kind) and a.when[::2] != b.when[::2]:
            return False
        return self._vetoes.between(*self._telling(a, b)) is None and not self._other_line(a, b)

    def _of_others(self, a: Figure, b: Figure) -> bool:
        """Of two places: one agency's own figure beside everybody's, or a label that says little and is no line."""
        thin = any(self._alike.says_little(f.said) and not f.is_line for f in (a, b))
        return thin or bool(a.agency) != bool(b.agency)

    def _other_line(self, a: Figure, b: Figure) -> bool:
        """Two lines "row - column" whose rows, or whose columns, have little in common."""
        parts = [f.said.split(" - ") for f in (a, b)]
        if len(parts[0]) != len(parts[1]) or len(parts[0]) < 2:
            return False
        return any(self.words.alike(x, y) < LEAST_OF_LINE for x, y in zip(*parts, strict=True))

    def _telling(self, a: Figure, b: Figure) -> tuple[str, str]:
        """The words that a veto is asked about: the labels; with the words around where a label says little."""
        one_id = a.metric.metric is not None and a.metric.metric == b.metric.metric
        named = (a.said, b.said) if one_id else (a.label, b.label)
        if not any(self._alike.says_little(label) for label in named):
            return named
        return f"{named[0]} {a.near}", f"{named[1]} {b.near}"


# Dearer than leaving both alone.
_NEVER = 9.0
