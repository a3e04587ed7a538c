"""Numbered statements of which one number stands twice and the next is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block
from report_extract.rules.load import RuleBook

_NUMBERED = re.compile(
    r"(?i)^(?P<what>recommendation|priority|action|finding|objective|aim|theme|outcome|principle)\s(?P<n>\d{1,2})\s?[:.–-]\s?\S"
)
_FEWEST = 3


def twice_numbered(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The second of two with one number, in a run that counts from 1 and has no other fault."""
    for run in _runs(paper):
        numbers = [n for n, _ in run]
        again = [i for i in range(1, len(numbers)) if numbers[i] == numbers[i - 1]]
        steps = [b - a for a, b in pairwise(numbers)]
        if len(run) >= _FEWEST and len(again) == 1 and all(step in (0, 1) for step in steps):
            (block, before) = run[again[0]][1], run[again[0] - 1][1]
            match = _NUMBERED.match(block.text)
            if match is None or block.text == before.text:
                continue
            what = f"{match['what'].capitalize()} {match['n']}"
            odd = flag(paper, block.start, block.end, code="number_twice", message=f"Two are called {what}")
            evidence = odd.evidence + paper.evidence(before.start, before.end, rule="wording/number_twice")
            yield odd.model_copy(update={"evidence": evidence})


def _runs(paper: Paper) -> Iterator[list[tuple[int, Block]]]:
    """Blocks of one kind that are numbered from 1 on, in their order."""
    runs: dict[str, list[tuple[int, Block]]] = {}
    for block in paper.wordy_blocks:
        match = _NUMBERED.match(block.text)
        if match is None:
            continue
        what, number = match["what"].lower(), int(match["n"])
        if number == 1 and runs.get(what):
            yield runs.pop(what)
        if number == 1 or what in runs:
            runs.setdefault(what, []).append((number, block))
    yield from runs.values()
