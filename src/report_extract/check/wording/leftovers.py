"""What a template, a writing assistant or a colleague left behind: the rules of the wording packs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.language.sentences import sentences
from report_extract.model.checks import WordingFlag
from report_extract.rules.kinds.wording import WordingRule
from report_extract.rules.load import RuleBook


class Leftover(NamedTuple):
    rule: WordingRule
    start: int
    end: int


def leftovers(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each match once, though several rules or patterns may see it. Tables and forms are looked through too."""
    begins = int(paper.year[:4]) if paper.year else 0
    rules = [r for r in book.of(WordingRule) if paper.kind in r.papers and (r.since is None or begins >= r.since)]
    for block in paper.document.blocks:
        last_end = -1
        for found in find_leftovers(block.text, rules):
            if found.start >= last_end:
                last_end = found.end
                start, end = block.start + found.start, block.start + found.end
                message = found.rule.message.replace("{found}", _short(block.text[found.start : found.end]))
                yield flag(
                    paper,
                    start,
                    end,
                    code=found.rule.code,
                    message=message,
                    rule=found.rule.name,
                    severity=found.rule.severity.value,
                )


def find_leftovers(text: str, rules: list[WordingRule]) -> list[Leftover]:
    """Matches in a text, first ones first; a rule with `whole` gives the sentence around its match."""
    found = []
    for rule in rules:
        for pattern in rule.patterns:
            for match in pattern.finditer(text):
                start, end = _sentence_around(text, *match.span()) if rule.whole else match.span()
                if start < end and not any(u.search(text[start:end]) for u in rule.unless):
                    found.append(Leftover(rule, start, end))
    return sorted(found, key=lambda f: (f.start, -f.end))


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences, or in a table the cell, that hold the match."""
    left = max(text.rfind(mark, 0, start) for mark in "\t\n") + 1
    right = min((at for mark in "\t\n" if (at := text.find(mark, end)) >= 0), default=len(text))
    held = [s for s in sentences(text[left:right], offset=left) if s.start < end and start < s.end]
    return (held[0].start, max(held[-1].end, end)) if held else (start, end)


def _short(text: str, *, limit: int = 160) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
