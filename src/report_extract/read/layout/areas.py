"""Boxes with a background or a frame that hold text: call-outs and their tags."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.model.base import Box
from report_extract.read.layout.units import Area, Unit
from report_extract.read.rawpage import Shape

LEAST_WIDTH, LEAST_HEIGHT = 30.0, 9.0
"""Points: smaller boxes are bullets, ticks and legend keys."""
WHOLE_PAGE = 0.8
"""Share of the page that a background rather than a box covers."""
SAME_BOX = 6.0
"""Points: fill, shadow and border strokes of one box differ by less."""
PADDING = 3.0
"""Points: a one-line box that leaves less room on either side marks words (a highlighter), it is no box of its own."""
ONE_LINE = 1.9
"""Sizes: a box lower than this holds one line."""
TAG_WORDS = 8
TAG_HEIGHT = 30.0
"""Points."""
TAG_NEAR = 6.0
"""Points between a tag and the box that it labels."""
LIGHTER = 60
"""Of 255: white on a strong colour."""
INSIDE = 1.5
"""Points that a word may stick out of its box (descenders, rounding)."""


def areas(units: Sequence[Unit], shapes: Sequence[Shape], *, width: float, height: float) -> list[Unit]:
    """The units with those inside a box gathered into areas, nested as boxes are; boxes that cut text do not count."""
    boxes = _boxes(shapes, width, height)
    top: list[Unit] = list(units)
    made: list[Area] = []
    for box, fill in boxes:  # smallest first, so that outer boxes swallow inner areas
        inside = _inside(top, box)
        if not inside or _cuts(box, top, inside) or not _worthy(box, inside):
            continue
        area = Area(box, fill, inside)
        chosen = {id(u) for u in inside}
        top = [u for u in top if id(u) not in chosen]
        top.append(Unit(box, area=area))
        made.append(area)
    _tag(made)
    return top


def tag_boxes(shapes: Sequence[Shape]) -> list[Box]:
    """Low filled boxes that sit on the upper edge of a larger box: the places of call-outs' tags, text unseen."""
    boxes = [s for s in shapes if s.kind in ("rect", "curve") and s.box.height >= LEAST_HEIGHT]
    low = [s.box for s in boxes if s.fill not in (None, "#ffffff") and s.box.height <= TAG_HEIGHT]
    high = [s.box for s in boxes if s.box.height > TAG_HEIGHT]
    return [a for a in low if any(_labels(a, b) for b in high)]


def _boxes(shapes: Sequence[Shape], width: float, height: float) -> list[tuple[Box, str | None]]:
    """Candidates by size, smallest first; one for each place."""
    found: list[tuple[Box, str | None]] = []
    for shape in shapes:
        box = shape.box
        if shape.kind not in ("rect", "curve") or box.width < LEAST_WIDTH or box.height < LEAST_HEIGHT:
            continue
        if box.width * box.height > WHOLE_PAGE * width * height:
            continue
        if shape.fill in (None, "#ffffff") and shape.stroke in (None, "#ffffff"):
            continue
        for other, _ in found:
            if abs(box.x0 - other.x0) <= SAME_BOX and _same(box, other):
                break
        else:
            found.append((box, shape.fill))
    return sorted(found, key=lambda b: (b[0].width * b[0].height, b[0]))


def _same(a: Box, b: Box) -> bool:
    return all(abs(p - q) <= SAME_BOX for p, q in zip(a, b, strict=True)) and a.height > 3 * SAME_BOX


def _inside(units: Sequence[Unit], outer: Box) -> list[Unit]:
    left, right, top, bottom = outer.x0 - INSIDE, outer.x1 + INSIDE, 2 * outer.top, 2 * outer.bottom
    inside = []
    for unit in units:
        x0, above, x1, below = unit.box
        if top <= above + below <= bottom and x0 >= left and x1 <= right:
            inside.append(unit)
    return inside


def _cuts(box: Box, units: Sequence[Unit], inside: Sequence[Unit]) -> bool:
    """Whether text crosses the box's sides: then it is a decoration behind the text, no container."""
    chosen = {id(u) for u in inside}
    level = [u for u in units if u.area is None and u.box.top < box.bottom and u.box.bottom > box.top]
    crossing = [u for u in level if id(u) not in chosen and box.contains_point(*u.box.center)]
    return len(crossing) > 0.1 * len(inside)


def _worthy(box: Box, inside: Sequence[Unit]) -> bool:
    """A one-line box must leave room around its text, as a label does and a highlighter does not."""
    if len(inside) == 1 and inside[0].area is not None:
        return not _same(box, inside[0].box)
    segments = [u.segment for u in inside if u.segment is not None]
    if len(segments) != len(inside) or box.height > ONE_LINE * max(s.size for s in segments):
        return True
    left, right = min(u.box.x0 for u in inside) - box.x0, box.x1 - max(u.box.x1 for u in inside)
    return min(left, right) >= PADDING


def _tag(made: Sequence[Area]) -> None:
    """A one-line box that sits on the upper edge of a larger one, or just inside it, is its tag."""
    for area in made:
        text = _label(area)
        if text is None:
            continue
        for other in made:
            if other is not area and _labels(area.box, other.box) and other.tag is None:
                other.tag, area.tag = text, text
                area.is_bar = _spans(area, other)
                area.is_tag = not area.is_bar
                break


def _label(area: Area) -> str | None:
    segments = [u.segment for u in area.units if u.segment is not None]
    if not segments or len(segments) != len(area.units) or area.fill is None:
        return None
    if area.box.height > 2 * ONE_LINE * max(s.size for s in segments):
        return None
    words = [w.text for s in sorted(segments, key=lambda s: (s.box.top, s.box.x0)) for w in s.words]
    return " ".join(words) if len(words) <= TAG_WORDS else None


def _spans(area: Area, box: Area) -> bool:
    """Whether a label is a title's bar: as broad as its box, its words lighter than its ground."""
    if area.fill is None or area.box.width < box.box.width - SAME_BOX:
        return False
    words = [w for u in area.units if u.segment is not None for w in u.segment.words]
    return all(_light(w.color) > _light(area.fill) + LIGHTER for w in words)


def _light(color: str) -> float:
    return sum(int(color[i : i + 2], 16) for i in (1, 3, 5)) / 3


def _labels(tag: Box, box: Box) -> bool:
    near_top = box.top - tag.height - TAG_NEAR <= tag.top <= box.top + TAG_NEAR
    return near_top and tag.overlap_x(box) >= 0.9 * tag.width and box.height > 1.5 * tag.height
