"""Claims that the source's extracted facts decide: the report itself, numbered recommendations, catalogued metrics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from report_extract.check.claims.cases import cases_in
from report_extract.check.claims.numbers import agree, comparable
from report_extract.check.claims.steps import Step, way_of_metric
from report_extract.check.claims.units import Asked
from report_extract.check.claims.words import stem
from report_extract.check.paper import Paper
from report_extract.check.wording.years import year_labels
from report_extract.language.quantities import Quantity
from report_extract.model.checks import Verdict
from report_extract.model.document import BlockKind
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Metric, Recommendation, Role

_RECOMMENDATION = re.compile(
    r"(?i)\brecommendation\s+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_COLOUR = re.compile(r"(?i)\b(?:red|amber|green)\b")
_NUMBERS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_ABOUT_REPORT = re.compile(
    r"(?i)^(?:the|this)\b[^.]{0,80}\b(?:annual|yearly)\s+report\b[^.]{0,60}\b(?:details|sets?\s+out|provides|describes|covers|gives|demonstrates|is)\b"
)
# A title by itself, with its year: it may also be that of another year's paper, listed beside this one.
_BARE_TITLE = re.compile(
    r"(?i)^[^.;]{0,100}\b(?:annual|yearly)\s+report\b[\s,:(–-]*(?:for\s+)?(?:20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\W*$"
)
_TITLE = re.compile(r"(?i)\b(?:annual|yearly)\s+report\b")
_STATES = {"complete": "done", "in_progress": "open", "paused": "paused", "not_started": "not_begun"}
_RAG_STATES = {"green": "done", "amber": "open", "red": "not_begun"}
# Labels this alike (rapidfuzz token set ratio) are of one measure within one catalogue id.
_SAME_LABEL = 60


class Fact(NamedTuple):
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...]
    confidence: float


def about_the_report(asked: Asked, source: Paper) -> Fact | None:
    """ "The X Annual Report 2024/25 details …" is judged on the title and year of the source itself."""
    title = _BARE_TITLE.match(asked.text) is not None
    if not (title or _ABOUT_REPORT.search(asked.text)) or asked.anchors.ratings or asked.anchors.state:
        return None
    said = [label.first for label in year_labels(asked.text)]
    if not said or source.year is None:
        return None
    titles = [
        b
        for b in source.document.blocks
        if _TITLE.search(b.text) and any(y.first == int(source.year[:4]) for y in year_labels(b.text))
    ]
    titles.sort(
        key=lambda b: (b.kind is not BlockKind.heading, len(b.text))
    )  # a title is short, a list of contents is not
    evidence = tuple(e for b in titles[:2] for e in source.evidence(b.start, b.end, rule="claims/about_the_report"))
    if title and int(source.year[:4]) not in said:
        return Fact(Verdict.not_found, f"another year: the source is the report for {source.year}", evidence, 0.8)
    if not evidence:
        return None
    if int(source.year[:4]) in said:
        return Fact(Verdict.supported, f"the source is the report for {source.year}", evidence, 0.95)
    return Fact(Verdict.contradicted, f"the source is the report for {source.year}", evidence, 0.9)


def about_a_recommendation(asked: Asked, source: Paper) -> Fact | None:
    """A status of a numbered recommendation, by its review; None unless number, review and status are all known."""
    match = _RECOMMENDATION.search(asked.text)
    state = asked.anchors.state
    rag = _COLOUR.search(asked.text) if match else None
    if not match or (state is None and rag is None):
        return None
    number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
    found = _recommendation(asked.text, number, source.facts.recommendations)
    if found is None or found.status is None:
        return None
    now = _STATES.get(found.status.state or "") or _RAG_STATES.get((found.status.rag or "").lower())
    if (found.status.rag if rag else now) is None:
        return None
    holds = rag.group().lower() == (found.status.rag or "").lower() if rag else state == now
    words = found.status.rag or "" if rag else found.status.text or found.status.rag or ""
    if holds:
        return Fact(Verdict.supported, f"the report says: {words[:120]}", found.evidence, 0.95)
    return Fact(Verdict.contradicted, f"the report says: {words[:120]}", found.evidence, 0.9)


def _recommendation(text: str, number: int, known: Sequence[Recommendation]) -> Recommendation | None:
    """The recommendation with the number from the review that the claim names; None where two would fit."""
    same = [r for r in known if r.number == number]
    named = [r for r in same if r.source and _case(r.source) and _case(r.source).lower() in text.lower()]
    if named and len({r.status for r in named}) == 1:
        return named[0]
    return same[0] if len(same) == 1 and not _case(text) else None


def _case(text: str) -> str:
    """The case that a text names; empty where it names none."""
    return min(cases_in(text), default="")


def by_metric(
    claimed: Metric, source: Paper, *, beside: Sequence[Metric] = (), steps: Sequence[Step] = ()
) -> Fact | None:
    """A figure of the claim against the source's figures of the same catalogue id, area, agency, period and role.

    `beside` are the claim's other figures: what the source says of one of them is not said against this one. `steps`
    are those of the source.
    """
    if claimed.metric is None:
        return None
    alike = [m for m in source.facts.metrics if m.metric == claimed.metric and _fits(claimed, m)]
    same = [m for m in alike if _shares_a_word(claimed, m)]
    stated = quantity_of(claimed)
    equal = [m for m in same if agree(stated, quantity_of(m))]
    turned = [m for m in equal if claimed.direction and m.direction and m.direction != claimed.direction]
    if turned and len(turned) == len(equal):
        reason = f"the report says {turned[0].direction}, the cover {claimed.direction} ({turned[0].label})"
        return Fact(Verdict.contradicted, reason, turned[0].evidence, turned[0].confidence * 0.9)
    if equal and claimed.direction:
        moved = [m for m in equal if claimed.direction in (m.direction, way_of_metric(m, steps))]
        if not moved and all(way_of_metric(m, steps) for m in equal):
            reason = f"the report states {equal[0].value_text} ({equal[0].label}), and that is no {claimed.direction}"
            return Fact(Verdict.contradicted, reason, equal[0].evidence, equal[0].confidence * 0.8)
        if not moved:
            reason = f"the report states {equal[0].value_text} ({equal[0].label}), but no {claimed.direction}"
            return Fact(Verdict.not_found, reason, equal[0].evidence, equal[0].confidence * 0.7)
        equal = moved
    if equal:
        best = max(equal, key=lambda m: (m.period == claimed.period, m.confidence))
        return Fact(
            Verdict.supported, f"the report states {best.value_text} ({best.label})", best.evidence, best.confidence
        )
    rivals = [m for m in same if _is_the_same_measure(claimed, m)]
    if len({m.value for m in rivals}) == 1 and rivals[0].value not in {
        m.value for m in beside if m.role is claimed.role
    }:
        reason = f"the report says {rivals[0].value_text}, the cover {claimed.value_text} ({rivals[0].label})"
        return Fact(Verdict.contradicted, reason, rivals[0].evidence, rivals[0].confidence * 0.9)
    return None


def is_of_its_area(metric: Metric, text: str, areas: Sequence[str]) -> bool:
    """Whether a figure is of the area that the claim names; of the whole where it names none or several."""
    if len(areas) < 2:
        return True
    own = metric.area if metric.area in areas else next((a for a in areas if a in metric.label), None)
    named = [a for a in areas if a in text]
    return own in named if len(named) == 1 else own is None


def _shares_a_word(a: Metric, b: Metric) -> bool:
    """One catalogue id may hold two measures (vacancies, agency staff): the label's words must stand on both sides."""
    quoted = " ".join(e.quote for e in b.evidence)
    return bool(stems(a.label) & stems(f"{b.label} {quoted}"))


