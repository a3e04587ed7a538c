"""A PDF's bookmarks (its document outline): the headings that the author's program knew, with their pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from report_extract.read.rawpage import Bookmark

MAX_BOOKMARKS = 2_000
"""A report of 500 pages has some hundreds; a file made to hurt has millions, or a ring of them."""
MAX_DEPTH = 8
LONGEST_TITLE = 1_000
"""Bytes of UTF-16: longer than any heading."""


def bookmarks_of(document: Any) -> dict[int, tuple[Bookmark, ...]]:
    """The bookmarks that lead to a page of the document, by page number (1-based), each page's in outline order.

    `document` is a raw FPDF_DOCUMENT. Rings, endless chains and bookmarks that lead nowhere are passed over.
    """
    by_page: dict[int, list[Bookmark]] = {}
    for item, level in _entries(document):
        page, title = _page(document, item), _title(item)
        if page and title:
            by_page.setdefault(page, []).append(Bookmark(title, level))
    return {page: tuple(found) for page, found in by_page.items()}


def _entries(document: Any) -> Iterator[tuple[Any, int]]:
    """Every entry once with its level (1 is the highest), parents before children."""
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(seen) < MAX_BOOKMARKS:
        item, level = waiting.pop()
        address = ctypes.cast(item, ctypes.c_void_p).value
        if not address or address in seen:
            continue
        seen.add(address)
        yield item, level
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, item), level))
        if level < MAX_DEPTH:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, item), level + 1))


def _page(document: Any, item: Any) -> int:
    """The number of the page that the entry leads to, 0 for none; by its destination or by its action."""
    target = pdfium.FPDFBookmark_GetDest(document, item)
    if not target:
        action = pdfium.FPDFBookmark_GetAction(item)
        inside = action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_GOTO
        target = pdfium.FPDFAction_GetDest(document, action) if inside else None
    return max(0, pdfium.FPDFDest_GetDestPageIndex(document, target) + 1) if target else 0


def _title(item: Any) -> str:
    """The title on one line; "" for none and for one of absurd length."""
    size = pdfium.FPDFBookmark_GetTitle(item, None, 0)
    if not 2 < size <= LONGEST_TITLE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFBookmark_GetTitle(item, buffer, size)
    return " ".join(buffer.raw[: size - 2].decode("utf-16-le", errors="replace").split())
