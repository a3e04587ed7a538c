"""Percentages that no whole number of the stated cases can give (GRIM), bound to their base by the paragraph.

The base is a count in the same sentence or the one before, of things that the percentage's clause names again or that
stand right beside it. Where two bases are possible nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report_extract.check.claims.words import stem
from report_extract.check.figures.grim import fitting_bases, is_telling, possible_counts
from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.changes import changes
from report_extract.language.lexicon import Lexicon, lexicon
from report_extract.language.quantities import Quantity, quantities
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.rules.load import RuleBook

_BASE_SENTENCES_BACK = 3
_SMALLEST, _LARGEST = 3, 60
_BASE_CUE = re.compile(
    r"(?i)\b(?:total(?:ling)? (?:of )?|all (?:of )?(?:the )?|the |of (?:the )?|reviewed |audited |sampled |received "
    r"|carried out |held |undertook )$"
)
# "All three hospitals" are no cases that were counted.
_POINTS_BACK = re.compile(r"(?i)\ball (?:of )?(?:the )?$")
# What was looked at, with its number: "looked at nine files", "interviewed 14 parents"; or "nine files were read".
_LOOKED_AT = re.compile(
    r"(?i)\b(?:looked (?:at|into)|read|examined|sampled|dip[- ]sampled|considered|scrutinised|analysed|tested"
    r"|inspected|surveyed|interviewed|tracked|assessed|visited|observed|evaluated|covered) "
    r"(?:a (?:sample|random sample) of )?$"
)
_WERE_LOOKED_AT = re.compile(
    r"(?i)^ (?:[a-z'’-]+ ){1,3}(?:were|was) (?:looked (?:at|into)|read|examined|sampled|audited|reviewed|considered"
    r"|scrutinised|analysed|tested|inspected|surveyed|interviewed|tracked|assessed|visited|observed|evaluated)\b"
)
_BASE_ANYWHERE = re.compile(
    _BASE_CUE.pattern.removesuffix("$")
    + "|"
    + _LOOKED_AT.pattern.removeprefix("(?i)").removesuffix("$")
    + "|"
    + _WERE_LOOKED_AT.pattern.removeprefix("(?i)^")
)
# A share that leaves its noun out is of what was just counted: "37% were graded good", "37% of them", "in 37%".
_NO_NOUN = re.compile(
    r"(?i)^(?: of (?:them|these|those)\b| (?:were|was|had|showed|met|contained|did|could|scored|received|evidenced)\b"
    r"|[,.;]|$)"
)
_WORD = re.compile(r"[A-Za-z]{4,}")
_NOUN_WITHIN = 40  # characters behind a number in which the noun stands that it counts
_OTHER_BASE = re.compile(
    r"(?i)\b(?:national|england|london|population|previous|last year|compared|targets?|nationally|standard)\b"
)
_EMPTY = frozenset(
    "with were that have been from this these those their rated graded found which cases judged being".split()
)


@dataclass(frozen=True, slots=True)
class _Base:
    sentence: Sentence
    quantity: Quantity
    words: frozenset[str]
    looked_at: bool = False
    counted: bool = False


def check_percentages(paper: Paper, book: RuleBook) -> Outcome:
    """Each percentage with exactly one possible base, tested where the test can tell."""
    words = lexicon(book)
    tested, flags = 0, []
    told: set[tuple[str, int]] = set()
    for sentences in paragraphs(paper):
        for i, sentence in enumerate(sentences):
            if "%" not in sentence.text and "per cent" not in sentence.text:
                continue
            window = sentences[max(0, i - _BASE_SENTENCES_BACK) : i + 1]
            for share, base in _bound(sentence, window, words):
                tested += 1
                if not possible_counts(share, of=int(base.quantity.value)) and (share.text, sentence.start) not in told:
                    told.add((share.text, sentence.start))
                    flags.append(_flag(paper, share, sentence, base))
    return Outcome(tested=tested, flags=tuple(flags))


def paragraphs(paper: Paper) -> Iterator[list[Sentence]]:
    """Sentences of one block and of the blocks that continue it."""
    run: list[Sentence] = []
    last = None
    for sentence in paper.sentences:
        block = paper.document.block_at(sentence.start)
        if block is not last and not (block and block.continues) and run:
            yield run
            run = []
        run.append(sentence)
        last = block
    if run:
        yield run


def _bound(sentence: Sentence, window: Sequence[Sentence], words: Lexicon) -> Iterator[tuple[Printed, _Base]]:
    found = quantities(sentence.text, lexicon=words)
    moves = changes(sentence.text, found)
    shares = [q for i, q in enumerate(found) if q.unit == "percent" and q.form == "digits" and i not in moves]
    if not shares or _OTHER_BASE.search(sentence.text):
        return
    bases = [
        b for s in window for b in _bases(s, words) if b.sentence is not sentence or b.quantity.start < shares[0].start
    ]
    linked = [b for b in bases if b.words & _stems(sentence.text) or b.sentence is sentence] or (
        bases if len(shares) >= 2 and len(bases) == 1 and bases[0].counted else []
    )
    if len({b.quantity.value for b in linked}) != 1:
        return
    base = linked[0]
    if base.looked_at and sum(1 for s in {base.sentence, sentence} for _ in _counts(s, words)) > 1:
        return  # another number may be the base of a share that names no base
    for quantity in shares:
        share = printed(quantity.text)
        if base.looked_at and not _of_those(sentence.text[quantity.end :], base):
            continue
        if share is not None and quantity.value_max is None and is_telling(share, of=int(linked[0].quantity.value)):
            yield share, linked[0]


def _of_those(after: str, base: _Base) -> bool:
    """Whether what follows a share leaves its noun out, or names what was looked at."""
    named = re.match(r"(?i) of (?:the |all )?((?:[a-z'’-]+ ?){1,3})", after)
    if _NO_NOUN.search(after) or named is None:
        return bool(_NO_NOUN.search(after))
    looked_at = base.sentence.text[base.quantity.end : base.quantity.end + _NOUN_WITHIN]
    return bool({stem(w) for w in named[1].lower().split()} & {stem(w.lower()) for w in _WORD.findall(looked_at)})


def _counts(sentence: Sentence, words: Lexicon) -> Iterator[Quantity]:
    """Exact whole numbers of the size of a sample."""
    for quantity in quantities(sentence.text, lexicon=words):
        whole = quantity.unit == "count" and quantity.value == int(quantity.value) and quantity.qualifier == "exact"
        if whole and _SMALLEST <= quantity.value <= _LARGEST and quantity.value_max is None:
            yield quantity


def _bases(sentence: Sentence, words: Lexicon) -> Iterator[_Base]:
    """Counts of cases that something may be a share of: "a total of 15 conversations", "reviewed 11 full audits"."""
    for quantity in _counts(sentence, words) if _BASE_ANYWHERE.search(sentence.text) else ():
        before, after = sentence.text[: quantity.start], sentence.text[quantity.end :]
        looked_at = bool(_LOOKED_AT.search(before) or _WERE_LOOKED_AT.search(after))
        if looked_at or _BASE_CUE.search(before):
            around = before[-30:] + re.split(r"[.;,:]", after[:60])[0]
            counted = not _POINTS_BACK.search(before)
            yield _Base(sentence, quantity, _stems(around), looked_at and not _BASE_CUE.search(before), counted)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w.lower()) for w in _WORD.findall(text)) - {stem(w) for w in _EMPTY}


def _flag(paper: Paper, share: Printed, sentence: Sentence, base: _Base) -> FigureFlag:
    n = int(base.quantity.value)
    fits = ", ".join(str(b) for b in fitting_bases(share))
    spans = list(dict.fromkeys(((sentence.start, sentence.end), (base.sentence.start, base.sentence.end))))
    return FigureFlag(
        code="impossible_percentage",
        severity=Severity.warning,
        message=f"{share.text} is not possible out of {n}: either the percentage or the number of cases is another",
        stated=f"{share.text} of {n}",
        computed=_nearest(share, n),
        document=paper.side,
        hypotheses=(f"{share.text} fits {fits}",) if fits else (),
        evidence=tuple(e for a, b in spans for e in paper.evidence(a, b, rule="figures/impossible_percentage")),
    )


def _nearest(share: Printed, n: int) -> str:
    """The shares on either side of the printed one."""
    below = int(float(share.value) * n / 100)
    return f"{below} of {n} is {100 * below / n:.1f}%, {below + 1} of {n} is {100 * (below + 1) / n:.1f}%"
