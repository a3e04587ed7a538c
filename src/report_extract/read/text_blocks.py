"""Lines of a page → draft blocks: what a line's neighbours tell about it (headings, wrapped items, call-outs)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_extract.model.base import union
from report_extract.model.document import BlockKind, Reader
from report_extract.read.draft import DraftBlock, DraftFigure, DraftPage
from report_extract.read.markdown_inline import InlineWord, inline_words
from report_extract.read.text_cells import box_fields, chart_figures, pipe_table, tab_table
from report_extract.read.text_lines import LineKind, SourceLine, classify
from report_extract.read.text_source import Source, draft_line

# A heading of a paper is a phrase; longer lines are sentences.
HEADING_WORDS = 12
LONE_HEADING_WORDS = 5
SETEXT_LENGTH = 90
# A line shorter than this ends where its writer wanted, not where an 80-column editor wrapped it.
WRAP_COLUMN = 60

_LABEL = re.compile(r"[A-Z(][\w()&/'’?,.-]*(?:\s+[\w()&/'’?,.-]+){0,6}\s?:(?=\s|$)")
_PAIR_VALUE = re.compile(r"[~<>]?[£$]?\d[\d,.]*(?:%|[kmb]n?|st|nd|rd|th)?$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d{2,4})?$")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'’”)\]]*$")
_CONTINUED = (LineKind.words,)


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is to be read: with markup or without; whether its headings are marked as such."""

    markup: bool
    marked_headings: bool


def draft_pages(source: Source, *, reader: Reader, markup: bool) -> tuple[DraftPage, ...]:
    """All pages of a text source as drafts."""
    pages = [
        (number, [classify(raw, row, markup=markup) for row, raw in enumerate(lines)]) for number, lines in source.pages
    ]
    style = Style(markup, any(line.kind is LineKind.heading for _, lines in pages for line in lines))
    drafts: list[DraftPage] = []
    tag: str | None = None
    for number, lines in pages:
        blocks, tag = _tagged(page_blocks(lines, style), tag)
        if drafts and blocks and _runs_on(drafts[-1].blocks, blocks[0]):
            blocks[0] = replace(blocks[0], continues=True)
        width = max((len(line.raw) for line in lines), default=1)
        drafts.append(DraftPage(number, max(1, width), max(1, len(lines)), reader, tuple(blocks)))
    if source.notices:
        drafts[0] = replace(drafts[0], notices=source.notices)
    return tuple(drafts)


def _runs_on(before: Sequence[DraftBlock], first: DraftBlock) -> bool:
    """A paragraph without an end, and the next page begins in lower case: one sentence over the break."""
    if not before or before[-1].kind is not BlockKind.paragraph or first.kind is not BlockKind.paragraph:
        return False
    end, begin = before[-1].lines[-1].words[-1].text, first.lines[0].words[0].text
    return not _ENDS_SENTENCE.search(end) and begin[:1].islower()


def _tagged(blocks: Iterator[DraftBlock], tag: str | None) -> tuple[list[DraftBlock], str | None]:
    """Gives every block the label of the call-out it stands in, which ends at the next label or heading."""
    out: list[DraftBlock] = []
    for block in blocks:
        if block.kind is BlockKind.heading:
            tag = None
        elif block.kind is BlockKind.caption and block.tag:
            tag = block.tag
        out.append(replace(block, tag=tag) if tag else block)
    return out, tag


