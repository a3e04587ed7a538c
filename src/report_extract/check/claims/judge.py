"""One claim against one passage: which anchors agree, which differ, how much of the wording is there.

The rules, in order: nothing is judged on a passage that covers less than `_ABOUT` of the claim. A typed anchor of the
same type, bound to the same subject, that differs → contradicts. All anchors agree and enough wording is there →
supports. Otherwise the passage says nothing on the claim. Similarity alone never contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_WORD_FOR_WORD, _VERBATIM = 0.8, 0.92
_COUNT_ALONE, _SHARE_ALONE = (
    0.5,
    0.25,
)  # what a sentence must hold of the claim before its count or share can contradict
_STATE_SUBJECT = 0.75
_AND_BACK = 0.5  # of the sentence that the claim must hold, before the two are called word for word the same
_TWO = 2
_FULL_NAME = 3  # words of a name that means the partnership as a whole
_NAMED = 0.6  # share of a name's telling words: "NHS ICB" is named by "ICB"


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


class Judge:
    """Judges claims on the passages of one source."""

    def __init__(
        self, index: Index, *, reader: AnchorReader, understood: frozenset[str], area_at: Callable[[int], str | None]
    ) -> None:
        """`understood` are folded words of names that stand for the whole source (the partnership, its areas);
        `area_at` tells which of several areas a place of the source speaks of, None where of all."""
        self._index, self._reader, self._understood, self._area_at = index, reader, understood, area_at
        self._units: dict[Passage, tuple[Unit, ...]] = {}

    def ask(self, text: str) -> Asked:
        """The claim with its anchors; words that an anchor stands for (rose, complete, Good) are not wording."""
        return Asked(text, self._reader.read(text), tuple(self._index.vocabulary.words(self._reader.wording(text))))

    def judge(self, asked: Asked, passage: Passage) -> Judgement:
        """The stance of a passage: its best sentence, with its neighbours and headings as context."""
        vocabulary = self._index.vocabulary
        context = vocabulary.spread(vocabulary.words(passage.context))
        around = context | vocabulary.spread(vocabulary.words(passage.text))
        coverage = vocabulary.coverage(asked.words, there=around | self._understood)
        if max(coverage, vocabulary.coverage(self._wording(asked), there=around)) < _ABOUT:
            return Judgement("silent", coverage)
        units = self.units(passage)
        ranked = sorted(units, key=lambda u: self._bearing(asked, u), reverse=True)
        matched, missing = self._agreements(asked, units, around)
        differences, differing = self._differences(asked, units, context, around) if missing else ([], [])
        near = max(self._near(asked, u) for u in units)
        if differences:
            return Judgement(
                "contradicts", coverage, tuple(differing), tuple(differences), matched, tuple(missing), near
            )
        if not missing and coverage >= _SUPPORT[min(2, matched)]:
            return Judgement("supports", coverage, tuple(ranked[:2]), (), matched, (), near)
        return Judgement("silent", coverage, tuple(ranked[:1]), (), matched, tuple(missing), near)

    def _bearing(self, asked: Asked, unit: Unit) -> tuple[int, float]:
        """How much a sentence bears on the claim: anchors that agree, then wording."""
        numbers = sum(any(self._same_number(a, b) for b in unit.anchors.numbers) for a in asked.anchors.numbers)
        ratings = sum(any(self._same_rating(a, b, asked) for b in unit.anchors.ratings) for a in asked.anchors.ratings)
        wording = self._index.vocabulary.coverage(asked.words, there=unit.words | self._understood)
        return numbers + ratings, wording

    def units(self, passage: Passage) -> tuple[Unit, ...]:
        if passage not in self._units:
            vocabulary = self._index.vocabulary
            context = vocabulary.spread(vocabulary.words(passage.context))
            self._units[passage] = tuple(
                Unit(
                    start,
                    end,
                    text,
                    self._reader.read(text),
                    vocabulary.spread(vocabulary.words(text)),
                    frozenset(vocabulary.words(text)),
                    context,
                )
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
        stated = [d for u in units for d in u.anchors.dates]
        missing += [day.text for day in anchors.dates if not any(day.agrees(d) for d in stated)]
        if anchors.state:
            if any(u.anchors.state == anchors.state for u in units):
                matched += 1
            else:
                missing.append(anchors.state)
        if anchors.amount in ("all", "none") and not any(u.anchors.amount == anchors.amount for u in units):
            missing.append("all" if anchors.amount == "all" else "none")
        missing += self._missing_names(anchors, units, around)
        if self._other_polarity(asked, units):
            missing.append("not" if anchors.negations else "a denial")
        missing += self._other_body(asked, units)
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
            subject = vocabulary.coverage(asked.words, there=there | self._understood)
            if max(subject, self._near(asked, unit)) < _SAME_SUBJECT:
                continue
            lacking = set(self._missing_names(asked.anchors, units, around))
            if not lacking:
                found = self._differences_in(asked, unit, subject=subject)
            elif lacking <= asked.anchors.bodies:
                found = self._alone(asked, unit)
            else:
                found = []
            if found:
                differing.append(unit)
                reasons += found
        return list(dict.fromkeys(reasons)), differing

    def _differences_in(self, asked: Asked, unit: Unit, *, subject: float) -> list[str]:
        anchors, found = asked.anchors, []
        near = self._near(asked, unit)
        for number in anchors.numbers if not self._elsewhere(asked, unit) else ():
            if near >= (_COUNT_ALONE if number.quantity.unit == "count" else _SHARE_ALONE):
                found += self._other_number(number, unit)
        for rating in anchors.ratings:
            found += self._other_rating(rating, asked, unit)
        found += self._other_direction(asked, unit)
        found += self._alone(asked, unit)
        other_state = anchors.state and unit.anchors.state and unit.anchors.state != anchors.state
        if other_state and anchors.state and unit.anchors.state and subject >= _STATE_SUBJECT:
            found.append(f"the report says {_SAID[unit.anchors.state]}, the cover {_SAID[anchors.state]}")
        if anchors.amount in ("all", "none") and unit.anchors.amount == "part" and self._shares_words(asked, unit):
            found.append(f"the cover says “{anchors.amount}”; the report: “{unit.text[:120]}”")
        return found

    def _alone(self, asked: Asked, unit: Unit) -> list[str]:
        """What differs when the sentence is the claim word for word but for one anchor: the strictest comparison."""
        if self._near(asked, unit) < _WORD_FOR_WORD:
            return []
        found = [*self._leftover_numbers(asked.anchors, unit.anchors), *_turned(asked.anchors, unit.anchors)]
        if self._other_polarity(asked, [unit]):
            found.append(f"the report says the opposite: “{unit.text[:160]}”")
        graded = list(zip(asked.anchors.ratings, unit.anchors.ratings, strict=False))
        if len(asked.anchors.ratings) == len(unit.anchors.ratings):
            other = [(a, b) for a, b in graded if a.scale == b.scale and a.rank != b.rank]
            found += [f"the report says {b.word}, the cover {a.word}" for a, b in other]
        mine, theirs = asked.anchors.dates, unit.anchors.dates
        if len(mine) == len(theirs) == 1 and not mine[0].agrees(theirs[0]):
            found.append(f"the report says {theirs[0].text}, the cover {mine[0].text}")
        ours, others = asked.anchors.bodies - unit.anchors.bodies, unit.anchors.bodies - asked.anchors.bodies
        if len(ours) == len(others) == 1 and asked.anchors.strong:
            found.append(f"the report says so of {min(others)}, the cover of {min(ours)}")
        return found

    def _leftover_numbers(self, mine: Anchors, theirs: Anchors) -> list[str]:
        """Numbers that remain on both sides once the equal ones are paired off, in their order."""
        rest = list(theirs.numbers)
        left = []
        for number in mine.numbers:
            same = next(
                (o for o in rest if comparable(number.quantity, o.quantity) and agree(number.quantity, o.quantity)),
                None,
            )
            if same is None:
                left.append(number)
            else:
                rest.remove(same)
        pairs = list(zip(left, rest, strict=False))
        if len(left) != len(rest) or not all(comparable(a.quantity, b.quantity) for a, b in pairs):
            return []
        return [f"the report says {b.quantity.text}, the cover {a.quantity.text}" for a, b in pairs]

    def _near(self, asked: Asked, unit: Unit) -> float:
        """How far the sentence by itself holds the claim's wording, names of bodies left out."""
        vocabulary = self._index.vocabulary
        held = vocabulary.coverage(self._wording(asked), there=unit.words | unit.context)
        theirs = {w for b in unit.anchors.bodies for w in vocabulary.words(b)}
        back = vocabulary.coverage(unit.stems - theirs, there=vocabulary.spread(vocabulary.words(asked.text)))
        return held if back >= _AND_BACK else min(held, _WORD_FOR_WORD - 0.01)

    def _wording(self, asked: Asked) -> list[str]:
        """The claim's words without the names of bodies."""
        names = {w for b in asked.anchors.bodies for w in self._index.vocabulary.words(b)}
        return [w for w in asked.words if w not in names]

    def _other_polarity(self, asked: Asked, units: Sequence[Unit]) -> bool:
        """True if the sentence that is nearest to the claim word for word denies what the claim asserts, or reverse."""
        best = max(units, key=lambda u: self._near(asked, u))
        denials = best.anchors.negations + (best.anchors.amount == "none")
        claimed = asked.anchors.negations + (asked.anchors.amount == "none")
        near = self._near(asked, best)
        return near >= _WORD_FOR_WORD and (bool(denials) != bool(claimed) or (near >= _VERBATIM and denials != claimed))

    def _other_body(self, asked: Asked, units: Sequence[Unit]) -> list[str]:
        """The body of the claim where the sentence that is the claim word for word speaks of another."""
        best = max(units, key=lambda u: self._near(asked, u))
        ours, others = asked.anchors.bodies - best.anchors.bodies, best.anchors.bodies - asked.anchors.bodies
        return sorted(ours) if ours and others and self._near(asked, best) >= _WORD_FOR_WORD else []

    def _elsewhere(self, asked: Asked, unit: Unit) -> bool:
        """True if the sentence is about one of several areas and the claim does not say that it is."""
        area = self._area_at(unit.start)
        return area is not None and not set(self._index.vocabulary.words(area)) & set(asked.words)

    def _shares_words(self, asked: Asked, unit: Unit) -> bool:
        """At least two words of the claim stand in the sentence itself."""
        return sum(not self._index.vocabulary.spread([w]).isdisjoint(unit.words) for w in set(asked.words)) >= _TWO

    def _same_number(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        if not comparable(a.quantity, b.quantity) or not agree(a.quantity, b.quantity) or _opposed(a, b):
            return False
        if a.named and b.named and a.quantity.unit == "count" and a.part == b.part == "current":
            return self._one_head(a, b)
        return self._binding(a, b) >= _BOUND

    def _one_head(self, a: NumberAnchor, b: NumberAnchor) -> bool:
        """Both numbers count the same thing by its noun: "31 topics" is no "31 sessions"."""
        vocabulary = self._index.vocabulary
        if a.head is None or b.head is None:
            return False
        one, other = vocabulary.spread([a.head]), vocabulary.spread([b.head])
        return bool(one & other or one & vocabulary.spread(b.near) or other & vocabulary.spread(a.near))

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
        return self._one_head(number, rival)

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
        if rating.body is None and not asked.anchors.names:
            return []
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


def _turned(mine: Anchors, theirs: Anchors) -> list[str]:
    """Equal numbers that rise here and fall there; a statement with a direction of its own on both sides."""
    pairs = [(a, b) for a in mine.numbers for b in theirs.numbers if agree(a.quantity, b.quantity) and _opposed(a, b)]
    said = [f"the report says {_WAYS[b.direction or '']}, the cover {_WAYS[a.direction or '']}" for a, b in pairs]
    ways = {d.direction for d in mine.directions}, {d.direction for d in theirs.directions}
    if not said and len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]:
        said = [f"the report says {_WAYS[min(ways[1])]}, the cover {_WAYS[min(ways[0])]}"]
    return said[:1]


def _opposed(a: NumberAnchor, b: NumberAnchor) -> bool:
    return a.direction is not None and b.direction is not None and a.direction != b.direction
