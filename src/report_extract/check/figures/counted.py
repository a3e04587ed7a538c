"""A count printed with its share: "17 of the 23 files (74%)", or "23 files were read. Seventeen (74%) were good".

The base is the number behind "of"; for a count that stands alone it is the one other count said before it. Where any
other count of the paragraph gives the printed share nothing is said, because that may be the base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.percentages import paragraphs
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.lexicon import Lexicon, lexicon
from report_extract.language.numbers import WORDS, number
from report_extract.language.quantities import quantities
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.rules.load import RuleBook

_N = rf"(?<![\w.,£/-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORDS})(?![\w%/-]|[.,]\d)"
_P = r"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per\s?cent)"
_DEFINITE = r"(?:(?:the|these|those|our|its|their|all|a|total|of)\s+){0,3}"
# "Three of the five (60%)", "17 of 23 files, or 74%"; "(60% of pupils)" is another share.
_PART_OF = re.compile(
    rf"(?i)(?P<k>{_N})\s+(?:[a-z'’-]+\s+){{0,3}}?(?:out\s+of|of)\s+{_DEFINITE}(?P<n>{_N})"
    rf"[^.;:()\d%]{{0,50}}?\s?(?:\(|,\s(?:(?:or|i\.e\.|that is)\s)?|\s[–—-]\s)\s*{_P}\s?(?=[),;]|\s[–—-])"
)
# "74% (17 of 23)", "74 per cent (17/23)".
_SHARE_FIRST = re.compile(
    rf"(?i)(?<![\d.]){_P}\s?\(\s*(?P<k>{_N}|\d+)\s*(?:out\s+of|of|/)\s*{_DEFINITE}(?P<n>{_N}|\d+)\b(?![.,]\d)"
)
# "Two thirds of the 30 families (20)": the words round, so that only a share of its own is another.
_FRACTION = re.compile(
    rf"(?i)\b(?P<f>half|(?:a|one|two|three)[\s-](?:thirds?|quarters?|fifths?)|(?P<o>{_N})\sin\s(?:every\s)?(?P<of>{_N}))\s+of\s+"
    rf"{_DEFINITE}(?P<n>{_N})[^.;:()\d%]{{0,40}}\(\s*(?P<k>{_N})\s*\)"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
_ROUNDED_BY = Fraction(1, 20)
# A count at the head of a clause with its share in brackets right behind it has left its noun to the sentence before.
_ALONE = re.compile(rf"(?i)(?:^|[,;:]\s+(?:and\s+)?|\band\s+|\bwhile\s+|\bwith\s+)(?P<k>{_N})\s*\(\s*{_P}\s?\)")
_NO_PART = re.compile(r"(?i)^\s*(?:more|fewer|less|higher|lower|above|below|up|down|increase|rise|fall|over|under)\b")
_CHANGED = re.compile(r"(?i)\b(?:by|to|from|increase of|rise of|fall of|up|down)\s*$")
# What carries a number as its name: "section 20 of the three Acts".
_LABEL_BEFORE = re.compile(
    r"(?i)\b(?:sections?|articles?|paragraphs?|paras?|pages?|chapters?|parts?|clauses?|regulations?|levels?|years?|grades?"
    r"|schedules?|recommendations?|priorit(?:y|ies)|appendix|numbers?|no\.?|figures?|tables?|phases?|steps?|aged?|week)\s$"
)
_EXCEEDS = re.compile(
    rf"(?i)(?P<k>{_N})\s+of\s+(?:the|these|those|our)\s+(?P<n>{_N})(?=\s+(?P<noun>[a-z]+)|[.,;)]|\s*$)"
)
_MONTH = re.compile(r"(?i)^(?:january|february|march|april|may|june|july|august|september|october|november|december)$")
_SENTENCES_BACK = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A count, its base and its share; `start:end` in the sentence. `base_at` is the sentence that states the base."""

    count: int
    base: int
    share: Printed
    start: int
    end: int
    base_at: Sentence


def check_counted(paper: Paper, book: RuleBook) -> Outcome:
    """Every count with base and share, and every part that exceeds its whole."""
    words = lexicon(book)
    tested, flags = 0, []
    for run in paragraphs(paper):
        for i, sentence in enumerate(run):
            if "%" in sentence.text or "per cent" in sentence.text:
                for part in _parts(sentence, run[max(0, i - _SENTENCES_BACK) : i], words):
                    tested += 1
                    if not _fits(part, run, words):
                        flags.append(_flag(paper, sentence, part))
            fractions = list(_FRACTION.finditer(sentence.text))
            tested += len(fractions)
            flags += [f for m in fractions for f in _other_fraction(paper, sentence, m)]
            wholes = list(_EXCEEDS.finditer(sentence.text))
            tested += len(wholes)
            flags += [_exceeding(paper, sentence, m) for m in wholes if _exceeds(sentence, m)]
    for cell in (c for table in paper.document.tables for c in table.cells if "%" in c.text):
        place = Sentence(cell.start, cell.end, paper.document.text[cell.start : cell.end])
        for part in _parts(place, (), words):
            tested += 1
            flags += [] if _fits(part, [place], words) else [_flag(paper, place, part)]
    return Outcome(tested=tested, flags=tuple(flags))