def page_blocks(lines: Sequence[SourceLine], style: Style) -> Iterator[DraftBlock]:
    """The blocks of one page in the order of its lines."""
    at = 0
    while at < len(lines):
        end = _run_end(lines, at)
        run = lines[at:end]
        match lines[at].kind:
            case LineKind.blank | LineKind.rule | LineKind.comment:
                pass
            case LineKind.chart:
                yield from chart_figures(run[1:])
            case LineKind.pipe:
                yield from [pipe_table(run)] if _has_words(run) else []
            case LineKind.tabbed:
                yield tab_table([line for line in run if line.kind is LineKind.tabbed])
            case LineKind.boxes:
                yield from box_fields(run[0])
            case LineKind.html_list:
                yield from _html_items(run[0])
            case LineKind.tag:
                yield _tag_label(run[0])
            case LineKind.heading:
                yield _block(BlockKind.heading, run, level=run[0].level)
            case LineKind.bullet | LineKind.numbered:
                yield _item(run, lines, at, end, style)
            case LineKind.words:
                yield _paragraph(run, lines, at, end, style)
        at = end


def _has_words(run: Sequence[SourceLine]) -> bool:
    return any(re.search(r"\w", line.raw) for line in run)


def _run_end(lines: Sequence[SourceLine], at: int) -> int:
    """Index after the lines that belong to the one at `at`."""
    kind, end = lines[at].kind, at + 1
    if kind in (LineKind.pipe, LineKind.chart):
        while end < len(lines) and lines[end].kind is LineKind.pipe:
            end += 1
    elif kind is LineKind.tabbed:
        end = _tab_end(lines, end)
    elif kind in (LineKind.bullet, LineKind.numbered, LineKind.words):
        while end < len(lines) and lines[end].kind is LineKind.words and not _breaks(lines[end - 1], lines[end]):
            end += 1
    return end


def _tab_end(lines: Sequence[SourceLine], end: int) -> int:
    """Tabbed lines with at most one empty line between them are one table."""
    last = end
    while end < len(lines) and lines[end].kind in (LineKind.tabbed, LineKind.blank) and end - last < 2:
        end += 1
        if lines[end - 1].kind is LineKind.tabbed:
            last = end
    return last


def _breaks(before: SourceLine, line: SourceLine) -> bool:
    """A "Label: value" line begins a block of its own unless it wraps from a full line."""
    if not _LABEL.match(line.content.lstrip("*_")):
        return False
    return len(before.raw) < WRAP_COLUMN or _LABEL.match(before.content.lstrip("*_")) is not None


def _words_of(line: SourceLine, style: Style) -> tuple[InlineWord, ...]:
    return inline_words(line.content, column=line.column, markup=style.markup)


def _block(
    kind: BlockKind,
    run: Sequence[SourceLine],
    *,
    style: Style = Style(True, True),
    level: int | None = None,
    marker: str | None = None,
) -> DraftBlock:
    words = [_words_of(line, style) for line in run]
    lines = tuple(draft_line(w, line.row) for w, line in zip(words, run, strict=True) if w)
    flat = [w for line in words for w in line]
    return DraftBlock(
        kind,
        union(x.box for x in lines) if lines else draft_line((), run[0].row).box,
        lines=lines,
        bold=bool(flat) and all(w.bold for w in flat),
        italic=bool(flat) and all(w.italic for w in flat),
        level=level,
        marker=marker,
    )


def _tag_label(line: SourceLine) -> DraftBlock:
    block = _block(BlockKind.caption, (line,))
    return replace(block, tag=" ".join(w.text for w in block.lines[0].words))


def _html_items(line: SourceLine) -> Iterator[DraftBlock]:
    for item in re.finditer(r"<li\b[^<>]*>(.*?)(?=<li\b|</li|</ul|</ol|$)", line.raw, re.I):
        words = inline_words(item[1], column=item.start(1))
        if words:
            drafted = draft_line(words, line.row)
            yield DraftBlock(BlockKind.list_item, drafted.box, lines=(drafted,), marker="•")


