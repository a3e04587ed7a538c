"""Which partnership a document speaks for: one that a pack knows, or the name that the document itself prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from report_extract.model.document import Document
from report_extract.model.extraction import Partnership
from report_extract.rules.kinds.partnerships import PartnershipForm, PartnershipRule
from report_extract.rules.load import RuleBook

# A name in the title outweighs any number of mentions that a paper makes of its neighbours.
TITLE_WEIGHT = 50
_PLACE_WORD = r"[A-Z][\w’'.-]*"
_LINK = r"(?:\s(?:and|&|of|upon|on|the|in))*"
_ACRONYM = re.compile(r"\s*[\(\[–-]\s*(?:the\s)?[‘'\"“]?(?P<acronym>[A-Z][A-Za-z&]{1,9})[’'\"”]?\s*[\)\]]")
_LONGER_NAME = re.compile(rf"(?P<before>{_PLACE_WORD})(?P<link>,?\s(?:and|&)\s|\s|,\s)$")
ACRONYM_LETTERS = 4
LONGEST_PLACE = 8  # words


def find_partnership(document: Document, *, title: str | None, book: RuleBook) -> Partnership | None:
    """The partnership named most, the title's first. None where the document names none."""
    body = document.text[: document.body_end]
    votes = Counter(rule.id for rule in _known(body, book))
    for rule in _known(title or "", book):
        votes[rule.id] += TITLE_WEIGHT
    learnt = list(_learnt(body, book))
    names = Counter(_key(name) for name, _ in learnt if not _is_known(name, book))
    for name, _ in _learnt(title or "", book):
        if not _is_known(name, book):
            names[_key(name)] += TITLE_WEIGHT
    names = _shortest(names)
    best, count = (votes.most_common(1) or [("", 0)])[0]
    other, other_count = (names.most_common(1) or [("", 0)])[0]
    if count and count >= other_count:
        rule = next(r for r in book.of(PartnershipRule) if r.id == best)
        return Partnership(id=rule.id, name=rule.title)
    if other_count:
        return _unknown(other, learnt or list(_learnt(title or "", book)))
    return _by_acronym(f"{title or ''} {body}", book)


def _fold(text: str) -> str:
    text = text.lower().replace("’", "'").replace("&", "and").replace("local safeguarding", "safeguarding")
    return " ".join(text.replace("children's", "children").split())


@lru_cache(maxsize=8)
def _names(book: RuleBook) -> tuple[re.Pattern[str], dict[str, PartnershipRule]]:
    table = {_fold(n): rule for rule in book.of(PartnershipRule) for n in (rule.title, *rule.names)}
    longest_first = "|".join(re.escape(n) for n in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest_first or '(?!)'})(?![\w-])"), table


def _known(text: str, book: RuleBook) -> Iterator[PartnershipRule]:
    """Mentions of partnerships in the packs; a name that is only the end of a longer name does not count."""
    pattern, table = _names(book)
    folded = _fold(text)
    if not folded:
        return
    cased = " ".join(text.replace("’", "'").replace("&", "and").split())
    cased = re.sub(r"\b([Ll])ocal (?=[Ss]afeguarding)", "", cased)
    cased = re.sub(r"(?i)children's", lambda m: m[0][:-2], cased)
    for found in pattern.finditer(folded):
        before = cased[: found.start()] if cased.lower() == folded else ""
        longer = _LONGER_NAME.search(before[-60:])
        if longer is None or not _joins(longer):
            yield table[found[0]]


def _joins(longer: re.Match[str]) -> bool:
    """ "Northmere and Leeds …": the place before "and" belongs to the name. A word before a space alone may not."""
    return "and" in longer["link"] and longer["before"] not in ("The", "And", "Report", "Council", "Partnership")


def _is_known(name: str, book: RuleBook) -> bool:
    return next(_known(name, book), None) is not None


@lru_cache(maxsize=8)
def _form(book: RuleBook) -> tuple[re.Pattern[str], frozenset[str]]:
    rules = book.of(PartnershipForm)
    endings = sorted({e for r in rules for e in r.endings}, key=len, reverse=True)
    place = rf"(?P<place>{_PLACE_WORD}(?:{_LINK}\s{_PLACE_WORD}){{0,{LONGEST_PLACE - 1}}}?)"
    pattern = re.compile(rf"(?<![\w-]){place}\s(?P<ending>(?i:{'|'.join(map(re.escape, endings)) or '(?!)'}))(?!\w)")
    return pattern, frozenset(d for r in rules for d in r.drop)


def _learnt(text: str, book: RuleBook) -> Iterator[tuple[str, str | None]]:
    """Names of partnerships as printed, with the acronym that follows in brackets."""
    pattern, drop = _form(book)
    for line in re.split(r"[\n\t]", text):
        flat = " ".join(line.split())
        for found in pattern.finditer(flat):
            place = _without(found["place"], drop)
            if place:
                acronym = _ACRONYM.match(flat, found.end())
                yield f"{place} {found['ending']}", acronym["acronym"] if acronym else None


def _without(place: str, drop: frozenset[str]) -> str:
    """The place without the words of a sentence or title before it."""
    phrases = sorted((d.lower() for d in drop), key=len, reverse=True)
    changed = True
    while changed:
        changed = False
        for phrase in phrases:
            if place.lower() == phrase or place.lower().startswith(phrase + " "):
                place, changed = place[len(phrase) :].strip(), True
                break
    return place if place[:1].isupper() else ""


def _key(name: str) -> str:
    return _fold(name)


def _shortest(names: Counter[str]) -> Counter[str]:
    """A name with words of its sentence before it counts for the name itself."""
    out = Counter[str]()
    for name, count in names.items():
        out[min((n for n in names if name == n or name.endswith(" " + n)), key=len)] += count
    return out


def _initials(name: str) -> str:
    return "".join(
        w[0] for w in re.findall(r"[A-Za-z][\w'’-]*", name) if w.lower() not in ("and", "of", "the", "upon")
    ).upper()


def _unknown(key: str, learnt: list[tuple[str, str | None]]) -> Partnership:
    """An id from the acronym that the document gives the name, else from its initials, as partnerships form acronyms.

    A paper that prints no acronym thus gets the same id as another year's paper that does.
    """
    printed = Counter(name for name, _ in learnt if _key(name) == key)
    name = next(
        (n for n, _ in printed.most_common() if not n.isupper()), printed.most_common(1)[0][0] if printed else key
    )
    acronyms = Counter(a for n, a in learnt if a and _key(n) == key)
    initials = _initials(key)
    slug = acronyms.most_common(1)[0][0] if acronyms else initials if len(initials) >= ACRONYM_LETTERS else key
    if name.isupper():
        name = " ".join(w if w.lower() in ("and", "of") else w.capitalize() for w in name.split())
    return Partnership(id="_".join(re.findall(r"[a-z0-9]+", slug.lower().replace("'", "").replace("’", ""))), name=name)


def _by_acronym(text: str, book: RuleBook) -> Partnership | None:
    """An acronym that one partnership alone has, with one of its areas printed beside it."""
    found = [r for r in book.of(PartnershipRule) if _acronym_printed(r, text) and any(a in text for a in r.areas)]
    return Partnership(id=found[0].id, name=found[0].title) if len(found) == 1 else None


def _acronym_printed(rule: PartnershipRule, text: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text) for a in rule.acronyms)
