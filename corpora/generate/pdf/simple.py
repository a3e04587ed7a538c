"""The plain portrait look: one column, a running header over a rule, "Page n of m", an embedded TrueType face."""

from __future__ import annotations

from corpora.generate.blocks import Report
from corpora.generate.pdf.lines import Face, Run, Style
from corpora.generate.pdf.look import A4, Look
from corpora.generate.pdf.sheet import Sheet, put_line, put_rule
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

WIDTH, HEIGHT = A4
VERA = Face("Vera", "VeraBd", "VeraIt")  # Bitstream Vera ships with reportlab; its licence allows embedding and copying
INK = "#3A2E39"


def simple_look(report: Report) -> Look:
    for name in (VERA.regular, VERA.bold, VERA.italic):
        registerFont(TTFont(name, f"{name}.ttf"))

    def furniture(sheet: Sheet, look: Look) -> None:
        if sheet.template == "cover":
            _title_page(sheet, report, look)
            return
        header = f"{report.acronym} yearly report {report.year}"
        sheet.add(put_line((Run(header, look.face.regular),), 62, HEIGHT - 40, size=8, color="#666666"), column=-1)
        sheet.add(put_rule(62, HEIGHT - 46, WIDTH - 62, HEIGHT - 46), column=-1)
        number = f"Page {sheet.number}"
        left = (WIDTH - stringWidth(number, look.face.regular, 8)) / 2
        sheet.add(put_line((Run(number, look.face.regular),), left, 34, size=8, color="#666666"), column=-1)

    return Look(
        size=A4,
        margins=(62, 66, 62, 62),
        furniture=furniture,
        face=VERA,
        body=Style(size=9.8, leading=14),
        headings=(
            Style(size=15, leading=21, bold=True, color=INK),
            Style(size=11.5, leading=16.5, bold=True, color=INK),
            Style(size=10, leading=14.5, bold=True, color="#222222"),
        ),
        accent=INK,
        tint="#F1ECEF",
        tables=Style(size=8.6, leading=11.4),
    )


def _title_page(sheet: Sheet, report: Report, look: Look) -> None:
    lines = ((report.partnership, 20), (f"Yearly report {report.year}", 16), (report.motto, 11))
    y = HEIGHT - 230.0
    for i, (text, size) in enumerate(lines):
        sheet.add(
            put_line((Run(text, look.face.bold if size > 12 else look.face.regular),), 62, y, size=size, color=INK),
            column=0,
        )
        sheet.note(i, "heading", text, level=1)
        y -= 2.2 * size
