"""Of which review or audit a passage speaks: its heading, the case that it names, or what introduced it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.statements import hits
from report_extract.extract.story import Piece, Story
from report_extract.language.headings import meanings_of
from report_extract.model.document import Block, Section
from report_extract.rules.kinds.statements import Says

REVIEWS = frozenset({"practice_reviews", "rapid_reviews"})
NAMED = ("LCSPR ", "SCR ", "Rapid review ")  # how the name of a case begins once its sort stands in front
TELLING = REVIEWS | {"learning", "action_plan"}
NAMED_BY_HEADING = REVIEWS | {"audits", "inspections"}
_SERIOUS_CASE = re.compile(r"(?i)\bserious case review|\bSCR\b")
_PRACTICE = re.compile(r"(?i)\b(?:practice|case|learning|thematic|safeguarding) (?:learning )?reviews?\b|\bL?CSPRs?\b")
FIRST_LINES, LONGEST_TITLE = 6, 16  # blocks of a document that may be its title; words of a title
_RAPID = re.compile(r"(?i)\brapid review")
# What several reviews have in common is of none of them.
_SEVERAL = re.compile(
    r"(?i)\b(?:from|across|of|in) (?:the |our |all )?(?:\w+ )?rapid reviews\b"
    r"|\brapid reviews?[''’]? (?:themes|lessons|learning)\b"
)
_GENERIC = re.compile(
    r"(?i)\b(?:(?:the|our|local|child|children|safeguarding|practice|reviews?|serious|case|published|statutory|learning|"
    r"from|of|and|rapid|audits?|auditing|multi-?agency|single-?agency|partner|agency|thematic|inspections?|findings|key|"
    r"recommendations|action|plans?|progress|update|lcsprs?|csprs?|scrs?|for|on|in|improvement|20\d\d(?:[-/–]\d{2,4})?)\b|\W)+"
)


def source_at(story: Story, offset: int) -> str | None:
    """The name of the review or audit whose section surrounds the offset, "LCSPR Child Z"; None where none is named."""
    path = story.document.section_path(offset)
    around = frozenset().union(*(meanings_of(s.title, story.book) for s in path)) if path else frozenset()
    for section in reversed(path):
        words = story.scope.heading_words(section.title)
        case = case_in(story, words)
        if case:
            return named_review(case, words)
        if _SEVERAL.search(words):
            return None
    audited = _audit_heading(story, path)
    if audited is not None:
        return audited or None
    if around & TELLING:
        introduced = _introduced(story, offset)
        if introduced:
            return introduced
    for section in reversed(path):
        words = story.scope.heading_words(section.title)
        if meanings_of(section.title, story.book) & NAMED_BY_HEADING and _GENERIC.sub("", words):
            return words
    return title_source(story)


def _audit_heading(story: Story, path: Sequence[Section]) -> str | None:
    """The heading of the audits or inspections around, innermost first; empty for one that says no more than
    "Auditing", None where reviews are nearer: a case named before the audits began is not what they audited."""
    for section in reversed(path):
        meant = meanings_of(section.title, story.book)
        if meant & REVIEWS:
            return None
        if meant & NAMED_BY_HEADING:
            words = story.scope.heading_words(section.title)
            return words if len(words.split()) > 1 else ""
    return None


def case_in(story: Story, text: str) -> str | None:
    """The case that a text names first, by letter, alias or title: "Child Z", "Family K", "Heron"."""
    named = cases_in(story, text)
    return named[0] if named else None


def cases_in(story: Story, text: str) -> list[str]:
    """The cases that a text names, in its order; of each form of words the first."""
    named = [
        (text.index(title), title)
        for hit in hits(text, Says.review, book=story.book, meanings=REVIEWS)
        if hit.rule.value == "lcspr" and (title := hit.groups.get("title"))
    ]
    return [title for _, title in sorted(set(named))]


def named_review(case: str, words: str) -> str:
    """A case with the sort of its review in front: "LCSPR Child Z", "SCR Child Y"."""
    if _SERIOUS_CASE.search(words):
        return f"SCR {case}"
    return f"Rapid review {case}" if _RAPID.search(words) and not _PRACTICE.search(words) else f"LCSPR {case}"


def title_source(story: Story) -> str | None:
    """The name of the review that the document itself is, None for any other document."""
    found = title_review(story)
    return found[0] if found else None


def title_review(story: Story) -> tuple[str, Block] | None:
    """The case in the lines above the first sentence ("Practice review: Family M"), and the line that names it."""
    for block in story.document.blocks[:FIRST_LINES]:
        words = story.scope.heading_words(" ".join(block.text.split()))
        if len(words.split()) > LONGEST_TITLE or words.endswith("."):
            return None
        if _PRACTICE.search(words) or _SERIOUS_CASE.search(words):
            case = case_in(story, words)
            if case:
                return named_review(case, words), block
    return None


def _tells_here(piece: Piece, section: Section, depth: int) -> bool:
    """Of a section further out only its own words count: a case named below another heading stays there."""
    return depth == 0 or (piece.section is not None and piece.section.id == section.id)


def _introduced(story: Story, offset: int) -> str | None:
    """The case named last before the offset in its own section, else the only one that a section around names."""
    for depth, section in enumerate(reversed(story.document.section_path(offset))):
        if depth and not meanings_of(section.title, story.book) & TELLING:
            return None
        pieces = story.pieces_between(section.start, offset + 1)
        named = [
            (case, p.text)
            for p in reversed(pieces)
            if _tells_here(p, section, depth)
            for case in cases_in(story, p.text)
        ]
        if named and (depth == 0 or len({case for case, _ in named}) == 1):
            return named_review(*named[0])
        if named:
            return None
    return None
