"""Words of a passage as they are compared: stemmed, synonyms folded, weighed by how rare they are in the source."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from report_extract.rules.kinds.synonyms import Synonyms
from report_extract.rules.load import RuleBook

_WORD = re.compile(
    r"\b(?P<case>Case|Young\sPerson|Child|Family|Baby|Adult|Mr|Ms|Mrs)\s(?P<letter>[A-Z])\b|[A-Za-z][A-Za-z'’]*"
)
_STOP = frozenset(
    (
        "a an the of in on at by for to from with and or but as is are was were be been being has have had having do "
        "does did this that these those it its their they them our we us he she his her which who whom whose there "
        "here than then so such into over under per via also both all any each more most other some no not only own "
        "same very can will would should could may might must about between within during through across against "
        "while where when what how why if because up out off down just respectively one two three four five six "
        "seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen twenty weeks week months month years year days day "
        "per cent percent number total people person persons "
    ).split()
)


@lru_cache(maxsize=1)
def _stemmer() -> object:
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a lower-cased word."""
    return str(_stemmer().stemWord(word.replace("’", "'").removesuffix("'s")))  # type: ignore[attr-defined]


class Vocabulary:
    """Folds words to stems, knows which of them may stand for each other, and how much a word tells.

    `passages` are the source's texts; a word's weight is its idf there, 1 for a word of every passage and more for
    rarer ones. A word that the source never uses weighs as much as its rarest.
    """

    def __init__(self, passages: Iterable[str], *, book: RuleBook) -> None:
        self._groups: dict[str, frozenset[str]] = {}
        self._folded: dict[str, list[str]] = {}
        for rule in book.of(Synonyms):
            for word in rule.words:
                self._groups[stem(word)] = self._groups.get(stem(word), frozenset()) | {f"={rule.id}"}
        texts = [set(self.words(text)) for text in passages]
        self._count, self._uses = max(1, len(texts)), Counter(w for t in texts for w in t)

    def words(self, text: str) -> list[str]:
        """As `_words`; every text is folded once, since index, units and anchors all ask for it."""
        known = self._folded.get(text)
        if known is None:
            known = self._folded[text] = self._words(text)
        return known

    def _words(self, text: str) -> list[str]:
        """Content words in order, as stems; numbers are left out, they are judged by themselves.

        A case's name is one word: "Child B" must not be found in every sentence about children.
        """
        found = []
        for match in _WORD.finditer(text):
            word = match.group()
            if match["case"]:
                found.append(f"case {match['letter']}")
            elif word.lower() not in _STOP and len(word) > 1:
                found.append(stem(word.lower()))
        return found

    def spread(self, words: Iterable[str]) -> frozenset[str]:
        """The words and the groups of words that each may stand for."""
        own = frozenset(words)
        return own.union(*(self._groups.get(w, frozenset()) for w in own))

    def weight(self, word: str) -> float:
        return 1 + math.log((self._count + 1) / (self._uses.get(word, 0) + 1))

    def coverage(self, wanted: Iterable[str], *, there: frozenset[str]) -> float:
        """Share (0 to 1) of the weight of the wanted words that is there; `there` is spread."""
        unique = set(wanted)
        total = sum(map(self.weight, unique))
        held = sum(self.weight(w) for w in unique if w in there or not there.isdisjoint(self._groups.get(w, ())))
        return held / total if total else 0.0
