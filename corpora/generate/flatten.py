"""A report as one run of simple pieces, for the forms that have no pages: Word, HTML, Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpora.generate import blocks as b
from corpora.generate.markup import plain
from corpora.generate.pdf.tables import GLYPHS


@dataclass(frozen=True)
class Piece:
    """`kind`: heading, paragraph, bullet, number, tag, link, check, table; `text` may hold **bold**."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    url: str | None = None
    ticked: bool = False
    header: bool = True


def pieces(report: b.Report, *, title: bool = True) -> Iterator[Piece]:
    if title:
        yield Piece("heading", f"{report.partnership} annual report {report.year}", 1)
    for section in report.sections:
        if section.title:
            yield Piece("heading", section.title, section.level + int(title))
        for block in section.blocks:
            yield from of_block(block, deeper=int(title))


def of_block(block: b.Block, *, deeper: int = 0) -> Iterator[Piece]:
    match block:
        case b.Heading():
            yield Piece("heading", plain(block.text), block.level + deeper)
        case b.Para():
            yield Piece("paragraph", plain(block.text))
        case b.Bullets():
            yield from (
                Piece("number" if block.numbered else "bullet", plain(item), level=i)
                for i, item in enumerate(block.items, 1)
            )
        case b.Box():
            yield Piece("tag", block.tag)
            for inner in block.blocks:
                yield from of_block(inner, deeper=deeper)
        case b.Table():
            if block.title:
                yield Piece("heading", block.title, 3 + deeper)
            rows = tuple(
                tuple(_cell(block, i, text) for i, text in enumerate(row)) for row in (block.header, *block.rows)
            )
            yield Piece("table", rows=rows, header=block.rules != "form")
        case b.Pairs():
            yield from (Piece("paragraph", f"**{pair.value}** {pair.caption}") for pair in block.pairs)
        case b.Chart():
            yield Piece("heading", block.title, 3 + deeper)
            rows = tuple((c, *(str(v[i]) for v in block.values)) for i, c in enumerate(block.categories))
            yield Piece("table", rows=(("", *block.series), *rows))
        case b.Link():
            yield Piece("link", block.before, url=block.url, rows=((block.text,),))
        case b.Boxes():
            yield from (Piece("check", label, ticked=ticked) for label, ticked in block.items)
        case b.Footnote():
            yield Piece("paragraph", plain(block.text))
        case b.Break():
            return


def _cell(table: b.Table, column: int, text: str) -> str:
    return GLYPHS[text] if column in table.tick_columns and text in GLYPHS else plain(text)
