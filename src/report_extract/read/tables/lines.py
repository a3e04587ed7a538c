"""Words → printed lines → chunks: the runs of a line that stand apart from each other like the cells of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.read.draft import DraftLine, DraftWord
from report_extract.read.rawpage import RawPage, Word

# Space between words of a sentence stays under half an em, justified text included in nearly all cases; the columns
# of tables stand an em or more apart.
CHUNK_GAP = 1.0  # ems
# Words of one line share a baseline; footnote marks sit up to a third of an em above it.
SAME_LINE = 0.35  # ems
HYPHENS = ("-", "\u2010", "\u2011")


class Chunk(NamedTuple):
    """Words (indexes into `page.words`) that follow one another on a line; `text` joins them with spaces."""

    words: tuple[int, ...]
    box: Box
    text: str
    size: float
    bold: bool


def printed_lines(words: Sequence[Word], indexes: Iterable[int]) -> list[list[int]]:
    """Groups words by the middle of their boxes into lines from top to bottom, each from left to right."""
    lines: list[list[int]] = []
    line: list[int] = []
    middle = 0.0
    for i in sorted(indexes, key=lambda i: words[i].box[1] + words[i].box[3]):
        _, top, _, bottom = words[i].box
        here = (top + bottom) / 2
        if line and here - middle <= SAME_LINE * (bottom - top):
            line.append(i)
            middle += (here - middle) / len(line)
        else:
            line = [i]
            lines.append(line)
            middle = here
    for line in lines:
        line.sort(key=lambda i: words[i].box[0])
    return lines


def chunks(words: Sequence[Word], line: Sequence[int], *, gap: float = CHUNK_GAP) -> list[Chunk]:
    """Splits a line where the space between two words is wider than `gap` ems."""
    runs: list[list[int]] = []
    end = size = 0.0
    for i in line:
        word = words[i]
        if runs and word.box[0] - end <= gap * max(word.size, size):
            runs[-1].append(i)
        else:
            runs.append([i])
        end, size = word.box[2], word.size
    return [chunk(words, run) for run in runs]


def chunk(words: Sequence[Word], run: Sequence[int]) -> Chunk:
    if len(run) == 1:
        word = words[run[0]]
        return Chunk((run[0],), word.box, word.text, word.size, word.bold)
    inside = [words[i] for i in run]
    return Chunk(
        words=tuple(run),
        box=union(w.box for w in inside),
        text=" ".join(w.text for w in inside),
        size=max(w.size for w in inside),
        bold=all(w.bold for w in inside),
    )


def draft_lines(page: RawPage, indexes: Iterable[int]) -> tuple[DraftLine, ...]:
    """The words as lines for the text, links on them; turned words are read along their own direction."""
    words = page.words
    indexes = list(indexes)
    upright = [i for i in indexes if words[i].upright]
    turned = sorted((i for i in indexes if not words[i].upright), key=lambda i: (words[i].box.x0, -words[i].box.bottom))
    lines = printed_lines(words, upright)
    if turned:
        lines.append(turned)
    return tuple(draft_line(page, line, last=line is lines[-1]) for line in lines)


def draft_line(page: RawPage, line: Sequence[int], *, last: bool = True) -> DraftLine:
    """These words as one line in their own order; `last` if no other line of the same text follows."""
    words = [page.words[i] for i in line]
    return DraftLine(
        words=tuple(DraftWord(w.text, w.box.x0, w.box.x1, _url(page, w.box)) for w in words),
        box=union(w.box for w in words),
        glued=not last and words[-1].text.endswith(HYPHENS) and len(words[-1].text) > 1,
    )


def _url(page: RawPage, box: Box) -> str | None:
    """The target of the link over the middle of the word; "#" where it leads nowhere."""
    for link in page.links:
        if link.box.contains_point(*box.center):
            return link.url or "#"
    return None
