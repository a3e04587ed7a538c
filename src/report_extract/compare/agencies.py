"""Agencies through the documents: shares of the funding, attendance, impact or activity only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from report_extract.compare.bodies import Bodies, bodies, spelled_out, with_place
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
    group: str | None = None
    funding: dict[int, float] = field(default_factory=dict)
    attendance: dict[int, float] = field(default_factory=dict)
    impact: dict[int, bool] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


class _Found:
    """Agencies by body, in the order in which they were met; `names` are all that each document uses."""

    def __init__(self, bodies: Bodies, names: Sequence[Iterable[str]]) -> None:
        self._bodies = bodies
        self._names = [tuple(dict.fromkeys(own)) for own in names]
        self.by_key: dict[str, _Agency] = {}

    def entry(self, name: str, document: int, *, beside: str = "") -> _Agency:
        """The agency of that name in a document; `beside` tells a second seat of one agency from its first."""
        own = self._names[document]
        full = spelled_out(name, own) or with_place(name, own) or name
        key = self._bodies.key_of(full)
        agency = self.by_key.setdefault(f"{key} {beside}", _Agency("", self._bodies.group_of(full)))
        # Of several names the one that is spelled out most.
        fuller = len(full) > len(agency.name.removesuffix(f" ({beside})"))
        agency.name = (f"{full} ({beside})" if beside else full) if fuller else agency.name
        return agency


def agency_rows(facts: Sequence[Extraction], *, book: RuleBook) -> tuple[AgencyRow, ...]:
    """One row for each agency; those that sit on several bodies have a row for each further body."""
    found = _Found(bodies(book), [_names_in(f) for f in facts])
    for document, extraction in enumerate(facts):
        _fund(found, document, extraction)
        _attend(found, document, extraction)
        _report(found, document, extraction, book)
    everyone = range(len(facts))
    return tuple(
        AgencyRow(
            agency=a.name,
            group=a.group,
            funding_pct=tuple(a.funding.get(d) for d in everyone),
            attendance_pct=tuple(a.attendance.get(d) for d in everyone),
            reports_impact=tuple(a.impact.get(d) for d in everyone),
            evidence=tuple(a.evidence),
        )
        for a in found.by_key.values()
    )


def _names_in(facts: Extraction) -> Iterator[str]:
    """Every name that a document gives an agency."""
    yield from (m.agency for m in facts.metrics if m.agency)
    yield from (r.agency for r in facts.achievements if r.agency)
    yield from (name for metric in (_FUNDING, _ATTENDANCE) for _, name in _named(_lines(facts, metric), facts))


def funding_by_group(rows: Sequence[AgencyRow]) -> dict[str, tuple[float | None, ...]]:
    """Shares of the income by kind of body, which is what partnerships with other agencies have in common."""
    groups: dict[str, list[AgencyRow]] = {}
    for row in rows:
        if any(share is not None for share in row.funding_pct):
            groups.setdefault(row.group or "other", []).append(row)
    return {group: tuple(map(_sum, zip(*(r.funding_pct for r in own), strict=True))) for group, own in groups.items()}


def _sum(shares: Sequence[float | None]) -> float | None:
    stated = [share for share in shares if share is not None]
    return round(sum(stated), 1) if stated else None


def _lines(facts: Extraction, metric: str) -> list[Metric]:
    """The lines of a table of agencies: its totals and targets are none."""
    roles = ("current", "total") if metric == _FUNDING else ("current", "share")
    return [m for m in facts.metrics if m.metric == metric and m.role.value in roles]


def _fund(found: _Found, document: int, facts: Extraction) -> None:
    """Shares of the stated total. Without one there are no shares: lines may be missing from what was found."""
    totals = {m.value for m in facts.metrics if m.metric == _FUNDING_TOTAL and m.role.value in ("total", "current")}
    if len(totals) != 1 or not (total := totals.pop()) > 0:
        return
    for line, name in _named(_lines(facts, _FUNDING), facts):
        agency = found.entry(name, document)
        agency.funding[document] = round(line.value / total * 100, 1)
        agency.evidence += line.evidence[:1]


def _attend(found: _Found, document: int, facts: Extraction) -> None:
    for line, name in _named(_lines(facts, _ATTENDANCE), facts):
        agency = found.entry(name, document)
        if document in agency.attendance:
            agency = found.entry(name, document, beside=_body_of(line))
        agency.attendance[document] = line.value
        agency.evidence += line.evidence[:1]


def _body_of(line: Metric) -> str:
    return (line.evidence[0].section if line.evidence else None) or "another body"


def _report(found: _Found, document: int, facts: Extraction, book: RuleBook) -> None:
    """Does any achievement of the agency state an effect? None where it states no achievement at all."""
    for remark in facts.achievements:
        if remark.agency is None:
            continue
        agency = found.entry(remark.agency, document)
        states = cue_in(remark.text, says="impact", book=book) is not None
        if states and not agency.impact.get(document):
            agency.evidence += remark.evidence[:1]
        agency.impact[document] = agency.impact.get(document, False) or states


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
