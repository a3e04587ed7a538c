"""Column and bar charts drawn as rectangles, each with its value label, category names and a legend."""

from __future__ import annotations

from corpora.generate import blocks as b
from corpora.generate.pdf.lines import Run, Style, break_lines
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.pairs import PALETTE, Plan
from corpora.generate.pdf.sheet import Draw, put_box, put_line, put_rule

PLOT_HEIGHT = 150.0
LABEL = Style(size=9, leading=10.8, align="center")


def draw_chart(block: b.Chart, width: float, *, look: Look) -> Plan:
    height = (
        PLOT_HEIGHT + 64
        if block.kind == "columns"
        else 26 * len(block.categories) * max(1, len(block.series) * 0.6) + 46
    )
    texts = [block.title, "| Category | " + " | ".join(block.series) + " |"]
    texts += [f"| {c} | " + " | ".join(str(v[i]) for v in block.values) + " |" for i, c in enumerate(block.categories)]

    def draw(x: float, y: float) -> list[Draw]:
        title = break_lines(block.title, width, face=look.face, style=Style(size=9.5, bold=True))[0]
        out = [put_line(title, x, y + height - 12, size=9.5, color=look.accent)]
        out += _legend(block, x, y + height - 28, look=look)
        out += (
            _columns(block, x, y, width, look=look)
            if block.kind == "columns"
            else _bars(block, x, y, width, height, look=look)
        )
        return out

    return Plan(height, draw, tuple(texts))


def _legend(block: b.Chart, x: float, y: float, *, look: Look) -> list[Draw]:
    out: list[Draw] = []
    for i, name in enumerate(block.series):
        out.append(put_box(x + i * 90, y, 7, 7, fill=PALETTE[i]))
        out.append(put_line((Run(name, look.face.regular),), x + i * 90 + 11, y + 0.5, size=9, color="#222222"))
    return out


def _columns(block: b.Chart, x: float, y: float, width: float, *, look: Look) -> list[Draw]:
    base, top = y + 24, max(max(v) for v in block.values)
    slot = width / len(block.categories)
    bar = min(26.0, slot * 0.75 / len(block.series))
    out: list[Draw] = [put_rule(x, base, x + width, base)]
    for i, category in enumerate(block.categories):
        start = x + i * slot + (slot - bar * len(block.series)) / 2
        for j, values in enumerate(block.values):
            height = values[i] / top * (PLOT_HEIGHT - 14)
            out.append(put_box(start + j * bar, base, bar - 2, height, fill=PALETTE[j]))
            label = (Run(str(values[i]), look.face.bold),)
            out.append(
                put_line(
                    label,
                    start + j * bar,
                    base + height + 2,
                    size=LABEL.size,
                    color="#222222",
                    align="center",
                    width=bar - 2,
                )
            )
        for k, line in enumerate(break_lines(category, slot - 4, face=look.face, style=LABEL)):
            out.append(
                put_line(
                    line,
                    x + i * slot + 2,
                    base - 10 - k * LABEL.leading,
                    size=LABEL.size,
                    color="#222222",
                    align="center",
                    width=slot - 4,
                )
            )
    return out


def _bars(block: b.Chart, x: float, y: float, width: float, height: float, *, look: Look) -> list[Draw]:
    names, top = width * 0.36, max(max(v) for v in block.values)
    slot = (height - 40) / len(block.categories)
    bar = slot * 0.72 / len(block.series)
    out: list[Draw] = [put_rule(x + names, y, x + names, y + height - 40)]
    for i, category in enumerate(block.categories):
        upper = y + height - 40 - i * slot
        out.append(
            put_line(
                (Run(category, look.face.regular),),
                x,
                upper - slot / 2 - 2,
                size=LABEL.size,
                color="#222222",
                align="right",
                width=names - 6,
            )
        )
        for j, values in enumerate(block.values):
            length = values[i] / top * (width - names - 34)
            low = upper - (j + 1) * bar - slot * 0.1
            out.append(put_box(x + names, low, length, bar - 1.5, fill=PALETTE[j]))
            out.append(
                put_line(
                    (Run(str(values[i]), look.face.bold),),
                    x + names + length + 4,
                    low + bar / 2 - 3,
                    size=LABEL.size,
                    color="#222222",
                )
            )
    return out
