"""The year that a document reports on, in the form "2024/25"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from report_extract.extract.cover.terms import Terms
from report_extract.model.document import BlockKind, Document

_PAIR = re.compile(
    r"(?<![\d/.–-])(?:(?P<a>20\d\d)\s?(?:[/–—-]|to)\s?(?P<b>20\d\d|\d\d)|(?P<c>\d\d)\s?[/–—-]\s?(?P<d>\d\d))(?![\d/–-])",
    re.I,
)
# "1 April 2031 - 31 March 2032", "April 2031 to March 2032"
_FROM_TO = re.compile(
    r"\b(?:1(?:st)?\s)?april\s(?P<a>20\d\d)\s?(?:[–—-]|to|until)\s?(?:31(?:st)?\s)?march\s(?P<b>20\d\d)\b", re.I
)
_ALONE = re.compile(r"(?<![\d/–-])20\d\d(?![\d/–-])")
# Plans and strategies carry the years that they run, laws and guidance that of their making.
_NOT_REPORTED = re.compile(
    r"(?:plan|strategy|act|framework|vision|together|programme|regulations|census|budget)\W*$", re.I
)
LONGEST_SPAN = 2  # years; two-year reports exist, longer spans are plans
HEADING_WEIGHT = 3
TITLE_PAGE_WORDS = 60
NEAR = 60  # characters between a year and "annual report" for the one to belong to the other


def reporting_year(document: Document, *, title: str | None, terms: Terms) -> str | None:
    """The year of the title, else of the title page; else the one that headings and mentions of the annual report name
    most often."""
    for text in (title or "", _title_page(document)):
        named = {y for y, _ in year_pairs(text, short=True)}
        if len(named) == 1:
            return named.pop()
    votes = Counter[str]()
    for block in document.blocks:
        weight = HEADING_WEIGHT if block.kind is BlockKind.heading else 1
        near = [m.start for m in terms.find("annual_title", block.text)]
        for year, at in year_pairs(block.text, short=bool(near)):
            if any(abs(at - n) <= NEAR for n in near):
                votes[year] += 2 * weight
            elif block.kind is BlockKind.heading:
                votes[year] += weight
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    return _calendar_year(title or "", terms)


def _title_page(document: Document) -> str:
    """What stands on the first page with text where that is no more than a title page holds; else nothing."""
    pages = (" ".join(b.text for b in p.blocks if b.kind is not BlockKind.furniture) for p in document.pages)
    first = next((text for text in pages if text.strip()), "")
    return first if len(document.pages) > 1 and len(first.split()) <= TITLE_PAGE_WORDS else ""


def _calendar_year(title: str, terms: Terms) -> str | None:
    """ "Annual Report 2024" names one year."""
    if not terms.is_a("annual_title", title):
        return None
    years = {m[0] for m in _ALONE.finditer(title) if not _NOT_REPORTED.search(title[: m.start()])}
    return years.pop() if len(years) == 1 else None


def year_pairs(text: str, *, short: bool) -> Iterator[tuple[str, int]]:
    """Years like 2024/25, 2024-2025, 2024 to 2025 and (with `short`) 24/25, with their offsets."""
    for spelt in _FROM_TO.finditer(text):
        begun, ended = int(spelt["a"]), int(spelt["b"])
        if 1 <= ended - begun <= LONGEST_SPAN:
            yield f"{begun}/{ended % 100:02d}", spelt.start()
    for found in _PAIR.finditer(text):
        first, second = found["a"] or found["c"], found["b"] or found["d"]
        if (found["a"] is None and not short) or _NOT_REPORTED.search(text[max(0, found.start() - 20) : found.start()]):
            continue
        start = int(first) % 2000
        span = int(second[-2:]) - start
        if 1 <= span <= LONGEST_SPAN and start > 0:
            yield f"{2000 + start}/{second[-2:]}", found.start()


def year_end(year: str | None) -> date | None:
    """The last day of a reporting year: 31 March of its second year, 31 December of a calendar year."""
    if year is None:
        return None
    if "/" in year:
        return date(2000 + int(year[-2:]), 3, 31)
    return date(int(year), 12, 31)
