"""Vocabularies of the project and of a user's pack work side by side, each in its own engine."""

from __future__ import annotations

import pytest

from report_extract.language.lexicon import united
from report_extract.rules.patterns import Engine, Regex

SHIPPED = Regex(r"(?<!no )kites?\b")
OWN = Regex(r"route \d+", engine=Engine.re2)


@pytest.mark.parametrize("parts", [(SHIPPED, OWN), (OWN, SHIPPED)])
def test_look_around_survives_beside_a_users_pattern(parts: tuple[Regex, ...]) -> None:
    both = united(parts)
    assert [m.group(0) for m in both.finditer("route 9, two kites, no kites, route 10")] == [
        "route 9",
        "kites",
        "route 10",
    ]
    found = both.search("a kite on route 9")
    assert found is not None
    assert found.group(0) == "kite"
    assert both.search("no kites") is None


def test_patterns_of_one_engine_are_one_expression() -> None:
    assert united((OWN, Regex("x", engine=Engine.re2))) == Regex(r"(?:route \d+)|(?:x)", engine=Engine.re2)


def test_own_patterns_that_cannot_stand_together_are_searched_apart() -> None:
    """Each is within RE2's limit of size, both in one expression are not."""
    routes = (r"route [\pL\pN]{1,300}!", r"line [\pL\pN]{1,300}!")
    parts = tuple(Regex(pattern, engine=Engine.re2) for pattern in routes)
    assert [m.group() for m in united(parts).finditer("line 7! meets route 12!")] == ["line 7!", "route 12!"]
