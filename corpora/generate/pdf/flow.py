"""Pours blocks into the columns of pages, and remembers on which page each block's words came to stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpora.generate import blocks as b
from corpora.generate.markup import plain
from corpora.generate.pdf.charts import draw_chart
from corpora.generate.pdf.lines import Line, Run, Style, break_lines, line_text
from corpora.generate.pdf.look import TAG_COLORS, Look
from corpora.generate.pdf.pairs import draw_pairs
from corpora.generate.pdf.sheet import Entry, Sheet, put_box, put_line, put_link
from corpora.generate.pdf.tables import group_rows, table_rows
from reportlab.pdfbase.pdfmetrics import stringWidth

BOX_PAD = 8.0
BULLET_INDENT = 12.0


@dataclass
class OpenBox:
    tag: str
    start: int  # index of the operation before which the ground is drawn
    top: float
    first: bool = True


class Flow:
    """One document being set. `sheets` are done pages; `y` is the pen."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.sheets: list[Sheet] = []
        self.block = 0
        self.inset = 0.0
        self.box: OpenBox | None = None
        self.shown: list[tuple[b.Table | b.Pairs | b.Chart, int]] = []  # with the block number

    # pages and columns

    def new_page(self, section: b.Section, *, template: str = "body", whole: bool = False) -> Sheet:
        self.section = section
        sheet = Sheet(len(self.sheets) + 1, template, section.tab, section.strip, section.nasty)
        self.sheets.append(sheet)
        self.frames = self.look.frames(section.columns, whole=whole)
        self.low = self.frames[0][1]
        self._enter(0)
        return sheet

    def _enter(self, column: int) -> None:
        self.column = column
        self.x, self.y, self.width, self.bottom = self.frames[column]

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def next_column(self) -> None:
        self._close_ground()
        self.low = min(self.low, self.y)
        if self.column + 1 < len(self.frames):
            self._enter(self.column + 1)
        else:
            self.new_page(self.section)
        if self.box:
            self.box = replace(self.box, start=len(self.sheet.operations), top=self.y, first=False)
            self.y -= BOX_PAD

    def room(self, height: float) -> bool:
        return self.y - height >= self.bottom + (BOX_PAD if self.box else 0)

    def span(self) -> None:
        """From here on the rest of the page is one wide column (after the title), then the columns go on below."""
        top = self.y
        self.frames = self.look.frames(self.section.columns, top)
        self._enter(0)

    def wide(self, columns: int) -> None:
        """Below everything that the page holds so far: one column over the whole width, or columns again."""
        self.low = min(self.low, self.y) - 4
        self.frames = self.look.frames(columns, self.low, whole=True)
        self._enter(0)

    # text

    def rows(self, lines: list[Line], style: Style, kind: str, *, indent: float = 0.0, level: int = 0) -> None:
        """Lines of one block; a widow or an orphan line is avoided where the block has four lines or more."""
        for i, line in enumerate(lines):
            keep = style.leading * (2 if i == 0 and len(lines) > 3 else 1)
            if i == len(lines) - 2 and len(lines) > 3:
                keep = style.leading * 2
            if not self.room(keep):
                self.next_column()
            self.y -= style.leading
            x, width = self.x + self.inset + indent, self.width - 2 * self.inset - indent
            slow = self.section.nasty == "characters"
            draw = put_line(
                line,
                x,
                self.y + 3,
                size=style.size,
                color=style.color,
                align=style.align,
                width=width,
                by_character=slow,
                stretch=self.look.justify and kind == "paragraph" and i < len(lines) - 1,
            )
            self.sheet.add(draw, column=self.column)
            self.sheet.note(self.block, kind, line_text(line), level=level)

    def lines(self, text: str, style: Style, *, indent: float = 0.0) -> list[Line]:
        width = self.width - 2 * self.inset - indent
        return break_lines(plain(text), width, face=self.look.face, style=style, hyphenate=self.look.hyphenate)

    # blocks

    def heading(self, block: b.Heading) -> None:
        style = self.look.headings[block.level - 1]
        if not self.room(style.leading + 3 * self.look.body.leading):
            self.next_column()
        if block.level == 2 and self.look.side_headings and self.x > self.look.margins[0] and len(self.frames) == 1:
            self._side_heading(block, style)
            return
        self.y -= 4
        self.rows(self.lines(block.text, style), style, "heading", level=block.level)
        self.y -= 2

    def _side_heading(self, block: b.Heading, style: Style) -> None:
        """In the margin column, level with the text that it heads; the pen does not move."""
        margin = self.look.side_headings
        width = margin - 14
        for i, line in enumerate(break_lines(plain(block.text), width, face=self.look.face, style=style)):
            y = self.y - (i + 1) * style.leading + 3
            draw = put_line(line, self.x - margin, y, size=style.size, color=style.color)
            self.sheet.add(draw, column=self.column)
            self.sheet.note(self.block, "heading", line_text(line), level=block.level)

    def para(self, block: b.Para) -> None:
        self.rows(self.lines(block.text, self.look.body), self.look.body, "paragraph")
        self.y -= 6

    def bullets(self, block: b.Bullets) -> None:
        for i, item in enumerate(block.items, 1):
            self.block += 0 if i == 1 else 1
            mark = f"{i}." if block.numbered else "•"
            text = f"{mark} {plain(item)}"
            style = self.look.body
            lines = break_lines(text, self.width - 2 * self.inset - BULLET_INDENT, face=self.look.face, style=style)
            self.rows(lines, style, "list_item", indent=4.0)
            self.y -= 2.5
        self.y -= 4

    def box_block(self, block: b.Box) -> None:
        tag_height = 14.0
        if not self.room(tag_height + BOX_PAD + 3 * self.look.body.leading):
            self.next_column()
        tag_style = Style(size=7.6, leading=tag_height, bold=True, color="#FFFFFF")
        color = TAG_COLORS.get(block.tag.split(" ")[0], self.look.accent)
        line = break_lines(block.tag, 300, face=self.look.face, style=tag_style)[0]
        self.y -= tag_height
        bare = self.look.box_style == "rule"
        if not bare:
            ground = put_box(self.x, self.y, 20 + 5.2 * len(block.tag), tag_height, fill=color)
            self.sheet.add(ground, column=self.column)
        ink = color if bare else "#FFFFFF"
        self.sheet.add(put_line(line, self.x + 8, self.y + 4, size=7.6, color=ink), column=self.column)
        self.sheet.note(self.block, "tag", block.tag)
        self.box = OpenBox(block.tag, len(self.sheet.operations), self.y)
        self.inset, self.y = BOX_PAD, self.y - BOX_PAD + 2
        for inner in block.blocks:
            self.block += 1
            self.place(inner)
        self._close_ground()
        self.box, self.inset = None, 0.0
        self.y -= 9

    def _close_ground(self) -> None:
        if not self.box:
            return
        bottom = self.y - 2
        color = TAG_COLORS.get(self.box.tag.split(" ")[0], self.look.accent)
        height = self.box.top - bottom
        if self.look.box_style == "rule":
            ground = put_box(self.x, bottom, 2.4, height + (14 if self.box.first else 0), fill=color)
        else:
            ground = put_box(self.x, bottom, self.width, height, fill=self.look.tint, stroke=color)
        self.sheet.operations.insert(self.box.start, (self.column, ground))
        self.y = bottom

    def table(self, block: b.Table) -> None:
        if block.title:
            self.heading(b.Heading(block.title, 3))
            self.block += 1
        self.shown.append((block, self.block))
        rows = table_rows(block, self.width - 2 * self.inset, look=self.look)
        header, body = rows[0], rows[1:]
        if not self.room(sum(row.height for row in rows[:2])):
            self.next_column()
        for row in [*group_rows(block, header), header]:
            self._table_row(row)
        for row in body:
            if not self.room(row.height):
                self.next_column()
                if block.rules != "form":
                    self._table_row(header)
            self._table_row(row)
        self.y -= 9

    def _table_row(self, row) -> None:  # type: ignore[no-untyped-def]
        self.y -= row.height
        for draw in row.draw(self.x + self.inset, self.y):
            self.sheet.add(draw, column=self.column)
        self.sheet.note(self.block, "table", row.text)

    def figure(self, block: b.Pairs | b.Chart) -> None:
        self.shown.append((block, self.block))
        draw = draw_pairs if isinstance(block, b.Pairs) else draw_chart
        plan = draw(block, self.width - 2 * self.inset, look=self.look)  # type: ignore[arg-type]
        if not self.room(plan.height):
            self.next_column()
        if not self.room(plan.height):
            raise ValueError(f"no page holds this figure: {block}")
        self.y -= plan.height
        for operation in plan.draw(self.x + self.inset, self.y):
            self.sheet.add(operation, column=self.column)
        for text in plan.texts:
            self.sheet.note(self.block, "pair" if isinstance(block, b.Pairs) else "chart", text)
        self.y -= 8

    def link(self, block: b.Link) -> None:
        style = self.look.body
        lines = self.lines(f"{block.before} {block.text}", style)
        self.rows(lines, style, "paragraph")
        last = line_text(lines[-1])
        right = self.x + self.inset + stringWidth(last, self.look.face.regular, style.size)
        left = right - stringWidth(block.text, self.look.face.regular, style.size)
        self.sheet.add(put_link(left, self.y, right, block.url), column=self.column)
        self.y -= 6

    def footnote(self, block: b.Footnote) -> None:
        style = Style(size=7, leading=8.6, color="#555555")
        left, _, _, foot = self.look.margins
        y = foot - 6 - style.leading * len(self.sheet.footnotes)
        line = break_lines(plain(block.text), 10_000, face=self.look.face, style=style)[0]
        self.sheet.add(put_line(line, left, y, size=style.size, color=style.color), column=self.column)
        self.sheet.footnotes.append(Entry(self.block, "footnote", lines=[line_text(line)]))

    def boxes(self, block: b.Boxes) -> None:
        style, half = self.look.body, self.width / 2
        for i in range(0, len(block.items), 2):
            self.y -= 18
            for j, (label, ticked) in enumerate(block.items[i : i + 2]):
                x = self.x + j * half
                self.sheet.add(put_box(x, self.y, 10, 10, stroke="#222222"), column=self.column)
                if ticked:
                    self.sheet.add(
                        put_line((Run("\u2713", "ZapfDingbats"),), x + 1, self.y + 1.5, size=9, color="#222222"),
                        column=self.column,
                    )
                self.sheet.add(
                    put_line(
                        (Run(label, self.look.face.regular),), x + 16, self.y + 1.5, size=style.size, color=style.color
                    ),
                    column=self.column,
                )
                self.sheet.note(self.block, "paragraph", f"{'[x]' if ticked else '[ ]'} {label}")
        self.y -= 8

    def place(self, block: b.Block) -> None:
        match block:
            case b.Heading():
                self.heading(block)
            case b.Para():
                self.para(block)
            case b.Bullets():
                self.bullets(block)
            case b.Box():
                self.box_block(block)
            case b.Table():
                self.table(block)
            case b.Link():
                self.link(block)
            case b.Boxes():
                self.boxes(block)
            case b.Break(to="column"):
                self.next_column()
            case b.Break(to="wide"):
                self.wide(1)
            case b.Break(to="columns"):
                self.wide(self.section.columns)
            case b.Footnote():
                self.footnote(block)
            case b.Break():
                self.new_page(self.section)
            case _:
                self.figure(block)
