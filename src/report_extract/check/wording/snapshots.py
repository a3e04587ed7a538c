"""Snapshot figures that carry last year's date among this year's: "at 31 March 2023" in the report for 2023/24."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Figure
from report_extract.rules.load import RuleBook

_AS_AT = re.compile(
    r"(?i)\b(?:at|as\s(?:at|of)|on)\s(?:(?:the\s)?(?:end\sof\s)?|(?:31(?:st)?\s))(?P<march>march\s(?P<year>20\d\d))\b"
)
# A label with one of these tells of the time before on purpose.
_COMPARES = re.compile(
    r"(?i)\b(?:was|were|from|compared|previous|last\syear|against|than|since|up|down|increase|decrease|rise|fall)\b|\d\s?%.*\d"
)
# The new date must be this often in the paper before an old one looks like a leftover.
_FEWEST_NEW = 2


def stale_snapshots(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each figure with the date on which the year began, where the paper's other snapshots are of its end."""
    if not paper.year:
        return
    began = int(paper.year[:4])
    text = paper.document.text
    if sum(int(m["year"]) == began + 1 for m in _AS_AT.finditer(text)) < _FEWEST_NEW:
        return
    pairs = [f for f in paper.document.figures if f.kind == "pair"]
    for figure in pairs:
        match = _AS_AT.search(figure.label)
        if match is None or int(match["year"]) != began or _COMPARES.search(figure.label):
            continue
        if not any(_same_subject(figure, other) for other in pairs if other is not figure):
            yield flag(
                paper,
                figure.start,
                figure.end,
                code="stale_year",
                message=f"“{figure.label}”: the date is that of the year before; the report is for {paper.year}",
            )


def _same_subject(a: Figure, b: Figure) -> bool:
    """The same label beside it with another date: the two are then and now."""
    return a.page == b.page and _AS_AT.sub("", a.label).lower().strip() == _AS_AT.sub("", b.label).lower().strip()
