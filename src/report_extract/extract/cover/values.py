"""What of an entry is its value: no leftover guidance, no standing words, no marker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from report_extract.extract.cover.entry import Entry
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms

_BRACKETS = re.compile(r"\[[^\[\]]{0,400}\]|<[^<>]{0,200}>|\([^()]{0,300}\)")
_ALL_BRACKETS = re.compile(r"\[[^\[\]]*\]\.?")
_EMPTY = re.compile(r"[\W_]*")


def kept(entry: Entry, terms: Terms) -> list[Piece]:
    """The pieces of an entry that state something, boxes left out.

    The list that an instruction introduces ("Examples may be:") belongs to the instruction.
    """
    out: list[Piece] = []
    instructed = False
    for piece in entry.values:
        if piece.checked is not None:
            continue
        if is_guidance(piece.text, terms):
            instructed = piece.text.rstrip().endswith(":")
        elif instructed and piece.shape == "item" and not _numbered(piece):
            continue
        else:
            instructed = False
            out.extend(_without_guidance(piece, terms))
    return out


def _numbered(piece: Piece) -> bool:
    return piece.marker is not None and piece.marker.strip("().")[:1].isdigit()


def is_guidance(text: str, terms: Terms) -> bool:
    """An instruction of the template, a placeholder in brackets, or nothing but dots and lines."""
    if _EMPTY.fullmatch(text) or terms.is_a("guidance", text):
        return True
    return _ALL_BRACKETS.fullmatch(text.strip()) is not None and len(text.split()) > 1


def _without_guidance(piece: Piece, terms: Terms) -> Iterable[Piece]:
    """Instructions in brackets before or after the words of a value are cut off."""
    start, end = piece.start, piece.end
    for found in _BRACKETS.finditer(piece.text):
        if not terms.is_a("guidance", found[0].lstrip("(")) and not terms.is_a("guidance", found[0]):
            continue
        if not piece.text[: found.start()].strip():
            start = piece.start + found.end()
        elif not piece.text[found.end() :].strip(" ."):
            end = piece.start + found.start()
    cut = piece.cut(start, end)
    return (cut,) if cut is not None else ()


def joined(pieces: Sequence[Piece], *, by: str = " ") -> str | None:
    """The words of several pieces as one text; None for none."""
    text = by.join(" ".join(p.text.split()) for p in pieces)
    return text or None


def boxes(entry: Entry) -> list[Piece]:
    return [p for p in entry.values if p.checked is not None]


def ticked(entry: Entry) -> str | None:
    """The labels of the ticked boxes of an entry, None where it has no box or no tick."""
    return ", ".join(" ".join(p.text.split()) for p in boxes(entry) if p.checked) or None
