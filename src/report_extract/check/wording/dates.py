"""Meeting dates of a cover that lack a year or a day, days that do not exist, and days of the week that do not fit."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_LABEL = re.compile(r"(?i)\bdate[ds]?\b|\bmeeting\b")
_NOT_A_MEETING = re.compile(r"(?i)\b(?:notice|published|publication|forward plan|deadline|despatch|review|birth)\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = re.compile(
    rf"(?i)(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\.?,?\s+)?(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"\b(?P<month>{_MONTH})\b\.?,?(?:\s+(?P<year>20\d\d)\b)?"
)
_OPEN = re.compile(r"(?i)\b(?:to be (?:confirmed|announced)|tbc|tba)\b")
_BEFORE_A_DATE = re.compile(r"(?i)\b(?:on|until|till|by|from|since|before|after|dated|of|the)\s$")
_LEAP_YEAR = 2024  # without a year 29 February may be meant of a leap year
# A cover goes to a meeting within two years of the end of the year that its report covers.
_YEARS_AFTER = 2


def incomplete_dates(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """One flag for each date field of a cover in which a day or a year is missing or still open."""
    if paper.facts.cover is None:
        return
    for label, value in paper.facts.cover.fields.items():
        if not _LABEL.search(label) or _NOT_A_MEETING.search(label):
            continue
        faults = list(_faults(value, paper.year))
        at = paper.document.text.find(value) if faults else -1
        if at >= 0:
            yield flag(
                paper,
                at,
                at + len(value),
                code="incomplete_date",
                message=f"{label.rstrip(':')}: “{value}”: {'; '.join(faults)}",
            )


def wrong_weekdays(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Dates printed in full with a day of the week on which they do not fall: one of the two is wrong."""
    for match in _DATE.finditer(paper.document.text):
        if not (match["weekday"] and match["day"] and match["year"]) or "\n\n" in match.group():
            continue
        falls = _weekday(int(match["year"]), match)
        if falls is not None and _WEEKDAYS[falls] != match["weekday"].lower():
            said = " ".join(match.group().split())
            message = f"“{said}”: that day is a {_NAMES[falls]}"
            yield flag(paper, *match.span(), code="wrong_weekday", message=message)


def impossible_dates(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Days that no calendar has: 31 June, 29 February of a common year. Without a year only where words make it a date,
    so that the numbers of a row of months are none."""
    for sentence in paper.sentences:
        for match in _DATE.finditer(sentence.text):
            if not match["day"] or "\t" in match.group():
                continue
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            last = monthrange(int(match["year"] or _LEAP_YEAR), month)[1]
            is_date = match["year"] or match["weekday"] or _BEFORE_A_DATE.search(sentence.text[: match.start()])
            if is_date and not 1 <= int(match["day"]) <= last:
                start, end = sentence.start + match.start(), sentence.start + match.end()
                said = " ".join(match.group().split())
                message = f"“{said}”: there is no such day; the month has {last}"
                yield flag(paper, start, end, code="impossible_date", severity="error", message=message)


def full_dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    """Existing days printed with month and year."""
    for match in _DATE.finditer(text):
        if match["day"] and match["year"] and _weekday(int(match["year"]), match) is not None:
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            yield match, date(int(match["year"]), month, int(match["day"]))


def _weekday(year: int, match: re.Match[str]) -> int | None:
    """0 for Monday; None for a day that does not exist."""
    try:
        return date(year, _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"])).weekday()
    except ValueError:
        return None


def _faults(value: str, reporting_year: str | None) -> Iterator[str]:
    for match in _DATE.finditer(value):
        said = match.group().strip(" ,.")
        if match["day"] and not match["year"]:
            years = _years_by_weekday(match, reporting_year)
            only = f"; the weekday allows only {years[0]}" if len(years) == 1 else ""
            yield f"“{said}” has no year{only}"
        elif match["year"] and not match["day"]:
            yield f"“{said}” has no day"
    if found := _OPEN.search(value):
        yield f"“{found.group()}” is still open"


def _years_by_weekday(match: re.Match[str], reporting_year: str | None) -> list[int]:
    """Years within reach of the report in which the day falls on the stated weekday."""
    if not match["weekday"] or not reporting_year:
        return []
    weekday = _WEEKDAYS.index(match["weekday"].lower())
    ends = int(reporting_year[:4]) + 1
    return [year for year in range(ends, ends + _YEARS_AFTER + 1) if _weekday(year, match) == weekday]
