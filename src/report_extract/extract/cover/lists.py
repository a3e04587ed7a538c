"""Fields of a cover that hold several things: wards, highlights, papers, other meetings, contacts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.extract.cover.councils import council_names
from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.labels import normal
from report_extract.extract.cover.people import EMAIL, PHONE, URL, parse_person
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms
from report_extract.extract.cover.values import boxes, kept, ticked

_PAPER = re.compile(r"(?:appendix|annex|attachment|enclosure|schedule)\s+(?:\d{1,2}|[a-z])\b", re.I)
_BARE = re.compile(r"(?:the )?(?:committee|board|panel|commission|forum|group|meeting)s?", re.I)  # this one, no other
_FILE_SIZE = re.compile(
    r",?(?: item \d{1,3}[a-z]?\.?)?\s*(?:pdf icon )?\(?(?:PDF|DOCX?|XLSX?)[ ,]*\d+(?:\.\d+)? ?[KM]B\)?\W*$", re.I
)
_JOINT = re.compile(r";(?:\s+and)?\s*$")
_COMMAS = re.compile(r"\s*[,;]\s*(?:and\s+)?")
_LEAD = re.compile(r"^(?:[A-Za-z][a-z]*(?:\s[a-z]+){0,8}\s(?:at|to|by|with|before)\s(?:the\s)?)(?=[A-Z])")
_WHOLE = r"(?:borough|city|county)[- ]?wide|whole (?:borough|city|county)"
_ALL = re.compile(rf"\W*(?:all|none|n/?a|not applicable|{_WHOLE})\b", re.I)
_YES_NO = re.compile(r"\W*(?:yes|no)\W*", re.I)


def wards(reading: Reading, terms: Terms) -> tuple[tuple[str, ...], list[Piece]]:
    """The wards named; "All wards" is one value as printed."""
    for entry in reading.of("wards"):
        tick = ticked(entry)
        if tick:
            return (tick,), boxes(entry)
        pieces = kept(entry, terms)
        names = [n for p in pieces for n in _ward_names(p)]
        if names:
            return tuple(dict.fromkeys(names)), pieces
    return (), []


def _ward_names(piece: Piece) -> list[str]:
    text = " ".join(piece.text.split()).rstrip(".")
    if _ALL.match(text):
        return [text]
    names = [n for part in _COMMAS.split(text) for n in re.split(r"\s+and\s+(?=[A-Z])", part)]
    return [n for n in names if n]


def highlights(reading: Reading, terms: Terms) -> list[Piece]:
    """Bullets of the summary; else the list that a sentence such as "The report highlights:" announces."""
    summary = [p for e in reading.of("summary") for p in _items(kept(e, terms))]
    if summary:
        return summary
    for entry in reading.entries:
        found = _announced(entry, terms)
        if found:
            return found
    return [p for e in reading.of("highlights") for p in _items(kept(e, terms))]


def _items(pieces: Sequence[Piece]) -> list[Piece]:
    """Bulleted pieces; numbered paragraphs of a paper ("1.1 …") are no list."""
    return [p for p in pieces if p.shape == "item" and not (p.marker and re.search(r"\d\.\d", p.marker))]


def _announced(entry: Entry, terms: Terms) -> list[Piece]:
    if entry.field in ("recommendations", "implications"):
        return []
    pieces = kept(entry, terms)
    for i, piece in enumerate(pieces):
        if terms.is_a("highlights_cue", piece.text):
            out: list[Piece] = []
            for item in pieces[i + 1 :]:
                if item.shape != "item" or (item.marker and re.search(r"\d\.\d", item.marker)):
                    break
                if out and _numbered(item) != _numbered(out[0]):
                    break  # the next numbered paragraph after bullets
                out.append(item)
            return out
    return []


def _numbered(piece: Piece) -> bool:
    return piece.marker is not None and piece.marker.strip("().")[:1].isdigit()


def papers(reading: Reading, field: str, terms: Terms) -> list[Piece]:
    """The papers that a list names; standing words and a stated "none" name none."""
    out: list[Piece] = []
    for entry in reading.of(field):
        pieces = [_without_size(line) for p in kept(entry, terms) for line in _one_paper_each(p)]
        pieces = [p for p in pieces if p.text not in council_names(p.text, terms)]  # the letterhead at a page's foot
        out.extend(p for p in pieces if not any(terms.is_a(m, p.text) for m in ("none_stated", "boilerplate")))
    return out


def _without_size(piece: Piece) -> Piece:
    """A paper's name without the size of its file, which web pages print behind it."""
    size = _FILE_SIZE.search(piece.text)
    return (piece.cut(piece.start, piece.start + size.start()) if size else None) or piece


