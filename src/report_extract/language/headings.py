"""What headings mean, and how a heading in capitals reads in ordinary letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from report_extract.rules.kinds.sections import SectionMeaning
from report_extract.rules.load import RuleBook

SMALL_WORDS = frozenset(re.findall(r"\S+", "a an and as at by for from in into of on or the to under upon with"))
SHOUTED = 0.75  # share of capitals among the letters from which on a heading counts as set in capitals
SAMPLE = 120  # characters of a text that show how it is set
SHORT_CAPITALS = 5  # "NHS", "CAMHS", "MASH" stay capitals; longer words in a shouted heading are words


def meanings_of(title: str, book: RuleBook) -> frozenset[str]:
    """The meanings of a heading by the section vocabulary; empty for a heading that no rule knows."""
    return _meanings(" ".join(title.split()), book)


@lru_cache(maxsize=4096)
def _meanings(title: str, book: RuleBook) -> frozenset[str]:
    return frozenset(rule.id for rule in book.of(SectionMeaning) if any(h.search(title) for h in rule.headings))


def meanings_around(titles: Sequence[str], book: RuleBook) -> frozenset[str]:
    """The meanings of headings from the outermost to the innermost: of the outer ones, those that enclose others."""
    *outer, inner = titles or ("",)
    enclosing = frozenset(rule.id for rule in book.of(SectionMeaning) if rule.encloses)
    return meanings_of(inner, book).union(*(meanings_of(title, book) & enclosing for title in outer))


def tag_meanings(tag: str | None, book: RuleBook) -> frozenset[str]:
    """The meanings of a call-out's label, e.g. {"challenges"} for "CHALLENGES"."""
    if not tag:
        return frozenset()
    return frozenset(rule.id for rule in book.of(SectionMeaning) if any(t.search(tag.strip()) for t in rule.tags))


def is_shouted(text: str) -> bool:
    """True where a text of some length is set in capitals throughout."""
    letters = [c for c in text[:SAMPLE] if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) / len(letters) >= SHOUTED


def unshouted(text: str, *, acronyms: frozenset[str] = frozenset()) -> str:
    """ "HOUSING & HEALTH (HHS)" → "Housing & Health (HHS)"; text in mixed letters is returned as it is."""
    if not is_shouted(text):
        return text
    words = re.split(r"(\s+)", text)
    return "".join(_cased(word, acronyms, edge=i in (0, len(words) - 1)) for i, word in enumerate(words))


def _cased(word: str, acronyms: frozenset[str], *, edge: bool) -> str:
    bare = word.strip("()[],:;.'’\"“”")
    if bare in acronyms or (
        word.startswith("(") and word.rstrip(".,:").endswith(")") and len(bare) <= SHORT_CAPITALS + 3
    ):
        return word
    if bare.lower() in SMALL_WORDS and not edge:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m[0][:1].upper() + m[0][1:].lower(), word)
