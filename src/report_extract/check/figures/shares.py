"""Numbers with their shares in brackets: "5 (13%), 15 (38%) and 19 (49%) of 39", and such pairs on a page of figures.

A base is looked for that makes all shares but one right; only then is the odd one flagged. With no such base nothing
is said, because the shares may be of another base that we do not see.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity

_PAIR = re.compile(r"(?<![\d.,£])(?P<n>\d[\d,]*)\s*\(\s*(?P<p>\d+(?:\.\d+)?\s?%)\s*\)")
# Fewer shares that fit prove no base.
_FEWEST_RIGHT = 3


@dataclass(frozen=True, slots=True)
class Share:
    """A count with its printed share; `start:end` in the document's text."""

    count: int
    share: Printed
    start: int
    end: int


def check_shares(paper: Paper) -> Outcome:
    """Runs of four and more pairs in one paragraph, and on one page of figures."""
    return together(_run(paper, run) for run in (*_in_blocks(paper), *_on_pages(paper)))


def _in_blocks(paper: Paper) -> Iterator[list[Share]]:
    for block in paper.wordy_blocks:
        yield _pairs(block.text, block.start)


def _on_pages(paper: Paper) -> Iterator[list[Share]]:
    """Figure pairs of one page in reading order; every stretch of them may be the parts of one whole."""
    by_page: dict[int, list[Share]] = defaultdict(list)
    for figure in paper.document.figures:
        found = _pairs(figure.value_text, figure.start)
        if len(found) == 1:
            by_page[figure.page].append(Share(found[0].count, found[0].share, figure.start, figure.end))
    yield from by_page.values()


def _pairs(text: str, offset: int) -> list[Share]:
    found = []
    for match in _PAIR.finditer(text):
        share = printed(match["p"])
        if share is not None:
            start, end = offset + match.start(), offset + match.end()
            found.append(Share(int(match["n"].replace(",", "")), share, start, end))
    return found


def _run(paper: Paper, shares: Sequence[Share]) -> Outcome:
    """The longest stretch whose counts, summed, explain all shares but at most one."""
    for length in range(len(shares), _FEWEST_RIGHT - 1, -1):
        for first in range(len(shares) - length + 1):
            stretch = shares[first : first + length]
            total = sum(s.count for s in stretch)
            wrong = [s for s in stretch if total and not s.share.could_be(Fraction(100 * s.count, total))]
            if total and len(stretch) - len(wrong) >= _FEWEST_RIGHT and len(wrong) <= 1:
                flags = tuple(_flag(paper, w, stretch, total) for w in wrong)
                return Outcome(tested=length, flags=flags)
    return Outcome()


def _flag(paper: Paper, odd: Share, stretch: Sequence[Share], total: int) -> FigureFlag:
    exact = 100 * odd.count / total
    text = paper.document.text[odd.start : odd.end]
    others = [s for s in stretch if s is not odd]
    return FigureFlag(
        code="share_of_total",
        severity=Severity.warning,
        message=f"{text}: {odd.count:,} of {total:,} (the sum of the {len(stretch)} parts) is {exact:.1f}%, "
        f"not {odd.share.text}; the other {len(others)} shares fit this total",
        stated=odd.share.text,
        computed=f"{exact:.1f}%",
        document=paper.side,
        hypotheses=(f"{odd.share.text} could be {exact:.0f}%",),
        evidence=tuple(
            e for s in (odd, *others) for e in paper.evidence(s.start, s.end, rule="figures/share_of_total")
        ),
    )
