"""Claims that one row of a table decides: who came to how many meetings, who paid how much.

A row decides only where it is the one that the claim can mean and holds one value that can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.check.claims.anchors import AnchorReader, NumberAnchor
from report_extract.check.claims.facts import Fact
from report_extract.check.claims.numbers import agree
from report_extract.check.claims.passages import Index, Passage
from report_extract.check.claims.times import ALWAYS, Time
from report_extract.check.claims.turnout import turnouts
from report_extract.check.claims.units import Asked
from report_extract.check.claims.words import Vocabulary
from report_extract.check.marks import Attended, attendance_of
from report_extract.check.paper import Paper
from report_extract.model.checks import Verdict

_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBERS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_MEETINGS = r"(?:[\w’'-]+\s){0,4}?(?:meetings?|sessions?|boards?)\b"
_CAME = r"(?:attended|came\sto|went\sto|was\s(?:present|represented)\sat|were\s(?:present|represented)\sat)"
_ATTENDED = re.compile(
    rf"(?i)^(?:the\s)?(?P<who>.+?)\s(?:(?:has|have|had)\s)?(?:"
    rf"(?P<missed>missed|did\snot\sattend|failed\sto\sattend|was\sabsent\sfrom)\s(?P<m>{_N}|no|all|every)\s(?:of\s(?:the|its|all)\s(?:(?P<of1>{_N})\s)?)?{_MEETINGS}"
    rf"|{_CAME}\s(?:(?P<all>all|every|each)\s(?:of\s)?(?:the\s|its\s)?(?:(?P<of2>{_N})\s(?:of\s(?:the|its)\s)?)?"
    rf"|(?P<n>{_N}|none|no)\s(?:(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:(?P<of3>{_N})\s)?)?){_MEETINGS})"
)
_PAID = re.compile(r"(?i)^(?P<who>.+?)(?:[’']s?)?\s(?:contributed|contribution|paid|pays|contributes|gave|put\sin)\b")
_INCOME = re.compile(r"(?i)\b(?:contribut\w+|income|funding|funders?|paid\sin|came\sin)\b")
_SPENDING = re.compile(r"(?i)\b(?:spen[dt]\w*|expenditure|costs?|went\sout)\b")
_NAMED = 0.6  # share of the claim's words for whom it speaks of that a row's label must hold
_COMMON = frozenset("the its their our a an".split())


def about_a_row(asked: Asked, source: Paper, *, index: Index, reader: AnchorReader) -> Fact | None:
    """The verdict of the one row that a claim on attendance or on a contribution can mean; else None."""
    if asked.anchors.negations:
        return None
    marked = _attended(asked, source, index.vocabulary) or _turned_out(asked, source, index)
    return marked or _paid(asked, source, index=index, reader=reader)


def _attended(asked: Asked, source: Paper, vocabulary: Vocabulary) -> Fact | None:
    said = _ATTENDED.match(asked.text.strip())
    if said is None:
        return None
    rows = list(attendance_of(source.document))
    fitting = _named(said["who"], [row.label.text for _, row in rows], vocabulary)
    verdicts = {_holds(said, rows[i][1]) for i in fitting}
    if len(verdicts) != 1 or None in verdicts:
        return None
    table, row = rows[fitting[0]]
    missed = len(row.marks) - row.ticks
    reason = f"the report marks {row.ticks} of {len(row.marks)} meetings for {row.label.text} ({missed} missed)"
    evidence = source.evidence(row.start, row.end(table.cells), rule="claims/attendance")
    return Fact(Verdict.supported if verdicts == {True} else Verdict.contradicted, reason, evidence, 0.9)


def _turned_out(asked: Asked, source: Paper, index: Index) -> Fact | None:
    """As `_attended`, by rows that print the number of meetings; None where two rows could be meant."""
    said = _ATTENDED.match(asked.text.strip())
    rows = list(turnouts(index.passages)) if said else []
    fitting = _named(said["who"], [row.label for row in rows], index.vocabulary) if said else []
    if said is None or len(fitting) != 1:
        return None
    row = rows[fitting[0]]
    reason = f"the report states {row.came} of {row.held} meetings for {row.label}"
    evidence = source.evidence(row.row.start, row.row.end, rule="claims/attendance")
    holds = _is_as_said(said, came=row.came, held=row.held)
    return Fact(Verdict.supported if holds else Verdict.contradicted, reason, evidence, 0.9)


def _holds(said: re.Match[str], row: Attended) -> bool | None:
    """Whether the marks are what the claim says; None where a cell without a mark leaves it open."""
    return None if row.unmarked else _is_as_said(said, came=row.ticks, held=len(row.marks))


def _is_as_said(said: re.Match[str], *, came: int, held: int) -> bool:
    """Whether a claim's numbers of meetings are those of a row."""
    of = next((_number(said[name]) for name in ("of1", "of2", "of3") if said[name]), None)
    if of is not None and of != held:
        return False
    if said["missed"]:
        wanted = held if said["m"].lower() in ("all", "every") else _number(said["m"])
        return held - came == wanted
    return came == (held if said["all"] else _number(said["n"]))


