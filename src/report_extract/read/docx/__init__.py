"""Word files (.docx) → Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from report_extract.model.document import Document, Reader
from report_extract.read import faults
from report_extract.read.assemble import assemble
from report_extract.read.docx.body import BodyReader
from report_extract.read.docx.package import MEDIA_TYPE, Package
from report_extract.read.flow import Flow

__all__ = ["read_docx"]


def read_docx(path: str | Path) -> Document:
    """Reads a .docx file; pages where Word noted its page breaks. Raises `UnreadableDocument`.

    Insertions that are tracked are read as accepted, deletions are left out; both and every comment left in the file
    become notices.
    """
    file = Path(path)
    package = Package.open(file)
    flow = Flow(Reader.docx)
    BodyReader(package, flow).read()
    pages = flow.pages()
    if not any(page.blocks for page in pages):
        raise faults.no_text(file)
    return assemble(
        pages,
        name=file.stem,
        file=str(path),
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        media_type=MEDIA_TYPE,
        title=package.title,
    )
