"""Typesets the content model as a Word document, with fixed dates so that the bytes are the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from corpora.generate import blocks as b
from corpora.generate.flatten import Piece, pieces

FIXED_DATE = (2025, 1, 1, 0, 0, 0)


def word(report: b.Report, *, title: bool = True) -> bytes:
    from docx import Document

    document = Document()
    for piece in pieces(report, title=title):
        _piece(document, piece)
    buffer = io.BytesIO()
    document.save(buffer)
    return _same_dates(buffer.getvalue())


def _piece(document: Any, piece: Piece) -> None:
    match piece.kind:
        case "heading":
            document.add_heading(piece.text.replace("**", ""), level=min(piece.level, 9))
        case "bullet":
            _runs(document.add_paragraph(style="List Bullet"), piece.text)
        case "number":
            _runs(document.add_paragraph(style="List Number"), piece.text)
        case "tag":
            document.add_paragraph().add_run(piece.text).bold = True
        case "check":
            document.add_paragraph(f"{'☒' if piece.ticked else '☐'} {piece.text}")
        case "link":
            _link(document, piece)
        case "table":
            _table(document, piece)
        case _:
            _runs(document.add_paragraph(), piece.text)


def _runs(paragraph: Any, text: str) -> None:
    for i, part in enumerate(re.split(r"\*\*", text)):
        if part:
            paragraph.add_run(part).bold = bool(i % 2)


def _table(document: Any, piece: Piece) -> None:
    table = document.add_table(rows=len(piece.rows), cols=len(piece.rows[0]), style="Table Grid")
    for i, row in enumerate(piece.rows):
        for j, text in enumerate(row):
            _runs(table.cell(i, j).paragraphs[0], f"**{text}**" if i == 0 and piece.header and text else text)


def _link(document: Any, piece: Piece) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.add_paragraph(f"{piece.text} ")
    words = piece.rows[0][0]
    if piece.url is None:
        paragraph.add_run(words).underline = True
        return
    relation = paragraph.part.relate_to(piece.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(words)
    link.append(run._r)
    paragraph._p.append(link)


def _same_dates(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            info = zipfile.ZipInfo(item.filename, date_time=FIXED_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(item.filename))
    return out.getvalue()
