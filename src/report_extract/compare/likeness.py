"""How alike two figures are: by what they are called, the words around the number, the heading, who tells of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from report_extract.compare.figures import Figure
from report_extract.compare.words import Words
from report_extract.rules.kinds.metrics import MetricRule
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
# "83% of them took place on time": what they are stands before.
_REFERS_BACK = re.compile(r"(?:them|they|these|those|that|this|who|which|it)\b", re.IGNORECASE)


class Likeness:
    """Learns from all labels of a comparison which words are common; `areas`: must areas agree?"""

    def __init__(self, figures: Sequence[Figure], *, book: RuleBook, areas: bool) -> None:
        sections = [e.section for f in figures for e in f.evidence[:1] if e.section]
        self.words = Words([*(f.label for f in figures), *sections], book=book)
        self._everybodys = _everybodys(book)
        labels = {(f.document, f.said) for f in figures}
        self._users = Counter((document, stem) for document, said in labels for stem in self.words.stems(said))
        self._areas = areas

    def between(self, a: Figure, b: Figure) -> float:
        """About 0 to 1; above 1 where the later report itself repeats the earlier value."""
        score = self._by_words(a, b) + SECTION * self.words.alike(_section(a), _section(b))
        score += ORDER * (1 - abs(a.place - b.place)) - self._unlikely(a, b)
        score += SAME_AGENCY * (a.agency != "" and a.agency == b.agency)
        score += min(NO_OTHERS_AT_MOST, NO_OTHERS * len(self._told_by(a, b)))
        before = b.metric.compared_with
        return score + STATED_BEFORE * (before is not None and before.value == a.metric.value)

    def _by_words(self, a: Figure, b: Figure) -> float:
        """The labels and the words around the numbers; which of them counts for more depends on what the labels say."""
        named, in_context = self._named(a, b), self._in_context(a, b)
        thin = (self.says_little(a.said) or self.says_little(b.said)) and in_context < IN_CONTEXT_WHOLE
        of_label, of_near = (THIN_LABEL, THIN_NEAR) if thin else (LABEL, NEAR)
        named = max(named, in_context)
        near = self.words.alike(a.near, b.near) if a.near and b.near else named
        if min(len(self.words.stems(f.said)) for f in (a, b)) >= FULL_WORDS - (named >= 1):
            near = max(near, FULL_NEAR * named)
        return of_label * named + of_near * near

    def _unlikely(self, a: Figure, b: Figure) -> float:
        """What is taken off for another agency, another sort of period, and an area that only one of them states."""
        off = 0.0
        if a.agency and b.agency and a.agency != b.agency:
            off += OTHER_AGENCY * (1 - self.words.alike(a.agency, b.agency))
        if a.when.kind != b.when.kind and (a.rule is None) == (b.rule is None):
            off += OTHER_PERIOD
        if self._areas and bool(a.area) != bool(b.area):
            off += AREA_UNSTATED
        return off

    def is_narrower(self, a: Figure, b: Figure) -> bool:
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
        pairs = ((x, y) for x, y in ((a, b), (b, a)) if self.says_little(y.said) and long[id(x)] > long[id(y)])
        return max((IN_CONTEXT * self._found_in(x, y) for x, y in pairs), default=0.0)

    def _found_in(self, full: Figure, thin: Figure) -> float:
        """How much of a full label stands around the other number, if the other's own word is one of that label."""
        around = f"{thin.said} {thin.near}"
        if not self.words.stems(thin.said) <= self.words.stems(f"{full.said} {full.near}"):
            return 0.0
        return self.words.held(full.said, around)

    def says_little(self, label: str) -> bool:
        """Only the words around tell what is counted."""
        stems = self.words.stems(label)
        everyday = len(stems) <= EVERYDAY_WORDS and stems <= self._everybodys
        return len(stems) <= THIN_WORDS or everyday or _REFERS_BACK.match(label) is not None


@lru_cache(maxsize=8)
def _everybodys(book: RuleBook) -> frozenset[str]:
    """The stems that several names of the catalogue have."""
    words = Words([], book=book)
    names = Counter(stem for rule in book.of(MetricRule) for stem in words.stems(rule.label))
    return frozenset(stem for stem, count in names.items() if count >= EVERYBODYS)


def _section(figure: Figure) -> str:
    return (figure.evidence[0].section if figure.evidence else None) or ""
