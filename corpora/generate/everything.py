"""Every file that the generator writes, as (path below corpora/, bytes)."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.generate.blocks import Report
from corpora.generate.content.ashcombe import ashcombe
from corpora.generate.content.cover_samples import COVERS
from corpora.generate.content.covers import CoverSample
from corpora.generate.content.northmere.report import northmere
from corpora.generate.content.thornleigh import thornleigh
from corpora.generate.cover_gold import cover_gold, flat_gold
from corpora.generate.gold import Json, dumps, reading_order, report_gold
from corpora.generate.markdown import markdown
from corpora.generate.pdf.council import council_look
from corpora.generate.pdf.designed import designed_look
from corpora.generate.pdf.magazine import magazine_look
from corpora.generate.pdf.simple import simple_look
from corpora.generate.pdf.typeset import Typeset, typeset
from corpora.generate.truth import comparison_truth
from corpora.generate.word import word

Output = tuple[str, bytes]


def outputs() -> Iterator[Output]:
    golds = []
    for year in ("2023/24", "2024/25"):
        report = northmere(year)
        done = typeset(report, designed_look(report))
        golds.append(report_gold(report, done))
        yield from _report(report, done, golds[-1])
    yield "gold/northmere-saltmarsh/compare.json", dumps(comparison_truth(*golds)).encode()
    second = ashcombe()
    done = typeset(second, simple_look(second))
    yield from _report(second, done, report_gold(second, done))
    third = thornleigh()
    done = typeset(third, magazine_look(third), contents=False)
    yield from _report(third, done, report_gold(third, done))
    for sample in COVERS:
        yield from _cover(sample)
    yield "gold/covers.json", dumps({f"{c.folder}/{c.name}": flat_gold(c) for c in COVERS}).encode()


def _report(report: Report, done: Typeset, gold: Json) -> Iterator[Output]:
    stem = f"{report.folder}/{report.name}"
    yield f"{stem}.pdf", done.pdf
    yield f"gold/{stem}.json", dumps(gold).encode()
    yield f"gold/{stem}.md", reading_order(done).encode()
    yield f"gold/{stem}.pairs.json", dumps(gold["figures"]).encode()


def _cover(sample: CoverSample) -> Iterator[Output]:
    report, stem = sample.report(), f"{sample.folder}/{sample.name}"
    forms = {
        "pdf": lambda: typeset(report, council_look(), cover=False, contents=False).pdf,
        "docx": lambda: word(report, title=False),
        "md": lambda: markdown(report, title=False).encode(),
    }
    for form in sample.forms:
        yield f"{stem}.{form}", forms[form]()
    yield f"gold/{stem}.json", dumps(cover_gold(sample)).encode()
