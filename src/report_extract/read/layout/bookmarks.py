"""Headings that the file's own outline names: what a program knew need not be guessed from size and weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from report_extract.model.document import BlockKind
from report_extract.read.layout.headings import MAX_LEVEL, MAX_LINES, MAX_WORDS
from report_extract.read.layout.paragraphs import Paragraph
from report_extract.read.rawpage import Bookmark

Named = tuple[Paragraph, int]
"""A block and the level that the outline gives it."""
_MAY_BE_HEADING = (BlockKind.heading, BlockKind.paragraph, BlockKind.list_item)


def mark_bookmarked(pages: Sequence[Sequence[Paragraph]], bookmarks: Sequence[Sequence[Bookmark]]) -> None:
    """Makes a heading of each block that reads as a bookmark's title on the bookmark's page, at the outline's level.

    `pages` and `bookmarks` run in parallel; other headings keep their place below or above those of the outline. Run
    after the headings were marked by their looks. Bookmarks that no block answers ("Slide 3") have no effect.
    """
    named = [pair for page, entries in zip(pages, bookmarks, strict=True) for pair in _named(page, entries)]
    if not named:
        return
    steps = {level: i for i, level in enumerate(sorted({level for _, level in named}), 1)}
    shown = _levels_by_look([(block, steps[level]) for block, level in named])
    mine = {id(block) for block, _ in named}
    for page in pages:
        for block in page:
            if block.kind is BlockKind.heading and block.level is not None and id(block) not in mine:
                block.level = _moved(block.level, shown)
    for block, level in named:
        block.kind, block.level = BlockKind.heading, min(steps[level], MAX_LEVEL)


def _named(page: Sequence[Paragraph], entries: Sequence[Bookmark]) -> Iterator[Named]:
    """Each bookmark's block: the first heading that reads so, else the first short block that does."""
    if not entries:
        return
    free = [b for b in page if b.ready is None and b.kind in _MAY_BE_HEADING and _short(b)]
    free.sort(key=lambda b: b.kind is not BlockKind.heading)
    for title, level in entries:
        found = next((b for b in free if _reads(b, title)), None)
        if found is not None:
            free.remove(found)
            yield found, level


def _short(block: Paragraph) -> bool:
    return len(block.lines) <= MAX_LINES and sum(len(line.words) for line in block.lines) <= MAX_WORDS


def _reads(block: Paragraph, title: str) -> bool:
    """Letters and digits decide: outlines lose spaces and stops, and blocks or outlines the number in front."""
    wanted, printed, number = _bare(title), _bare(block.text), _bare(block.marker or "")
    return bool(wanted) and wanted in (printed, number + printed, printed.removeprefix(number))


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _levels_by_look(named: Sequence[Named]) -> dict[int, int]:
    """For each level that looks had given: the level that the outline gives most of its headings."""
    votes: dict[int, Counter[int]] = {}
    for block, level in named:
        if block.kind is BlockKind.heading and block.level is not None:
            votes.setdefault(block.level, Counter())[level] += 1
    return {looked: max(count, key=lambda k: (count[k], -k)) for looked, count in votes.items()}


def _moved(level: int, shown: dict[int, int]) -> int:
    """A heading that the outline leaves out: as its likes, else as far below the nearest larger ones as it looked."""
    larger = [looked for looked in shown if looked <= level]
    if not larger:
        return level
    nearest = max(larger)
    return max(1, min(MAX_LEVEL, shown[nearest] + level - nearest))
