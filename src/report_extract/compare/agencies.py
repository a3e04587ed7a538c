"""Agencies through the documents: shares of the funding, attendance, impact or activity only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from report_extract.compare.words import fold, undated
from report_extract.language.cues import cue_in
from report_extract.model.comparison import AgencyRow
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Extraction, Metric
from report_extract.rules.load import RuleBook

_FUNDING, _FUNDING_TOTAL, _ATTENDANCE = "budget_income_line", "budget_income_total", "attendance_pct"


@dataclass
class _Agency:
    name: str
    funding: dict[int, float] = field(default_factory=dict)
    attendance: dict[int, float] = field(default_factory=dict)
    impact: dict[int, bool] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


def agency_rows(facts: Sequence[Extraction], *, book: RuleBook) -> tuple[AgencyRow, ...]:
    """One row for each agency; those that sit on several bodies have a row for each further body."""
    found: dict[str, _Agency] = {}
    for document, extraction in enumerate(facts):
        _fund(found, document, extraction)
        _attend(found, document, extraction)
        _report(found, document, extraction, book)
    everyone = range(len(facts))
    return tuple(
        AgencyRow(
            agency=a.name,
            funding_pct=tuple(a.funding.get(d) for d in everyone),
            attendance_pct=tuple(a.attendance.get(d) for d in everyone),
            reports_impact=tuple(a.impact.get(d) for d in everyone),
            evidence=tuple(a.evidence),
        )
        for a in found.values()
    )


def _fund(found: dict[str, _Agency], document: int, facts: Extraction) -> None:
    """Shares of the stated total. Without one there are no shares: lines may be missing from what was found."""
    totals = {m.value for m in facts.metrics if m.metric == _FUNDING_TOTAL and m.role.value in ("total", "current")}
    lines = [m for m in facts.metrics if m.metric == _FUNDING and m.role.value in ("current", "total")]
    if len(totals) != 1 or not (total := totals.pop()) > 0:
        return
    for line, name in _named(lines, facts):
        agency = _entry(found, name)
        agency.funding[document] = round(line.value / total * 100, 1)
        agency.evidence += line.evidence[:1]


def _attend(found: dict[str, _Agency], document: int, facts: Extraction) -> None:
    lines = [m for m in facts.metrics if m.metric == _ATTENDANCE and m.role.value in ("current", "share")]
    for line, name in _named(lines, facts):
        agency = _entry(found, name)
        if document in agency.attendance:
            agency = _entry(found, f"{name} ({_body_of(line)})")
        agency.attendance[document] = line.value
        agency.evidence += line.evidence[:1]


def _body_of(line: Metric) -> str:
    return (line.evidence[0].section if line.evidence else None) or "another body"


def _report(found: dict[str, _Agency], document: int, facts: Extraction, book: RuleBook) -> None:
    """Does any achievement of the agency state an effect? None where it states no achievement at all."""
    for remark in facts.achievements:
        if remark.agency is None:
            continue
        agency = _entry(found, remark.agency)
        states = cue_in(remark.text, says="impact", book=book) is not None
        if states and not agency.impact.get(document):
            agency.evidence += remark.evidence[:1]
        agency.impact[document] = agency.impact.get(document, False) or states


def _entry(found: dict[str, _Agency], name: str) -> _Agency:
    return found.setdefault(fold(name), _Agency(name))


def _named(lines: Sequence[Metric], facts: Extraction) -> Iterable[tuple[Metric, str]]:
    """Each line with its agency: the one that was recognised, or the words of its label that other lines lack."""
    own = facts.document.partnership
    whole = {fold(own.name), fold(own.id)} if own else set()
    labels = [undated(m.label).split() for m in lines]
    start, end = _shared(labels), _shared([label[::-1] for label in labels])
    for line, label in zip(lines, labels, strict=True):
        distinct = " ".join(label[start : len(label) - end or None]).strip(" -:–,")
        words = line.label.partition(" - ")[0] if " - " in line.label else distinct
        recognised = line.agency and fold(line.agency) not in whole and not _initials(line.agency, whole)
        yield line, (line.agency if recognised and line.agency else words) or line.label


def _initials(name: str, whole: set[str]) -> bool:
    return any("".join(w[0] for w in full.split() if w != "and") == name.lower() for full in whole if full)


def _shared(labels: Sequence[Sequence[str]]) -> int:
    """How many first words all labels share; none where there is only one label."""
    if len(labels) < 2:
        return 0
    count = 0
    for words in zip(*labels, strict=False):
        if len({w.lower() for w in words}) > 1:
            break
        count += 1
    return min(count, min(map(len, labels)) - 1)
