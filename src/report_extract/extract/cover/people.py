"""Persons of a cover: name, job title and address, from a value or from the signature at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from report_extract.extract.cover.entry import Entry, Reading
from report_extract.extract.cover.pieces import Piece, evidence
from report_extract.extract.cover.terms import Terms
from report_extract.extract.cover.values import kept
from report_extract.model.document import Document
from report_extract.model.extraction import Person

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
URL = re.compile(r"(?:https?://|www\.)[^\s<>]+[^\s<>.,;)]", re.I)
PHONE = re.compile(r"(?:\+44\s?|\(?0)\d[\d\s()-]{7,13}\d")
_SEPARATOR = re.compile(r"\s*[,;|]\s+|\s[-–—]\s|\s*\(|\s{2,}")
_PREFIX = re.compile(
    r"(?:name|author|officer|contact|by|email|e-mail|tel(?:ephone)?|phone|job title|title|role|post)\s*:\s*", re.I
)
_NAME_WORD = re.compile(r"(?:[A-Z][\w'’-]*\.?|(?:de|van|von|der|la|le|al|bin|ap|du|da|dos|di|O['’][A-Z]\w+))$")
_HONOURS = frozenset("QPM CBE OBE MBE KC QC DBE KBE BEM JP PhD MP MSc BA".split())
_TITLES = frozenset(
    "cllr cllr. councillor mr mrs ms miss dr prof professor sir dame lord lady reverend rev alderman alderwoman".split()
)
_AND_ANOTHER = re.compile(r",?\s+and\s+(?=[A-Z][\w'’-]+ [A-Z][\w'’-]+,\s)")
_OTHER_LABEL = re.compile(r"(?!(?:tel|phone|mobile|e-?mail|direct|ext))[A-Za-z]{2,12}\s?:", re.I)
# How many pieces at the end of a paper a signature may stand among.
SIGNATURE_REACH = 10
LONGEST_ROLE = 22  # words


def find_authors(reading: Reading, pieces: Sequence[Piece], document: Document, terms: Terms) -> tuple[Person, ...]:
    """Authors under their labels, else who signed; an address printed elsewhere with the same name is theirs."""
    found: dict[str, Person] = {}
    for entry in reading.of("author"):
        for person in _people(entry, document, terms):
            known = found.get(person.name.lower())
            found[person.name.lower()] = _merged(known, person) if known else person
    signed = signatures(pieces, document, terms)
    if not found:
        found = {p.name.lower(): p for p in signed or _contacts(reading, document, terms)}
    addresses = _addresses(pieces, signed)
    return tuple(
        p if p.email else p.model_copy(update={"email": addresses.get(p.name.lower())}) for p in found.values()
    )


def _contacts(reading: Reading, document: Document, terms: Terms) -> Iterator[Person]:
    """Of a paper that names no author: the officers to ask about it, with their job titles and addresses.

    Below the head an address under a label of its own ("Email:") is that of the one person named before it.
    """
    entries = reading.of("contacts")
    addresses = [a for e in entries for v in e.values for a in EMAIL.findall(v.text)]
    people = [p for e in entries for p in _people(e, document, terms) if p.role]
    if len(people) == 1 and len(addresses) == 1:
        people = [people[0].model_copy(update={"email": addresses[0]})]
    yield from (p for p in people if p.email)


def _merged(first: Person, second: Person) -> Person:
    return first.model_copy(
        update={
            "role": first.role or second.role,
            "email": first.email or second.email,
            "evidence": first.evidence + second.evidence,
        }
    )


def _addresses(pieces: Sequence[Piece], signed: Sequence[Person]) -> dict[str, str]:
    """E-mail addresses by the name that stands in the same piece, or of which the address is made."""
    out = {p.name.lower(): p.email for p in signed if p.email}
    for piece in pieces:
        found = EMAIL.findall(piece.text)
        if len(found) != 1:
            continue
        before = _SEPARATOR.split(piece.text[: piece.text.find(found[0])].strip())[0]
        out.setdefault(" ".join(before.split()).lower(), found[0])
    for piece in pieces:
        for address in EMAIL.findall(piece.text):
            local = re.split(r"[._]", address.split("@")[0].lower())
            if len(local) == 2 and all(len(part) > 1 for part in local):
                out.setdefault(" ".join(local), address)
    return out


def _people(entry: Entry, document: Document, terms: Terms) -> Iterator[Person]:
    """The persons of one value. Lines without a name of their own give the role of the person above."""
    person: Person | None = None
    for piece in kept(entry, terms):
        for chunk in _chunks(piece):
            found = parse_person(chunk.text, terms)
            where = evidence(document, [chunk], rule="cover_labels/author")
            if found is not None:
                if person is not None:
                    yield person
                person = Person(name=found[0], role=found[1], email=found[2], evidence=where)
            elif person is not None:
                person = _with_line(person, chunk.text, terms).model_copy(update={"evidence": person.evidence + where})
    if person is not None:
        yield person


def _chunks(piece: Piece) -> Iterator[Piece]:
    """Printed lines, and within a line what semicolons divide."""
    for line in piece.line_pieces():
        edges = [m.end() for m in re.finditer(r";\s+", line.text)]
        edges += [m.end() for m in _AND_ANOTHER.finditer(line.text) if EMAIL.search(line.text[: m.start()])]
        for a, b in zip([0, *edges], [*edges, len(line.text)], strict=True):
            chunk = line.cut(line.start + a, line.start + b)
            if chunk is not None:
                yield chunk


def _with_line(person: Person, text: str, terms: Terms) -> Person:
    """A further line of a person: an address, a telephone number, or more of the job title."""
    email = EMAIL.search(text)
    role = _role_text(text)
    joined = f"{person.role} {role}" if person.role and role else person.role or role
    fits = role is not None and len((joined or "").split()) <= LONGEST_ROLE
    return person.model_copy(
        update={"email": person.email or (email[0] if email else None), "role": joined if fits else person.role}
    )


def _role_text(text: str) -> str | None:
    for pattern in (EMAIL, URL, PHONE):
        text = pattern.sub(" ", text)
    text = " ".join(re.sub(r"(?i)\b(?:e-?mail|tel(?:ephone)?|phone|ext|mobile)\b\s*[:.]?", " ", text).split())
    return text.strip(" ,;:()-–—|") or None


def parse_person(text: str, terms: Terms) -> tuple[str, str | None, str | None] | None:
    """A name with its job title and address, or None where the words begin with no person's name."""
    text = " ".join(_PREFIX.sub("", text.strip(), count=1).split())
    email = EMAIL.search(text)
    body = PHONE.sub(" ", EMAIL.sub(" ", text))
    split = _SEPARATOR.search(body.strip())
    name = body.strip()[: split.start()] if split else body.strip()
    role = body.strip()[split.end() :] if split else ""
    taken = _name_length(name.split(), terms)
    if taken == 0:
        return None
    words = name.split()
    role = " ".join([*words[taken:], role]) if taken < len(words) else role
    return " ".join(words[:taken]).rstrip(",:"), _role_text(role), email[0] if email else None


