"""Words that say how many times a number grew or shrank, against the two numbers: "doubled from 98 to 150"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.figures.outcome import Outcome
from report_extract.check.paper import Paper
from report_extract.language.numbers import number
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity

_TIMES = {
    "double": 2.0,
    "doubled": 2.0,
    "twice": 2.0,
    "treble": 3.0,
    "trebled": 3.0,
    "triple": 3.0,
    "tripled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "half": 0.5,
}
_N = r"(?<![\w.,])£?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?%?(?![\w,]\d|\d)"
_HEDGE = (
    r"(?:(?P<hedge>more\sthan|over|well\sover|just\sover|almost|nearly|just\sunder|less\sthan|under|about|around"
    r"|roughly)\s)?"
)
# "more than doubled from 98 to 212", "halved, from 18% in March to 9%".
_MOVED = re.compile(
    rf"(?i)\b{_HEDGE}(?P<word>doubled|halved|trebled|tripled|quadrupled)\b[^.;\d]{{0,60}}?\bfrom\s(?P<a>{_N})"
    rf"(?:\s(?!to\b)[a-z]+){{0,2}}(?:\s(?:in|at|on|by)\s[^.;]{{0,30}}?)?\s?\bto\s(?P<b>{_N})"
)
# "212, more than double the 98 of the year before".
_AGAINST = re.compile(
    rf"(?i)(?P<b>{_N})[^.;\d]{{0,60}}?[,(–-]\s?{_HEDGE}(?P<word>double|twice|treble|triple|half)\sthe\s"
    rf"(?:previous\syear[’']s\s|figure\sof\s|number\sof\s|total\sof\s)?(?P<a>{_N})"
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# "Doubled" is said of 1.8 to 2.3 times; a third beyond the factor is another word.
_ABOUT = 0.25
_STRICT = 0.02


def check_multiples(paper: Paper) -> Outcome:
    """Each sentence that names a factor and prints both numbers."""
    found = [(s, m) for s in paper.sentences for p in (_MOVED, _AGAINST) for m in p.finditer(s.text)]
    tested = [(s, m) for s, m in found if not any(_YEAR.match(m[g]) for g in "ab")]
    return Outcome(tested=len(tested), flags=tuple(f for s, m in tested for f in _misfit(paper, s, m)))


def _misfit(paper: Paper, sentence: Sentence, match: re.Match[str]) -> Iterator[FigureFlag]:
    before, after = (number(match[g].strip(" %")) for g in "ab")
    if not before or after is None or ("%" in match["a"]) != ("%" in match["b"]):
        return
    factor, stated = after / before, _TIMES[match["word"].lower()]
    if _holds(factor, stated, hedge=(match["hedge"] or "").lower()):
        return
    yield FigureFlag(
        code="change_multiple",
        severity=Severity.warning,
        message=f"“{match.group().strip()}”: from {match['a'].strip()} to {match['b'].strip()} is {factor:.1f} times",
        stated=" ".join(filter(None, (match["hedge"], match["word"]))),
        computed=f"{factor:.1f} times",
        document=paper.side,
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/change_multiple"),
    )


def _holds(factor: float, stated: float, *, hedge: str) -> bool:
    """A growth of "more than" a factor is at least that; a shrinking of "more than" half leaves less than half."""
    low, high = stated * (1 - _ABOUT), stated * (1 + _ABOUT)
    if hedge in ("more than", "over", "well over", "just over"):
        return factor >= stated * (1 - _STRICT) if stated > 1 else factor <= stated * (1 + _STRICT)
    if hedge in ("almost", "nearly", "just under", "less than", "under"):
        return low <= factor <= stated * (1 + _STRICT) if stated > 1 else stated * (1 - _STRICT) <= factor <= high
    return low <= factor <= high
