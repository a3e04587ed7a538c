"""Which cut-outs of pages the report shows: around the words of evidence, most important items first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report_extract.model.base import Box, union
from report_extract.model.checks import CheckReport, FigureFlag, Side, Verdict, WordingFlag
from report_extract.model.document import BlockKind, Document
from report_extract.model.evidence import Evidence, Severity
from report_extract.present.check_html.crops import MOST_HEIGHT, MOST_WIDTH, crop_around

PDF = "application/pdf"

# At most so many pictures stand beside one item: what the cover says and what the report says.
PER_ITEM = 2

# What is smaller than this (points) shows nothing.
_LEAST = 6.0


class Shot(NamedTuple):
    """A piece of a page: `crop` in points from the top left of the page as displayed."""

    side: Side
    page: int
    crop: Box


def near_each_other(evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """Pieces that fit into one picture together, in the order of the first of each group."""
    groups: list[list[Evidence]] = []
    for piece in evidence:
        for group in groups:
            around = union([piece.bbox, *(e.bbox for e in group)])
            if group[0].page == piece.page and around.height <= MOST_HEIGHT and around.width <= MOST_WIDTH:
                group.append(piece)
                break
        else:
            groups.append([piece])
    return groups


def shot_of(pieces: Sequence[Evidence], document: Document | None, *, side: Side) -> Shot | None:
    """The piece of page around words that are near each other.

    None where the document is no PDF or the words have no place.
    """
    number = pieces[0].page
    if document is None or document.media_type != PDF or not 1 <= number <= len(document.pages):
        return None
    boxes = [b for e in pieces for b in _boxes(e) if all(map(math.isfinite, b))]
    if not boxes:
        return None
    page = document.pages[number - 1]
    lines = [line.bbox for block in page.blocks for line in block.lines]
    words = union([_beginning(boxes), *_tables_around(pieces, document, boxes)])
    crop = crop_around(words, lines=lines, page=page)
    return Shot(side, number, crop) if min(crop.width, crop.height) >= _LEAST else None


def _boxes(evidence: Evidence) -> tuple[Box, ...]:
    return evidence.boxes or (evidence.bbox,)


def _beginning(boxes: Sequence[Box]) -> Box:
    """The box around the lines that fit into the highest cut-out."""
    top = min(b.top for b in boxes)
    return union(b for b in boxes if b.bottom - top <= MOST_HEIGHT or b is boxes[0])


def _tables_around(pieces: Sequence[Evidence], document: Document, boxes: Sequence[Box]) -> Iterator[Box]:
    """The width of a table whose cells are shown, so that the row keeps its label."""
    for piece in pieces:
        block = document.block_at(piece.start)
        if block is not None and block.kind is BlockKind.table and block.page == piece.page:
            yield Box(block.bbox.x0, boxes[0].top, block.bbox.x1, boxes[0].bottom)


def marks_in(pieces: Sequence[Evidence], crop: Box) -> tuple[Box, ...]:
    """The lines of the words inside a crop, each once, in points from the crop's top left."""
    found = []
    for box in dict.fromkeys(b for e in pieces for b in _boxes(e)):
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
        shot_of(group, papers[side], side=side)
        for side, evidence, most in _by_importance(report)
        for group in near_each_other(evidence)[:most]
    )
    return tuple(dict.fromkeys(shot for shot in wanted if shot is not None))


def _by_importance(report: CheckReport) -> Iterator[tuple[Side, Sequence[Evidence], int]]:
    """Evidence and how many pictures of it may be shown: what the reader will doubt first comes first."""
    order = {Verdict.contradicted: 0, Verdict.not_found: 1, Verdict.supported: 2}
    for claim in sorted(report.claims, key=lambda c: order[c.verdict]):
        yield "cover", claim.cover_evidence, 1
        yield "source", claim.evidence, PER_ITEM
    flags: list[FigureFlag | WordingFlag] = [*report.figures, *report.wording]
    for flag in sorted(flags, key=lambda f: (list(Severity).index(f.severity), f.document)):
        yield flag.document, flag.evidence, PER_ITEM
    for topic in report.coverage:
        yield "source", topic.evidence, 0 if topic.in_cover else 1
    for requirement in report.requirements:
        yield requirement.document, requirement.evidence, 1 if requirement.status == "partly_found" else 0
