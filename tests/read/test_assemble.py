"""What assembly promises: every text is the slice of the document's text that its offsets name."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document, Reader
from report_extract.read.assemble import assemble
from report_extract.read.draft import (
    DraftBlock,
    DraftCell,
    DraftField,
    DraftFigure,
    DraftLine,
    DraftPage,
    DraftTable,
    DraftWord,
)

BOX = Box(10.0, 10.0, 100.0, 20.0)
URLS = st.sampled_from([None, None, None, "#", "https://example.org"])
TEXT = st.text(alphabet="abcXYZ019£%-–’", min_size=1, max_size=8)


@st.composite
def lines(draw: st.DrawFn) -> DraftLine:
    words = draw(st.lists(st.builds(DraftWord, TEXT, st.just(10.0), st.just(20.0), URLS), min_size=1, max_size=5))
    return DraftLine(tuple(words), BOX, draw(st.booleans()))


SOME = st.lists(lines(), min_size=1, max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> DraftTable:
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cells = [
        DraftCell(r, c, draw(SOME), BOX) for r in range(rows) for c in range(columns) if draw(st.integers(0, 3)) > 0
    ]
    return DraftTable(tuple(cells), rows, columns, header_rows=0, continues=draw(st.booleans()))


@st.composite
def blocks(draw: st.DrawFn) -> DraftBlock:
    kind = draw(st.sampled_from(list(BlockKind)))
    if kind is BlockKind.table:
        return DraftBlock(kind, BOX, table=draw(tables()))
    if kind is BlockKind.figure_pair:
        return DraftBlock(
            kind, BOX, figure=DraftFigure(draw(st.sampled_from(["pair", "chart"])), draw(lines()), draw(SOME))
        )
    if kind is BlockKind.form_field:
        return DraftBlock(kind, BOX, form=DraftField(draw(SOME), draw(st.none() | lines()), draw(SOME), checked=True))
    level = draw(st.integers(1, 4)) if kind is BlockKind.heading else None
    return DraftBlock(kind, BOX, lines=draw(SOME), level=level, continues=draw(st.booleans()))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pages = [
        DraftPage(i, 200.0, 300.0, Reader.pdfium, tuple(draw(st.lists(blocks(), max_size=5))))
        for i in range(1, draw(st.integers(1, 3)) + 1)
    ]
    return assemble(pages, name="n", file="n.pdf", sha256="0", media_type="application/pdf")


@given(documents())
def test_every_text_is_its_slice(document: Document) -> None:
    for page in document.pages:
        for block in page.blocks:
            assert block.text == document.text[block.start : block.end]
            for line in block.lines:
                assert line.text == document.text[line.start : line.end]
                assert block.start <= line.start <= line.end <= block.end
                assert " ".join(document.text[w.start : w.end] for w in line.words) == line.text
    for table in document.tables:
        assert all(c.text == document.text[c.start : c.end] for c in table.cells)
    for figure in document.figures:
        assert figure.value_text == document.text[figure.value_start : figure.value_end]
    for link in document.links:
        assert link.text == document.text[link.start : link.end]


@given(documents())
def test_the_body_comes_first_and_blocks_do_not_overlap(document: Document) -> None:
    body = list(document.blocks)
    assert all(a.end <= b.start for a, b in itertools.pairwise(body))
    furniture = [b for p in document.pages for b in p.blocks if b.kind is BlockKind.furniture]
    assert all(b.start >= document.body_end for b in furniture)


@given(documents())
def test_sections_nest_and_cover_the_body_from_the_first_heading(document: Document) -> None:
    by_id = {s.id: s for s in document.outline}
    for section in document.outline:
        parent = by_id.get(section.parent or "")
        assert section.start < section.end <= document.body_end
        assert section.page_start <= section.page_end
        if parent is not None:
            assert parent.level < section.level
            assert parent.start <= section.start <= section.end <= parent.end


@given(documents())
def test_evidence_quotes_what_it_points_at(document: Document) -> None:
    for block in document.blocks:
        if block.end > block.start:
            assert "".join(e.quote for e in document.evidence(block.start, block.end)) == block.text


def test_a_word_broken_over_a_column_is_one_word() -> None:
    first = DraftBlock(BlockKind.paragraph, BOX, lines=(DraftLine((DraftWord("safe", 10.0, 20.0),), BOX, glued=True),))
    second = DraftBlock(
        BlockKind.paragraph, BOX, lines=(DraftLine((DraftWord("guarding", 10.0, 20.0),), BOX),), continues=True
    )
    page = DraftPage(1, 200.0, 300.0, Reader.pdfium, (first, second))
    assert assemble([page], name="n", file="n", sha256="0", media_type="x").text == "safeguarding"


def test_a_link_does_not_swallow_the_letter_between_two_glued_lines() -> None:
    """Found by the property above: a gap of one character was taken for a space."""

    def line(text: str, url: str | None, *, glued: bool) -> DraftLine:
        return DraftLine((DraftWord(text, 10.0, 20.0, url),), BOX, glued)

    parts = (line("a", "#", glued=True), line("b", None, glued=True), line("c", "#", glued=False))
    page = DraftPage(1, 200.0, 300.0, Reader.pdfium, (DraftBlock(BlockKind.paragraph, BOX, lines=parts),))
    document = assemble([page], name="n", file="n.pdf", sha256="0", media_type="x")
    assert [(link.text, link.start, link.end) for link in document.links] == [("a", 0, 1), ("c", 2, 3)]
