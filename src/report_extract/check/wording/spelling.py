"""Proper names that are one letter away from the name as it stands everywhere else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_NAME = re.compile(r"\b(?:(?P<first>[A-Z][a-z]{2,})\s)?(?P<name>[A-Z][a-z]{4,})(?:['’]s)?\b")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_FEWEST_LETTERS = 7
# Alone a name must be this often spelt otherwise; behind the same first name twice is enough.
_USUAL, _USUAL_WITH_FIRST_NAME = 4, 2


def misspelt_names(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Names that stand once, beside the usual spelling. Words that the paper also writes small are no names."""
    text = paper.document.text[: paper.document.body_end]
    small = frozenset(_WORD.findall(text))
    found = [m for m in _NAME.finditer(text) if not {m["name"].lower(), m["name"].lower().removesuffix("s")} & small]
    uses = Counter(m["name"] for m in found)
    full = Counter((m["first"], m["name"]) for m in found if m["first"])
    for match in found:
        name, first = match["name"], match["first"]
        if uses[name] != 1:
            continue
        usual = _usual(name, uses) or (first and _usual_behind(first, name, full))
        if usual:
            start, end = match.start(), match.end("name")
            message = f"“{text[start:end]}” here; elsewhere the name is {usual} ({uses[usual]} times)"
            yield flag(paper, start, end, code="two_names", message=message)


def _usual(name: str, uses: Counter[str]) -> str | None:
    """The often used name of nearly the same letters; an s more or less makes a plural."""
    if len(name) < _FEWEST_LETTERS:
        return None
    for other, count in uses.items():
        if count >= _USUAL and _one_letter_apart(name, other) and name.rstrip("s") != other.rstrip("s"):
            return other
    return None


def _usual_behind(first: str, name: str, full: Counter[tuple[str, str]]) -> str | None:
    """The name that stands elsewhere behind the same first name."""
    for (given, other), count in full.items():
        if given == first and count >= _USUAL_WITH_FIRST_NAME and _one_letter_apart(name, other):
            return other
    return None


def _one_letter_apart(a: str, b: str) -> bool:
    """One slip of the pen; "Adviser" and "Advisor" are both right."""
    if re.sub("or(s?)$", r"er\1", a) == re.sub("or(s?)$", r"er\1", b):
        return False
    return a != b and abs(len(a) - len(b)) <= 1 and a[0] == b[0] and DamerauLevenshtein.distance(a, b) == 1
