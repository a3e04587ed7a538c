"""Who speaks and about which area, at any place of a document: read off the sections around it.

Built once per document and shared by everything that needs an agency or an area.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from report_extract.language.covered import places_in_tables
from report_extract.language.headings import is_shouted, meanings_of, unshouted
from report_extract.language.names import AgencyName, Names, key
from report_extract.model.document import BlockKind, Document, Section
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.load import RuleBook

# A heading is an agency's where its name fills this share of it ("Update from Northmere Police"), by eye.
NAME_SHARE = 0.55
LONGEST_AGENCY_HEADING = 9  # words of a heading that, among agencies' own statements, is taken for an agency's name
_ACCOUNT = re.compile(
    r"(?i)\s*[-–:,]?\s*(?:(?:annual )?(?:update|report|statement|summary|contribution)s?|\(?continued\)?)$"
)
_NUMBERING = re.compile(r"^\s*(?:(?:section|part|chapter)\s+)?\d+(?:\.\d+)*[.):]?\s+", re.I)
_PARTS = re.compile(r"\s+[-–—|]\s+|:\s+")
_POSSESSIVE = re.compile(r"'s?(?=\s|$)")
_CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,6}\b")
_SMALL_LETTERS = re.compile(r"\b[a-z]{2,7}\b")
_MEMBER = re.compile(r"(?i)(?:member |partner )?(?:agenc(?:y|ies)|members?|organisations?|partners?|contributors?)")
_BOTH = re.compile(
    r" (?:both|the two) (?:boroughs|areas|councils|(?:local )?authorities|cities|counties|districts|places|towns) "
)
_TITLE_CASE = re.compile(r"[A-Z][\w’'&.-]*(?: (?:(?:of|for|and|the|in|on|upon|with|&|to) ){0,2}[A-Z][\w’'&.-]*)+")
_POST = re.compile(
    r"(?i)\b(?:members?|manager|scrutineer|chair|officers?|director|leads?|teachers?|advis[eo]rs?|nurse|doctor"
    r"|councillors?|representatives?|reserves?|grants?|contributions?|income|total)$"
)
_FOOTING = frozenset({"total", "organisation", "agency", "member", "income", "expenditure", "partner", "attendance"})
_FORM = frozenset({"service", "team", "directorate", "division", "department"})
_AREA_GROUPS = frozenset({Group.council, Group.children_services, Group.education, Group.youth, Group.housing})


class Scope:
    """`names` knows the agencies; `partnership` is the name under which the document speaks of itself, if it does.

    `areas` are the places that the report covers, one for most partnerships; `whole` is what they are called together
    ("Kestrel Vale & Ashcombe"), itself one of them unless its name is made of theirs.
    """

    def __init__(self, document: Document, *, book: RuleBook) -> None:
        self.document, self.book = document, book
        self.names = Names(book)
        self.names.learn(document.text[: document.body_end])
        self._sections = {s.id: s for s in document.outline}
        self._capitals = self.names.short_forms | _words_in_capitals(document)
        self._learn_labels()
        self._members = {key(a.name): a for a in _members(document)}
        self._agency_of: dict[str, AgencyName | None] = {}
        self._mentions = tuple(self.names.find(document.text[: document.body_end]))
        speaker = self._find_partnership()
        self.partnership = speaker.name if speaker else None
        self.whole = speaker.place if speaker else None
        self.areas = self._find_areas()

    def agency_at(self, offset: int) -> str | None:
        """The agency whose section surrounds the offset; None where the partnership as a whole speaks."""
        found = self.agency_around(offset)
        return found.name if found else None

    def agency_around(self, offset: int) -> AgencyName | None:
        """As `agency_at`, with everything known of the agency."""
        for section in self._inside_out(offset):
            agency = self._agency(section)
            if agency:
                return agency
        return None

    def area_at(self, offset: int) -> str | None:
        """The area that the sections around the offset speak of; the whole area where only the partnership speaks.

        None in the account of an agency whose name says no area of the report (a regional force or trust).
        """
        speaker: AgencyName | None = None
        for section in self._inside_out(offset):
            agency = self._agency(section)
            area = self.area_in(section.title) or self.area_in(agency.place if agency and agency.place else "")
            if area and (area != self.whole or speaker is None):
                return area
            speaker = speaker or agency
        return self.whole if speaker is None or self.whole in self.areas else None

    def area_in(self, text: str) -> str | None:
        """The one area that a text names, the whole if it names that, None where it names none or several."""
        folded = f" {_POSSESSIVE.sub('', key(text))} "
        if self.whole and (f" {key(self.whole)} " in folded or (len(self.areas) == 2 and _BOTH.search(folded))):
            return self.whole
        named = [area for area in self.areas if f" {key(area)} " in folded]
        return named[0] if len(named) == 1 else None

    def section_agency(self, section: Section) -> str | None:
        """The agency that the section or one around it belongs to."""
        return self.agency_at(section.start)

    def _inside_out(self, offset: int) -> Iterator[Section]:
        section = self.document.section_at(offset)
        while section is not None:
            yield section
            section = self._sections.get(section.parent) if section.parent else None

    def _agency(self, section: Section) -> AgencyName | None:
        if section.id not in self._agency_of:
            self._agency_of[section.id] = self._agency_in_heading(section)
        return self._agency_of[section.id]

    def _agency_in_heading(self, section: Section) -> AgencyName | None:
        around = self.document.section_path(section.start)
        if any("messages" in meanings_of(s.title, self.book) for s in around):
            return None  # "The Police" among messages to readers is an audience, nobody's account
        title = self.heading_words(section.title)
        if "practice_reviews" in meanings_of(title, self.book):
            return None  # "Young Person Z" is a case
        named = self.names.heading(title)
        if named:
            return named if named.group is not Group.partnership else None
        if key(title) in self._members:
            return self._members[key(title)]
        parts = [p for p in _PARTS.split(title) if p.strip()]
        if len(parts) > 1:
            return self._compound(title, parts)
        mentions = list(self.names.find(title))
        if len(mentions) == 1 and (mentions[0].end - mentions[0].start) / len(title) >= NAME_SHARE:
            return mentions[0].agency if mentions[0].agency.group is not Group.partnership else None
        return self._by_company(section, title)

    def _compound(self, title: str, parts: list[str]) -> AgencyName | None:
        """ "Northmere Council - Children & Families": the part that the document knows by a name of its own."""
        words = _stems(title)
        known = sorted(self.names.known(), key=lambda a: a.name)  # a set has no order of its own
        own = [a for a in known if a.place and len(_stems(a.name)) > 2 and _stems(a.name) - _FORM <= words]
        own = [a for a in own if a.group is not Group.council]
        if own:
            return max(own, key=lambda a: len(a.name))
        first = self.names.heading(parts[0])
        return first if first and first.group is not Group.partnership else None

    def _by_company(self, section: Section, title: str) -> AgencyName | None:
        """Among the agencies' own statements, a short heading that means nothing else is the name of one."""
        parent = self._sections.get(section.parent) if section.parent else None
        if parent is None or "agency_statements" not in meanings_of(parent.title, self.book):
            return None
        if len(title.split()) > LONGEST_AGENCY_HEADING or meanings_of(title, self.book) or not title[:1].isupper():
            return None
        siblings = [s for s in self.document.outline if s.parent == parent.id]
        known = sum(self.names.heading(self.heading_words(s.title)) is not None for s in siblings)
        if known * 2 < len(siblings):
            return None
        agency = AgencyName(title, None, None, None)
        self.names.add(title, agency)
        return agency

    def heading_words(self, title: str) -> str:
        """A heading without number, closing words and capitals: "4.2 NORTHMERE POLICE UPDATE" → "Northmere Police"."""
        text = unshouted(" ".join(title.split()), acronyms=self._capitals)
        return _ACCOUNT.sub("", _NUMBERING.sub("", text)).strip(" :-–") or text

    def _learn_labels(self) -> None:
        """Names that stand as headings or first cells of tables are names in sentences too."""
        labels = [s.title for s in self.document.outline]
        labels += [c.text for t in self.document.tables for c in t.cells if c.column == 0 and c.row >= t.header_rows]
        for label in labels:
            words = self.heading_words(label)
            if len(words.split()) <= LONGEST_AGENCY_HEADING and key(words) not in _FOOTING:
                agency = self.names.heading(words)
                if agency and agency.place:
                    self.names.add(words, agency)

    def _find_partnership(self) -> AgencyName | None:
        """The partnership named oftenest; a board counts where no partnership is named: it may be a single area's."""
        titles = [self.heading_words(s.title) for s in self.document.outline]
        in_titles = [m.agency for title in titles for m in self.names.find(title)]
        named = [
            agency
            for agency in (*in_titles, *(m.agency for m in self._mentions))
            if agency.group is Group.partnership and agency.place
        ]
        counts = Counter([a for a in named if not a.name.endswith("Board")] or named)
        return counts.most_common(1)[0][0] if counts else None

    def _find_areas(self) -> tuple[str, ...]:
        """The places in the partnership's name, else that place itself; with those that tables set side by side."""
        if self.whole is None:
            return ()
        own = self._in_own_name(self.whole)
        inside = places_in_tables(
            self.document,
            whole=self.whole,
            councils={key(a.place) for a in self.names.known() if a.place and a.group in _AREA_GROUPS},
            is_agency=lambda name: self.names.heading(name) is not None,
        )
        known = {key(area) for area in own}
        return (*own, *(place for place in inside if key(place) not in known))

    def _in_own_name(self, whole: str) -> tuple[str, ...]:
        """Places of the councils and their services that the partnership's name mentions, else that place itself."""
        places = Counter(m.agency.place for m in self._mentions if m.agency.group in _AREA_GROUPS and m.agency.place)
        wanted = key(whole)
        parts = [p for p in re.split(r"\s+and\s+|,\s*", wanted) if p]
        if len(parts) < 2 or any(key(place) == wanted for place in places):
            return (whole,)
        found = [self._place_of(part, places) or part.title() for part in parts]
        return tuple(dict.fromkeys(found))

    def _place_of(self, part: str, places: Counter[str]) -> str | None:
        """The fullest common name of a part of the partnership's name ("Vale" → "Kestrel Vale")."""
        fitting = (p for p, _ in places.most_common() if part in key(p).split() and "and" not in key(p).split())
        return next(fitting, None)


