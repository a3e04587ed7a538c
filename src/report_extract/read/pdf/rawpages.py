"""A PDF's pages as words, shapes, pictures and links, one page in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from report_extract.read.pdf.annotations import links_of, widgets_of
from report_extract.read.pdf.bookmarks import bookmarks_of
from report_extract.read.pdf.shapes import painted
from report_extract.read.pdf.source import opened
from report_extract.read.pdf.textlayer import text_layer
from report_extract.read.pdf.view import view_of
from report_extract.read.rawpage import RawPage

PAGE_FAILED = "page_failed"
TEXT_CUT = "text_cut"
SHAPES_CUT = "shapes_cut"
"""Notes that a page can carry."""

A4 = (595.0, 842.0)
"""Points: the size given to a page that cannot be opened, so that it keeps its place."""


def raw_pages(path: str | Path, *, password: str | None = None) -> Iterator[RawPage]:
    """Every page in order; a page that cannot be read comes empty with the note PAGE_FAILED.

    Boxes in points from the top left of the page as displayed. Raises UnreadableDocument where the file as a whole
    cannot be opened.
    """
    with opened(Path(path), password=password) as document:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        bookmarks = bookmarks_of(document.raw)
        for index in range(len(document)):
            yield replace(raw_page(document, index), bookmarks=bookmarks.get(index + 1, ()))


def raw_page(document: pypdfium2.PdfDocument, index: int) -> RawPage:
    """The page at `index` (0-based); never raises for a fault of that page."""
    page: Any = None
    try:
        page = document[index]
        return _read(document, page, index + 1)
    except (pypdfium2.PdfiumError, ValueError, OverflowError, ArithmeticError):
        width, height = A4
        return RawPage(index + 1, width, height, 0, (), notes=(PAGE_FAILED,))
    finally:
        if page is not None:
            page.close()


def _read(document: pypdfium2.PdfDocument, page: Any, number: int) -> RawPage:
    textpage = page.get_textpage()
    try:
        layer = text_layer(textpage.raw, view_of(page.raw))
    finally:
        textpage.close()
    view = layer.view
    paint = painted(page.raw, view)
    form = document.formenv.raw if document.formenv else None
    notes = [note for note, applies in ((TEXT_CUT, layer.cut), (SHAPES_CUT, paint.cut)) if applies]
    return RawPage(
        number=number,
        width=view.width,
        height=view.height,
        rotation=view.rotation,
        words=layer.words,
        shapes=tuple(paint.shapes),
        images=tuple(paint.images),
        links=tuple(links_of(document.raw, page.raw, view)),
        widgets=tuple(widgets_of(form, page.raw, view)) if form is not None else (),
        unreadable_characters=layer.unreadable_characters,
        notes=tuple(notes),
    )
