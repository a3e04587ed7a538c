"""Two numbers with a word that compares them: "540 referrals, up from 590", "412, 38 more than the 384 before"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity

_N = r"(?<![\w.,/£-])£?(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?%?(?![\w/]|[.,]\d|\s?(?:million|billion|m\b))"
_MORE, _LESS = (
    r"up|rising|higher|more|an?\s(?:increase|rise)",
    r"down|falling|lower|fewer|less|an?\s(?:decrease|fall|reduction|drop)",
)
_WAY = rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
_WORDS = r"(?:\s(?!(?:and|but|while|to|of|from|in|by)\b)[a-z’'-]+){0,5}?"
_PATTERNS = tuple(
    re.compile(rf"(?i){pattern}")
    for pattern in (
        # "540 referrals, up from 590", "91% of visits (down from 86%)"
        rf"(?P<now>{_N}){_WORDS}\s?[,(–-]\s?(?:which\sis\s)?{_WAY}\s(?:slightly\s|sharply\s|again\s)?(?:from|on)\s(?:the\s)?(?P<before>{_N})",
        # "412 enquiries, 38 more than the 384 of the year before"
        rf"(?P<now>{_N}){_WORDS}\s?[,(–-]\s?(?P<change>{_N})\s(?:(?P<more>more|higher)|(?P<less>fewer|less|lower))\sthan\s(?:the\s)?(?P<before>{_N})",
        # "lower than last year: 590 against 540"
        rf"\b{_WAY}\sthan\s(?:last\syear|(?:in\s)?the\s(?:previous\syear|year\sbefore)|before)\s?[:,(–-]\s?(?P<now>{_N})\s?(?:against|compared\s(?:with|to))\s(?P<before>{_N})",
        # "52 per 10,000, compared with 48 in the year before, a fall of 4"
        rf"(?P<now>{_N}){_WORDS}\s?,?\scompared\s(?:with|to)\s(?P<before>{_N})[^.;,\d]{{0,40}}(?:20\d\d[/-]\d\d)?\s?[,(–-]\s?an?\s(?:(?P<more>increase|rise|growth)|(?P<less>decrease|fall|reduction|drop))\b",
    )
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")

# A change, or the number that a thing bears as its name.
_NO_VALUE = re.compile(r"(?i)\b(?:by|levels?|years?|ages?|aged|grade|key\sstage|section|table|figure|page|phase)\s$")


def check_comparisons(paper: Paper) -> Outcome:
    """Each such pair; sentences that the change statements have solved are solved alike."""
    tested = 0
    flags: list[FigureFlag] = []
    for sentence in paper.sentences:
        for match in (m for p in _PATTERNS for m in p.finditer(sentence.text)):
            now, before = printed(match["now"]), printed(match["before"])
            if now is None or before is None or not _comparable(match) or now.value == before.value:
                continue
            tested += 1
            flags += _misfit(paper, sentence, match, now, before)
    return Outcome(tested=tested, flags=tuple(flags))


def _comparable(match: re.Match[str]) -> bool:
    now, before = match["now"], match["before"]
    if _NO_VALUE.search(match.string[: match.start("now")]):
        return False
    alike = all((sign in now) == (sign in before) for sign in "%£")
    return alike and not any(_YEAR.match(n.strip()) for n in (now, before))


def _misfit(
    paper: Paper, sentence: Sentence, match: re.Match[str], now: Printed, before: Printed
) -> Iterator[FigureFlag]:
    rise = match["more"] is not None
    change = printed(match["change"]) if "change" in match.re.groupindex else None
    if (now.value > before.value) != rise:
        code, stated = "change_direction", match["more"] or match["less"]
        computed = f"{'increase' if now.value > before.value else 'decrease'}: from {before.text} to {now.text}"
    elif change is not None and "%" not in change.text and change.value != abs(now.value - before.value):
        code, stated, computed = "change_difference", change.text, f"{abs(now.value - before.value):,f}"
    else:
        return
    yield FigureFlag(
        code=code,
        severity=Severity.error if code == "change_direction" else Severity.warning,
        message=f"“{match.group().strip()}”: from its own figures it is {computed}",
        stated=stated,
        computed=computed,
        document=paper.side,
        evidence=paper.evidence(sentence.start, sentence.end, rule=f"figures/{code}"),
    )
