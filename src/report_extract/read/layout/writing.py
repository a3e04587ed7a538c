"""Paragraphs → draft blocks: links on words, bullets apart, line-end hyphens taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from report_extract.model.base import union
from report_extract.model.document import BlockKind
from report_extract.read.draft import DraftBlock, DraftLine, DraftWord
from report_extract.read.layout.hyphens import Vocabulary
from report_extract.read.layout.lines import TextLine
from report_extract.read.layout.paragraphs import Paragraph
from report_extract.read.rawpage import RawPage, Word

NOWHERE = "#"
_as_draft: partial[DraftWord] = partial(tuple.__new__, DraftWord)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the paragraphs of one page."""

    page: RawPage
    vocabulary: Vocabulary

    def block(self, paragraph: Paragraph) -> DraftBlock:
        if paragraph.ready is not None:
            return replace(paragraph.ready, tag=paragraph.tag)
        style = paragraph.style
        is_tag = paragraph.area is not None and paragraph.area.is_tag
        return DraftBlock(
            kind=BlockKind.caption if is_tag else paragraph.kind,
            box=paragraph.box,
            lines=tuple(self._lines(paragraph)),
            font_size=style.size,
            bold=style.bold,
            italic=style.italic,
            color=style.color,
            level=paragraph.level,
            marker=paragraph.marker,
            tag=paragraph.tag,
            continues=paragraph.continues,
        )

    def _lines(self, paragraph: Paragraph) -> Sequence[DraftLine]:
        following = [line.words[0].text for line in paragraph.lines[1:]]
        return [
            self._line(line, after, bullet=i == 0 and _drops(paragraph))
            for i, (line, after) in enumerate(zip(paragraph.lines, [*following, paragraph.carried_by], strict=True))
        ]

    def _line(self, line: TextLine, after: str | None, *, bullet: bool) -> DraftLine:
        """`after` is the word that follows on the next line, None at the paragraph's end."""
        words = line.words[1:] if bullet else line.words
        links = self.page.links
        if links and any(link.box.overlap_y(line.box) for link in links):
            drafted = [DraftWord(w.text, w.box.x0, w.box.x1, self._url(w)) for w in words]
        else:
            drafted = [_as_draft((w.text, w.box[0], w.box[2], None)) for w in words]
        glued = False
        last = words[-1]
        if after is not None and last.hyphen and len(last.text) > 1:
            glued = True
            if not self.vocabulary.keeps_hyphen(last.text[:-1], after):
                drafted[-1] = drafted[-1]._replace(text=last.text[:-1])
        box = union([w.box for w in words]) if bullet else line.box
        return DraftLine(tuple(drafted), box, glued)

    def _url(self, word: Word) -> str | None:
        x, y = word.box.center
        for link in self.page.links:
            if link.box.contains_point(x, y):
                return link.url or NOWHERE
        return None


def _drops(paragraph: Paragraph) -> bool:
    """A bullet is kept as the marker alone; a number or letter is part of the text."""
    return paragraph.marker is not None and not any(c.isalnum() and c != "o" for c in paragraph.marker)
