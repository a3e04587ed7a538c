"""Which texts repeat at one place of many pages, and which bands along the page's edges hold nothing else."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rapidfuzz import fuzz, process

from report_extract.model.base import Box
from report_extract.read.layout.segments import Segment

ALIKE = 90
"""rapidfuzz ratio of two texts without digits that counts as the same running text."""
PLACE = 4.0
"""Points that a repeated text may move between pages."""
FEW_PAGES = 4
"""Up to so many pages a text must stand on two; in longer documents on three."""
EDGE = 0.15
"""Share of the page's height at top and bottom, or of its width at the sides, where running text lives."""
PURE = 0.7
"""Share of the texts in a band that repeat, from which a text of the same size in it is running text although it does
not repeat (a stale header, the title of a short section)."""
COMMON = 0.1
"""Share of the pages on which a text counts as running even if they lie far apart."""
NEIGHBOURS = 2
"""Pages from one occurrence to the next: left and right pages may have titles of their own."""
INSIDE = 0.5
"""Occurrences away from the edges, per occurrence at one, that show a text to be part of the body."""
TITLE = 1.3
"""Times the body's size: text this large is a heading unless it stands on half of the pages."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Piece:
    """A segment with what is needed to compare it with those of other pages. `page` counts from 0.

    `side` is the edge that it lies at ("top", "bottom", "left", "right"; None for turned text in the middle), `depth`
    the points between its middle and that edge, so that pages of other sizes compare.
    """

    page: int
    segment: Segment
    level: bool
    width: float
    height: float
    running: bool = False
    key: str = ""
    side: str | None = None
    depth: float = 0.0

    @property
    def in_margin(self) -> bool:
        """Whether the text stands in a side margin."""
        return self.segment.box.x1 < EDGE * self.width or self.segment.box.x0 > (1 - EDGE) * self.width

    def __post_init__(self) -> None:
        self.key = key_of(self.segment)
        self.side = side_of(self.segment.box, self.width, self.height)
        x, y = self.segment.box.center
        depths = {"bottom": self.height - y, "left": x, "right": self.width - x}
        self.depth = depths.get(self.side or "", y)


def key_of(segment: Segment) -> str:
    """The text without digits and case; a text without letters as it is."""
    text = segment.text.casefold()
    return _DIGITS.sub("#", text) if any(map(str.isalpha, text)) else text


def side_of(box: Box, width: float, height: float) -> str | None:
    """The edge of the page that the box lies at."""
    if box.bottom < EDGE * height:
        return "top"
    if box.top > (1 - EDGE) * height:
        return "bottom"
    if box.x1 < EDGE * width:
        return "left"
    return "right" if box.x0 > (1 - EDGE) * width else None


def mark_running(pieces: Sequence[Sequence[Piece]], *, inner: Counter[str], body: float) -> None:
    """Sets `running` on the pieces of all pages that are furniture.

    `inner` counts the keys of short texts away from the edges, `body` is the usual size in points.
    """
    for (side, level, _), group in _places(p for page in pieces for p in page).items():
        for texts in _alike(group):
            large = median(p.segment.size for p in texts) > TITLE * body
            bare = not any(c.isalpha() for c in texts[0].key)
            strict = large or bare or (bool(level) and side in ("left", "right"))
            if _runs(texts, len(pieces), strict=strict) and not _stands_inside(texts, inner):
                for piece in texts:
                    piece.running = True
    _unmark_inner(pieces)
    _mark_bands(pieces)
    _mark_turned(pieces)


def _runs(texts: Sequence[Piece], pages: int, *, strict: bool) -> bool:
    """Whether the text stands on enough pages, and on pages near each other, as the running title of a section does."""
    on = sorted({p.page for p in texts})
    if texts[0].key.isdecimal() and texts[0].side in ("top", "bottom"):
        return False  # the same number again is no page number: the marks of footnotes
    if not strict and len(on) >= 2 and on == list(range(on[0] % 2, pages, 2)):
        return True  # every left or every right page of a short document
    needed = 2 if pages <= FEW_PAGES else 3
    if len(on) < (max(FEW_PAGES, pages / 2) if strict else needed):
        return False
    return len(on) >= COMMON * pages or median(b - a for a, b in pairwise(on)) <= NEIGHBOURS


def _stands_inside(texts: Sequence[Piece], inner: Counter[str]) -> bool:
    """Whether the text also stands away from the edges, as the tags of call-outs do."""
    return sum(inner[key] for key in {p.key for p in texts}) > INSIDE * len(texts)


def _places(pieces: Iterable[Piece]) -> dict[tuple[object, ...], list[Piece]]:
    """Pieces by edge and depth; a piece stands in two cells so that near places meet in one."""
    places: dict[tuple[object, ...], list[Piece]] = defaultdict(list)
    for piece in pieces:
        row = int(piece.depth // PLACE)
        for cell in (row, row + 1):
            places[piece.side, piece.level, cell].append(piece)
    return places


def _alike(group: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces with the same text, near enough."""
    by_key: dict[str, list[Piece]] = defaultdict(list)
    for piece in group:
        by_key[piece.key].append(piece)
    classes: dict[str, list[Piece]] = {}
    for key, pieces in sorted(by_key.items(), key=lambda item: -len(item[1])):
        near = next(process.extract_iter(key, list(classes), scorer=fuzz.ratio, score_cutoff=ALIKE), None)
        if near is None:
            classes[key] = list(pieces)
        else:
            classes[near[0]].extend(pieces)
    return list(classes.values())


def _unmark_inner(pieces: Sequence[Sequence[Piece]]) -> None:
    """Repeated text behind body text, seen from its edge, belongs to the body: a tag at the head of many columns.

    Bands that hold more body than running text over the whole document mark where the body begins. Tabs in the side
    margins stand beside the body and may reach as far as they like.
    """
    for side in ("top", "bottom"):
        at_edge = [p for page in pieces for p in page if p.level and p.side == side and not p.in_margin]
        counts: dict[int, Counter[bool]] = defaultdict(Counter)
        for piece in at_edge:
            counts[int(piece.depth // PLACE)][piece.running] += 1
        start = min((row for row, c in counts.items() if c[False] > c[True] and c[False] > 1), default=None)
        if start is None:
            continue
        for piece in at_edge:
            if piece.running and piece.depth // PLACE > start + 1:
                piece.running = False


def _mark_turned(pieces: Sequence[Sequence[Piece]]) -> None:
    """Running text of level pages that stands at the side of a page whose content is turned."""
    keys = {p.key for page in pieces for p in page if p.running and p.level and len(p.segment.words) > 1}
    for page in pieces:
        for piece in page:
            if not piece.level and piece.side and piece.key in keys:
                piece.running = True


def _mark_bands(pieces: Sequence[Sequence[Piece]]) -> None:
    """Text in a band of running text, of the same size and at an x where running text stands, is running text too."""
    for group in _places(p for page in pieces for p in page if p.side).values():
        running = [p for p in group if p.running]
        if len(running) < max(3, PURE * len(group)):
            continue
        sizes = {round(p.segment.size, 1) for p in running}
        starts = [p.segment.box for p in running]
        for piece in group:
            box = piece.segment.box
            level_with = any(abs(box.x0 - b.x0) < PLACE or abs(box.x1 - b.x1) < PLACE for b in starts) or any(
                abs(box.center[0] - b.center[0]) < PLACE for b in starts
            )
            if round(piece.segment.size, 1) in sizes and level_with:
                piece.running = True
