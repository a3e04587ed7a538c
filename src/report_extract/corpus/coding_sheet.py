"""The sheet that researchers fill by hand for each report, filled from the store as far as the report says so.

Three parts, as desk audits of yearly reports have them: priorities (activity, evidence, impact by theme), training
(described, and up to which level evaluated), reviews (what was done after each). The answers are "yes" and "not found",
since words that no rule knows may still say it. Sentences and pages stand beside each answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from report_extract.extract.coding import LEVELS
from report_extract.model.extraction import Coded, DocumentKind, Extraction, Review
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
_WORD = re.compile(r"\w+")
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
        "partnership": known.key if known else None,
        "reporting_year": facts.document.reporting_year,
        "document": facts.document.name,
        "sha256": facts.document.sha256,
    }


def _priorities(facts: Extraction, titles: Mapping[str, str]) -> Iterator[SheetRow]:
    """A row for each theme that is a priority, then for each other theme whose effect is stated.

    A priority that has none of the known themes has a row of its own, answered from what stands under its title.
    """
    own = [p for p in facts.priorities if p.kind != "agency"]
    stated = {p.theme: p.title for p in reversed(own) if p.theme}
    for theme in reversed(stated):
        named = [p.title for p in own if p.theme == theme]
        yield _priority(facts, theme, item=titles.get(theme, theme), headings=named)
    for title in dict.fromkeys(p.title for p in own if not p.theme):
        yield _priority(facts, None, item=title, headings=[title])
    for theme in dict.fromkeys(c.theme for c in facts.coding if c.code == "impact" and c.theme):
        if theme not in stated:
            yield _priority(facts, theme, item=titles.get(theme, theme), headings=())


def _priority(facts: Extraction, theme: str | None, *, item: str, headings: Sequence[str]) -> SheetRow:
    """`headings` are the titles under which the report states it: what stands there is about it, whatever its words."""
    under = {title.casefold() for title in headings}
    about = [c for c in facts.coding if (theme and c.theme == theme) or _heading(c) in under]
    return {
        "part": "priorities",
        "item": item,
        "stated_as_priority": headings[0] if headings else NOT_FOUND,
        **_answers(("activity", "evidence", "impact"), [*about, *(_found(facts, theme) if theme else ())]),
        "sentences": len({c.text for c in about}),
    }


def _heading(coded: Coded) -> str:
    return (coded.evidence[0].section or "").casefold() if coded.evidence else ""


def _found(facts: Extraction, theme: str) -> Iterator[Coded]:
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
    """A row for each review: its recommendations' states, else what is said under it; one for all other actions."""
    said = [c for c in facts.coding if c.code == "review_action"]
    told: list[str] = []
    for review in facts.reviews:
        if review.kind in _REVIEW_KINDS and review.count is None:
            made = (r.status for r in facts.recommendations if r.status and _names(r.source, review))
            states = [s.text or s.state or s.rag or YES for s in made]
            under = [c for c in said if _names(_heading(c), review)]
            actions = states or [c.text for c in under]
            told += actions
            stated = under or [c for c in said if any(c.text in action for action in actions)]
            yield _review_row(review.title, actions, _page(stated) or _page_of_recommendation(facts, review, states))
    rest = [c for c in said if not any(c.text in action for action in told)]
    if rest or not facts.reviews:
        yield _review_row("Reviews in general", [c.text for c in rest], _page(rest))


def _page_of_recommendation(facts: Extraction, review: Review, states: Sequence[str]) -> int | None:
    """Where the first recommendation with a state stands: the state beside it in the row of a table is no sentence."""
    own = [r for r in facts.recommendations if r.status and r.evidence and _names(r.source, review)]
    return own[0].evidence[-1].page if states and own else None


def _review_row(title: str, actions: Sequence[str], page: int | None) -> SheetRow:
    return {
        "part": "reviews",
        "item": title,
        "actions_stated": YES if actions else NOT_FOUND,
        "actions": " | ".join(actions) or None,
        "actions_page": page,
        "sentences": len(actions),
    }


def _names(words: str | None, review: Review) -> bool:
    """Do the words (the source of a recommendation, a heading) name the review? Its kind's acronym may be absent."""
    if not words:
        return False
    own = {w.casefold() for w in _WORD.findall(review.title) if not w.isupper()}
    if own and own <= {w.casefold() for w in _WORD.findall(words)}:
        return True
    return fuzz.token_set_ratio(words.casefold(), review.title.casefold()) >= _SAME_REVIEW


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
