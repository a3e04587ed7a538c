"""What the cut orders: segments of text, boxed areas with their own inside, and things that are already blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from report_extract.model.base import Box
from report_extract.read.draft import DraftBlock
from report_extract.read.layout.segments import Segment


@dataclass(slots=True)
class Area:
    """A call-out: the box of a background or frame and the units inside. `fill` is its colour, None for a frame.

    `tag` is the label that the call-out carries; `is_tag` marks the label's own little box, `is_bar` that of a title
    over the whole breadth.
    """

    box: Box
    fill: str | None
    units: list[Unit] = field(default_factory=list)
    tag: str | None = None
    is_tag: bool = False
    is_bar: bool = False


class Unit(NamedTuple):
    """One thing with a place on the page; at most one of the three is set. A picture has none: it only takes room."""

    box: Box
    segment: Segment | None = None
    area: Area | None = None
    block: DraftBlock | None = None


@dataclass(slots=True)
class Leaf:
    """Segments of one column in reading order. `column` is the extent in x that its lines could use."""

    segments: list[Segment]
    column: tuple[float, float]
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A ready block at its place in the order."""

    block: DraftBlock
    area: Area | None = None


Flow = Leaf | Placed
