"""What repeats at the edges of pages: running headers and footers, page numbers, navigation, watermarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from report_extract.read.layout.areas import tag_boxes
from report_extract.read.layout.running import Piece, key_of, mark_running, side_of
from report_extract.read.layout.segments import Segment, segment_of
from report_extract.read.rawpage import RawPage, Word

NUMBER_EDGE = 0.1
"""Share of the page's height at top and bottom where page numbers stand."""
LONGEST = 8
"""Words of the tags and labels that stand at the edges and elsewhere."""
_NUMBER = re.compile(r"(?:page|p\.?)?\s*[-–|]?\s*(\d{1,4})\s*(?:[-–|]|(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_STATED = re.compile(r"page\s*(\d{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """For each page (by position in the sequence): its running segments, and the page number that it prints."""

    running: tuple[tuple[Segment, ...], ...]
    labels: tuple[str | None, ...]


def find_furniture(pages: Sequence[RawPage], level: Sequence[Sequence[Segment]]) -> Furniture:
    """`level` holds each page's level segments; turned words are grouped here."""
    edges = [_at_edges(page, found) for page, found in zip(pages, level, strict=True)]
    pieces = [_pieces(i, page, found) for i, (page, found) in enumerate(zip(pages, edges, strict=True))]
    mark_running(pieces, inner=_inner_keys(level, edges), body=_usual_size(level))
    labels = _mark_numbers(pieces)
    return Furniture(tuple(tuple(p.segment for p in page if p.running) for page in pieces), labels)


def _at_edges(page: RawPage, level: Sequence[Segment]) -> list[Segment]:
    return [s for s in level if side_of(s.box, page.width, page.height)]


def _inner_keys(level: Sequence[Sequence[Segment]], edges: Sequence[Sequence[Segment]]) -> Counter[str]:
    """The short texts away from the edges: only those can be what repeats at an edge too."""
    at_edges = {id(s) for page in edges for s in page}
    short = (s for page in level for s in page if len(s.words) <= LONGEST and id(s) not in at_edges)
    return Counter(key_of(s) for s in short)


def _usual_size(level: Sequence[Sequence[Segment]]) -> float:
    return median([s.size for page in level for s in page] or [10.0])


def _pieces(number: int, page: RawPage, level: Sequence[Segment]) -> list[Piece]:
    """The page's texts that may be furniture: all but the tags of call-outs, which repeat as well."""
    tags = tag_boxes(page.shapes)
    return [
        Piece(number, segment, upright, page.width, page.height)
        for upright, found in ((True, level), (False, turned_segments(page.words)))
        for segment in found
        if not any(box.contains_point(*segment.box.center) for box in tags)
    ]


def turned_segments(words: Sequence[Word]) -> list[Segment]:
    """Turned words grouped along their line: neighbours in a vertical run, read in the order of the text layer."""
    runs: list[list[Word]] = []
    for word in [w for w in words if not w.upright]:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [segment_of(run) for run in runs]


def _follows(last: Word, word: Word) -> bool:
    beside = abs(last.box.x0 - word.box.x0) < 0.5 * max(last.size, 1.0)
    gap = max(last.box.top - word.box.bottom, word.box.top - last.box.bottom)
    return beside and gap < max(word.size, 1.0)


def _mark_numbers(pieces: Sequence[Sequence[Piece]]) -> tuple[str | None, ...]:
    """The printed page numbers: lone numbers at an edge that grow with the pages. They join the furniture."""
    found = [[(p, n) for p in page if (n := _number_of(p)) is not None] for page in pieces]
    offsets = Counter(offset for i, page in enumerate(found) for offset in {n - i for _, n in page})
    best, count = max(offsets.items(), key=lambda o: (o[1], -abs(o[0] - 1)), default=(1, 0))
    labels: list[str | None] = []
    for i, page in enumerate(found):
        here = [p for p, n in page if n - i == best and (count > 1 or _STATED.search(p.segment.text))]
        piece = min(here, key=lambda p: (not _STATED.search(p.segment.text), p.depth), default=None)
        labels.append(str(best + i) if piece else None)
        if piece is not None:
            piece.running = True
    return tuple(labels)


def _number_of(piece: Piece) -> int | None:
    """The page number that the piece may be: alone, or stated as such in a running line."""
    box, text = piece.segment.box, piece.segment.text.strip()
    if not piece.level or NUMBER_EDGE * piece.height < box.center[1] < (1 - NUMBER_EDGE) * piece.height:
        return None
    match = _NUMBER.fullmatch(text) or (_STATED.search(text) if piece.running else None)
    return int(match[1]) if match else None
