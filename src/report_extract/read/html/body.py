"""The elements of a web page in order → the flow; what surrounds the paper goes to the furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from report_extract.model.document import BlockKind
from report_extract.read.flow import Flow, FlowCell, Span, is_all
from report_extract.read.html.page import Element, is_around, is_shown, main_part
from report_extract.read.html.spans import BLOCKS, FILE_SIZE, child_spans, is_file_note, own_text, spans_of
from report_extract.read.html.tables import grid_table, is_layout
from report_extract.read.listmarks import typed_mark

DEEPEST = 200  # nested elements; browsers stop at 512, real pages stay under 40
MOST_WORDS = 14  # of a bold paragraph that is a heading
NESTED = frozenset({"ul", "ol", "table"})  # read after the words of the list item that they stand in
LETTERS = "abcdefghijklmnopqrstuvwxyz"

_HEADING = re.compile(r"h([1-6])")
_SENTENCE_END = re.compile(r"[.;,!]\s*$")
_LABEL_AND_VALUE = re.compile(r":\s+\S")


class BodyReader:
    """Reads one page into a flow."""

    def __init__(self, flow: Flow, root: Element, *, all_is_content: bool = False) -> None:
        body = root.find("body")
        self.flow, self._all_is_content = flow, all_is_content
        self._start = body if body is not None else root
        self._main = None if all_is_content else main_part(self._start)
        self._level = 1

    def read(self) -> None:
        """Everything that is shown; where the page names its main part, all else is around it."""
        self._blocks(self._start, around=self._main is not None, depth=0)

    def _blocks(self, parent: Element, *, around: bool, depth: int) -> None:
        """Block by block; words that stand loose between blocks are paragraphs."""
        loose: list[Span] = list(own_text(parent.text))
        for child in parent.iterchildren():
            if is_shown(child):
                if child.tag in BLOCKS or _has_block(child) or self._is_around(child):
                    self._paragraph(loose, around=around)
                    loose = []
                    self._block(child, around=around, depth=depth + 1)
                else:
                    loose.extend(child_spans(child))
            loose.extend(own_text(child.tail))
        self._paragraph(loose, around=around)

    def _block(self, element: Element, *, around: bool, depth: int) -> None:
        around = element is not self._main and (around or self._is_around(element))
        tag = element.tag
        if depth >= DEEPEST:
            self._paragraph([Span(" ".join(element.text_content().split()))], around=around)
        elif is_file_note(element):
            self._paragraph(spans_of(element), around=True)
        elif around:
            self._blocks(element, around=True, depth=depth)
        elif tag == "table" and not is_layout(element):
            grid = grid_table(element)
            self.flow.table(grid.cells, header_rows=grid.header_rows, title=grid.title)
        elif tag in ("ul", "ol"):
            self._list(element, depth)
        elif tag == "dl":
            self.flow.table(_definitions(element))
        elif heading := _HEADING.fullmatch(tag):
            self._level = int(heading[1])
            self.flow.write(BlockKind.heading, list(spans_of(element)), level=self._level)
        elif tag in ("figcaption", "caption"):
            self.flow.write(BlockKind.caption, list(spans_of(element)))
        elif tag in ("summary", "legend"):
            self.flow.write(BlockKind.heading, list(spans_of(element)), level=self._level + 1)
        elif _has_block(element):
            self._blocks(element, around=False, depth=depth)
        else:
            self._paragraph(spans_of(element), around=False)

    def _is_around(self, element: Element) -> bool:
        return not self._all_is_content and is_around(element)

    def _paragraph(self, found: Iterable[Span], *, around: bool) -> None:
        spans = list(found)
        text = " ".join("".join(s.text for s in spans).split())
        typed = typed_mark(text)
        if not text or FILE_SIZE.match(text):
            return
        if around:
            self.flow.write(BlockKind.furniture, spans)
        elif typed is None and is_all(spans, "bold") and _reads_like_heading(text):
            self.flow.write(BlockKind.heading, spans, level=self._level + 1)
        else:
            kind = BlockKind.list_item if typed else BlockKind.paragraph
            self.flow.write(kind, spans, marker=typed.text if typed else None)

    def _list(self, element: Element, depth: int) -> None:
        number = _start(element)
        for item in element.iterchildren():
            if item.tag != "li" or not is_shown(item):
                if is_shown(item):
                    self._block(item, around=False, depth=depth + 1)
                continue
            marker = _marker(element, item, number)
            number += 1
            spans = list(spans_of(item, skip=NESTED))
            if marker != "•" and spans:
                spans = [replace(spans[0], text=f"{marker} ", url=None), *spans]
            self.flow.write(BlockKind.list_item, spans, marker=marker)
            for nested in item.iterchildren(*NESTED):
                if is_shown(nested):
                    self._block(nested, around=False, depth=depth + 1)


def _has_block(element: Element) -> bool:
    return any(e.tag in BLOCKS for e in element.iterdescendants())


def _reads_like_heading(text: str) -> bool:
    if len(text.split()) > MOST_WORDS or not any(c.isalpha() for c in text):
        return False
    return not (_SENTENCE_END.search(text) or _LABEL_AND_VALUE.search(text) or "@" in text)


def _definitions(element: Element) -> list[FlowCell]:
    """Terms and what they mean as rows of two cells; a list within groups (div) is one list."""
    cells: list[FlowCell] = []
    row = -1
    for child in element.iterdescendants("dt", "dd"):
        if child.tag == "dt" or not cells or cells[-1].column == 1:
            row += 1
        cells.append(FlowCell(row, int(child.tag == "dd"), tuple(spans_of(child))))
    return cells


def _start(element: Element) -> int:
    text = element.get("start") or "1"
    return int(text) if text.isdigit() and len(text) < 6 else 1


def _marker(listed: Element, item: Element, number: int) -> str:
    """What a browser prints before the item."""
    if listed.tag == "ul":
        return "•"
    value = item.get("value") or ""
    count = int(value) if value.isdigit() and len(value) < 6 else number
    kind = listed.get("type") or "1"
    if kind in ("a", "A") and 1 <= count <= len(LETTERS):
        letter = LETTERS[count - 1]
        return f"{letter if kind == 'a' else letter.upper()}."
    return f"{count}."
