"""The samples are what the generator writes, the same each time, and gold's words stand on the pages that it names."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

pytest.importorskip("reportlab", reason="the generator of the samples needs reportlab (extra: dev)")

from corpora.generate.content.ashcombe import ashcombe
from corpora.generate.everything import outputs
from corpora.generate.markup import facts, words
from corpora.generate.pdf.simple import simple_look
from corpora.generate.pdf.typeset import typeset

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
MOST_BYTES = 4_000_000  # what a clone can be asked to carry
KINDS = ("metrics", "findings", "recommendations", "priorities", "achievements", "challenges", "reviews")
REPORTS = sorted(p for p in CORPORA.glob("gold/*/*/annual-report.json"))
COVERS = sorted(CORPORA.glob("gold/*/*/cover-*.json"))


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return dict(outputs())


def squeeze(text: str) -> str:
    return re.sub(r"[\s*\u00ad\ufffe\x02]+", "", text)


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [squeeze(page.get_textpage().get_text_range()) for page in pdf]


BY_HAND = ("README.md", "gold/coding.json")


def content(name: str, data: bytes) -> object:
    """What must not differ: another release of a PDF or zip library may pack the same pages in other bytes."""
    if name.endswith(".pdf"):
        return page_texts(data)
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.read("word/document.xml")
    return data.decode()


def test_committed_is_what_the_generator_makes(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        committed = (CORPORA / name).read_bytes()
        assert committed == data or content(name, committed) == content(name, data), name


def test_nothing_else_is_committed(made: dict[str, bytes]) -> None:
    known = {CORPORA / name for name in (*made, *BY_HAND)}
    strays = [
        p
        for p in CORPORA.rglob("*")
        if p.is_file() and "generate" not in p.relative_to(CORPORA).parts and p not in known
    ]
    assert strays == []


def test_same_bytes_each_time() -> None:
    report = ashcombe()
    assert typeset(report, simple_look(report)).pdf == typeset(report, simple_look(report)).pdf


def test_small_enough_to_commit(made: dict[str, bytes]) -> None:
    assert sum(len(data) for data in made.values()) < MOST_BYTES


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.parent.parent.name + "-" + p.parent.name)
def test_gold_quotes_stand_on_their_pages(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    pages = [*page_texts((CORPORA / gold["document"]["file"]).read_bytes()), ""]
    assert len(pages) - 1 == gold["document"]["pages"]
    for kind in KINDS:
        assert gold[kind], kind
        for item in gold[kind]:
            there = pages[item["page"] - 1] + (pages[item["page"]] if kind != "metrics" else "")
            assert squeeze(item["quote"]) in there, (kind, item["id"], item["quote"])


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.parent.parent.name + "-" + p.parent.name)
def test_sections_stand_where_gold_says(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    pages = page_texts((CORPORA / gold["document"]["file"]).read_bytes())
    for section in gold["sections"]:
        assert squeeze(section["title"]) in pages[section["page_start"] - 1]


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.parent.parent.name + "-" + p.parent.name)
def test_reading_order_text_holds_the_words_of_each_page(path: Path) -> None:
    """Not the order (that is the reader's job): the same words, furniture apart."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    pages = page_texts((CORPORA / gold["document"]["file"]).read_bytes())
    marked = re.split(r"<!-- page \d+ -->", path.with_suffix(".md").read_text(encoding="utf-8"))[1:]
    assert len(marked) == len(pages)
    for number, (wanted, printed) in enumerate(zip(marked, pages, strict=True), 1):
        words_wanted = re.findall(r"[A-Za-z0-9£%,.]{3,}", wanted.replace("<!-- chart -->", ""))
        missing = [w for w in words_wanted if w not in printed]
        assert not missing, (number, missing[:5])


@pytest.mark.parametrize("path", COVERS, ids=lambda p: p.stem)
def test_planted_faults_stand_in_the_cover(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = "".join(page_texts((CORPORA / gold["document"]["file"]).read_bytes()))
    assert gold["planted"]
    for fault in gold["planted"]:
        assert squeeze(fault["quote"]).lower() in text.lower(), fault


@pytest.mark.parametrize("path", COVERS, ids=lambda p: p.stem)
def test_evidence_of_claims_stands_in_the_report(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    report = CORPORA / gold["document"]["file"]
    text = "".join(page_texts((report.parent / "annual-report.pdf").read_bytes()))
    for claim in gold["claims"]:
        assert bool(claim["evidence"]) == (claim["verdict"] != "not_found")
        for quote in claim["evidence"]:
            assert squeeze(quote) in text, claim


def test_comparison_plants_every_case() -> None:
    truth = json.loads((CORPORA / "gold/northmere-saltmarsh/compare.json").read_text(encoding="utf-8"))
    assert {p["status"] for p in truth["priorities"]} == {"kept", "renamed", "new", "dropped"}
    assert {r["status"] for r in truth["recommendations"]} == {"new", "still_open", "completed", "no_longer_mentioned"}
    assert {m["status"] for m in truth["metrics"]} == {"changed", "same", "appeared", "disappeared"}
    assert {(r["metric"], r["first_stated"], r["later_stated"]) for r in truth["restated"]} == {
        ("missing_episodes", 305, 311),
        ("train_elearning_completions", 2240, 2204),
    }


def test_markup_gives_words_and_facts() -> None:
    text = "[[He saw [[412 contacts|lado_contacts;vs=374@2023/24]] rise|!challenge;agency=Ashcombe]]."
    assert words(text) == "He saw 412 contacts rise."
    metric, challenge = facts(text, context={"period": "2024/25", "area": "Kestrel Vale"})
    assert (metric.fields["value"], metric.fields["unit"], metric.fields["period"]) == (412, "count", "2024/25")
    assert metric.fields["compared_with"] == {"value": 374, "period": "2023/24"}
    assert challenge.quote == "He saw 412 contacts rise"
