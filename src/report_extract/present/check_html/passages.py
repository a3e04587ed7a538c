"""Evidence as a reader sees it: the words in their surroundings, where they stand, and the picture of the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from report_extract.model.base import Box
from report_extract.model.checks import Side
from report_extract.model.document import BlockKind, Document
from report_extract.model.evidence import Evidence
from report_extract.present.check_html.shots import Shot, marks_in, near_each_other, shot_of

# Characters of the surroundings shown on each side of the words, and of the words themselves.
_AROUND = 110
_WORDS_LONGEST = 700

_CELL_BREAK = " | "
_SPACE = re.compile(r"[ \n\r\f\v]+")


@dataclass(frozen=True)
class Passage:
    """`printed` is the page's own number where it differs from the file's."""

    side: Side
    page: int
    printed: str | None
    section: str | None
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Place:
    """Passages that are near each other and share a picture; `marks` are in points of the shot's crop.

    `more` counts passages that are marked but not written out.
    """

    passages: tuple[Passage, ...]
    shot: Shot | None = None
    marks: tuple[Box, ...] = ()
    more: int = 0


def places(
    evidence: Sequence[Evidence], document: Document | None, *, side: Side, pictures: int, most: int
) -> tuple[Place, ...]:
    """Where evidence stands, `most` passages of it written out; the first `pictures` places may have a picture."""
    found: list[Place] = []
    for group in near_each_other(evidence):
        shot = shot_of(group, document, side=side) if len(found) < pictures else None
        shown = group[: most - sum(len(place.passages) for place in found)]
        if shown:
            found.append(
                Place(
                    passages=tuple(_passage(e, document, side=side) for e in shown),
                    shot=shot,
                    marks=marks_in(group, shot.crop) if shot else (),
                    more=len(group) - len(shown),
                )
            )
    return tuple(found)


def _passage(evidence: Evidence, document: Document | None, *, side: Side) -> Passage:
    before, after = _surroundings(evidence, document)
    return Passage(
        side=side,
        page=evidence.page,
        printed=_printed(evidence.page, document),
        section=evidence.section,
        before=before,
        words=_shortened(readable(evidence.quote)),
        after=after,
    )


def readable(text: str) -> str:
    """Line feeds as spaces, tabs (between cells of a row) as strokes."""
    return _CELL_BREAK.join(_SPACE.sub(" ", cell) for cell in text.split("\t"))


def _shortened(words: str) -> str:
    if len(words) <= _WORDS_LONGEST:
        return words
    half = _WORDS_LONGEST // 2
    return f"{words[:half].rsplit(' ', 1)[0]} […] {words[-half:].split(' ', 1)[-1]}"


def _printed(number: int, document: Document | None) -> str | None:
    if document is None or not 1 <= number <= len(document.pages):
        return None
    label = document.pages[number - 1].label
    return label if label and label != str(number) else None


def _surroundings(evidence: Evidence, document: Document | None) -> tuple[str, str]:
    """What stands before and after the words in the same paragraph, or in the same row of a table."""
    if document is None or document.text[evidence.start : evidence.end] != evidence.quote:
        return "", ""
    first, last = document.block_at(evidence.start), document.block_at(evidence.end - 1)
    if first is None or last is None:
        return "", ""
    start, end = first.start, last.end
    if first.kind is BlockKind.table:
        start = max(start, document.text.rfind("\n", start, evidence.start) + 1)
    if last.kind is BlockKind.table:
        line_end = document.text.find("\n", evidence.end, end)
        end = line_end if line_end >= 0 else end
    return _tail(document.text[start : evidence.start]), _head(document.text[evidence.end : end])


def _tail(text: str) -> str:
    text = readable(text)
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].split(" ", 1)[-1]


def _head(text: str) -> str:
    text = readable(text)
    return text if len(text) <= _AROUND else text[:_AROUND].rsplit(" ", 1)[0] + " …"


def other_pages(evidence: Sequence[Evidence]) -> str:
    """Where further pieces stand: "pages 3, 7 and 12"; empty for none."""
    pages = [str(p) for p in sorted({e.page for e in evidence})]
    if len(pages) <= 1:
        return f"page {pages[0]}" if pages else ""
    return f"pages {', '.join(pages[:-1])} and {pages[-1]}"
