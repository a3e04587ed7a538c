"""Why a result says what it says: rule, words, place and confidence, on the console."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel
from rich.console import Console
from rich.table import Table
from rich.text import Text

from report_extract.extract.metrics.catalogue import plain as as_rules_see
from report_extract.extract.metrics.confidence import basis
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Extraction, Metric
from report_extract.present.items import KINDS, evidence_of, item_id, items, words_of
from report_extract.present.rule_matches import matches
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule
from report_extract.write.plain import one_line

_WORDS_LONGEST = 70
_QUOTE_LONGEST = 400
_PATTERN_LONGEST = 160
_PIECES_SHOWN = 5

_ELSEWHERE = {"id", "evidence", "confidence", "inferred", "rows", "header", "units", "label", "text", "title"}

# What has no rule of a pack behind it, by the rule's name in the evidence.
_GRAMMARS = {
    "metrics/text": "the grammar of numbers in sentences; no rule of the catalogue fits",
    "metrics/table": "the grammar of numbers in tables; no rule of the catalogue fits",
    "metrics/figure": "a number with its caption; no rule of the catalogue fits",
}


def list_items(console: Console, facts: Extraction) -> None:
    """Every id with its words and page."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", show_edge=False)
    for heading in ("item", "what it says", "page"):
        table.add_column(heading, overflow="fold")
    for _, item in items(facts):
        said = getattr(item, "value_text", "")
        words = one_line(f"{said} {words_of(item)}".strip(), longest=_WORDS_LONGEST)
        pages = ", ".join(str(page) for page in sorted({e.page for e in evidence_of(item)}))
        table.add_row(Text(item_id(item), "bold"), Text(words), Text(pages, "dim"))
    console.print(table)
    counts = ", ".join(f"{len(getattr(facts, kind))} {kind}" for kind in KINDS)
    console.print(Text(counts, "dim"))


def show_item(console: Console, kind: str, item: BaseModel, *, book: RuleBook) -> None:
    """What it says, where each word comes from, which rule found it, and how sure that is."""
    console.print(Text.assemble((item_id(item), "bold"), f"  {one_line(words_of(item), longest=_QUOTE_LONGEST)}"))
    for name, value in _stated(item):
        _line(console, name, one_line(value, longest=_QUOTE_LONGEST))
    if isinstance(item, Metric):
        _show_confidence(console, item)
    pieces = evidence_of(item)
    rules = {rule.name: rule for rule in book}
    for found_by in dict.fromkeys(piece.rule for piece in pieces):
        _show_rule(console, found_by, rules.get(found_by or ""), item, pieces)
    _show_places(console, pieces)


def _stated(item: BaseModel) -> Iterator[tuple[str, str]]:
    """The fields that say something, but for those that are shown elsewhere."""
    for name, value in item.model_dump(mode="json").items():
        if name in _ELSEWHERE or value in (None, []):
            continue
        if isinstance(value, dict):
            yield name, ", ".join(f"{key} {inner}" for key, inner in value.items() if inner is not None)
        else:
            yield name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _show_confidence(console: Console, item: Metric) -> None:
    _line(console, "confidence", f"{item.confidence:.2f}: so many of such are right ({basis(item)[0]})")
    if item.inferred:
        _line(console, "inferred", f"{' and '.join(item.inferred)}: not in these words, but above or before them")


def _show_rule(
    console: Console, name: str | None, rule: Rule | None, item: BaseModel, pieces: Sequence[Evidence]
) -> None:
    if rule is None:
        none = "none: every table of the document is here" if name is None else f"{name}: not among the rules in force"
        _line(console, "rule", _GRAMMARS.get(name or "", none))
        return
    _line(console, "rule", f"{rule.name}: {one_line(rule.description)}")
    console.print(Text(f"{'':12}{one_line(rule.file)}:{rule.line}", "dim"), soft_wrap=True)
    quotes = [piece.quote for piece in pieces if piece.rule == name]
    said = [words_of(item), *quotes, *(piece.section or "" for piece in pieces)]
    found = matches(rule, [*(as_rules_see(text) for text in said), *said])
    for match in found:
        pattern = one_line(match.pattern, longest=_PATTERN_LONGEST)
        _line(console, f"  {match.field}", f"{pattern}  matched  “{one_line(match.words, longest=_WORDS_LONGEST)}”")
    if not found:
        _line(console, "", "matched words outside the quotation (headings or sentences around it), or is no pattern")


def _show_places(console: Console, pieces: Sequence[Evidence]) -> None:
    for piece in pieces[:_PIECES_SHOWN]:
        where = f"page {piece.page}, characters {piece.start}-{piece.end}"
        section = f", in “{one_line(piece.section)}”" if piece.section else ""
        _line(console, "stands on", f"{where}{section}")
        _line(console, "", f"“{one_line(piece.quote, longest=_QUOTE_LONGEST)}”")
    if len(pieces) > _PIECES_SHOWN:
        _line(console, "", f"and in {len(pieces) - _PIECES_SHOWN} more places")


def _line(console: Console, name: str, value: str) -> None:
    """A name of at most eleven letters, then its value, wrapped beneath itself."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=11, overflow="fold")
    table.add_column(overflow="fold")
    table.add_row(Text(name.replace("_", " "), "dim"), Text(value))
    console.print(table)
