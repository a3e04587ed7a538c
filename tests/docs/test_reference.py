"""What the references promise beyond the models: units, evidence, and confidences that hold on the samples."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from benchmarks.accuracy import gold_files, run
from benchmarks.calibration import as_markdown, bucket_rows, judged, tables

from report_extract.extract import extract
from report_extract.read import read
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import load_rules

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE = DOCS.parent / "corpora" / "thornleigh" / "2024-25" / "annual-report.pdf"
FEWEST = 30  # metrics in a bucket whose share says something
NEAR = 0.1  # between stated and right in such a bucket


@pytest.fixture(scope="module")
def units() -> set[str]:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.UNITS)


def test_every_unit_of_the_catalogue_and_of_the_grammar_is_explained(units: set[str]) -> None:
    catalogue = {unit for rule in load_rules().of(MetricRule) for unit in rule.units}
    grammar = (DOCS.parent / "src/report_extract/language/quantities.py").read_text(encoding="utf-8")
    named = set(re.findall(r'"(count|percent|percentage_points|gbp|ratio|rank)"', grammar))
    assert catalogue | named <= units


def test_evidence_is_as_the_reference_says(units: set[str]) -> None:
    document = read(SAMPLE)
    facts = extract(document)
    assert {metric.unit for metric in facts.metrics} <= units
    pieces = [e for metric in facts.metrics for e in metric.evidence]
    assert pieces
    for piece in pieces:
        page = document.pages[piece.page - 1]
        assert document.text[piece.start : piece.end] == piece.quote
        assert 0 <= piece.bbox.x0 <= piece.bbox.x1 <= page.width
        assert 0 <= piece.bbox.top <= piece.bbox.bottom <= page.height
        assert all(piece.bbox.contains(box, tolerance=0.02) for box in piece.boxes)  # both are rounded to 0.01


@pytest.mark.slow
def test_the_table_of_confidence_is_current_and_holds() -> None:
    runs = [run(path) for path in gold_files([])]
    page = (DOCS / "confidence.md").read_text(encoding="utf-8")
    for table in tables(runs):
        assert as_markdown(*table) in page, "run `make docs`"
    found = [m for one in runs if one.gold.get("metrics") for m in judged(one)]
    for bucket, count, stated, right in bucket_rows(found):
        if int(count) >= FEWEST:
            assert abs(float(stated) - float(right)) <= NEAR, bucket
