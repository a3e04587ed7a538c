"""Opening a PDF, with a plain sentence for every way in which that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from report_extract.errors import UnreadableDocument

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
"""Bytes: readers accept junk before the header up to here (PDF 1.7, implementation note 13)."""


@contextmanager
def opened(path: Path, *, password: str | None = None) -> Iterator[pypdfium2.PdfDocument]:
    """The open document, closed on leaving. Raises UnreadableDocument with a reason."""
    _check_bytes(path)
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        raise _reason(path, error, password) from error
    try:
        if len(document) == 0:
            raise UnreadableDocument(
                path, reason="damaged", what="holds no pages", do="Ask for the file again or print it to a new PDF"
            )
        yield document
    finally:
        document.close()


def _check_bytes(path: Path) -> None:
    if not path.is_file():
        raise UnreadableDocument(path, reason="missing", what="there is no such file", do="Check the path")
    with path.open("rb") as stream:
        head = stream.read(HEADER_WITHIN)
    if not head:
        raise UnreadableDocument(path, reason="empty", what="is empty (0 bytes)", do="Download or save it again")
    if HEADER not in head:
        raise UnreadableDocument(
            path, reason="not_a_document", what="is not a PDF although it is named so", do="Open it to see what it is"
        )


def _reason(path: Path, error: pypdfium2.PdfiumError, password: str | None) -> UnreadableDocument:
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        what = "is protected and the password given does not open it" if password else "is protected by a password"
        return UnreadableDocument(
            path, reason="encrypted", what=what, do="Give the password or save a copy without protection"
        )
    return UnreadableDocument(
        path,
        reason="damaged",
        what="is damaged or cut short and cannot be opened",
        do="Download it again or ask the sender for a new copy",
    )
