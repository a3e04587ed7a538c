"""Boxes that are drawn or AcroForm fields become words ("☒", "☐") of the page, as if they had been printed as glyphs.

After that, tables, lines and forms need to know of one kind of check box only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from report_extract.model.base import Box
from report_extract.read.forms.drawn_ticks import drawn_ticks
from report_extract.read.forms.marks import CHECKED, PERHAPS_UNCHECKED, UNCHECKED
from report_extract.read.forms.outlines import SQUARE, Outline, is_light, outlines
from report_extract.read.rawpage import RawPage, Widget, Word
from report_extract.read.tables.drawn_marks import mark_of_shapes

NEAR = 2.5  # em between a box and the word that it belongs to
SAME_COLUMN = 1.0  # points by which the left sides of boxes under each other may differ
FILLED = 0.3  # share of the box that a painted blob inside must cover to mean "ticked"
CROSSES = frozenset("xX✓✔✗✘×☒☑✕✖■●")
EM_WIDTH = 0.5  # usual width of a character in em, to place the words of a text field
TEXT_SIZE = 11.0  # points; of a text field where its height does not ask for less


@dataclass(frozen=True, slots=True)
class _Box:
    box: Box
    checked: bool


def with_marks(page: RawPage) -> RawPage:
    """The page with a word for every box, and every tick of a grid, that is no glyph, and the words that stand in its
    text fields."""
    page = _with_boxes(page)
    ticks = drawn_ticks(page)
    if not ticks:
        return page
    used = {id(s) for tick in ticks for s in tick.shapes}
    return replace(
        page,
        words=page.words + tuple(tick.word for tick in ticks),
        shapes=tuple(s for s in page.shapes if id(s) not in used),
    )


def _with_boxes(page: RawPage) -> RawPage:
    squares = outlines(page)
    if not squares and not page.widgets:
        return page
    drawn = list(_drawn_boxes(page, squares))
    fields = [_Box(w.box, w.checked) for w in page.widgets if w.checked is not None]
    boxes = [*fields, *(d for d in drawn if not any(_same_place(d.box, f.box) for f in fields))]
    if not boxes and not any(w.value for w in page.widgets):
        return page
    words = tuple(w for w in page.words if not any(_belongs_inside(w, b.box) for b in boxes))
    marks = tuple(_mark_word(b, words) for b in boxes)
    entered = tuple(w for widget in page.widgets for w in _entered(widget))
    shapes = tuple(s for s in page.shapes if not any(b.box.contains(s.box, tolerance=1.0) for b in boxes))
    return replace(page, words=words + marks + entered, shapes=shapes)


def _drawn_boxes(page: RawPage, squares: Sequence[Outline]) -> Iterator[_Box]:
    """Outlined, empty inside but for a tick, beside a word, and not one of a grid of cells.

    A solid square with a light tick is a box only among empty ones of its size: alone it is the bullet of a list.
    """
    empty = [s for s in squares if not s.solid]
    if not empty:
        return
    apart = [
        s
        for s in squares
        if (not s.solid or any(_alike(s.box, e.box) for e in empty))
        and not any(_touches(s.box, other.box) for other in empty if other is not s)
    ]
    labelled = [s.box for s in apart if _nearest(s.box, page.words) is not None]
    for square in apart:
        if any(_one_column(square.box, box) for box in labelled) and _nearest(square.box, page.words, near=inf):
            ticked = _is_ticked(square, page)
            if ticked or not square.solid:
                yield _Box(square.box, ticked)


def _one_column(a: Box, b: Box) -> bool:
    """Under each other: the label of one is shorter, but it is its label."""
    return abs(a.x0 - b.x0) <= SAME_COLUMN and _alike(a, b)


def _alike(a: Box, b: Box) -> bool:
    return max(a.width, b.width) <= SQUARE * min(a.width, b.width)


def _touches(a: Box, b: Box) -> bool:
    """Side by side like cells of a grid, or one within the other like a frame."""
    return _gap(a, b) < 1.0 and (a.overlap_x(b) >= 0.5 * a.width or a.overlap_y(b) >= 0.5 * a.height)


def _gap(a: Box, b: Box) -> float:
    return max(b.x0 - a.x1, a.x0 - b.x1, b.top - a.bottom, a.top - b.bottom)


def _same_place(a: Box, b: Box) -> bool:
    return a.overlap_x(b) > 0.5 * min(a.width, b.width) and a.overlap_y(b) > 0.5 * min(a.height, b.height)


def _is_ticked(square: Outline, page: RawPage) -> bool:
    if any(w.text in CROSSES and square.box.contains_point(*w.box.center) for w in page.words):
        return True
    inside = [
        s
        for s in page.shapes
        if square.box.contains(s.box, tolerance=2.0) and not any(s is part for part in square.parts)
    ]
    if mark_of_shapes(inside) is not None:
        return True
    if square.solid:
        return False
    area = square.box.width * square.box.height
    return any(s.fill and not is_light(s.fill) and s.box.width * s.box.height >= FILLED * area for s in inside)


def _belongs_inside(word: Word, box: Box) -> bool:
    """A printed box or cross where the field now speaks."""
    printed = len(word.text) == 1 and word.text in {*CHECKED, *UNCHECKED, *PERHAPS_UNCHECKED, *CROSSES}
    return printed and box.contains_point(*word.box.center)


def _nearest(box: Box, words: Iterable[Word], *, near: float = NEAR) -> Word | None:
    """The nearest word on the box's line, no further away than a label may stand (`near`, in ems)."""
    _, middle = box.center
    beside = [
        (gap, w)
        for w in words
        if w.upright and w.box.top <= middle <= w.box.bottom and 0 <= (gap := _gap_x(box, w.box)) <= near * w.size
    ]
    return min(beside, key=lambda found: found[0])[1] if beside else None


def _gap_x(a: Box, b: Box) -> float:
    return max(b.x0 - a.x1, a.x0 - b.x1)


def _mark_word(found: _Box, words: Sequence[Word]) -> Word:
    label = _nearest(found.box, words)
    size = label.size if label else min(12.0, found.box.height)
    baseline = label.baseline if label else found.box.bottom - 0.15 * found.box.height
    text = "☒" if found.checked else "☐"
    return Word(text, found.box, size, "drawn", False, False, "#000000", baseline=baseline)


def _entered(widget: Widget) -> Iterator[Word]:
    """The words of a text field, laid out in its box: the page itself does not say where each stands."""
    if not widget.value:
        return
    size = min(TEXT_SIZE, 0.8 * widget.box.height)
    x, baseline = widget.box.x0, widget.box.top + size
    for line in widget.value.replace("\r", "\n").split("\n"):
        for text in line.split():
            width = len(text) * EM_WIDTH * size
            if x > widget.box.x0 and x + width > widget.box.x1:
                x, baseline = widget.box.x0, baseline + 1.2 * size
            place = Box(x, baseline - 0.75 * size, x + width, baseline + 0.2 * size)
            yield Word(text, place, size, "entered", False, False, "#000000", baseline=baseline)
            x += width + 0.3 * size
        x, baseline = widget.box.x0, baseline + 1.2 * size
