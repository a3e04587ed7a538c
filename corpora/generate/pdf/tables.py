"""Table rows: ruled, half-ruled or bare; ticks and crosses as ZapfDingbats glyphs or as vector strokes."""

from __future__ import annotations

from dataclasses import dataclass

from corpora.generate import blocks as b
from corpora.generate.markup import plain
from corpora.generate.pdf.lines import Line, Run, Style, break_lines
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.sheet import Draw, put_box, put_line, put_rule

PAD = 4.0
GLYPHS = {"yes": "\u2713", "no": "\u2717"}
TICK_COLOR, CROSS_COLOR = "#1B7F6B", "#B3261E"


@dataclass(frozen=True)
class Cell:
    lines: tuple[Line, ...]
    tick: str | None = None


@dataclass(frozen=True)
class TableRow:
    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    height: float
    text: str
    header: bool
    table: b.Table
    look: Look

    def draw(self, x: float, y: float) -> list[Draw]:
        out: list[Draw] = []
        total = sum(self.widths)
        if self.header and self.table.rules in ("ruled", "half"):
            out.append(
                put_box(
                    x, y, total, self.height, fill=self.look.accent if self.table.rules == "ruled" else self.look.tint
                )
            )
        left = x
        for cell, width in zip(self.cells, self.widths, strict=True):
            if self.table.rules in ("ruled", "form"):
                out.append(put_box(left, y, width, self.height, stroke="#9FB3C1"))
            out.extend(self._cell(cell, left, y, width))
            left += width
        if self.table.rules == "half":
            out.append(put_rule(x, y, x + total, y))
        return out

    def _cell(self, cell: Cell, x: float, y: float, width: float) -> list[Draw]:
        style = self.look.tables
        if cell.tick:
            return self._tick(cell.tick, x + width / 2, y + self.height / 2)
        color = "#FFFFFF" if self.header and self.table.rules == "ruled" else style.color
        top = y + self.height - PAD
        return [
            put_line(line, x + PAD, top - (i + 1) * style.leading + 2.5, size=style.size, color=color)
            for i, line in enumerate(cell.lines)
        ]

    def _tick(self, tick: str, x: float, y: float) -> list[Draw]:
        color = TICK_COLOR if tick == "yes" else CROSS_COLOR
        if self.table.ticks == "glyph":
            return [put_line((Run(GLYPHS[tick], "ZapfDingbats"),), x - 4, y - 3.5, size=10, color=color)]
        if tick == "yes":
            return [
                put_rule(x - 4, y, x - 1, y - 3.5, color=color, line=1.6),
                put_rule(x - 1, y - 3.5, x + 4.5, y + 4, color=color, line=1.6),
            ]
        return [
            put_rule(x - 3.5, y - 3.5, x + 3.5, y + 3.5, color=color, line=1.6),
            put_rule(x - 3.5, y + 3.5, x + 3.5, y - 3.5, color=color, line=1.6),
        ]


def table_rows(table: b.Table, width: float, *, look: Look) -> list[TableRow]:
    shares = table.widths or tuple(1.0 for _ in table.header)
    widths = tuple(width * s / sum(shares) for s in shares)
    return [_row(table, cells, widths, look=look, header=i == 0) for i, cells in enumerate((table.header, *table.rows))]


def _row(table: b.Table, texts: tuple[str, ...], widths: tuple[float, ...], *, look: Look, header: bool) -> TableRow:
    style = Style(look.tables.size, look.tables.leading, bold=header and table.rules != "form")
    cells = []
    for i, text in enumerate(texts):
        if i in table.tick_columns and text in GLYPHS and not header:
            cells.append(Cell((), text))
        else:
            cells.append(Cell(tuple(break_lines(plain(text), widths[i] - 2 * PAD, face=look.face, style=style))))
    height = max([len(c.lines) for c in cells] + [1]) * style.leading + 2 * PAD
    return TableRow(tuple(cells), widths, height, row_text(table, texts), header, table, look)


def row_text(table: b.Table, texts: tuple[str, ...]) -> str:
    printed = [
        GLYPHS[t] if i in table.tick_columns and t in GLYPHS else plain(t).replace("**", "").replace("\n", " ")
        for i, t in enumerate(texts)
    ]
    return "\t".join(printed)


def group_rows(table: b.Table, header: TableRow) -> list[TableRow]:
    """The first header row of merged cells, if there is one."""
    if not table.groups:
        return []
    widths, at = [], 0
    for _, count in table.groups:
        widths.append(sum(header.widths[at : at + count]))
        at += count
    style = Style(header.look.tables.size, header.look.tables.leading, bold=True)
    cells = tuple(Cell(tuple(break_lines(text, 1_000, face=header.look.face, style=style))) for text, _ in table.groups)
    text = "\t".join(part for name, count in table.groups for part in (name, *[""] * (count - 1)))
    return [TableRow(cells, tuple(widths), style.leading + 2 * PAD, text, True, table, header.look)]
