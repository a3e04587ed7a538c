"""The facts of a block: those inside its words, and those that figures, charts and tables state by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpora.generate import blocks as b
from corpora.generate.markup import Fact, facts, make_fact, with_sentence, words


@dataclass(frozen=True)
class Placed:
    fact: Fact
    page: int
    section: str


def inner_blocks(block: b.Block) -> Iterator[b.Block]:
    if isinstance(block, b.Box):
        yield from block.blocks
    else:
        yield block


def block_facts(block: b.Block, context: Mapping[str, str]) -> list[Fact]:
    match block:
        case b.Para() | b.Heading() | b.Footnote():
            return facts(block.text, context=context)
        case b.Bullets():
            return [f for item in block.items for f in facts(item, context=context)]
        case b.Table():
            return [fact for row in block.rows for fact in _row_facts(block, row, context)]
        case b.Pairs():
            return [_pair_fact(p, context) for p in block.pairs]
        case b.Chart():
            return _chart_facts(block, context)
        case _:
            return []


def _row_facts(table: b.Table, row: tuple[str, ...], context: Mapping[str, str]) -> list[Fact]:
    """The sentence of a table cell is its row's name, its column's header and the cell."""
    return [
        with_sentence(fact, f"{words(row[0])} {words(table.header[i])} {fact.quote}")
        for i, cell in enumerate(row)
        for fact in facts(cell, context=context, source="table")
    ]


def _pair_fact(pair: b.Pair, context: Mapping[str, str]) -> Fact:
    """A pair's label is its caption unless the specification names another."""
    spec = pair.fact if "label=" in pair.fact else f"{pair.fact};label={pair.caption}"
    return with_sentence(make_fact(pair.value, spec, {**context, "_source": "figure"}), f"{pair.value} {pair.caption}")


def _chart_facts(chart: b.Chart, context: Mapping[str, str]) -> list[Fact]:
    """One metric per bar; a quarter on the axis is the metric's period."""
    out = []
    for spec, name, values in zip(chart.facts, chart.series, chart.values, strict=True):
        for category, value in zip(chart.categories, values, strict=True):
            quarter = f";period={category} {context['period']}" if re.fullmatch(r"Q[1-4]", category) else ""
            fact = make_fact(
                str(value),
                f"{spec};label={chart.title}: {category} ({name}){quarter}",
                {**context, "_source": "figure"},
            )
            out.append(with_sentence(fact, f"{chart.title} {category} {name} {value}"))
    return out
