"""Lines of one column → paragraphs, list items and heading candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from report_extract.model.base import Box, union
from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftBlock
from report_extract.read.layout.lines import Style, TextLine, family_of, style_of_lines
from report_extract.read.layout.units import Area
from report_extract.read.rawpage import Word

MORE_ROOM = 0.3
"""Sizes of distance beyond the column's usual line distance that part paragraphs."""
PITCH = 1.2
"""Sizes from line to line where there is no saying."""
WIDE = 1.7
"""Sizes: lines so far apart are a paragraph's only if some of them are full."""
LOOSE = 1.0
"""Sizes of white between two lines that always part paragraphs."""
OTHER_SIZE = 1.1
SAME_SIZE = 0.6
"""Points."""
FITS = 0.6
"""Sizes of spare room after a line, beyond the next line's first word: the line was ended on purpose."""
INDENT = 0.8
"""Sizes."""
CODE = 8
"""Characters with the number: shorter capitals may be a short form (3. ICB)."""
ENDINGS = ".!?:;…"
_color = attrgetter("color")


@dataclass(slots=True)
class Paragraph:
    """A block in the making. `ready` holds what came as a block; then there are no lines.

    `carried_by` is the first word of the block in which this one goes on after a column or page break.
    """

    lines: list[TextLine]
    area: Area | None
    column: tuple[float, float]
    kind: BlockKind = BlockKind.paragraph
    marker: str | None = None
    tag: str | None = None
    continues: bool = False
    level: int | None = None
    ready: DraftBlock | None = None
    carried_by: str | None = None

    @property
    def box(self) -> Box:
        return self.ready.box if self.ready else union(line.box for line in self.lines)

    @property
    def style(self) -> Style:
        return style_of_lines(self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def all_bold(self) -> bool:
        return all(line.all_bold for line in self.lines)


def paragraphs(lines: Sequence[TextLine], column: tuple[float, float], area: Area | None) -> list[Paragraph]:
    """Splits a column's lines at gaps, style changes, list markers, indents and lines that end early."""
    if not lines:
        return []
    right = min(column[1], max(line.box.x1 for line in lines))
    pitch = _usual_pitch(lines, right)
    found = [_opened(lines[0], column, area)]
    for above, line in pairwise(lines):
        if _breaks(found[-1], above, line, pitch, right):
            found.append(_opened(line, column, area))
        else:
            found[-1].lines.append(line)
    return found


def _opened(line: TextLine, column: tuple[float, float], area: Area | None) -> Paragraph:
    kind = BlockKind.list_item if line.marker else BlockKind.paragraph
    return Paragraph([line], area, column, kind=kind, marker=line.marker, tag=area.tag if area else None)


def _usual_pitch(lines: Sequence[TextLine], right: float) -> float:
    """The most frequent distance between line bottoms, in sizes."""
    steps = Counter(
        round((b.box.bottom - a.box.bottom) / max(b.style.size, 1.0), 1)
        for a, b in pairwise(lines)
        if abs(a.style.size - b.style.size) < SAME_SIZE
    )
    usual = sorted((s for s in steps if 0.8 < s < 2.2), key=lambda s: (-steps[s], s))
    if not usual:
        return PITCH
    closest = min(usual)
    if usual[0] <= closest + MORE_ROOM and usual[0] < WIDE:
        return usual[0]
    return _pitch_of_full_lines(lines, right) or min(closest, PITCH)


def _pitch_of_full_lines(lines: Sequence[TextLine], right: float) -> float | None:
    """The same after lines that left no room: where paragraphs are short, the distance between them is more frequent
    than that of their lines."""
    steps = Counter(
        round((b.box.bottom - a.box.bottom) / max(b.style.size, 1.0), 1)
        for a, b in pairwise(lines)
        if abs(a.style.size - b.style.size) < SAME_SIZE and not _fits(a, b, right)
    )
    usual = [s for s in steps if 0.8 < s < 2.2]
    return min(usual, key=lambda s: (-steps[s], s), default=None)


def _breaks(block: Paragraph, above: TextLine, line: TextLine, pitch: float, right: float) -> bool:
    size = max(line.style.size, 1.0)
    step = (line.box.bottom - above.box.bottom) / size
    if step > pitch + MORE_ROOM or line.box.top - above.box.bottom > LOOSE * size:
        return True
    if _other_style(above, line, right):
        return True
    if line.marker and not _is_wrapped_number(above, line):
        return True
    if _indented(block, above, line, size):
        return True
    if _capitals_end(above, line) and _fits(above, line, right):
        return True
    return _ended_early(above, line, right)


def _capitals_end(above: TextLine, line: TextLine) -> bool:
    """Whether a numbered line in capitals, a title, is followed by one that is not."""
    return above.marker is not None and above.text.isupper() and above.length > CODE and not line.text.isupper()


def _other_style(above: TextLine, line: TextLine, right: float) -> bool:
    larger, smaller = max(above.style.size, line.style.size), min(above.style.size, line.style.size)
    if larger > OTHER_SIZE * max(smaller, 1.0):
        return True
    if above.all_bold and line.all_bold:
        return above.style.color != line.style.color
    if _looks_change(above, line) and _fits(above, line, right):
        return True
    if above.all_bold:
        return _fits(above, line, right) or not (line.words[0].bold or line.text[:1].islower())
    ended = above.text.endswith(tuple(ENDINGS)) and line.text[:1].isupper()
    return line.all_bold and not above.words[-1].bold and (ended or _fits(above, line, right))


def _looks_change(above: TextLine, line: TextLine) -> bool:
    """Whether a line wholly of one colour, family or size follows a line wholly of another."""
    if above.style == line.style:
        return False
    for part in (_color, _family, _size):
        if part(above.words[0]) != part(line.words[0]) and not {*map(part, above.words)} & {*map(part, line.words)}:
            return True
    return False


def _size(word: Word) -> float:
    return round(word.size * 2)


def _family(word: Word) -> str:
    return family_of(word.font)


def _fits(above: TextLine, line: TextLine, right: float) -> bool:
    """Whether the next line's first word had room: then the line was ended on purpose."""
    return right - above.box.x1 >= line.words[0].box.width + FITS * max(above.style.size, 1.0)


def _is_wrapped_number(above: TextLine, line: TextLine) -> bool:
    """A number at the start of a line that only continues a sentence ("… before |12. May …" is not told apart)."""
    marker = line.marker or ""
    return marker[-1:].isdigit() and not above.text.endswith(tuple(ENDINGS)) and "." in marker and above.marker is None


def _indented(block: Paragraph, above: TextLine, line: TextLine, size: float) -> bool:
    """A first-line indent, or the return from a list item's hang to the margin."""
    first = block.lines[0]
    if block.marker is not None:
        return line.box.x0 < above.box.x0 - INDENT * size and len(block.lines) > 1 and line.box.x0 <= first.box.x0 + 1
    shift = line.box.x0 - above.box.x0
    return INDENT * size < shift < 4 * size and len(block.lines) > 1 and above.text.endswith(tuple(ENDINGS))


def _ended_early(above: TextLine, line: TextLine, right: float) -> bool:
    """A line ended on purpose is a paragraph's end if it also reads as one."""
    return _fits(above, line, right) and above.text.endswith(tuple(ENDINGS)) and not line.text[:1].islower()
