"""Where a sentence on the subject of a claim says something else: the reasons for which a claim is contradicted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from report_extract.check.claims.anchors import Anchors, NumberAnchor, RatingAnchor
from report_extract.check.claims.binding import BOUND, WORD_FOR_WORD, Binding, all_stated, opposed
from report_extract.check.claims.numbers import agree, allows, comparable
from report_extract.check.claims.pieces import Pieces
from report_extract.check.claims.ratings import Ratings
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_SAME_SUBJECT = 0.55
# What a sentence must hold of the claim before its count or share can contradict.
_COUNT_ALONE, _SHARE_ALONE = 0.5, 0.25
_ROW_LABEL = 0.7  # of a row's label and header that the claim must hold, before the row's number can contradict it
_RATING_ALONE = 0.3  # what a grade is of ("for managing offenders"), besides whom it grades
_STATE_SUBJECT = 0.75
_TWO = 2

_WAYS = {"increase": "an increase", "decrease": "a decrease", "": "a change"}
_SAID = {"open": "in progress", "paused": "paused or delayed", "not_begun": "not begun", "done": "complete"}


class Differences:
    """Finds what sentences state otherwise than a claim."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        binding: Binding,
        pieces: Pieces,
        ratings: Ratings,
        understood: frozenset[str],
        area_at: Callable[[int], str | None],
        areas: Sequence[str],
    ) -> None:
        """`understood`, `area_at` and `areas` as for the Judge."""
        self._vocabulary, self._binding, self._understood, self._area_at = vocabulary, binding, understood, area_at
        self._pieces, self._ratings = pieces, ratings
        self._areas = [frozenset(vocabulary.words(area)) for area in areas] if len(areas) > 1 else []

    def in_passage(
        self, asked: Asked, units: Sequence[Unit], context: frozenset[str], lacking: set[str]
    ) -> tuple[list[str], list[Unit]]:
        """Anchors of the claim that a sentence on the same subject states otherwise, and those sentences.

        A sentence is on the subject together with those before it: "Six were tested. Only one passed." `lacking` are
        names and phrases of the claim that the passage lacks:
        then only a sentence that is the claim word for word counts.
        """
        reasons: list[str] = []
        differing: list[Unit] = []
        vocabulary = self._vocabulary
        for i, unit in enumerate(units):
            there = context.union(*(u.words for u in units[: i + 1]))
            subject = vocabulary.coverage(asked.words, there=there | self._understood)
            if max(subject, self._binding.near(asked, unit)) < _SAME_SUBJECT:
                continue
            if not lacking:
                found = self._in_unit(asked, unit, subject=subject)
            elif not lacking & asked.anchors.names and not unit.is_row:
                found = self._alone(asked, unit)
            else:
                found = []
            if found:
                differing.append(unit)
                reasons += found
        return list(dict.fromkeys(reasons)), differing

    def _in_unit(self, asked: Asked, unit: Unit, *, subject: float) -> list[str]:
        anchors, found = asked.anchors, []
        near = self._binding.near(asked, unit)
        elsewhere = self._elsewhere(asked, unit) or _of_another_grade(anchors, unit.anchors)
        for number in anchors.numbers if not elsewhere else ():
            if near >= (_COUNT_ALONE if number.quantity.unit == "count" else _SHARE_ALONE):
                found += self._other_label(asked, number, unit) or self._other_number(asked, number, unit)
        for rating in anchors.ratings:
            found += self._other_rating(rating, asked, unit)
        if not self._elsewhere(asked, unit):
            found += self._ratings.other(asked, unit)
        found += self._other_direction(asked, unit)
        found += self._alone(asked, unit)
        other_state = anchors.state and unit.anchors.state and unit.anchors.state != anchors.state
        if other_state and anchors.state and unit.anchors.state and subject >= _STATE_SUBJECT:
            found.append(f"the report says {_SAID[unit.anchors.state]}, the cover {_SAID[anchors.state]}")
        if (
            anchors.amount in ("all", "none")
            and unit.anchors.amount == "part"
            and self._binding.shares_words(asked, unit)
        ):
            found.append(f"the cover says “{anchors.amount}”; the report: “{unit.text[:120]}”")
        return found

    def _alone(self, asked: Asked, unit: Unit) -> list[str]:
        """What differs when the sentence is the claim word for word but for one anchor: the strictest comparison."""
        if self._binding.near(asked, unit) < WORD_FOR_WORD:
            return []
        graded_alike = not _of_another_grade(asked.anchors, unit.anchors)
        found = self._leftover_numbers(asked.anchors, unit.anchors) if graded_alike else []
        found += _turned(asked.anchors, unit.anchors)
        if self._binding.other_polarity(asked, [unit]):
            found.append(f"the report says the opposite: “{unit.text[:160]}”")
        graded = list(zip(asked.anchors.ratings, unit.anchors.ratings, strict=False))
        if (
            not _apart(asked.anchors, unit.anchors)
            and all_stated(asked.anchors, unit.anchors)
            and len(asked.anchors.ratings) == len(unit.anchors.ratings)
        ):
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
        if any(allows(a.quantity, b.quantity) for a, b in pairs):
            return []
        return [f"the report says {b.quantity.text}, the cover {a.quantity.text}" for a, b in pairs]

    def _elsewhere(self, asked: Asked, unit: Unit) -> bool:
        """True if the sentence is about one of several areas and the claim does not say that it is.

        A row whose header names areas has a number for each of them: none is the number of the whole.
        """
        mine = set(asked.words)
        area = self._area_at(unit.start)
        if area is not None and not set(self._vocabulary.words(area)) & mine:
            return True
        there = unit.words | unit.context
        return unit.is_row and any(words <= there and not words & mine for words in self._areas)

    def _other_label(self, asked: Asked, number: NumberAnchor, unit: Unit) -> list[str]:
        """The value that the sentence gives to the claim's label, where the claim's value is of another label."""
        for other in unit.anchors.numbers:
            if self._binding.same(asked, number, other, unit):
                rival = self._pieces.label_of_another(asked, number, other, unit)
                if rival and rival.is_certain:
                    return [f"the report says {rival.number.quantity.text} of it, the cover {number.quantity.text}"]
        return []

    def _other_number(self, asked: Asked, number: NumberAnchor, unit: Unit) -> list[str]:
        """The best-bound number of the sentence, if it is of the same kind and says something else."""
        rivals = [
            (self._binding.strength(number, other), other)
            for other in unit.anchors.numbers
            if comparable(number.quantity, other.quantity)
            and (number.part == "change") == (other.part == "change")
            and not number.time.differs(other.time)
        ]
        if any(self._binding.same_in_list(asked, number, other, unit) for other in unit.anchors.numbers):
            return []
        if unit.is_row and len(rivals) > 1:
            return []  # a row's columns are of several years or places: which of them is meant is not said
        bound = [(s, o) for s, o in rivals if s >= BOUND]
        if not bound or any(allows(number.quantity, o.quantity) for _, o in bound):
            return []
        if any(agree(number.quantity, o.quantity) and not opposed(number, o) for _, o in bound):
            return []
        _, rival = max(bound, key=lambda r: r[0])
        if unit.is_row and self._vocabulary.coverage(rival.near, there=self._claim(asked)) < _ROW_LABEL:
            return []  # "Kestrel Vale" may be its council or its police
        if opposed(number, rival) and agree(number.quantity, rival.quantity):
            said, cover = _WAYS[rival.direction or ""], _WAYS[number.direction or ""]
            return [f"the report says {said} of {rival.quantity.text}, the cover {cover}"]
        if not self._binding.counts_the_same(number, rival):
            return []
        return [f"the report says {rival.quantity.text}, the cover {number.quantity.text}"]

    def _claim(self, asked: Asked) -> frozenset[str]:
        return self._vocabulary.spread(self._vocabulary.words(asked.text))

    def _other_rating(self, rating: RatingAnchor, asked: Asked, unit: Unit) -> list[str]:
        of_what = self._vocabulary.coverage(self._binding.wording(asked), there=unit.words)
        if (rating.body is None and not asked.anchors.names) or of_what < _RATING_ALONE:
            return []
        rivals = [
            o
            for o in unit.anchors.ratings
            if o.scale == rating.scale and self._binding.rates_the_same(rating, o, asked)
        ]
        if (
            not _apart(asked.anchors, unit.anchors)
            and rivals
            and all(o.rank != rating.rank and o.body is not None for o in rivals)
        ):
            return [f"the report says {rivals[0].word}, the cover {rating.word}"]
        return []

    def _other_direction(self, asked: Asked, unit: Unit) -> list[str]:
        reasons = []
        for way in asked.anchors.directions:
            there = [o for o in unit.anchors.directions if len(o.words & way.words) >= _TWO]
            if there and all(o.direction != way.direction for o in there):
                reasons.append(f"the report says {_WAYS[there[0].direction]}, the cover {_WAYS[way.direction]}")
        return reasons


