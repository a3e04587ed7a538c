"""Infographics: big numbers, in circles or bare, with captions beneath, above or beside."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from corpora.generate import blocks as b
from corpora.generate.pdf.lines import Style, break_lines
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.sheet import Draw, put_line
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

NUMBER = Style(size=21, leading=25, bold=True, color="#FFFFFF", align="center")
CAPTION = Style(size=9.8, leading=11.8, align="center")
CIRCLE = 33.0  # radius in points
PALETTE = ("#12324A", "#1B7F6B", "#7A3E8E", "#A65A00", "#1F5FA8")


@dataclass(frozen=True)
class Plan:
    height: float
    draw: Callable[[float, float], list[Draw]]
    texts: tuple[str, ...]


def draw_pairs(block: b.Pairs, width: float, *, look: Look) -> Plan:
    cell_width = width / block.columns
    cell_height = 84.0 if block.position == "beside" else 2 * CIRCLE + 44
    count = math.ceil(len(block.pairs) / block.columns)

    def draw(x: float, y: float) -> list[Draw]:
        out: list[Draw] = []
        for i, pair in enumerate(block.pairs):
            row, column = divmod(i, block.columns)
            left, top = x + column * cell_width, y + (count - row) * cell_height
            out.extend(_pair(block, pair, left, top, cell_width, color=PALETTE[i % len(PALETTE)], look=look))
        return out

    return Plan(count * cell_height, draw, tuple(f"**{p.value}** {p.caption}" for p in block.pairs))


def _pair(block: b.Pairs, pair: b.Pair, left: float, top: float, width: float, *, color: str, look: Look) -> list[Draw]:
    beside = block.position == "beside"
    caption_width = width - 2 * CIRCLE - 14 if beside else width - 12
    style = Style(CAPTION.size, CAPTION.leading, align="left" if beside else "center")
    captions = break_lines(pair.caption, caption_width, face=look.face, style=style)
    if block.position == "above":
        centre = (left + width / 2, top - 40 - CIRCLE)
        first = top - 35 + CAPTION.leading * (len(captions) - 1)
    elif beside:
        centre = (left + CIRCLE, top - 4 - CIRCLE)
        first = centre[1] + CAPTION.leading * len(captions) / 2 - CAPTION.size + 1
    else:
        centre = (left + width / 2, top - 4 - CIRCLE)
        first = centre[1] - CIRCLE - CAPTION.leading - 2
    x = left + 2 * CIRCLE + 8 if beside else left + 6
    out = _number(pair.value, centre, color=color, circles=block.circles, look=look)
    for i, line in enumerate(captions):
        out.append(
            put_line(
                line,
                x,
                first - i * CAPTION.leading,
                size=style.size,
                color="#222222",
                align=style.align,
                width=caption_width,
            )
        )
    return out


def _number(value: str, centre: tuple[float, float], *, color: str, circles: bool, look: Look) -> list[Draw]:
    size = NUMBER.size if len(value) < 5 else 16.5
    line = break_lines(value, 200, face=look.face, style=NUMBER)[0]

    def circle(canvas: Canvas) -> None:
        canvas.setFillColor(HexColor(color))
        canvas.circle(centre[0], centre[1], CIRCLE, stroke=0, fill=1)

    text = put_line(
        line,
        centre[0] - 60,
        centre[1] - size * 0.35,
        size=size,
        color="#FFFFFF" if circles else color,
        align="center",
        width=120,
    )
    return [circle, text] if circles else [text]
