"""Change statements in sentences: "463 contacts, an increase of 52 (12%) on the previous year (411)"."""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Decimal

from report_extract.check.figures.changes import ChangeStatement, Misfit, misfits, relations
from report_extract.check.figures.outcome import Outcome
from report_extract.check.figures.printed import Printed, printed
from report_extract.check.paper import Paper
from report_extract.language.changes import Change, changes
from report_extract.language.lexicon import lexicon
from report_extract.language.numbers import WORDS
from report_extract.language.quantities import Quantity, quantities
from report_extract.language.sentences import Sentence
from report_extract.model.checks import FigureFlag
from report_extract.model.evidence import Severity
from report_extract.rules.load import RuleBook

# Every change statement that can be tested prints two numbers at least.
_TWO_NUMBERS = re.compile(rf"(?i)\d.*?\D\d|\bfrom\s{WORDS}\b.*?\bto\s(?:\d|{WORDS}\b)", re.DOTALL)
_UNIT = re.compile(r"(?i)[\s-]*(?:per\s?cent|percent)?[\s-]*(?:percentage\s)?(?:points?|pp)?$")
# "71% (it was 52%)": the value before in a bracket of its own.
_IT_WAS = re.compile(r"(?i)\(\s*(?:(?:it|this|that)\s)?(?:was|had\sbeen)\s$")
# A direction that the numbers deny is certain; points called per cent mislead few readers.
_SEVERITIES = {"change_direction": Severity.error, "percent_for_points": Severity.info}
_SHARES = ("percent", "percentage_points")


def check_changes(paper: Paper, book: RuleBook) -> Outcome:
    """Every sentence with exactly one change statement; where two are mixed nothing is tested."""
    words = lexicon(book)
    tested, flags = 0, []
    for sentence in paper.sentences:
        if not _TWO_NUMBERS.search(sentence.text):
            continue
        found = quantities(sentence.text, lexicon=words)
        statement = _statement(sentence.text, found, changes(sentence.text, found))
        if statement is not None:
            tested += relations(statement)
            flags += [_flag(paper, sentence, m) for m in misfits(statement)]
    return Outcome(tested=tested, flags=tuple(flags))


def _statement(text: str, found: tuple[Quantity, ...], solved: dict[int, Change]) -> ChangeStatement | None:
    """The one change statement of a sentence: at most one each of current, previous, difference and per cent."""
    exact = {i: q for i, q in enumerate(found) if q.qualifier == "exact" and q.value_max is None}
    moves = [i for i in solved if solved[i].part == "change" and i in exact]
    earlier = [i for i in solved if solved[i].part == "previous" and i in exact]
    earlier = earlier or [i for i in exact if i not in solved and _IT_WAS.search(text[: found[i].start])]
    ways = {c.direction for c in solved.values() if c.direction}
    stated = [i for i in solved if solved[i].part == "current" and i in exact]
    if len(earlier) > 1 or len(ways) > 1 or len(moves) > 2:
        return None
    if not moves:
        return _from_to(found, earlier, stated, ways)
    first = min(moves)
    now = stated[:1] or [i for i in exact if i < first and i not in moves and i not in earlier][-1:]
    if not now or (earlier and not stated and earlier[0] < now[0]):
        return None  # a previous value before the current one belongs to another statement, unless "from … to …"
    current = found[now[0]]
    of_shares = current.unit in _SHARES
    differences = [i for i in moves if found[i].unit == current.unit and not of_shares]
    percents = [i for i in moves if found[i].unit in _SHARES]
    if len(differences) > 1 or len(percents) > 1 or any(found[i].unit != current.unit for i in earlier):
        return None
    return ChangeStatement(
        current=_printed(current),
        previous=_printed(found[earlier[0]]) if earlier else None,
        difference=_printed(found[differences[0]]) if differences else None,
        percent=_printed(found[percents[0]]) if percents else None,
        rise={"increase": True, "decrease": False}.get(next(iter(ways), "")),
        of_shares=of_shares,
    )


def _from_to(found: tuple[Quantity, ...], earlier: list[int], now: list[int], ways: Set[str]) -> ChangeStatement | None:
    """ "rose from 24% to 19%": no difference is stated, but which way it went is."""
    if not len(earlier) == len(now) == len(ways) == 1 or found[earlier[0]].unit != found[now[0]].unit:
        return None
    before, after = _printed(found[earlier[0]]), _printed(found[now[0]])
    return ChangeStatement(current=after, previous=before, rise=ways == {"increase"})


def _printed(quantity: Quantity) -> Printed | None:
    """Whole numbers in words are exact; scaled sums are left out, since their printed precision is not known."""
    if quantity.form == "words" and quantity.value == int(quantity.value):
        return Printed(text=quantity.text, value=Decimal(int(quantity.value)), decimals=0)
    bare = _UNIT.sub("", quantity.text).strip("£% ")
    return printed(quantity.text) if quantity.form == "digits" and bare[-1:].isdigit() else None


def _flag(paper: Paper, sentence: Sentence, misfit: Misfit) -> FigureFlag:
    severity = _SEVERITIES.get(misfit.code, Severity.warning)
    return FigureFlag(
        code=misfit.code,
        severity=severity,
        message=f"The sentence states {misfit.stated}; from its other figures it is {misfit.computed}",
        stated=misfit.stated,
        computed=misfit.computed,
        document=paper.side,
        hypotheses=misfit.hypotheses,
        evidence=paper.evidence(sentence.start, sentence.end, rule=f"figures/{misfit.code}"),
    )
