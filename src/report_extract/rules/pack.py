"""A pack's file → the rules that it writes, as plain values that know their lines.

YAML with fewer surprises than usual: only `true` and `false` are truth values (so `no` and `on` are words), dates and
clock times stay text, and a key that stands twice in one mapping is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from report_extract.errors import BadRule

try:
    from yaml import CSafeLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml: slower, same result
    from yaml import SafeLoader as BaseLoader  # type: ignore[assignment]


class _Loader(BaseLoader):
    """Words stay words: see the module."""


_KEPT = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:float", "tag:yaml.org,2002:merge"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT]
    for first, resolvers in BaseLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789"))


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
        _refuse_doubled_keys(node, path)
        yield RawRule(loader.construct_object(node, deep=True), node)


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


def _refuse_doubled_keys(node: yaml.Node, path: Path) -> None:
    """YAML keeps the last of two equal keys without a word; here that is a fault."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen and key.value != "<<":
                raise BadRule(
                    path,
                    line=key.start_mark.line + 1,
                    reason=f"the field {key.value!r} stands twice",
                    fix="Keep one of them, or make the values one list",
                )
            seen.add(str(key.value))
            _refuse_doubled_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_doubled_keys(item, path)


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
