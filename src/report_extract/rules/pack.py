"""A pack's file → the rules that it writes, as plain values that know their lines.

YAML with fewer surprises than usual: only `true` and `false` are truth values (so `no` and `on` are words), dates and
clock times stay text, and a key that stands twice in one mapping is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from report_extract.errors import BadRule

try:
    from yaml import CSafeLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as BaseLoader  # type: ignore[assignment]


_TAG = "tag:yaml.org,2002:"
_STR, _NULL, _BOOL, _INT, _FLOAT = (_TAG + name for name in ("str", "null", "bool", "int", "float"))
_COLLECTIONS: dict[type[yaml.Node], str] = {yaml.SequenceNode: _TAG + "seq", yaml.MappingNode: _TAG + "map"}

_WORDS = {"": _NULL, "~": _NULL, "null": _NULL, "true": _BOOL, "false": _BOOL}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+(?:e[-+]?[0-9]+)?")
_VALUES: dict[str, Callable[[str], Any]] = {
    _STR: str,
    _NULL: lambda text: None,
    _BOOL: lambda text: text == "true",
    _INT: int,
    _FLOAT: float,
}

# Deeper than any rule; an alias that contains itself is endlessly deep.
_DEEPEST = 12


class _Loader(BaseLoader):
    """Decides what unquoted text is, faster than by the resolvers of the library (a third of the loading time)."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return _COLLECTIONS[kind]
        if not implicit[0]:
            return _STR
        if value in _WORDS:
            return _WORDS[value]
        if value[0] in "-+0123456789":
            return _INT if _WHOLE.fullmatch(value) else _FLOAT if _DECIMAL.fullmatch(value) else _STR
        return _STR


class RawRule(NamedTuple):
    """A rule as written, not yet validated; `node` knows the lines."""

    values: dict[str, Any]
    node: yaml.MappingNode

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1


def raw_rules(path: Path) -> Iterator[RawRule]:
    """The rules of one file in their order. Raises BadRule for what is no list of mappings."""
    loader = _Loader(_text(path))
    root = _root(loader, path)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise BadRule(path, line=1, reason="a pack is a list of rules", fix="Begin each rule with '- id:'")
    for node in root.value:
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1
            raise BadRule(path, line=line, reason="a rule is a mapping of fields", fix="Begin it with '- id:'")
        yield RawRule(_value(node, path), node)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise BadRule(path, line=None, reason="the file is not UTF-8 text", fix="Save it as UTF-8") from fault
    except OSError as fault:
        raise BadRule(path, line=None, reason=f"cannot be opened ({fault.strerror})", fix="Check its rights") from fault


def _root(loader: _Loader, path: Path) -> yaml.Node | None:
    try:
        return loader.get_single_node()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        raise BadRule(
            path,
            line=mark.line + 1 if mark else None,
            reason=f"not valid YAML: {fault.problem}",
            fix="Check the indentation, and put quotes around text that holds ': ', '#' or begins with a sign",
        ) from fault
    except yaml.YAMLError as fault:
        raise BadRule(path, line=None, reason="not valid YAML", fix="Take out control characters") from fault


def _value(node: yaml.Node, path: Path, depth: int = 0) -> Any:
    """The plain value of a node. YAML keeps the last of two equal keys without a word; here that is a fault."""
    if depth > _DEEPEST:
        raise _fault(path, node, "nested deeper than any rule", "Take out the alias that contains itself")
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path, depth + 1) for item in node.value]
    if isinstance(node, yaml.ScalarNode):
        if node.tag not in _VALUES:
            raise _fault(path, node, f"the tag {node.tag!r} means nothing here", "Take it out")
        return _VALUES[node.tag](node.value)
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _fault(
                path, key, "a field's name must be a word", "Put quotes around text that begins with a bracket"
            )
        if key.value in values:
            fix = "Keep one of them, or make the values one list"
            raise _fault(path, key, f"the field {key.value!r} stands twice", fix)
        values[key.value] = _value(value, path, depth + 1)
    return values


def _fault(path: Path, node: yaml.Node, reason: str, fix: str) -> BadRule:
    return BadRule(path, line=int(node.start_mark.line) + 1, reason=reason, fix=fix)


def line_of(node: yaml.Node, where: tuple[int | str, ...]) -> int:
    """The line of the field at `where`; of the innermost thing around it that is written where the field is missing."""
    line = node.start_mark.line
    for step in where:
        found: tuple[int, yaml.Node] | None = None
        if isinstance(node, yaml.MappingNode):
            found = next(((k.start_mark.line, v) for k, v in node.value if k.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = (node.value[step].start_mark.line, node.value[step])
        if found is None:
            break
        line, node = found
    return int(line) + 1