def _one_paper_each(piece: Piece) -> tuple[Piece, ...]:
    """Lines that each begin with the number of an appendix are papers of their own, and what semicolons divide."""
    starts = [line.start for line in piece.lines if _PAPER.match(line.text)]
    starts += [piece.start + m.end() for m in re.finditer(r";\s+(?:and\s+)?", piece.text)]
    edges = sorted({piece.start, *(s for s in starts if s > piece.start)})
    cuts = (piece.cut(a, b) for a, b in zip(edges, [*edges[1:], piece.end], strict=True))
    return tuple(d for c in cuts if c is not None and (d := _without_joint(c)) is not None)


def _without_joint(piece: Piece) -> Piece | None:
    joint = _JOINT.search(piece.text)
    return piece.cut(piece.start, piece.start + joint.start()) if joint else piece


def other_meetings(reading: Reading, terms: Terms) -> tuple[list[str], list[Piece]]:
    """The bodies named, without the words around them ("To be noted at …")."""
    names: list[str] = []
    pieces: list[Piece] = []
    for piece, end in _considered(reading, terms):
        found = _bodies(re.split(r"\s(?:on|in|for)\s|[.;:(]", piece.text[end:], maxsplit=1)[0], terms)
        names.extend(found)
        pieces.extend([piece] * bool(found))
    for entry in reading.of("other_meetings"):
        for piece in kept(entry, terms):
            if terms.is_a("none_stated", piece.text) or _YES_NO.fullmatch(piece.text):
                continue
            found = _bodies(piece.text, terms)
            if found:
                names.extend(found)
                pieces.append(piece)
    return names, pieces


def _considered(reading: Reading, terms: Terms) -> Iterator[tuple[Piece, int]]:
    """Sentences about where a paper was or will be seen, in its own part, with the place where the name begins."""
    for entry in reading.entries:
        if entry.field == "other" or entry.theme == "consultation":
            for piece in kept(entry, terms):
                yield from ((piece, cue.end) for cue in terms.find("considered_cue", piece.text))


def _bodies(text: str, terms: Terms) -> list[str]:
    text = re.sub(r"^\W*(?:yes|no)\b[\s,.:;–-]*", "", " ".join(text.split()), flags=re.I).rstrip(".")
    chunks = [_undated(chunk) for chunk in _COMMAS.split(_LEAD.sub("", text))]
    parts = [p for chunk in chunks for p in _at_and(chunk, terms)]
    return [
        p.strip()
        for p in parts
        if p[:1].isupper() and len(p.split()) <= 12 and _is_body(p, terms) and not _BARE.fullmatch(p.strip())
    ]


def _undated(text: str) -> str:
    """A name without the day that follows it ("Harbour Board on 2 October 2031")."""
    dates = find_dates(text)
    return re.sub(r"\W*\b(?:on|in)?\W*$", "", text[: dates[0].start]) if dates and dates[0].start else text


def _is_body(text: str, terms: Terms) -> bool:
    return terms.is_a("body", text) or re.search(r"\b(?:Partnership|Team|Network|Trust|Group)\b", text) is not None


def _at_and(chunk: str, terms: Terms) -> list[str]:
    """Divides at "and" only where both sides name a body ("Health and Wellbeing Board" is one)."""
    for found in re.finditer(r"\s+and\s+(?:the\s+)?(?=[A-Z])", chunk):
        left, right = chunk[: found.start()], chunk[found.end() :]
        if _is_body(left, terms) and _is_body(right, terms):
            return [left, *_at_and(right, terms)]
    return [chunk]


def contacts(reading: Reading, terms: Terms) -> list[Piece]:
    """What stands under contact labels, and author labels that name an organisation instead of a person."""
    out: list[Piece] = []
    for entry in reading.of("contacts"):
        out.extend(
            p for p in kept(entry, terms) if not terms.is_a("none_stated", p.text) and _is_contact(p, entry, terms)
        )
    for entry in reading.of("author"):
        out.extend(_besides_persons(kept(entry, terms), terms))
    return out


def _is_contact(piece: Piece, entry: Entry, terms: Terms) -> bool:
    """An address, a number, or a person; not the paragraphs that may follow in the same part."""
    if EMAIL.search(piece.text) or URL.search(piece.text) or PHONE.search(piece.text):
        return True
    return not entry.section or (piece.words <= 15 and (parse_person(piece.text, terms) is not None or entry.head))


def _besides_persons(pieces: Sequence[Piece], terms: Terms) -> Iterator[Piece]:
    """Organisations under an author's label; in rows below a person's name stand job titles."""
    person = False
    for piece in pieces:
        if parse_person(piece.text, terms) is not None:
            person = True
        elif _organisation(piece, terms) and not (person and piece.row is not None and piece.row != pieces[0].row):
            yield piece


def _organisation(piece: Piece, terms: Terms) -> bool:
    return piece.words <= 12 and terms.is_a("organisation", piece.text) and not piece.text.endswith(".")


def label_is(entry: Entry, word: str) -> bool:
    """Does the printed label hold this word?"""
    return word in normal(entry.name).split()
