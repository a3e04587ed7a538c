"""Why an equal number bears a claim out no more: it is of another label, area, time or outcome than the claim says.

Each objection only takes a support away. Whether the report says the opposite is decided elsewhere, with more caution.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from report_extract.check.claims.anchors import NumberAnchor
from report_extract.check.claims.moods import denies, is_to_come, looks_ahead, says_it_will, says_not, stretches
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.opposites import Opposite, Opposites
from report_extract.check.claims.pieces import Pieces, clause_of
from report_extract.check.claims.times import Time
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary
from report_extract.language.periods import periods

_EARLIER = re.compile(
    r"(?i)\b(?:(?:previous|prior|preceding|last|earlier)\s(?:\w+\s)?(?:year|period|quarter)"
    r"|year before|years? (?:ago|earlier))\b"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PART_OF = re.compile(
    r"(?i)(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))\s(?:out\s)?of\s(?:the\s|these\s|our\s)?$"
)
_TARGET = re.compile(r"(?i)\btargets?\b|\bambition\b|\bgoal\b")
_REACHED = re.compile(
    r"(?i)\b(?:met|meets?|reach(?:ed|es)?|achiev(?:ed|es?)|hit|exceed(?:ed|s)?|surpass(?:ed|es)|beat)\b"
)
_MISSED = re.compile(
    r"(?i)\bmiss(?:ed|es)\b|\bfell short\b|\b(?:not|n[’']t|failed to)\s(?:\w+\s)?"
    r"(?:meet|met|reach(?:ed)?|achieved?|hit)\b"
)
_HALF = 0.5  # of a sentence's words in the claim, or the claim's in a sentence: that much makes it the claim's own
_POINT = re.compile(r"^((?:19|20)\d\d)\s(?!.*(?<!\d)(?:19|20)\d\d(?!\d))")  # "2023 Children in care 361"
_FIRST_MONTH = 4  # of a reporting year, April to March
_AGAIN = re.compile(r"(?i)\b(?:re-|repeat(?:ed)?\s)(?P<what>[a-z]{4,})")
_ANEW = re.compile(r"(?i)\b(?:again|repeat\w*|earlier|previous(?:ly)?|before|second|return\w*|rereferr\w*)\b")
_UNMOVED = re.compile(
    r"(?i)\b(?:(?:stay|remain|kept)(?:s|ed)?\s(?:at\s)?(?:the\s(?:same|level)|unchanged|level|flat|stable|as\s(?:it|they)\sw)"
    r"|(?:was|were|is|are)\s(?:unchanged|the\ssame|frozen)|(?:did|has|have)(?:n[’']t|\snot)\s(?:chang|mov|ris|increas)|no\schange)"
)


class Objections:
    """Asks of a number or sentence that agrees with a claim whether it is of the same thing."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        pieces: Pieces,
        opposites: Opposites,
        area_at: Callable[[int], str | None],
        areas: Sequence[str],
        year: str | None,
    ) -> None:
        """`area_at` and `areas` as for the Judge; `year` is the reporting year of the source ("2024/25")."""
        self._vocabulary, self._pieces, self._area_at, self._year = vocabulary, pieces, area_at, year
        self._opposites = opposites
        self._areas = {area: frozenset(vocabulary.words(area)) for area in areas} if len(areas) > 1 else {}

    def to_number(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> str | None:
        """Why `other` of a sentence, equal to the claim's `number`, is not the same; None where it may be."""
        if self._pieces.label_of_another(asked, number, other, unit):
            return "of another label in the same sentence"
        if self._other_area(asked, other.header if other.is_cell else self._pieces.own_text(unit, other), unit):
            return "of another area"
        if other.is_cell and self._other_column(asked, other, unit):
            return "of another column"
        if self._other_time(asked, number, other, unit) or _of_another_point(asked, unit):
            return "of another time"
        if self._whole_for_part(asked, other, unit):
            return "the whole, of which the report says so only of a part"
        if self._of_repeats(asked, self._pieces.own_text(unit, other)):
            return "of repeats only"
        if self._other_end(asked, other, unit):
            return "a target that the report says was not so met"
        if not looks_ahead(asked.text) and is_to_come(unit.text, other.quantity.start):
            return "to come, the report says"
        return _quoted(self._opposites.between(asked.text, self._pieces.own_text(unit, other), unit.text))

    def of_sentence_beside(self, asked: Asked, other: NumberAnchor, unit: Unit, units: Sequence[Unit]) -> bool:
        """True where the claim's words are those of a neighbour with a number of its own, not of this sentence.

        "57% of leavers study or work. 94% have a home": the second leaves its subject out and has its own predicate.
        """
        vocabulary = self._vocabulary
        claim = vocabulary.spread(asked.words)
        if unit.is_row or vocabulary.coverage(unit.stems, there=claim) >= _HALF:
            return False
        mine = vocabulary.coverage(asked.words, there=unit.words)
        return any(
            comparable(other.quantity, rival.quantity) and not agree(other.quantity, rival.quantity)
            for beside in units
            if beside is not unit and vocabulary.coverage(asked.words, there=beside.words) > max(mine, _HALF)
            for rival in beside.anchors.numbers
            if rival.part == "current"
        )

    def to_statement(self, asked: Asked, unit: Unit) -> str | None:
        """Why a sentence does not bear out a claim without numbers: of another area, to come, denied."""
        if self._other_area(asked, unit.text, unit):
            return "of another area"
        if not looks_ahead(asked.text) and says_it_will(asked.text, unit.text, self._vocabulary):
            return "done already"
        if not denies(asked.text) and says_not(asked.text, unit.text, self._vocabulary):
            return "a denial"
        if self._of_repeats(asked, unit.text):
            return "of repeats only"
        if self._stayed(asked, unit):
            return "no change"
        if asked.anchors.ratings:
            return None
        clause = clause_of(unit.text, sorted(asked.anchors.names))
        return _quoted(self._opposites.between(asked.text, clause, clause))

    def _of_repeats(self, asked: Asked, own: str) -> bool:
        """True where the claim's word stands in the sentence only as a repeat: "re-referrals" are not "referrals"."""
        again = {w for m in _AGAIN.finditer(own) for w in self._vocabulary.words(m["what"])}
        if not again or _AGAIN.search(asked.text) or _ANEW.search(asked.text):
            return False
        return bool(again & set(asked.words) - set(self._vocabulary.words(_AGAIN.sub(" ", own))))

    def _stayed(self, asked: Asked, unit: Unit) -> bool:
        """True where the claim says that something moved, and the stretch on the claim's body that it did not."""
        if not asked.anchors.directions or unit.is_row:
            return False
        own = [s.text for s in stretches(unit.text) if _names_one(s.text, asked.anchors.names | asked.anchors.mentions)]
        return any(_UNMOVED.search(text) for text in own) and not _UNMOVED.search(asked.text)

    def _other_area(self, asked: Asked, own: str, unit: Unit) -> bool:
        """True where the claim names areas of the report and the number's own words name only others."""
        mine = self._areas_in(asked.text)
        if not mine:
            return False
        theirs = self._areas_in(own) or self._areas_in(unit.text)
        if not theirs and not unit.is_row:
            section = self._area_at(unit.start)
            theirs = {section} if section else set()
        return bool(theirs) and not mine & theirs

    def _other_column(self, asked: Asked, cell: NumberAnchor, unit: Unit) -> bool:
        """True where the claim names the column of another cell of the row, and not this cell's."""
        words = self._vocabulary.words
        said = self._vocabulary.spread(words(asked.text))
        headers = {n.header: words(n.header) for n in unit.anchors.numbers if n.is_cell}
        named = {
            h
            for h, own in headers.items()
            if own and all(not said.isdisjoint(self._vocabulary.spread([w])) for w in own)
        }
        return bool(named) and cell.header not in named

    def _areas_in(self, text: str) -> set[str]:
        words = set(self._vocabulary.words(text))
        return {area for area, own in self._areas.items() if own <= words}

    def _other_time(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> bool:
        """True where one is the value now and the other the value before."""
        if number.part == "previous":
            return other.part == "current" and other.direction is not None and not other.is_cell
        if number.part == other.part == "current":
            return self._was_before(asked, other, unit)
        if other.part != "previous" or number.part != "current":
            return False
        if _EARLIER.search(asked.text):
            return False
        stated = number.time.year or number.time.date or asked.anchors.dates or asked.anchors.years
        return not stated or any(self._is_now(time, unit, other) for time in _times(asked, number))

    def _was_before(self, asked: Asked, now: NumberAnchor, unit: Unit) -> bool:
        """True where a claim is of another year only, and the sentence sets its value against an earlier one."""
        years = {y for y in asked.anchors.years if "/" in y}
        if not years or self._year is None or self._year in years or now.time.year in years:
            return False
        return any(n.part == "previous" and comparable(n.quantity, now.quantity) for n in unit.anchors.numbers)

    def _is_now(self, time: Time, unit: Unit, before: NumberAnchor) -> bool:
        """Whether a time is that of the sentence's current values or of the reporting year."""
        now = [n.time for n in unit.anchors.numbers if n.part == "current" and comparable(n.quantity, before.quantity)]
        if any((t.date or t.year) and not t.differs(time) and _same_kind(t, time) for t in now):
            return True
        if time.year:
            return time.year == self._year
        date = time.date
        if date is None or date.year is None or self._year is None:
            return False
        return int(self._year[:4]) == date.year - (date.month < _FIRST_MONTH)

    def _whole_for_part(self, asked: Asked, whole: NumberAnchor, unit: Unit) -> bool:
        """ "accepted 1,377 of 1,902 referrals": what is said of the part (accepted) is not said of the whole."""
        if not _PART_OF.search(unit.text[: whole.quantity.start]):
            return False
        part = [n for n in unit.anchors.numbers if n.quantity.end <= whole.quantity.start][-1:]
        if not part or any(agree(n.quantity, part[0].quantity) for n in asked.anchors.numbers):
            return False
        names = {w for body in asked.anchors.bodies | asked.anchors.names for w in self._vocabulary.words(body)}
        counted = self._vocabulary.spread(whole.near)
        said = [w for w in asked.words if w not in names and self._vocabulary.spread([w]).isdisjoint(counted)]
        return any(not self._vocabulary.spread([w]).isdisjoint(unit.words) for w in said)

    def years_elsewhere(self, asked: Asked, passage: str, units: Sequence[Unit]) -> list[str]:
        """Years of a claim that a passage with its headings does not state, nor the year of the source itself.

        A passage that compares with the year before is also of that one.
        """
        if self._year is None:
            return []
        first = int(self._year[:4])
        ours = {self._year, str(first), str(first + 1)}
        if _EARLIER.search(passage) or any(n.part == "previous" for u in units for n in u.anchors.numbers):
            ours |= {f"{first - 1}/{first % 100:02}", str(first - 1)}
        stated = {y for u in units for y in u.anchors.years} | set(_YEAR.findall(passage))
        stated |= {p.name for p in periods(passage)}
        return sorted(asked.anchors.years - ours - stated)

    def _other_end(self, asked: Asked, other: NumberAnchor, unit: Unit) -> bool:
        """True where a claim says that a target was met or missed and the values of the sentence say otherwise."""
        missed = bool(_MISSED.search(asked.text))
        if not _TARGET.search(asked.text) or not (missed or _REACHED.search(asked.text)):
            return False
        lead = unit.text[: other.quantity.start].rsplit(",", 1)[-1]
        if not _TARGET.search(lead) or _REACHED.search(unit.text) or _MISSED.search(unit.text):
            return False
        values = [
            n.quantity.value
            for n in unit.anchors.numbers
            if n is not other and n.part == "current" and comparable(n.quantity, other.quantity)
        ]
        return not values or any((value >= other.quantity.value) == missed for value in values)


def _of_another_point(asked: Asked, unit: Unit) -> bool:
    """True for a value of a chart that stands over one year where the claim names others only."""
    over = _POINT.match(unit.text)
    return bool(over and asked.anchors.years) and not any(over and over[1] in year for year in asked.anchors.years)


def _names_one(text: str, names: Collection[str]) -> bool:
    return any(re.search(rf"(?i)\b{re.escape(name)}\b", text) for name in names)


def _quoted(found: Opposite | None) -> str | None:
    return f"“{found.said}”" if found else None


def _times(asked: Asked, number: NumberAnchor) -> Iterator[Time]:
    """When the claim's number is: by its own words, else by the only time that the claim names."""
    yield number.time
    if number.time.date is None and len(asked.anchors.dates) == 1:
        yield Time(asked.anchors.dates[0], None)


def _same_kind(a: Time, b: Time) -> bool:
    return bool((a.date and b.date) or (a.year and b.year))
