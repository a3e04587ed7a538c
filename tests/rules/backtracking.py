"""Can a regular expression backtrack without bound? Decided on its position automaton, not by timing.

Every character position of the expression is a state; an edge says which position may follow which, and why (two
reasons are two edges). If the same characters can lead a position back to itself along two different paths, a
backtracking engine tries 2^n ways on n repetitions. (Weideman et al., "Analyzing matching time behavior of
backtracking regular expression matchers", 2016: exponential degree of ambiguity.) Look-around counts as empty.
"""

from __future__ import annotations

import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

# One character for every class that patterns tell apart, in both cases.
ALPHABET = [chr(c) for c in range(32, 127)] + list("\n\téÉ–—’‘“”£•✓\u00a0")
CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
# A repetition counted higher than this is treated as endless: {0,80} inside a + is as slow as * in practice.
COUNTED = 4


@dataclass
class Part:
    """A piece of the expression: where it may begin and end, and whether it may be empty."""

    first: list[int]
    last: list[int]
    empty: bool


@dataclass
class Automaton:
    characters: list[frozenset[str]] = field(default_factory=list)
    edges: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    either_case: bool = False

    def position(self, characters: frozenset[str]) -> Part:
        self.characters.append(characters)
        at = len(self.characters) - 1
        return Part([at], [at], False)

    def join(self, left: Part, right: Part) -> None:
        for a in left.last:
            self.edges[a].extend(right.first)

    def sequence(self, items: Any) -> Part:
        whole = Part([], [], True)
        for item in items:
            part = self.part(item)
            self.join(whole, part)
            whole = Part(
                whole.first + part.first if whole.empty else whole.first,
                whole.last + part.last if part.empty else part.last,
                whole.empty and part.empty,
            )
        return whole

    def part(self, item: Any) -> Part:
        op, value = item
        if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            return self.position(_characters(op, value, self.either_case))
        if op is sre.SUBPATTERN:
            return self.group(*value[1:])
        if op is sre.ATOMIC_GROUP:
            return self.sequence(value)
        if op is sre.BRANCH:
            parts = [self.sequence(branch) for branch in value[1]]
            return Part(
                [p for part in parts for p in part.first],
                [p for part in parts for p in part.last],
                any(part.empty for part in parts),
            )
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self.repeat(*value)
        return Part([], [], True)

    def group(self, added: int, removed: int, body: Any) -> Part:
        """A group may turn the case-blind flag on or off for itself."""
        before = self.either_case
        self.either_case = (before or bool(added & re.IGNORECASE)) and not removed & re.IGNORECASE
        part = self.sequence(body)
        self.either_case = before
        return part

    def repeat(self, low: int, high: Any, body: Any) -> Part:
        if high <= COUNTED:
            return self.counted(low, high, body)
        part = self.sequence(body)
        self.join(part, part)
        return Part(part.first, part.last, part.empty or low == 0)

    def counted(self, low: int, high: int, body: Any) -> Part:
        """x{2,4} is x(x(x(x)?)?): a later copy follows the one before and no other."""
        first: list[int] = []
        last: list[int] = []
        before = Part([], [], True)
        for number in range(high):
            part = self.sequence(body)
            self.join(before, part)
            first += part.first if before.empty and not before.last else []
            last = [*(last if part.empty or number >= low else []), *part.last]
            before = Part([], part.last + (before.last if part.empty else []), before.empty and part.empty)
        return Part(first, last, low == 0 or before.empty)


def _characters(op: Any, value: Any, either_case: bool) -> frozenset[str]:
    if op is sre.ANY:
        return frozenset(ALPHABET) - {"\n"}
    items = [item for item in value if item[0] is not sre.NEGATE] if op is sre.IN else [(sre.LITERAL, value)]
    chosen = frozenset(c for c in ALPHABET if any(_matches(item, c, either_case) for item in items))
    if op is sre.NOT_LITERAL or (op is sre.IN and len(items) < len(value)):
        return frozenset(ALPHABET) - chosen
    return chosen or frozenset({chr(value)} if op is sre.LITERAL else ())


def _matches(item: Any, character: str, either_case: bool) -> bool:
    op, value = item
    if op is sre.CATEGORY:
        return re.match(CATEGORIES[value], character) is not None
    forms = {character, character.lower(), character.upper()} if either_case else {character}
    codes = {ord(form) for form in forms if len(form) == 1}
    return any(value[0] <= code <= value[1] for code in codes) if op is sre.RANGE else value in codes


def unbounded_choice(pattern: str) -> str:
    """Why the pattern can backtrack without bound, or an empty string."""
    parsed = parser.parse(pattern)
    automaton = Automaton(either_case=bool(parsed.state.flags & re.IGNORECASE))
    automaton.sequence(parsed)
    reached = {state: _reachable(automaton, state) for state in list(automaton.edges)}
    for state in reached:
        loop = {other for other in reached[state] if state in reached.get(other, ())}
        if loop and _two_ways_round(automaton, state, loop):
            return f"position {state + 1} of its characters can come round in two ways"
    return ""


def _reachable(automaton: Automaton, state: int) -> set[int]:
    seen: set[int] = set()
    agenda = [state]
    while agenda:
        for after in automaton.edges.get(agenda.pop(), ()):
            if after not in seen:
                seen.add(after)
                agenda.append(after)
    return seen


def _two_ways_round(automaton: Automaton, state: int, loop: set[int]) -> bool:
    """Two paths side by side over equal characters: from (state, state), once apart, back to (state, state)."""
    agenda = [(state, state, False)]
    seen = set(agenda)
    while agenda:
        left, right, apart = agenda.pop()
        for i, a in enumerate(automaton.edges[left]):
            for j, b in enumerate(automaton.edges[right]):
                if a not in loop or b not in loop or not automaton.characters[a] & automaton.characters[b]:
                    continue
                now = (a, b, apart or i != j or left != right)
                if now == (state, state, True):
                    return True
                if now not in seen:
                    seen.add(now)
                    agenda.append(now)
    return False
