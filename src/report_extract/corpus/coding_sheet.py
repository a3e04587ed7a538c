"""The sheet that researchers fill by hand for each report, filled from the store as far as the report says so.

Three parts, as desk audits of yearly reports have them: priorities (activity, evidence, impact by theme), training
(described, and up to which level evaluated), reviews (what was done after each). The answers are "yes" and "not found",
since words that no rule knows may still say it. Sentences and pages stand beside each answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from report_extract.extract.coding import LEVELS
from report_extract.model.extraction import Coded, DocumentKind, Extraction, Recommendation, Review
from report_extract.rules.kinds.themes import Theme
from report_extract.rules.load import RuleBook

COLUMNS = (
    "partnership", "reporting_year", "document", "part", "item", "stated_as_priority",
    "activity_stated", "activity", "activity_page", "evidence_stated", "evidence", "evidence_page",
    "impact_stated", "impact", "impact_page", "evaluation_level", "evaluation", "evaluation_page",
    "actions_stated", "actions", "actions_page", "sentences", "sha256",
)  # fmt: skip
YES, NOT_FOUND = "yes", "not found"

# A recommendation belongs to the review whose name its source resembles so much (word by word, of 100).
_SAME_REVIEW = 80
_REVIEW_KINDS = ("lcspr", "rapid_review")

SheetRow = dict[str, Any]


def coding_sheet(reports: Iterable[Extraction], *, book: RuleBook) -> Iterator[SheetRow]:
    """The rows of every annual report: its themes, its training, its reviews. Cells without a question are None."""
    titles = {theme.id: theme.title for theme in book.of(Theme)}
    for facts in reports:
        if facts.document.kind is DocumentKind.annual_report:
            about = _about(facts)
            for row in (*_priorities(facts, titles), _training(facts), *_reviews(facts)):
                yield {**dict.fromkeys(COLUMNS), **about, **row}


def _about(facts: Extraction) -> SheetRow:
    known = facts.document.partnership
    return {
        "partnership": known.id if known else None,
        "reporting_year": facts.document.reporting_year,
        "document": facts.document.name,
        "sha256": facts.document.sha256,
    }


def _priorities(facts: Extraction, titles: Mapping[str, str]) -> Iterator[SheetRow]:
    """A row for each theme that is a priority, then for each other theme whose effect is stated."""
    stated = {p.theme: p.title for p in reversed(facts.priorities) if p.theme and p.kind != "agency"}
    others = {c.theme: None for c in facts.coding if c.code == "impact" and c.theme and c.theme not in stated}
    for theme in (*reversed(stated), *others):
        about = [c for c in facts.coding if c.theme == theme]
        yield {
            "part": "priorities",
            "item": titles.get(theme, theme),
            "stated_as_priority": stated.get(theme) or NOT_FOUND,
            **_answers(("activity", "evidence", "impact"), [*about, *_found(facts, theme)]),
            "sentences": len({c.text for c in about}),
        }


def _found(facts: Extraction, theme: str | None) -> Iterator[Coded]:
    """What reviews, audits and inspections found on a theme is evidence, whatever its words."""
    for finding in facts.findings:
        if finding.theme == theme:
            yield Coded(id=finding.id, code="evidence", text=finding.text, theme=theme, evidence=finding.evidence)


def _training(facts: Extraction) -> SheetRow:
    """One row: the highest level that the report tells of, with the sentence of each level that it tells of."""
    evaluations = {level: [c for c in facts.coding if c.level == level] for level in LEVELS}
    reached = [level for level in LEVELS if evaluations[level]]
    first = [evaluations[level][0] for level in reached]
    described = [c for c in facts.coding if c.code in ("training", "evaluation")]
    return {
        "part": "training",
        "item": "Training",
        **_answer("activity", [c for c in described if c.code == "training"] or described),
        "evaluation_level": reached[-1] if reached else NOT_FOUND,
        "evaluation": " | ".join(f"{c.level}: {c.text}" for c in first) or None,
        "evaluation_page": first[-1].evidence[0].page if first and first[-1].evidence else None,
        "sentences": len({c.text for c in described}),
    }


def _reviews(facts: Extraction) -> Iterator[SheetRow]:
    """One row for each review with its recommendations' states, and one for what is said of actions in general."""
    said = [c for c in facts.coding if c.code == "review_action"]
    told: set[str] = set()
    for review in facts.reviews:
        if review.kind in _REVIEW_KINDS and review.count is None:
            states = [r for r in facts.recommendations if r.status and _is_of(r, review)]
            actions = [(r.status.text or r.status.state or r.status.rag or YES, r) for r in states if r.status]
            told |= {text for text, _ in actions}
            page = states[0].evidence[0].page if states and states[0].evidence else None
            yield _review_row(review.title, [text for text, _ in actions], page)
    rest = [c for c in said if c.text not in told]
    if rest or not facts.reviews:
        yield _review_row("Reviews in general", [c.text for c in rest], _page(rest))


def _review_row(title: str, actions: Sequence[str], page: int | None) -> SheetRow:
    return {
        "part": "reviews",
        "item": title,
        "actions_stated": YES if actions else NOT_FOUND,
        "actions": " | ".join(actions) or None,
        "actions_page": page,
        "sentences": len(actions),
    }


def _is_of(recommendation: Recommendation, review: Review) -> bool:
    source = recommendation.source or ""
    return fuzz.token_set_ratio(source.casefold(), review.title.casefold()) >= _SAME_REVIEW


def _answers(questions: Iterable[str], coded: Sequence[Coded]) -> SheetRow:
    answers: SheetRow = {}
    for question in questions:
        answers |= _answer(question, [c for c in coded if c.code == question])
    return answers


def _answer(question: str, coded: Sequence[Coded]) -> SheetRow:
    """Yes with its best sentence: one with a figure before one without, else the first."""
    best = sorted(coded, key=lambda c: not any(letter.isdigit() for letter in c.text))[:1]
    return {
        f"{question}_stated": YES if best else NOT_FOUND,
        question: best[0].text if best else None,
        f"{question}_page": _page(best),
    }


def _page(coded: Sequence[Coded]) -> int | None:
    return coded[0].evidence[0].page if coded and coded[0].evidence else None
