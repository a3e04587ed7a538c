"""Dates as covers print them: full, by the month, without a year, or to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?\s+)?(?:the\s+)?"
_YEAR = r"(?P<year>(?:19|20)\d\d|[’']\d\d)(?!\d|[/–-]\d)"
_DAY = r"(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th))?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"{_WEEKDAY}\b{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s*{_YEAR})?",
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY}(?![\d:.])(?:,?\s*{_YEAR})?",
        rf"\b{_MONTH},?\s+{_YEAR}",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)-(?P<mm>\d{2})-(?P<day>\d{2})(?!\d)",
        r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<mm>\d{1,2})(?P=sep)(?P<year>(?:20)?\d\d)(?![\d/])",
    )
)

# "31 June 2031" is no day, and no month either.
_DAY_BEFORE = re.compile(r"(?:^|\D)\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?$")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in a text: its place, its parts as far as they are printed, and the weekday (0 is Monday)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None = None

    @property
    def iso(self) -> str | None:
        """ "2025-06-03", "2025-01" for a month alone, None without a year."""
        if self.year is None:
            return None
        return f"{self.year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")

    @property
    def weekday_agrees(self) -> bool:
        if None in (self.weekday, self.year, self.day):
            return True
        return _exists(self.year or 0, self.month, self.day or 0, self.weekday)

    def inferred_year(self, first: date, last: date) -> int | None:
        """The only year between two days in which the printed weekday falls on this day; None if not exactly one."""
        if self.year is not None or self.weekday is None or self.day is None:
            return None
        years = [y for y in range(first.year, last.year + 1) if _exists(y, self.month, self.day, self.weekday)]
        years = [y for y in years if first <= date(y, self.month, self.day) <= last]
        return years[0] if len(years) == 1 else None


def _exists(year: int, month: int, day: int, weekday: int | None) -> bool:
    try:
        return weekday is None or date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def find_dates(text: str) -> tuple[Stated, ...]:
    """All dates in the order of the text; where forms overlap, the longest counts."""
    found = sorted(_candidates(text), key=lambda d: (d.start, -d.end))
    kept: list[Stated] = []
    for candidate in sorted(found, key=lambda d: d.start - d.end):
        if all(candidate.end <= k.start or candidate.start >= k.end for k in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda d: d.start))


def _candidates(text: str) -> Iterator[Stated]:
    for form in _FORMS:
        for match in form.finditer(text):
            stated = _stated(match)
            if stated is not None and not (stated.day is None and _DAY_BEFORE.search(text[: match.start()][-12:])):
                yield stated


def _stated(match: re.Match[str]) -> Stated | None:
    groups = match.groupdict()
    month = int(groups["mm"]) if groups.get("mm") else _index(groups["month"], MONTHS) + 1
    day = int(groups["day"]) if groups.get("day") else None
    year = _year(groups.get("year"))
    if not 1 <= month <= 12 or (day is not None and not _valid(year, month, day)):
        return None
    weekday = _index(groups["weekday"], WEEKDAYS) if groups.get("weekday") else None
    return Stated(match.start(), match.end(), year, month, day, weekday)


def _index(word: str, names: tuple[str, ...]) -> int:
    return next(i for i, name in enumerate(names) if name.startswith(word.lower()[:3]))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("’'"))
    return number + 2000 if number < 100 else number


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2024, month, day)  # 2024 is a leap year: without a year 29 February may be right
    except ValueError:
        return False
    return True
