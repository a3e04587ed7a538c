"""One claim against one passage: which anchors agree, which differ, how much of the wording is there.

The rules, in order: nothing is judged on a passage that covers less than `_ABOUT` of the claim. A typed anchor of the
same type, bound to the same subject, that differs → contradicts. All anchors agree and enough wording is there →
supports. Otherwise the passage says nothing on the claim. Similarity alone never contradicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from report_extract.check.claims.anchors import AnchorReader, Anchors, NumberAnchor, RatingAnchor
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.passages import Index, Passage, sentences_of

# Shares of the claim's weighted words. Measured on claims made from source sentences: at 0.75 without anchors 92 of 100
# claims whose evidence was removed stay "not found"; anchors that agree make up for wording.
_ABOUT = 0.45
_SUPPORT = {0: 0.66, 1: 0.55, 2: 0.48}
_SAME_SUBJECT = 0.55
_BOUND = 0.5
_TWO = 2
_FULL_NAME = 3  # words of a name that means the partnership as a whole
_NAMED = 0.6  # share of a name's telling words: "NHS ICB" is named by "ICB"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, row or pair of the source with its anchors and folded words."""

    start: int
    end: int
    text: str
    anchors: Anchors
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`stance` is "supports", "contradicts" or "silent"; `units` are the sentences that bear it, best first."""

    stance: str
    coverage: float
    units: tuple[Unit, ...] = ()
    reasons: tuple[str, ...] = ()
    matched: int = 0
    missing: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim (or a part of one) made ready: its anchors, folded words and the names every passage may leave out."""

    text: str
    anchors: Anchors
    words: tuple[str, ...]