def _name_length(words: Sequence[str], terms: Terms) -> int:
    """How many of the words are a person's name; 0 if they are none.

    A name has two to four capitalised words; it ends where a job title begins ("Ines Calder Senior Officer").
    """
    title = 1 if words and words[0].lower() in _TITLES else 0
    size = title
    while size < len(words) and size < title + 4:
        word = words[size].rstrip(",:")
        if word in _HONOURS:
            size += 1
            continue
        if (
            not _NAME_WORD.match(word)
            or terms.is_a("organisation", word)
            or (size - title >= 1 and terms.is_a("role", word))
        ):
            break
        size += 1
    if size - title < (1 if title else 2):
        return 0
    first = words[title].rstrip(",:")
    if terms.is_a("role", first) and title == 0:
        return 0
    if any(w.isupper() and len(w) > 3 and w not in _HONOURS for w in words[:size]) and not all(
        w.isupper() for w in words[:size]
    ):
        return 0
    after = words[size] if size < len(words) else ""
    return 0 if after and (after[0].islower() or after == "&") and not title else size


def signatures(pieces: Sequence[Piece], document: Document, terms: Terms) -> list[Person]:
    """Who signed at the end of a paper; empty where nobody did."""
    return list(_signature(pieces, document, terms))


def _goes_on(line: Piece) -> bool:
    """Lines under a name that tell of the person: no sentence, and no label ("Enc:", "cc:") but that of an address."""
    if line.text.endswith("."):
        return False
    return not _OTHER_LABEL.match(line.text) or EMAIL.search(line.text) is not None


def _below_closing(pieces: Sequence[Piece], terms: Terms) -> Sequence[Piece]:
    """The end of a paper; of a letter only what stands below its closing words, or its greeting."""
    tail = list(pieces[-SIGNATURE_REACH:])
    for means in ("closing", "salutation"):
        marks = [i for i, piece in enumerate(tail) if terms.is_a(means, piece.text)]
        if marks:
            return tail[marks[-1] + 1 :]
    return tail


def _signature(pieces: Sequence[Piece], document: Document, terms: Terms) -> Iterator[Person]:
    """A name alone on its line near the end of a paper, with a job title or an address right after it.

    Below the closing words of a letter the name is enough.
    """
    closed = any(terms.is_a("closing", piece.text) for piece in pieces[-SIGNATURE_REACH:])
    tail = [line for piece in _below_closing(pieces, terms) if piece.row is None for line in piece.line_pieces()]
    for i, line in enumerate(tail):
        found = parse_person(line.text, terms) if ":" not in line.text else None
        if (
            found is None
            or (line.words > 5 and found[1] is None)
            or line.words > LONGEST_ROLE
            or line.text.endswith(".")
        ):
            continue
        after = list(takewhile(_goes_on, tail[i + 1 : i + 4]))
        person = Person(name=found[0], role=found[1], email=found[2], evidence=evidence(document, [line]))
        for more in after:
            if person.role and person.email:
                break
            if EMAIL.search(more.text) or (
                not person.role and terms.is_a("role", more.text) and more.words <= LONGEST_ROLE
            ):
                person = _with_line(person, more.text, terms)
                person = person.model_copy(update={"evidence": person.evidence + evidence(document, [more])})
        if person.email or ((person.role or closed) and line.words <= 4):
            yield person
            return
