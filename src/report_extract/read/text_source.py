"""Text files as numbered lines: decoding, page marks, and the draft of one source line.

Readers of text have no geometry. Their boxes count characters (x) and lines of the page (y), so that evidence still
points to the place in the file.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from report_extract.errors import UnreadableDocument
from report_extract.model.base import Box
from report_extract.read.draft import DraftLine, DraftNotice
from report_extract.read.markdown_inline import InlineWord, draft_words

PAGE_MARK = re.compile(r"\s*<!--\s*page\s+(\d{1,6})\s*-->\s*$", re.I)
FORM_FEED = "\f"


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded file: its pages as (number, lines), its hash, and what was odd about it."""

    pages: tuple[tuple[int, tuple[str, ...]], ...]
    sha256: str
    notices: tuple[DraftNotice, ...] = ()


def load_source(path: Path) -> Source:
    """Bytes → pages of lines. Raises UnreadableDocument for a missing, empty or binary file."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise UnreadableDocument(
            path, reason="missing", what="the file cannot be opened", do="Check the name and the permissions"
        ) from fault
    text, notices = _decode(data, path)
    if not text.strip():
        raise UnreadableDocument(
            path, reason="empty", what="the file holds no text", do="Save it again from its source."
        )
    return Source(pages=_pages(text), sha256=hashlib.sha256(data).hexdigest(), notices=notices)


def _decode(data: bytes, path: Path) -> tuple[str, tuple[DraftNotice, ...]]:
    """UTF-8 or a UTF-16 byte order mark; else Windows-1252, which is what older council systems export."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    if b"\0" in data:
        raise UnreadableDocument(
            path, reason="not_a_document", what="the file is not text", do="Give a text, Markdown, Word or PDF file"
        )
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        message = "The file is not UTF-8; it was read as Windows-1252."
        return data.decode("cp1252", errors="replace"), (DraftNotice("encoding", "info", message),)


def _pages(text: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Lines by page; a page begins at a page mark or a form feed. Numbers always rise."""
    pages: list[tuple[int, list[str]]] = [(1, [])]
    for raw in re.split(r"\r\n|\r|\n", text):
        mark = PAGE_MARK.match(raw)
        if mark:
            _open_page(pages, int(mark[1]))
            continue
        first, *others = raw.split(FORM_FEED)
        pages[-1][1].append(first)
        for piece in others:
            _open_page(pages, pages[-1][0] + 1)
            pages[-1][1].append(piece)
    return tuple((number, tuple(lines)) for number, lines in pages)


def _open_page(pages: list[tuple[int, list[str]]], number: int) -> None:
    """A mark before any text renames the first page; a number that does not rise counts on."""
    if len(pages) == 1 and not any(line.strip() for line in pages[0][1]):
        pages[0] = (max(1, number), [])
    else:
        pages.append((max(number, pages[-1][0] + 1), []))


def draft_line(words: tuple[InlineWord, ...], row: int) -> DraftLine:
    """A source line on row `row` (0-based) of its page."""
    left, right = (words[0].x0, words[-1].x1) if words else (0, 0)
    return DraftLine(draft_words(words), Box(left, row, right, row + 1))
