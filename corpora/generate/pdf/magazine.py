"""A third look: wide pages, three justified and hyphenated columns in Times, call-outs with a rule, side headings."""

from __future__ import annotations

from corpora.generate.blocks import Report
from corpora.generate.pdf.lines import Face, Run, Style
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.sheet import Draw, Sheet, put_box, put_line

WIDTH, HEIGHT = 960.0, 540.0
PLUM, SAND, INK = "#5B2A4E", "#F4E9DC", "#1F1F1F"
TIMES = Face("Times-Roman", "Times-Bold", "Times-Italic")


def magazine_look(report: Report) -> Look:
    def furniture(sheet: Sheet, look: Look) -> None:
        if sheet.template == "cover":
            _front(sheet, report)
        else:
            _strip(sheet, report)
            _header(sheet, report)

    return Look(
        size=(WIDTH, HEIGHT),
        margins=(84, 62, 48, 58),
        furniture=furniture,
        face=TIMES,
        gap=20,
        body=Style(size=12.6, leading=15.6, color=INK),
        headings=(
            Style(size=25, leading=31, color=PLUM),
            Style(size=14, leading=17.5, bold=True, color=PLUM),
            Style(size=13, leading=17, bold=True, color=INK),
        ),
        accent=PLUM,
        tint=SAND,
        tables=Style(size=11.4, leading=14),
        box_style="rule",
        hyphenate=True,
        justify=True,
        side_headings=170.0,
    )


def _front(sheet: Sheet, report: Report) -> None:
    sheet.add(put_box(0, 0, WIDTH * 0.42, HEIGHT, fill=PLUM), column=-1)
    y = HEIGHT - 170.0
    for i, (text, size) in enumerate(
        ((report.partnership, 22), (f"Annual Report {report.year.replace('/', '-')}", 22), (report.motto, 13))
    ):
        sheet.add(put_line((Run(text, TIMES.bold),), WIDTH * 0.46, y, size=size, color=PLUM), column=0)
        sheet.note(i, "heading", text, level=1)
        y -= 50


def _header(sheet: Sheet, report: Report) -> None:
    """Even pages carry the partnership at the left, odd pages the year at the right, the number inside the line."""
    year = report.year.replace("/", "-")
    left, right = f"{sheet.number}  |  {report.partnership}", f"Annual Report {year}  |  {sheet.number}"
    text = left if sheet.number % 2 == 0 else right
    align = "left" if sheet.number % 2 == 0 else "right"
    line = (Run(text, TIMES.italic),)
    sheet.add(put_line(line, 84, HEIGHT - 36, size=8.4, color="#777777", align=align, width=WIDTH - 132), column=-1)


def _strip(sheet: Sheet, report: Report) -> None:
    height = (HEIGHT - 80) / len(report.tabs)
    for i, name in enumerate(report.tabs):
        y = 40 + (len(report.tabs) - 1 - i) * height
        active = i == sheet.tab
        sheet.add(put_box(22, y + 2, 30, height - 4, fill=PLUM if active else SAND), column=-1)
        sheet.add(_upwards(name, 40, y + height / 2, color="#FFFFFF" if active else PLUM), column=-1)


def _upwards(text: str, x: float, y: float, *, color: str) -> Draw:
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(90)
        canvas.setFillColor(HexColor(color))
        canvas.setFont(TIMES.bold, 7.4)
        canvas.drawCentredString(0, 0, text)
        canvas.restoreState()

    return draw
