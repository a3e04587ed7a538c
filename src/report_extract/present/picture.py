"""Pictures of pages with everything that was seen on them; runs in the reading process, because it renders the file."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image

from report_extract.errors import WrongUsage
from report_extract.present.overlay import draw_overlay
from report_extract.present.pages import page_numbers
from report_extract.read.sniff import FileKind, sniff

# 144 dots an inch: the small print of a designed page is readable, a picture stays under 1 MB.
SCALE = 2.0


def page_pictures(file: Path, *, pages: str | None, password: str | None, ocr: bool) -> list[tuple[int, bytes]]:
    """(page number, PNG) of each page asked for. Raises UnreadableDocument, and WrongUsage for anything but a PDF."""
    from report_extract.read import read

    if sniff(file) is not FileKind.pdf:
        raise WrongUsage(f"{file.name}: pictures are made of PDFs only; `report-extract read` shows this document")
    document = read(file, password=password, ocr=ocr)
    pdf = pypdfium2.PdfDocument(file, password=password)
    pictures = []
    try:
        for number in page_numbers(pages, of=len(document.pages)):
            picture = pdf[number - 1].render(scale=SCALE, may_draw_forms=True).to_pil().convert("RGB")
            pictures.append((number, _png(draw_overlay(picture, document, page=number, scale=SCALE))))
    finally:
        pdf.close()
    return pictures


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
