"""A report becomes PDF bytes, its pages of text, and its facts with their pages."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace

from corpora.generate import blocks as b
from corpora.generate.collect import Placed, block_facts, inner_blocks
from corpora.generate.pdf.flow import Flow
from corpora.generate.pdf.lines import joined
from corpora.generate.pdf.look import Look
from corpora.generate.pdf.sheet import Sheet
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Typeset:
    pdf: bytes
    sheets: tuple[Sheet, ...]
    facts: tuple[Placed, ...]
    sections: tuple[tuple[b.Section, int, int], ...]  # with first and last page
    shown: tuple[tuple[b.Table | b.Pairs | b.Chart, int], ...]  # tables and figures with their block number


def typeset(report: b.Report, look: Look, *, cover: bool = True, contents: bool = True) -> Typeset:
    """Twice where there is a contents page: the first pass finds the page numbers that the second one prints."""
    if not contents:
        return _typeset(report, look, cover=cover, contents=())
    first = _typeset(report, look, cover=cover, contents=tuple((s.title, 0) for s in report.sections if s.level == 1))
    return _typeset(
        report, look, cover=cover, contents=tuple((s.title, start) for s, start, _ in first.sections if s.level == 1)
    )


def _typeset(report: b.Report, look: Look, *, cover: bool, contents: tuple[tuple[str, int], ...]) -> Typeset:
    flow = Flow(look)
    if cover:
        flow.new_page(b.Section("", ()), template="cover")
    if contents:
        flow.new_page(b.Section("Contents", (), columns=2))
        flow.heading(b.Heading("Contents", 1))
        flow.block += 1
        for title, page in contents:
            flow.block += 1
            flow.rows(flow.lines(f"{title} {page}", look.body), look.body, "paragraph")
            flow.y -= 3
    placed: list[Placed] = []
    sections: list[tuple[b.Section, int, int]] = []
    for section in report.sections:
        _section(flow, section, report, placed)
        start = placed_start(flow, section, sections)
        sections.append((section, start, flow.sheet.number))
    return Typeset(_render(flow, report), tuple(flow.sheets), tuple(placed), tuple(sections), tuple(flow.shown))


def placed_start(flow: Flow, section: b.Section, done: list[tuple[b.Section, int, int]]) -> int:
    previous = done[-1][2] if done else 0
    for sheet in flow.sheets[max(0, previous - 1) :]:
        if (
            any(e.kind == "heading" and section.title in " ".join(e.lines) for e in sheet.entries)
            and sheet.template == "body"
        ):
            return sheet.number
    raise ValueError(f"section without a heading on a page: {section.title}")


def _section(flow: Flow, section: b.Section, report: b.Report, placed: list[Placed]) -> None:
    if section.new_page or not flow.sheets:
        wide = replace(section, columns=1)
        flow.new_page(wide, whole=True)
    else:
        flow.section = section
    flow.block += 1
    flow.heading(b.Heading(section.title, section.level))
    if section.new_page:
        flow.section = section
        flow.y -= 4
        flow.span()
    context = {"period": report.year, **section.context, "section": section.title}
    for block in section.blocks:
        flow.block += 1
        first_sheet = len(flow.sheets) - 1
        flow.place(block)
        pages = flow.sheets[first_sheet:]
        for inner in inner_blocks(block):
            placed.extend(_located(inner, context, pages))


def _located(block: b.Block, context: dict[str, str], pages: list[Sheet]) -> list[Placed]:
    out = []
    for fact in block_facts(block, context):
        needle = squeeze(fact.quote)
        page = next(
            (s.number for s in pages if needle in squeeze(s.text + "".join(joined(n.lines) for n in s.footnotes))), None
        )
        if page is None and fact.kind == "metric":
            raise ValueError(f"a quote straddles two pages: {fact.quote}")
        if page is None:  # a long one may: its beginning decides
            page = next(
                s.number
                for s in pages
                if needle[:40] in squeeze(s.text + "".join(joined(n.lines) for n in s.footnotes))
            )
        out.append(Placed(fact, page, context["section"]))
    return out


def squeeze(text: str) -> str:
    return re.sub(r"[\s*]+", "", text)


def _render(flow: Flow, report: b.Report) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=flow.look.size, invariant=1, pageCompression=1)
    canvas.setTitle(report.title)
    canvas.setAuthor(report.partnership)
    for sheet in flow.sheets:
        body, sheet.operations = sheet.operations, []
        flow.look.furniture(sheet, flow.look)
        sheet.operations += body
        sheet.render(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
