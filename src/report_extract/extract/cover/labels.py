"""Is this a label of a cover, and which? Wordings from the packs, compared loosely but never guessed.

A misprint is forgiven; a word more or less makes another label, unless the vocabulary has that wording too.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from report_extract.rules.kinds.covers import CoverLabel, CoverTemplate
from report_extract.rules.load import RuleBook

# Measured over the vocabulary with a letter dropped at every third place (4,195 misprints): at 88 nine in ten are known
# (the rest are short labels) and none is taken for another field; see tests/extract/cover/test_labels.py.
FUZZY = 88.0
# With a space too many or too few the words themselves must be right.
SPACING = 96.0
# Short labels differ from each other by a letter or two: below this length only the very words will do.
FUZZY_LENGTH = 11
# A question is known by its first words; forms shorten or lengthen its end.
QUESTION_WORDS = 7
# Headings such as "What you are asked to do" are questions without their mark; longer ones are sentences.
UNMARKED_WORDS = 12
# "Finance, legal and property" is a heading of implications; a longer one speaks of something that has them.
THEME_WORDS = 8
_ASKING = re.compile(r"(?:what|why|who|whose|which|where|when|how)\b", re.I)
_EITHER = re.compile(r"\s*/\s*")
LONGEST_LABEL = 24  # words; the question of one council's form has 20

_NUMBER = re.compile(r"^\W*(?:(?:section|part)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|\(?[a-z]\)|[A-Z]\.)\s+")
# "Priorities for 2031-33": the years say which, not what.
_FOR_YEARS = re.compile(r"\s+(?:for|in|to)\s+20\d\d(?:\s?[-–/]\s?(?:20)?\d\d| to 20\d\d)?\W*$", re.I)
_FILLERS = frozenset(("the", "a", "an", "this", "any", "our"))
_PLURAL = re.compile(r"\((?:s|es|ies)\)")


def normal(label: str) -> str:
    """One spelling of a label: lower case, no number in front, no years behind, no plural endings, no punctuation."""
    text = (
        _PLURAL.sub("", _FOR_YEARS.sub("", _NUMBER.sub("", label.strip() + " ")))
        .lower()
        .replace("&", " and ")
        .replace("’", "'")
    )
    text = re.sub(r"'s\b", "", re.sub(r"\([^()]*\)", " ", text)) or text
    words = re.sub(r"[^\w]+", " ", text).split()
    return " ".join(_singular(w) for i, w in enumerate(words) if w not in _FILLERS or i + 1 == len(words))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 6 and word.endswith("ices"):
        return word[:-4] + "ix"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _asks(text: str, *, exact: bool) -> bool:
    """A question, or words of a heading that begin like one."""
    if re.sub(r"\([^()]*\)\s*$", "", text).rstrip().endswith("?"):
        return True
    return (
        not exact
        and len(text.split()) <= UNMARKED_WORDS
        and _ASKING.match(_NUMBER.sub("", text.strip() + " ")) is not None
    )


class Labels:
    """The vocabulary of labels, with what the template of a council changes in it."""

    def __init__(self, book: RuleBook, template: CoverTemplate | None = None) -> None:
        rules = book.of(CoverLabel)
        self._free: dict[str, CoverLabel] = {}
        self._within: dict[str, dict[str, CoverLabel]] = {}
        for rule in rules:
            target = self._within.setdefault(rule.within, {}) if rule.within else self._free
            for label in rule.labels:
                target.setdefault(normal(label), rule)
        self._by_field = {rule.field: rule for rule in reversed(rules) if not rule.within}
        for label, field in (template.labels if template else {}).items():
            self._free[normal(label)] = self._by_field[field]
        self._themes = [rule for rule in rules if rule.keywords and not rule.within]
        self._asked = [rule for rule in rules if rule.questions and not rule.within]
        self._questions = [k for k in self._free if len(k.split()) >= QUESTION_WORDS]
        self._choices = [k for k in self._free if len(k) >= FUZZY_LENGTH]

    def match(self, text: str, *, within: str | None = None, exact: bool = False) -> CoverLabel | None:
        """The rule of a label, None where the words are no known label. `within` is the field of the open part."""
        if not text or len(text) > 240 or len(text.split()) > LONGEST_LABEL:
            return None
        key = normal(text)
        if within and key in self._within.get(within, {}):
            return self._within[within][key]
        if key in self._free:
            return self._free[key]
        misprinted = None if exact or len(key) < FUZZY_LENGTH else self._question(key) or self._similar(key)
        asked = self._as_question(text) if misprinted is None and _asks(text, exact=exact) else None
        return misprinted or asked or self._either(text, within)

    def themes(self, text: str) -> tuple[str, ...]:
        """The implications that a heading names, in its order: "Finance and law" → financial, legal."""
        words = " ".join(normal(text).split())
        if len(words.split()) > THEME_WORDS:
            return ()
        found = [(m.start(), rule.theme) for rule in self._themes for k in rule.keywords if (m := k.search(words))]
        return tuple(dict.fromkeys(theme for _, theme in sorted(found, key=lambda f: f[0]) if theme))

    def _either(self, text: str, within: str | None) -> CoverLabel | None:
        """ "Action required / recommendation": two wordings of a label; the one that heads a part says more."""
        ways = [w for w in _EITHER.split(text) if w]
        if len(ways) != 2:
            return None
        found = [rule for way in ways if (rule := self.match(way, within=within, exact=True)) is not None]
        whole = len(found) == 2 or any(rule.section for rule in found)
        return max(found, key=lambda rule: (rule.section and rule.strong, rule.strong)) if whole else None

    def _similar(self, key: str) -> CoverLabel | None:
        """The known label of as many words that differs by a misprint."""
        best = process.extractOne(key, self._choices, scorer=fuzz.ratio, score_cutoff=FUZZY)
        if best is None or (len(best[0].split()) != len(key.split()) and best[1] < SPACING):
            return None
        return self._free[best[0]]

    def _as_question(self, text: str) -> CoverLabel | None:
        """The first rule whose patterns know a question of unforeseen words."""
        words = " ".join(_NUMBER.sub("", text.strip() + " ").lower().replace("’", "'").split())
        return next((rule for rule in self._asked if any(q.search(words) for q in rule.questions)), None)

    def _question(self, key: str) -> CoverLabel | None:
        """A long question that goes on like a known one, or stops before its end."""
        if len(key.split()) < QUESTION_WORDS:
            return None
        found = next((q for q in self._questions if q.startswith(key + " ") or key.startswith(q + " ")), None)
        return self._free[found] if found else None
