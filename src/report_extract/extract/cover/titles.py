"""The title of a paper: under its label, else the line of the head that reads like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.cover.councils import council_names
from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.entry import Reading
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms
from report_extract.extract.cover.values import kept

_YEARS = re.compile(r"\b(?:20)?\d\d\s?[-–/]\s?(?:20)?\d\d\b|\b20\d\d\b")
LONGEST_TITLE = 30  # words
HEAD_PIECES = 12


def subject_of(reading: Reading, pieces: Sequence[Piece], terms: Terms) -> list[Piece]:
    """The pieces of the title; empty where none is stated."""
    for entry in reading.of("subject"):
        found = kept(entry, terms)
        if found:
            return found[:1] if found[0].words > 2 else found
    for entry in reading.entries:
        named = kept(entry, terms) if entry.field == "" and entry.head else []
        if named and terms.is_a("annual_title", named[0].text) and named[0].words <= LONGEST_TITLE:
            return named[:1]
    candidates = [p for p in reading.loose if _could_be_title(p, terms)]
    if not candidates:
        labels = {e.label.start for e in reading.entries if e.label is not None and e.rule is not None}
        early = [p for p in pieces[:HEAD_PIECES] if p.shape == "heading" and p.start not in labels]
        candidates = [p for p in early if _could_be_title(p, terms)]
    return [max(candidates, key=lambda p: _weight(p, terms))] if candidates else []


def _could_be_title(piece: Piece, terms: Terms) -> bool:
    text = piece.text.strip()
    if not 2 <= piece.words <= LONGEST_TITLE or text.endswith((".", ":", ";")) or not re.search(r"[A-Za-z]{3}", text):
        return False
    if any(name.lower() == text.lower() for name in council_names(text, terms)):
        return False
    return terms.is_a("title_word", text) or (piece.shape == "heading" and not find_dates(text))


def _weight(piece: Piece, terms: Terms) -> tuple[int, int]:
    """Words for a paper, a year and a heading's looks speak for a title; of equals the longer one."""
    first = terms.first("title_word", piece.text)
    signs = 2 * (first is not None) + bool(_YEARS.search(piece.text)) + (piece.shape == "heading" or piece.bold)
    return signs, piece.words
