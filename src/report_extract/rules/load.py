"""YAML packs → a validated RuleBook. A fault names file, line, reason and fix.

A pack is a YAML file `rules/<kind>/<pack>.yaml` that holds a list of rules. The packs of the project ship inside the
package; a user's own folder of the same layout adds rules and, where kind and id agree, replaces them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from report_extract.errors import BadRule
from report_extract.rules.kinds import KINDS
from report_extract.rules.rule import Rule

R = TypeVar("R", bound=Rule)


class RuleBook:
    """All rules in force, by kind; later packs replace earlier rules of the same kind and id."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._by_kind: dict[str, dict[str, Rule]] = {}
        for rule in rules:
            self._by_kind.setdefault(type(rule).kind, {})[rule.id] = rule

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one kind in the order in which they were written."""
        return tuple(r for r in self._by_kind.get(kind.kind, {}).values() if isinstance(r, kind))

    def __iter__(self) -> Iterator[Rule]:
        return (rule for rules in self._by_kind.values() for rule in rules.values())


def shipped() -> Path:
    """The folder of the packs that come with the package (or, in a checkout, the top-level rules/)."""
    packaged = Path(__file__).parents[1] / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


@lru_cache(maxsize=8)
def load_rules(extra: tuple[Path, ...] = ()) -> RuleBook:
    """The shipped packs and, over them, the folders of `extra` in their order. Raises BadRule."""
    return RuleBook([rule for folder in (shipped(), *extra) for rule in _folder(folder)])


def _folder(folder: Path) -> Iterator[Rule]:
    for path in sorted(folder.glob("*/*.y*ml")):
        kind = KINDS.get(path.parent.name)
        if kind is None:
            known = ", ".join(sorted(KINDS))
            raise BadRule(
                path, line=None, reason=f"no kind of rule is called {path.parent.name!r}", fix=f"Use one of: {known}"
            )
        yield from _pack(path, kind)


def _pack(path: Path, kind: type[R]) -> Iterator[R]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else None
        raise BadRule(
            path, line=line, reason=f"not valid YAML: {fault.problem}", fix="Check indentation and quotes"
        ) from fault
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise BadRule(path, line=1, reason="a pack is a list of rules", fix="Begin each rule with '- id:'")
    for node in root.value:
        yield _rule(node, path, kind)


def _rule(node: yaml.Node, path: Path, kind: type[R]) -> R:
    values: dict[str, Any] = _construct(node)
    if not isinstance(values, dict):
        raise BadRule(path, line=node.start_mark.line + 1, reason="a rule is a mapping", fix="Begin it with '- id:'")
    try:
        return kind.model_validate({**values, "pack": path.stem, "file": str(path), "line": node.start_mark.line + 1})
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(p) for p in first["loc"])
        line = _line_of(node, first["loc"])
        fix = f"See `report-extract rules show {kind.kind}` for the fields of this kind"
        raise BadRule(
            path, line=line, reason=f"{values.get('id', 'rule')}: {place}: {first['msg']}", fix=fix
        ) from fault


def _construct(node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    return loader.construct_object(node, deep=True)


def _line_of(node: yaml.Node, where: tuple[int | str, ...]) -> int:
    """The line of the faulty value; of the rule itself where the value is missing."""
    for step in where:
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
        else:
            found = None
        if found is None:
            break
        node = found
    return int(node.start_mark.line) + 1
