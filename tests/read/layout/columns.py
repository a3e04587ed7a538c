"""Text set into columns of a page written down by hand."""

from __future__ import annotations

import random

from report_extract.model.document import BlockKind
from report_extract.read.assemble import assemble
from report_extract.read.layout.pages import layout_pages
from report_extract.read.rawpage import RawPage
from tests.read.written_page import GLYPH, WrittenPage

LEADING = 1.25


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Lines no longer than `width` points."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(f"{lines[-1]} {word}") * GLYPH * size <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def set_text(
    page: WrittenPage, text: str, x: float, y: float, width: float, *, size: float = 10.0, bold: bool = False
) -> float:
    """Sets a paragraph; returns the y below it."""
    for line in wrapped(text, width, size):
        page.text(line, x, y, size=size, bold=bold)
        y += size * LEADING
    return y


def sentences(seed: int, count: int = 4) -> str:
    """Sentences of made-up words, the same for the same seed."""
    source = random.Random(seed)
    made = []
    for _ in range(count):
        length = source.randint(6, 14)
        words = ["".join(source.choices("aeioulmnrst", k=source.randint(2, 9))) for _ in range(length)]
        made.append(" ".join(words).capitalize() + ".")
    return " ".join(made)


def body(*pages: RawPage) -> list[list[str]]:
    """The texts of each page's blocks, furniture left out."""
    drafts = layout_pages(pages)
    document = assemble(drafts, name="made", file="made.pdf", sha256="0", media_type="application/pdf")
    return [[b.text for b in p.blocks if b.kind is not BlockKind.furniture] for p in document.pages]


def text_of(*pages: RawPage) -> str:
    return " ".join(" ".join(texts) for texts in body(*pages))