def stems(text: str) -> set[str]:
    """The stems of the longer words of a text."""
    return {stem(w) for w in re.findall(r"[a-z]{4,}", text.lower())}


def _fits(a: Metric, b: Metric) -> bool:
    """Comparable, and nowhere stated to be of another area, agency, period or role."""
    parts = {Role.share: Role.current, Role.total: Role.current, Role.cumulative: Role.current}
    return (
        comparable(quantity_of(a), quantity_of(b))
        and parts.get(a.role, a.role) == parts.get(b.role, b.role)
        and (a.agency is None or b.agency is None or a.agency == b.agency)
        and (a.area is None or b.area is None or a.area == b.area)
        and (a.period is None or b.period is None or a.period == b.period)
    )


def _is_the_same_measure(a: Metric, b: Metric) -> bool:
    if a.agency is not None and a.agency == b.agency and stems(a.label) & stems(b.label):
        return True
    return fuzz.token_set_ratio(a.label.lower(), b.label.lower()) >= _SAME_LABEL


def quantity_of(metric: Metric) -> Quantity:
    """The value of a metric as a quantity, to be compared with others."""
    return Quantity(
        start=0,
        end=len(metric.value_text),
        text=metric.value_text,
        value=metric.value,
        unit=metric.unit,
        value_max=metric.value_max,
        qualifier=metric.qualifier,
    )
