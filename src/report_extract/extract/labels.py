"""Labels that are no headings: "What worked well" in a line of its own, "Key challenges: ..." inside a paragraph.

A paragraph may also run on from its label with nothing but a full stop between ("What still worries us. Too few ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from report_extract.language.headings import meanings_of
from report_extract.language.sentences import Sentence
from report_extract.rules.load import RuleBook

REMARKS = frozenset({"findings", "achievements", "challenges"})
# What a label can say of the words behind it; other words of the section vocabulary are too common before a colon.
LABELLING = REMARKS | {"recommendations", "next_year", "aims", "priorities", "pledge", "action_plan"}
LONGEST_LABEL = 9  # words; "What difference did this make for children and families?" has nine
LONGEST_INLINE = 6  # words before a colon; more is a sentence that ends in a list
_INLINE = re.compile(r"(?P<label>[A-Z][^:?.;!,()]{2,60}):\s+(?=\S)")
_SENTENCE_END = (".", "!", ";", ",")


class Labelled(NamedTuple):
    """A sentence, what the label before it says of it, and whether it is the first one behind that label."""

    sentence: Sentence
    label: frozenset[str] | None
    first: bool


def own_line_label(text: str, *, book: RuleBook) -> frozenset[str] | None:
    """What a paragraph says of those below it as their label; empty: nothing known; None: it is no label."""
    if not text[:1].isupper() or text.endswith(_SENTENCE_END) or len(text.split()) > LONGEST_LABEL:
        return None
    meant = meanings_of(text.rstrip(" :"), book) & LABELLING
    return meant if meant or text.endswith(":") else None


def labelled(found: Iterator[Sentence], *, book: RuleBook) -> Iterator[Labelled]:
    """The sentences of a paragraph with the labels among them cut off and laid on what follows."""
    label: frozenset[str] | None = None
    answer = False  # the next sentence is the first behind a question or a label with a full stop
    for position, sentence in enumerate(found):
        run_in = _run_in(sentence.text, book) if position == 0 else None
        if run_in:
            label, answer = run_in, True
            yield Labelled(sentence, None, first=False)
            continue
        inline = _INLINE.match(sentence.text)
        meant = _meant(inline["label"], book) if inline and len(inline["label"].split()) <= LONGEST_INLINE else None
        if inline and meant:
            head = sentence.text[: inline.end()].rstrip()
            yield Labelled(Sentence(sentence.start, sentence.start + len(head), head), None, first=False)
            rest = sentence.text[inline.end() :]
            label = meant
            yield Labelled(Sentence(sentence.start + inline.end(), sentence.end, rest), label, first=True)
            continue
        asked = _asked(sentence.text, book)
        if asked is not None:
            label, answer = asked, True
            yield Labelled(sentence, None, first=False)
            continue
        yield Labelled(sentence, label, first=answer)
        answer = False


def _run_in(text: str, book: RuleBook) -> frozenset[str] | None:
    """What a short first sentence says of those behind it, where it is a label and no statement."""
    if not text.endswith(".") or len(text.split()) > LONGEST_INLINE:
        return None
    return (meanings_of(text.rstrip("."), book) & {"achievements", "challenges"}) or None


def _meant(words: str, book: RuleBook) -> frozenset[str] | None:
    return (meanings_of(words, book) & LABELLING) or None


def _asked(text: str, book: RuleBook) -> frozenset[str] | None:
    """What a short question asks for ("What difference did it make?"); None for what is no such question."""
    if not text.endswith("?") or len(text.split()) > LONGEST_LABEL:
        return None
    return _meant(text, book)
