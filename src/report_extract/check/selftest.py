"""What comes out of a text for one rule of the kinds that checking uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from report_extract.check.claims.anchors import Grades
from report_extract.check.claims.words import stem
from report_extract.check.figures.printed import printed
from report_extract.check.figures.relations import broken_relation
from report_extract.check.wording.laws import Citations
from report_extract.check.wording.leftovers import find_leftovers
from report_extract.rules.kinds.laws import Law
from report_extract.rules.kinds.relations import Relation
from report_extract.rules.kinds.requirements import RequirementRule
from report_extract.rules.kinds.scales import Scale
from report_extract.rules.kinds.synonyms import Synonyms
from report_extract.rules.kinds.wording import WordingRule
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule


def _wording(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, WordingRule)
    return [{"code": f.rule.code, "found": text[f.start : f.end]} for f in find_leftovers(text, [rule])]


def _law(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Law)
    found = Citations(book.of(Law)).find(text)
    return [{"code": f.code, "law": f.law.id, "year": f.year} for f in found if f.law.id == rule.id]


def _requirement(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, RequirementRule)
    strong = [p for p in rule.strong if p.search(text)]
    weak = [p for p in rule.weak if p.search(text)]
    return [{"status": "found" if strong else "partly_found"}] if strong or weak else []


def _synonyms(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Synonyms)
    return [{"stands_for": rule.words[0]}] if stem(text.lower()) in {stem(w) for w in rule.words} else []


def _scale(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Scale)
    return [{"scale": s.id, "word": m["word"], "rank": rank} for m, s, rank in Grades([rule]).find(text)]


def _two_values(rule: Relation, text: str) -> Sequence[Mapping[str, Any]]:
    seen: dict[str, str] = {}
    found = []
    for name, _, number in (p.partition("=") for p in text.split()):
        if name in rule.single and seen.setdefault(name, number) != number:
            found.append({"stated": seen[name], "computed": number})
    return found


def _relation(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, Relation)
    if rule.single:
        return _two_values(rule, text)
    values = {n: v for n, _, number in (p.partition("=") for p in text.split()) if (v := printed(number)) is not None}
    broken = broken_relation(rule, values)
    return [{"stated": broken.stated, "computed": broken.computed}] if broken else []


TESTERS: dict[str, Callable[[Rule, RuleBook, str], Sequence[Mapping[str, Any]]]] = {
    WordingRule.kind: _wording,
    Law.kind: _law,
    RequirementRule.kind: _requirement,
    Synonyms.kind: _synonyms,
    Scale.kind: _scale,
    Relation.kind: _relation,
}
