"""Shares of one whole that add up to more or less than 100: grades of one question, categories that count each once.

Only where the words say that nobody is counted twice: "each child is counted once", "the remaining 12%", the steps of
one scale ("very", "quite", "not at all"). Shares rounded by themselves may miss 100 by a point or two.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.percentages import paragraphs
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.document import Block
from report_extract.model.evidence import Severity
from report_extract.rules.kinds.scales import Scale
from report_extract.rules.load import RuleBook

_SHARE = re.compile(r"(?<![\d.,–-])\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)(?!\s?(?:points?|[–-]\s?\d))")
_ONCE = re.compile(
    r"(?i)\b(?:(?:is|are|was|were)\s(?:only\s)?(?:counted|recorded|included)\s(?:only\s)?once|one\s(?:answer|response|option|category|box)\s"
    r"(?:only|was|could|per)|one\s\w+\seach|only\sone\s(?:answer|response|option|category|box)|a\ssingle\s(?:answer|response|category)"
    r"|mutually\sexclusive)\b"
)
_REST = re.compile(
    r"(?i)(?<!\bof\s)(?<!\bof\sthe\s)\b(?:the\s(?:rest|remainder)(?:\s\(|,\s)|(?:the\s)?remaining\s(?=\d)|the\sother\s(?=\d))"
)
_SEVERAL = re.compile(
    r"(?i)\b(?:more\sthan\sone|several|multiple|tick\sall|all\sthat\sapply|any\sof|up\sto\s(?:two|three|five)|top\s(?:two|three|five)"
    r"|could\s(?:choose|name|pick|tick|give|select)|more\sthan\s100|factors?|compared|from\s\d|up\sfrom|down\sfrom|last\syear|previous|nationally"
    r"|england|target|increase|decrease|rise|rose|fell|respectively|both)\b"
)
# Steps of one scale: whoever chose one of them chose no other.
_SCALES = tuple(
    re.compile(rf"(?i){words}")
    for words in (
        r"\bvery\s(?P<a>\w+)\b.*\bnot\s(?:very|at\sall)\s(?P=a)\b",
        r"\bstrongly\sagree\b.*\b(?:strongly\s)?disagree\b",
        r"\balways\b.*\bsometimes\b.*\bnever\b",
    )
)
_LEGEND = re.compile(r"^[A-Z][^\d%\n]{1,50}\s\d{1,2}(?:\.\d+)?%$")
_BESIDE = 3  # blocks before and after a legend in which its title and its note stand
_OPEN = re.compile(r"(?i)\b(?:more\sthan\sone|several|multiple|tick\sall|all\sthat\sapply|main\s|top\s)\b")
_FEWEST = 3
_UNSURE = re.compile(
    r"(?i)\b(?:about|around|almost|nearly|over|under|more than|less than|fewer than|at least|approximately)\s$"
)


def check_wholes(paper: Paper, book: RuleBook) -> Outcome:
    """Each sentence with three shares or more of one whole."""
    tested = 0
    flags: list[FigureFlag] = []
    grades = [rule.grades for rule in book.of(Scale)]
    for run in paragraphs(paper):
        for i, sentence in enumerate(run):
            shares = list(_shares(sentence.text))
            if len(shares) < _FEWEST or _SEVERAL.search(sentence.text):
                continue
            around = " ".join(s.text for s in run[max(0, i - 1) : i + 2])
            closed = bool(_ONCE.search(around) or _REST.search(sentence.text))
            if closed or any(scale.search(sentence.text) for scale in _SCALES) or _graded(sentence.text, grades):
                tested += 1
                flags += _misfit(paper, sentence, shares, closed=closed)
    for blocks, shares in _legends(paper):
        tested += 1
        place = Sentence(blocks[0].start, blocks[-1].end, paper.document.text[blocks[0].start : blocks[-1].end])
        flags += _misfit(paper, place, shares, closed=True)
    return Outcome(tested=tested, flags=tuple(flags))


def _legends(paper: Paper) -> Iterator[tuple[list[Block], list[Printed]]]:
    """Lines of one chart's legend ("Schools 39%"), where words beside them say that each is counted once."""
    blocks = paper.document.blocks
    run: list[Block] = []
    for i, block in enumerate(blocks):
        if _LEGEND.match(block.text) and (not run or block.page == run[-1].page):
            run.append(block)
        elif run and not (block.text.strip().replace(",", "").isdigit()):  # the number in the middle of a ring
            around = " ".join(b.text for b in blocks[max(0, i - len(run) - _BESIDE) : i + _BESIDE])
            shares = [s for b in run if (s := printed(b.text[b.text.rindex(" ") :])) is not None]
            if len(run) > _FEWEST and len(shares) == len(run) and _ONCE.search(around) and not _OPEN.search(around):
                yield run, shares
            run = []


def _graded(text: str, scales: Sequence[Sequence[str]]) -> bool:
    """Whether three grades or more of one scale stand in the sentence."""
    return any(sum(bool(re.search(rf"(?i)\b{re.escape(g)}\b", text)) for g in grades) >= _FEWEST for grades in scales)


def _shares(text: str) -> Iterator[Printed]:
    for match in _SHARE.finditer(text):
        share = printed(match.group())
        if share is not None and not _UNSURE.search(text[: match.start()]):
            yield share


def _misfit(paper: Paper, sentence: Sentence, shares: Sequence[Printed], *, closed: bool) -> Iterator[FigureFlag]:
    """A sum over 100, and under it where the words close the list: a scale may leave "don't know" unsaid."""
    total = sum((s.value for s in shares), Decimal(0))
    unit = max(s.unit for s in shares)
    slack = unit * max(1, math.ceil(len(shares) / 6))
    if abs(total - 100) <= slack or (total < 100 and not closed) or not 50 < total < 150:
        return
    said = " + ".join(s.text for s in shares)
    yield FigureFlag(
        code="shares_of_whole",
        severity=Severity.warning,
        message=f"The shares of one whole add up to {total}%: {said}",
        stated=said,
        computed=f"{total}%",
        document=paper.side,
        hypotheses=("one of them may be another number", "some may have been counted twice"),
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/shares_of_whole"),
    )
