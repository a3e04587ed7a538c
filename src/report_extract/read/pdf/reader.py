"""PDF → Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from report_extract.model.document import Document
from report_extract.read.assemble import assemble
from report_extract.read.collector import without_collector
from report_extract.read.forms.drawn import with_marks
from report_extract.read.layout.pages import layout_pages
from report_extract.read.ocr.recognition import Recognition
from report_extract.read.pdf.rawpages import raw_pages
from report_extract.read.progress import reached


def read_pdf(path: str | Path, *, password: str | None = None, ocr: bool = True) -> Document:
    """Reads a PDF in this process. Raises UnreadableDocument where the file as a whole cannot be opened.

    A page that fails keeps its place with status "failed" and a notice. With `ocr=False` pages without a text layer
    stay empty.
    """
    file = Path(path)
    with without_collector():
        pages = []
        with Recognition(file, password=password, wanted=ocr) as recognition:
            for page in raw_pages(file, password=password):
                reached(page.number)
                pages.append(with_marks(recognition.of(page)))
        recognition.check_for_text(pages)
        return assemble(
            recognition.marked(layout_pages(pages)),
            name=file.stem,
            file=str(path),
            sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
            media_type="application/pdf",
        )
