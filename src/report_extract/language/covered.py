"""Places inside the area that a report covers, which its tables set side by side: districts, boroughs, towns.

A partnership's name need not hold them ("Three Valleys", a county). A table is believed to compare places where its row
or column heads are proper names that the running text speaks of as places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from report_extract.language.names import key
from report_extract.model.document import BlockKind, Document, Table

FEWEST = 2  # names that stand together; a single one may be anything
LONGEST = 4  # words of a place's name
_PROSE = frozenset({BlockKind.paragraph, BlockKind.list_item})
_NAME = re.compile(r"[A-Z][a-z'’]+(?:[ -](?:[A-Z][a-z'’]+|upon|on|le|the|in|under|and|of|cum))*")
_BESIDES = re.compile(r"\s*(?:\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b|\([^)]*\)|[\d*†]+$)\s*")
_FORM = re.compile(
    r"\s+(?:(?:county|city|borough|district|metropolitan|london|unitary|royal|town)\s+)*"
    r"(?:borough|district|county)$",
    re.I,
)
_NO_PLACES = frozenset(
    "england wales scotland london national britain january february march april may june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter "
    "easter total other all average overall both unknown year".split()
)
"""What runs like a place behind "in" or among places: times, sums, and grounds wider than any partnership's."""
_REGION = frozenset("north south east west midlands inner outer greater london england and the".split())
_PEOPLE = (
    r"(?:child(?:ren)?|famil(?:y|ies)|schools?|people|parents?|pupils?|households?|residents?|homes?|babies|teenagers|"
    r"live[sd]?|living|born|teams?|offices?|population|council)"
)


def places_in_tables(
    document: Document, *, whole: str, councils: Collection[str], is_agency: Callable[[str], bool]
) -> tuple[str, ...]:
    """Names in the order of the tables, each once. `councils` are the places (`key`) that have a council of their own.

    Heads that stand together are places where `whole`, the name of them all, stands among them; where they come again
    in another table and half are spoken of as places; or where several are, and people are said to live in one.
    """
    speech = _Speech(document, councils)
    groups = [tuple(_names(heads, is_agency, speech)) for t in document.tables for heads in (_rows(t), _columns(t))]
    again = Counter(name for group in groups for name in set(group))
    found: dict[str, None] = {}
    for group in groups:
        names = tuple(name for name in group if key(name) != key(whole))
        spoken = [name for name in names if speech.has_place(name)]
        recurring = [name for name in names if again[name] >= FEWEST]
        if len(names) < FEWEST:
            continue
        if len(names) < len(group) or (len(recurring) >= FEWEST and len(spoken) * 2 >= len(recurring)):
            found |= dict.fromkeys(names if len(names) < len(group) else recurring)
        elif len(spoken) >= FEWEST and any(map(speech.has_people, spoken)):
            found |= dict.fromkeys(spoken)
    return tuple(found)


def _names(heads: Iterable[str], is_agency: Callable[[str], bool], speech: _Speech) -> Iterator[str]:
    names = dict.fromkeys(place_name(head) for head in heads if not is_agency(head))
    return (name for name in names if name and not is_agency(name) and speech.is_proper(name))


def place_name(head: str) -> str | None:
    """The proper name that a head of a table is, without its year, bracket and form ("Northmere District 2023/24")."""
    name = _FORM.sub("", _BESIDES.sub(" ", head).strip())
    words = name.lower().split()
    fits = 0 < len(words) <= LONGEST and _NAME.fullmatch(name) and words[0] not in _NO_PLACES
    return name if fits and not _REGION.issuperset(words) else None


class _Speech:
    """How the running text of a document uses a name."""

    def __init__(self, document: Document, councils: Collection[str]) -> None:
        self._councils = councils
        self._text = " ".join(b.text for b in document.blocks if b.kind in _PROSE)
        self._small = frozenset(re.findall(r"\b[a-z]{3,}\b", self._text))

    def is_proper(self, name: str) -> bool:
        """A word of it is written with no small letter anywhere."""
        return any(word.lower() not in self._small for word in name.split())

    def has_place(self, name: str) -> bool:
        """ "In Northmere", or a council of that name."""
        return key(name) in self._councils or self._says(rf"\b[Ii]n\s{re.escape(name)}\b(?!\s[A-Z])")

    def has_people(self, name: str) -> bool:
        """Children or schools are there, or belong to it; or a council does."""
        it = re.escape(name)
        return key(name) in self._councils or self._says(
            rf"\b{_PEOPLE}\s(?:\w+\s){{0,2}}in\s{it}\b|\b{it}(?:['’]s)?\s(?:\w+\s)?{_PEOPLE}\b"
        )

    def _says(self, pattern: str) -> bool:
        return re.search(pattern, self._text) is not None


def _rows(table: Table) -> Iterator[str]:
    return (c.text for c in table.cells if c.column == 0 and c.row >= table.header_rows)


def _columns(table: Table) -> Iterator[str]:
    return (c.text for c in table.cells if c.row < table.header_rows and c.column)
