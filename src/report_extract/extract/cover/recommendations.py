"""What a cover asks of its meeting: each recommendation in its words, the action asked for and who is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.pieces import Piece, evidence
from report_extract.extract.cover.terms import TermMatch, Terms
from report_extract.extract.cover.values import kept
from report_extract.model.document import Document
from report_extract.model.extraction import Recommendation

_INLINE = re.compile(
    r"(?:(?<=\s)|^)(?:\((?P<letter>[a-z]|[ivx]{1,4}|\d{1,2})\)|(?P<number>\d{1,2})[.)](?=\s+[A-Za-z])|(?P<bare>[a-h])\)(?=\s)|(?P<capital>[A-H])[.)](?=\s))\s*"
)
_NOUN_AFTER = re.compile(r"(?:['’]s?|\b(?:a|an|the|any|its|their|our|this|no|further|annual|formal|written))\s+$", re.I)
_LEAD_END = re.compile(r":\s+")
_ITEM_END = re.compile(r";\s+(?:and\s+)?")
_PASSIVE = re.compile(r"\b(?:be|is|are|been)\s*$", re.I)
_JOINT = re.compile(r"[;,]?\s*(?:and|or)?\s*[;,]?\s*$")
_ROMAN = re.compile(r"\(?[ivx]{1,4}[).]\s*$")
_LETTER = re.compile(r"\(?[a-h][).]\s*$", re.I)


@dataclass(slots=True)
class _Draft:
    pieces: list[Piece]
    number: int | None
    lead: Piece | None


def find_recommendations(reading: Reading, document: Document, terms: Terms) -> tuple[Recommendation, ...]:
    """Recommendations of kind "cover" in their order, with ids "cr1", "cr2", …"""
    drafts = [d for entry in reading.of("recommendations") for d in _drafts(entry, terms)]
    out: list[Recommendation] = []
    for draft in drafts:
        text = _text(draft.pieces)
        if any(r.text.lower() == text.lower() for r in out) or terms.is_a("none_stated", text):
            continue
        action = _action(_asked(text, terms), terms) or (_action(draft.lead.text, terms) if draft.lead else None)
        where = ([draft.lead] if draft.lead else []) + draft.pieces
        out.append(
            Recommendation(
                id=f"cr{len(out) + 1}",
                kind="cover",
                source="cover",
                number=draft.number,
                text=text,
                action=action.value if action else None,
                addressees=_addressees(draft, terms),
                evidence=evidence(
                    document, draft.pieces if len(where) > 3 else where, rule="cover_labels/recommendations"
                ),
            )
        )
    return tuple(out)


def _text(pieces: Sequence[Piece]) -> str:
    """The words of a recommendation; the "; and" that led to the next one is no part of it."""
    text = " ".join(" ".join(p.text.split()) for p in pieces)
    return re.sub(r"\s*[;,]\s*(?:and|or)?\s*$|\s+and$", "", text)


def _action(text: str, terms: Terms) -> TermMatch | None:
    """The first word for what to do that is a verb: "the Committee's comments" and "a review" are things."""
    found = sorted(terms.find("action", text), key=lambda m: (m.start, -m.end))
    return next((m for m in found if not _NOUN_AFTER.search(text[: m.start])), None)


def _asked(text: str, terms: Terms) -> str:
    """The words after "is asked to", so that a noun before it ("Review Board") is not taken for the action.

    A text that begins with what to do needs no such words ("note the work that was agreed").
    """
    begins = terms.first("action", text)
    if begins is not None and not text[: begins.start].strip(" \t–-("):
        return text
    cue = terms.first("addressee_cue", text)
    return text[cue.end :] if cue and terms.is_a("action", text[cue.end :]) else text


def _drafts(entry: Entry, terms: Terms) -> Iterator[_Draft]:
    """List items, paragraphs that ask for something, and the items that run on inside a paragraph."""
    pieces = [p for piece in kept(entry, terms) for p in _inline_items(piece, terms)]
    pieces = [p for p in pieces if not terms.is_a("guidance", p.text)]
    lead: Piece | None = None
    out: list[_Draft] = []
    for piece in pieces:
        if _is_lead(piece, terms):
            lead = piece
        elif out and _belongs_to_last(piece, out[-1]):
            out[-1].pieces.append(piece)
        elif (piece.shape == "item" and not _complete(out, lead)) or _asks(piece, lead, terms):
            out.append(_Draft([piece], _number(piece, len(out) + 1, bool(piece.marker)), lead))
    if not out and lead is None and pieces and not terms.is_a("none_stated", pieces[0].text):
        out = [_Draft([pieces[0]], None, None)]
    yield from out


def _complete(out: Sequence[_Draft], lead: Piece | None) -> bool:
    """After a recommendation in a sentence of its own, the numbered paragraphs of the paper begin."""
    return bool(out) and lead is None and out[-1].pieces[-1].shape != "item" and out[-1].pieces[-1].text.endswith(".")


def _is_lead(piece: Piece, terms: Terms) -> bool:
    """The words before a list: "The Board is asked to:", "That the Committee:"."""
    text = piece.text.rstrip()
    if text.endswith(":"):
        return not (piece.shape == "item" and terms.is_a("action", text) and not terms.is_a("addressee_cue", text))
    cue = list(terms.find("addressee_cue", text))
    return bool(cue) and any(len(text) - m.end <= 1 for m in cue)


def _belongs_to_last(piece: Piece, last: _Draft) -> bool:
    """A marker of a lower rank under an item that ends in a colon, and roman numerals under a letter."""
    marker, above = piece.marker or "", last.pieces[0].marker or ""
    if piece.shape != "item" or last.pieces[0].shape != "item":
        return False
    if last.pieces[0].text.rstrip().endswith(":"):
        return _rank(marker) > _rank(above)
    return _ROMAN.match(marker) is not None and _LETTER.match(above) is not None and not _follows(marker, above)


def _rank(marker: str) -> int:
    """Digits above letters above roman numerals above bullets."""
    bare = marker.strip("().")
    if bare[:1].isdigit():
        return 0
    if _ROMAN.match(marker):
        return 2
    return 1 if bare.isalpha() and bare != "o" else 3


def _follows(marker: str, above: str) -> bool:
    """(i) after (h) is a letter."""
    return marker.strip("().") == "i" and above.strip("().").lower() == "h"


def _asks(piece: Piece, lead: Piece | None, terms: Terms) -> bool:
    """A paragraph is a recommendation if it says who is asked to do what, or begins with the action."""
    action = terms.first("action", piece.text)
    if action is None:
        return False
    if re.match(r"\W*(?:to |that |it is recommended|recommended)", piece.text, re.I):
        return True
    cue = [m for m in terms.find("addressee_cue", piece.text) if m.text.lower() != "that"]
    return action.start <= 1 or any(m.start < 160 for m in cue) or (lead is not None and action.start < 20)


def _number(piece: Piece, position: int, marked: bool) -> int | None:
    digits = re.findall(r"\d+", piece.marker or "")
    if digits:
        return int(digits[-1])
    letter = (piece.marker or "").strip("().").lower()
    if marked and len(letter) == 1 and letter.isalpha() and letter != "o":
        return position if letter in "ivx" else ord(letter) - ord("a") + 1
    return None


def _unmarked_items(piece: Piece, terms: Terms) -> tuple[Piece, ...]:
    """ "The Board is asked to: NOTE …; SUPPORT …": items whose bullets are lost, each beginning with what to do."""
    lead = _LEAD_END.search(piece.text)
    if lead is None or not terms.is_a("addressee_cue", piece.text[: lead.end()]):
        return (piece,)
    joints = [m.span() for m in _ITEM_END.finditer(piece.text, lead.end())]
    spans = zip([lead.end(), *(b for _, b in joints)], [*(a for a, _ in joints), len(piece.text)], strict=True)
    items = [piece.cut(piece.start + a, piece.start + b) for a, b in spans]
    asked = [i for i in items if i is not None and (m := _action(i.text, terms)) is not None and m.start == 0]
    if len(asked) < 2 or len(asked) < len(items):
        return (piece,)
    head = piece.cut(piece.start, piece.start + lead.end())
    return (*((head,) if head is not None else ()), *(_as_item(i, "•") for i in asked))


def _inline_items(piece: Piece, terms: Terms) -> tuple[Piece, ...]:
    """ "That the Board (a) notes …; (b) agrees …" → the lead and its items; needs two markers in order."""
    marks = _in_order(list(_INLINE.finditer(piece.text)))
    if len(marks) < 2:
        return _unmarked_items(piece, terms)
    out: list[Piece] = []
    lead = piece.cut(piece.start, piece.start + marks[0].start())
    if lead is not None:
        out.append(lead)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(piece.text)
        words = piece.text[mark.end() : end]
        item = piece.cut(piece.start + mark.end(), piece.start + mark.end() + len(_JOINT.sub("", words)))
        if item is not None:
            out.append(_as_item(item, mark[0].strip()))
    return tuple(out)


def _as_item(piece: Piece, marker: str) -> Piece:
    return replace(piece, shape="item", marker=marker)


def _in_order(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The markers that count on from the first: (a) (b) (c), 1. 2. 3., (i) (ii) (iii)."""
    romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    if not marks:
        return []
    first = _name_of(marks[0])
    names = (
        romans
        if first == "i"
        else [chr(c) for c in range(ord("a"), ord("z") + 1)]
        if first == "a"
        else [str(n) for n in range(1, 30)]
    )
    kept_marks: list[re.Match[str]] = []
    for mark in marks:
        name = _name_of(mark)
        if len(kept_marks) < len(names) and name == names[len(kept_marks)]:
            kept_marks.append(mark)
    return kept_marks