def _number(word: str) -> int:
    word = word.lower()
    return 0 if word in ("no", "none") else _NUMBERS.get(word) or int(word)


def _named(who: str, labels: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """The rows that are of whom the claim speaks: those whose label holds most of the name, of one name only."""
    wanted = [w for w in vocabulary.words(who) if w not in _COMMON]
    held = [vocabulary.coverage(wanted, there=vocabulary.spread(vocabulary.words(label))) for label in labels]
    best = max(held, default=0.0)
    if not wanted or best < _NAMED:
        return []
    fitting = [i for i, share in enumerate(held) if share == best]
    return fitting if len({labels[i].strip().lower() for i in fitting}) == 1 else []


def _paid(asked: Asked, source: Paper, *, index: Index, reader: AnchorReader) -> Fact | None:
    """One sum (and perhaps its share) against the row of the contributor."""
    said = _PAID.match(asked.text.strip())
    sums = [n for n in asked.anchors.numbers if n.quantity.unit == "gbp"]
    shares = [n for n in asked.anchors.numbers if n.quantity.unit == "percent"]
    if said is None or len(sums) != 1 or len(asked.anchors.numbers) != len(sums) + len(shares) or len(shares) > 1:
        return None
    if any(n.part != "current" or n.direction for n in (*sums, *shares)):
        return None
    rows = [p for p in index.passages if p.kind == "row" and _is_income(p)]
    fitting = [rows[i] for i in _named(said["who"], [_label(p) for p in rows], index.vocabulary)]
    if len(fitting) != 1 or _label(fitting[0]).lower().startswith("total"):
        return None
    row, when = fitting[0], sums[0].time
    verdicts = [_says(n, row, reader, when, source.year) for n in (*sums, *shares)]
    if None in verdicts:
        return None
    evidence = source.evidence(row.start, row.end, rule="claims/contribution")
    reason = f"the report says: {' | '.join(row.text.split(chr(9)))}"
    return Fact(Verdict.supported if all(verdicts) else Verdict.contradicted, reason, evidence, 0.9)


def _says(number: NumberAnchor, row: Passage, reader: AnchorReader, when: Time, year: str | None) -> bool | None:
    """Whether the row's one value of a unit and time is the claim's; None where there is none or several."""
    now = when if when != ALWAYS else Time(None, year) if year else ALWAYS
    found = [n for n in reader.read(row.text, row.columns).numbers if n.quantity.unit == number.quantity.unit]
    timely = [n for n in found if not n.time.differs(now)]
    if len(timely) != 1:
        return None
    return agree(number.quantity, timely[0].quantity)


def _is_income(row: Passage) -> bool:
    headers = " ".join(c.header for c in row.columns)
    return bool(_INCOME.search(f"{row.context} {headers}")) and not _SPENDING.search(headers)


def _label(row: Passage) -> str:
    return row.text[row.columns[0].start : row.columns[0].end]
