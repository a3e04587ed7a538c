"""The packs that ship with the package: they load, their expressions compile and none can backtrack without bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from report_extract.rules.load import load_folder, load_rules, shipped
from report_extract.rules.patterns import Regex
from tests.rules.backtracking import unbounded_choice


def expressions(value: Any) -> Iterator[Regex]:
    """Every regular expression anywhere in a rule."""
    if isinstance(value, Regex):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from expressions(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from expressions(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from expressions(item)


def test_every_pack_loads_and_compiles() -> None:
    assert len(load_folder(shipped(), eager=True)) == len(load_rules())


def test_no_expression_of_a_shipped_pack_backtracks_without_bound() -> None:
    faults = [
        f"{rule.file}:{rule.line} {rule.id}: {regex.pattern!r}: {why}"
        for rule in load_rules()
        for regex in expressions(rule)
        if (why := unbounded_choice(regex.pattern))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(\w+\s?)+:",
        r"(?:\w\d|\d\w)*x",
        r"(?:\d+|\w+)*x",
        r"(.*,)*!",
        r"((?:ab?)*c?)*d",
        r"(a*)*",
        r"(?i)(?:A\d?|a\D?)*",
    ],
)
def test_expressions_that_the_guard_refuses(pattern: str) -> None:
    assert unbounded_choice(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\w+\s)+x",
        r"\d+(?:,\d{3})*",
        r"(?:red|blue)+",
        r"(?:, ?[a-z]+)*",
        r".*x.*",
        r"(?:a{1,3}-){2,4}",
        r"(?:-[0-9]{2,4})+",
    ],
)
def test_expressions_that_the_guard_lets_through(pattern: str) -> None:
    assert not unbounded_choice(pattern)
