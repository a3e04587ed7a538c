"""Names of partnerships that no pack knows, as a text prints them: the place, the whole name and its acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from report_extract.rules.kinds.partnerships import PartnershipForm
from report_extract.rules.load import RuleBook

_WORD = r"[A-Z][\w’'.-]*"
_LINK = r",?(?:\s(?:and|&|of|upon|on|the|in))*"
_LISTED = re.compile(r",.*\s(?:and|&)\s")
LONGEST_PLACE = 8  # words
_ACRONYM = re.compile(
    r"\s*[\(\[–-]\s*(?:the\s|or\s)?[‘'\"“]?(?P<acronym>[A-Z][A-Za-z&]{1,9})[’'\"”]?\s*(?:[\)\]]|[,;]\s[^()]{0,40}\))"
)
# Words of a name that its id leaves out, so that "A & B" and "A and B" are one.
_SILENT = frozenset(("and", "the"))
_SMALL = frozenset(("and", "&", "of", "upon", "on", "the", "in"))


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One mention: the place in ordinary case ("Kestrel Vale and Ashcombe"), the name as printed, its acronym."""

    place: str
    name: str
    acronym: str | None


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of all packs, compiled: names that end in known words, and names that hold the place further in."""

    patterns: tuple[re.Pattern[str], ...]
    drop: tuple[str, ...]
    stop: frozenset[str]
    ranks: tuple[str, ...]


def printed_names(text: str, book: RuleBook) -> Iterator[PrintedName]:
    """Every mention of a partnership by a name that holds its place."""
    forms = _forms(book)
    for line in re.split(r"[\n\t]", text):
        flat = " ".join(line.split())
        for pattern in forms.patterns:
            for found in pattern.finditer(flat):
                place = _place(found["place"], forms, ends=found.end("place") == found.end())
                if place is None:
                    continue
                before, after = flat[found.start() : found.start("place")], flat[found.end("place") : found.end()]
                kept = after if found["place"].endswith(place) else ""
                acronym = _ACRONYM.match(flat, found.start("place") + found["place"].find(place) + len(place + kept))
                yield PrintedName(_cased(place), f"{before}{place}{kept}", acronym["acronym"] if acronym else None)


def place_slug(place: str, book: RuleBook) -> str:
    """The id of a place: "the City of Kestrel & Vale" → "kestrel_vale"; ranks and "and" are no part of it."""
    text = place.lower().replace("&", " and ").replace("’", "'").replace("'", "")
    words = " ".join(w for w in re.findall(r"[a-z0-9]+", text) if w not in _SILENT)
    for rank in _forms(book).ranks:
        if words.startswith(f"{rank} ") and rank.endswith(" of"):
            words = words[len(rank) + 1 :]
        elif words.endswith(f" {rank}"):
            words = words[: -len(rank) - 1]
    return words.replace(" ", "_")


@lru_cache(maxsize=8)
def _forms(book: RuleBook) -> _Forms:
    rules = book.of(PartnershipForm)
    place = rf"(?P<place>{_WORD}(?:{_LINK}\s{_WORD}){{0,{LONGEST_PLACE - 1}}}"
    words = _any(e for r in rules for e in r.endings if not e.isupper())
    letters = _any(e for r in rules for e in r.endings if e.isupper())
    patterns = [re.compile(rf"(?<![\w-]){place}?)\s(?:(?i:{words})|{letters})(?!\w)")]
    for frame in (f for r in rules for f in r.frames):
        before, after = (re.escape(part) for part in frame.split("{place}"))
        lazy = "?)" if after else ")"
        patterns.append(re.compile(rf"(?<![\w-])(?i:{before}(?:the\s)?){place}{lazy}(?i:{after})(?!\w)"))
    return _Forms(
        patterns=tuple(patterns),
        drop=tuple(sorted({d.lower() for r in rules for d in r.drop}, key=len, reverse=True)),
        stop=frozenset(s.lower() for r in rules for s in r.stop),
        ranks=tuple(sorted({k.lower() for r in rules for k in r.ranks}, key=len, reverse=True)),
    )


def _any(words: Iterator[str]) -> str:
    """The words as alternatives, the longest first; without any, what never matches."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True)) or "(?!)"


def _place(printed: str, forms: _Forms, *, ends: bool) -> str | None:
    """The place without the words of a sentence or title round it; None where nothing is left.

    `ends`: the name ends with its place, so that other words come after the place, not before.
    """
    place, changed = printed, True
    while changed:
        changed = False
        for phrase in forms.drop:
            if place.lower() == phrase or place.lower().startswith(f"{phrase} "):
                place, changed = place[len(phrase) :].strip(), True
                break
    words = place.split()
    stops = [i for i, w in enumerate(words) if w.lower().strip(".,") in forms.stop]
    if stops:
        words = words[: stops[0]] if ends else words[stops[-1] + 1 :]
    while words and words[-1].lower() in _SMALL:
        words.pop()
    place = " ".join(words).rstrip(".,")
    if "," in place and not _LISTED.search(place):
        place = place.rpartition(",")[2].strip()  # "In Ashcombe, Kestrel Vale …" lists nothing
    return place if place[:1].isupper() else None


def _cased(place: str) -> str:
    """One spelling of a place: "&" and capitals apart, two mentions of a place are one."""
    words = place.replace("’", "'").replace("&", "and").split()
    if place.isupper():
        words = [w.lower() if w.lower() in _SMALL else w.title() for w in words]
    return " ".join(words)
