"""Sentences as researchers code them: activity, evidence, impact; how training was evaluated; what reviews led to.

A sentence may have several codes, and no code says that something is so: only that the report says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from report_extract.extract.story import Piece, Story
from report_extract.extract.themes import theme_of
from report_extract.language.cues import cue_in
from report_extract.model.document import Document
from report_extract.model.extraction import Coded
from report_extract.rules.load import RuleBook

LEVELS = ("reaction", "learning", "behaviour", "outcome")
SHORTEST, LONGEST = 5, 90  # words; less is a label, more is a page that was not cut into sentences

# Sections that list, explain or tell the story of one family: nothing in them is the year's work of the partnership.
_NOT_HERE = frozenset({"contents", "glossary", "case_study", "next_year", "pledge"})
_REVIEWS = frozenset({"practice_reviews", "rapid_reviews", "action_plan"})
_PRIORITIES = frozenset({"priorities", "progress"})
_QUOTES = ('"', "“", "‘", "'")


class _Code(NamedTuple):
    code: str
    level: str | None = None


def find_coding(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Coded, ...]:
    """Every coded sentence of a report, in reading order; one with several codes comes once for each."""
    story = story or Story(document, book=book)
    found: list[Coded] = []
    for piece in story.pieces:
        if not _counts(piece):
            continue
        codes = tuple(_codes(piece, book))
        if codes:
            shared = _shared(piece, story)
            found += [_coded(code, shared, number) for number, code in enumerate(codes, start=len(found) + 1)]
    return tuple(found)


def _counts(piece: Piece) -> bool:
    return not _NOT_HERE & piece.meanings and SHORTEST <= len(piece.text.split()) <= LONGEST


def _codes(piece: Piece, book: RuleBook) -> Iterator[_Code]:
    """What people are quoted with can be impact or an evaluation, but is no account of work."""
    says, label = _Says(piece.text, book), _Says(piece.tag or "", book)
    quoted = piece.text.startswith(_QUOTES)
    done = not quoted and says("activity")
    about_training = says("about_training")
    if about_training or "training" in piece.meanings:
        levels = [level for level in LEVELS if says(level)]
        yield from (_Code("evaluation", level) for level in levels)
        if done and about_training and not levels:
            yield _Code("training")
    if not quoted and _REVIEWS & piece.meanings and says("review_action"):
        yield _Code("review_action")
    # What the report itself labels as impact or evidence is stated as such, in whatever words.
    if says("impact_stated") or label("impact_label"):
        yield _Code("impact")
    if says("evidence") or label("evidence_label"):
        yield _Code("evidence")
    if done:
        yield _Code("activity")


class _Says:
    """Asks a sentence what it says."""

    def __init__(self, text: str, book: RuleBook) -> None:
        self._text, self._book = text, book

    def __call__(self, what: str) -> bool:
        return cue_in(self._text, says=what, book=self._book) is not None


def _shared(piece: Piece, story: Story) -> dict[str, Any]:
    return {
        "text": piece.text,
        "agency": story.speaker(piece.start),
        "theme": _theme(piece, story),
        "evidence": story.document.evidence(piece.start, piece.end, rule="cues"),
    }


def _theme(piece: Piece, story: Story) -> str | None:
    """Where priorities are reported on, by the nearest heading with a theme; elsewhere by the sentence's words."""
    headings = [section.title for section in reversed(story.document.section_path(piece.start))]
    texts = (*headings, piece.text) if _PRIORITIES & piece.meanings else (piece.text, *headings)
    return next((theme for text in texts if (theme := theme_of(text, book=story.book))), None)


def _coded(code: _Code, shared: dict[str, Any], number: int) -> Coded:
    return Coded.model_validate({"id": f"coded-{number}", "code": code.code, "level": code.level, **shared})
