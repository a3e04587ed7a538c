"""Reading: any supported file → `Document`. What a file is, its content decides, never its name alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.verbs import make_verb

if TYPE_CHECKING:
    from report_extract.model.document import Document

__all__ = ["read"]


def read(path: str | Path, *, password: str | None = None, ocr: bool = True) -> Document:
    """Reads a PDF, Word, HTML, Markdown or plain text file in this process.

    `password` opens an encrypted PDF. With `ocr=False` pages without a text layer stay empty. Raises
    `UnreadableDocument`, whose text is one plain line: which file, what is wrong, what to do. A hostile file may hang
    or kill a parser: `report_extract.read.worker.read_isolated` does the same in a process with limits.
    """
    from report_extract.read.sniff import FileKind, sniff

    file = Path(path)
    kind = sniff(file)
    if kind is FileKind.pdf:
        from report_extract.read.pdf.reader import read_pdf

        return read_pdf(file, password=password, ocr=ocr)
    if kind is FileKind.docx:
        from report_extract.read.docx import read_docx

        return read_docx(file)
    if kind is FileKind.html:
        from report_extract.read.html import read_html

        return read_html(file)
    if kind is FileKind.markdown:
        from report_extract.read.markdown import read_markdown

        return read_markdown(file)
    from report_extract.read.text import read_text

    return read_text(file)


make_verb(__name__)
