"""The facts of a block: those inside its words, and those that figures, charts and tables state by their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpora.generate import blocks as b
from corpora.generate.markup import Fact, facts, make_fact


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
        case b.Para() | b.Heading():
            return facts(block.text, context=context)
        case b.Bullets():
            return [f for item in block.items for f in facts(item, context=context)]
        case b.Table():
            return [f for row in block.rows for cell in row for f in facts(cell, context=context, source="table")]
        case b.Pairs():
            return [_pair_fact(p, context) for p in block.pairs]
        case b.Chart():
            return _chart_facts(block, context)
        case _:
            return []


def _pair_fact(pair: b.Pair, context: Mapping[str, str]) -> Fact:
    """A pair's label is its caption unless the specification names another."""
    spec = pair.fact if "label=" in pair.fact else f"{pair.fact};label={pair.caption}"
    return make_fact(pair.value, spec, {**context, "_source": "figure"})


def _chart_facts(chart: b.Chart, context: Mapping[str, str]) -> list[Fact]:
    return [
        make_fact(str(value), f"{spec};label={chart.title}: {category} ({name})", {**context, "_source": "figure"})
        for spec, name, values in zip(chart.facts, chart.series, chart.values, strict=True)
        for category, value in zip(chart.categories, values, strict=True)
    ]
