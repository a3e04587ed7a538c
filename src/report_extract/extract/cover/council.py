"""Whose cover this is: the template that its signs choose, and the council's name as the paper prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from report_extract.extract.cover.councils import council_names, key_of
from report_extract.extract.cover.entry import Reading
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms
from report_extract.rules.kinds.covers import CoverTemplate
from report_extract.rules.load import RuleBook


def template_for(text: str, book: RuleBook) -> CoverTemplate | None:
    """The template most of whose signs are printed; its place must be printed too. None for the generic reading."""
    folded = _fold(text)
    best: tuple[float, CoverTemplate] | None = None
    for rule in book.of(CoverTemplate):
        signs = sum(_fold(s) in folded for s in rule.signs)
        if signs < rule.needs or (rule.place and not any(_printed(p, text) for p in rule.place)):
            continue
        score = signs / len(rule.signs) if rule.signs else 0.0
        if best is None or score > best[0]:
            best = (score, rule)
    return best[1] if best else None


def _fold(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _printed(place: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(place)}\b", text) is not None


def council_of(
    reading: Reading, pieces: Sequence[Piece], template: CoverTemplate | None, terms: Terms
) -> tuple[str | None, list[Piece]]:
    """By label, by letterhead, by template, else the one council that the paper names."""
    for entry in reading.of("council"):
        if entry.values:
            return " ".join(entry.text.split()), entry.values
    if template is not None and template.council:
        return template.council, []
    for piece in reading.loose:
        names = council_names(piece.text, terms)
        if len(names) == 1 and piece.words <= len(names[0].split()) + 6:
            return names[0], [piece]
    counts = Counter(name for piece in pieces for name in council_names(piece.text, terms))
    if len({key_of(name) for name in counts}) == 1:
        name = max(counts, key=len)
        return name, [next(p for p in pieces if name in council_names(p.text, terms))]
    return None, []
