"""Periods announced for what follows: "School figures are for the academic year 2023/24", titles of panels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.extract.metrics.when import Clock
from report_extract.language.periods import Period
from report_extract.language.sentences import PROSE, sentences
from report_extract.model.document import Block, BlockKind, Document, Figure

_ANNOUNCES = re.compile(
    r"^\W*(?:(?!than\b)[\w’'-]+\s){0,4}?(?:figures?|data|numbers|statistics|percentages|results|rates)"
    r"(?:\s(?:here|below|above|shown|given|quoted|used|(?:in|on|of)\sthis\s(?:section|chapter|part|table|report|page|box|panel)))*,?"
    r"\s(?:are|is|were|relates?|refers?|covers?|comes?|dates?)(?:\s(?:all|mostly|those|taken|given|as|for|to|from|at|of|on|the|position|academic|school|financial"
    r"|year|end))*\s$",
    re.IGNORECASE,
)
"""What stands before the period in a sentence that says when a section's figures are of."""
_WHOLE = re.compile(r"\bthis\sreport\b", re.IGNORECASE)
_SCHOOL_YEAR = " academic year"
LONGEST_TITLE = 10  # words of a panel's title ("Care and protection on 31 March 2025" has seven)
REACH = 14  # blocks between a figure and the title of its panel; a panel holds up to six or seven tiles

WIDEST_GAP = 60.0  # points between two tiles of one panel at most: about the height of a tile


class Announcement(NamedTuple):
    """`period` holds for what the document says at start:end."""

    start: int
    end: int
    period: Period


class Announced:
    """The announced periods of one document."""

    def __init__(self, document: Document, clock: Clock) -> None:
        self._document, self._clock = document, clock
        self._spoken = tuple(_spoken(document, clock))
        self._by_page: dict[int, list[Block]] = {}
        for block in document.blocks:
            self._by_page.setdefault(block.page, []).append(block)

    def at(self, offset: int) -> Period | None:
        """The period announced for the innermost section around the offset; of several kinds of figures, none."""
        fitting = [a for a in self._spoken if a.start <= offset < a.end]
        inner = min((a.end - a.start for a in fitting), default=0)
        said = {a.period.name: a.period for a in fitting if a.end - a.start == inner}
        return next(iter(said.values())) if len(said) == 1 else None

    def as_announced(self, period: Period, offset: int) -> Period:
        """Another year among figures of school years is a school year: "23.6%, against 25.1% in 2022/23"."""
        around = self.at(offset)
        if around is None or not around.name.endswith(_SCHOOL_YEAR) or period.kind != "year" or " " in period.name:
            return period
        return period._replace(name=period.name + _SCHOOL_YEAR)

    def above(self, figure: Figure) -> str | None:
        """The period in the title of the panel in which a figure stands."""
        blocks = self._by_page.get(figure.page, [])
        before = [b for b in blocks if b.start < figure.start and b.kind is not BlockKind.figure_pair][-REACH:]
        for block in reversed(before):
            if block.kind in (BlockKind.heading, BlockKind.table) or not _may_be_between(block):
                return None
            if _above(block, figure) and self._is_title(block.text) and (name := self._clock.title(block.text)):
                return name if self._is_one_panel(block, figure) else None
        return None

    def _is_title(self, text: str) -> bool:
        """Whether a text says more than a period and has no other number: a remark is "967 in 2023/24" or "2023/24"."""
        for period in reversed(self._clock.read(text)):
            text = text[: period.start] + text[period.end :]
        return not any(c.isdigit() for c in text) and re.search(r"[A-Za-z]", text) is not None

    def _is_one_panel(self, title: Block, figure: Figure) -> bool:
        """Whether no wide gap parts the title from the figure: what stands beneath one is another panel's."""
        column = [b.bbox for b in self._by_page[figure.page] if b.bbox.overlap_x(figure.bbox) > 0]
        reached = title.bbox.bottom
        for box in sorted((b for b in column if title.bbox.top < b.top < figure.bbox.top + 1), key=lambda b: b.top):
            if box.top - reached > WIDEST_GAP:
                return False
            reached = max(reached, box.bottom)
        return True


def _spoken(document: Document, clock: Clock) -> Iterator[Announcement]:
    for block in document.blocks:
        if block.kind not in PROSE:
            continue
        for sentence in sentences(block.text, offset=block.start):
            found = clock.read(sentence.text)
            if len(found) != 1 or found[0].earlier or not _ANNOUNCES.match(sentence.text[: found[0].start]):
                continue
            section = document.section_at(sentence.start)
            if section is None or _WHOLE.search(sentence.text):
                yield Announcement(0, len(document.text), found[0])
            else:
                yield Announcement(section.start, section.end, found[0])


def _may_be_between(block: Block) -> bool:
    """Labels and remarks of tiles; a sentence ends the panel."""
    return len(block.text.split()) <= LONGEST_TITLE and not block.text.rstrip().endswith((".", ":"))


def _above(block: Block, figure: Figure) -> bool:
    """Whether a block stands above a figure, in its column."""
    return block.bbox.bottom <= figure.bbox.top + 1 and block.bbox.overlap_x(figure.bbox) > 0
