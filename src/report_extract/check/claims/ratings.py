"""Which grade a sentence gives to the thing that a claim grades.

"The force was graded adequate for protecting people and requires improvement for managing offenders" has a grade in
each of two stretches; the claim's own words tell which of them it is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.check.claims.anchors import BEFORE, RatingAnchor
from report_extract.check.claims.binding import Binding, all_stated
from report_extract.check.claims.moods import is_of_another_name, looks_ahead, stretches
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_SUBJECT = 0.6  # of the words that say what is graded, beside the grade
_BACK = 0.5  # of the stretch that holds the grade, in the claim: a grade of more than the claim speaks of is another
# Stems of a grading itself: they say nothing on what is graded.
_GRADING = frozenset(
    "rate grade judg judgement inspect inspector overal effect servic result find found report receiv given award"
    " achiev obtain posit".split()
)


class Ratings:
    """Compares the grades of claims with those of sentences, in the words of one source."""

    def __init__(self, vocabulary: Vocabulary, *, binding: Binding) -> None:
        self._vocabulary, self._binding = vocabulary, binding

    def states(self, asked: Asked, rating: RatingAnchor, unit: Unit) -> bool:
        """Whether a sentence gives the claim's grade to the thing that the claim grades."""
        wanted = self._subject(asked)
        if wanted and self._vocabulary.coverage(wanted, there=unit.words | unit.context) < _SUBJECT:
            return False
        several = rating.was or sum(not r.was for r in asked.anchors.ratings) > 1
        of_it = unit.anchors.ratings if several else [*self.meant(asked, unit), *_of_then(asked, unit)]
        return any(self._binding.same_rating(rating, other, asked) for other in of_it)

    def meant(self, asked: Asked, unit: Unit) -> Sequence[RatingAnchor]:
        """The grades of a sentence that can be of what the claim grades: in the stretches nearest to its words."""
        now = [r for r in unit.anchors.ratings if not r.was]
        wanted = self._subject(asked)
        now = [r for r in now if not is_of_another_name(asked.text, _stretch(unit, r), unit.text)]
        near = [self._vocabulary.coverage(wanted, there=self._words(_stretch(unit, r))) for r in now]
        return [r for r, share in zip(now, near, strict=True) if share == max(near)]

    def other(self, asked: Asked, unit: Unit) -> list[str]:
        """What the sentence says where it grades the same thing otherwise."""
        mine = [r for r in asked.anchors.ratings if not r.was]
        theirs = self.meant(asked, unit)
        if len(mine) != 1 or len(theirs) != 1 or looks_ahead(asked.text):
            return []
        if any(r.scale == mine[0].scale and r.rank == mine[0].rank for r in _of_then(asked, unit)):
            return []
        if theirs[0].scale != mine[0].scale or theirs[0].rank == mine[0].rank or not self._is_of_it(asked, unit):
            return []
        beside = BEFORE.sub(" ", _stretch(unit, theirs[0])).replace(theirs[0].word, " ")
        back = self._vocabulary.coverage(self._vocabulary.words(beside), there=self._words(asked.text))
        return [f"the report says {theirs[0].word}, the cover {mine[0].word}"] if back >= _BACK else []

    def _is_of_it(self, asked: Asked, unit: Unit) -> bool:
        """Whether all that says what is graded is in the sentence, by whom and when, and nobody else is named there."""
        wanted, mine, theirs = self._subject(asked), asked.anchors, unit.anchors
        if not wanted or self._vocabulary.coverage(wanted, there=unit.words) < 1.0 or not theirs.bodies <= mine.bodies:
            return False
        if mine.years and theirs.years and not mine.years & theirs.years:
            return False
        if mine.negations or theirs.negations or not all(any(d.agrees(o) for o in theirs.dates) for d in mine.dates):
            return False
        return all_stated(mine, theirs)

    def _subject(self, asked: Asked) -> list[str]:
        """The words that say what is graded."""
        months = {w for day in asked.anchors.dates for w in self._vocabulary.words(day.text)}
        return [w for w in self._binding.wording(asked) if w not in _GRADING and w not in months]

    def _words(self, text: str) -> frozenset[str]:
        return self._vocabulary.spread(self._vocabulary.words(text))


def _of_then(asked: Asked, unit: Unit) -> Sequence[RatingAnchor]:
    """Earlier grades of a sentence, where the claim names their year."""
    earlier = " ".join(m.group() for m in BEFORE.finditer(unit.text))
    if not asked.anchors.years or any(year[:4] not in earlier for year in asked.anchors.years):
        return ()
    return [r for r in unit.anchors.ratings if r.was]


def _stretch(unit: Unit, rating: RatingAnchor) -> str:
    """The stretch of a sentence that holds a grade; a row is of one thing."""
    if unit.is_row:
        return unit.text
    return next((s.text for s in stretches(unit.text) if s.start <= rating.at < s.end), unit.text)
