"""How alike two labels are: shared words, each weighing more the fewer labels have it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from report_extract.rules.kinds.synonyms import Synonyms
from report_extract.rules.load import RuleBook

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?")
# Words that say nothing about what is counted.
_STOP = frozenset(
    "the a an of in on at to for by and or with from were was is are be been had has have this that these those which "
    "who whom their its our we as it there during year number total who's per each all them they he she his her him "
    "us you your one ones other others some any many most more such same both these those own".split()
)
# Years and days are the period, not the metric: "as at 31 March 2025", "Mar 25", "2024/25", "2021 Census".
_DATED = re.compile(
    r"\b(?:as (?:at|of) |on |by )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december) (?:19|20)\d\d\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?[ '-](?:20)?\d\d\b"
    r"|\b(?:19|20)\d\d(?:\s?[-/–]\s?\d\d(?:\d\d)?)?(?: census| academic year)?\b",
    re.IGNORECASE,
)


def undated(text: str) -> str:
    """The text without its years and dates, in one spelling of quotes, dashes and white space."""
    return " ".join(_DATED.sub(" ", text.replace("’", "'").replace("–", "-")).split())


def fold(text: str | None) -> str:
    """Names in one spelling: "The Vale & Mere" and "Vale and Mere" are one."""
    return " ".join(w for w in re.findall(r"\w+", (text or "").lower().replace("&", " and ")) if w not in {"the"})


class Words:
    """Labels as weighted stems; the weights are learnt from all labels that are compared with each other."""

    def __init__(self, labels: Iterable[str], *, book: RuleBook) -> None:
        self._same = _one_word_synonyms(book)
        self._phrases, self._as_word = _phrases(book)
        self._stems: dict[str, frozenset[str]] = {}
        counts = Counter(stem for label in labels for stem in self.stems(label))
        most = max(counts.values(), default=1)
        # A word of every label still weighs something: "contacts" alone must be able to match "contacts".
        self._weight = {stem: 1.0 + math.log(most / n) for stem, n in counts.items()}
        self._heaviest = 1.0 + math.log(most)

    def stems(self, label: str) -> frozenset[str]:
        """The words that carry meaning, without endings, each synonym as the first of its group."""
        if label not in self._stems:
            said = self._phrases.sub(lambda m: self._as_word[m[0]], undated(label).lower())
            words = [w for w in _WORD.findall(said) if w not in _STOP]
            self._stems[label] = frozenset(self._same.get(s, s) for s in map(_stem, words))
        return self._stems[label]

    def alike(self, left: str, right: str) -> float:
        """0 to 1: the weight of shared stems over the mean weight of the two (Dice)."""
        a, b = self.stems(left), self.stems(right)
        if not a or not b:
            return 1.0 if undated(left).lower() == undated(right).lower() else 0.0
        return 2 * self._sum(a & b) / (self._sum(a) + self._sum(b))

    def held(self, label: str, text: str) -> float:
        """0 to 1: how much of the weight of a label stands in a text."""
        wanted = self.stems(label)
        return self._sum(wanted & self.stems(text)) / self._sum(wanted) if wanted else 0.0

    def shared(self, left: str, right: str) -> list[str]:
        """Words of `right` whose stems both have, in their order: what a person is shown as the reason."""
        common = self.stems(left) & self.stems(right)
        said = (w for w in _WORD.findall(undated(right).lower()) if w not in _STOP)
        return list(dict.fromkeys(w for w in said if self._same.get(_stem(w), _stem(w)) in common))

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(self._weight.get(s, self._heaviest) for s in stems)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # PyStemmer has no types
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=8)
def _one_word_synonyms(book: RuleBook) -> dict[str, str]:
    table: dict[str, str] = {}
    for rule in book.of(Synonyms):
        single = [_stem(w) for w in (str(w).lower() for w in rule.words) if " " not in w]
        for stem in single[1:]:
            table.setdefault(stem, single[0])
    return table


@lru_cache(maxsize=8)
def _phrases(book: RuleBook) -> tuple[re.Pattern[str], dict[str, str]]:
    """Groups that hold phrases: what finds any of their words, and the one word that stands for each."""
    table: dict[str, str] = {}
    for rule in book.of(Synonyms):
        words = [str(w).lower() for w in rule.words]
        if any(not w.isalpha() for w in words):
            table |= dict.fromkeys(words, "".join(c for c in words[0] if c.isalpha()))
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in longest_first) or r"(?!)"), table
