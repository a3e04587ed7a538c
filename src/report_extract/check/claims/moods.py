"""Whether a sentence says that something is so, that it is not, or only that it is to come.

"We will sign the protocol" and "the protocol is not yet signed" hold every word of "the protocol has been signed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.check.claims.words import Vocabulary

_WILL = re.compile(
    r"(?i)\b(?:will(?!\shave\sbeen\b)|shall|(?:plan(?:s|ned)?|aim(?:s|ed)?|intend(?:s|ed)?|propos(?:es|ed?)|hopes?|going|due"
    r"|committed|promise(?:s|d)?|wants?|(?:is|are)\syet)\sto)\s\w+"
    r"|\b(?:awaits?|awaiting|pending)\b"
)
_PREDICATE = re.compile(
    r"(?i)\b(?:has|have|had|was|were|is|are)\s(?:now\s|all\s|both\s)?(?:been\s)?(?:\w+ly\s)?(?P<done>\w{2,}(?:ed|wn|en|lt|ght))\b"
)
# A claim that itself speaks of what is to come, of a wish or of a duty.
_TO_COME = re.compile(
    r"(?i)\b(?:will|shall|would|should|must|(?-i:may)|can|could|plan\w*|aim\w*|intend\w*|intention\w*|expect\w*|propos\w*|hop(?:es?|ed)"
    r"|agreed|focus\w*|maintain\w*|continu\w*|remain\w*|commit\w*|promis\w*|pledg\w*|targets?|ambition\w*|due|needs?|wants?|asked|recommend\w*|requires?(?!\simprovement)|seeks?|next"
    r"|future|upcoming|(?:is|are)\s(?:being\s)?\w+ing|ha(?:s|ve|d)\s(?:[^\s.]+\s){0,4}to|(?:is|are|yet)\sto)\b"
)
# What has happened or is the case: a stretch of a sentence with such a verb is no plan.
_IS = re.compile(
    r"(?i)\b(?:was|were|has|have|had|is|are|did|rose|fell|grew|made|held|led|took|gave|began|ran|saw|met|kept"
    r"|\w{3,}ed\s(?:by|in|on|to|from|at|with|the|an?|their|our|its|\d))\b"
)
_DENIAL = re.compile(
    r"(?i)\b(?:not(?!\s(?:only|just|least))|never|no\slonger|cannot|unable\sto|failed\sto|neither|nor|none|nobody|no(?!\.|\s(?:more|less|fewer)\sthan)"
    r"|yet\sto)\b|n[’']t\b"
)
_CUT = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas|though|although|which|who|because|so)\s"
    r"|\s(?:and|but|while|whereas|though|although|because|which|who)\s|\s[–—]\s|\t"
)
_STATUS = 3  # words at most in a cell that only says how the thing of its row stands
_MOST = 0.6  # of the words that claim and sentence share
# A name in the middle of a sentence; months are of both its halves.
_NAME = re.compile(
    r"(?<=[\w,(] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w’'-]+"
)


class Stretch(NamedTuple):
    """`start:end` of a sentence between two of its joints."""

    start: int
    end: int
    text: str


def looks_ahead(text: str) -> bool:
    """Whether a claim speaks of a plan, a duty or a wish."""
    return _TO_COME.search(text) is not None


def is_to_come(sentence: str, at: int) -> bool:
    """Whether the place `at` of a sentence is of what is only planned."""
    return any(s.start <= at < s.end for s in _to_come(sentence))


def says_it_will(claim: str, sentence: str, vocabulary: Vocabulary) -> bool:
    """Whether most of what a sentence shares with the claim is there only to come."""
    return bool(_WILL.search(sentence)) and _holds_it(claim, sentence, list(_to_come(sentence)), vocabulary)


def denies(text: str) -> bool:
    """Whether a claim denies something."""
    return _DENIAL.search(text) is not None


def says_not(claim: str, sentence: str, vocabulary: Vocabulary) -> bool:
    """Whether most of what a sentence shares with the claim is denied there."""
    denied = [s for s in stretches(sentence) if _DENIAL.search(s.text)]
    if "\t" in sentence and any(len(s.text.split()) <= _STATUS for s in denied):
        return True  # "A protocol on moves | Not done"
    return bool(denied) and _holds_it(claim, sentence, denied, vocabulary)


def done(claim: str) -> str:
    """What a claim says was done to its subject ("published"); empty where it is not put so."""
    found = _PREDICATE.search(claim)
    return found["done"] if found else ""


def _holds_it(claim: str, sentence: str, some: list[Stretch], vocabulary: Vocabulary) -> bool:
    """Whether the stretches hold what the claim says was done, or else most of what claim and sentence share."""
    verb = vocabulary.spread(vocabulary.words(done(claim)))
    if verb and not verb.isdisjoint(vocabulary.spread(vocabulary.words(sentence))):
        return any(not verb.isdisjoint(vocabulary.spread(vocabulary.words(s.text))) for s in some)
    return _holds_most(claim, sentence, some, vocabulary)


def _holds_most(claim: str, sentence: str, some: list[Stretch], vocabulary: Vocabulary) -> bool:
    said = vocabulary.spread(vocabulary.words(claim))

    def shared(text: str) -> set[str]:
        return {w for w in vocabulary.words(text) if not vocabulary.spread([w]).isdisjoint(said)}

    every = shared(sentence)
    return bool(every) and len(set[str]().union(*(shared(s.text) for s in some))) >= _MOST * len(every)


def _to_come(sentence: str) -> Iterator[Stretch]:
    """The stretches with "will", and those beside them that have no verb of what is so."""
    found = list(stretches(sentence))
    ahead: list[bool | None] = [_mood(s.text) for s in found]
    for order in (range(len(found)), reversed(range(len(found)))):
        last: bool | None = None
        for i in order:
            ahead[i] = last = last if ahead[i] is None else ahead[i]
    return (s for s, is_ahead in zip(found, ahead, strict=True) if is_ahead)


def _mood(stretch: str) -> bool | None:
    """True for what is to come, False for what is; None where the stretch says neither."""
    return True if _WILL.search(stretch) else False if _IS.search(stretch) else None


def stretches(sentence: str) -> Iterator[Stretch]:
    """A sentence cut at its joints."""
    at = 0
    for cut in _CUT.finditer(sentence):
        yield Stretch(at, cut.end(), sentence[at : cut.end()])
        at = cut.end()
    yield Stretch(at, len(sentence), sentence[at:])


def is_of_another_name(claim: str, stretch: str, sentence: str) -> bool:
    """Whether a stretch names something that the claim does not, and the claim something of the sentence's rest.

    "Inspectors went to Saltmarsh (judged good) and to Northmere" says nothing good of Northmere.
    """
    here = set(_NAME.findall(stretch))
    elsewhere = set(_NAME.findall(sentence)) - here
    said = set(re.findall(r"[\w’'-]+", claim))
    return bool(elsewhere & said) and bool(here - said)
