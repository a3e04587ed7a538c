"""The body of a Word file, part by part → the flow: headings, paragraphs, lists, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_extract.model.document import BlockKind
from report_extract.read.docx.furniture import furniture_of
from report_extract.read.docx.headings import HeadingSense
from report_extract.read.docx.numbering import Marker, Numbering
from report_extract.read.docx.package import MC, Element, Package, W, is_on, value_of
from report_extract.read.docx.runs import Paragraph, RunReader, box_state, chosen
from report_extract.read.docx.styles import ParagraphStyle, Styles, numbered_by, outline_level
from report_extract.read.docx.tables import CellReader, cell_controls, grid_tables, only_cell
from report_extract.read.flow import Flow, Span
from report_extract.read.listmarks import typed_mark

WRAPPERS = frozenset(W + name for name in ("sdtContent", "customXml", "ins", "moveTo"))
LONGEST_COMMENT = 200  # characters of a comment that a notice repeats


class BodyReader:
    """Reads one file into a flow."""

    def __init__(self, package: Package, flow: Flow) -> None:
        self.package, self.flow = package, flow
        self.styles = Styles(package)
        self.numbering = Numbering(package)
        self.runs = RunReader(package, self.styles)
        self.headings = HeadingSense(self.styles.default_size)
        self._notes: list[tuple[str, str]] = []

    def read(self) -> None:
        """The whole body."""
        self._sections = iter(self.package.body.iter(W + "sectPr"))
        self._begin_section()
        self._blocks(self.package.body)
        self._write_notes()
        self._tell_changes()

    def _blocks(self, parent: Element) -> None:
        for child in parent.iterchildren("*"):
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == W + "sdt":
                self._control(child)
            elif child.tag == MC + "AlternateContent":
                self._blocks(chosen(child))
            elif child.tag in WRAPPERS:
                self._blocks(child)

    def _control(self, element: Element) -> None:
        content = element.find(W + "sdtContent")
        if content is not None:
            self._blocks(content)

    def _paragraph(self, element: Element) -> None:
        properties = element.find(W + "pPr")
        style = self.styles.paragraph(value_of(properties, "pStyle"))
        if style.breaks_page or is_on(properties, "pageBreakBefore"):
            self._new_page()
        found = self.runs.read(element, style)
        if found.text.strip():
            self._write(found, style, properties)
        else:
            for _ in found.parts[1:]:
                self._new_page()
        self._attachments(found)
        if properties is not None and properties.find(W + "sectPr") is not None:
            if value_of(properties.find(W + "sectPr"), "type") != "continuous":
                self._new_page()
            self._begin_section()

    def _write(self, found: Paragraph, style: ParagraphStyle, properties: Element | None) -> None:
        marker = self._marker(style, properties)
        level = outline_level(properties) or self.headings.level_of(found, style, marker)
        typed = typed_mark(found.text) if marker is None else None
        text = marker.text if marker else typed.text if typed else None
        kind = _kind_of(style, level, text)
        spans = found.parts[0]
        if marker and not marker.is_bullet:
            spans = [_opening(spans, marker.text), *spans]
        elif typed and typed.is_bullet and level is None:
            spans = without_start(spans, typed.end)
        begun = False
        for i, part in enumerate([spans, *found.parts[1:]]):
            if i:
                self._new_page()
            for piece in _separated(part):
                self.flow.write(kind, piece, level=level, marker=None if begun else text, continues=begun and i > 0)
                begun = True

    def _marker(self, style: ParagraphStyle, properties: Element | None) -> Marker | None:
        numbered = numbered_by(properties) or style.numbered
        if numbered is None or numbered.list_id == "0":
            return None
        return self.numbering.next(numbered)

    def _attachments(self, found: Paragraph) -> None:
        self._notes.extend(found.notes)
        for key in found.comments:
            self._tell_comment(key)
        for box in found.boxes:
            self._blocks(box)

    def _table(self, element: Element) -> None:
        framed = only_cell(element)
        if framed is not None:
            self._blocks(framed)
            return
        collected = Paragraph()
        title = self._caption()
        for part in grid_tables(element, self._cell_reader(collected)):
            if part.continues:
                self._new_page()
            self.flow.table(part.cells, header_rows=part.header_rows, title=title, continues=part.continues)
        self._attachments(collected)

    def _caption(self) -> str | None:
        last = self.flow.blocks[-1] if self.flow.blocks else None
        if last is None or last.kind is not BlockKind.caption:
            return None
        return " ".join(w.text for line in last.lines for w in line.words)

    def _cell_reader(self, collected: Paragraph) -> CellReader:
        """Reads cells; comments, notes and text boxes in them are kept for after the table."""

        def read(cell: Element) -> tuple[list[Span], bool]:
            checked = cell_controls(cell)
            if checked is not None:
                return [Span("☒" if checked else "☐")], False
            spans: list[Span] = []
            ends_page = False
            for found, marker in self._paragraphs_in(cell):
                collected.comments += found.comments
                collected.notes += found.notes
                collected.boxes += found.boxes
                ends_page = ends_page or len(found.parts) > 1
                if found.text.strip():
                    before = [Span("\n")] if spans else []
                    spans += [*before, *([_opening(found.spans, marker.text)] if marker else []), *found.spans]
            return spans, ends_page

        return read

    def _paragraphs_in(self, parent: Element) -> Iterator[tuple[Paragraph, Marker | None]]:
        """The paragraphs of a cell; those of tables in it row by row."""
        for child in parent.iterchildren("*"):
            if child.tag == W + "p":
                properties = child.find(W + "pPr")
                style = self.styles.paragraph(value_of(properties, "pStyle"))
                yield self.runs.read(child, style), self._marker(style, properties)
            elif child.tag == W + "tr":
                row = [self._joined(cell) for cell in child.iter(W + "tc")]
                yield Paragraph(parts=[[s for spans in row for s in (*spans, Span(" "))]]), None
            elif child.tag == W + "sdt" and (checked := box_state(child)) is not None:
                yield Paragraph(parts=[[Span("☒" if checked else "☐")]]), None
            elif child.tag in (W + "tbl", W + "sdt", W + "sdtContent"):
                yield from self._paragraphs_in(child)

    def _joined(self, cell: Element) -> list[Span]:
        found = [paragraph for paragraph, _ in self._paragraphs_in(cell)]
        return [span for paragraph in found for span in (*paragraph.spans, Span(" "))]

    def _new_page(self) -> None:
        self._write_notes()
        self.flow.new_page()

    def _write_notes(self) -> None:
        for key in self._notes:
            note = self.package.notes.get(key)
            for element in note.iterchildren(W + "p") if note is not None else ():
                found = self.runs.read(element, self.styles.paragraph(None))
                self.flow.write(BlockKind.footnote, found.spans)
        self._notes = []

    def _begin_section(self) -> None:
        section = next(self._sections, None)
        if section is not None:
            for element in furniture_of(section, self.package):
                self.flow.write(BlockKind.furniture, self.runs.read(element, self.styles.paragraph(None)).spans)

    def _tell_comment(self, key: str) -> None:
        comment = self.package.comments.get(key)
        if comment is not None:
            words = " ".join("".join(t.text or "" for t in comment.iter(W + "t")).split())
            author = comment.get(W + "author") or "someone"
            text = words[:LONGEST_COMMENT] + ("…" if len(words) > LONGEST_COMMENT else "")
            self.flow.note("word_comments", "warning", f"A comment by {author} was left in the file: “{text}”")

    def _tell_changes(self) -> None:
        counts = ((self.runs.insertions, "insertion"), (self.runs.deletions, "deletion"))
        said = [f"{n} {what}{'s' if n > 1 else ''}" for n, what in counts if n]
        if said:
            message = (
                f"Tracked changes were left in the file ({' and '.join(said)}); it was read as if all were accepted"
            )
            self.flow.note("tracked_changes", "warning", message)


def _kind_of(style: ParagraphStyle, level: int | None, marker: str | None) -> BlockKind:
    if level is not None:
        return BlockKind.heading
    if style.name.lower() == "caption":
        return BlockKind.caption
    return BlockKind.list_item if marker else BlockKind.paragraph


def _opening(spans: Sequence[Span], marker: str) -> Span:
    """A list number that Word prints without its being in the text, in the look of the item's first words."""
    look = next((s for s in spans if s.text.strip()), Span(""))
    return replace(look, text=marker + " ", url=None)


def without_start(spans: Sequence[Span], count: int) -> list[Span]:
    """The spans without their first `count` characters."""
    left: list[Span] = []
    for span in spans:
        cut = min(count, len(span.text))
        count -= cut
        if span.text[cut:]:
            left.append(replace(span, text=span.text[cut:]))
    return left


def _separated(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """A paragraph with empty lines in it (two line breaks in a row) is several to the eye."""
    piece: list[Span] = []
    line_is_empty = False
    for span in spans:
        for i, text in enumerate(span.text.split("\n")):
            if i and line_is_empty and piece:
                yield piece
                piece = []
            elif i:
                piece.append(replace(span, text="\n"))
            line_is_empty = not text.strip() if i else line_is_empty and not text.strip()
            if text:
                piece.append(replace(span, text=text))
    if piece:
        yield piece
