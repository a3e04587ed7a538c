"""Claims with a known verdict, made from the sentences of a report (after FactCC, Kryściński and others 2020).

Every sentence that states something typed (a number, a direction, a grade, a body) gives a true claim, from which a
fifth of the words that carry no anchor are left out, and false ones in which exactly one anchor is exchanged.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.check.claims.anchors import AnchorReader, Anchors
from report_extract.check.paper import Paper

KINDS = ("true", "number", "direction", "negation", "rating", "agency", "unit", "date")
_LEFT_OUT = 0.2
_FEWEST, _MOST = 8, 45  # words of a sentence that makes a claim
_OPPOSITES = {
    "increase": "decrease",
    "increased": "decreased",
    "rose": "fell",
    "risen": "fallen",
    "rise": "fall",
    "grew": "fell",
    "higher": "lower",
    "growth": "decline",
}
_WAYS = {
    **_OPPOSITES,
    **{b: a for a, b in _OPPOSITES.items()},
    "reduced": "increased",
    "reduction": "increase",
    "dropped": "rose",
    "drop": "rise",
    "fell": "rose",
}
_GRADES = {
    "Outstanding": "Inadequate",
    "Good": "Inadequate",
    "Requires improvement": "Outstanding",
    "Inadequate": "Good",
    "good": "inadequate",
    "outstanding": "inadequate",
    "GREEN": "RED",
    "AMBER": "GREEN",
    "RED": "GREEN",
    "green": "red",
    "amber": "green",
    "red": "green",
}
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half third".split()
)
# Words without which a sentence says something else.
_KEPT = frozenset(
    "without never more fewer less than cent months weeks years earlier later after before home care".split()
)
_NEGATABLE = re.compile(r"\b(was|were|has|have|had|is|are)\b(?!\s(?:not|no|never)\b)")
_MONTHS = "January February March April May June July August September October November December".split()


class Swap(NamedTuple):
    """A claim made of the source's span `start:end`; `kind` says what was exchanged ("true": nothing)."""

    kind: str
    claim: str
    start: int
    end: int


def swaps(source: Paper, *, reader: AnchorReader, seed: int = 1) -> Iterator[Swap]:
    """All swaps of a report's sentences, the same for the same seed."""
    chance = random.Random(seed)
    bodies = sorted({b for s in source.sentences for b in reader.read(s.text).bodies})
    for sentence in source.sentences:
        words = len(sentence.text.split())
        anchors = reader.read(sentence.text)
        if not _FEWEST <= words <= _MOST or not anchors.strong or sentence.text.rstrip().endswith(("?", ":")):
            continue
        made = [("true", _shortened(sentence.text, chance)), ("negation", _negated(sentence.text))]
        made += [("number", _other_number(sentence.text, anchors, chance)), ("direction", _other_way(sentence.text))]
        made += [
            ("rating", _other_grade(sentence.text, anchors)),
            ("agency", _other_body(sentence.text, bodies, chance)),
        ]
        made += [("unit", _other_unit(sentence.text)), ("date", _other_month(sentence.text, chance))]
        for kind, claim in made:
            if claim and claim != sentence.text:
                yield Swap(kind, claim, sentence.start, sentence.end)


def _shortened(text: str, chance: random.Random) -> str:
    """The sentence without a fifth of its small-lettered words that are no anchors."""
    words = text.split()
    numbers = {i for i, w in enumerate(words) if re.search(r"\d", w) or w.lower() in _NUMBER_WORDS}
    beside = {i + step for i in numbers for step in range(-1, 4)}
    plain = [
        i
        for i, w in enumerate(words)
        if re.fullmatch(r"[a-z]{4,}", w) and w not in _WAYS and w not in _KEPT and i > 0 and i not in beside
    ]
    gone = set(chance.sample(plain, int(len(plain) * _LEFT_OUT)))
    return " ".join(w for i, w in enumerate(words) if i not in gone)


def _other_number(text: str, anchors: Anchors, chance: random.Random) -> str:
    numbers = [
        n.quantity
        for n in anchors.numbers
        if n.quantity.form == "digits" and n.quantity.text.strip("£% ").replace(",", "").isdigit()
    ]
    if not numbers:
        return ""
    chosen = chance.choice(numbers)
    value = int(re.sub(r"\D", "", chosen.text))
    other = value + chance.choice([-1, 1]) * max(2, round(value * chance.uniform(0.2, 0.6)))
    other = other if other > 0 else value * 2 + 3
    printed = f"{other:,}" if "," in chosen.text else str(other)
    return text[: chosen.start] + re.sub(r"\d[\d,]*", printed, chosen.text, count=1) + text[chosen.end :]


def _other_way(text: str) -> str:
    found = [m for m in re.finditer(r"\b[a-z]+\b", text) if m.group() in _WAYS]
    if len(found) != 1:
        return ""
    return text[: found[0].start()] + _WAYS[found[0].group()] + text[found[0].end() :]


def _negated(text: str) -> str:
    found = _NEGATABLE.search(text)
    return text[: found.end()] + " not" + text[found.end() :] if found else ""


def _other_grade(text: str, anchors: Anchors) -> str:
    words = [r.word for r in anchors.ratings]
    if len(words) != 1 or words[0] not in _GRADES:
        return ""
    return text.replace(words[0], _GRADES[words[0]], 1)


def _other_body(text: str, bodies: list[str], chance: random.Random) -> str:
    here = [b for b in bodies if b in text]
    others = [b for b in bodies if b not in text]
    if len(here) != 1 or not others or f"{here[0]} (" in text or f"{here[0]} Designated" in text:
        return ""
    return text.replace(here[0], chance.choice(others), 1)


def _other_unit(text: str) -> str:
    found = re.search(r"(?<=\d)%", text)
    return text[: found.start()] + " children" + text[found.end() :] if found else ""


def _other_month(text: str, chance: random.Random) -> str:
    found = [m for m in re.finditer(r"\b[A-Z][a-z]+\b", text) if m.group() in _MONTHS]
    if len(found) != 1:
        return ""
    other = chance.choice([m for m in _MONTHS if m != found[0].group()])
    return text[: found[0].start()] + other + text[found[0].end() :]
