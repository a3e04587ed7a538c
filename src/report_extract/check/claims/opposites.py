"""Words that exclude each other (before and after, new and repeat, published and still being written), as packs declare
them: where a sentence has the one and the claim the other, it does not say what the claim says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from report_extract.check.claims.anchors import BEFORE
from report_extract.check.claims.binding import Binding, all_stated
from report_extract.check.claims.moods import looks_ahead
from report_extract.check.claims.pieces import Pieces, clause_of
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary
from report_extract.rules.kinds.vetoes import Veto

_REST = 0.95  # of the claim's other words, in the sentence with those before it and its headings
_ITSELF = 0.6  # … in the sentence itself, where no number ties the two together


class Opposite(NamedTuple):
    """The word of the claim and the word of the sentence that exclude each other."""

    said: str
    there: str


class Opposites:
    """Finds words of sentences that exclude words of claims."""

    def __init__(self, vocabulary: Vocabulary, *, binding: Binding, pieces: Pieces, vetoes: Sequence[Veto]) -> None:
        self._vocabulary, self._binding, self._pieces = vocabulary, binding, pieces
        self._vetoes = tuple(v for v in vetoes if not v.or_none)

    def between(self, claim: str, own: str, sentence: str) -> Opposite | None:
        """The claim's word is nowhere in the sentence, and its opposite is in the part `own` of the sentence."""
        said, there, around = (BEFORE.sub("", t).lower() for t in (claim, own, sentence))
        for rule in self._vetoes:
            mine, theirs, any_there = (_groups(rule, text) for text in (said, there, around))
            if mine and theirs and not mine & any_there and not theirs & mine:
                ours = next(m.group() for i in sorted(mine) if (m := rule.groups[i].search(said)))
                others = next(m.group() for i in sorted(theirs) if (m := rule.groups[i].search(there)))
                return Opposite(str(ours), str(others))
        return None

    def said(self, asked: Asked, units: Sequence[Unit], context: frozenset[str]) -> tuple[list[str], list[Unit]]:
        """Sentences that say all that the claim says but for an opposite word; `context` are words of headings."""
        if asked.anchors.negations or looks_ahead(asked.text) or asked.anchors.ratings:
            return [], []
        for i, unit in enumerate(units):
            there = context.union(*(u.words for u in units[: i + 1]))
            found = self._in_unit(asked, unit)
            if found is None or unit.anchors.negations or not all_stated(asked.anchors, unit.anchors):
                continue
            opposite = set(self._vocabulary.words(found.said))
            rest = [w for w in asked.words if w not in opposite]
            near = self._vocabulary.coverage(rest, there=unit.words)
            is_it = self._vocabulary.coverage(rest, there=there) >= _REST and (asked.anchors.numbers or near >= _ITSELF)
            if rest and is_it and not asked.anchors.years - unit.anchors.years:
                return [f"the report says “{found.there}”, the cover “{found.said}”"], [unit]
        return [], []

    def _in_unit(self, asked: Asked, unit: Unit) -> Opposite | None:
        """The opposite in the words that are of the claim's number, or in the clause of the names of the claim."""
        for number in asked.anchors.numbers:
            for other in unit.anchors.numbers:
                if self._binding.same(asked, number, other, unit):
                    return self.between(asked.text, self._pieces.own_text(unit, other), unit.text)
        if asked.anchors.numbers or not asked.anchors.names | asked.anchors.bodies:
            return None
        clause = clause_of(unit.text, sorted(asked.anchors.names))
        return self.between(asked.text, clause, clause)


def _groups(rule: Veto, text: str) -> set[int]:
    return {i for i, group in enumerate(rule.groups) if group.search(text)}
