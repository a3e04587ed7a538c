"""Packs become rules; what is wrong with a pack is told with file, line, reason and fix."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.errors import BadRule, WrongUsage
from report_extract.rules.load import RuleBook, load_folder, load_rules
from report_extract.rules.patterns import Engine

Pack = Callable[..., Path]

RED = """\
- id: red
  description: A kite that is red
  label: Red kite
"""


def fault(folder: Path, **how: object) -> BadRule:
    with pytest.raises(BadRule) as caught:
        load_folder(folder, **how)  # type: ignore[arg-type]
    return caught.value


def test_a_rule_knows_where_it_was_written(pack: Pack) -> None:
    (rule,) = load_folder(pack("# kites\n\n" + RED))
    assert (rule.name, rule.pack, rule.line) == ("kites/red", "sky", 3)
    assert Path(rule.file).name == "sky.yaml"


@pytest.mark.parametrize(
    ("text", "line", "reason", "fix"),
    [
        (RED + "  lable: x\n", 4, "there is no field 'lable'", "Did you mean 'label'?"),
        (RED + "  wingspan: x\n", 4, "there is no field 'wingspan'", "Use one of: "),
        (RED + "  colours:\n    - nmae: red\n", 5, "there is no field 'nmae'", "Did you mean 'name'?"),
        ("- id: red\n  description: A red kite\n", 1, "the field 'label' is missing", "Add 'label: …'"),
        (RED.replace("id: red", "id: Red Kite"), 1, "id: string should match pattern", "lower-case letters"),
        (RED + "  size: huge\n", 4, "size: input should be 'small' or 'large'", "rules show kites"),
        (RED + RED, 4, "the id 'red' was used before, in sky.yaml line 1", "another id"),
        (RED + "  label: again\n", 4, "the field 'label' stands twice", "Keep one"),
        (RED + "  examples:\n    - text: a\n      expect: []\n", 6, "examples.1.expect", "at least one"),
        (RED + "  file: here\n", 1, "'file' is set by the loader", "Take 'file' out"),
        ("id: red\n", 1, "a pack is a list of rules", "- id:"),
        ("- red\n", 1, "a rule is a mapping of fields", "- id:"),
        ("- id: red\n  label: [a\n", 3, "not valid YAML", "indentation"),
        (RED + "  phrases: ['  ']\n", 4, "phrases.1: a phrase needs at least one word", "rules show"),
    ],
)
def test_a_fault_names_line_reason_and_fix(pack: Pack, text: str, line: int, reason: str, fix: str) -> None:
    error = fault(pack(text))
    assert error.line == line
    assert reason in error.reason
    assert fix in error.fix
    assert f"sky.yaml:{line}: " in str(error)
    assert "\n" not in str(error)


def test_a_folder_that_is_no_kind_names_the_nearest(pack: Pack) -> None:
    error = fault(pack(RED, kind="kite"))
    assert "'kite'" in error.reason
    assert error.fix == "Did you mean 'kites'?"


def test_a_pack_that_is_not_text(pack: Pack) -> None:
    folder = pack(RED)
    (folder / "kites" / "sky.yaml").write_bytes(b"- id: \xff\xfe\n")
    assert "UTF-8" in fault(folder).reason


def test_words_stay_words(pack: Pack) -> None:
    """YAML 1.1 would make a truth value of `no`, a date of 2024-01-05 and 750 minutes of 12:30."""
    (rule,) = load_folder(pack(RED + "  phrases: [no, 2024-01-05, '12:30', on]\n"))
    assert rule.model_dump()["phrases"] == ("no", "2024-01-05", "12:30", "on")


def test_examples_keep_their_types(pack: Pack) -> None:
    text = RED + "  examples:\n    - text: x\n      expect: [{n: 12, f: 1.5, b: true, z: null, code: 007}]\n"
    (rule,) = load_folder(pack(text))
    assert rule.examples[0].expect == ({"n": 12, "f": 1.5, "b": True, "z": None, "code": "007"},)


def test_a_later_folder_replaces_a_rule_of_the_same_name(pack: Pack, kite_kind: type) -> None:
    first = load_folder(pack(RED + "- id: blue\n  description: A blue kite\n  label: Blue\n"))
    second = load_folder(pack(RED.replace("Red kite", "Milvus milvus"), folder="theirs"))
    book = RuleBook([*first, *second])
    assert [rule.label for rule in book.of(kite_kind)] == ["Milvus milvus", "Blue"]


def test_own_packs_are_added_to_the_shipped_ones(pack: Pack, kite_kind: type) -> None:
    book = load_rules((pack(RED),))
    assert [rule.id for rule in book.of(kite_kind)] == ["red"]
    assert len(book) == len(load_rules()) + 1


def test_a_changed_pack_is_read_again_and_an_unchanged_one_is_not(pack: Pack, kite_kind: type) -> None:
    folder = pack(RED)
    first = load_rules((folder,))
    assert load_rules((folder,)) is first
    path = Path(first.of(kite_kind)[0].file)
    path.write_text(RED.replace("Red kite", "Milvus"), encoding="utf-8")
    os.utime(path, ns=(0, 0))
    assert [rule.label for rule in load_rules((folder,)).of(kite_kind)] == ["Milvus"]


def test_a_folder_without_packs_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match=r"no packs there"):
        load_rules((tmp_path,))


def test_a_bad_expression_of_an_own_pack_is_found_on_loading(pack: Pack) -> None:
    error = fault(pack(RED + "  patterns:\n    - 'fine'\n    - 'kites? (?=fly)'\n"), engine=Engine.re2, eager=True)
    assert error.line == 6
    assert "at character 8" in error.reason
    assert "look-ahead" in error.reason


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (RED + "  size: !!python/name:os.system x\n", 4, "means nothing here"),
        (RED + "  colours: &a\n    - *a\n", 4, "nested deeper than any rule"),
        (RED + "  [a, b]: c\n", 4, "a field's name must be a word"),
    ],
)
def test_yaml_beyond_what_rules_need_is_refused(pack: Pack, text: str, line: int, reason: str) -> None:
    error = fault(pack(text))
    assert (error.line, reason in error.reason) == (line, True)
