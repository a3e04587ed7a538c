"""What repeats at the edges of pages: running headers and footers, page numbers, navigation, watermarks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from report_extract.read.layout.segments import Segment, segment_of
from report_extract.read.rawpage import RawPage, Word

ALIKE = 90
"""rapidfuzz ratio of two texts without digits that counts as the same running text."""
PLACE = 4.0
"""Points that a repeated text may move between pages."""
EDGE = 0.15
"""Share of the page's height at top and bottom, or of its width at the sides, where running text lives."""
PURE = 0.75
"""Share of the texts in a band that repeat elsewhere, from which the band is furniture as a whole."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–|]?\s*(\d{1,4}|[ivxl]{1,6})\s*(?:[-–|]|(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)


@dataclass(slots=True)
class Piece:
    """A segment with what is needed to compare it with those of other pages."""

    page: int
    segment: Segment
    key: str
    level: bool
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """For each page (by position in the sequence): its running segments, and the page number that it prints."""

    running: tuple[tuple[Segment, ...], ...]
    labels: tuple[str | None, ...]


@dataclass(slots=True)
class _Book:
    pages: Sequence[RawPage]
    pieces: list[list[Piece]] = field(default_factory=list)


def find_furniture(pages: Sequence[RawPage], level: Sequence[Sequence[Segment]]) -> Furniture:
    """`level` holds each page's level segments; turned words are grouped here."""
    book = _Book(pages)
    for number, (page, found) in enumerate(zip(pages, level, strict=True)):
        pieces = [Piece(number, s, _key(s.text), True) for s in found]
        pieces += [Piece(number, s, _key(s.text), False) for s in turned_segments(page.words)]
        book.pieces.append(pieces)
    _mark_repeated(book)
    chosen = [_running(book, n) for n in range(len(pages))]
    labels = _labels(book, chosen)
    return Furniture(tuple(tuple(p.segment for p in c) for c in chosen), labels)


def turned_segments(words: Sequence[Word]) -> list[Segment]:
    """Turned words grouped along their line: neighbours in a vertical run, read in the order of the text layer."""
    runs: list[list[Word]] = []
    for word in words:
        if word.upright:
            continue
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [segment_of(run) for run in runs]


def _follows(last: Word, word: Word) -> bool:
    side = abs(last.box.x0 - word.box.x0) < 0.5 * max(last.size, 1.0)
    gap = max(last.box.top - word.box.bottom, word.box.top - last.box.bottom)
    return side and gap < max(word.size, 1.0)


def _key(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text.casefold()).split())


def _mark_repeated(book: _Book) -> None:
    """Marks pieces whose text stands at the same place of another page (of three pages where there are many)."""
    needed = 2 if len(book.pages) <= 4 else 3
    places: dict[tuple[int, int, bool], list[Piece]] = defaultdict(list)
    for pieces in book.pieces:
        for piece in pieces:
            page = book.pages[piece.page]
            if _at_edge(piece, page) and not _is_figure(piece):
                for cell in _cells(piece, page):
                    places[cell].append(piece)
    for group in places.values():
        for texts in _alike(group):
            if len({p.page for p in texts}) >= needed:
                for piece in texts:
                    piece.repeated = True


def _is_figure(piece: Piece) -> bool:
    """A bare number: cells, chart values and axis ticks of several pages may stand at one height with no word alike.
    Page numbers are found by how they grow."""
    return not any(c.isalpha() for c in piece.segment.text)


def _at_edge(piece: Piece, page: RawPage) -> bool:
    box = piece.segment.box
    return (
        box.bottom < EDGE * page.height
        or box.top > (1 - EDGE) * page.height
        or box.x1 < EDGE * page.width
        or box.x0 > (1 - EDGE) * page.width
        or not piece.level
    )


def _cells(piece: Piece, page: RawPage) -> list[tuple[int, int, bool]]:
    """Grid cells around the piece's height on the page, so that near places meet in one."""
    row = int(piece.segment.box.top // PLACE)
    return [(row, int(page.height), piece.level), (row + 1, int(page.height), piece.level)]


def _alike(group: Sequence[Piece]) -> list[list[Piece]]:
    classes: list[tuple[str, list[Piece]]] = []
    by_key: dict[str, list[Piece]] = defaultdict(list)
    for piece in group:
        by_key[piece.key].append(piece)
    for key, pieces in by_key.items():
        home = next((c for k, c in classes if k == key or fuzz.ratio(k, key) > ALIKE), None)
        if home is None:
            classes.append((key, list(pieces)))
        else:
            home.extend(pieces)
    return [c for _, c in classes]


def _running(book: _Book, number: int) -> list[Piece]:
    return [p for p in book.pieces[number] if p.repeated]


def _labels(book: _Book, chosen: list[list[Piece]]) -> tuple[str | None, ...]:
    """The printed page number: a lone number at an edge that grows with the pages. Such pieces join the furniture."""
    candidates: list[list[tuple[Piece, int]]] = []
    offsets: dict[int, int] = defaultdict(int)
    for number, pieces in enumerate(book.pieces):
        page = book.pages[number]
        found = []
        for piece in pieces:
            box = piece.segment.box
            match = _PAGE_NUMBER.fullmatch(piece.segment.text.strip())
            outer = box.bottom < 0.1 * page.height or box.top > 0.9 * page.height
            if match and match[1].isdigit() and outer:
                found.append((piece, int(match[1])))
        candidates.append(found)
        for offset in {value - number for _, value in found}:
            offsets[offset] += 1
    best = max(offsets.items(), key=lambda o: (o[1], -abs(o[0] - 1)), default=(1, 0))
    labels: list[str | None] = []
    for number, found in enumerate(candidates):
        match_ = next((p for p, value in found if value - number == best[0]), None)
        enough = best[1] >= 2 or (match_ is not None and "page" in match_.segment.text.casefold())
        if match_ is None or not enough:
            labels.append(None)
            continue
        labels.append(str(best[0] + number))
        if not any(p is match_ for p in chosen[number]):
            chosen[number].append(match_)
    return tuple(labels)
