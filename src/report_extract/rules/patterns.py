"""What a rule may match with: regular expressions and phrases, as types for the fields of a kind.

Two engines run regular expressions. The packs that ship with the package use Python's `re`: they are reviewed, and a
test refuses a pattern that can backtrack without bound. A user's own packs (--rules) run in RE2, whose time grows with
the text and never with the pattern, so that no pack can hang a run. RE2 knows no look-around and no back-references,
and its \\d, \\w, \\s and \\b know ASCII only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Protocol, cast

from pydantic import AfterValidator, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Engine(StrEnum):
    """Who runs a regular expression; `re2` cannot backtrack."""

    re = "re"
    re2 = "re2"


class Match(Protocol):
    """What both engines' matches offer; offsets count characters."""

    def group(self, *groups: int | str) -> Any: ...
    def groups(self, default: Any = None) -> tuple[Any, ...]: ...
    def groupdict(self, default: Any = None) -> Mapping[str, Any]: ...
    def start(self, group: int | str = 0) -> int: ...
    def end(self, group: int | str = 0) -> int: ...
    def span(self, group: int | str = 0) -> tuple[int, int]: ...


class _NamedGroups:
    """A match of RE2 whose start, end and span take a group's name too, as those of `re` do."""

    def __init__(self, found: Any) -> None:
        self._found = found

    def _number(self, group: int | str) -> int:
        return group if isinstance(group, int) else int(self._found.re.groupindex[group])

    def group(self, *groups: int | str) -> Any:
        return self._found.group(*groups)

    def groups(self, default: Any = None) -> tuple[Any, ...]:
        return cast("tuple[Any, ...]", self._found.groups(default))

    def groupdict(self, default: Any = None) -> Mapping[str, Any]:
        return cast("Mapping[str, Any]", self._found.groupdict(default))

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def span(self, group: int | str = 0) -> tuple[int, int]:
        return cast("tuple[int, int]", self._found.span(self._number(group)))


class Regex:
    """A regular expression of a pack, compiled when first used. Write `(?i)` in front for either case.

    As the type of a rule's field: `pattern: Regex`. Which engine runs it is told by the loader (validation context
    `{"engine": …, "eager": bool}`); eager compiles at once, so that a fault is found with its line.
    """

    def __init__(self, pattern: str, *, engine: Engine = Engine.re) -> None:
        self.pattern, self.engine = pattern, engine

    @cached_property
    def compiled(self) -> Any:
        """The engine's compiled pattern. Raises ValueError that says what is wrong, where and what to write instead."""
        return _compile_re(self.pattern) if self.engine is Engine.re else _compile_re2(self.pattern)

    @property
    def written(self) -> str:
        """The pattern as its author wrote it."""
        return self.pattern

    def prove(self) -> None:
        """Compiles now. Raises ValueError as `compiled` does."""
        _ = self.compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        return self._match(self.compiled.search(text, start, len(text) if end is None else end))

    def match(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        return self._match(self.compiled.match(text, start, len(text) if end is None else end))

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        return self._match(self.compiled.fullmatch(text, start, len(text) if end is None else end))

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        found = self.compiled.finditer(text, start, len(text) if end is None else end)
        return found if self.engine is Engine.re else map(_NamedGroups, found)

    def _match(self, found: Any) -> Match | None:
        if found is None or self.engine is Engine.re:
            return cast("Match | None", found)
        return _NamedGroups(found)

    def __repr__(self) -> str:
        return f"Regex({self.pattern!r}, engine={self.engine.value!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Regex) and (self.pattern, self.engine) == (other.pattern, other.engine)

    def __hash__(self) -> int:
        return hash((self.pattern, self.engine))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            cls._validated,
            core_schema.union_schema([core_schema.is_instance_schema(cls), core_schema.str_schema(min_length=1)]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda regex: regex.written),
        )

    @classmethod
    def _validated(cls, value: str | Regex, info: ValidationInfo) -> Regex:
        context = info.context or {}
        regex = value if isinstance(value, cls) else cls(str(value), engine=context.get("engine", Engine.re))
        if context.get("eager", False):
            try:
                regex.prove()
            except ValueError as fault:
                raise PydanticCustomError("regex", "{fault}", {"fault": str(fault)}) from fault
        return regex


def _compile_re(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as fault:
        raise ValueError(_pointing_at(pattern, fault.pos, fault.msg)) from fault


def _compile_re2(pattern: str) -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as fault:
        said = fault.args[0].decode() if isinstance(fault.args[0], bytes) else str(fault)
        raise ValueError(_explained(pattern, said)) from fault


# What RE2 refuses, by the words of its message: what to tell the author of the rule.
_REFUSED = {
    "invalid perl operator: (?=": "look-ahead is not available in your own packs; match the words and use a group",
    "invalid perl operator: (?!": "look-ahead is not available in your own packs; state a counterexample rule instead",
    "invalid perl operator: (?<": "look-behind is not available in your own packs; match the words and use a group",
    "invalid named capture": "look-behind is not available, and a named group is written (?P<name>…)",
    "bad repetition operator": "possessive and doubled quantifiers are not available in your own packs",
    "invalid repetition size": "a repetition may count to 1000 at most",
    "pattern too large": "too large; repeat long classes less often, or write + for {1,300}",
}


def _explained(pattern: str, said: str) -> str:
    if re.fullmatch(r"invalid escape sequence: \\\d", said):
        return _pointing_at(pattern, _place(pattern, said), "back-references are not available in your own packs")
    advice = next((text for start, text in _REFUSED.items() if said.startswith(start)), said)
    return _pointing_at(pattern, _place(pattern, said), advice)


def _place(pattern: str, said: str) -> int | None:
    """RE2 quotes the faulty piece after its message's colon."""
    piece = said.partition(": ")[2]
    at = pattern.find(piece) if piece else -1
    return at if at >= 0 else None


def _pointing_at(pattern: str, at: int | None, message: str) -> str:
    if at is None:
        return f"bad regular expression {pattern!r}: {message}"
    return f"bad regular expression at character {at + 1}, before {pattern[at : at + 12]!r}: {message}"


def _one_line(text: str) -> str:
    phrase = " ".join(text.split())
    if not phrase:
        raise PydanticCustomError("phrase", "a phrase needs at least one word")
    return phrase


# Words that are looked for as they stand, white space aside; the matcher ignores case.
Phrase = Annotated[str, AfterValidator(_one_line)]
