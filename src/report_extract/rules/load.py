"""YAML packs → a validated RuleBook. A fault names file, line, reason and fix.

A pack is a YAML file `rules/<kind>/<pack>.yaml` that holds a list of rules. The packs of the project ship inside the
package; a user's own folder of the same layout adds rules and, where kind and id agree, replaces them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from report_extract.errors import BadRule, WrongUsage
from report_extract.rules.kinds import KINDS
from report_extract.rules.pack import RawRule, raw_rules
from report_extract.rules.patterns import Engine
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

    def __len__(self) -> int:
        return sum(len(rules) for rules in self._by_kind.values())


def shipped() -> Path:
    """The folder of the packs that come with the package (or, in a checkout, the top-level rules/)."""
    packaged = Path(__file__).parents[1] / "_rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "rules"


def load_rules(extra: tuple[Path, ...] = ()) -> RuleBook:
    """The shipped packs and, over them, the folders of `extra` in their order; read again only when a file changed.

    Raises BadRule for a faulty pack and WrongUsage for a folder without packs.
    """
    stamps = tuple((path, path.stat().st_mtime_ns) for folder in (shipped(), *extra) for path in _packs(folder))
    return _load(extra, stamps)


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...], stamps: tuple[tuple[Path, int], ...]) -> RuleBook:
    """`stamps` (every pack and when it was changed) tell the cache whether it may answer."""
    rules = load_folder(shipped())
    for folder in extra:
        if not any(_packs(folder)):
            raise WrongUsage(f"--rules {folder}: no packs there; a pack is a file {folder.name}/<kind>/<pack>.yaml")
        rules += load_folder(folder, engine=Engine.re2, eager=True)
    return RuleBook(rules)


def load_folder(folder: Path, *, engine: Engine = Engine.re, eager: bool = False) -> list[Rule]:
    """All rules under a folder; `eager` compiles regular expressions now, so that their faults are found now."""
    found: dict[tuple[str, str], Rule] = {}
    for path in _packs(folder):
        kind = _kind_of(path)
        for raw in raw_rules(path):
            rule = _rule(raw, path, kind, engine=engine, eager=eager)
            first = found.setdefault((kind.kind, rule.id), rule)
            if first is not rule:
                raise BadRule(
                    path,
                    line=raw.line,
                    reason=f"the id {rule.id!r} was used before, in {Path(first.file).name} line {first.line}",
                    fix="Give one of the two another id, or join them",
                )
    return list(found.values())


def _packs(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*/*")) if path.suffix.lower() in {".yaml", ".yml"})


def _kind_of(path: Path) -> type[Rule]:
    kind = KINDS.get(path.parent.name)
    if kind is None:
        from report_extract.rules.faults import nearest

        reason = f"no kind of rule is called {path.parent.name!r} (a pack's folder names its kind)"
        raise BadRule(path, line=None, reason=reason, fix=nearest(path.parent.name, sorted(KINDS)))
    return kind


def _rule(raw: RawRule, path: Path, kind: type[Rule], *, engine: Engine, eager: bool) -> Rule:
    for key in sorted(Rule.SET_BY_LOADER & raw.values.keys()):
        raise BadRule(path, line=raw.line, reason=f"{key!r} is set by the loader", fix=f"Take {key!r} out")
    placed = {**raw.values, "pack": path.stem, "file": str(path), "line": raw.line}
    try:
        return kind.model_validate(placed, context={"engine": engine, "eager": eager})
    except ValidationError as fault:
        from report_extract.rules.faults import bad_rule

        raise bad_rule(raw, path, kind, fault) from fault