def _apart(mine: Anchors, theirs: Anchors) -> bool:
    """Whether both name years, and no common one: two gradings, not one told in two ways."""
    return bool(mine.years and theirs.years and not mine.years & theirs.years)


def _of_another_grade(mine: Anchors, theirs: Anchors) -> bool:
    """Whether numbers on both sides are of things with other grades: 18 good files say nothing on inadequate ones."""
    ours = {(r.scale, r.rank) for r in mine.ratings}
    return bool(ours and theirs.ratings) and ours.isdisjoint((r.scale, r.rank) for r in theirs.ratings)


def _turned(mine: Anchors, theirs: Anchors) -> list[str]:
    """Equal numbers that rise here and fall there; a statement with a direction of its own on both sides."""
    pairs = [(a, b) for a in mine.numbers for b in theirs.numbers if agree(a.quantity, b.quantity) and opposed(a, b)]
    said = [f"the report says {_WAYS[b.direction or '']}, the cover {_WAYS[a.direction or '']}" for a, b in pairs]
    ways = {d.direction for d in mine.directions}, {d.direction for d in theirs.directions}
    if not said and len(ways[0]) == len(ways[1]) == 1 and ways[0] != ways[1]:
        said = [f"the report says {_WAYS[min(ways[1])]}, the cover {_WAYS[min(ways[0])]}"]
    return said[:1]
