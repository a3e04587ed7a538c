"""Parts that a sentence lists behind their sum: "903 people: 512 face to face and 391 online"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from report_extract.check.figures.footing import foot
from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.numbers import DIGITS, WORDS, number
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity

_N = rf"(?<![\w.,/-])£?(?:{DIGITS}|{WORDS})(?![\w%/-]|[.,]\d|\s?(?:%|per\s?cent|million|billion))"
# "Made up of" closes a list; behind a colon it may be a choice of examples.
_WHOLE = re.compile(
    rf"(?i)(?P<n>{_N})(?:\s(?!(?:to|or|and)\b)[a-z’'-]+){{0,6}}?(?P<lead>\s(?:was|were|is|are|which\s(?:was|were)\s)?\s?(?:made\sup\sof|comprising|"
    rf"comprised(?:\sof)?|consisting\sof|consisted\sof|split\sinto|being)\s|:\s|\s\()(?P<list>[^.;:()]+)"
)
_PART = re.compile(rf"(?i)(?P<part>{_N})")
_NO_SUM = re.compile(
    r"(?i)\b(?:including|included|such\sas|of\swhom|among|least|about|around|over|nearly|almost|some|more|fewer|less|up|down|from\s£?\d|than|per"
    r"|aged?|year-olds?|average|of\sthe|compared|in\s20\d\d|also|both|other|others|rest|remaining|remainder|\d\d?:\d\d|weeks?|days?"
    r"|months?|years?|hours?|page|pages|sections?|target)\b|%|\bper\scent\b"
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# Behind a colon only a slip is believed: a part of the sum this small may be missing from the list on purpose.
_SLIP = Decimal("0.1")


# "Income was £435,100 and spending £428,000, so that £7,100 was carried forward."
_BALANCE = re.compile(
    r"(?i)\b(?:income|received|contributions|budget)\b[^.;£]{0,60}£(?P<a>[\d,]+)[^.;£]{0,60}\b(?:spen(?:t|d|ding)|expenditure|costs?)\b[^.;£]{0,40}"
    r"£(?P<b>[\d,]+)(?!\s?(?:m|million|k)\b)[^.;£]{0,60}(?:\b(?:surplus|deficit|underspend|overspend|shortfall|balance|gap|difference)\sof\s£(?P<c>[\d,]+)"
    r"|£(?P<d>[\d,]+)\s(?:\w+\s){0,3}?(?:carried\sforward|left|over|remain\w*|unspent|to\sreserves|more|less))"
)


def check_sums(paper: Paper) -> Outcome:
    """Each sentence with a number, a list of two or more numbers behind it, and nothing that opens the list."""
    tested = 0
    flags: list[FigureFlag] = []
    for sentence in paper.sentences:
        for match in _WHOLE.finditer(sentence.text):
            whole, parts = _value(match["n"]), _parts(match["list"])
            if whole is None or not parts or _NO_SUM.search(match["list"]) or _is_year(match["n"]):
                continue
            tested += 1
            flags += _misfit(paper, sentence, match, whole, parts)
        for match in _BALANCE.finditer(sentence.text):
            tested += 1
            flags += _off_balance(paper, sentence, match)
    return Outcome(tested=tested, flags=tuple(flags))


def _off_balance(paper: Paper, sentence: Sentence, match: re.Match[str]) -> Iterator[FigureFlag]:
    income, spending, stated = (number(text.strip(",")) for text in (match["a"], match["b"], match["c"] or match["d"]))
    if income is None or spending is None or stated is None or abs(income - spending) == stated:
        return
    yield FigureFlag(
        code="sum_of_parts",
        severity=Severity.warning,
        message=f"“{match.group()}”: the two differ by £{abs(income - spending):,.0f}",
        stated=f"£{match['c'] or match['d']}",
        computed=f"£{abs(income - spending):,.0f}",
        document=paper.side,
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/sum_of_parts"),
    )


def _parts(text: str) -> list[Printed]:
    """The numbers of "512 face to face and 391 online": one to an entry; none where an entry lacks one or has two."""
    entries = [e for e in re.split(r",(?!\d{3})(?:\sand\b)?|\sand\s", text) if e.strip()]
    if len(entries) < 2:
        return []
    found = [[v for m in _PART.finditer(e) if (v := _value(m["part"])) is not None] for e in entries]
    if any(
        len(numbers) != 1 or re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", e)
        for numbers, e in zip(found, entries, strict=True)
    ):
        return []
    return [numbers[0] for numbers in found]


def _value(text: str) -> Printed | None:
    value = number(text)
    if value is None or value != int(value):
        return None
    return printed(text) or Printed(text=text, value=Decimal(int(value)), decimals=0)


def _is_year(text: str) -> bool:
    return bool(_YEAR.match(text))


def _misfit(
    paper: Paper, sentence: Sentence, match: re.Match[str], whole: Printed, parts: list[Printed]
) -> Iterator[FigureFlag]:
    gap = foot(parts, total=whole)
    money = ["£" in text for text in (match["n"], *(p.text for p in parts))]
    if gap is None or any(money) != all(money) or any(p.value > whole.value for p in parts):
        return
    closed = match["lead"].strip() not in (":", "(")
    if not closed and abs(gap.amount) > _SLIP * whole.value:
        return
    yield FigureFlag(
        code="sum_of_parts",
        severity=Severity.warning,
        message=f"“{match.group().strip()}”: the parts add up to {gap.computed:,f}, not {match['n']}",
        stated=match["n"],
        computed=f"{gap.computed:,f}",
        document=paper.side,
        hypotheses=gap.hypotheses,
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/sum_of_parts"),
    )
