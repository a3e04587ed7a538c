"""Names of lying bars: the column of words before the base line, apart from text that stands further left."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from report_extract.read.figures.bars import Plot
from report_extract.read.rawpage import Word
from report_extract.read.tables.lines import Chunk, chunks, printed_lines

# Words of one name stand closer than the columns of a page (ems).
GAP = 1.0
# Names end, or begin, on one line (points).
ALIGNED = 4.0


def without_text_beside(words: Sequence[Word], plot: Plot, inside: Sequence[int]) -> list[int]:
    """The words around lying bars without those of a column of text left of the bars' names."""
    level = [i for i in inside if words[i].upright]
    pieces = [chunks(words, line, gap=GAP) for line in printed_lines(words, level)]
    before = [[p for p in line if p.box.x1 <= plot.base + 0.35 * p.size] for line in pieces]
    nearest = [line[-1] for line in before if line and any(_is_at(line[-1], bar.box) for bar in plot.bars)]
    names = _aligned(nearest)
    if not names:
        return list(inside)
    edge = min(p.box.x0 for p in names)
    beyond = [p for line in pieces for p in line if p.box.x1 < edge]
    heights = plot.bars[0].box.top, plot.bars[-1].box.bottom
    if not any(heights[0] < p.box.center[1] < heights[1] for p in beyond):
        return list(inside)
    dropped = {i for p in beyond for i in p.words}
    return [i for i in inside if i not in dropped]


def _is_at(piece: Chunk, bar: tuple[float, float, float, float]) -> bool:
    return bar[1] < piece.box.center[1] < bar[3]


def _aligned(pieces: Sequence[Chunk]) -> list[Chunk]:
    """Those that end, or else begin, on the line on which most of them do."""
    if not pieces:
        return []
    right, left = median(p.box.x1 for p in pieces), median(p.box.x0 for p in pieces)
    ending = [p for p in pieces if abs(p.box.x1 - right) <= ALIGNED]
    beginning = [p for p in pieces if abs(p.box.x0 - left) <= ALIGNED]
    return ending if len(ending) >= len(beginning) else beginning
