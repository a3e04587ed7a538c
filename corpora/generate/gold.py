"""Gold of a typeset report: the published contract's fields, exact because text and facts come from one model."""

from __future__ import annotations

import json
from typing import Any

from corpora.generate import blocks as b
from corpora.generate.collect import Placed
from corpora.generate.pdf.lines import joined
from corpora.generate.pdf.tables import GLYPHS
from corpora.generate.pdf.typeset import Typeset

Json = dict[str, Any]
KINDS = {
    "finding": "findings",
    "recommendation": "recommendations",
    "priority": "priorities",
    "achievement": "achievements",
    "challenge": "challenges",
    "review": "reviews",
}


def report_gold(report: b.Report, done: Typeset) -> Json:
    kinds = facts_gold(done.facts)
    return {
        "document": {
            "name": report.name,
            "file": f"{report.folder}/{report.name}.pdf",
            "kind": "annual_report",
            "title": report.title,
            "partnership": {"id": report.partnership_id, "name": report.partnership},
            "reporting_year": report.year,
            "published": report.published,
            "pages": len(done.sheets),
        },
        "sections": [_section(s, start, end) for s, start, end in done.sections],
        **kinds,
        "tables": [_table(t, number, done) for t, number in done.shown if isinstance(t, b.Table)],
        "figures": figures_gold(done),
    }


def facts_gold(placed: tuple[Placed, ...]) -> dict[str, list[Json]]:
    out: dict[str, list[Json]] = {"metrics": [], **{name: [] for name in KINDS.values()}}
    for item in placed:
        where = {"page": item.page, "section": item.section, "quote": item.fact.quote}
        if item.fact.kind == "metric":
            out["metrics"].append({"id": f"m{len(out['metrics']) + 1:03d}", **item.fact.fields, **where})
        else:
            rows = out[KINDS[item.fact.kind]]
            rows.append(
                {"id": f"{item.fact.kind[0]}{len(rows) + 1:02d}", **_fields(item.fact.kind, item.fact.fields), **where}
            )
    return out


def _fields(kind: str, fields: Json) -> Json:
    f = dict(fields)
    match kind:
        case "recommendation":
            status = {"rag": f.pop("rag", None), "state": f.pop("state", None), "text": f.pop("status_text", None)}
            who = f.pop("addressee", None)
            return {**f, "addressees": [who] if who else [], "status": status if any(status.values()) else None}
        case "priority":
            f.pop("text")
            return {**f, "is_new": True if f.pop("new", "") == "yes" else None}
        case "review":
            f.pop("text")
            return {**f, **{name: None if f.get(name) == "-" else f.get(name) for name in ("published", "status")}}
        case _:
            return f


def _section(section: b.Section, start: int, end: int) -> Json:
    return {
        "title": section.title,
        "level": section.level,
        "page_start": start,
        "page_end": end,
        "agency": section.context.get("agency"),
    }


def _pages_of(number: int, done: Typeset) -> list[int]:
    return [
        sheet.number
        for sheet in done.sheets
        if any(e.block == number and e.kind in ("table", "pair", "chart") for e in sheet.entries)
    ]


def _table(table: b.Table, number: int, done: Typeset) -> Json:
    from corpora.generate.markup import words

    pages = _pages_of(number, done)
    rows = [[_cell(table, i, words(text)) for i, text in enumerate(row)] for row in table.rows]
    return {
        "title": table.title,
        "page": pages[0],
        "page_end": pages[-1],
        "header": [words(h) for h in table.header],
        "groups": [list(g) for g in table.groups],
        "rows": rows,
    }


def _cell(table: b.Table, column: int, text: str) -> Any:
    if column in table.tick_columns and text in GLYPHS:
        return {"value": text == "yes", "printed": GLYPHS[text] if table.ticks == "glyph" else None}
    return text


def figures_gold(done: Typeset) -> Json:
    pairs, charts = [], []
    for block, number in done.shown:
        if isinstance(block, b.Table):
            continue
        page = _pages_of(number, done)[0]
        if isinstance(block, b.Pairs):
            pairs += [
                {"page": page, "value": p.value, "label": p.caption, "label_position": block.position}
                for p in block.pairs
            ]
        else:
            charts += [
                {"page": page, "chart": block.title, "category": c, "series": s, "value": values[i]}
                for s, values in zip(block.series, block.values, strict=True)
                for i, c in enumerate(block.categories)
            ]
    return {"pairs": pairs, "charts": charts}


def reading_order(done: Typeset) -> str:
    """Page-marked Markdown of what stands on each page, in the order in which a person reads it; furniture left out."""
    out: list[str] = []
    for sheet in done.sheets:
        out.append(f"<!-- page {sheet.number} -->")
        before = ""
        for entry in (*sheet.entries, *sheet.footnotes):
            out.append(_markdown(entry.kind, entry.level, entry.lines))
            if entry.kind == "table" and before != "table":
                out.append("|" + "---|" * (entry.lines[0].count("\t") + 1))
            before = entry.kind
    return "\n\n".join(out).replace("|\n\n|", "|\n|") + "\n"


def _markdown(kind: str, level: int, lines: list[str]) -> str:
    text = joined(lines)
    match kind:
        case "heading":
            return f"{'#' * level} {text}"
        case "tag":
            return f"**{text}**"
        case "list_item":
            return text.replace("• ", "- ", 1)
        case "table":
            return "| " + " | ".join(text.split("\t")) + " |"
        case "pair":
            return f"- {text}"
        case "chart":
            head, columns, *rows = lines
            return "\n".join(
                (
                    f"<!-- chart -->\n{columns.replace('Category', head, 1)}",
                    "|" + "---|" * (columns.count("|") - 1),
                    *rows,
                )
            )
        case _:
            return text


def dumps(value: Json) -> str:
    """JSON with one line per item of a list: small, and a change shows as one line."""
    parts = []
    for key, part in value.items():
        if isinstance(part, list) and part:
            lines = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in part)
            parts.append(f"{json.dumps(key)}: [\n  {lines}\n ]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(part, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"