def _members(document: Document) -> Iterator[AgencyName]:
    """The names in the table of attendance or of contributions, by which a heading without a usual form is one too."""
    for table in document.tables:
        corner = next((c.text for c in table.cells if (c.row, c.column) == (0, 0)), "")
        if not _MEMBER.fullmatch(corner.strip()):
            continue
        for cell in table.cells:
            words = " ".join(cell.text.split())
            named = len(words.split()) > 1 and _TITLE_CASE.fullmatch(words) and not _POST.search(words)
            if cell.column == 0 and cell.row >= max(1, table.header_rows) and named and key(words) not in _FOOTING:
                yield AgencyName(words, None, None, None)


def _words_in_capitals(document: Document) -> frozenset[str]:
    """Words that running text sets in capitals ("NHS", "MASH"), so that a shouted heading keeps them."""
    prose = [b.text for b in document.blocks if b.kind is BlockKind.paragraph and not is_shouted(b.text)]
    small = {word for text in prose for word in _SMALL_LETTERS.findall(text)}
    return frozenset(w for text in prose for w in _CAPITALS.findall(text) if w.lower() not in small)


def _stems(text: str) -> frozenset[str]:
    """Words without plural and possessive endings, small words left out."""
    return frozenset(re.sub(r"'?s$", "", w) for w in key(text).split() if w not in {"and", "of", "the"})
