"""Markdown → Document; pages where the file marks them (`<!-- page N -->`)."""

from __future__ import annotations

from pathlib import Path

from report_extract.model.document import Document, Reader
from report_extract.read.assemble import assemble
from report_extract.read.text_blocks import draft_pages
from report_extract.read.text_source import load_source


def read_markdown(path: str | Path) -> Document:
    """Reads a Markdown file. Boxes count characters and lines of the page. Raises UnreadableDocument."""
    file = Path(path)
    source = load_source(file)
    pages = draft_pages(source, reader=Reader.markdown, markup=True)
    return assemble(pages, name=file.stem, file=str(path), sha256=source.sha256, media_type="text/markdown")
