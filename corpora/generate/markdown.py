"""Typesets the content model as Markdown."""

from __future__ import annotations

from corpora.generate import blocks as b
from corpora.generate.flatten import Piece, pieces


def markdown(report: b.Report, *, title: bool = True) -> str:
    out = ""
    before = ""
    for piece in pieces(report, title=title):
        tight = piece.kind == before and piece.kind in ("bullet", "number", "check")
        out += ("" if not out else "\n" if tight else "\n\n") + _piece(piece)
        before = piece.kind
    return out + "\n"


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "heading":
            return f"{'#' * piece.level} {piece.text}"
        case "bullet":
            return f"- {piece.text}"
        case "number":
            return f"{piece.level}. {piece.text}"
        case "tag":
            return f"**{piece.text}**"
        case "check":
            return f"- [{'x' if piece.ticked else ' '}] {piece.text}"
        case "link":
            return f"{piece.text} [{piece.rows[0][0]}]({piece.url or '#'})"
        case "table":
            return _table(piece)
        case _:
            return piece.text


def _table(piece: Piece) -> str:
    rows = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in piece.rows]
    rule = "|" + "---|" * len(piece.rows[0])
    if piece.header:
        return "\n".join((rows[0], rule, *rows[1:]))
    return "\n".join(("|" + " |" * len(piece.rows[0]), rule, *rows))