def _other_fraction(paper: Paper, sentence: Sentence, match: re.Match[str]) -> Iterator[FigureFlag]:
    """ "Two thirds of the 30 families (15)"."""
    count, base = _count(match["k"]), _count(match["n"])
    if match["o"]:
        over, under = _count(match["o"]), _count(match["of"])
    else:
        words = re.split(r"[\s-]", match["f"].lower())
        over = {"two": 2, "three": 3}.get(words[0], 1)
        under = _PARTS[words[-1].removesuffix("s")]
    if not count or not base or not over or not under or over >= under or count > base:
        return
    if abs(Fraction(count, base) - Fraction(over, under)) <= _ROUNDED_BY:
        return
    exact = f"{100 * count / base:.0f}%"
    yield FigureFlag(
        code="share_of_count",
        severity=Severity.warning,
        message=f"“{match.group()}”: {count:,} of {base:,} is {exact}",
        stated=match["f"],
        computed=exact,
        document=paper.side,
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/share_of_count"),
    )


def _parts(sentence: Sentence, before: Sequence[Sentence], words: Lexicon) -> Iterator[_Part]:
    told: set[int] = set()
    for pattern in (_PART_OF, _SHARE_FIRST):
        for match in pattern.finditer(sentence.text):
            part = _part(sentence, match, _count(match["n"]), sentence)
            if part is not None:
                told.add(match.start("p"))
                yield part
    for match in _ALONE.finditer(sentence.text):
        if match.start("p") in told or _NO_PART.search(sentence.text[match.end() :]):
            continue
        base = _one_base(sentence, match.start("k"), before, words)
        part = _part(sentence, match, base[0], base[1]) if base else None
        if part is not None:
            yield part


def _part(sentence: Sentence, match: re.Match[str], base: int | None, base_at: Sentence) -> _Part | None:
    count, share = _count(match["k"]), printed(f"{match['p']}%")
    if count is None or base is None or share is None or not 0 < count <= base:
        return None
    if _CHANGED.search(sentence.text[: match.start("k")]):
        return None
    return _Part(count, base, share, match.start(), match.end(), base_at)


def _count(text: str) -> int | None:
    value = number(text)
    return int(value) if value is not None and value == int(value) else None


def _one_base(
    sentence: Sentence, start: int, before: Sequence[Sentence], words: Lexicon
) -> tuple[int, Sentence] | None:
    """The count that a lone number is a part of: the only one said before it in its sentence, else in the last one."""
    for place, end in ((sentence, start), *((s, len(s.text)) for s in reversed(before))):
        counts = {v for v, at in _counts(place.text, words) if at < end}
        if counts:
            return (counts.pop(), place) if len(counts) == 1 else None
    return None


def _counts(text: str, words: Lexicon) -> Iterator[tuple[int, int]]:
    for quantity in quantities(text, lexicon=words):
        whole = quantity.unit == "count" and quantity.value == int(quantity.value) and quantity.value_max is None
        if whole and quantity.form in ("digits", "words"):
            yield int(quantity.value), quantity.start


def _fits(part: _Part, run: Sequence[Sentence], words: Lexicon) -> bool:
    """Whether the share is that of its base, or of any other count of the paragraph."""
    bases = {part.base} | {v for s in run for v, _ in _counts(s.text, words) if v >= part.count}
    return any(part.share.could_be(Fraction(100 * part.count, base)) for base in bases)


def _flag(paper: Paper, sentence: Sentence, part: _Part) -> FigureFlag:
    exact = f"{100 * part.count / part.base:.1f}%"
    spans = dict.fromkeys(((sentence.start, sentence.end), (part.base_at.start, part.base_at.end)))
    return FigureFlag(
        code="share_of_count",
        severity=Severity.warning,
        message=f"“{_quoted(sentence.text, part)}”: {part.count:,} of {part.base:,} is {exact}, not {part.share.text}",
        stated=part.share.text,
        computed=exact,
        document=paper.side,
        hypotheses=("the share may be of another number of cases",),
        evidence=tuple(e for a, b in spans for e in paper.evidence(a, b, rule="figures/share_of_count")),
    )


def _quoted(text: str, part: _Part) -> str:
    words = text[part.start : part.end].strip(" ,;:")
    return words + ")" if words.count("(") > words.count(")") else words


def _exceeds(sentence: Sentence, match: re.Match[str]) -> bool:
    part, whole = _count(match["k"]), _count(match["n"])
    if part is None or whole is None or part <= whole or 1900 <= part <= 2100:
        return False
    return not _LABEL_BEFORE.search(sentence.text[: match.start()]) and not _MONTH.match(match["noun"] or "")


def _exceeding(paper: Paper, sentence: Sentence, match: re.Match[str]) -> FigureFlag:
    return FigureFlag(
        code="part_exceeds_whole",
        severity=Severity.error,
        message=f"“{match.group()}”: a part cannot be more than its whole",
        stated=match["k"],
        computed=f"at most {match['n']}",
        document=paper.side,
        evidence=paper.evidence(sentence.start, sentence.end, rule="figures/part_exceeds_whole"),
    )
