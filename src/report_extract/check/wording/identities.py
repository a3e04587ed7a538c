"""One role, body or case under two names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.language.acronyms import acronyms
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s(?:(?:and|of|for|the|&)\s)?[A-Z][\w'’-]+){2,6}")
_SMALL = frozenset("and of for the &".split())
_CASE = re.compile(r"\b(?P<kind>Case|Child|Family|Baby|Young Person|Adult)\s(?P<letter>[A-Z]{1,2})\b(?!['’]\w)")
_REVIEW = re.compile(r"(?i)\b(?:reviews?|lcsprs?|cspr|scr|recommendations?|findings?|published)\b")
# The usual name must be this many times as frequent as the odd one before the odd one is called odd.
_CLEARLY_USUAL = 3


def two_names(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The rarer of two names, quoted beside the usual one."""
    yield from _reordered_names(paper)
    yield from _acronyms_with_two_meanings(paper)
    yield from _renamed_cases(paper)


def _reordered_names(paper: Paper) -> Iterator[WordingFlag]:
    """The same words in another order: "Strategy and Partnership Manager", "Partnership and Strategy Manager"."""
    uses: dict[tuple[str, ...], dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for block in paper.document.blocks:
        for match in _NAME.finditer(block.text):
            words = [w.lower() for w in match.group().split() if w.lower() not in _SMALL]
            if len(words) >= 3 and len(set(words)) == len(words):
                name = match.group().lower()
                uses[tuple(sorted(map(_singular, words)))][name].append(
                    (block.start + match.start(), block.start + match.end())
                )
    for names in uses.values():
        usual = max(names, key=lambda n: len(names[n]))
        for name in (n for n in names if _words(n) != _words(usual)):
            if _conjuncts(name) == _conjuncts(usual):
                continue  # "X and Y" and "Y and X" are one enumeration
            (start, end), (first, last) = names[name][0], names[usual][0]
            text = paper.document.text
            odd = flag(
                paper,
                start,
                end,
                code="two_names",
                severity="warning",
                message=f"“{text[start:end]}” here, “{text[first:last]}” elsewhere ({_times(len(names[usual]))})",
            )
            yield odd.model_copy(
                update={"evidence": odd.evidence + paper.evidence(first, last, rule="wording/two_names")}
            )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _words(name: str) -> list[str]:
    return [_singular(w) for w in name.split() if w not in _SMALL]


def _conjuncts(name: str) -> set[str]:
    return {" ".join(_words(part)) for part in re.split(r"\s(?:and|&)\s", name)}


def _singular(word: str) -> str:
    """Only so far that "children"/"child" and plurals do not make two names."""
    return {"children": "child", "children's": "child", "children’s": "child"}.get(word, word.removesuffix("s"))


def _acronyms_with_two_meanings(paper: Paper) -> Iterator[WordingFlag]:
    """One acronym explained in two ways that are no spelling of each other."""
    body = paper.document.text[: paper.document.body_end]
    meanings: dict[str, dict[str, tuple[int, int, str]]] = defaultdict(dict)
    for found in acronyms(body):
        long = re.split(r"\n|[.:;]\s", found.long)[-1]  # a long form never runs over the end of a sentence
        key = re.sub(
            r"[^a-z]",
            "",
            re.sub(r"\b(?:the|and|of|for|s)\b", "", long.lower().replace("’", "'").replace("'s", "")),
        )
        meanings[found.short].setdefault(key, (found.start, found.end, long))
    for short, longs in meanings.items():
        (first, *others) = longs.items()
        for key, (start, end, long) in others:
            if key.rstrip("s") != first[0].rstrip("s") and key not in first[0] and first[0] not in key:
                yield flag(
                    paper,
                    start,
                    end,
                    code="two_names",
                    message=f"{short} is “{long}” here and “{first[1][2]}” before",
                )


def _renamed_cases(paper: Paper) -> Iterator[WordingFlag]:
    """ "Child B" in a sentence about reviews where the review is called "Case B" everywhere else."""
    counts: Counter[tuple[str, str]] = Counter()
    places: list[tuple[str, str, int, int]] = []
    for sentence in paper.sentences:
        about_reviews = bool(_REVIEW.search(sentence.text))
        found = [(m["kind"], m["letter"], m.start(), m.end()) for m in _CASE.finditer(sentence.text)]
        for kind, letter, start, end in found:
            counts[kind, letter] += about_reviews
            if about_reviews:
                others = [f for f in found if f[1] != letter]
                stop = max([end, *(o[3] for o in others if o[2] - end < 8)])
                places.append((kind, letter, sentence.start + start, sentence.start + stop))
    for kind, letter, start, end in places:
        usual = max((k for k, x in counts if x == letter), key=lambda k: counts[k, letter])
        if usual != kind and counts[usual, letter] >= _CLEARLY_USUAL * counts[kind, letter]:
            yield flag(
                paper,
                start,
                end,
                code="two_names",
                message=f"“{kind} {letter}” here; elsewhere the review is called “{usual} {letter}”: "
                f"“{paper.document.text[start:end]}”",
            )
