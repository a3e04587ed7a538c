"""Web pages (.html) → Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from report_extract.model.document import BlockKind, Document, Reader
from report_extract.read import faults
from report_extract.read.assemble import assemble
from report_extract.read.draft import DraftPage
from report_extract.read.flow import Flow
from report_extract.read.html.body import BodyReader
from report_extract.read.html.page import Element, parsed, title_of

__all__ = ["read_html"]


def read_html(path: str | Path) -> Document:
    """Reads a saved web page as one page; navigation, banners and side columns are furniture.

    Nothing that the page refers to is fetched. Raises `UnreadableDocument`.
    """
    file = Path(path)
    data = file.read_bytes()
    root = parsed(file, data)
    pages = _pages(root, all_is_content=False)
    if not any(b.kind is not BlockKind.furniture for page in pages for b in page.blocks):
        pages = _pages(root, all_is_content=True)  # a page that calls all of itself a banner is its own paper
    if not any(page.blocks for page in pages):
        raise faults.no_text(file)
    return assemble(
        pages,
        name=file.stem,
        file=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/html",
        title=title_of(root),
    )


def _pages(root: Element, *, all_is_content: bool) -> tuple[DraftPage, ...]:
    flow = Flow(Reader.html)
    BodyReader(flow, root, all_is_content=all_is_content).read()
    return flow.pages()
