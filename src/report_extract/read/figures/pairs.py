"""Infographic pages: big numbers and the captions that say what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.assignment import assign
from report_extract.model.base import union
from report_extract.read.draft import DraftFigure
from report_extract.read.figures.captions import Caption, captions_of
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.markers import BigNumber
from report_extract.read.figures.numbers import big_numbers
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.lines import draft_line, draft_lines

# Costs are distances in points; a caption further than this belongs to something else.
TOO_FAR = 75.0
# Captions left of their number are rare, captions beneath and beside are the rule: ties go that way.
PRIOR = {"beneath": 0.0, "beside": 2.0, "above": 6.0, "before": 14.0}
# What stands in brackets, or says what the number was, is a caption only where there is no other (points).
ASIDE = 30.0
# A caption beneath or above is centred on its number or starts with it; a caption beside is on its height.
OFF_CENTER = 0.5  # of the misalignment in points

SHORT_TELEPHONES = frozenset(["999", "112", "101", "111"])
_CALLS = re.compile(r"\b(?:call|dial|ring|phone|telephone|emergency|urgent)", re.IGNORECASE)


def find_pairs(page: RawPage, *, taken: frozenset[int]) -> tuple[FoundFigure, ...]:
    """Numbers with their captions in reading order; a number without a caption stays text."""
    numbers = big_numbers(page, taken)
    if not numbers:
        return ()
    used = taken | {i for n in numbers for i in n.words}
    captions = captions_of(page, used, numbers)
    costs = [[_cost(number, caption) for caption in captions] for number in numbers]
    chosen = assign(costs, limit=TOO_FAR)
    pairs = [
        _figure(page, numbers[n], captions[c])
        for n, c in chosen.items()
        if not _is_telephone(page, numbers[n], captions[c])
    ]
    return tuple(pair for row in _rows(pairs) for pair in sorted(row, key=lambda p: p.box.x0))


def _is_telephone(page: RawPage, number: BigNumber, caption: Caption) -> bool:
    said = " ".join(page.words[i].text for i in caption.words)
    return number.text in SHORT_TELEPHONES and bool(_CALLS.search(said))


def _rows(pairs: Sequence[FoundFigure]) -> list[list[FoundFigure]]:
    """Pairs of one height together: captions above and beneath make their boxes begin at different heights."""
    rows: list[list[FoundFigure]] = []
    for pair in sorted(pairs, key=lambda p: p.box.top):
        first = rows[-1][0].box if rows else None
        if first is not None and first.overlap_y(pair.box) > 0.4 * min(first.height, pair.box.height):
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _cost(number: BigNumber, caption: Caption) -> float:
    """How badly the caption suits the number, in the best of the four places that it may take."""
    if caption.size > number.size * 0.9 and not number.on_shape:
        return TOO_FAR + 1
    return min(_place_costs(number, caption).values(), default=TOO_FAR + 1) + (ASIDE if caption.aside else 0.0)


def _place_costs(number: BigNumber, caption: Caption) -> dict[str, float]:
    box, text = number.box, caption.box
    em = caption.size
    costs: dict[str, float] = {}
    shared_x = min(box.x1, text.x1) - max(box.x0, text.x0)
    shared_y = min(box.bottom, text.bottom) - max(box.top, text.top)
    off_center = min(abs(box.center[0] - text.center[0]), abs(box.x0 - text.x0) + 1)
    off_level = min(abs(box.center[1] - text.center[1]), abs(box.top - text.top), abs(box.bottom - text.bottom))
    if shared_x > 0.3 * min(box.width, text.width):
        if text.top >= box.bottom - 0.4 * em:
            costs["beneath"] = max(0.0, text.top - box.bottom) + OFF_CENTER * off_center
        if text.bottom <= box.top + 0.4 * em:
            costs["above"] = max(0.0, box.top - text.bottom) + OFF_CENTER * off_center
    if shared_y > 0.4 * min(box.height, text.height):
        if text.x0 >= box.x1 - 0.4 * em:
            costs["beside"] = max(0.0, text.x0 - box.x1) + OFF_CENTER * off_level
        if text.x1 <= box.x0 + 0.4 * em:
            costs["before"] = max(0.0, box.x0 - text.x1) + OFF_CENTER * off_level
    return {place: cost + PRIOR[place] for place, cost in costs.items()}


def _figure(page: RawPage, number: BigNumber, caption: Caption) -> FoundFigure:
    words: Sequence[int] = (*number.words, *caption.words)
    return FoundFigure(
        box=union([page.words[i].box for i in words]),
        figure=DraftFigure(
            kind="pair",
            value=draft_line(page, number.words),
            label=draft_lines(page, caption.words),
        ),
        owned=frozenset(words),
    )
