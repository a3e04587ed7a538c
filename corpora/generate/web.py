"""Typesets the content model as a web page."""

from __future__ import annotations

import re
from html import escape

from corpora.generate import blocks as b
from corpora.generate.flatten import Piece, pieces


def html(report: b.Report) -> str:
    body, open_list = [], ""
    for piece in pieces(report):
        wanted = {"bullet": "ul", "number": "ol"}.get(piece.kind, "")
        if wanted != open_list:
            body += [f"</{open_list}>"] * bool(open_list) + [f"<{wanted}>"] * bool(wanted)
            open_list = wanted
        body.append(_piece(piece))
    if open_list:
        body.append(f"</{open_list}>")
    nav = '<nav><a href="#">Home</a> <a href="#">Publications</a></nav>'
    head = f'<head><meta charset="utf-8"><title>{escape(report.title)}</title></head>'
    main = "\n".join(body)
    return f'<!doctype html>\n<html lang="en">{head}\n<body>{nav}<main>\n{main}\n</main></body></html>\n'


def _inline(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", escape(text, quote=False)).replace("\n", "<br>")


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "heading":
            return f"<h{piece.level}>{_inline(piece.text)}</h{piece.level}>"
        case "bullet" | "number":
            return f"<li>{_inline(piece.text)}</li>"
        case "tag":
            return f'<p class="tag"><strong>{_inline(piece.text)}</strong></p>'
        case "check":
            return f'<p><input type="checkbox"{" checked" if piece.ticked else ""}> {_inline(piece.text)}</p>'
        case "link":
            return f'<p>{_inline(piece.text)} <a href="{escape(piece.url or "#")}">{_inline(piece.rows[0][0])}</a></p>'
        case "table":
            head = "<tr>" + "".join(f"<th>{_inline(c)}</th>" for c in piece.rows[0]) + "</tr>"
            rest = ["<tr>" + "".join(f"<td>{_inline(c)}</td>" for c in row) + "</tr>" for row in piece.rows[1:]]
            return "<table>\n" + "\n".join((head, *rest)) + "\n</table>"
        case _:
            return f"<p>{_inline(piece.text)}</p>"
