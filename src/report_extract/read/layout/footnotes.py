"""Footnotes: small lines that open with a mark at the foot of a page, below everything else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from report_extract.model.document import BlockKind
from report_extract.read.layout.lines import TextLine
from report_extract.read.layout.paragraphs import Paragraph
from report_extract.read.layout.segments import Segment

LOWER = 0.5
"""Share of the page's height below which footnotes may begin."""
SMALL = 0.93
"""Times the page's usual size."""
SAME_LINE = 0.6
"""Sizes between the tops of pieces of one line (the mark is raised)."""
FEWEST_WORDS = 3
"""A lone small number at the foot is a page number."""
_MARK = re.compile(r"(?:[\d⁰¹²³⁴-⁹]{1,3}|[*†‡§]{1,2}|\[\d{1,3}\])(?:[A-Z“\"(].*)?")


def footnotes(level: Sequence[Segment], *, height: float) -> list[Segment]:
    """The segments of the page's footnotes; `level` is its body text, `height` the page's in points."""
    sizes = [w.size for s in level for w in s.words]
    if not sizes:
        return []
    small = SMALL * median(sizes)
    foot: list[Segment] = []
    start = 0
    for segment in sorted(level, key=lambda s: (-s.box.bottom, s.box.x0)):
        if segment.size > small or segment.box.top < LOWER * height:
            break
        foot.append(segment)
        if _MARK.fullmatch(segment.words[0].text):
            start = len(foot)
    opened = foot[:start]
    if sum(len(s.words) for s in opened) < FEWEST_WORDS:
        return []
    top = min(s.box.top for s in opened)
    beside = [s for s in foot[start:] if s.box.top - top < SAME_LINE * s.size]
    return opened + beside


def notes_of(lines: Sequence[TextLine], column: tuple[float, float]) -> list[Paragraph]:
    """One block for each footnote: a line that opens with a mark begins the next."""
    notes: list[Paragraph] = []
    for line in lines:
        if notes and not _MARK.fullmatch(line.words[0].text):
            notes[-1].lines.append(line)
        else:
            notes.append(Paragraph([line], None, column, kind=BlockKind.footnote))
    return notes
