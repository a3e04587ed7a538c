"""Line-end hyphens: taken out, or kept where the word is written with one elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from report_extract.read.rawpage import Word

KEEP_AFTER = frozenset(
    [
        "anti",
        "co",
        "cross",
        "ex",
        "full",
        "half",
        "high",
        "inter",
        "intra",
        "long",
        "low",
        "mid",
        "mini",
        "multi",
        "non",
        "off",
        "on",
        "one",
        "out",
        "over",
        "part",
        "post",
        "pre",
        "pro",
        "quasi",
        "re",
        "self",
        "semi",
        "short",
        "single",
        "sub",
        "third",
        "trans",
        "two",
        "under",
        "well",
        "wide",
        "year",
        "first",
        "second",
        "early",
        "year-on",
        "day",
        "face",
    ]
)
"""First parts that English mostly joins with a hyphen, for words that stand nowhere else in the document."""
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")


class Vocabulary:
    """How the document itself writes its words, lower case."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = words

    @cached_property
    def _counts(self) -> Counter[str]:
        """Made on first use: most documents break no words."""
        counts: Counter[str] = Counter()
        for text, count in Counter([word.text for word in self._words if not word.hyphen]).items():
            for part in (text,) if text.isalpha() else _WORD.findall(text):
                counts[part.lower()] += count
        return counts

    def count(self, word: str) -> int:
        """How often the document holds the word, punctuation and case aside."""
        return self._counts[_first_part(word).lower()]

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Whether the word broken as `first`- | `second` is written with its hyphen (`first` comes without it)."""
        head, tail = _last_part(first), _first_part(second)
        if not head or not tail:
            return True
        if second[:1].isupper() or second[:1].isdigit() or first[-1:].isdigit():
            return True
        solid, hyphened = self._counts[(head + tail).lower()], self._counts[f"{head}-{tail}".lower()]
        if solid != hyphened:
            return hyphened > solid
        if "-" in first:
            return True
        both_known = self._counts[head.lower()] > 1 and self._counts[tail.lower()] > 1
        return head.lower() in KEEP_AFTER or (both_known and len(head) > 3)


def _last_part(text: str) -> str:
    found = _WORD.findall(text)
    return found[-1] if found and text.endswith(found[-1]) else ""


def _first_part(text: str) -> str:
    match = _WORD.match(text)
    return match[0] if match else ""
