"""Periods as printed, in one spelling, resolved against the report's year.

The spelling: "2024/25" for a financial or academic year, "31 March 2025", "March 2025", "February to April 2025",
"Q3 2024/25", "Summer 2024", "2021 Census", "mid-2023", "2022", "2013-2017"; a phrase that names no date stays as
printed ("next three years").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from report_extract.language.masks import MONTH

Kind = Literal["year", "date", "census", "relative"]


class Period(NamedTuple):
    """A period in a text. `year` is the calendar year in which it begins; `earlier` marks "the previous year"."""

    start: int
    end: int
    name: str
    kind: Kind
    year: int | None = None
    earlier: bool = False


_MONTHS = "January February March April May June July August September October November December".split()
_Y = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?"
_PATTERN = re.compile(
    "|".join(
        (
            rf"(?P<fy>(?:1(?:st)?\s)?April\s(?P<fy1>{_Y})\s(?:to|-|–|until|and)\s(?:the\s)?(?:31(?:st)?\s)?March\s(?P<fy2>{_Y}))",
            rf"(?P<year_to>\b(?:year|(?:12|twelve)\smonths)\s(?:end(?:ing|ed)|to)\s(?:the\s)?(?:31(?:st)?\s(?:of\s)?)?March\s(?P<yt>{_Y}))",
            r"(?P<this_quarter>\bthis\s(?:quarter|month)\b)",
            rf"(?P<span>(?:{_DAY})?(?P<s1>{MONTH})(?:\s(?P<sy>{_Y}))?\s(?:to|-|–|and|until)\s(?:{_DAY})?(?P<s2>{MONTH})\s(?P<sy2>{_Y}))",
            rf"(?P<years>\bbetween\s(?P<ys1>{_Y}(?:\s?[-/–]\s?\d\d(?:\d\d)?)?)\sand\s(?P<ys2>{_Y}(?:\s?[-/–]\s?\d\d(?:\d\d)?)?))",
            rf"(?P<census>(?P<cy>{_Y})\sCensus|Census\s(?:of\s)?(?P<cy2>{_Y}))",
            rf"(?P<estimate>(?:mid[-\s])?(?P<ey>{_Y})\s(?:mid[-\s]year\s)?(?:population\s)?estimates?|mid[-\s]year\s(?:population\s)?estimates?\s(?:for|of|in)\s(?:mid[-\s])?(?P<ey2>{_Y}))",
            rf"(?P<mid>\bmid[-\s–](?P<midy>{_Y})\b)",
            rf"(?P<season>\b(?P<sn>spring|summer|autumn|winter)(?:\sterm)?,?\s(?:of\s)?(?P<sny>{_Y})\b(?!\s?[-/–—]\s?\d\d\b))",
            rf"(?P<school>\b(?:academic|school)\syear\s(?P<ay1>{_Y})\s?[-/–—]\s?(?P<ay2>(?:{_Y}|\d\d))\b|\b(?P<ay3>{_Y})\s?[-/–—]\s?(?P<ay4>(?:{_Y}|\d\d))\s(?:academic|school)\syear\b)",
            rf"(?P<quarter>\b(?:Q|quarter\s|qtr\.?\s)(?P<qn>[1-4])(?:\s(?:of\s)?(?P<qy>{_Y}\s?[-/–]\s?\d\d(?:\d\d)?))?)",
            rf"(?P<year>\b(?P<y1>{_Y})\s?[-/–—]\s?(?P<y2>(?:{_Y}|\d\d))\b)",
            r"(?P<short>\b(?P<h1>\d\d)[-/](?P<h2>\d\d)\b)",
            rf"(?P<date>\b(?P<d>{_DAY})?(?P<dm>{MONTH})\s(?P<dy>{_Y})\b)",
            rf"(?P<short_date>\b(?P<zm>{MONTH})\s[’']?(?P<zy>\d\d)\b)",
            rf"(?P<calendar>(?<![\d,.£/-])\b(?P<c>{_Y})\b(?!\s?[%,]?\d))",
            r"(?P<ago>\b(?P<an>two|three|four|five|[2-9])\syears\s(?:ago|earlier|before)\b)",
            (
                r"(?P<short_ago>\b(?:the\s)?(?:previous|prior|preceding|last)\s(?:quarter|month)\b|\b(?:the\s)(?:quarter|month)\sbefore\b)"
            ),
            (
                r"(?P<earlier>\b(?:(?:the\s)?(?:previous|prior|preceding|last)\s(?:reporting\s|financial\s|calendar\s)?(?:year|period)(?:[’']s)?"
                r"|(?:the\s)?year\sbefore|last\syear[’']?s?|(?:a\syear|(?<!the\s)twelve\smonths|(?<!the\s)12\smonths)\s(?:ago|earlier|before)|previous\sreporting\s(?:year|period))\b)"
            ),
            (
                rf"(?P<closing>\bat\s(?:the\s)?(?:year[-\s]end|end\sof\s(?:the\s(?:financial\s|reporting\s)?year|March))\b(?!\s{_Y}))"
            ),
            (
                rf"(?P<this>\b(?:this|the)\s(?:reporting\s|financial\s)?(?:year|period)\b(?!\s(?:{MONTH}\s{_Y}|{_DAY}|end(?:ing|ed)?|before|of|from|between|to|was|in\swhich|when)\b)"
                r"|\bduring\sthe\syear\b|\b(?:in[-\s]year|year\sto\sdate)\b)"
            ),
            (
                r"(?P<relative>\b(?:(?:over\s|in\s|within\s)?(?:the\s)?(?P<phrase>(?:next|last|past|coming)\s(?:[\w-]+\s)?(?:years?|months?|quarters?|academic\syear))"
                r"|(?P<as>(?<!up\s)to\sdate|since\slaunch|year[-\s]on[-\s]year)|(?P<forecast>forecast)|(?P<past>past\sacademic\syear))\b)"
            ),
        )
    ),
    re.IGNORECASE,
)


def year_of(name: str | None) -> int | None:
    """The calendar year in which a printed year begins: 2024 of "2024/25", "2024-2025" and "2024"; None without."""
    found = re.search(_Y, name or "")
    return int(found[0]) if found else None


def financial(begin: int) -> str:
    """2024 → "2024/25"."""
    return f"{begin}/{(begin + 1) % 100:02d}"


@lru_cache(maxsize=4096)  # a third of the texts of a report are asked about again, and `check` asks about all
def periods(text: str, *, reporting_year: str | None = None) -> tuple[Period, ...]:
    """All periods of a text in order; "the previous year" needs the report's year to have a name of its own."""
    report = year_of(reporting_year)
    return tuple(p for m in _PATTERN.finditer(text) for p in _named(m, report))


