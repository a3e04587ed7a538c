"""Infographic pages: big numbers and the captions that say what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.model.base import union
from report_extract.read.draft import DraftFigure
from report_extract.read.figures.captions import Caption, captions_of
from report_extract.read.figures.found import FoundFigure
from report_extract.read.figures.linked import Linked, linked
from report_extract.read.figures.markers import BigNumber
from report_extract.read.figures.numbers import big_numbers
from report_extract.read.figures.places import matched
from report_extract.read.rawpage import RawPage
from report_extract.read.tables.lines import draft_line, draft_lines

SHORT_TELEPHONES = frozenset(["999", "112", "101", "111"])
_CALLS = re.compile(r"\b(?:call|dial|ring|phone|telephone|emergency|urgent)", re.IGNORECASE)


def find_pairs(page: RawPage, *, taken: frozenset[int]) -> tuple[FoundFigure, ...]:
    """Numbers with their captions in reading order; a number without a caption stays text."""
    numbers = big_numbers(page, taken)
    if not numbers:
        return ()
    twos = linked(page, numbers, taken)
    linked_numbers = {n for two in twos for n in two.numbers}
    alone = [n for n in numbers if n not in linked_numbers]
    sought = [*alone, *(two.as_one() for two in twos)]
    captions = captions_of(page, taken | {i for n in sought for i in n.words}, sought)
    pairs: list[FoundFigure] = []
    for n, c in matched(page, sought, captions).items():
        if n >= len(alone):
            pairs += _of_two_times(page, twos[n - len(alone)], captions[c])
        elif not _is_telephone(page, alone[n], captions[c]):
            pairs.append(_figure(page, alone[n], captions[c]))
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


def _of_two_times(page: RawPage, two: Linked, caption: Caption) -> list[FoundFigure]:
    """A figure for each time, each with the common caption and its own date; the first owns what they share.

    Numbers without dates say no time: then only the last, which is what the caption counts now, makes a figure.
    """
    if not all(two.dates):
        return [_figure(page, two.numbers[-1], caption)]
    shared = {*caption.words, *two.arrows}
    figures = []
    for number, date in zip(two.numbers, two.dates, strict=True):
        own = {*number.words, *date}
        figures.append(
            FoundFigure(
                box=union([page.words[i].box for i in (*own, *caption.words)]),
                figure=DraftFigure(
                    kind="pair",
                    value=draft_line(page, number.words),
                    label=(*draft_lines(page, caption.words), draft_line(page, date)),
                ),
                owned=frozenset(own | shared),
            )
        )
        shared = set()
    return figures
