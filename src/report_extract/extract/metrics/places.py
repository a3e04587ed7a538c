"""Whom and where a figure is about: what its own sentence names, else the section around it, else the whole area."""

from __future__ import annotations

import re
from typing import NamedTuple

from report_extract.language.names import AgencyName, key
from report_extract.language.scope import Scope
from report_extract.language.sentences import sentences
from report_extract.rules.kinds.agencies import Group

_NATION = re.compile(r"\b(?:in|across|throughout|for|within)\s(England|Wales|Scotland|the\sUK|London|Great\sBritain)\b")
_COMPARED = re.compile(
    r"\b(?:highest|lowest|ranked|rank|largest|average|than|top|most deprived|compared|visitors)\b", re.I
)


_OBLIGED = re.compile(r"\b(?:must|has\sto|have\sto|needs?\sto)\sbe\s\w+\sby\s(?:the\s)?$", re.IGNORECASE)
_AT_A_PLACE = re.compile(
    r"\b(?:in|for|across)\s(?:the\s)?([A-Z][\w’'&-]*(?:\s(?:(?:and|&|of|upon|on|the)\s){0,2}[A-Z][\w’'&-]*)*)"
)
_SENT_THERE = re.compile(
    r"\b(?:placed|moved|sent|taken|rehoused|trafficked|transferred|living|live)\s(?:\w+\s){0,3}?(?:in|to)\s(?!England)[A-Z]"
)
"""Where children of this area were brought: the figure is still this area's."""

_WIDER = frozenset({Group.police, Group.health, Group.justice, Group.fire, Group.inspectorate, Group.national})
"""Bodies that seldom keep to the area of one partnership: their figures are about their own ground."""
_LOCAL = frozenset({Group.children_services, Group.education, Group.youth, Group.housing, Group.public_health})


_STANDS_THERE = re.compile(r"\b(?:Hospitals?|Infirmary|Trust|Medical Centre)\b")

LONGEST_OPENING = 400  # characters in which a section's first sentence ends


class Place(NamedTuple):
    """`stated` is true where the figure's own sentence names the agency or the area."""

    area: str | None
    agency: str | None
    stated: bool


class Places:
    """Answers for one document; the whole area is what the partnership's name covers."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._openings: dict[str, tuple[int, str | None]] = {}
        self.whole = scope.whole

    def at(
        self, offset: int, *, clause: str = "", sentence: str = "", before: str = "", beside: tuple[str, str] = ("", "")
    ) -> Place:
        """The place of a figure at `offset` of the document whose clause and sentence are given.

        `before` is what its paragraph said so far: "Northmere is a port. 31,000 children live there." `beside` are
        the words around it up to the next figures: "372 in Saltmarsh", "In Northmere, 61%".
        """
        nation = None if _COMPARED.search(clause) or _SENT_THERE.search(clause) else _NATION.search(clause)
        agency = self._subject(sentence)
        area = self.area_named(clause) or self.area_named(self._without_others(sentence, agency))
        area = area or self._area_beside(beside)
        if nation:
            return Place(nation[1].removeprefix("the "), agency.name if agency else self.scope.agency_at(offset), True)
        if agency:
            return Place(area or self._area_of(agency, offset), agency.name, True)
        around = self.scope.agency_around(offset)
        if around is not None:
            return Place(area or self._area_of(around, offset), around.name, area is not None)
        own = self.scope.area_at(offset)
        own = own if own != self.whole else None
        told = area or own or self.area_named(before) or self._opening(offset)
        return Place(told or self.whole, self.scope.partnership, area is not None)

    def _opening(self, offset: int) -> str | None:
        """The area that the first sentence of the section around the offset names and no later one departs from."""
        section = self.scope.document.section_at(offset)
        if section is None:
            return None
        if section.id not in self._openings:
            after = section.start + len(section.title)
            text = self.scope.document.text[after : section.end]
            first = next(sentences(text[:LONGEST_OPENING], offset=after), None)
            named = self.area_named(first.text) if first else None
            only = named is not None and self.area_named(text) == named  # elsewhere in it nothing is said of another
            self._openings[section.id] = (first.end, named if only else None) if first else (0, None)
        end, area = self._openings[section.id]
        return area if end <= offset else None

    def _area_beside(self, beside: tuple[str, str]) -> str | None:
        """Where a sentence names several areas: the one behind the figure ("in Saltmarsh"), else the one before it."""
        behind = (self.area_named(m[1]) for m in _AT_A_PLACE.finditer(beside[1]))
        return next((area for area in behind if area), None) or self.area_named(beside[0])

    def without_area(self, label: str) -> str:
        """A label without the covered area where its figure is counted: "Referrals in Northmere" → "Referrals"."""
        for m in _AT_A_PLACE.finditer(label):
            if self.area_named(m[1]) and label[: m.start()].strip():
                return f"{label[: m.start()].rstrip()}{label[m.end() :]}"
        return label

    def area_named(self, text: str) -> str | None:
        """The one covered area that a text names."""
        return self.scope.area_in(text) if text else None

    def agency_named(self, text: str) -> AgencyName | None:
        """The agency that a label, a table row say, names as a whole or at its beginning."""
        bare = re.sub(r"\s*\([^)]*\)", "", text).strip()
        found = self.scope.names.heading(self.scope.heading_words(bare)) if bare else None
        if found:
            return found
        first = next(iter(self.scope.names.find(text)), None)
        return first.agency if first and first.start == 0 and first.end >= len(text) / 2 else None

    def _subject(self, sentence: str) -> AgencyName | None:
        """The agency that the sentence is about: the first it names, unless that is the partnership or a judge."""
        if not sentence:
            return None
        for mention in self.scope.names.find(sentence):
            group = mention.agency.group
            if group and group.value in ("inspectorate", "partnership"):
                continue
            if group is Group.council and mention.agency.place is None:
                continue
            # An agency after "by", "to", "from" or "with" is a partner in the sentence, seldom its subject.
            before = sentence[: mention.start]
            obliged = _OBLIGED.search(before)  # "£3m must be found by the force": the force has to find it
            if not obliged and re.search(r"\b(?:by|to|from|with|of|for|at|via|through)\s(?:the\s)?$", before):
                continue
            return mention.agency
        return None

    def _without_others(self, sentence: str, subject: AgencyName | None) -> str:
        """The sentence without the names of other agencies than its subject: a place in them is theirs."""
        if subject is None:
            return sentence
        for mention in self.scope.names.find(sentence):
            if mention.agency != subject:
                sentence = sentence[: mention.start] + " " * (mention.end - mention.start) + sentence[mention.end :]
        return sentence

    def _short_for(self, place: str) -> str | None:
        """The one covered area of whose name a short place is part ("Vale" for "Kestrel Vale")."""
        words = set(key(place).split())
        fitting = [area for area in self.scope.areas if words <= set(key(area).split())]
        return fitting[0] if len(fitting) == 1 else None

    def _area_of(self, agency: AgencyName, offset: int) -> str | None:
        """The covered area in the agency's name; none for a force or a service that belongs to no single one.

        A hospital is called after the town it stands in and treats whoever comes; of a body that is known by nothing
        but its name in a table nobody can say where it works.
        """
        if agency.group is None or (agency.group is Group.health and _STANDS_THERE.search(agency.name)):
            return None
        if agency.place:
            own = self.scope.area_in(agency.place) or self._short_for(agency.place)
            return own or (self.scope.area_at(offset) if agency.group in _LOCAL else None)
        if agency.group in _WIDER:
            return None
        return self.scope.area_at(offset) or self.whole
