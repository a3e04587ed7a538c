"""The bridge to spaCy keeps every offset."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.language.as_spacy import to_spacy
from report_extract.read import read

pytest.importorskip("spacy")

TEXT = """# Kestrel Vale Safeguarding Children Partnership

# Annual Report 2023/24

## Training

84 training sessions were held in 2023/24. 1,204 practitioners attended.
"""


def test_text_blocks_and_metrics_are_spans_of_one_text(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(TEXT, encoding="utf-8")
    document = read(path)
    facts = extract(document)
    doc = to_spacy(document, facts=facts)
    assert doc.text == document.text
    assert [s.text for s in doc.spans["layout"]] == [b.text for b in document.blocks]
    assert {s.label_ for s in doc.spans["metrics"]} >= {"train_sessions"}
    assert [s.id_ for s in doc.spans["metrics"]] == [m.id for m in facts.metrics]
    assert any(s.label_ == "Training" for s in doc.spans["sections"])
    assert [s.label_ for s in doc.spans["pages"]] == ["1"]
    assert len(list(doc.sents)) >= 2
