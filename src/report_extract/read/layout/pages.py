"""Raw pages → draft pages: furniture aside, tables and figures at their places, text in reading order as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_extract.model.base import Box, union
from report_extract.model.document import BlockKind, PageStatus, Reader
from report_extract.read.draft import DraftBlock, DraftLine, DraftNotice, DraftPage, DraftWord
from report_extract.read.layout.areas import areas
from report_extract.read.layout.bookmarks import mark_bookmarked
from report_extract.read.layout.bullets import with_bullets
from report_extract.read.layout.dropcaps import with_drop_caps
from report_extract.read.layout.flows import join_flows
from report_extract.read.layout.footnotes import footnotes, notes_of
from report_extract.read.layout.found import FoundBlocks, found_on_pages
from report_extract.read.layout.furniture import find_furniture, turned_segments
from report_extract.read.layout.headings import mark_headings
from report_extract.read.layout.hyphens import Vocabulary
from report_extract.read.layout.lines import line_of, lines_of
from report_extract.read.layout.order import ordered
from report_extract.read.layout.paragraphs import Paragraph, paragraphs
from report_extract.read.layout.segments import Segment, segments
from report_extract.read.layout.spanning import join_tables
from report_extract.read.layout.units import Leaf, Unit
from report_extract.read.layout.writing import Writer
from report_extract.read.pdf.rawpages import PAGE_FAILED
from report_extract.read.rawpage import RawPage

BACKGROUND = 0.5
"""Share of the page that a background picture covers."""


def layout_pages(pages: Sequence[RawPage], *, reader: Reader = Reader.pdfium) -> list[DraftPage]:
    """The pages' content in reading order. Geometry decides: the order of words in a RawPage has no effect."""
    ready = found_on_pages(pages)
    vocabulary = Vocabulary([w for page in pages for w in page.words])
    flowing = [with_drop_caps(with_bullets(f.rest(page)), vocabulary) for page, f in zip(pages, ready, strict=True)]
    level = [segments([w for w in page.words if w.upright]) for page in flowing]
    furniture = find_furniture(flowing, level)
    content = [_content(*parts) for parts in zip(flowing, level, furniture.running, ready, strict=True)]
    mark_headings(content, [[link.box for link in page.links] for page in pages])
    mark_bookmarked(content, [page.bookmarks for page in pages])
    join_flows(content)
    join_tables(content)
    return [
        _draft(page, body, running, label, Writer(page, vocabulary), reader)
        for page, body, running, label in zip(pages, content, furniture.running, furniture.labels, strict=True)
    ]


def _content(
    page: RawPage, level: Sequence[Segment], running: Sequence[Segment], ready: FoundBlocks
) -> list[Paragraph]:
    """The body of one page in reading order; `page` is without the words of tables, figures and forms."""
    aside = {id(w) for s in running for w in s.words}
    text = [s for s in level if id(s.words[0]) not in aside]
    foot = footnotes(text, height=page.height)
    below = {id(s) for s in foot}
    units = [Unit(s.box, segment=s) for s in text if id(s) not in below]
    units += [Unit(union(part.box for part in b), block=b[0]) for b in ready.blocks]
    together = {id(b[0]): b for b in ready.blocks}
    units += [Unit(box) for box in _pictures(page)]
    flow = ordered(areas(units, page.shapes, width=page.width, height=page.height))
    body: list[Paragraph] = []
    for item in flow:
        if isinstance(item, Leaf):
            body.extend(paragraphs(lines_of(item.segments), item.column, item.area))
        else:
            body.extend(
                Paragraph([], item.area, (part.box.x0, part.box.x1), ready=part) for part in together[id(item.block)]
            )
    body.extend(_notes(foot))
    turned = [s for s in turned_segments(page.words) if id(s.words[0]) not in aside]
    body.extend(Paragraph([line_of(s.words)], None, (s.box.x0, s.box.x1), kind=BlockKind.caption) for s in turned)
    return body


def _notes(foot: Sequence[Segment]) -> list[Paragraph]:
    """Footnotes in reading order; each begins with its mark."""
    notes: list[Paragraph] = []
    for item in ordered([Unit(s.box, segment=s) for s in foot]):
        if isinstance(item, Leaf):
            notes.extend(notes_of(lines_of(item.segments), item.column))
    return notes


def _pictures(page: RawPage) -> list[Box]:
    """Pictures beside text; one that text stands on is a background and takes no room."""
    return [
        box
        for box in page.images
        if box.width * box.height < BACKGROUND * page.width * page.height
        and not any(box.contains_point(*w.box.center) for w in page.words)
    ]


def _draft(
    page: RawPage,
    body: Iterable[Paragraph],
    running: Sequence[Segment],
    label: str | None,
    writer: Writer,
    reader: Reader,
) -> DraftPage:
    blocks = [writer.block(p) for p in body]
    blocks += [_running_block(s) for s in sorted(running, key=lambda s: (s.box.top, s.box.x0))]
    failed = PAGE_FAILED in page.notes
    status = PageStatus.failed if failed else PageStatus.ok if blocks else PageStatus.empty
    notices = (
        (DraftNotice(PAGE_FAILED, "error", f"Page {page.number} could not be read", page.number),) if failed else ()
    )
    return DraftPage(
        number=page.number,
        width=page.width,
        height=page.height,
        reader=reader,
        blocks=tuple(blocks),
        rotation=page.rotation,
        label=label,
        status=status,
        notices=notices,
    )


def _running_block(segment: Segment) -> DraftBlock:
    words = tuple(DraftWord(w.text, w.box.x0, w.box.x1) for w in segment.words)
    return DraftBlock(BlockKind.furniture, segment.box, lines=(DraftLine(words, segment.box),), font_size=segment.size)
