"""What a kind of rule is made of, for a person: its fields from the model, and one rule as it was written."""

from __future__ import annotations

import inspect
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from pydantic_core import PydanticUndefined

from report_extract.errors import WrongUsage
from report_extract.rules.kinds import KINDS
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule

_TYPES = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true | false",
    "Regex": "regex",
    "NameForm": "regex with {place}",
}


class FieldHelp(NamedTuple):
    name: str
    type: str
    required: bool
    description: str


def kind_called(name: str) -> type[Rule]:
    """The kind of that name. Raises WrongUsage with the nearest name."""
    kind = KINDS.get(name)
    if kind is None:
        from report_extract.rules.faults import nearest

        raise WrongUsage(f"no kind of rule is called {name!r}. {nearest(name, sorted(KINDS))}")
    return kind


def fields_of(kind: type[Rule]) -> tuple[FieldHelp, ...]:
    """The fields that an author writes: the kind's own first, then those of every rule."""
    own = [name for name in kind.model_fields if name not in Rule.model_fields]
    common = [name for name in Rule.model_fields if name not in Rule.SET_BY_LOADER]
    names = ["id", "description", *own, *(n for n in common if n not in {"id", "description"})]
    return tuple(_help(kind, name) for name in names)


def _help(kind: type[Rule], name: str) -> FieldHelp:
    info = kind.model_fields[name]
    return FieldHelp(
        name=info.alias or name,
        type=_written(info.annotation),
        required=info.default is PydanticUndefined and info.default_factory is None,
        description=info.description or "",
    )


def _written(annotation: Any) -> str:
    """A type in the words of someone who writes YAML."""
    arguments = [a for a in getattr(annotation, "__args__", ()) if a not in (type(None), Ellipsis)]
    origin = getattr(annotation, "__origin__", None)
    if origin in (tuple, list, frozenset, set):
        return f"list of {_written(arguments[0])}" if arguments else "list"
    if origin is dict:
        return f"mapping of {_written(arguments[0])} to {_written(arguments[1])}"
    if origin is not None and str(origin) == "typing.Literal":
        return " | ".join(str(a) for a in arguments)
    if arguments:
        return " | ".join(_written(a) for a in arguments)
    name = getattr(annotation, "__name__", str(annotation))
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return " | ".join(str(member.value) for member in annotation)
    return _TYPES.get(name, name.lower())


def rule_called(name: str, *, book: RuleBook) -> Rule:
    """The rule of a name "kind/id". Raises WrongUsage with the nearest name."""
    rules = {rule.name: rule for rule in book}
    if name not in rules:
        from report_extract.rules.faults import nearest

        kind_called(name.partition("/")[0])
        siblings = sorted(n for n in rules if n.startswith(name.partition("/")[0] + "/"))
        raise WrongUsage(f"no rule is called {name!r}. {nearest(name, siblings)}")
    return rules[name]


def as_written(rule: Rule) -> str:
    """The rule's own lines of its pack, comments and all."""
    lines = Path(rule.file).read_text(encoding="utf-8-sig").splitlines()
    begin = rule.line - 1
    if not lines[begin].lstrip().startswith("-") and begin:
        begin -= 1  # the dash stands on a line of its own
    end = begin + 1
    while end < len(lines) and not _ends_rule(lines[end], _indent(lines[begin])):
        end += 1
    return "\n".join(lines[begin:end]).rstrip()


def _ends_rule(line: str, dash: int) -> bool:
    """A rule's lines stand deeper than its dash; a comment in the dash's column belongs to the next rule."""
    return bool(line.strip()) and _indent(line) <= dash


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
