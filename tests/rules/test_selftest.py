"""Rules prove themselves: what counts as agreeing, and every way in which a rule can fail its own examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from report_extract.rules.load import RuleBook, load_folder
from report_extract.rules.rule import Rule
from report_extract.rules.selftest import agrees, run


class Shade(StrEnum):
    dark = "dark"


@pytest.mark.parametrize(
    ("wanted", "got", "verdict"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 1}, False),
        ({"a": None}, {}, False),
        ({"a": None}, {"a": None}, True),
        ({"a": 5_200_000}, {"a": 5.2 * 1e6}, True),
        ({"a": 463}, {"a": 436}, False),
        ({"a": 1}, {"a": True}, False),
        ({"a": "1"}, {"a": 1}, False),
        ({"a": "dark"}, {"a": Shade.dark}, True),
        ({"a": ["x", "y"]}, {"a": ("x", "y")}, True),
        ({"a": ["x"]}, {"a": ("x", "y")}, False),
        ({"a": {"value": 3}}, {"a": {"value": 3, "period": None}}, True),
    ],
)
def test_agreeing(wanted: Mapping[str, Any], got: Mapping[str, Any], verdict: bool) -> None:
    assert agrees(wanted, got) is verdict


GOOD = """\
- id: red
  description: A kite that is red
  label: Red
  examples:
    - text: a red kite
      expect: [{label: Red}]
  counterexamples: [a blue kite]
"""


def words_of_the_label(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    label = rule.model_dump()["label"]
    if label == "Broken":
        raise ZeroDivisionError("no kite")
    return [{"label": label}] if label.lower() in text else []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("a red kite", "a green kite"), "expected label='Red', got nothing"),
        (("[{label: Red}]", "[{label: Rot}]"), "expected label='Rot', got label='Red'"),
        (("[a blue kite]", "[a red balloon]"), "expected nothing, got label='Red'"),
        (("  counterexamples: [a blue kite]\n", ""), "it has no counterexample"),
        (("label: Red\n", "label: Broken\n"), "ZeroDivisionError: no kite"),
    ],
)
def test_a_rule_that_fails_itself(pack: Callable[..., Path], change: tuple[str, str], reason: str) -> None:
    book = RuleBook(load_folder(pack(GOOD.replace(*change))))
    result = run(book, testers={"kites": words_of_the_label})
    assert not result.passed
    assert reason in " | ".join(failure.reason for failure in result.failures)
    assert result.coverage[0].failed == 1


def test_a_right_rule_passes(pack: Callable[..., Path]) -> None:
    result = run(RuleBook(load_folder(pack(GOOD))), testers={"kites": words_of_the_label})
    assert result.passed
    (row,) = result.coverage
    assert (row.kind, row.pack, row.rules, row.examples, row.counterexamples, row.incomplete, row.failed) == (
        ("kites", "sky", 1, 1, 1, 0, 0)
    )


def test_a_kind_that_nobody_can_test_fails(pack: Callable[..., Path]) -> None:
    result = run(RuleBook(load_folder(pack(GOOD))), testers={})
    assert [failure.reason for failure in result.failures] == ["nothing can test rules of the kind 'kites'"]
