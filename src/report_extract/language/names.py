"""Agencies named in a text: from the packs, and from what the document says itself (acronyms, headings)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from report_extract.language.acronyms import acronyms
from report_extract.rules.kinds.agencies import Agency, Group
from report_extract.rules.load import RuleBook
from report_extract.rules.name_form import NameForm
from report_extract.rules.patterns import Match

_WORD = r"[A-Z](?:[\w'’&/-]|\.(?=\w)|(?<=\bSt)\.)*"  # a full stop ends it, unless it stands within or after "St"
_RUN = re.compile(rf"{_WORD}(?:(?:[ \n](?:of|for|and|the|in|upon|on|under|with|&|-|–)){{0,3}}[ \n]\(?{_WORD})*\)?")
_TOKEN = re.compile(r"[\w&][\w'’&.-]*")
_BRACKETS = re.compile(r"\([^)]*\)")
_SIGNS = re.compile(r"'s(?=\s*$)|[^\w'\s-]")
_ARTICLE = re.compile(r"^the ")
_HEADS = re.compile(r"[A-Z][A-Za-z]+")
_AND = re.compile(r",? and (?:the )?|, ")
LONGEST_ALIAS = 10  # words; "Children and Family Court Advisory and Support Service" has eight
_LEADING = frozenset(
    re.findall(
        r"\S+",
        "the in at for by as and both from with to of on whilst while when where our this these that all each since "
        "within across following during through also however although via",
    )
)


class AgencyName(NamedTuple):
    """An agency under its canonical name; `place` where the name is made of one; `rule` is what recognised it."""

    name: str
    group: Group | None
    place: str | None
    rule: str | None


class Mention(NamedTuple):
    """An agency mentioned in a text, by offsets."""

    start: int
    end: int
    agency: AgencyName


class _Form(NamedTuple):
    """A form of names; where it has `heads`, one of these capitalised words must stand in a name."""

    pattern: NameForm
    agency: Agency
    heads: frozenset[str]

    def may_be_in(self, words: frozenset[str]) -> bool:
        return not self.heads or not self.heads.isdisjoint(words)


@lru_cache(maxsize=32768)
def key(name: str) -> str:
    """One spelling for comparing names: lower case, "and" for "&", no article, no possessive, no brackets."""
    text = _BRACKETS.sub(" ", name).replace("’", "'").replace("&", " and ").lower()
    return _ARTICLE.sub("", " ".join(_SIGNS.sub(" ", text).split()))


class Names:
    """The agencies that a document may speak of.

    Built from the rules; `learn` adds what the document's text explains, `add` what its headings and tables name.
    """

    def __init__(self, book: RuleBook) -> None:
        rules = book.of(Agency)
        self._known: dict[str, AgencyName] = {}
        self._acronyms: dict[str, AgencyName] = {}
        self.meanings: dict[str, str] = {}
        self._forms = [_Form(f, rule, f.heads) for rule in rules for f in rule.forms]
        self._heading_forms = [_Form(f, rule, f.heads) for rule in rules for f in rule.heading_forms]
        self._runs: dict[str, tuple[Mention, ...]] = {}
        self._met: frozenset[AgencyName] = frozenset()
        for rule in rules:
            if rule.title:
                agency = AgencyName(rule.title, rule.group, None, rule.name)
                spoken = (rule.title,) if len(rule.title.split()) > 1 or not rule.heading_forms else ()
                for spelling in (*spoken, *rule.aliases):
                    self._known[key(spelling)] = agency
                for short in rule.acronyms:
                    self._acronyms[short] = agency

    def learn(self, text: str) -> None:
        """Takes over the acronyms that the text explains, and the names under which it knows each agency best."""
        for found in acronyms(text):
            self.meanings.setdefault(found.short, found.long)
            agency = self.named(found.long)
            if agency and found.short not in self._acronyms:
                self._acronyms[found.short] = agency
        self._runs.clear()
        self._prefer_common_names(text)

    def add(self, name: str, agency: AgencyName) -> None:
        """Makes a name known that the document uses as one (a heading, a row of the attendance table)."""
        self._known.setdefault(key(name), agency)
        self._runs.clear()

    def known(self) -> frozenset[AgencyName]:
        """Every agency that is known by a name so far."""
        return frozenset(self._known.values()) | self._met

    @property
    def short_forms(self) -> frozenset[str]:
        """Acronyms of agencies and of everything else that the document explains."""
        return frozenset(self._acronyms) | frozenset(self.meanings)

    def named(self, text: str) -> AgencyName | None:
        """The agency that a whole text names (a label, a heading in title case), else None."""
        bare = _without_article(" ".join(text.split()))
        known = self._known.get(key(bare)) or self._acronyms.get(bare)
        if known:
            return known
        for form in self._forms:
            match = form.pattern.fullmatch(bare)
            if match and not self._second_name(bare):
                return _from_form(form, match)
        return None

    def _second_name(self, text: str) -> int:
        """Where "X Council and Y Trust" is two names: the offset of the second, else 0."""
        for link in _AND.finditer(text):
            if self.named(text[: link.start()]) and self.named(text[link.end() :]):
                return link.end()
        return 0

    def heading(self, text: str) -> AgencyName | None:
        """As `named`, with the forms that count only in headings and labels too."""
        bare = _without_article(" ".join(text.split()))
        for form in () if self._known.get(key(bare)) else self._heading_forms:
            match = form.pattern.fullmatch(bare)
            if match:
                return _from_form(form, match)
        return self.named(bare)

    def find(self, text: str, *, offset: int = 0) -> Iterator[Mention]:
        """Agencies mentioned in a text, leftmost and longest first; `offset` is added to the positions."""
        for run in _RUN.finditer(text):
            for mention in self._in_run(run[0]):
                at = offset + run.start()
                yield Mention(at + mention.start, at + mention.end, mention.agency)

    def _in_run(self, run: str) -> tuple[Mention, ...]:
        if run not in self._runs:
            self._runs[run] = _without_overlaps([*self._by_form(run), *self._by_name(run)])
        return self._runs[run]

    def _by_form(self, run: str) -> Iterator[Mention]:
        if " " not in run and "\n" not in run:
            return
        words = frozenset(_HEADS.findall(run))
        for form in self._forms:
            for match in form.pattern.finditer(run) if form.may_be_in(words) else ():
                start = match.start() + _leading(match.group())
                start += self._second_name(run[start : match.end()])
                agency = self.named(run[start : match.end()])
                if agency:
                    yield Mention(start, match.end(), agency)

    def _by_name(self, run: str) -> Iterator[Mention]:
        tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(run)]
        for first, (start, _) in enumerate(tokens):
            for _, end in tokens[first : first + LONGEST_ALIAS]:
                piece = re.sub(r"['’]s?$", "", run[start:end].rstrip(".,-"))
                agency = self._acronyms.get(piece) or self._known.get(key(piece))
                if agency and piece.lower() not in _LEADING:
                    yield Mention(start, start + len(piece), agency)

    def _prefer_common_names(self, text: str) -> None:
        """Where one body goes by two forms of one place ("X Council", "London Borough of X"), the commoner wins."""
        seen: dict[tuple[Group | None, str], Counter[str]] = {}
        for mention in self.find(text):
            if mention.agency.place:
                same = seen.setdefault((mention.agency.group, key(mention.agency.place)), Counter())
                same[mention.agency.name] += 1
                self._met |= {mention.agency}
        for names in seen.values():
            best = names.most_common(1)[0][0]
            agency = self.named(best)
            for other in names:
                if agency and other != best and agency.group is not Group.health:
                    self._known[key(other)] = agency
        self._runs.clear()


def _from_form(form: _Form, match: Match) -> AgencyName:
    place = match.groupdict().get("place")
    name = form.agency.title or _without_article(match.group())
    return AgencyName(name, form.agency.group, place, form.agency.name)


def _leading(text: str) -> int:
    """How many characters of small words ("In", "The", "Both") stand before the name proper."""
    at = 0
    for token in _TOKEN.finditer(text):
        if token[0].lower() not in _LEADING:
            return token.start()
        at = token.end()
    return at


def _without_article(text: str) -> str:
    return re.sub(r"^(?:[Tt]he|THE)\s+", "", text).strip(" :-–.,;")


def _without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    taken: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in taken):
            taken.append(mention)
    return tuple(sorted(taken))