def _name_of(mark: re.Match[str]) -> str:
    return str(mark["letter"] or mark["bare"] or mark["capital"] or mark["number"]).lower()


def _addressees(draft: _Draft, terms: Terms) -> tuple[str, ...]:
    """Who is asked: the words before "is asked to" or between "that" and the action."""
    for piece in [draft.pieces[0]] if draft.lead is None else [draft.pieces[0], draft.lead]:
        cue = next(
            (
                m
                for m in terms.find("addressee_cue", piece.text)
                if m.text.lower().endswith((" to", "asked", "recommended")) or " to" in m.text.lower()
            ),
            None,
        )
        name = piece.text[: cue.start] if cue else _after_that(piece.text, terms)
        cleaned = re.sub(r"^\W*(?:that\s+)?(?:the\s+)?|\W*$", "", name, flags=re.I).strip()
        if cleaned and len(cleaned.split()) <= 12 and cleaned.lower() not in ("it", "it is"):
            return (cleaned,)
    return ()


def _after_that(text: str, terms: Terms) -> str:
    found = re.match(r"\W*(?:it is recommended )?that\s+(?P<who>[^.;:]{2,120})", text, re.I)
    if not found:
        return ""
    action = _action(found["who"], terms)
    if action is not None and _PASSIVE.search(found["who"][: action.start]):
        return ""  # "that the report be noted" does not say by whom
    who = found["who"][: action.start] if action else found["who"] if text.rstrip().endswith(":") else ""
    return re.sub(r"\b(?:is asked to|be asked to|to|should|agrees? to|is|be)\s*$", "", who, flags=re.I)
