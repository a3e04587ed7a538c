"""Sentences that state several values: which words are the label of which number.

"14% in Northmere and 22% in Saltmarsh", "neglect 96 (47%), emotional abuse 71 (35%)": the sentence is cut into pieces
with one value or chain of values each. Words that stand in one piece only tell it from the others; a claim that puts
the telling words of one piece beside the number of another says something that the sentence does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report_extract.check.claims.anchors import NumberAnchor
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_CUT = re.compile(r";\s|,\s(?:(?:and|but|while|whereas|yet)\s)?|\s(?:and|but|while|whereas)\s|\s[–—]\s")
_BRACKET = re.compile(r"\([^()]*\)")
_WHOLE = re.compile(r"(?i)\bof\s(?:the|these|those|its|all)?\s?$")
# What is still of a number behind its digits: "22 weeks", "31 per cent".
_UNIT = re.compile(
    r"(?i)^\s?(?:(?:working\s|calendar\s)?(?:days?|weeks?|months?|years?|hours?|minutes?)|per\s?cent|percentage points?"
    r"|points?|million|billion)\b"
)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_LEADS = re.compile(r"(?i)\bin\s$")  # "In Saltmarsh": a first word that is a name


class Piece(NamedTuple):
    """A stretch `start:end` of a sentence that is of one value (or one chain of values)."""

    start: int
    end: int


class Rival(NamedTuple):
    """The number to which the claim's label belongs; `is_certain` where the claim names all that tells it apart."""

    number: NumberAnchor
    is_certain: bool


class Pieces:
    """Tells to which number of a sentence a claim's label belongs, in the words of one source."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def label_of_another(self, asked: Asked, number: NumberAnchor, other: NumberAnchor, unit: Unit) -> Rival | None:
        """The number of the sentence that carries the claim's label, where `other` (equal in value) does not."""
        found = unit.anchors.numbers
        cut = pieces(unit.text, [(n.quantity.start, n.quantity.end) for n in found])
        own = _piece_at(cut, other)
        if own is None or unit.is_row:
            return None
        said = self._vocabulary.words(asked.text)
        for rival in found:
            piece = _piece_at(cut, rival)
            if piece is None or piece == own or not _competes(asked, number, rival, unit.text):
                continue
            mine, theirs = self._telling(unit.text, own, piece), self._telling(unit.text, piece, own)
            if mine and theirs and self._is_turned(said, unit.text, mine, theirs):
                share = self._vocabulary.coverage(theirs, there=self._vocabulary.spread(said))
                return Rival(rival, share == 1.0)
        return None

    def own_text(self, unit: Unit, number: NumberAnchor) -> str:
        """The words of the sentence that are of one number: its piece and what leads up to all pieces."""
        cut = pieces(unit.text, [(n.quantity.start, n.quantity.end) for n in unit.anchors.numbers])
        piece = _piece_at(cut, number)
        if piece is None:
            return unit.text
        return f"{unit.text[: cut[0].start]} {unit.text[piece.start : piece.end]}"

    def _telling(self, text: str, piece: Piece, other: Piece) -> set[str]:
        """The words that stand in one piece and not in the other."""
        vocabulary = self._vocabulary
        there = vocabulary.spread(vocabulary.words(text[other.start : other.end]))
        return {w for w in vocabulary.words(text[piece.start : piece.end]) if vocabulary.spread([w]).isdisjoint(there)}

    def _is_turned(self, said: Sequence[str], text: str, mine: set[str], theirs: set[str]) -> bool:
        """Whether a claim with the words `said` speaks of the other piece; names decide before other words."""
        vocabulary = self._vocabulary
        there = vocabulary.spread(said)
        names = {w for m in _CAPITAL.finditer(text) if _is_name(text, m) for w in vocabulary.words(m.group())}
        if names & (mine | theirs):
            here, elsewhere = bool(names & mine & there), bool(names & theirs & there)
            if here != elsewhere:
                return elsewhere
        return vocabulary.coverage(theirs, there=there) > vocabulary.coverage(mine, there=there)


def piece_of(unit: Unit, number: NumberAnchor) -> Piece | None:
    """The piece of a number; None where the sentence has only one."""
    cut = pieces(unit.text, [(n.quantity.start, n.quantity.end) for n in unit.anchors.numbers])
    return _piece_at(cut, number) if len(cut) > 1 else None


def pieces(text: str, numbers: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """The sentence cut at its separators, so that each piece holds a number; `numbers` are their spans, in order.

    Where the last number ends the sentence labels stand before their numbers, else behind them; what leads up to the
    first number is then of all, unless a semicolon ends it with that number.
    """
    if not numbers:
        return ()
    stretches = list(_stretches(text))
    label_first = not re.search(r"[A-Za-z]{3}", _BRACKET.sub(" ", _UNIT.sub("", text[numbers[-1][1] :])))
    made: list[Piece] = []
    pending: int | None = None
    for start, end in stretches:
        if any(start <= a < end for a, _ in numbers):
            made.append(Piece(start if pending is None else pending, end))
            pending = None
        elif label_first or not made:
            pending = start if pending is None else pending
        else:
            made[-1] = Piece(made[-1].start, end)
    if made and not label_first and ";" not in text[made[0].end : made[1].start if len(made) > 1 else made[0].end]:
        made[0] = Piece(numbers[0][0], made[0].end)
    return tuple(made)


def clause_of(text: str, names: Sequence[str]) -> str:
    """The bracket or stretch of a sentence that holds one of the names; the whole sentence where none or several do."""
    parts = [m.group() for m in _BRACKET.finditer(text)]
    parts += [text[s:e] for s, e in _stretches(text)]
    holding = [part for part in parts if any(name in part for name in names)]
    brackets = [part for part in holding if part.startswith("(")]
    return brackets[0] if len(brackets) == 1 else text


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """What stands between the separators outside of brackets."""
    brackets = [m.span() for m in _BRACKET.finditer(text)]
    at = 0
    for cut in _CUT.finditer(text):
        if not any(s < cut.start() < e for s, e in brackets):
            yield at, cut.start()
            at = cut.end()
    yield at, len(text)


def _piece_at(cut: Sequence[Piece], number: NumberAnchor) -> Piece | None:
    return next((p for p in cut if p.start <= number.quantity.start < p.end), None)


def _competes(asked: Asked, number: NumberAnchor, rival: NumberAnchor, text: str) -> bool:
    """Whether the rival could be meant by the claim's number: of its kind, another value, and not a whole."""
    if not comparable(number.quantity, rival.quantity) or agree(number.quantity, rival.quantity):
        return False
    if is_whole(rival, text) or rival.part != "current":
        return False
    return not any(agree(n.quantity, rival.quantity) for n in asked.anchors.numbers)


def is_whole(number: NumberAnchor, text: str) -> bool:
    """Whether a number is what others are parts of: "of the 40 cases"."""
    return _WHOLE.search(text[: number.quantity.start]) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A word with a capital that does not merely begin the sentence."""
    return match.start() > 0 and (not text[: match.start()].rstrip().endswith((".", "!", "?")))
