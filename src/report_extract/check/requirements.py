"""What a yearly report or a cover has to contain, and where it does: found, partly or not found, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from report_extract.check.facts_shown import evidence_of
from report_extract.check.paper import Paper
from report_extract.model.checks import Requirement
from report_extract.model.document import Block
from report_extract.model.evidence import Evidence
from report_extract.rules.kinds.requirements import RequirementRule
from report_extract.rules.load import RuleBook

# As many passages as a reader will look at for one requirement.
_SHOWN = 3


def check_requirements(paper: Paper, *, book: RuleBook) -> tuple[Requirement, ...]:
    """The requirements that hold for this sort of paper and its year, in the order of the pack."""
    rules = [r for r in book.of(RequirementRule) if r.paper == paper.kind and _holds_for(r, paper.year)]
    return tuple(_checked(rule, paper, book) for rule in rules)


def _holds_for(rule: RequirementRule, year: str | None) -> bool:
    """Editions are chosen by the report's year; without a year only those without limits hold."""
    if year is None:
        return rule.from_year is None and rule.to_year is None
    first = int(year[:4])
    return (rule.from_year or first) <= first <= (rule.to_year or first)


def _checked(rule: RequirementRule, paper: Paper, book: RuleBook) -> Requirement:
    """Passages and facts of one strength are two views of the same pages: the one that shows more counts."""
    strong = _stated_field(rule, paper) or _passages(paper, rule, weak=False) or _shown(rule.strong_facts, paper, book)
    weak = () if strong else max(_passages(paper, rule, weak=True), _shown(rule.weak_facts, paper, book), key=len)
    return Requirement(
        id=rule.id,
        title=rule.title,
        authority=rule.authority,
        document=paper.side,
        status=_status(rule, len(strong), len(weak)),
        evidence=(strong or weak)[:_SHOWN],
    )


def _shown(facts: Sequence[str], paper: Paper, book: RuleBook) -> tuple[Evidence, ...]:
    """A piece of evidence for each of the facts that the paper has."""
    return tuple(piece for asked in facts for piece in evidence_of(asked, paper, book=book)[:1])


def _status(rule: RequirementRule, strong: int, weak: int) -> Literal["found", "partly_found", "not_found"]:
    if strong or weak >= rule.weak_needed:
        return "found"
    return "partly_found" if weak else "not_found"


def _stated_field(rule: RequirementRule, paper: Paper) -> tuple[Evidence, ...]:
    """Where the cover states the field; "implications.legal" is one theme of a field."""
    cover = paper.facts.cover
    if rule.field is None or cover is None:
        return ()
    name, _, theme = rule.field.partition(".")
    value = getattr(cover, name, None)
    if not (value.get(theme) if theme and value else value):
        return ()
    of_items = (item.evidence for item in value if hasattr(item, "evidence")) if isinstance(value, tuple) else ()
    return cover.evidence.get(rule.field) or tuple(piece for pieces in of_items for piece in pieces[:1])


def _passages(paper: Paper, rule: RequirementRule, *, weak: bool) -> tuple[Evidence, ...]:
    """The first passage of each block that matches; headings count as passages too."""
    patterns = rule.weak if weak else rule.strong
    found: list[Evidence] = []
    for block in _readable(paper):
        spans = [m.span() for p in patterns if (m := p.search(block.text))]
        if spans:
            start, end = min(spans)
            found.extend(paper.evidence(block.start + start, block.start + end, rule=rule.name)[:1])
        if len(found) >= max(rule.weak_needed, _SHOWN):
            break
    return tuple(found)


def _readable(paper: Paper) -> Iterator[Block]:
    """Body blocks without lists of contents, whose lines would satisfy every requirement."""
    for block in paper.document.blocks:
        section = paper.document.section_at(block.start)
        if section is None or section.title.strip().lower() not in ("contents", "table of contents", "contents page"):
            yield block
