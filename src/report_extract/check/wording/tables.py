"""Tables that contradict themselves: a caption of another year than the columns, a status that its row denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block, BlockKind, Table
from report_extract.rules.load import RuleBook

_YEAR = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d,])(?:\s?[/–-]\s?((?:20)?\d\d)(?!\d))?")
_AS_AT = re.compile(
    r"(?i)\b(?:as\s(?:at|of)|at|on)\s(?:the\send\sof\s|\d{1,2}(?:st|nd|rd|th)?\s)?[A-Z][a-z]+\s(?P<year>20\d\d)\b"
)
_COMPARES = re.compile(r"(?i)\b(?:compared|since|from|against|change|trend|published|source|updated)\b")
_DONE = re.compile(r"(?i)^\W*(?:complete[d]?|implemented|done|closed|achieved|delivered)\W*$")
_NOT_BEGUN = re.compile(
    r"(?i)\b(?:ha(?:s|ve)\s(?:not|n[o’']t)\s(?:yet\s)?(?:been\s)?(?:started|begun|commenced)|(?:is|are)\snot\syet\sstarted|not\s(?:yet\s)?(?:started|begun)"
    r"|work\swill\s(?:start|begin)|yet\sto\s(?:start|begin))\b"
)

# What has not begun may be the next step of something that is done.
_FURTHER = re.compile(r"(?i)\b(?:next|second|third|further|later|new|stage|phase|evaluation|roll-?out|follow-?up)\b")


def old_captions(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """A caption that dates its table, where all columns are of other years."""
    for table in paper.document.tables:
        caption = _caption(paper, table)
        match = _AS_AT.search(caption.text) if caption else None
        if caption is None or match is None or _COMPARES.search(caption.text):
            continue
        years = _years_of_columns(table)
        if len(years) >= 2 and int(match["year"]) not in years:
            said = ", ".join(map(str, sorted(years)))
            message = f"“{caption.text}”: the columns of the table are of {said}"
            yield flag(paper, caption.start, caption.end, code="stale_year", message=message)


def _caption(paper: Paper, table: Table) -> Block | None:
    """The last line of words before the table, where it names one."""
    before = [b for b in paper.wordy_blocks if b.end <= table.start and b.page == table.page]
    block = before[-1] if before else None
    return (
        block if block and (block.kind is not BlockKind.paragraph or re.match(r"(?i)^\W*table\b", block.text)) else None
    )


def _years_of_columns(table: Table) -> set[int]:
    """Calendar years that the header names; of "2023/24" both."""
    years: set[int] = set()
    for cell in (c for c in table.cells if c.row < table.header_rows):
        for match in _YEAR.finditer(cell.text):
            years.add(int(match[1]))
            if match[2]:
                years.add(2000 + int(match[2][-2:]))
    return years


def denied_status(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """A row that is marked as done and says that it has not begun."""
    for table in paper.document.tables:
        for row in table.grid()[table.header_rows :]:
            cells = [c for c in row if c is not None]
            done = next((c for c in cells if _DONE.match(c.text)), None)
            denied = next((c for c in cells if _NOT_BEGUN.search(c.text)), None)
            if done and denied and not _FURTHER.search(denied.text):
                start, end = min(done.start, denied.start), max(done.end, denied.end)
                message = f"The row is marked “{done.text.strip()}” and says “{denied.text.strip()}”"
                yield flag(paper, start, end, code="status_denied", message=message)
