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
from report_extract.compare.vetoes import Vetoes
from report_extract.compare.words import Words
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.load import RuleBook

# How much each sign counts: what it is called, the words around the number, the heading above it.
LABEL, NEAR, SECTION = 0.55, 0.3, 0.15
# A label of one word ("children", "sessions") or of none ("them") says little: the words around the number count more.
THIN_LABEL, THIN_NEAR = 0.3, 0.55
THIN_WORDS = 1
# Lines of a table are the same line only if row and column each are: so much of each must agree.
LEAST_OF_LINE = 0.4
# The later report prints the earlier one's value as its own previous value: language-free evidence.
STATED_BEFORE = 0.25
# Of two equally good partners the one at the same place in the report; too little to decide anything else.
ORDER = 0.02
# Another agency, or a period of another sort, makes a pair unlikely, not impossible.
OTHER_AGENCY, OTHER_PERIOD, AREA_UNSTATED = 0.2, 0.1, 0.05

# Least likeness of a pair: both of one catalogue id; the only two of it; uncatalogued; catalogued in one paper only.
SAME_ID, ONLY_PAIR, NO_ID, HALF_ID = 0.4, 0.15, 0.62, 0.8


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
        sections = [e.section for f in figures for e in f.evidence[:1] if e.section]
        self.words = Words([*(f.label for f in figures), *sections], book=book)
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
            least = HALF_ID
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
        if "quarter" in (a.when.kind, b.when.kind) and a.when[::2] != b.when[::2]:
            return False
        return self._vetoes.between(*self._telling(a, b)) is None and not self._other_line(a, b)

    def _other_line(self, a: Figure, b: Figure) -> bool:
        """Two lines "row - column" whose rows, or whose columns, have little in common."""
        parts = [f.label.split(" - ") for f in (a, b)]
        if len(parts[0]) != len(parts[1]) or len(parts[0]) < 2:
            return False
        return any(self.words.alike(x, y) < LEAST_OF_LINE for x, y in zip(*parts, strict=True))

    def _telling(self, a: Figure, b: Figure) -> tuple[str, str]:
        """The words that a veto is asked about: the labels; with the words around where a label says nothing."""
        if self.words.stems(a.label) and self.words.stems(b.label):
            return a.label, b.label
        return f"{a.label} {a.near}", f"{b.label} {b.near}"

    def likeness(self, a: Figure, b: Figure) -> float:
        """About 0 to 1; above 1 where the later report itself repeats the earlier value."""
        named = self.words.alike(a.label, b.label)
        thin = min(len(self.words.stems(f.label)) for f in (a, b)) <= THIN_WORDS
        of_label, of_near = (THIN_LABEL, THIN_NEAR) if thin else (LABEL, NEAR)
        score = of_label * named + of_near * (self.words.alike(a.near, b.near) if a.near and b.near else named)
        score += SECTION * self.words.alike(_section(a), _section(b))
        score += ORDER * (1 - abs(a.place - b.place))
        if a.agency and b.agency and a.agency != b.agency:
            score -= OTHER_AGENCY * (1 - self.words.alike(a.agency, b.agency))
        if a.when.kind != b.when.kind:
            score -= OTHER_PERIOD
        if self._limits.areas and bool(a.area) != bool(b.area):
            score -= AREA_UNSTATED
        before = b.metric.compared_with
        if before is not None and before.value == a.metric.value:
            score += STATED_BEFORE
        return score


# Dearer than leaving both alone.
_NEVER = 9.0


def _section(figure: Figure) -> str:
    return (figure.evidence[0].section if figure.evidence else None) or ""
