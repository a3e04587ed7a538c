"""One content typeset in six ways: the facts must come out the same (metamorphic test)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpora.generate.blocks import Report
from corpora.generate.collect import Placed, block_facts, inner_blocks
from corpora.generate.content.northmere import areas, future, learning, opening
from corpora.generate.content.northmere.editions import edition
from corpora.generate.content.northmere.report import northmere
from corpora.generate.gold import Json, facts_gold
from corpora.generate.markdown import markdown
from corpora.generate.pdf.designed import designed_look
from corpora.generate.pdf.simple import simple_look
from corpora.generate.pdf.typeset import typeset
from corpora.generate.web import html
from corpora.generate.word import word

CHAPTERS = (
    opening.foreword,
    opening.attendance,
    opening.finance,
    areas.front_door,
    learning.reviews,
    learning.second_review,
    future.training,
    future.priorities,
)
NAMES = ("two-columns.pdf", "three-columns.pdf", "portrait.pdf", "report.docx", "report.html", "report.md")


def short_report() -> Report:
    e = edition("2024/25")
    return replace(northmere("2024/25"), name="short", sections=tuple(chapter(e) for chapter in CHAPTERS))


def facts_of(report: Report) -> Json:
    """Gold without pages (page 0), since each typesetting has its own."""
    placed = []
    for section in report.sections:
        context = {"period": report.year, **section.context}
        for block in section.blocks:
            for inner in inner_blocks(block):
                placed += [Placed(f, 0, section.title) for f in block_facts(inner, context)]
    return facts_gold(tuple(placed))


def with_columns(report: Report, columns: int) -> Report:
    return replace(report, sections=tuple(replace(s, columns=columns if s.columns > 1 else 1) for s in report.sections))


def in_one_column(report: Report) -> Report:
    """All sections one below the other, without page breaks."""
    return replace(
        report, sections=tuple(replace(s, columns=1, new_page=i == 0) for i, s in enumerate(report.sections))
    )


def write_six(folder: Path, report: Report | None = None) -> dict[str, Path]:
    """Writes the six files and returns their paths by name (see NAMES)."""
    report = report or short_report()
    single = in_one_column(report)
    contents = {
        "two-columns.pdf": typeset(report, designed_look(report)).pdf,
        "three-columns.pdf": typeset(with_columns(report, 3), designed_look(report)).pdf,
        "portrait.pdf": typeset(single, simple_look(report)).pdf,
        "report.docx": word(report),
        "report.html": html(report).encode(),
        "report.md": markdown(report).encode(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in NAMES}
