"""A paper that says it covers another year than its own: "this report covers the period April 2023 to March 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.check.wording.years import year_labels
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_COVERS = re.compile(
    r"(?i)\b(?:this|the\spresent|our)\s(?:is\sthe\s)?(?:[a-z-]+\s){0,4}?(?:report|document|paper)\s(?:\w+\s){0,2}?"
    r"(?:covers?|covering|is\sfor|relates\sto|spans|reports\son|describes|sets\sout|summarises|reviews|looks\sback\s(?:on|over)"
    r"|(?:is\s)?about)\b(?P<what>[^.;]{0,100})"
)
_FINANCIAL = re.compile(
    r"(?i)(?:\b1(?:st)?\s)?\bapril\s(?P<a>20\d\d)\s?(?:to|until|and|through\sto|[–—-])\s?(?:(?:the\send\sof|31(?:st)?)\s)?march\s"
    r"(?P<b>20\d\d)\b"
)
_OTHER_YEARS = re.compile(
    r"(?i)\b(?:since|compared|previous|last|next|coming|following|from|strategy|strategic|plan|plans)\b"
)


def other_period(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each sentence that gives the paper's own period as years in which its own is not."""
    if not paper.year:
        return
    this = int(paper.year[:4])
    for sentence in paper.sentences:
        covers = _COVERS.search(sentence.text)
        years = list(_years(covers["what"])) if covers else []
        if covers and years and not any(first <= this < first + length for first, length in years):
            start, end = sentence.start + covers.start(), sentence.start + covers.end()
            words = " ".join(covers.group().split())
            message = f"“{words}”: the report is for {paper.year}"
            yield flag(paper, start, end, code="stale_year", message=message)


def _years(text: str) -> Iterator[tuple[int, int]]:
    """First calendar year and length in years of what is said to be covered."""
    for match in _FINANCIAL.finditer(text):
        yield int(match["a"]), int(match["b"]) - int(match["a"])
    for label in year_labels(text):
        if not _OTHER_YEARS.search(text[: label.start]):
            yield label.first, 1
