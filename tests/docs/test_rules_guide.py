"""The packs of the guide are a user's packs: they load, pass their self-test, and do what the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_extract.cli import testers as rooms
from report_extract.extract.metrics.find import find_metrics
from report_extract.extract.metrics.selftest import document_of
from report_extract.rules.kinds import KINDS
from report_extract.rules.load import RuleBook, load_rules
from report_extract.rules.patterns import Engine
from report_extract.rules.selftest import run

GUIDE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
PACKS = re.findall(r"```yaml\n# (my-rules/[\w/.]+)\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> RuleBook:
    folder = tmp_path_factory.mktemp("guide")
    for name, text in PACKS:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_rules((folder / "my-rules",))


def test_the_guide_shows_all_its_packs() -> None:
    assert len(PACKS) == GUIDE.count("```yaml") == 4


@pytest.mark.parametrize("kind", sorted({name.split("/")[1] for name, _ in PACKS}))
def test_packs_of_the_guide_pass_beside_the_shipped_ones(book: RuleBook, kind: str) -> None:
    result = run(book, testers=rooms.testers(), only=KINDS[kind])
    assert not [f"{f.rule.id}: {f.text}: {f.reason}" for f in result.failures if "my-rules" in f.rule.file]


def test_own_packs_add_and_replace_and_run_in_re2(book: RuleBook) -> None:
    shipped = {rule.name for rule in load_rules()}
    own = {rule.name: rule for rule in book if "my-rules" in rule.file}
    assert set(own) - shipped == {
        "metrics/foster_homes_approved",
        "cover_labels/prepared_by",
        "wording/internal_codename",
    }
    assert set(own) & shipped == {"metrics/train_topics"}
    assert own["metrics/train_topics"].phrases[0].engine is Engine.re2


def test_the_metric_is_null_without_the_pack(book: RuleBook) -> None:
    text = "Saltmarsh approved 23 new foster homes in the year."
    found = [find_metrics(document_of(text), book=b, reporting_year="2024/25")[0] for b in (load_rules(), book)]
    assert [(m.metric, m.value) for m in found] == [(None, 23), ("foster_homes_approved", 23)]


def test_commands_of_the_guide_exist() -> None:
    from tests.docs.test_current import commands

    known = commands()
    for line in re.findall(r"(?:^    |`)report-extract ([a-z][^\n`]*)", GUIDE, re.MULTILINE):
        words = line.split()
        name = f"report-extract {words[0]}"
        name = f"{name} {words[1]}" if len(words) > 1 and f"{name} {words[1]}" in known else name
        assert name in known, line
        options = {option for p in known[name].params for option in p.opts}
        assert set(re.findall(r"(?<!\S)--[a-z]+", line)) <= options, line
