"""One body under several names: what papers of other years and other partnerships call the same agency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from report_extract.compare.words import fold
from report_extract.language.names import AgencyName, Names, key
from report_extract.rules.kinds.agencies import Agency
from report_extract.rules.load import RuleBook

_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z]")  # "KVCT", "NSSCP", "MoD"
_SMALL = frozenset("and of for the in on to".split())


class Bodies:
    """Identities of agencies: by the packs (aliases, forms of one body of a place), else by the name itself."""

    def __init__(self, book: RuleBook) -> None:
        self._names = Names(book)
        self._one_per_place = {rule.name for rule in book.of(Agency) if rule.one_per_place}
        self._known: dict[str, AgencyName | None] = {}

    def known(self, name: str) -> AgencyName | None:
        """What the packs know of a name that stands by itself."""
        if name not in self._known:
            # In a sentence's form first: "NHS {place}" as a heading would take a whole name for the place.
            self._known[name] = self._names.named(name) or self._names.heading(name)
        return self._known[name]

    def key_of(self, name: str | None) -> str:
        """The same text for all names of one body; empty for none."""
        if not name:
            return ""
        agency = self.known(name)
        if agency is None:
            return fold(name)
        if agency.place and agency.rule in self._one_per_place:
            return f"{agency.rule} {key(agency.place)}"
        return fold(agency.name)

    def group_of(self, name: str) -> str | None:
        """What kind of body it is; None where the packs do not say."""
        agency = self.known(name)
        return agency.group.value if agency and agency.group else None


@lru_cache(maxsize=8)
def bodies(book: RuleBook) -> Bodies:
    """The identities of one book of rules."""
    return Bodies(book)


def spelled_out(short: str, names: Iterable[str]) -> str | None:
    """The one of `names` whose initials `short` is: "KVCT" of "Kestrel Vale Community Trust"; None if several."""
    if not _SHORT.fullmatch(short):
        return None
    fitting = {name for name in names if name != short and short.upper() in _initials(name)}
    return fitting.pop() if len(fitting) == 1 else None


def with_place(short: str, names: Iterable[str]) -> str | None:
    """The one of `names` that ends in `short` and says whose it is: "City Council" of "Ashby City Council"."""
    words = fold(short).split()
    fitting = {fold(name): name for name in names if _ends_in(fold(name).split(), words)}
    return next(iter(fitting.values())) if len(fitting) == 1 and len(words) > 1 else None


def _ends_in(longer: list[str], words: list[str]) -> bool:
    return len(longer) > len(words) and longer[-len(words) :] == words


def _initials(name: str) -> tuple[str, str]:
    """With the first letter of acronyms inside the name, and with acronyms whole: "KVCNT", "KVCNHST"."""
    words = [w for w in re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", name) if w.lower() not in _SMALL]
    return "".join(w[0] for w in words).upper(), "".join(w if w.isupper() else w[0] for w in words).upper()
