"""What a PDF page holds before anyone has thought about it: words, painted shapes, pictures, links.

Layout, tables, figures and forms all work on this and on nothing else, so that each can be tested on a page written
down by hand. Coordinates are points from the top left of the page as displayed (rotation already applied).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from report_extract.model.base import Box


class Word(NamedTuple):
    """Characters without a gap between them, after text repair (ligatures, doubled characters, private-use bullets).

    `size` in points, `color` "#rrggbb" of the fill. `upright` is False for text turned by 90 or 270 degrees.
    `baseline` is the y of the baseline where it is known, else the box's bottom. `hyphen` marks a word that ends in a
    soft or line-end hyphen. `space_before` tells whether the text layer itself held white space before the word.
    """

    text: str
    box: Box
    size: float
    font: str
    bold: bool
    italic: bool
    color: str
    upright: bool = True
    baseline: float = 0.0
    space_before: bool = True
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A painted path: `kind` is "rect", "hline", "vline", "curve" (circles, rounded boxes, ticks); colours or None.

    `points` are the path's points in page coordinates (of curves the control points too), kept for small paths (vector
    ticks and crosses) and for the curves of pages with few shapes (slices of a pie, lines of a chart).
    """

    kind: str
    box: Box
    fill: str | None
    stroke: str | None
    width: float
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class RawLink:
    box: Box
    url: str | None


@dataclass(frozen=True, slots=True)
class Widget:
    """An AcroForm field on the page: `checked` for buttons, `value` for text fields."""

    box: Box
    name: str
    checked: bool | None
    value: str | None


class Bookmark(NamedTuple):
    """An entry of the file's own outline that leads to this page; `level` 1 is the highest."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as displayed; `number` is 1-based.

    `rotation` is the clockwise turn from user space to what is displayed: the page's own, and a quarter more where all
    its text runs another way. A picture of the page must be drawn with that turn for boxes to fit.
    """

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    shapes: tuple[Shape, ...] = ()
    images: tuple[Box, ...] = ()
    links: tuple[RawLink, ...] = ()
    widgets: tuple[Widget, ...] = ()
    unreadable_characters: int = 0
    notes: tuple[str, ...] = field(default=())
    bookmarks: tuple[Bookmark, ...] = ()
