"""Law and guidance cited under a wrong title or year, or in an edition that had been replaced before the year began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.language.sentences import sentences
from report_extract.model.checks import WordingFlag
from report_extract.rules.kinds.laws import Law
from report_extract.rules.load import RuleBook

# "Health and Care Act" must not be read as "Care Act": a capitalised word before a title belongs to a longer title.
_LONGER_TITLE = re.compile(r"(?:\b(?P<word>[A-Z][\w-]*)[,]?\s+(?:(?:and|&|of)\s+(?:the\s+)?)?)$")
_STARTERS = frozenset(
    "The Under In By Of See And This An A Section Both With From Since Per Part Schedule As To".split()
)

# What is said of guidance that one has to follow now: before its title, or after it; a bare citation in brackets too.
_IN_FORCE_BEFORE = re.compile(
    r"(?i)(?:\b(?:follows?|following|in (?:line|accordance|keeping|compliance) with|compl(?:y|ies|iant|iance) with"
    r"|required (?:by|under|in)"
    r"|requirements? (?:of|in)|(?:as )?set out in|defined (?:in|by)|pursuant to|according to|meets?|reflects?|based on"
    r"|consistent with|duty under|duties (?:under|in))\b[^.;()]{0,40}|\()$"
)
_IN_FORCE_AFTER = re.compile(
    r"(?i)^\)?,?\s(?:which\s(?:\w+\s){0,2}?)?(?:must|requires?|states|says|sets out|makes (?:it )?clear"
    r"|is clear|expects|defines)\b"
)
_HISTORY = re.compile(
    r"(?i)\b(?:earlier|previous(?:ly)?|former(?:ly)?|replac\w+|supersed\w+|before|since|originally|introduced|first|then|old"
    r"|until|used to|amended|updated?|revised|in 20\d\d|changes? (?:to|from)|history|at the time|at that time)\b"
)


class WrongCitation(NamedTuple):
    law: Law
    code: Literal["law_year", "law_title", "old_edition"]
    start: int
    end: int
    year: int


def wrong_citations(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each wrong citation where it first stands."""
    told: set[tuple[str, str, int]] = set()
    citations = Citations(book.of(Law))
    begins = int(paper.year[:4]) if paper.year else None
    for block in paper.document.blocks:
        for found in (*citations.find(block.text), *citations.find_replaced(block.text, begins=begins)):
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

    def find_replaced(self, text: str, *, begins: int | None) -> Iterator[WrongCitation]:
        """Citations, as if in force, of an edition after which another came out before the year `begins`."""
        for match in self._pattern.finditer(text) if begins else ():
            law, wrong = self._owners[match["title"]]
            year = int(match["year"])
            replaced = begins is not None and any(year < newer < begins for newer in law.editions)
            if wrong or year not in law.years or not replaced:
                continue
            sentence = _sentence_around(text, *match.span())
            newer_too = any(str(y) in sentence for y in law.years if y > year)
            if _in_force(text, match) and not _HISTORY.search(sentence) and not newer_too:
                yield WrongCitation(law, "old_edition", match.start(), match.end(), year)


def _in_force(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 80) : match.start()]
    after = text[match.end() : match.end() + 40]
    followed = _IN_FORCE_BEFORE.search(before)
    if followed and followed.group() == "(":
        return after.startswith(")")
    return bool(followed or _IN_FORCE_AFTER.search(after))


def _sentence_around(text: str, start: int, end: int) -> str:
    return next((s.text for s in sentences(text) if s.start <= start < s.end), text[start:end])


def _message(found: WrongCitation, words: str) -> str:
    if found.code == "old_edition":
        return f"“{words}” is cited as if in force: a later edition had replaced it before the year began"
    if found.code == "law_title":
        return f"“{words}”: the title is {found.law.title} {found.year}"
    near = sorted(sorted(found.law.years, key=lambda y: abs(y - found.year))[:3])
    return f"“{words}”: there is no {found.law.title} of {found.year}; near it: {', '.join(map(str, near))}"
