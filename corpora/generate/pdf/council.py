"""The look of a committee paper: portrait, plain Helvetica, a page number and nothing else."""

from __future__ import annotations

from corpora.generate.pdf.lines import Run, Style
from corpora.generate.pdf.look import A4, Look
from corpora.generate.pdf.sheet import Sheet, put_line


def council_look() -> Look:
    def furniture(sheet: Sheet, look: Look) -> None:
        if sheet.number > 1:
            sheet.add(
                put_line((Run(str(sheet.number), look.face.regular),), 290, 32, size=8, color="#555555"), column=-1
            )

    black = "#111111"
    return Look(
        size=A4,
        margins=(64, 56, 64, 56),
        furniture=furniture,
        body=Style(size=10.6, leading=14.4, color=black),
        headings=(
            Style(size=15, leading=20, bold=True, color="#2B4A2F"),
            Style(size=11.6, leading=17, bold=True, color=black),
            Style(size=10.8, leading=15, bold=True, color=black),
        ),
        tables=Style(size=10, leading=13.4),
    )
