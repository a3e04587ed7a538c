"""What extraction found in a paper, by the names under which a rule of a requirement asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report_extract.check.paper import Paper
from report_extract.language.headings import meanings_of
from report_extract.model.evidence import Evidence
from report_extract.rules.load import RuleBook

_OF_REQUIREMENT = "requirements/facts"


def evidence_of(asked: str, paper: Paper, *, book: RuleBook) -> tuple[Evidence, ...]:
    """Where the first of the alternatives "kind/name|kind/name" stands that the paper has; empty where it has none."""
    for alternative in asked.split("|"):
        kind, _, name = alternative.partition("/")
        found = next(_KINDS[kind](name, paper, book), ())
        if found:
            return found
    return ()


def _metrics(name: str, paper: Paper, book: RuleBook) -> Iterator[tuple[Evidence, ...]]:
    return (metric.evidence for metric in paper.facts.metrics if metric.metric == name)


def _recommendations(name: str, paper: Paper, book: RuleBook) -> Iterator[tuple[Evidence, ...]]:
    return (r.evidence for r in paper.facts.recommendations if r.status is not None and name == "with_status")


def _reviews(name: str, paper: Paper, book: RuleBook) -> Iterator[tuple[Evidence, ...]]:
    return (review.evidence for review in paper.facts.reviews if review.kind == name)


def _sections(name: str, paper: Paper, book: RuleBook) -> Iterator[tuple[Evidence, ...]]:
    """Headings of that meaning; a heading by which the section is known stands on its first page."""
    for section in paper.document.outline:
        if name in meanings_of(section.title, book):
            yield paper.evidence(section.start, section.start + len(section.title), rule=_OF_REQUIREMENT)


_KINDS: dict[str, Callable[[str, Paper, RuleBook], Iterator[tuple[Evidence, ...]]]] = {
    "metrics": _metrics,
    "recommendations": _recommendations,
    "reviews": _reviews,
    "sections": _sections,
}
