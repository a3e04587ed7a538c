"""Pies and rings: slices around one centre, their angles, and the words that name them.

A slice's angle says its share of the whole, so every value that is read is held against it: a label that does not fit
its slice makes the whole pie unread rather than wrong.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_extract.model.base import Box, union
from report_extract.read.figures.labels import Label, labels_of, split_value
from report_extract.read.figures.legend import names_of
from report_extract.read.rawpage import RawPage, Shape

FEWEST_SLICES, MOST_SLICES = 2, 200  # of a pie; of a page: more are a drawing
SMALLEST = 20.0  # points: radius
ROUND = 0.06  # share by which the breadth and height of a pie may differ
RIM = (0.93, 1.2)  # of the radius: points on the rim, and control points of its curves beyond it
WHOLE = 8.0  # degrees by which the slices may miss a full turn
NEAR = 1.7  # radii from the centre to the middle of a label outside
MIDDLE = 0.3  # radii: in the middle stands the total, or the title of a ring
TOUCH = 4.0  # points between slices: exploded ones and white edges
FITS = 2.0  # points of percent by which a label may differ from its slice: rounding and drawing
LABELLED = 0.6  # share of the slices that must have a value


@dataclass(frozen=True, slots=True)
class Slice:
    """`start` and `extent` in degrees, clockwise from the right."""

    fill: str
    start: float
    extent: float


@dataclass(frozen=True, slots=True)
class Pie:
    box: Box
    slices: tuple[Slice, ...]

    @property
    def radius(self) -> float:
        return max(self.box.width, self.box.height) / 2

    def slice_at(self, x: float, y: float) -> int | None:
        """The slice in whose angle a point lies."""
        angle = _angle(self.box.center, (x, y))
        return next((k for k, s in enumerate(self.slices) if (angle - s.start) % 360 <= s.extent), None)

    def share(self, number: int) -> float:
        """Percent of the whole."""
        return 100 * self.slices[number].extent / sum(s.extent for s in self.slices)


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a pie: indexes of its word and of the words of its name."""

    value: int
    name: tuple[int, ...]


def find_pies(page: RawPage) -> Iterator[Pie]:
    """The pies and rings of a page."""
    curves = [
        s
        for s in page.shapes
        if s.kind == "curve"
        and s.fill
        and s.fill != "#ffffff"
        and len(s.points) >= 4
        and _breadth(s.box) > SMALLEST / 2
    ]
    if not FEWEST_SLICES <= len(curves) <= MOST_SLICES:
        return
    for group in _touching(curves):
        pie = _pie(group)
        if pie is not None:
            yield pie


def _breadth(box: Box) -> float:
    return max(box.x1 - box.x0, box.bottom - box.top)


def _touching(shapes: Sequence[Shape]) -> list[list[Shape]]:
    groups: list[list[Shape]] = []
    for shape in shapes:
        near = [g for g in groups if any(_gap(shape.box, other.box) <= TOUCH for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([shape, *itertools.chain.from_iterable(near)])
    return groups


def _gap(a: Box, b: Box) -> float:
    return max(b.x0 - a.x1, a.x0 - b.x1, b.top - a.bottom, a.top - b.bottom)


def _pie(shapes: Sequence[Shape]) -> Pie | None:
    box = union(s.box for s in shapes)
    parts = [s for s in shapes if s.box != box]
    if len(parts) < FEWEST_SLICES or abs(box.width - box.height) > ROUND * box.width or box.width < 2 * SMALLEST:
        return None
    slices = [_slice(s, box.center, box.width / 2) for s in parts]
    known = [s for s in slices if s is not None]
    if len(known) < len(slices) or abs(sum(s.extent for s in known) - 360) > WHOLE:
        return None
    return Pie(box, tuple(sorted(known, key=lambda s: s.start)))


def _slice(shape: Shape, center: tuple[float, float], radius: float) -> Slice | None:
    """The part of the rim that the shape takes: all but the widest gap between its points there."""
    low, high = RIM
    rim = sorted(_angle(center, p) for p in shape.points if low * radius <= math.dist(center, p) <= high * radius)
    if len(rim) < 2 or shape.fill is None:
        return None
    gaps = [((b - a) % 360, b) for a, b in zip(rim, [*rim[1:], rim[0]], strict=True)]
    gap, start = max(gaps)
    return Slice(shape.fill, start, 360 - gap)


def _angle(center: tuple[float, float], point: tuple[float, float]) -> float:
    return math.degrees(math.atan2(point[1] - center[1], point[0] - center[0])) % 360


def named_slices(page: RawPage, pie: Pie) -> tuple[Named, ...]:
    """The values with their names, slice by slice; () where any label contradicts its slice or too few have one."""
    legend = names_of(page, [s.fill for s in pie.slices], _around(pie))
    keys = {i for words in legend.values() for i in words}
    beside = _labels_by_slice(page, pie, keys)
    found: dict[int, Named] = {}
    for number, part in enumerate(pie.slices):
        label = beside.get(number)
        name, value = split_value(page.words, legend.get(part.fill, ()))
        if label is not None and label.value is not None:
            value = label.value
        name = name or (label.name if label is not None else ())
        if value is not None and name:
            found[number] = Named(value, tuple(name))
    if len(found) < max(FEWEST_SLICES, LABELLED * len(pie.slices)) or not _fit(page, pie, found):
        return ()
    return tuple(found[k] for k in sorted(found))


def _around(pie: Pie) -> Box:
    reach = 2 * pie.radius
    return Box(pie.box.x0 - reach, pie.box.top - reach, pie.box.x1 + reach, pie.box.bottom + reach)


def _labels_by_slice(page: RawPage, pie: Pie, keys: set[int]) -> dict[int, Label]:
    """Slice → the label with a number in its angle; none where two claim it."""
    near = [
        i
        for i, w in enumerate(page.words)
        if i not in keys and w.upright and MIDDLE < math.dist(w.box.center, pie.box.center) / pie.radius <= NEAR
    ]
    by_slice: dict[int, list[Label]] = {}
    for label in labels_of(page, near):
        number = pie.slice_at(*label.box.center)
        if label.value is not None and number is not None:
            by_slice.setdefault(number, []).append(label)
    return {k: labels[0] for k, labels in by_slice.items() if len(labels) == 1}


def _fit(page: RawPage, pie: Pie, found: dict[int, Named]) -> bool:
    """Percentages agree with the angles, counts with their part of the sum where all are known."""
    texts = {k: page.words[n.value].text for k, n in found.items()}
    amounts = {k: _amount(t) for k, t in texts.items()}
    if any(a is None for a in amounts.values()):
        return False
    if all("%" in t for t in texts.values()):
        shares = {k: a or 0.0 for k, a in amounts.items()}
    elif len(found) == len(pie.slices) and not any("%" in t for t in texts.values()):
        total = sum(a or 0.0 for a in amounts.values())
        shares = {k: 100 * (a or 0.0) / total for k, a in amounts.items()} if total else {}
    else:
        return False
    return bool(shares) and all(abs(share - pie.share(k)) <= FITS for k, share in shares.items())


def _amount(text: str) -> float | None:
    digits = "".join(c for c in text if c.isdigit() or c == ".").strip(".")
    try:
        return float(digits)
    except ValueError:
        return None
