"""Law and guidance cited under a wrong title or year, by the pack of titles and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.rules.kinds.laws import Law
from report_extract.rules.load import RuleBook

# "Health and Care Act" must not be read as "Care Act": a capitalised word before a title belongs to a longer title.
_LONGER_TITLE = re.compile(r"(?:\b(?P<word>[A-Z][\w-]*)[,]?\s+(?:(?:and|&|of)\s+(?:the\s+)?)?)$")
_STARTERS = frozenset(
    "The Under In By Of See And This An A Section Both With From Since Per Part Schedule As To".split()
)


class WrongCitation(NamedTuple):
    law: Law
    code: Literal["law_year", "law_title"]
    start: int
    end: int
    year: int


def wrong_citations(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each wrong citation where it first stands."""
    told: set[tuple[str, str, int]] = set()
    citations = Citations(book.of(Law))
    for block in paper.document.blocks:
        for found in citations.find(block.text):
            if (found.law.id, found.code, found.year) in told:
                continue
            told.add((found.law.id, found.code, found.year))
            yield flag(
                paper,
                block.start + found.start,
                block.start + found.end,
                code=found.code,
                rule=found.law.name,
                message=_message(found, block.text[found.start : found.end]),
            )


class Citations:
    """Finds wrong citations: one alternation of all titles, longest first, each followed by a year."""

    def __init__(self, laws: Sequence[Law]) -> None:
        titles = [
            (t, law, wrong)
            for law in laws
            for wrong, ts in ((True, law.wrong), (False, (law.title, *law.also)))
            for t in ts
        ]
        self._owners = {title: (law, wrong) for title, law, wrong in titles}
        names = "|".join(re.escape(title) for title in sorted(self._owners, key=len, reverse=True))
        self._pattern = re.compile(rf"\b(?P<title>{names}),?\s*[(:]?\s?(?P<year>(?:19|20)\d\d)\b(?!\s?[/–-]\s?\d\d)")

    def find(self, text: str) -> Iterator[WrongCitation]:
        """Citations of a known title with a year of which there is no such edition, and known wrong titles."""
        for match in self._pattern.finditer(text):
            longer = _LONGER_TITLE.search(text[: match.start()])
            if longer and longer["word"] not in _STARTERS:
                continue
            law, wrong = self._owners[match["title"]]
            year = int(match["year"])
            if wrong and year in law.years:
                yield WrongCitation(law, "law_title", match.start(), match.end(), year)
            elif not wrong and year not in law.years:
                yield WrongCitation(law, "law_year", match.start(), match.end(), year)


def _message(found: WrongCitation, words: str) -> str:
    if found.code == "law_title":
        return f"“{words}”: the title is {found.law.title} {found.year}"
    near = sorted(sorted(found.law.years, key=lambda y: abs(y - found.year))[:3])
    return f"“{words}”: there is no {found.law.title} of {found.year}; near it: {', '.join(map(str, near))}"
