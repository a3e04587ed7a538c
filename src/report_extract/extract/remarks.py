"""Achievements and challenges that agencies state, with the agency and the theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from report_extract.extract.numbered import Numbered, covers, numbered_things
from report_extract.extract.statements import Hit, first_hit, hits
from report_extract.extract.story import Piece, Story
from report_extract.extract.themes import theme_of
from report_extract.language.headings import SMALL_WORDS, tag_meanings
from report_extract.language.names import key
from report_extract.model.document import Document
from report_extract.model.extraction import Remark
from report_extract.rules.kinds.agencies import Group
from report_extract.rules.kinds.statements import Says
from report_extract.rules.load import RuleBook

# Sections that describe, teach or list: what they say is no achievement or challenge of the year.
NOT_HERE = frozenset(
    ("contents", "messages", "glossary", "case_study", "context", "practice_reviews", "audits", "training", "data")
)
NOT_HERE |= {"pledge", "safer_workforce", "communication", "aims"}
NEVER = frozenset({"contents", "messages", "glossary", "case_study", "aims"})
MEANING = {Says.achievement: "achievements", Says.challenge: "challenges"}
QUOTES = ('"', "“", "‘", "'")  # what begins with one is somebody's words, not the agency's
SHORTEST, LONGEST = 6, 90  # words of a remark; less is a label, more is a page that was not cut into sentences
SHORTEST_LISTED = 3  # words of an item below "Our achievements:"
# Sentences that agree this well in their words state one fact twice (summary and agency's own account).
SAME_FACT = 82


_WORD = re.compile(r"[^\W\d_]{2,}")  # numbers alone ("01632 960 300") say nothing


@dataclass(frozen=True, slots=True)
class _Said:
    """A remark to be: the span of its sentences, the one that says it (`core`), other spans that state the same."""

    start: int
    end: int
    text: str
    core: str
    paragraph: int
    rule: str
    agency: str | None
    also: tuple[tuple[int, int], ...] = ()


def find_achievements(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Remark, ...]:
    """What went well, one remark for each fact; a fact stated twice keeps both places."""
    return _find(Says.achievement, story or Story(document, book=book))


def find_challenges(document: Document, *, book: RuleBook, story: Story | None = None) -> tuple[Remark, ...]:
    """What is difficult, a worry or a risk, one remark for each fact."""
    return _find(Says.challenge, story or Story(document, book=book))


def _find(says: Says, story: Story) -> tuple[Remark, ...]:
    taken = (*numbered_things(story, Says.finding_number), *numbered_things(story, Says.recommendation_number))
    said = _once(_candidates(says, story, taken))
    return tuple(_remark(s, says, story, i) for i, s in enumerate(said, start=1))


def _candidates(says: Says, story: Story, taken: tuple[Numbered, ...]) -> Iterator[_Said]:
    last: _Said | None = None
    before: Piece | None = None
    for piece in story.pieces:
        follows = before is not None and before.paragraph == piece.paragraph
        hit = _spoken(says, piece, story, taken)
        if (
            last
            and follows
            and before
            and before.end == last.end
            and first_hit(piece.text, Says.goes_on, book=story.book)
        ):
            last = _stretched(last, last.start, piece.end, story)
        elif hit and not (last and piece.lead and last.text.endswith(piece.lead) and hit.rule.strength == "opening"):
            if last:
                yield last
            leans = follows and first_hit(piece.text, Says.leans_back, book=story.book)
            start = before.start if leans and before else piece.start
            last = _stretched(
                _Said(
                    piece.start,
                    piece.end,
                    piece.text,
                    piece.text,
                    piece.paragraph,
                    hit.rule.name,
                    _agency(piece, story),
                ),
                start,
                piece.end,
                story,
            )
        before = piece
    if last:
        yield last


def _stretched(said: _Said, start: int, end: int, story: Story) -> _Said:
    return replace(said, start=start, end=end, text=" ".join(story.document.text[start:end].split()))


def _spoken(says: Says, piece: Piece, story: Story, taken: tuple[Numbered, ...]) -> Hit | None:
    """The rule by which a sentence is such a remark; None for labels, stories, and places about other things."""
    tagged = MEANING[says] in tag_meanings(piece.tag, story.book)
    elsewhere = NOT_HERE & piece.meanings if not tagged else NEVER & piece.meanings
    listed = MEANING[says] in piece.own and (piece.item or piece.first)
    shortest = SHORTEST_LISTED if listed else SHORTEST
    if elsewhere or not shortest <= len(piece.text.split()) <= LONGEST or covers(taken, piece):
        return None
    if piece.text.endswith(":") or len(_WORD.findall(piece.text)) < SHORTEST_LISTED:
        return None
    if piece.text.startswith(QUOTES) or first_hit(piece.text, Says.not_remark, book=story.book):
        return None
    return _best(says, piece, story, opening=_is_opening(says, piece, story))


def _best(says: Says, piece: Piece, story: Story, *, opening: bool) -> Hit | None:
    """The first strong rule that holds, else one that only holds in a place about such remarks."""
    allowed = ("strong", "weak", "opening") if opening else ("strong", "weak")
    found = [h for h in hits(piece.text, says, book=story.book, meanings=piece.meanings) if h.rule.strength in allowed]
    return next((h for h in found if h.rule.strength == "strong"), found[0] if found else None)


def _is_opening(says: Says, piece: Piece, story: Story) -> bool:
    """A list item or the first sentence of a call-out; below a heading, the first sentence of each paragraph."""
    if piece.item:
        return not _is_name(piece.text)
    if piece.first:
        return MEANING[says] in piece.own
    paragraph = story.paragraphs[piece.paragraph]
    if piece.start != paragraph.start:
        return False
    if MEANING[says] in piece.own:
        return True
    before = story.paragraphs[piece.paragraph - 1] if piece.paragraph else None
    return before is None or (before.tag, before.section) != (paragraph.tag, paragraph.section)


def _is_name(text: str) -> bool:
    """True for a list item that is only a name ("St Aldhelm's Primary School (closing in May)")."""
    words = re.sub(r"\([^)]*\)", "", text).split()
    return all(w[:1].isupper() or w.lower() in SMALL_WORDS for w in words)


def _agency(piece: Piece, story: Story) -> str | None:
    """The agency whose section it is; elsewhere the first agency that the sentence names, else the partnership."""
    around = story.scope.agency_at(piece.start)
    if around:
        return around
    for mention in story.scope.names.find(piece.text):
        if mention.agency.group not in (Group.inspectorate, Group.national, None):
            return mention.agency.name
    return None if "agency_statements" in piece.meanings else story.scope.partnership


def _once(said: Iterator[_Said]) -> list[_Said]:
    kept: list[_Said] = []
    for one in said:
        at = next((i for i, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = replace(kept[at], also=(*kept[at].also, (one.start, one.end)))
    return kept


def _same(one: _Said, other: _Said) -> bool:
    return fuzz.token_set_ratio(key(one.core), key(other.core)) >= SAME_FACT


def _remark(said: _Said, says: Says, story: Story, index: int) -> Remark:
    spans = ((said.start, said.end), *said.also)
    return Remark(
        id=f"{says.value}-{index}",
        text=said.text,
        agency=said.agency,
        theme=theme_of(said.text, book=story.book),
        evidence=tuple(e for a, b in spans for e in story.document.evidence(a, b, rule=said.rule)),
    )
