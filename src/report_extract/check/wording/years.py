"""Years that disagree with the report's own: carried forward from last year's paper.

Flagged only where an older reporting year labels what ought to be this year's: a running header or tab that reads
otherwise on its sister pages, a heading over data, and in a cover the words that name the report or the work to note.
Comparisons ("since", "compared with"), strategies over several years and citations stay silent.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block, BlockKind
from report_extract.rules.load import RuleBook

_SPAN = re.compile(r"(?<![\d/-])(?P<a>(?:20)?\d\d)\s?[/–-]\s?(?P<b>(?:20)?\d\d)(?![\d/-]|\s?%)")
_COMPARING = re.compile(
    r"(?i)\b(?:since|from|compared|comparison|previous|last|than|against|between|until|was|were|had|following|carried"
    r"|strategy|strategic|plan|programme|framework|baseline|historic|earlier|prior|trend)\b[^.;]{0,50}$"
)
_NAMES_THE_REPORT = re.compile(
    r"(?i)\b(?:annual|yearly)\s+report\b[^.;\n]{0,40}$|\b(?:over|during|for|in|throughout)\s+the\s+(?:\w+\s){0,2}?year\s*$"
    r"|\b(?:work|activit(?:y|ies)|progress|performance|achievements?)\b[^.;]{0,80}\b(?:over|during|for|in|throughout)\s*$"
)
# Earlier reports are rightly named among the papers that a cover rests on.
_EARLIER_PAPERS = re.compile(
    r"(?i)\b(?:background (?:papers|documents|reading|information)|previous(?:ly)?|earlier|last year)\b"
)
_WORDS_BEFORE = re.compile(r"(?:[\w&'’-]+\s+){1,3}$")


class YearLabel(NamedTuple):
    """A reporting year in a text: `first` is the calendar year in which it begins."""

    start: int
    end: int
    first: int


def year_labels(text: str) -> Iterator[YearLabel]:
    """Reporting years of the forms 2024/25, 2024-2025, 24-25; spans of several years are no reporting years."""
    for match in _SPAN.finditer(text):
        a, b = int(match["a"][-2:]), int(match["b"][-2:])
        if b == (a + 1) % 100 and (len(match["a"]) == 4 or 10 <= a <= 40):
            yield YearLabel(match.start(), match.end(), 2000 + a)


def stale_years(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Older years where the report's own is meant; nothing where the report's year is not known."""
    if not paper.year:
        return
    this = int(paper.year[:4])
    yield from _stale_furniture(paper, this)
    yield from _stale_headings(paper, this)
    if paper.kind == "cover":
        yield from _stale_sentences(paper, this)


def _stale_furniture(paper: Paper, this: int) -> Iterator[WordingFlag]:
    """A header, footer or tab whose year differs from the same words on other pages."""
    seen: dict[str, list[tuple[Block, int, YearLabel]]] = defaultdict(list)
    for block in (b for p in paper.document.pages for b in p.blocks if b.kind is BlockKind.furniture):
        for label in year_labels(block.text):
            words = _WORDS_BEFORE.search(block.text[: label.start])
            start = words.start() if words else label.start
            seen[block.text[start : label.start].lower().strip()].append((block, start, label))
    for uses in seen.values():
        years = Counter(label.first for _, _, label in uses)
        if years.get(this, 0) < max(1, len(uses) // 2):
            continue
        for year in (y for y in years if y < this):
            stale = [(b, start, label) for b, start, label in uses if label.first == year]
            block, start, label = stale[0]
            start = (
                max(start, label.start - len(block.text[start : label.start].split()[-1]) - 1)
                if start < label.start
                else start
            )
            pages = ", ".join(str(p) for p in sorted({b.page for b, _, _ in stale})[:12])
            printed = block.text[start : label.end]
            yield flag(
                paper,
                block.start + start,
                block.start + label.end,
                code="stale_year",
                message=f"The running header “{printed}” (page {pages}) is of another year than on the other pages",
            )


def _stale_headings(paper: Paper, this: int) -> Iterator[WordingFlag]:
    """A heading that labels its section with an older year; one flag for a heading that is repeated."""
    told: set[str] = set()
    for block in paper.document.blocks:
        labels = list(year_labels(block.text)) if block.kind is BlockKind.heading else []
        if not labels or any(label.first >= this for label in labels):
            continue
        label = labels[-1]
        before = block.text[: label.start]
        if _COMPARING.search(before) or (key := re.sub(r"\W*\(?continued\)?\W*", "", block.text.lower())) in told:
            continue
        told.add(key)
        yield flag(
            paper,
            block.start,
            block.end,
            code="stale_year",
            message=f"The heading “{block.text}” is of another year; the report is for {paper.year}",
        )


def _stale_sentences(paper: Paper, this: int) -> Iterator[WordingFlag]:
    """In a cover, an older year right after the words that name the report or the year's work."""
    for block in paper.document.blocks:
        if block.kind is BlockKind.heading:
            continue
        for label in year_labels(block.text):
            before = block.text[: label.start]
            names_report = _NAMES_THE_REPORT.search(before)
            if label.first < this and names_report and not _COMPARING.search(before[-25:]):
                start = block.start + names_report.start()
                if _EARLIER_PAPERS.search(f"{_section_of(paper, start)}: {before}"):
                    continue
                yield flag(
                    paper,
                    start,
                    block.start + label.end,
                    code="stale_year",
                    severity="error",
                    message=f"“{paper.document.text[start : block.start + label.end]}”: the report is for {paper.year}",
                )


def _section_of(paper: Paper, offset: int) -> str:
    return paper.evidence(offset, offset + 1, rule="wording/stale_year")[0].section or ""
