"""Claims that count what the source only lists: "three findings", where the findings stand one by one.

A list supports a count that it has. It contradicts one only where it is complete for certain: numbered from 1 without a
gap, nothing unnumbered beside it, and the only list that can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from report_extract.check.claims.facts import Fact
from report_extract.check.claims.units import Asked
from report_extract.check.paper import Paper
from report_extract.model.checks import Verdict
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Finding, Priority, Recommendation

_WORDS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_THINGS = ("findings", "recommendations", "priorities")
_COUNT = re.compile(
    rf"(?i)\b(?P<n>{'|'.join(_WORDS)}|\d{{1,2}})\s(?:(?:key|main|numbered|formal|strategic|shared|overall|partnership"
    rf"|safeguarding|local)\s){{0,2}}(?P<thing>{'|'.join(_THINGS)})\b"
)
# "the first three findings", "a further two": a part of a list, or more than it.
_PART = re.compile(
    r"(?i)\b(?:first|last|further|another|other|additional|remaining|least|most|of the|of its|of these)\s$"
)
# "three recommendations for the police": a part, chosen by what follows.
_CHOSEN = re.compile(
    r"(?i)^\s(?:for(?! (?:20\d\d|the (?:year|coming)))|to|on|about|concerning|regarding|relating|of which|that|which"
    r"|were (?!made))"
)
_SEVERAL = re.compile(r"(?i)\breviews\b|\bbetween them\b|\bin total\b|\baltogether\b")
_YEAR = re.compile(r"\b20\d\d(?:\s?[/–-]\s?\d\d)?\b")
_NO_NAME = re.compile(
    r"(?i)\b(?:lcspr|scr|local|child|safeguarding|practice|review|reviews|into|of|the|case)\b(?!\s[A-Z]\b)"
)
# Words with which a sentence says that somebody has a list, and no more.
_ABOUT_LISTS = frozenset(
    "a an and are by came child children's contains contained for from gave gives had has have identified identifies "
    "in into is it itself lcspr led list listed lists local made make makes of out partnership partnership's practice "
    "produced report review review's safeguarding set sets the there this to was were with year yielded "
    "its case".split()
)
_TWO = 2


@dataclass(frozen=True)
class _List:
    """Things of one owner; `is_complete` where their numbers run from 1 without a gap and none is without."""

    owner: str
    items: Sequence[Finding | Recommendation | Priority]
    is_complete: bool

    @property
    def count(self) -> int:
        numbered = {item.number for item in self.items if item.number}
        return len(numbered) or len(self.items)


class Counted(NamedTuple):
    """A count of a claim: how many of what, and where in the claim it stands."""

    number: int
    thing: str
    text: str


def about_a_list(asked: Asked, source: Paper) -> Fact | None:
    """Judged on what is listed; None unless each count of the claim has one list that it can only mean."""
    counts = list(counts_in(asked.text))
    lists = [_meant(count, asked.text, source) for count in counts]
    pairs = [(c, found) for c, found in zip(counts, lists, strict=True) if found is not None]
    wrong = [
        (c, found)
        for c, found in pairs
        if c.number != found.count and found.is_complete and not _may_be_of_another(c, found, asked.text)
    ]
    if wrong:
        count, found = wrong[0]
        reason = f"the report lists {found.count} {count.thing}, the cover says {count.text.split()[0].lower()}"
        return Fact(Verdict.contradicted, reason, _shown(found), 0.8)
    if not counts or len(pairs) < len(counts) or any(c.number != found.count for c, found in pairs):
        return None
    if _says_more(asked.text, [found.owner for _, found in pairs]):
        return None
    reason = "the report lists " + " and ".join(f"{found.count} {count.thing}" for count, found in pairs)
    return Fact(Verdict.supported, reason, tuple(e for _, found in pairs for e in _shown(found)), 0.85)


def _may_be_of_another(count: Counted, found: _List, text: str) -> bool:
    """Whether a claim names somebody else than the owner of the list: "the scrutineer made three recommendations"."""
    return count.thing != "priorities" and not _is_named(found.owner, text) and _says_more(text, [found.owner])


def _says_more(text: str, owners: Sequence[str]) -> bool:
    """Whether a claim says anything besides the counts and whose they are; a list does not bear that out."""
    rest = _COUNT.sub(" ", _YEAR.sub(" ", text))
    for word in (word for owner in owners for word in owner.split()):
        rest = re.sub(rf"\b{re.escape(word)}\b", " ", rest)
    return bool(set(re.findall(r"[a-z']+", rest.lower().replace("’", "'"))) - _ABOUT_LISTS)


def counts_in(text: str) -> Iterator[Counted]:
    """The counts of findings, recommendations and priorities that are of a whole list."""
    if _SEVERAL.search(text):
        return
    for match in _COUNT.finditer(text):
        if not _PART.search(text[: match.start()]) and not _CHOSEN.search(text[match.end() :]):
            number = _WORDS.get(match["n"].lower()) or int(match["n"])
            yield Counted(number, match["thing"].lower(), match.group())


def counts_a_part(text: str) -> bool:
    """Whether a claim counts things of several lists, or some of one: no list and no sentence on one can deny that."""
    return len(list(_COUNT.finditer(text))) > len(list(counts_in(text)))


def _meant(count: Counted, text: str, source: Paper) -> _List | None:
    facts = source.facts
    if count.thing == "priorities":
        return _priorities(text, [p for p in facts.priorities if p.kind == "partnership"])
    things = facts.findings if count.thing == "findings" else facts.recommendations
    lists = _by_owner([item for item in things if item.source])
    named = [found for found in lists if _is_named(found.owner, text)]
    if named:
        return named[0] if len(named) == 1 else None
    # A claim that names none can only mean the one that there is; names of others are no names of it.
    return lists[0] if len(lists) == 1 and not re.search(r"\b(?:Case|Child|Family|Baby|Adult)\s[A-Z]", text) else None


def _by_owner(items: Sequence[Finding | Recommendation]) -> list[_List]:
    """The lists in which at least two things are numbered."""
    owners = dict.fromkeys(item.source for item in items)
    lists = [_list_of(owner or "", [item for item in items if item.source == owner]) for owner in owners]
    return [found for found in lists if sum(item.number is not None for item in found.items) >= _TWO]


def _list_of(owner: str, items: Sequence[Finding | Recommendation | Priority]) -> _List:
    numbers = [item.number for item in items]
    stated = sorted({n for n in numbers if n is not None})
    return _List(owner, items, None not in numbers and stated == list(range(1, len(stated) + 1)))


def _priorities(text: str, known: Sequence[Priority]) -> _List | None:
    """The set of the year that the claim names; without a year one of the sets, where all are equally long."""
    sets = {(p.stage, p.year): [q for q in known if (q.stage, q.year) == (p.stage, p.year)] for p in known}
    years = {year.replace("-", "/").replace("–", "/").replace(" ", "") for year in _YEAR.findall(text)}
    fitting = [items for (_, year), items in sets.items() if year in years] or list(sets.values())
    counts = {len(items) for items in fitting}
    return _list_of("", fitting[0]) if len(counts) == 1 and len(fitting[0]) >= _TWO else None


def _is_named(owner: str, text: str) -> bool:
    """Whether the claim holds what tells a review from others: "Case A", "Ferry Lane"."""
    telling = _NO_NAME.sub(" ", owner).split()
    return bool(telling) and all(re.search(rf"\b{re.escape(word)}\b", text) for word in telling)


def _shown(found: _List) -> tuple[Evidence, ...]:
    """Where the first and the last of them stand."""
    ends = (found.items[0], found.items[-1])
    return tuple(piece for item in dict.fromkeys(ends) for piece in item.evidence[:1])
