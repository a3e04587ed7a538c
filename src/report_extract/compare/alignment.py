"""Which figure of one document is which figure of another.

Hard limits first (unit, catalogue id, area, period, vetoes), then one optimal assignment over how alike the rest is.
Method and weights: reference measurements on renamed labels (canonical words matter more than the solver; only a veto
keeps "missing from home" and "missing from care" apart).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from report_extract.assignment import assign
from report_extract.compare.figures import Figure
from report_extract.compare.vetoes import Vetoes
from report_extract.compare.words import Words
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.load import RuleBook

# How much each sign counts: what it is called, the words around the number, the heading above it.
LABEL, NEAR, SECTION = 0.55, 0.3, 0.15
# A label of one word ("children", "sessions") or of none ("them") says little: the words around the number count more.
THIN_LABEL, THIN_NEAR = 0.3, 0.55
THIN_WORDS = 1
# So does one of two words that are in many names ("young people", "children in need").
EVERYDAY_WORDS = 2
# A label of so many words, one less for the very same, says itself what is counted: words around take little away.
FULL_WORDS, FULL_NEAR = 3, 0.7
# "episodes" beside "children went missing, in 84 episodes" is nearly as good as "missing episodes".
IN_CONTEXT = 0.9
# From here on the words around have said what the label leaves out, and the label counts in full.
IN_CONTEXT_WHOLE = 0.8
# Lines of a table are the same line only if row and column each are: so much of each must agree.
LEAST_OF_LINE = 0.4
# The later report prints the earlier one's value as its own previous value: language-free evidence.
STATED_BEFORE = 0.25
# Of two equally good partners the one at the same place in the report; too little to decide anything else.
ORDER = 0.02
# Words of so many names in the catalogue ("children", "cases") are everybody's and tell nothing apart.
EVERYBODYS = 3
# A word of both labels that no other label of either paper has ("takeaways"); two such words say all there is to say.
NO_OTHERS, NO_OTHERS_AT_MOST = 0.12, 0.24
SAME_AGENCY = 0.05
# Another agency, or a period of another sort, makes a pair unlikely, not impossible.
OTHER_AGENCY, OTHER_PERIOD, AREA_UNSTATED = 0.2, 0.1, 0.05

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
        sections = [e.section for f in figures for e in f.evidence[:1] if e.section]
        self.words = Words([*(f.label for f in figures), *sections], book=book)
        self._vetoes = Vetoes(book.of(Veto))
        self._everybodys = _everybodys(book)
        labels = {(f.document, f.said) for f in figures}
        self._users = Counter((document, stem) for document, said in labels for stem in self.words.stems(said))
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
            least = NARROWER if self._narrower(a, b) else HALF_ID
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
        thin = any(self._thin(f.said) and not f.is_line for f in (a, b))
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
        if not any(self._thin(label) for label in named):
            return named
        return f"{named[0]} {a.near}", f"{named[1]} {b.near}"

    def _thin(self, label: str) -> bool:
        stems = self.words.stems(label)
        everyday = len(stems) <= EVERYDAY_WORDS and stems <= self._everybodys
        return len(stems) <= THIN_WORDS or everyday or _REFERS_BACK.match(label) is not None

    def likeness(self, a: Figure, b: Figure) -> float:
        """About 0 to 1; above 1 where the later report itself repeats the earlier value."""
        named, in_context = self._named(a, b), self._in_context(a, b)
        thin = (self._thin(a.said) or self._thin(b.said)) and in_context < IN_CONTEXT_WHOLE
        of_label, of_near = (THIN_LABEL, THIN_NEAR) if thin else (LABEL, NEAR)
        named = max(named, in_context)
        near = self.words.alike(a.near, b.near) if a.near and b.near else named
        if min(len(self.words.stems(f.said)) for f in (a, b)) >= FULL_WORDS - (named >= 1):
            near = max(near, FULL_NEAR * named)
        score = of_label * named + of_near * near
        score += SECTION * self.words.alike(_section(a), _section(b))
        score += ORDER * (1 - abs(a.place - b.place))
        if a.agency and b.agency and a.agency != b.agency:
            score -= OTHER_AGENCY * (1 - self.words.alike(a.agency, b.agency))
        score += SAME_AGENCY * (a.agency != "" and a.agency == b.agency)
        score += min(NO_OTHERS_AT_MOST, NO_OTHERS * len(self._told_by(a, b)))
        if a.when.kind != b.when.kind and (a.rule is None) == (b.rule is None):
            score -= OTHER_PERIOD
        if self._limits.areas and bool(a.area) != bool(b.area):
            score -= AREA_UNSTATED
        before = b.metric.compared_with
        if before is not None and before.value == a.metric.value:
            score += STATED_BEFORE
        return score

    def _narrower(self, a: Figure, b: Figure) -> bool:
        """Is the catalogued one called by a word of the catalogue that is not said of the other?"""
        known, other = (a, b) if a.rule is not None else (b, a)
        own = self.words.stems(known.rule.label if known.rule else "") & self.words.stems(known.said)
        sentence = other.evidence[0].quote if other.evidence else ""
        return not own <= self.words.stems(f"{other.said} {sentence} {_section(other)}")

    def _told_by(self, a: Figure, b: Figure) -> set[str]:
        """The words that both have and that no other figure of their two documents is called by."""
        both = (self.words.stems(a.said) & self.words.stems(b.said)) - self._everybodys
        return {s for s in both if self._users[(a.document, s)] == 1 == self._users[(b.document, s)]}

    def _named(self, a: Figure, b: Figure) -> float:
        """How alike the labels are; what the catalogue calls the one may be just what the other paper says."""
        named = max(self.words.alike(a.label, b.label), self.words.alike(a.said, b.said))
        if (a.rule is None) == (b.rule is None):
            return named
        known, other = (a, b) if a.rule else (b, a)
        return max(named, IN_CONTEXT * self.words.alike(known.rule.label if known.rule else "", other.said))

    def _in_context(self, a: Figure, b: Figure) -> float:
        """How alike a full label is to one that says little ("episodes") with the words of its sentence; else 0."""
        long = {id(f): len(self.words.stems(f.said)) for f in (a, b)}
        pairs = ((x, y) for x, y in ((a, b), (b, a)) if self._thin(y.said) and long[id(x)] > long[id(y)])
        return max((IN_CONTEXT * self._found_in(x, y) for x, y in pairs), default=0.0)

    def _found_in(self, full: Figure, thin: Figure) -> float:
        """How much of a full label stands around the other number, if the other's own word is one of that label."""
        around = f"{thin.said} {thin.near}"
        if not self.words.stems(thin.said) <= self.words.stems(f"{full.said} {full.near}"):
            return 0.0
        return self.words.held(full.said, around)


# Dearer than leaving both alone.
_NEVER = 9.0
# "83% of them took place on time": what they are stands before.
_REFERS_BACK = re.compile(r"(?:them|they|these|those|that|this|who|which|it)\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _everybodys(book: RuleBook) -> frozenset[str]:
    """The stems that several names of the catalogue have."""
    words = Words([], book=book)
    names = Counter(stem for rule in book.of(MetricRule) for stem in words.stems(rule.label))
    return frozenset(stem for stem, count in names.items() if count >= EVERYBODYS)


def _section(figure: Figure) -> str:
    return (figure.evidence[0].section if figure.evidence else None) or ""
