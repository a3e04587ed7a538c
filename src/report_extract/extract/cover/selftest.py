"""What the rules about covers and partnerships give on a text: the testers of their self-test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from report_extract.extract.cover.council import template_for
from report_extract.extract.cover.entries import read_entries
from report_extract.extract.cover.entry import Entry
from report_extract.extract.cover.labels import Labels
from report_extract.extract.cover.pieces import pieces_of
from report_extract.extract.cover.terms import terms
from report_extract.extract.cover.values import joined, kept
from report_extract.extract.partnerships import find_partnership
from report_extract.model.document import Document, Reader
from report_extract.read.assemble import assemble
from report_extract.read.text_blocks import draft_pages
from report_extract.read.text_source import Source
from report_extract.rules.kinds.covers import CoverLabel, CoverTemplate, CoverTerm
from report_extract.rules.kinds.partnerships import PartnershipForm, PartnershipRule
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule
from report_extract.rules.selftest import Tester


def _document(text: str) -> Document:
    source = Source(pages=((1, tuple(text.splitlines())),), sha256=sha256(text.encode()).hexdigest())
    pages = draft_pages(source, reader=Reader.markdown, markup=True)
    return assemble(pages, name="example", file="", sha256=source.sha256, media_type="text/markdown")


def _labels(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    """Labels of this rule in the text, each with the value under it."""
    words = terms(book)
    reading = read_entries(pieces_of(_document(text)), Labels(book), words)

    def value(entry: Entry) -> str | None:
        return joined(kept(entry, words))

    own = [e for e in reading.entries if e.rule is not None and e.rule.id == rule.id]
    return [{"field": e.field, "theme": e.theme, "label": e.name, "value": value(e)} for e in own]


def _terms(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    assert isinstance(rule, CoverTerm)
    found = [m for m in terms(book).find(rule.means, text) if m.rule.id == rule.id]
    return [{"means": rule.means, "value": m.value, "text": m.text} for m in found]


def _templates(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    chosen = template_for(text, book)
    return [{"council": chosen.council}] if chosen is not None and chosen.id == rule.id else []


def _partnerships(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    found = find_partnership(_document(text), title=None, book=book)
    return [found.model_dump()] if found is not None and found.id == rule.id else []


def _partnership_forms(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    found = find_partnership(_document(text), title=None, book=RuleBook([rule]))
    return [found.model_dump()] if found is not None else []


TESTERS: dict[str, Tester] = {
    CoverLabel.kind: _labels,
    CoverTerm.kind: _terms,
    CoverTemplate.kind: _templates,
    PartnershipRule.kind: _partnerships,
    PartnershipForm.kind: _partnership_forms,
}
