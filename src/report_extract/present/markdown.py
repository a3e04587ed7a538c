"""A document as a person would read it, in Markdown: headings, lists, tables, ticks, figures with their captions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise

from report_extract.model.document import Block, BlockKind, Document, FormField, Page, PageStatus
from report_extract.present.markdown_table import table_lines

_DEEPEST = 6  # Markdown has six levels of headings

# What would begin a heading, quotation or list where none was meant, and what would begin an HTML element.
_STARTS_MARKUP = re.compile(r"^(?=[#>+*-](?:\s|$)|={3,}|-{3,})")
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_NUMBERED = re.compile(r"[0-9A-Za-z(]")


def to_markdown(document: Document, *, pages: Container[int], furniture: bool = False) -> str:
    """The pages asked for (1-based numbers), each after a `<!-- page N -->` mark.

    A table over several pages stands whole where it begins. `furniture` adds running headers, page numbers and
    navigation in italics at the end of each page.
    """
    chosen = [page for page in document.pages if page.number in pages]
    writer = _Writer(document, pages)
    parts = [part for page in chosen for part in writer.page(page, furniture=furniture)]
    return _joined(parts) + "\n" if parts else ""


def _joined(parts: list[str]) -> str:
    """An empty line between parts, but none between the items of a list."""
    text = parts[0]
    for before, part in pairwise(parts):
        text += ("\n" if before.startswith("- ") and part.startswith("- ") else "\n\n") + part
    return text


class _Writer:
    """Knows which tables were printed already."""

    def __init__(self, document: Document, pages: Container[int]) -> None:
        self._document, self._pages = document, pages
        self._printed: set[str] = set()

    def page(self, page: Page, *, furniture: bool) -> Iterator[str]:
        """The page's mark and its blocks; blocks of one call-out box are one quotation."""
        yield f"<!-- page {page.number} -->"
        if page.status is PageStatus.failed:
            yield "*(this page could not be read)*"
        body = [block for block in page.blocks if block.kind is not BlockKind.furniture]
        for tag, blocks in _by_tag(body):
            texts = self._texts(blocks)
            yield from [_boxed(tag, texts)] if tag else texts
        if furniture:
            for block in page.blocks:
                if block.kind is BlockKind.furniture:
                    yield f"*furniture: {_escaped(block.text)}*"

    def _texts(self, blocks: list[Block]) -> list[str]:
        """One text a block; the second half of a paragraph is joined to its first."""
        texts: list[str] = []
        for block in blocks:
            text = self._block(block)
            if text and block.continues and texts:
                texts[-1] += f" {text}"
            elif text:
                texts.append(text)
        return texts

    def _block(self, block: Block) -> str:
        text = self._linked(block)
        if block.kind is BlockKind.heading:
            return f"{'#' * min(block.level or 1, _DEEPEST)} {text}"
        if block.kind is BlockKind.list_item:
            numbered = block.marker and block.text.startswith(block.marker) and _NUMBERED.match(block.marker)
            return text if numbered else f"- {text}"
        if block.kind is BlockKind.table:
            return self._table(block)
        if block.kind is BlockKind.figure_pair:
            return self._figure(block)
        if block.kind is BlockKind.form_field:
            return self._field(block)
        if block.kind is BlockKind.caption:
            return f"*{text}*"
        return _STARTS_MARKUP.sub(r"\\", text)

    def _linked(self, block: Block) -> str:
        """The block's text with its links written out."""
        parts: list[str] = []
        at = block.start
        for link in self._document.links:
            if block.start <= link.start and link.end <= block.end and link.start >= at and _leads_somewhere(link.url):
                parts += [_escaped(self._document.text[at : link.start]), f"[{_escaped(link.text)}]({_url(link.url)})"]
                at = link.end
        parts.append(_escaped(self._document.text[at : block.end]))
        return "".join(parts)

    def _table(self, block: Block) -> str:
        table = next((t for t in self._document.tables if t.start <= block.start < t.end), None)
        if table is None:
            return _escaped(block.text)
        if table.id in self._printed:
            return ""
        self._printed.add(table.id)
        title = f"**{_escaped(table.title)}**\n\n" if table.title else ""
        return title + "\n".join(table_lines(table, pages=self._pages))

    def _figure(self, block: Block) -> str:
        figure = next((f for f in self._document.figures if f.start == block.start), None)
        if figure is None:
            return _escaped(block.text)
        of = [part for part in (figure.title, figure.category, figure.series) if part]
        label = _escaped(": ".join(dict.fromkeys(of)) if figure.kind == "chart" and of else figure.label)
        return f"- **{_escaped(figure.value_text)}** {label}"

    def _field(self, block: Block) -> str:
        field = next((f for f in self._document.fields if f.start == block.start), None)
        return _escaped(block.text) if field is None else _field(field)


def _field(field: FormField) -> str:
    if field.checked is not None:
        return f"- [{'x' if field.checked else ' '}] {_escaped(field.label)}"
    return f"**{_escaped(field.label)}** {_escaped(field.value or '')}".rstrip()


def _by_tag(blocks: list[Block]) -> Iterator[tuple[str | None, list[Block]]]:
    """Runs of blocks in the same call-out; the label itself is not repeated as a block."""
    run: list[Block] = []
    for block in blocks:
        if run and block.tag != run[-1].tag:
            yield run[-1].tag, run
            run = []
        run.append(block)
    if run:
        yield run[-1].tag, run


def _boxed(tag: str, texts: list[str]) -> str:
    """A quotation headed by the call-out's label."""
    inner = [text for text in texts if text.strip("#* ").casefold() != tag.casefold()]
    lines = _joined([f"**{_escaped(tag)}**", *inner]).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _escaped(text: str) -> str:
    return _HTML.sub(r"\\<", text)


def _leads_somewhere(url: str | None) -> bool:
    return bool(url) and url != "#"


def _url(url: str | None) -> str:
    """White space and round brackets would end the link."""
    return re.sub(r"[\s()<>]", lambda match: f"%{ord(match[0]):02X}", url or "")
