"""What audits, dip samples and reviews of practice found, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from report_extract.extract.findings.spans import Found
from report_extract.extract.labels import REMARKS
from report_extract.extract.numbered import Numbered, covers
from report_extract.extract.sources import source_at
from report_extract.extract.statements import first_hit, hits
from report_extract.extract.story import Piece, Story
from report_extract.language.headings import tag_meanings
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.statements import Says

REVIEWED = frozenset({"audits", "practice_reviews", "rapid_reviews"})
PLACES = frozenset({"audits", "practice_reviews", "findings", "inspections", "learning", "rapid_reviews"})
NOT_HERE = frozenset({"contents", "messages", "glossary", "context", "recommendations", "action_plan", "training"})
_AUDITED = re.compile(r"(?i)\baudit(?:s|ed)?\b|\bcase files?\b")
SHORTEST = 5  # words; less is a label or a broken line
SHORTEST_LISTED = 3  # words of an item in a list of findings


def audit_findings(story: Story, *, taken: Sequence[Numbered]) -> list[Found]:
    """Sentences in which an audit speaks, and all judgements that stand after the announcement of its findings."""
    found: list[Found] = []
    last: Piece | None = None
    for piece, announced in _announced(story):
        shortest = SHORTEST_LISTED if announced and piece.item else SHORTEST
        if NOT_HERE & piece.meanings or len(piece.text.split()) < shortest or covers(taken, piece):
            continue
        if last and last.paragraph == piece.paragraph and _carries_on(piece, story) and found:
            found[-1] = replace(found[-1], spans=(*found[-1].spans[:-1], (found[-1].spans[-1][0], piece.end)))
            last = piece
            continue
        rule = _judges(piece, story, announced=announced)
        last = piece if rule else None
        if rule:
            found.append(_found(piece, story, rule))
    return found


def _announced(story: Story) -> Iterator[tuple[Piece, bool]]:
    """Every piece, with whether it belongs to findings that a sentence or heading announced."""
    section: str | None = None
    open_ = listing = False
    for piece in story.pieces:
        here = piece.section.id if piece.section else None
        if here != section:
            section, open_, listing = here, False, False
        listing = listing or piece.item
        listed = announced_by(piece, story) and not by_inspectors(piece.lead or "", story)
        tagged = _in_call_out(piece, story)
        under = tagged or (_under_label(piece) and (piece.item or not listing))  # what follows a list is no part of it
        yield piece, open_ or listed or under
        follow = first_hit(piece.text, Says.findings_follow, book=story.book)
        if follow and PLACES & piece.meanings and not piece.text.endswith(":"):
            open_ = True


def _in_call_out(piece: Piece, story: Story) -> bool:
    """In a call-out about what was learnt or what it changed, where an audit or rapid review is the subject."""
    said = tag_meanings(piece.tag, story.book)
    return ("findings" in said and bool({"audits", "rapid_reviews"} & piece.meanings)) or (
        "achievements" in said and "audits" in piece.meanings
    )


def _under_label(piece: Piece) -> bool:
    """Below "Findings", or below "What worked well" where an audit or a review is the subject."""
    if "findings" in piece.own:
        return bool(PLACES & piece.meanings)
    return bool(REMARKS & piece.own and REVIEWED & piece.meanings and "agency_statements" not in piece.meanings)


def announced_by(piece: Piece, story: Story) -> bool:
    """True for the items of a list whose first sentence announces findings."""
    return bool(piece.item and piece.lead and first_hit(piece.lead, Says.findings_follow, book=story.book))


def by_inspectors(text: str, story: Story) -> bool:
    """True where a text names an inspectorate."""
    return any(m.agency.group is Group.inspectorate for m in story.scope.names.find(text))


def _carries_on(piece: Piece, story: Story) -> bool:
    return first_hit(piece.text, Says.goes_on, book=story.book) is not None


def _judges(piece: Piece, story: Story, *, announced: bool) -> str | None:
    """The rule by which the sentence is a finding of an audit, None where it is none."""
    if piece.text.endswith(":") or first_hit(piece.text, Says.not_finding, book=story.book):
        return None
    meanings = piece.meanings | {"audits"} if _after_audit(piece, story) else piece.meanings
    for hit in hits(piece.text, Says.finding, book=story.book, meanings=meanings):
        if hit.rule.value == "audit" and (hit.rule.strength == "strong" or PLACES & meanings):
            return hit.rule.name
    return "statements/findings_of_audit_follow" if announced else None


def _after_audit(piece: Piece, story: Story) -> bool:
    """Among the lessons of the year, a sentence behind one that speaks of an audit in the same paragraph."""
    before = story.document.text[story.paragraphs[piece.paragraph].start : piece.start]
    return "learning" in piece.meanings and _AUDITED.search(before) is not None


def _found(piece: Piece, story: Story, rule: str) -> Found:
    return Found(
        kind="audit" if "audits" in piece.meanings or not REVIEWED & piece.meanings else "review",
        spans=((piece.start, piece.end),),
        rule=rule,
        source=source_at(story, piece.start),
        agency=story.speaker(piece.start),
    )
