"""Rows of cells filled with colour and white rows between them: the walls go on through the white."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from report_extract.read.rawpage import Word
from report_extract.read.tables.edges import SAME_EDGE, SMALLEST_CELL, Ruling

FEWEST_WALLS = 3  # two columns
ALIKE = (0.25, 4.0)  # height of a white row in heights of the coloured one beneath it: one line of text against four


def through_white(
    words: Sequence[Word], free: Sequence[int], drawn: Sequence[Ruling], vertical: Sequence[Ruling]
) -> tuple[list[Ruling], list[Ruling]]:
    """Further horizontal and vertical edges: walls between coloured rows, and around a white row after the last.

    `drawn` are the horizontal edges of the page, `vertical` the others.
    """
    horizontal: list[Ruling] = []
    walls: list[Ruling] = []
    for chain in _chains(words, free, drawn, _bands(vertical)):
        for above, below in itertools.pairwise(chain):
            walls += [Ruling(r.at, above[0].end, below[0].start, False) for r in below]
        last = chain[-1]
        bottom = last[0].end + last[0].start - chain[-2][0].end
        if _is_row(words, free, last, bottom):
            walls += [Ruling(r.at, r.end, bottom, False) for r in last]
            horizontal.append(Ruling(bottom, last[0].at, last[-1].at, False))
    return horizontal, walls


def _chains(
    words: Sequence[Word], free: Sequence[int], drawn: Sequence[Ruling], bands: Sequence[list[Ruling]]
) -> list[list[list[Ruling]]]:
    """Bands over the same columns with white rows between them, from a header that touches its first row on.

    Where all bands are single rows, the bands of colour are left to the half-ruled tables, which find the header too.
    """
    chains: list[list[list[Ruling]]] = []
    for band in bands:
        above = chains[-1][-1] if chains else None
        if above and _goes_on(above, band) and _is_row(words, free, above, band[0].start):
            chains[-1].append(band)
        else:
            chains.append([band])
    return [c for c in chains if len(c) > 1 and _is_headed(c[0], drawn)]


def _is_headed(band: Sequence[Ruling], drawn: Sequence[Ruling]) -> bool:
    """Whether an edge parts the band: a header, and the coloured row that touches it."""
    first, last = band[0].start + SMALLEST_CELL, band[0].end - SMALLEST_CELL
    return any(
        first <= r.at <= last and r.start <= band[0].at + SAME_EDGE and r.end >= band[-1].at - SAME_EDGE for r in drawn
    )


def _goes_on(above: Sequence[Ruling], below: Sequence[Ruling]) -> bool:
    gap, (low, high) = below[0].start - above[0].end, ALIKE
    return _same_places(above, below) and gap >= SMALLEST_CELL and low <= gap / _height(below) <= high


def _height(band: Sequence[Ruling]) -> float:
    return band[0].end - band[0].start


def _bands(vertical: Sequence[Ruling]) -> list[list[Ruling]]:
    """Edges of fills that begin and end at the same heights, each band from left to right, from top to bottom."""
    groups: dict[tuple[int, int], list[Ruling]] = defaultdict(list)
    for rule in vertical:
        if not rule.hard:
            groups[round(rule.start), round(rule.end)].append(rule)
    bands = [sorted(g, key=lambda r: r.at) for g in groups.values() if len(g) >= FEWEST_WALLS]
    return sorted(bands, key=lambda band: band[0].start)


def _same_places(a: Sequence[Ruling], b: Sequence[Ruling]) -> bool:
    return len(a) == len(b) and all(abs(x.at - y.at) <= SAME_EDGE for x, y in zip(a, b, strict=True))


def _is_row(words: Sequence[Word], free: Sequence[int], band: Sequence[Ruling], bottom: float) -> bool:
    """Right beneath the band stand words in the first column and another, and none across the walls."""
    top, left, right = band[0].end, band[0].at, band[-1].at
    boxes = [words[i].box for i in free if top < words[i].box.center[1] < bottom and words[i].upright]
    boxes = [b for b in boxes if b.x1 > left and b.x0 < right]
    if any(b.bottom > bottom + SAME_EDGE or any(b.x0 < r.at - 1 and b.x1 > r.at + 1 for r in band) for b in boxes):
        return False
    columns = {sum(r.at <= b.center[0] for r in band) for b in boxes}
    return 1 in columns and len(columns) >= 2 and len(columns) * 2 >= len(band) - 1
