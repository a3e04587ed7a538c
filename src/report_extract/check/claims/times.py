"""Dates and years of a text, and of when a number of a sentence is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report_extract.language.periods import Period, periods
from report_extract.language.quantities import Quantity

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?:\s(?P<year>(?:19|20)\d\d))?"
)
_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)(?P<next>/\d\d)?")
# Before a calendar year that says when ("in 2024"), not since when or what by.
_IN = re.compile(r"(?i)\b(?:in|during|for|throughout)\s(?:the\syear\s)?$")
# "2023/24" may be a financial year from April or a school year until August: months counted from year 0.
_APRIL, _NEXT_AUGUST = 4, 12 + 8
# What happened on a date: the last verb before it.
_EVENT = re.compile(
    r"\b(?:[a-z]{2,}ed|begun|began|held|met|left|led|written|wrote|given|gave|built|sent|made|taken|took|ran|run)\b"
)
# Where the words of one number end and those of another begin.
_BOUNDARY = re.compile(r"[;(]|,?\s(?:and|but|while|whereas|compared|from|against|than|to)\b|,\s")


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """A month with day and year as far as they are printed; `event` is the verb before it ("published on 4 May")."""

    month: int
    day: int | None
    year: int | None
    text: str
    event: str = ""

    def is_said_by(self, other: DateAnchor) -> bool:
        """True where the other prints the day too, if this does: "March" does not say "20 March"."""
        return self.agrees(other) and (self.day is None or other.day is not None)

    def agrees(self, other: DateAnchor) -> bool:
        """True where nothing that both print differs."""
        parts = ((self.month, other.month), (self.day, other.day), (self.year, other.year))
        return all(a == b or a is None or b is None for a, b in parts)


class Time(NamedTuple):
    """Of when a number is, as far as its own words say: one date, one year ("2024/25"; "2024" for a calendar year)."""

    date: DateAnchor | None = None
    year: str | None = None

    def differs(self, other: Time) -> bool:
        """True where both say when, and not the same."""
        if self.date and other.date:
            return not self.date.agrees(other.date)
        if self.year and other.year and ("/" in self.year) == ("/" in other.year):
            return self.year != other.year
        ours, theirs = self.months, other.months
        return bool(ours and theirs) and (ours[1] < theirs[0] or theirs[1] < ours[0])

    @property
    def months(self) -> tuple[int, ...]:
        """First and last month, counted from year 0; empty where the year is not said."""
        if self.date is not None:
            return (12 * self.date.year + self.date.month,) * 2 if self.date.year is not None else ()
        if self.year is None:
            return ()
        january = 12 * int(self.year[:4])
        return (january + _APRIL, january + _NEXT_AUGUST) if "/" in self.year else (january + 1, january + 12)


ALWAYS = Time()


def dates(text: str) -> Iterator[DateAnchor]:
    for match in DATE.finditer(text):
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        day, year = (int(match[name]) if match[name] else None for name in ("day", "year"))
        before = _EVENT.findall(text[: match.start()].rsplit(";", 1)[-1])
        yield DateAnchor(month, day, year, match.group(), before[-1] if before else "")


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
    years = [p.name for part in (before, after) for p in periods(part) if _says_when(part, p)]
    return Time(own[0] if len(own) == 1 else None, years[0] if len(years) == 1 else None)


def _says_when(text: str, period: Period) -> bool:
    """A reporting year always; a calendar year only behind "in" ("since 2019" is a beginning)."""
    year = _YEAR.fullmatch(period.name)
    return bool(year and (year["next"] or _IN.search(text[: period.start])))


def time_in(header: str) -> Time:
    """The time that a column's header names; none where it names several."""
    found = list(periods(header))
    own = [day for p in found if p.kind == "date" and not p.name.endswith("Census") for day in dates(p.name)]
    years = {p.name for p in found if _YEAR.fullmatch(p.name)}
    if own:
        return Time(own[0]) if len(own) == 1 else ALWAYS
    return Time(None, min(years)) if len(years) == 1 else ALWAYS


def year_before(period: str | None) -> str | None:
    """ "2023/24" for "2024/25", "31 March 2024" for "31 March 2025"; None where no year is named once."""
    if period is None or not (found := list(re.finditer(r"\b(?P<first>(?:19|20)\d\d)(?:/(?P<next>\d\d))?\b", period))):
        return None
    year = found[0]
    first = int(year["first"]) - 1
    said = f"{first}/{(first + 1) % 100:02d}" if year["next"] else str(first)
    return f"{period[: year.start()]}{said}{period[year.end() :]}" if len(found) == 1 else None
