"""Dates and years of a text, and of when a number of a sentence is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report_extract.language.periods import periods
from report_extract.language.quantities import Quantity

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?:\s(?P<year>(?:19|20)\d\d))?"
)
_REPORT_YEAR = re.compile(r"(?:19|20)\d\d/\d\d")
# Where the words of one number end and those of another begin.
_BOUNDARY = re.compile(r"[;(]|,?\s(?:and|but|while|whereas|compared|from|against|than|to)\b|,\s")


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """A month with day and year as far as they are printed."""

    month: int
    day: int | None
    year: int | None
    text: str

    def agrees(self, other: DateAnchor) -> bool:
        """True where nothing that both print differs."""
        parts = ((self.month, other.month), (self.day, other.day), (self.year, other.year))
        return all(a == b or a is None or b is None for a, b in parts)


class Time(NamedTuple):
    """Of when a number is, as far as its own words say: one date, one reporting year ("2024/25")."""

    date: DateAnchor | None = None
    year: str | None = None

    def differs(self, other: Time) -> bool:
        """True where both say when, and not the same."""
        if self.date and other.date and not self.date.agrees(other.date):
            return True
        return bool(self.year and other.year and self.year != other.year)


ALWAYS = Time()


def dates(text: str) -> Iterator[DateAnchor]:
    for match in DATE.finditer(text):
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        day, year = (int(match[name]) if match[name] else None for name in ("day", "year"))
        yield DateAnchor(month, day, year, match.group())


def time_of(text: str, quantity: Quantity, found: Sequence[Quantity]) -> Time:
    """The date and year in a number's own stretch of the sentence; none where two stand there."""
    begin = max((q.end for q in found if q.end <= quantity.start), default=0)
    stop = min((q.start for q in found if q.start >= quantity.end), default=len(text))
    before, after = text[begin : quantity.start], text[quantity.end : stop]
    if begin:
        before = before[max((m.end() for m in _BOUNDARY.finditer(before)), default=len(before)) :]
    if stop < len(text):
        after = after[: next((m.start() for m in _BOUNDARY.finditer(after)), len(after))]
    own = [*dates(before), *dates(after)]
    years = [p.name for part in (before, after) for p in periods(part) if _REPORT_YEAR.fullmatch(p.name)]
    return Time(own[0] if len(own) == 1 else None, years[0] if len(years) == 1 else None)
