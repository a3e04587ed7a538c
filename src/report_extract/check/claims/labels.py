"""Things that a text calls by a number: "Recommendation 3" is no quantity and no other recommendation."""

from __future__ import annotations

import re

_NUMBERS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_THINGS = "recommendation|finding|priority|action|objective|theme|pledge|standard|aim|outcome"
_LABEL = re.compile(
    rf"(?i)\b(?P<thing>{_THINGS})s?\s(?:no\.?\s|number\s)?(?P<n>[A-Z]?\d{{1,2}}|{'|'.join(_NUMBERS)})\b"
)
_THING = re.compile(rf"(?i)\b(?P<thing>{_THINGS}|priorit(?=ies))")
_FIRST_CELL = re.compile(r"\s*(?P<n>[A-Z]?\d{1,2})[.)]?\t")


def labels(text: str) -> frozenset[str]:
    """ "recommendation 3" for "Recommendation three"; empty for "three recommendations"."""
    return frozenset(_label(m["thing"], m["n"]) for m in _LABEL.finditer(text))


def row_labels(row: str, header: str) -> frozenset[str]:
    """The labels of a table's row that begins with a number, by what its header speaks of."""
    number = _FIRST_CELL.match(row)
    if number is None:
        return frozenset()
    return frozenset(_label(m["thing"], number["n"]) for m in _THING.finditer(header))


def _label(thing: str, number: str) -> str:
    thing = "priority" if thing.lower().startswith("priorit") else thing.lower()
    number = re.sub(rf"^{thing[0]}(?=\d)", "", number.lower())  # "A2" among actions is action 2
    return f"{thing} {_NUMBERS.get(number) or (int(number) if number.isdigit() else number)}"
