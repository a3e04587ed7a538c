"""Who did a thing: "the review was led by A" against "it was led by independent author B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from report_extract.check.claims.binding import all_stated
from report_extract.check.claims.units import Asked, Unit
from report_extract.check.claims.words import Vocabulary

_FORMS = {
    "led": "lead",
    "wrote": "write",
    "written": "write",
    "authored": "write",
    "chaired": "chair",
    "conducted": "conduct",
    "undertook": "conduct",
    "undertaken": "conduct",
    "carried out": "conduct",
    "commissioned": "commission",
    "drafted": "draft",
    "hosted": "host",
}
_DID = "|".join(form.replace(" ", r"\s") for form in _FORMS)
_PASSIVE = re.compile(
    rf"(?i:\b(?P<did>{_DID})\s(?:\w+\s)?by\s(?:the\s|an?\s)?(?:independent\s\w+\s|\w+\sauthors?\s)?)"
    r"(?P<who>[^,.;()]+?)(?=\s(?:and\s(?:was|published|its|the|it)|in\s|on\s|which|who|was|is)\b|[,.;()]|$)"
)
_ACTIVE = re.compile(
    rf"(?:^|(?<=[.;]\s))(?P<who>[A-Z][^,.;()]{{2,50}}?)\s(?:has\s|had\s|have\s)?(?P<did>{_DID})\s(?!by\b)"
)
_TITLE = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof(?:essor)?|Sir|Dame|Rev)\b\.?")
_SUBJECT = 0.95  # of the claim's other words, in the passage and its headings


class Agent(NamedTuple):
    """Who did what: the verb in its base form and the words that name who."""

    did: str
    who: str


class Agents:
    """Compares who is said to have done a thing, in the words of one source."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def other(self, asked: Asked, units: Sequence[Unit], context: frozenset[str]) -> tuple[list[str], list[Unit]]:
        """What sentences say where they name another for the same deed; `context` are the words of their headings."""
        mine = list(agents(asked.text))
        if len(mine) != 1 or asked.anchors.negations:
            return [], []
        for i, unit in enumerate(units):
            theirs = [a for a in agents(unit.text) if a.did == mine[0].did]
            there = context.union(*(u.words for u in units[: i + 1]))
            if len(theirs) != 1 or not self._is_of_it(asked, mine[0], unit, there):
                continue
            if not self._is_one(mine[0].who, theirs[0].who):
                return [f"the report says {theirs[0].who}, the cover {mine[0].who}"], [unit]
        return [], []

    def _is_of_it(self, asked: Asked, agent: Agent, unit: Unit, there: frozenset[str]) -> bool:
        """Whether the sentence with those before it and its headings holds all else that the claim says."""
        vocabulary = self._vocabulary
        left_out = {*vocabulary.words(agent.who), *(w for form in _FORMS for w in vocabulary.words(form))}
        rest = [w for w in asked.words if w not in left_out]
        return (
            bool(rest)
            and vocabulary.coverage(rest, there=there) >= _SUBJECT
            and all_stated(asked.anchors, unit.anchors)
            and not asked.anchors.years - unit.anchors.years
        )

    def _is_one(self, a: str, b: str) -> bool:
        """Whether two names may be of one: they share a word."""
        one, other = (self._vocabulary.spread(self._vocabulary.words(_TITLE.sub(" ", name))) for name in (a, b))
        return not one.isdisjoint(other)


def agents(text: str) -> Iterator[Agent]:
    """Who did what in a sentence, told in the passive or the active voice."""
    for pattern in (_PASSIVE, _ACTIVE):
        for match in pattern.finditer(text):
            did = " ".join(match["did"].lower().split())
            yield Agent(_FORMS[did], match["who"].strip())
