"""Recommendations that are new, still open, completed, or no longer mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.compare.texts import Chain, chains
from report_extract.compare.words import Words, fold
from report_extract.model.comparison import Axis, RecommendationChange
from report_extract.model.extraction import DocumentKind, Extraction, Recommendation
from report_extract.rules.load import RuleBook

# Under one number of one review, this much of the words must agree; without, the text itself must be the same.
_SAME_NUMBER, _SAME_TEXT = 0.35, 0.7
_DONE = frozenset({"complete", "completed"})


def recommendation_changes(
    facts: Sequence[Extraction], *, axis: Axis, book: RuleBook
) -> tuple[RecommendationChange, ...]:
    """Recommendations of reviews and audits; what a cover asks its committee to do is none of them.

    Only years follow each other: between partnerships each recommendation is just listed as made.
    """
    made = [[r for r in f.recommendations if r.kind != "cover"] for f in facts]
    words = Words([r.text for found in made for r in found], book=book)
    if axis is not Axis.year:
        return tuple(_change(Chain({d: r}), last=-1) for d, found in enumerate(made) for r in found)
    linked = chains(made, alike=lambda a, b: _alike(a, b, words), least=_SAME_NUMBER)
    reports = [d for d, f in enumerate(facts) if f.document.kind is not DocumentKind.cover_report]
    return tuple(_change(c, last=max(reports, default=len(facts) - 1)) for c in linked)


def _alike(a: Recommendation, b: Recommendation, words: Words) -> float:
    text = words.alike(a.text, b.text)
    if a.source and b.source:
        same_source = fold(a.source) == fold(b.source)
        if not same_source and text < _SAME_TEXT:
            return 0.0
        if same_source and a.number is not None and a.number == b.number and text >= _SAME_NUMBER:
            return 0.5 + text / 2
    return text if text >= _SAME_TEXT else 0.0


def _change(chain: Chain[Recommendation], *, last: int) -> RecommendationChange:
    """`last` is the report whose silence counts: covers do not repeat recommendations; -1 where none counts."""
    latest, first = chain.last, min(chain.items)
    return RecommendationChange.model_validate(
        {
            "text": latest.text,
            "source": latest.source,
            "number": latest.number,
            "first_made": first,
            "status_before": _said(chain.first) if len(chain.items) > 1 or 0 <= last != first else None,
            "status_now": _said(latest) if last in chain.items or last < 0 else None,
            "status": _status(chain, last),
            "similarity": chain.likeness,
            "evidence": tuple(e for d in sorted(chain.items) for e in chain.items[d].evidence[:1]),
            "evidence_documents": tuple(d for d in sorted(chain.items) for _ in chain.items[d].evidence[:1]),
        }
    )


def _status(chain: Chain[Recommendation], last: int) -> str:
    if last < 0:
        return "made"
    if last not in chain.items:
        return "no_longer_mentioned"
    if min(chain.items) == last:
        return "new"
    status = chain.last.status
    done = status is not None and (status.state in _DONE or (status.state is None and status.rag in ("green", "blue")))
    return "completed" if done else "still_open"


def _said(made: Recommendation) -> str | None:
    """The colour, or the state where no colour is given."""
    return (made.status.rag or made.status.state) if made.status else None
