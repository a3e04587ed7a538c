"""Every file that the generator writes, as (path below corpora/, bytes)."""

from __future__ import annotations

from collections.abc import Iterator

from corpora.generate.blocks import Report
from corpora.generate.content.northmere.report import northmere
from corpora.generate.gold import dumps, reading_order, report_gold
from corpora.generate.pdf.designed import designed_look
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.typeset import typeset

Output = tuple[str, bytes]


def outputs() -> Iterator[Output]:
    for year in ("2024/25", "2023/24"):
        report = northmere(year)
        yield from _report(report, designed_look(report))


def _report(report: Report, look: Look) -> Iterator[Output]:
    done = typeset(report, look)
    stem = f"{report.folder}/{report.name}"
    gold = report_gold(report, done)
    yield f"{stem}.pdf", done.pdf
    yield f"gold/{stem}.json", dumps(gold).encode()
    yield f"gold/{stem}.md", reading_order(done).encode()
    yield f"gold/{stem}.pairs.json", dumps(gold["figures"]).encode()
