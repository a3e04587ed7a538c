"""Sets an invented cover as a PDF: paragraphs, bold headings, ruled tables, bullets, as word processors export them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=13, leading=16, spaceBefore=6)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=24, bulletIndent=8)
LINES = [("GRID", (0, 0), (-1, -1), 0.7, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
WIDTH = 480
_BULLET = re.compile(r"\s*(?:[-•]|(\d+[.)]|\([a-z]+\)))\s+(?!\[)")
_CAPITALS = re.compile(r"[^a-z]{6,80}$")


def typeset(source: str, path: Path) -> Path:
    """A PDF of the source: blank lines part paragraphs, tabs and pipes make ruled tables, short lone lines are bold."""
    flow: list[Flowable] = []
    rows: list[list[Paragraph]] = []
    lines = source.splitlines()
    for i, line in enumerate(lines):
        cells = _cells(line)
        if cells is not None:
            rows.extend([[Paragraph(_markup(c), BODY) for c in cells]] if any(cells) else [])
            continue
        _close(rows, flow)
        lone = (i == 0 or not lines[i - 1].strip()) and (i + 1 == len(lines) or not lines[i + 1].strip())
        flow.append(_paragraph(line, lone=lone))
    _close(rows, flow)
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=56, rightMargin=56).build(flow)
    return path


def _cells(line: str) -> list[str] | None:
    if line.startswith("|"):
        cells = [c.strip() for c in line.strip("|").split("|")]
        return [""] if all(re.fullmatch(r"[-: ]*", c) for c in cells) else cells
    return line.split("\t") if "\t" in line else None


def _close(rows: list[list[Paragraph]], flow: list[Flowable]) -> None:
    if rows:
        columns = max(map(len, rows))
        flow.append(
            Table([r + [""] * (columns - len(r)) for r in rows], colWidths=[WIDTH / columns] * columns, style=LINES)
        )
        rows.clear()


def _paragraph(line: str, *, lone: bool) -> Flowable:
    if not line.strip():
        return Spacer(1, 8)
    heading = re.match(r"#+ (.*)", line)
    bullet = _BULLET.match(line)
    if heading:
        return Paragraph(_markup(heading[1]), HEADING)
    if bullet and not (lone and _CAPITALS.match(line)):
        return Paragraph(_markup(line[bullet.end() :]), ITEM, bulletText=bullet[1] or "•")
    short = lone and len(line.split()) <= 6 and not re.search(r"\d|: |@|\.\s*$", line)
    return Paragraph(_markup(line.removeprefix("- ")), HEADING if short else BODY)


def _markup(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"<i>\1</i>", escape(text)))
