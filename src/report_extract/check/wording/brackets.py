"""Brackets without their partner: the visible trace of a template or of an edit that went half way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block
from report_extract.rules.load import RuleBook

_PARTNER = {")": "(", "]": "["}
# "a)", "1)", "iv)" at the start of a line or after white space number a list; smileys do not occur in papers.
_LIST_MARK = re.compile(r"(?:(?<=\s)|^)(?:[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2}(?:\.\d{1,2})*)$")
_AROUND = 60  # characters quoted before and after, so that the place can be found


def unbalanced_brackets(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """One flag for each block with an unpartnered round or square bracket; blocks that continue are read together."""
    for blocks in _passages(paper):
        text = paper.document.text[blocks[0].start : blocks[-1].end]
        lonely = list(_lonely(text))
        if len(lonely) == 1:
            at, mark = lonely[0]
            start, end = max(0, at - _AROUND), min(len(text), at + 1 + _AROUND)
            start = text.rfind(" ", 0, start) + 1 if start else 0
            offset = blocks[0].start
            missing = "opens without being closed" if mark in "([" else "closes without having been opened"
            yield flag(
                paper,
                offset + start,
                offset + end,
                code="unbalanced_bracket",
                message=f"A bracket “{mark}” {missing}: “{text[start:end]}”",
            )


def _passages(paper: Paper) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in paper.wordy_blocks:
        if run and not block.continues:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _lonely(text: str) -> Iterator[tuple[int, str]]:
    open_: list[tuple[int, str]] = []
    for at, mark in ((i, c) for i, c in enumerate(text) if c in "()[]"):
        if mark in "([":
            open_.append((at, mark))
        elif open_ and open_[-1][1] == _PARTNER[mark]:
            open_.pop()
        elif not (mark == ")" and _LIST_MARK.search(text[:at])):
            yield at, mark
    yield from open_
