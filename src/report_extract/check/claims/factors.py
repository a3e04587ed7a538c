"""Changes told by a factor instead of a number: "doubled", "more than halved", "unchanged".

A factor is a range of how many times the earlier value the later one is. Two factors agree where their ranges meet, and
a factor agrees with two stated values where their ratio lies in its range.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

_CLOSE = 0.05  # "doubled" may be said of 1.9 times, "stable" of a rise by 5 %
_NEARLY = 0.15  # "nearly doubled" may be said of 1.7 times
_FAR = 1.1  # a ratio outside a factor's range by this much is clearly another change
_TIMES: tuple[tuple[float, str], ...] = (
    (2.0, r"doubl(?:ed?|es|ing)|twice\s(?:as|the|that|last)|two-?fold"),
    (3.0, r"trebl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|three-?fold|three\stimes\s(?:as|the)"),
    (4.0, r"quadrupl(?:ed?|es|ing)|four-?fold|four\stimes\s(?:as|the)"),
    (0.5, r"halv(?:ed?|es|ing)|half\sas\s(?:many|much)|by\shalf"),
)
_WORDS = "|".join(f"(?P<f{i}>{words})" for i, (_, words) in enumerate(_TIMES))
_FACTOR = re.compile(
    rf"(?i)\b(?:(?P<more>more\sthan|over)\s|(?P<nearly>nearly|almost|just\sunder)\s)?(?:been\s)?(?:{_WORDS})\b"
    r"(?!-|\s(?:assess\w*|count\w*|check\w*))"
)
_SAME = (
    r"\b(?:did|do(?:es)?|has|have|had)(?:\snot|n[’']t)\s(?:been\s)?changed?\b|\bunchanged\b|\b(?:no|zero)\schange\b"
    r"|(?<![\d.,])0(?:\.0+)?\s?%\schange\b|\b(?:stay\w*|remain\w*|is|are|was|were)\sthe\ssame(?=\s?(?:$|[.,;]|as\b))"
)
_STABLE = (
    r"\b(?:stay\w*|remain\w*|held|was|were)\s(?:\w+ly\s)?(?:stable|steady|level|flat|static|similar)\b"
    r"|\bmuch\s(?:as\sbefore|the\ssame)\b|\bhardly\schanged\b"
)
_STEADY = re.compile(rf"(?i)(?P<same>{_SAME})|(?P<stable>{_STABLE})")


@dataclass(frozen=True, slots=True)
class Factor:
    """`low` to `high` times the earlier value; `text` are the words that say so."""

    low: float
    high: float
    text: str

    def holds(self, ratio: float) -> bool:
        return self.low <= ratio <= self.high

    def is_far_from(self, ratio: float) -> bool:
        """Whether rounding and hedges do not explain that the ratio lies outside."""
        return ratio * _FAR < self.low or ratio > self.high * _FAR

    def agrees(self, other: Factor) -> bool:
        return self.low <= other.high and other.low <= self.high


def factors(text: str) -> tuple[Factor, ...]:
    """The factors that a sentence tells, in order."""
    found = [(m.start(), _of(m)) for m in _FACTOR.finditer(text)]
    found += [(m.start(), _steady(m)) for m in _STEADY.finditer(text)]
    return tuple(factor for _, factor in sorted(found, key=lambda f: f[0]))


def without_factors(text: str) -> str:
    """The text with blanks in place of the words of its factors; no character moves."""
    for pattern in (_FACTOR, _STEADY):
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return text


def _of(match: re.Match[str]) -> Factor:
    times = next(n for i, (n, _) in enumerate(_TIMES) if match[f"f{i}"])
    grows, text = times > 1, match.group()
    if match["more"]:
        return Factor(times, inf, text) if grows else Factor(0.0, times, text)
    if match["nearly"]:
        return Factor(times * (1 - _NEARLY), times, text) if grows else Factor(times, times * (1 + _NEARLY), text)
    return Factor(times * (1 - _CLOSE), times * (1 + _CLOSE), text)


def _steady(match: re.Match[str]) -> Factor:
    return Factor(1.0, 1.0, match.group()) if match["same"] else Factor(1 - _CLOSE, 1 + _CLOSE, match.group())


def is_told(at: int, text: str) -> bool:
    """Whether the place `at` of a text is within a factor: the "half" of "half as many" is no share."""
    return any(m.start() <= at < m.end() for pattern in (_FACTOR, _STEADY) for m in pattern.finditer(text))
