"""Whom a recommendation addresses: the agencies that should do something, else the words that name who should."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.story import Story
from report_extract.language.names import Mention
from report_extract.language.sentences import sentences

_DUTY = re.compile(r"\b(?:should|must|to (?:ensure|review|provide|develop|consider|seek|undertake)|needs? to|will)\b")
_SUBJECT = re.compile(
    r"(?:^|[,;:] |that )(?:both )?(?:the )?(?P<who>[A-Za-z][\w'’&/ -]{2,70}?) (?:should|must|needs? to)\b"
)
LONGEST_SUBJECT = 8  # words; a longer subject is a clause, not a body
_NO_BODY = re.compile(r"(?i)^(?:it|this|there|they|these|reassurance|guidance|where|consideration|which|who|that)\b")


def addressees(text: str, *, story: Story) -> tuple[str, ...]:
    """Canonical names of those who should act, in the order of the text; empty where nobody is named."""
    found: dict[str, None] = {}
    for sentence in sentences(text):
        duty = _DUTY.search(sentence.text)
        if duty is None:
            continue
        mentions = list(story.scope.names.find(sentence.text[: duty.start()]))
        for mention in _subjects(mentions, sentence.text):
            found.setdefault(mention)
        if not mentions and not found:
            subject = _SUBJECT.search(sentence.text)
            who = subject["who"].strip() if subject else ""
            if who and len(who.split()) <= LONGEST_SUBJECT and not _NO_BODY.search(who):
                found.setdefault(who[:1].upper() + who[1:])
    return tuple(found)


def _subjects(mentions: Sequence[Mention], sentence: str) -> list[str]:
    """The agencies of the last clause before the duty; a bracket behind a name only explains it."""
    names = []
    for mention in mentions:
        inside = sentence[: mention.start].count("(") > sentence[: mention.start].count(")")
        if not inside:
            names.append(mention.agency.name)
    return names
