"""Whether two anchors are of one thing, and how near a sentence is to a claim: what a verdict has to rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from report_extract.check.claims.anchors import Anchors, NumberAnchor, RatingAnchor
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.pieces import is_whole, piece_of
from report_extract.check.claims.times import ALWAYS, Time
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

WORD_FOR_WORD = 0.8  # of the claim's wording, in one sentence, from which on only its anchors can tell the two apart
BOUND = 0.5  # of the words that name what is counted, around the other number
_VERBATIM = 0.92
_AND_BACK = 0.5  # of the sentence that the claim must hold, before the two are called word for word the same
_TWO = 2
_A_YEAR = 12  # months


class Binding:
    """Compares the anchors of a claim with those of sentences, in the words of one source."""

    def __init__(self, vocabulary: Vocabulary, *, year: str | None = None) -> None:
        """`year` is the source's ("2024/25"): of it is what says no time."""
        self._vocabulary = vocabulary
        self._now = Time(None, year) if year else ALWAYS

    def near(self, asked: Asked, unit: Unit) -> float:
        """How far the sentence by itself holds the claim's wording, names of bodies left out."""
        vocabulary = self._vocabulary
        held = vocabulary.coverage(self.wording(asked), there=unit.words | unit.context)
        theirs = {w for b in unit.anchors.bodies for w in vocabulary.words(b)}
        back = vocabulary.coverage(unit.stems - theirs, there=vocabulary.spread(vocabulary.words(asked.text)))
        return held if back >= _AND_BACK else min(held, WORD_FOR_WORD - 0.01)

    def wording(self, asked: Asked) -> list[str]:
        """The claim's words without the names of bodies."""
        anchors = asked.anchors
        names = {w for b in (*anchors.bodies, *anchors.mentions) for w in self._vocabulary.words(b)}
        return [w for w in asked.words if w not in names]

    def other_polarity(self, asked: Asked, units: Sequence[Unit]) -> bool:
        """True if the sentence that is nearest to the claim word for word denies what the claim asserts, or reverse."""
        best = max(units, key=lambda u: self.near(asked, u))
        denials = best.anchors.negations + (best.anchors.amount == "none")
        claimed = asked.anchors.negations + (asked.anchors.amount == "none")
        near = self.near(asked, best)
        return near >= WORD_FOR_WORD and (bool(denials) != bool(claimed) or (near >= _VERBATIM and denials != claimed))

    def other_body(self, asked: Asked, units: Sequence[Unit]) -> list[str]:
        """The body of the claim where the sentence that is the claim word for word speaks of another."""
        best = max(units, key=lambda u: self.near(asked, u))
        ours, others = asked.anchors.bodies - best.anchors.bodies, best.anchors.bodies - asked.anchors.bodies
        return sorted(ours) if ours and others and self.near(asked, best) >= WORD_FOR_WORD else []

    def shares_words(self, asked: Asked, unit: Unit) -> bool:
        """At least two words of the claim stand in the sentence itself."""
        return sum(not self._vocabulary.spread([w]).isdisjoint(unit.words) for w in set(asked.words)) >= _TWO

    def same_number(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        if not comparable(a.quantity, b.quantity) or not agree(a.quantity, b.quantity) or opposed(a, b):
            return False
        if a.time.differs(b.time) or self._is_of_another_column(a, b):
            return False
        if a.named and b.named and a.quantity.unit == "count" and a.part == b.part == "current":
            return self._one_head(a, b)
        return self.strength(a, b) >= BOUND

    def same(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> bool:
        """Whether a number of a sentence is the claim's, by what it counts or by its place in a list."""
        return self.same_number(number, other) or self.same_in_list(asked, number, other, unit)

    def same_in_list(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> bool:
        """A value in a list that leaves its noun out: "of the 40 cases, 14 were proven, 19 unproven"."""
        piece = piece_of(unit, other)
        if piece is None or unit.is_row or not number.part == other.part == "current" or number.head is None:
            return False
        if not comparable(number.quantity, other.quantity) or not agree(number.quantity, other.quantity):
            return False
        spread = self._vocabulary.spread
        wholes = [n for n in unit.anchors.numbers if is_whole(n, unit.text)]
        if number.quantity.unit == "count" and all(spread([number.head]).isdisjoint(spread(n.near)) for n in wholes):
            return False
        own = self._vocabulary.words(unit.text[piece.start : piece.end])
        said = all(not spread([w]).isdisjoint(spread(asked.words)) for w in own)
        return bool(own) and said and not number.time.differs(other.time)

    def is_now(self, number: NumberAnchor) -> bool:
        """False for a cell of another year than the source's."""
        return not (number.is_of_a_series and number.time.differs(self._now))

    def changes_in(self, unit: Unit) -> Iterator[tuple[float, float]]:
        """The earlier and the later value of what a sentence or row compares; nothing that began at nought."""
        found = unit.anchors.numbers
        for n in found:
            if n.part == "change" and n.direction and n.quantity.unit == "percent":
                yield 100.0, 100.0 + (n.quantity.value if n.direction == "increase" else -n.quantity.value)
        for before, now in product(found, found):
            if before.quantity.unit != now.quantity.unit or not before.quantity.value or before is now:
                continue
            said = before.part == "previous" and now.part == "current"
            columns = now.is_of_a_series and self.is_now(now) and before.header == now.header
            if said or (columns and before.time.months == tuple(m - _A_YEAR for m in now.time.months)):
                yield before.quantity.value, now.quantity.value

    def _is_of_another_column(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        """Of a row with a column for each year the source's own is meant where the claim names none."""
        return b.is_of_a_series and a.time == ALWAYS and a.part != "previous" and b.time.differs(self._now)

    def _one_head(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        """Both numbers count the same thing by its noun: "31 topics" is no "31 sessions"."""
        vocabulary = self._vocabulary
        if a.head is None or b.head is None:
            return False
        one, other = vocabulary.spread([a.head]), vocabulary.spread([b.head])
        return bool(one & other or one & vocabulary.spread(b.near) or other & vocabulary.spread(a.near))

    def strength(self, a: NumberAnchor, b: NumberAnchor) -> float:
        """How far two numbers count the same (0 to 1): what the one counts stands around the other."""
        vocabulary = self._vocabulary
        if not a.near or not b.near:
            return 1.0
        return max(
            vocabulary.coverage(a.near, there=vocabulary.spread(b.around)),
            vocabulary.coverage(b.near, there=vocabulary.spread(a.around)),
        )

    def counts_the_same(self, number: NumberAnchor, rival: NumberAnchor) -> bool:
        """For counts the thing counted must be named by both; a wrong accusation costs more than a miss."""
        vocabulary = self._vocabulary
        if number.quantity.unit != "count":
            named = bool(vocabulary.spread(number.near) & vocabulary.spread(rival.around))
            if number.quantity.unit != "gbp" or rival.is_cell:
                return named
            return named and bool(vocabulary.spread(rival.near) & vocabulary.spread(number.around))
        return self._one_head(number, rival) and (rival.is_cell or self._names_the_same(number, rival))

    def _names_the_same(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        """Each head stands in what the other counts: "two death panels" are no deaths."""
        spread = self._vocabulary.spread
        if a.head is None or b.head is None:
            return False
        return not (spread([a.head]).isdisjoint(spread(b.near)) or spread([b.head]).isdisjoint(spread(a.near)))

    def same_rating(self, rating: RatingAnchor, other: RatingAnchor, asked: Asked) -> bool:
        return rating.scale == other.scale and rating.rank == other.rank and self.rates_the_same(rating, other, asked)

    def rates_the_same(self, rating: RatingAnchor, other: RatingAnchor, asked: Asked) -> bool:
        """One body, by name or by a place that is part of the body's name; a body unknown on one side is no bar."""
        if other.body is None or rating.body == other.body:
            return True
        words = self._vocabulary.words
        named = [rating.body] if rating.body else [*asked.anchors.names]
        there = set(words(other.body))
        return not named or any(set(words(n)) <= there or there <= set(words(n)) for n in named if words(n))


def all_stated(mine: Anchors, theirs: Anchors) -> bool:
    """Whether every number of the claim stands in the sentence."""
    return all(
        any(comparable(n.quantity, o.quantity) and agree(n.quantity, o.quantity) for o in theirs.numbers)
        for n in mine.numbers
    )


def opposed(a: NumberAnchor, b: NumberAnchor) -> bool:
    return a.direction is not None and b.direction is not None and a.direction != b.direction
