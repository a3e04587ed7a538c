"""The designed landscape look: cover sheet, navigation strips, running footer."""

from __future__ import annotations

from corpora.generate.blocks import Report
from corpora.generate.pdf.lines import Run, Style
from corpora.generate.pdf.look import A4_LANDSCAPE, Look
from corpora.generate.pdf.sheet import Sheet, put_box, put_line
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4_LANDSCAPE
NAVY, PALE, GOLD = "#12324A", "#D9E3EA", "#E8B04B"


def designed_look(report: Report) -> Look:
    def furniture(sheet: Sheet, look: Look) -> None:
        if sheet.template == "cover":
            _cover(sheet, report, look)
            return
        _footer(sheet, report, look)
        if sheet.tab is not None:
            (_top_strip if sheet.strip == "top" else _side_strip)(sheet, report, look)

    return Look(
        size=A4_LANDSCAPE,
        margins=(46, 48, 66, 52),
        furniture=furniture,
        body=Style(size=11.4, leading=15.2),
        headings=(
            Style(size=22, leading=28, bold=True, color=NAVY),
            Style(size=13.5, leading=18, bold=True, color="#1B7F6B"),
            Style(size=11.6, leading=16, bold=True, color=NAVY),
        ),
        tables=Style(size=10, leading=13),
    )


def _cover(sheet: Sheet, report: Report, look: Look) -> None:
    sheet.add(put_box(0, 0, WIDTH, HEIGHT, fill="#FFFFFF"), column=-1)
    sheet.add(put_box(46, 60, WIDTH - 92, HEIGHT - 120, fill=NAVY), column=-1)
    sheet.add(put_box(46, 60, 12, HEIGHT - 120, fill=GOLD), column=-1)
    words = report.partnership.upper().replace(" SAFEGUARDING", "\nSAFEGUARDING").split("\n")
    y = HEIGHT - 150.0
    for text in words:
        sheet.add(put_line((Run(text, look.face.regular),), 96, y, size=24, color="#FFFFFF"), column=0)
        sheet.note(0, "heading", text, level=1)
        y -= 31
    for text, size, color in (("ANNUAL REPORT", 32, "#FFFFFF"), (report.year, 30, GOLD), (report.motto, 12, "#FFFFFF")):
        y -= 54
        sheet.add(
            put_line((Run(text, look.face.bold if size > 12 else look.face.regular),), 96, y, size=size, color=color),
            column=0,
        )
        sheet.note(1, "heading", text, level=1)


def _footer(sheet: Sheet, report: Report, look: Look) -> None:
    for i, text in enumerate((report.partnership.upper(), f"ANNUAL REPORT {report.year}")):
        sheet.add(put_line((Run(text, look.face.regular),), 46, 32 - i * 8, size=5.6, color="#66788A"), column=-1)
    number = (Run(str(sheet.number), look.face.bold),)
    sheet.add(put_line(number, WIDTH - 100, 28, size=9, color=NAVY, align="right", width=34), column=-1)


def _top_strip(sheet: Sheet, report: Report, look: Look) -> None:
    width = (WIDTH - 92) / len(report.tabs)
    for i, name in enumerate(report.tabs):
        active = i == sheet.tab
        sheet.add(put_box(46 + i * width, HEIGHT - 26, width - 4, 14, fill=NAVY if active else PALE), column=-1)
        color = "#FFFFFF" if active else NAVY
        sheet.add(
            put_line(
                (Run(name, look.face.bold),),
                46 + i * width,
                HEIGHT - 21.5,
                size=5.6,
                color=color,
                align="center",
                width=width - 4,
            ),
            column=-1,
        )


def _side_strip(sheet: Sheet, report: Report, look: Look) -> None:
    height = (HEIGHT - 110) / len(report.tabs)
    for i, name in enumerate(report.tabs):
        active = i == sheet.tab
        top = HEIGHT - 40 - i * height
        sheet.add(put_box(WIDTH - 40, top - height + 4, 22, height - 4, fill=NAVY if active else PALE), column=-1)
        sheet.add(
            _rotated(name, WIDTH - 31.5, top - height / 2 + 2, look.face.bold, "#FFFFFF" if active else NAVY), column=-1
        )


def _rotated(text: str, x: float, y: float, font: str, color: str):  # type: ignore[no-untyped-def]
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(-90)
        canvas.setFillColor(HexColor(color))
        canvas.setFont(font, 5.6)
        canvas.drawCentredString(0, 0, text)
        canvas.restoreState()

    return draw
