"""The parts of a cover that hold paragraphs: summary, implications, achievements, challenges, priorities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.lists import label_is
from report_extract.extract.cover.pieces import Piece, evidence
from report_extract.extract.cover.terms import Terms
from report_extract.extract.cover.values import joined, kept
from report_extract.model.document import Document
from report_extract.model.extraction import Priority, Remark

_COORDINATED = re.compile(r",\s+(?:and\s+|as well as\s+)?")
_ENUMERATED = re.compile(r";\s+(?:and\s+)?")
_LEAD_ON = re.compile(
    r"[^,]{0,60}?\b(?:focus\w*|emphasis|attention|concentrat\w*|work\w*)\b[^,]{0,30}?\bon\s+(?:the\s+)?"
    r"|[^,]{0,80}?\b(?:are|include|including|be)\b:?\s+(?:to\s+)?(?:the\s+)?",
    re.I,
)
# A priority is named in a phrase; a longer clause is a sentence about something.
PRIORITY_WORDS = 22
# A remark of one or two words is a heading that lost its paragraph.
REMARK_WORDS = 3


def summary(reading: Reading, terms: Terms) -> list[Piece]:
    """The part called a summary; without one the introduction or purpose."""
    entries = [e for e in reading.of("summary") if kept(e, terms)]
    entries.sort(key=lambda e: not (label_is(e, "summary") or label_is(e, "overview")))
    return kept(entries[0], terms) if entries else []


def implications(reading: Reading, terms: Terms) -> dict[str, list[Piece]]:
    """The pieces of each theme in printed order."""
    out: dict[str, list[Piece]] = {}
    for entry in reading.of("implications"):
        if entry.theme is None:
            continue
        pieces = kept(entry, terms)
        for theme in (entry.theme, *entry.also) if pieces else ():
            out.setdefault(theme, []).extend(pieces)
    return out


def remarks(reading: Reading, field: str, document: Document, terms: Terms) -> tuple[Remark, ...]:
    """Achievements or challenges that a cover states itself: its list items, else its paragraphs."""
    pieces = [p for e in reading.of(field) for p in _statements(kept(e, terms), terms, shortest=REMARK_WORDS)]
    return tuple(
        Remark(
            id=f"c{field[0]}{i + 1}",
            text=" ".join(p.text.split()),
            evidence=evidence(document, [p], rule=f"cover_labels/{field}"),
        )
        for i, p in enumerate(pieces)
    )


def _statements(pieces: Sequence[Piece], terms: Terms, *, shortest: int) -> list[Piece]:
    fit = [p for p in pieces if p.words >= shortest and not p.text.endswith(("?", ":"))]
    fit = [p for p in fit if not terms.is_a("none_stated", p.text)]
    items = [p for p in fit if p.shape == "item"]
    return items or fit


def priorities(reading: Reading, document: Document, terms: Terms) -> tuple[Priority, ...]:
    """Priorities that a cover states itself; a sentence that strings three or more together gives each."""
    pieces = [p for e in reading.of("priorities") for p in _statements(kept(e, terms), terms, shortest=1)]
    clauses = [c for p in pieces for c in (_clauses(p) if p.shape != "item" else [p])]
    return tuple(
        Priority(
            id=f"cp{i + 1}",
            title=" ".join(c.text.split()).rstrip("."),
            evidence=evidence(document, [c], rule="cover_labels/priorities"),
        )
        for i, c in enumerate(clauses)
    )


def _clauses(piece: Piece) -> Iterator[Piece]:
    """ "Focus is kept on A, on B, and on C" → A, B, C; "A; B; and C" → A, B, C; anything else stays whole."""
    enumerated = len(_ENUMERATED.findall(piece.text)) > 1
    joints = list((_ENUMERATED if enumerated else _COORDINATED).finditer(piece.text))
    edges, ends = [0, *(m.end() for m in joints)], [*(m.start() for m in joints), len(piece.text)]
    coordinated = len(edges) > 2 and re.search(r",?\s(?:and|as well as)\s", piece.text[edges[-2] :]) is not None
    if ". " in piece.text or not (enumerated or coordinated):
        yield piece
        return
    lead = _LEAD_ON.match(piece.text[: ends[0]])
    edges[0] = lead.end() if lead else 0
    cuts = [piece.cut(piece.start + a, piece.start + b) for a, b in zip(edges, ends, strict=True)]
    shortest = 1 if enumerated else 2
    if all(c is not None and shortest <= c.words <= PRIORITY_WORDS for c in cuts):
        yield from (replace(c, shape="item") for c in cuts if c is not None)
    else:
        yield piece


def theme_text(pieces: Sequence[Piece]) -> str:
    return joined(pieces, by="\n") or ""


def entry_fields(entries: Sequence[Entry], terms: Terms) -> dict[str, str]:
    """Every label as printed with its value; a label printed twice keeps both values."""
    out: dict[str, str] = {}
    for entry in entries:
        value = joined([*(p for p in entry.values if p.checked), *kept(entry, terms)])
        if not entry.name or not value:
            continue
        known = out.get(entry.name)
        out[entry.name] = f"{known} | {value}" if known and value != known else value
    return out
