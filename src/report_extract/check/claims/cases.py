"""Of which review a sentence speaks: the case that it names, the last one named before it, or that of its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.check.claims.moods import done
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_CASE = re.compile(
    r"\b(?:Case|Child|Family|Baby|Adult|Young\sPerson)\s"
    r"(?!(?:Safeguarding|Protection|Death|Sexual|Criminal|Exploitation|Social|Hub|Practice)\b)[A-Z][\w-]*"
)


def cases_in(text: str) -> frozenset[str]:
    """The names of cases in a text: "Child Wren", "Baby K"."""
    return frozenset(" ".join(m.group().split()) for m in _CASE.finditer(text))


def is_of_another_case(asked: Asked, units: Sequence[Unit], heading: str, vocabulary: Vocabulary) -> bool:
    """Whether what a claim says was done to a case is said in the passage only of others."""
    mine, verb = cases_in(asked.text), vocabulary.spread(vocabulary.words(done(asked.text)))
    if not mine or not verb:
        return False
    named, found = cases_in(heading), []
    for unit in units:
        named = cases_in(unit.text) or named
        if not verb.isdisjoint(unit.words):
            found.append(named)
    return bool(found) and all(mine.isdisjoint(cases) for cases in found)
