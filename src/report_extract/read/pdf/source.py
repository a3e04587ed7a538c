"""Opening a PDF, with a plain sentence for every way in which that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from report_extract.errors import UnreadableDocument
from report_extract.read import faults
from report_extract.read.sniff import FileKind, sniff


@contextmanager
def opened(path: Path, *, password: str | None = None) -> Iterator[pypdfium2.PdfDocument]:
    """The open document, closed on leaving. Raises UnreadableDocument with a reason."""
    if sniff(path) is not FileKind.pdf:
        raise faults.not_a_document(path, really="no PDF")
    try:
        document = pypdfium2.PdfDocument(path, password=password)
    except pypdfium2.PdfiumError as error:
        raise _reason(path, error, password) from error
    try:
        if len(document) == 0:
            raise faults.damaged(path, what="the PDF holds no pages")
        yield document
    finally:
        document.close()


def _reason(path: Path, error: pypdfium2.PdfiumError, password: str | None) -> UnreadableDocument:
    """pdfium keeps the error of an earlier file, so the file itself must confirm that it is encrypted."""
    locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
    if locked and b"/Encrypt" in path.read_bytes():
        return faults.encrypted(path, wrong_password=bool(password))
    return faults.damaged(path)
