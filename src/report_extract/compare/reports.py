"""The reports themselves side by side: how they are built, which reviews they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from report_extract.compare.agencies import funding_by_group
from report_extract.model.comparison import AgencyRow, SideBySide
from report_extract.model.extraction import Extraction, Review

_REVIEWS = {
    "lcspr": "practice reviews",
    "rapid_review": "rapid reviews",
    "audit": "audits",
    "inspection": "inspections",
    "notification": "notifications",
}

_PAYERS = {"council": "councils", "health": "health bodies", "justice": "justice services", "other": "others"}


def reports_side_by_side(facts: Sequence[Extraction]) -> tuple[SideBySide, ...]:
    """What each is, its length, the parts it has, the reviews it names."""
    return (*_structure(facts), *_reviews(facts))


def funding_side_by_side(agencies: Sequence[AgencyRow]) -> Iterator[SideBySide]:
    """Who pays, by kind of body: partnerships have other agencies, but the same kinds of them."""
    for group, shares in sorted(funding_by_group(agencies).items(), key=lambda item: item[0] == "other"):
        shown = tuple(f"{share:g}%" if share is not None else None for share in shares)
        yield SideBySide(topic="funding", what=f"funding from {_PAYERS.get(group, group)}", values=shown)


def _structure(facts: Sequence[Extraction]) -> Iterator[SideBySide]:
    def row(what: str, values: Sequence[str | None]) -> SideBySide:
        return SideBySide(topic="structure", what=what, values=tuple(values))

    yield row("kind of paper", [f.document.kind.value.replace("_", " ") for f in facts])
    yield row("year reported on", [f.document.reporting_year for f in facts])
    yield row("pages", [str(f.document.pages) for f in facts])
    yield row("figures found", [str(len(f.metrics)) for f in facts])
    parts = dict.fromkeys(s.kind for f in facts for s in f.sections if s.kind)
    for part in sorted(parts):
        pages = [next((s.page_start for s in f.sections if s.kind == part), None) for f in facts]
        yield row(f"part on {part.replace('_', ' ')}", [f"from page {p}" if p else None for p in pages])


def _reviews(facts: Sequence[Extraction]) -> Iterator[SideBySide]:
    for kind, what in _REVIEWS.items():
        found = [[r for r in f.reviews if r.kind == kind] for f in facts]
        if any(found):
            yield SideBySide(
                topic="reviews",
                what=what,
                values=tuple(_listed(reviews) for reviews in found),
                evidence=tuple(r.evidence[0] for reviews in found for r in reviews if r.evidence),
            )


def _listed(reviews: Sequence[Review]) -> str | None:
    return "; ".join(f"{r.title} ({r.status})" if r.status else r.title for r in reviews) or None