class Judge:
    """Judges claims on the passages of one source."""

    def __init__(self, index: Index, *, reader: AnchorReader, understood: frozenset[str]) -> None:
        """`understood` are folded words of names that stand for the whole source (the partnership, its areas)."""
        self._index, self._reader, self._understood = index, reader, understood
        self._units: dict[Passage, tuple[Unit, ...]] = {}

    def ask(self, text: str) -> Asked:
        """The claim with its anchors; words that an anchor stands for (rose, complete, Good) are not wording."""
        return Asked(text, self._reader.read(text), tuple(self._index.vocabulary.words(self._reader.wording(text))))

    def judge(self, asked: Asked, passage: Passage) -> Judgement:
        """The stance of a passage: its best sentence, with its neighbours and headings as context."""
        vocabulary = self._index.vocabulary
        units = self.units(passage)
        context = vocabulary.spread(vocabulary.words(passage.context))
        around = context.union(*(u.words for u in units))
        coverage = vocabulary.coverage(asked.words, there=around | self._understood)
        if coverage < _ABOUT:
            return Judgement("silent", coverage)
        ranked = sorted(units, key=lambda u: -vocabulary.coverage(asked.words, there=u.words | self._understood))
        matched, missing = self._agreements(asked, units, around)
        differences, differing = self._differences(asked, units, context, around) if missing else ([], [])
        if differences:
            return Judgement("contradicts", coverage, tuple(differing), tuple(differences), matched, tuple(missing))
        if not missing and coverage >= _SUPPORT[min(2, matched)]:
            return Judgement("supports", coverage, tuple(ranked[:2]), (), matched)
        return Judgement("silent", coverage, tuple(ranked[:1]), (), matched, tuple(missing))

    def units(self, passage: Passage) -> tuple[Unit, ...]:
        if passage not in self._units:
            vocabulary = self._index.vocabulary
            self._units[passage] = tuple(
                Unit(start, end, text, self._reader.read(text), vocabulary.spread(vocabulary.words(text)))
                for start, end, text in sentences_of(passage)
            )
        return self._units[passage]

    def _agreements(self, asked: Asked, units: Sequence[Unit], around: frozenset[str]) -> tuple[int, list[str]]:
        """How many anchors agree somewhere in the passage, and which are nowhere in it."""
        anchors, matched, missing = asked.anchors, 0, []
        for number in anchors.numbers:
            if any(self._same_number(number, other) for u in units for other in u.anchors.numbers):
                matched += 1
            else:
                missing.append(number.quantity.text)
        for rating in anchors.ratings:
            if any(self._same_rating(rating, other, asked) for u in units for other in u.anchors.ratings):
                matched += 1
            else:
                missing.append(rating.word)
        for way in anchors.directions:
            if any(o.direction == way.direction for u in units for o in u.anchors.directions) or any(
                n.direction == way.direction for u in units for n in u.anchors.numbers
            ):
                matched += 1
            else:
                missing.append(way.direction)
        if anchors.state:
            if any(u.anchors.state == anchors.state for u in units):
                matched += 1
            else:
                missing.append(anchors.state)
        if anchors.amount in ("all", "none") and not any(u.anchors.amount == anchors.amount for u in units):
            missing.append("all" if anchors.amount == "all" else "none")
        missing += self._missing_names(anchors, units, around)
        return matched, missing

    def _missing_names(self, anchors: Anchors, units: Sequence[Unit], around: frozenset[str]) -> list[str]:
        """Names in the claim that neither the passage nor its headings hold, whole or in their telling words."""
        vocabulary = self._index.vocabulary
        bodies = {b for u in units for b in u.anchors.bodies}
        lacking = []
        for name in (*(b for b in anchors.bodies if b not in bodies), *anchors.names):
            telling = vocabulary.words(name)
            of_source = set(telling) <= self._understood and len(telling) >= _FULL_NAME
            if telling and not of_source and vocabulary.coverage(telling, there=around) < _NAMED:
                lacking.append(name)
        return lacking

    def _differences(
        self, asked: Asked, units: Sequence[Unit], context: frozenset[str], around: frozenset[str]
    ) -> tuple[list[str], list[Unit]]:
        """Anchors of the claim that a sentence on the same subject states otherwise, and those sentences.

        A sentence is on the subject together with those before it: "Six were tested. Only one passed."
        """
        reasons: list[str] = []
        differing: list[Unit] = []
        vocabulary = self._index.vocabulary
        for i, unit in enumerate(units):
            there = context.union(*(u.words for u in units[: i + 1]))
            if vocabulary.coverage(asked.words, there=there | self._understood) < _SAME_SUBJECT:
                continue
            if not self._missing_names(asked.anchors, units, around):
                found = self._differences_in(asked, unit, there)
                differing += [unit] if found else []
                reasons += found
        return list(dict.fromkeys(reasons)), differing

    def _differences_in(self, asked: Asked, unit: Unit, there: frozenset[str]) -> list[str]:
        anchors, found = asked.anchors, []
        for number in anchors.numbers:
            found += self._other_number(number, unit)
        for rating in anchors.ratings:
            found += self._other_rating(rating, asked, unit)
        found += self._other_direction(asked, unit)
        if anchors.state and unit.anchors.state and unit.anchors.state != anchors.state:
            found.append(f"the report says {_SAID[unit.anchors.state]}, the cover {_SAID[anchors.state]}")
        if anchors.amount in ("all", "none") and unit.anchors.amount == "part" and self._shares_words(asked, unit):
            found.append(f"the cover says “{anchors.amount}”; the report: “{unit.text[:120]}”")
        return found

    def _shares_words(self, asked: Asked, unit: Unit) -> bool:
        """At least two words of the claim stand in the sentence itself."""
        return sum(not self._index.vocabulary.spread([w]).isdisjoint(unit.words) for w in set(asked.words)) >= _TWO

    def _same_number(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        if not comparable(a.quantity, b.quantity) or not agree(a.quantity, b.quantity) or _opposed(a, b):
            return False
        return self._binding(a, b) >= _BOUND

    def _binding(self, a: NumberAnchor, b: NumberAnchor) -> float:
        """How far two numbers count the same (0 to 1): what the one counts stands around the other."""
        vocabulary = self._index.vocabulary
        if not a.near or not b.near:
            return 1.0
        return max(
            vocabulary.coverage(a.near, there=vocabulary.spread(b.around)),
            vocabulary.coverage(b.near, there=vocabulary.spread(a.around)),
        )

    def _other_number(self, number: NumberAnchor, unit: Unit) -> list[str]:
        """The best-bound number of the sentence, if it is of the same kind and says something else."""
        rivals = [
            (self._binding(number, other), other)
            for other in unit.anchors.numbers
            if comparable(number.quantity, other.quantity) and (number.part == "change") == (other.part == "change")
        ]
        bound = [(s, o) for s, o in rivals if s >= _BOUND]
        if not bound or any(agree(number.quantity, o.quantity) and not _opposed(number, o) for _, o in bound):
            return []
        _, rival = max(bound, key=lambda r: r[0])
        if _opposed(number, rival) and agree(number.quantity, rival.quantity):
            said, cover = _WAYS[rival.direction or ""], _WAYS[number.direction or ""]
            return [f"the report says {said} of {rival.quantity.text}, the cover {cover}"]
        if not self._counts_the_same(number, rival):
            return []
        return [f"the report says {rival.quantity.text}, the cover {number.quantity.text}"]

    def _counts_the_same(self, number: NumberAnchor, rival: NumberAnchor) -> bool:
        """For counts the thing counted must be named by both; a wrong accusation costs more than a miss."""
        vocabulary = self._index.vocabulary
        if number.quantity.unit != "count":
            return bool(vocabulary.spread(number.near) & vocabulary.spread(rival.around))
        return vocabulary.coverage(number.near, there=vocabulary.spread(rival.near | rival.around)) >= _BOUND and bool(
            vocabulary.spread(number.near) & vocabulary.spread(rival.near)
        )

    def _same_rating(self, rating: RatingAnchor, other: RatingAnchor, asked: Asked) -> bool:
        return rating.scale == other.scale and rating.rank == other.rank and self._rates_the_same(rating, other, asked)

    def _rates_the_same(self, rating: RatingAnchor, other: RatingAnchor, asked: Asked) -> bool:
        """One body, by name or by a place that is part of the body's name; a body unknown on one side is no bar."""
        if other.body is None or rating.body == other.body:
            return True
        words = self._index.vocabulary.words
        named = [rating.body] if rating.body else [*asked.anchors.names]
        there = set(words(other.body))
        return not named or any(set(words(n)) <= there or there <= set(words(n)) for n in named if words(n))

    def _other_rating(self, rating: RatingAnchor, asked: Asked, unit: Unit) -> list[str]:
        rivals = [o for o in unit.anchors.ratings if o.scale == rating.scale and self._rates_the_same(rating, o, asked)]
        if rivals and all(o.rank != rating.rank and o.body is not None for o in rivals):
            return [f"the report says {rivals[0].word}, the cover {rating.word}"]
        return []

    def _other_direction(self, asked: Asked, unit: Unit) -> list[str]:
        reasons = []
        for way in asked.anchors.directions:
            there = [o for o in unit.anchors.directions if len(o.words & way.words) >= _TWO]
            if there and all(o.direction != way.direction for o in there):
                reasons.append(f"the report says {_WAYS[there[0].direction]}, the cover {_WAYS[way.direction]}")
        return reasons


_WAYS = {"increase": "an increase", "decrease": "a decrease", "": "a change"}
_SAID = {"open": "in progress", "paused": "paused or delayed", "not_begun": "not begun", "done": "complete"}


def _opposed(a: NumberAnchor, b: NumberAnchor) -> bool:
    return a.direction is not None and b.direction is not None and a.direction != b.direction
