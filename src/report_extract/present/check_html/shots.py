"""Which cut-outs of pages the report shows: around the words of evidence, most important items first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.model.checks import CheckReport, FigureFlag, Side, Verdict, WordingFlag
from report_extract.model.document import Document, Page
from report_extract.model.evidence import Evidence, Severity

PDF = "application/pdf"

# At most so many pictures stand beside one item: what the cover says and what the report says.
PER_ITEM = 2

# Points around the words, so that a reader recognises the place: about two lines, a third of an inch to the sides.
_MARGIN_Y, _MARGIN_X = 26.0, 22.0

# A single word is shown in a piece of page that is still readable as one (points).
_LEAST_WIDTH, _LEAST_HEIGHT = 260.0, 60.0

# Beyond this height (points) a cut-out shows its beginning only; A4 is 842 high.
_MOST_HEIGHT = 340.0

# Points between the edge of a cut-out and the next print.
_GAP = 3.0

# What is smaller than this (points) shows nothing.
_LEAST = 6.0


class Shot(NamedTuple):
    """A piece of a page: `crop` in points from the top left of the page as displayed."""

    side: Side
    page: int
    crop: Box


class Picture(NamedTuple):
    """An encoded picture of a shot; `media_type` is what a data URI says."""

    media_type: str
    content: bytes


def shot_of(evidence: Evidence, document: Document | None, *, side: Side) -> Shot | None:
    """The piece of page around the words; None where the document is no PDF or the words have no place."""
    if document is None or document.media_type != PDF or not 1 <= evidence.page <= len(document.pages):
        return None
    boxes = [b for b in evidence.boxes or (evidence.bbox,) if all(map(math.isfinite, b))]
    if not boxes:
        return None
    page = document.pages[evidence.page - 1]
    lines = [line.bbox for block in page.blocks for line in block.lines]
    crop = _on_page(_roomy(_beginning(boxes), lines), page)
    return Shot(side, evidence.page, crop) if min(crop.width, crop.height) >= _LEAST else None


def _beginning(boxes: Sequence[Box]) -> Box:
    """The box around the lines that fit into the highest cut-out."""
    top = boxes[0].top
    return union(b for b in boxes if abs(b.bottom - top) <= _MOST_HEIGHT or b is boxes[0])


def _roomy(words: Box, lines: Sequence[Box]) -> Box:
    """The printed lines that hold the words, some room around them, and no line of print cut through."""
    core = union([words, *(line for line in lines if _touch(line, words))])
    wide = max(_MARGIN_X, (_LEAST_WIDTH - core.width) / 2)
    high = max(_MARGIN_Y, (_LEAST_HEIGHT - core.height) / 2)
    top, bottom = core.top - high, min(core.bottom, core.top + _MOST_HEIGHT) + high
    level = [line for line in lines if line.bottom > top and line.top < bottom]
    left = max([core.x0 - wide, *(e.x1 + _GAP for e in level if core.x0 - wide < e.x1 <= core.x0 - _GAP)])
    right = min([core.x1 + wide, *(e.x0 - _GAP for e in level if core.x1 + _GAP <= e.x0 < core.x1 + wide)])
    left = min([left, *(e.x0 - _GAP for e in level if e.x0 < left < e.x1 and left - e.x0 < _MARGIN_X)])
    right = max([right, *(e.x1 + _GAP for e in level if e.x0 < right < e.x1 and e.x1 - right < _MARGIN_X)])
    column = [line for line in lines if line.x1 > left and line.x0 < right]
    top = min([top, *(e.top - _GAP for e in column if e.top < top < e.bottom)])
    bottom = max([bottom, *(e.bottom + _GAP for e in column if e.top < bottom < e.bottom)])
    return Box(left, top, right, bottom)


def _touch(a: Box, b: Box) -> bool:
    return a.overlap_x(b) > 0 and a.overlap_y(b) > min(a.height, b.height) / 2


def _on_page(box: Box, page: Page) -> Box:
    """Within the page, in whole points."""
    return Box(
        max(0.0, math.floor(box.x0)),
        max(0.0, math.floor(box.top)),
        min(page.width, math.ceil(box.x1)),
        min(page.height, math.ceil(box.bottom)),
    )


def marks_in(evidence: Evidence, crop: Box) -> tuple[Box, ...]:
    """The lines of the words inside a crop, in points from the crop's top left."""
    found = []
    for box in evidence.boxes or (evidence.bbox,):
        inside = Box(
            max(box.x0, crop.x0) - crop.x0,
            max(box.top, crop.top) - crop.top,
            min(box.x1, crop.x1) - crop.x0,
            min(box.bottom, crop.bottom) - crop.top,
        )
        if inside.width > 0 and inside.height > 0:
            found.append(inside.rounded())
    return tuple(found)


def wanted_shots(report: CheckReport, *, cover: Document | None, source: Document | None) -> tuple[Shot, ...]:
    """The pictures to draw, each once, the most important first: the budget may end before they do."""
    papers: dict[Side, Document | None] = {"cover": cover, "source": source}
    wanted = (
        shot_of(evidence, papers[side], side=side)
        for pieces in _by_importance(report)
        for side, evidence in pieces[:PER_ITEM]
    )
    return tuple(dict.fromkeys(shot for shot in wanted if shot is not None))


Pieces = list[tuple[Side, Evidence]]


def _by_importance(report: CheckReport) -> Iterable[Pieces]:
    """What the reader will doubt first comes first; within equals the order of the report."""
    order = {Verdict.contradicted: 0, Verdict.not_found: 1, Verdict.supported: 2}
    for claim in sorted(report.claims, key=lambda c: order[c.verdict]):
        yield claim_pieces(claim.cover_evidence, claim.evidence)
    flags: list[FigureFlag | WordingFlag] = [*report.figures, *report.wording]
    for flag in sorted(flags, key=lambda f: (list(Severity).index(f.severity), f.document)):
        yield [(flag.document, e) for e in flag.evidence]
    for topic in sorted(report.coverage, key=lambda c: c.in_cover):
        yield [("source", e) for e in topic.evidence[:1]]
    for requirement in sorted(report.requirements, key=lambda r: r.status != "partly_found"):
        yield [(requirement.document, e) for e in requirement.evidence[:1]]


def claim_pieces(cover: Sequence[Evidence], source: Sequence[Evidence]) -> Pieces:
    """One place of the cover, then the best of the source."""
    return [*(("cover", e) for e in cover[:1]), *(("source", e) for e in source)]
