"""Which partnership a document speaks for: one that a pack knows, or the one of the place that its name holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from report_extract.extract.partnership_names import PrintedName, place_slug, printed_names
from report_extract.model.document import Document
from report_extract.model.extraction import Partnership
from report_extract.rules.kinds.partnerships import PartnershipForm, PartnershipRule
from report_extract.rules.load import RuleBook

# A name in the title outweighs any number of mentions that a paper makes of its neighbours.
TITLE_WEIGHT = 50
_PLACE_WORD = r"[A-Z][\w’'.-]*"
_LONGER_NAME = re.compile(rf"(?P<before>{_PLACE_WORD})(?P<link>,?\s(?:and|&)\s|\s|,\s)$")
_JOINED = re.compile(r"(?:^|\s)(?:and|&|of|upon|on|in|the)$", re.I)
_BODY = re.compile(r"\b(?:partnership|board|arrangements|executive)\b", re.I)
ACRONYM_LETTERS = 3


def find_partnership(document: Document, *, title: str | None, book: RuleBook) -> Partnership | None:
    """The partnership named most, the title's first. None where the document names none."""
    body = document.text[: document.body_end]
    votes = Counter(rule.id for rule in _known(body, book))
    for rule in _known(title or "", book):
        votes[rule.id] += TITLE_WEIGHT
    learnt = [n for n in printed_names(body, book) if not _is_known(n.name, book)]
    titled = [n for n in printed_names(title or "", book) if not _is_known(n.name, book)]
    places = Counter(n.place for n in learnt)
    for name in titled:
        places[name.place] += TITLE_WEIGHT
    places = _shortest(places)
    for place in list(places):
        covered = _of_areas(place, book)
        if covered is not None:
            votes[covered.id] += places.pop(place)
    best, count = (votes.most_common(1) or [("", 0)])[0]
    other, other_count = (places.most_common(1) or [("", 0)])[0]
    if count and count >= other_count:
        rule = next(r for r in book.of(PartnershipRule) if r.id == best)
        return Partnership(id=rule.id, name=rule.title, acronym=next(iter(_printed_acronyms(rule, body)), None))
    if other_count:
        return _unknown(other, [*learnt, *titled], body, book)
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


def _shortest(places: Counter[str]) -> Counter[str]:
    """A place with words of its sentence before it counts for the place itself; "A and B" is another than "B"."""
    out = Counter[str]()
    for place, count in places.items():
        inner = [p for p in places if place.endswith(f" {p}") and not _JOINED.search(place[: -len(p)].strip())]
        out[min(inner, key=len, default=place)] += count
    return out


@lru_cache(maxsize=8)
def _areas(book: RuleBook) -> dict[frozenset[str], PartnershipRule | None]:
    """Partnerships of the packs by the areas that they cover; None where two cover the same."""
    table: dict[frozenset[str], PartnershipRule | None] = {}
    for rule in book.of(PartnershipRule):
        key = frozenset(place_slug(area, book) for area in rule.areas)
        table[key] = None if key in table else rule
    return table


def _of_areas(place: str, book: RuleBook) -> PartnershipRule | None:
    """The known partnership of exactly these areas, under whatever name it goes this year."""
    parts = re.split(r",?\s(?:and|&)\s(?:the\s)?|,\s", place)
    for key in ({place_slug(place, book)}, {place_slug(p, book) for p in parts}):
        rule = _areas(book).get(frozenset(key))
        if rule is not None:
            return rule
    return None


def _unknown(place: str, learnt: list[PrintedName], body: str, book: RuleBook) -> Partnership:
    """With its place: boards became partnerships and partnerships change their names, but not their place."""
    own = [n for n in learnt if n.place == place] or [n for n in learnt if n.place.endswith(f" {place}")]
    names = Counter(n.name for n in own)
    spelt = [n for n, _ in names.most_common() if not n.isupper()] or [n for n, _ in names.most_common()]
    full = [n for n in spelt if not n.split()[-1].isupper() or n.isupper()]
    bodies = [n for n in full if _BODY.search(n)]  # "Keeping Children Safe in …" may be the title of a report only
    name = (bodies or full or spelt)[0]
    if name.isupper():
        name = " ".join(w.lower() if w.lower() in ("and", "of", "in", "for") else w.capitalize() for w in name.split())
    acronyms = Counter(n.acronym for n in own if n.acronym)
    initials = _initials(name)
    if not acronyms and len(initials) >= ACRONYM_LETTERS and re.search(rf"(?<!\w){initials}(?!\w)", body):
        acronyms[initials] += 1
    acronym = acronyms.most_common(1)[0][0] if acronyms else None
    slug = place_slug(place, book)
    whole = name.startswith(place.split()[0]) and not name.split()[-1].isupper()  # no "Safe in …", no "… LSCP"
    made = initials if whole else f"{_initials(place)}{next((f.short for f in book.of(PartnershipForm)), '')}"
    short = acronym or (made if len(made) >= ACRONYM_LETTERS else slug)
    return Partnership(id="_".join(re.findall(r"[a-z0-9]+", short.lower())), name=name, place=slug, acronym=acronym)


def _initials(name: str) -> str:
    small = ("and", "of", "the", "upon", "in", "for")
    return "".join(w[0] for w in re.findall(r"[A-Za-z][\w'’-]*", name) if w.lower() not in small).upper()


def _by_acronym(text: str, book: RuleBook) -> Partnership | None:
    """An acronym that one partnership alone has, with one of its areas printed beside it."""
    found = [r for r in book.of(PartnershipRule) if _printed_acronyms(r, text) and any(a in text for a in r.areas)]
    if len(found) != 1:
        return None
    return Partnership(id=found[0].id, name=found[0].title, acronym=_printed_acronyms(found[0], text)[0])


def _printed_acronyms(rule: PartnershipRule, text: str) -> list[str]:
    return [a for a in rule.acronyms if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", text)]