def _named(m: re.Match[str], report: int | None) -> Iterator[Period]:
    for kind, reader in _READERS.items():
        if m[kind]:
            named = reader(m, report)
            if named is not None:
                name, sort, year = named
                yield Period(m.start(), m.end(), name, sort, year, kind in ("earlier", "short_ago"))
            return


Named = tuple[str, Kind, int | None]


def _fy(m: re.Match[str], _: int | None) -> Named | None:
    first, last = int(m["fy1"]), int(m["fy2"])
    return (financial(first), "year", first) if last == first + 1 else (f"{first}-{last}", "year", first)


def _year_to(m: re.Match[str], _: int | None) -> Named:
    """ "The year ending 31 March 2018" is 2017/18."""
    return financial(int(m["yt"]) - 1), "year", int(m["yt"]) - 1


def _this_quarter(m: re.Match[str], _: int | None) -> Named:
    return " ".join(m[0].lower().split()), "relative", None


def _span(m: re.Match[str], _: int | None) -> Named:
    begin = f"{_month(m['s1'])} {m['sy']}" if m["sy"] else _month(m["s1"])
    return f"{begin} to {_month(m['s2'])} {m['sy2']}", "date", int(m["sy"] or m["sy2"])


def _years(m: re.Match[str], _: int | None) -> Named:
    """ "between 2013 and 2017" is "2013-2017"; "between 2019/20 and 2022/23" keeps its two years."""
    first, last = int(m["ys1"][:4]), int(m["ys2"][:4])
    if len(m["ys1"]) == len(m["ys2"]) == len("2013"):
        return f"{first}-{last}", "date", first
    return f"{financial(first)} to {financial(last)}", "date", first


