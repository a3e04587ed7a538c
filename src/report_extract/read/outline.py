"""Headings → the tree of sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from report_extract.model.document import Block, BlockKind, Section


def outline(body: Sequence[Block]) -> tuple[Section, ...]:
    """Sections nest by heading level and end where the next of the same level or above begins.

    That of a call-out's title ends with its call-out at the latest, and so do the sections inside.
    `body` holds the document's blocks without furniture, in the text's order. A section's last page is that of its
    last block.
    """
    headings = [b for b in body if b.kind is BlockKind.heading]
    starts = [b.start for b in body]
    body_end = body[-1].end if body else 0
    parents: list[str | None] = []
    ends = [body_end] * len(headings)
    open_: list[int] = []
    for i, heading in enumerate(headings):
        while open_ and (_level(headings[open_[-1]]) >= _level(heading) or ends[open_[-1]] <= heading.start):
            last = open_.pop()
            ends[last] = min(ends[last], heading.start)
        ends[i] = min(_end_of_callout(heading, body, starts), ends[open_[-1]] if open_ else body_end)
        parents.append(f"s{open_[-1] + 1}" if open_ else None)
        open_.append(i)
    return tuple(
        Section(
            id=f"s{i + 1}",
            title=heading.text,
            level=_level(heading),
            page_start=heading.page,
            page_end=max(heading.page, body[bisect_left(starts, ends[i]) - 1].page),
            start=heading.start,
            end=ends[i],
            parent=parents[i],
            tag=heading.tag,
        )
        for i, heading in enumerate(headings)
    )


def _end_of_callout(heading: Block, body: Sequence[Block], starts: Sequence[int]) -> int:
    """Where the call-out ends that a heading is the title of; the text's end for every other heading."""
    if heading.tag is not None and heading.tag == heading.text:
        for block in body[bisect_left(starts, heading.start) + 1 :]:
            if block.tag != heading.tag:
                return block.start
    return body[-1].end


def _level(heading: Block) -> int:
    return heading.level or 1