def _item(run: Sequence[SourceLine], lines: Sequence[SourceLine], at: int, end: int, style: Style) -> DraftBlock:
    first = run[0]
    if first.kind is LineKind.numbered and len(run) == 1 and _lone(lines, at, end):
        title = " ".join(w.text for w in _words_of(first, style))[len(first.marker or "") :].strip()
        if _is_numbered_heading(title, first, style):
            depth = 2 + (first.marker or "").strip(".()").count(".")
            return _block(BlockKind.heading, run, style=style, level=depth, marker=first.marker)
    item = _block(BlockKind.list_item, run, style=style, marker=first.marker)
    return _pair(item, _words_of(first, style)) if first.kind is LineKind.bullet else item


def _is_numbered_heading(title: str, line: SourceLine, style: Style) -> bool:
    if not title or len(title.split()) > HEADING_WORDS or title.endswith((".", ";", ",")):
        return False
    capitals = sum(c.isupper() for c in title) >= 0.8 * sum(c.isalpha() for c in title) > 2
    if capitals:
        return True
    strong = all(w.bold for w in _words_of(line, Style(True, True))[1:])
    named = not style.marked_headings and title[:1].isupper() and len(title.split()) <= LONE_HEADING_WORDS
    return strong or (named and "(" not in (line.marker or "") and not (line.marker or "x")[0].isalpha())


def _pair(item: DraftBlock, words: Sequence[InlineWord]) -> DraftBlock:
    """A bullet that opens with a bold number and goes on in plain words is a figure with its caption."""
    bold = next((i for i, w in enumerate(words) if not w.bold), len(words))
    value = [w.text for w in words[:bold]]
    if not 0 < bold < len(words) or bold > 3 or words[0].url:
        return item
    if not _PAIR_VALUE.match(value[0]) or _YEAR.match(value[0]) or value[-1].endswith((":", ".")):
        return item
    row = int(item.lines[0].box.top)
    label = (draft_line(tuple(words[bold:]), row), *item.lines[1:])
    figure = DraftFigure("pair", draft_line(tuple(words[:bold]), row), label)
    return replace(item, kind=BlockKind.figure_pair, lines=(), figure=figure, bold=False)


def _lone(lines: Sequence[SourceLine], at: int, end: int) -> bool:
    """Between empty lines or the edges of the page."""
    quiet = (LineKind.blank, LineKind.rule, LineKind.heading, LineKind.comment)
    before = at == 0 or lines[at - 1].kind in quiet
    return before and (end >= len(lines) or lines[end].kind in quiet)


def _paragraph(run: Sequence[SourceLine], lines: Sequence[SourceLine], at: int, end: int, style: Style) -> DraftBlock:
    underline = lines[end] if end < len(lines) and lines[end].kind is LineKind.rule else None
    if underline is not None and style.markup and _is_setext(run, underline):
        return _block(BlockKind.heading, run, style=style, level=1 if "=" in underline.raw else 2)
    block = _block(BlockKind.paragraph, run, style=style)
    if not style.marked_headings and len(run) == 1 and _lone(lines, at, end) and _is_lone_heading(block):
        return replace(block, kind=BlockKind.heading, level=2)
    return block


def _is_setext(run: Sequence[SourceLine], underline: SourceLine) -> bool:
    mark = underline.raw.strip()
    return (
        len(run) == 1
        and len(mark) >= 3
        and len(set(mark)) == 1
        and mark[0] in "-="
        and (
            len(run[0].raw) <= SETEXT_LENGTH
            and underline.row == run[0].row + 1
            and not run[0].raw.rstrip().endswith(".")
        )
    )


def _is_lone_heading(block: DraftBlock) -> bool:
    """In a file without marked headings: a short phrase on its own, in capitals or without any digit."""
    text = " ".join(w.text for line in block.lines for w in line.words)
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    if not letters or text[0].islower() or text.endswith((".", ",", ";", "!", "?")) or "@" in text or "://" in text:
        return False
    if all(c.isupper() for c in letters):
        return len(words) <= HEADING_WORDS
    if re.search(r":\s", text) or any(c.isdigit() for c in text):
        return False
    return len(words) <= (LONE_HEADING_WORDS + text.endswith(":"))