def _census(m: re.Match[str], _: int | None) -> Named:
    year = m["cy"] or m["cy2"]
    return f"{year} Census", "census", int(year)


def _estimate(m: re.Match[str], _: int | None) -> Named:
    """A mid-year estimate of the population is named with its year, as a census is: their figures differ."""
    year = m["ey"] or m["ey2"]
    printed = re.match(r"mid[-\s]\d", m[0], re.IGNORECASE)
    return f"mid-{year} estimate" if printed else f"{year} mid-year estimate", "census", int(year)


def _mid(m: re.Match[str], _: int | None) -> Named:
    return f"mid-{m['midy']}", "date", int(m["midy"])


def _season(m: re.Match[str], _: int | None) -> Named:
    return f"{m['sn'].capitalize()} {m['sny']}", "date", int(m["sny"])


def _school(m: re.Match[str], _: int | None) -> Named | None:
    first, last = int(m["ay1"] or m["ay3"]), int(m["ay2"] or m["ay4"])
    return (f"{financial(first)} academic year", "year", first) if last % 100 == (first + 1) % 100 else None


def _quarter(m: re.Match[str], report: int | None) -> Named | None:
    year = year_of(m["qy"]) or report
    return (f"Q{m['qn']} {financial(year)}", "date", year) if year else None


def _year(m: re.Match[str], _: int | None) -> Named:
    first, last = int(m["y1"]), int(m["y2"])
    last = last if last > 100 else first // 100 * 100 + last
    return (financial(first), "year", first) if last == first + 1 else (f"{first}-{last}", "date", first)


def _short(m: re.Match[str], _: int | None) -> Named | None:
    first, last = int(m["h1"]), int(m["h2"])
    return (financial(2000 + first), "year", 2000 + first) if last == first + 1 else None


def _date(m: re.Match[str], _: int | None) -> Named:
    day = re.match(r"\d+", m["d"] or "")
    month = f"{_month(m['dm'])} {m['dy']}"
    return (f"{int(day[0])} {month}" if day else month), "date", int(m["dy"])


def _short_date(m: re.Match[str], _: int | None) -> Named:
    return f"{_month(m['zm'])} 20{m['zy']}", "date", 2000 + int(m["zy"])


def _calendar(m: re.Match[str], _: int | None) -> Named:
    return m["c"], "date", int(m["c"])


def _earlier(_m: re.Match[str], report: int | None) -> Named:
    return (financial(report - 1), "year", report - 1) if report else ("previous year", "relative", None)


def _ago(m: re.Match[str], report: int | None) -> Named | None:
    """ "Two years ago" in a report for 2024/25 is 2022/23."""
    years = {"two": 2, "three": 3, "four": 4, "five": 5}.get(m["an"].lower()) or int(m["an"])
    return (financial(report - years), "year", report - years) if report else None


def _short_ago(m: re.Match[str], _: int | None) -> Named:
    return f"previous {'month' if 'month' in m[0].lower() else 'quarter'}", "relative", None


def _this(_m: re.Match[str], report: int | None) -> Named | None:
    return (financial(report), "year", report) if report else None


def _closing(m: re.Match[str], report: int | None) -> Named:
    """The last day of the year of account: "at year end" in a report for 2024/25 is 31 March 2025."""
    return (f"31 March {report + 1}", "date", report + 1) if report else ("year end", "relative", None)


def _relative(m: re.Match[str], _: int | None) -> Named:
    words = m["phrase"] or m["as"] or m["forecast"] or m["past"]
    return re.sub(r"\b3\b", "three", " ".join(words.lower().replace("-", " ").split())), "relative", None


_READERS = {
    "fy": _fy,
    "year_to": _year_to,
    "this_quarter": _this_quarter,
    "span": _span,
    "years": _years,
    "census": _census,
    "estimate": _estimate,
    "mid": _mid,
    "season": _season,
    "school": _school,
    "quarter": _quarter,
    "year": _year,
    "short": _short,
    "date": _date,
    "short_date": _short_date,
    "calendar": _calendar,
    "ago": _ago,
    "short_ago": _short_ago,
    "earlier": _earlier,
    "this": _this,
    "closing": _closing,
    "relative": _relative,
}


def _month(printed: str) -> str:
    return next(m for m in _MONTHS if m.lower().startswith(printed[:3].lower()))
