"""A rule that does not fit its kind → one BadRule that says where, why and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from report_extract.errors import BadRule
from report_extract.rules.pack import RawRule, line_of
from report_extract.rules.rule import Rule

# A name this similar (0 to 100) is a misspelling rather than another word: "exmaples" and "examples" reach 88,
# "label" and "labels" 91, two different field names of one kind stay under 60.
_MISSPELT = 70

# What pydantic's error types ask of the author of a rule; anything else is told in pydantic's own words.
_FIXES = {
    "string_pattern_mismatch": "Use lower-case letters, digits and underscores only",
    "string_too_short": "Write a few words more",
    "too_short": "Give at least one",
    "string_type": "Write text; put quotes around it if it looks like a number or a truth value",
    "tuple_type": "Write a list: one '- …' a line, or […]",
    "bool_type": "Write true or false",
    "bool_parsing": "Write true or false",
    "regex": "Correct the pattern; https://github.com/google/re2/wiki/Syntax lists what every engine understands",
}


def bad_rule(raw: RawRule, path: Path, kind: type[Rule], fault: ValidationError) -> BadRule:
    """The first fault of a rule, for a person; a misspelt field goes before the "missing" that it causes."""
    errors = fault.errors()
    error = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])
    where = tuple(error["loc"])
    owner = f"rule {raw.values.get('id', '(without id)')!r}"
    reason, fix = _reason_and_fix(error, where, kind)
    return BadRule(path, line=line_of(raw.node, where), reason=f"{owner}: {reason}", fix=fix)


def _reason_and_fix(error: Any, where: tuple[int | str, ...], kind: type[Rule]) -> tuple[str, str]:
    field = str(where[-1]) if where else ""
    place = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
    see = f"`report-extract rules show {kind.kind}` lists the fields"
    if error["type"] == "extra_forbidden":
        known = sorted(_fields_at(kind, where[:-1]))
        return f"there is no field {field!r}", f"{nearest(field, known)} ({see})"
    if error["type"] == "missing":
        return f"the field {place!r} is missing", f"Add '{field}: …' ({see})"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{place}: {message[:1].lower()}{message[1:]}", _FIXES.get(error["type"], see[:1].upper() + see[1:])


def nearest(word: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" where one name is close, else all the names that there are."""
    from rapidfuzz import process

    names = list(known)
    best = process.extractOne(word, names, score_cutoff=_MISSPELT)
    return f"Did you mean {best[0]!r}?" if best else f"Use one of: {', '.join(names)}"


def _fields_at(kind: type[Rule], where: tuple[int | str, ...]) -> set[str]:
    """The field names of the model that stands at a place of a rule, written by hand (not set by the loader)."""
    model: type[BaseModel] = kind
    for step in where:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return {info.alias or name for name, info in model.model_fields.items()} - Rule.SET_BY_LOADER


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[Model, ...]`, `Model | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)
