"""A PDF's own outline: which bookmarks are kept, on which pages, however hostile the file is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from report_extract.read.pdf.bookmarks import MAX_BOOKMARKS, MAX_DEPTH
from report_extract.read.pdf.rawpages import raw_pages
from report_extract.read.pdf.reader import read_pdf
from report_extract.read.rawpage import Bookmark
from tests.robustness.broken_files import raw_pdf, stream

TEXT = "The partnership in Kestrel Vale met four times and agreed what it would do next."


def with_outline(file: Path, *entries: bytes, first: int = 5) -> None:
    """One page (object 3) and an outline (object 4) whose entries are the objects from 5 on."""
    raw_pdf(
        file,
        b"<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R>>" % (first, first),
        *entries,
    )


def entry(
    title: bytes, *, after: int | None = None, child: int | None = None, to: bytes = b"/Dest[3 0 R/Fit]"
) -> bytes:
    links = (b"/Next %d 0 R" % after if after else b"") + (b"/First %d 0 R" % child if child else b"")
    return b"<</Title(%s)%s%s>>" % (title, links, to)


def found(file: Path) -> tuple[Bookmark, ...]:
    return next(raw_pages(file)).bookmarks


def test_each_page_has_the_bookmarks_that_lead_to_it(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for title, level in (("Foreword", 0), ("Our year", 0), ("Early help", 1)):
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title, level)
        canvas.drawString(50.0, 700.0, TEXT)
        if title != "Our year":
            canvas.showPage()
    canvas.save()
    pages = [page.bookmarks for page in raw_pages(tmp_path / "a.pdf")]
    assert pages == [(Bookmark("Foreword", 1),), (Bookmark("Our year", 1), Bookmark("Early help", 2))]


def test_a_destination_may_stand_in_an_action_and_a_title_be_unicode(tmp_path: Path) -> None:
    title = b"\xfe\xff" + "Caf\u00e9 \u2013\nlearning".encode("utf-16-be")
    with_outline(tmp_path / "a.pdf", entry(title, to=b"/A<</S/GoTo/D[3 0 R/Fit]>>"))
    assert found(tmp_path / "a.pdf") == (Bookmark("Caf\u00e9 \u2013 learning", 1),)


@pytest.mark.parametrize(
    "to",
    [b"", b"/Dest[99 0 R/Fit]", b"/Dest[7 /Fit]", b"/Dest(nowhere)", b"/A<</S/URI/URI(https://example.org)>>"],
    ids=["nowhere", "no such object", "no such page", "no such name", "outside"],
)
def test_a_bookmark_that_leads_to_no_page_is_passed_over(tmp_path: Path, to: bytes) -> None:
    with_outline(tmp_path / "a.pdf", entry(b"Lost", to=to, after=6), entry(b"Kept"))
    assert found(tmp_path / "a.pdf") == (Bookmark("Kept", 1),)


@pytest.mark.parametrize(
    "entries",
    [
        (entry(b"A", after=5),),
        (entry(b"A", after=6), entry(b"B", after=5)),
        (entry(b"A", child=5),),
        (entry(b"A", child=6), entry(b"B", child=5, after=6)),
        (entry(b"A", after=4, child=4),),
    ],
    ids=["its own next", "a ring", "its own child", "a ring of children", "the root again"],
)
def test_an_outline_that_runs_in_rings_ends(tmp_path: Path, entries: tuple[bytes, ...]) -> None:
    with_outline(tmp_path / "a.pdf", *entries)
    titles = [b.title for b in found(tmp_path / "a.pdf")]
    assert len(titles) == len(set(titles)) == len(entries)


def test_an_endless_outline_is_cut(tmp_path: Path) -> None:
    with_outline(tmp_path / "a.pdf", *(entry(b"Entry %d" % i, after=6 + i) for i in range(MAX_BOOKMARKS + 500)))
    assert len(found(tmp_path / "a.pdf")) == MAX_BOOKMARKS


def test_a_bottomless_outline_is_cut(tmp_path: Path) -> None:
    with_outline(tmp_path / "a.pdf", *(entry(b"Entry %d" % i, child=6 + i) for i in range(500)))
    assert [b.level for b in found(tmp_path / "a.pdf")] == list(range(1, MAX_DEPTH + 1))


def test_a_title_of_absurd_length_is_passed_over(tmp_path: Path) -> None:
    with_outline(tmp_path / "a.pdf", entry(b"x" * 1_000_000, after=6), entry(b"   ", after=7), entry(b"Kept"))
    assert [b.title for b in found(tmp_path / "a.pdf")] == ["Kept"]


def test_a_heading_that_looks_like_text_is_one_by_its_bookmark(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 11.0)
    canvas.bookmarkPage("here")
    canvas.addOutlineEntry("2.Neglect", "here", 0)
    canvas.drawString(50.0, 700.0, "2. Neglect")
    for line in range(4):
        canvas.drawString(50.0, 670.0 - 14.0 * line, TEXT)
    canvas.save()
    document = read_pdf(tmp_path / "a.pdf")
    assert [(s.level, s.title) for s in document.outline] == [(1, "2. Neglect")]


def test_a_file_without_outline_has_none(tmp_path: Path) -> None:
    raw_pdf(
        tmp_path / "a.pdf",
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        stream(b""),
    )
    assert found(tmp_path / "a.pdf") == ()
