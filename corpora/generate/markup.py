"""Facts inside sentences: `[[412 contacts|lado_contacts;vs=374@2023/24]]` prints "412 contacts" and is one metric.

After the bar stands a metric id of the catalogue, "-" for a metric without one, or "!kind" for another kind of fact.
"~" before a metric: peripheral (right, but nobody asks for it). Then key=value pairs. Brackets nest; `**bold**` is the
only other mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from corpora.generate.catalogue import LABELS, UNITS
from corpora.generate.printed import Printed, read_number

SHORT_KEYS = {
    "u": "unit",
    "v": "value",
    "p": "period",
    "ag": "agency",
    "ar": "area",
    "dir": "direction",
    "q": "qualifier",
}


@dataclass(frozen=True)
class Fact:
    """One fact with the words that state it (`quote`); `fields` are those of the published contract."""

    kind: str
    fields: dict[str, Any]
    quote: str


def plain(markup: str) -> str:
    """The printed words, still with **bold** marks."""
    return _parse(markup, {}, [])


def words(markup: str) -> str:
    return plain(markup).replace("**", "")


def facts(markup: str, *, context: Mapping[str, str], source: str = "text") -> list[Fact]:
    found: list[Fact] = []
    _parse(markup, {**context, "_source": source}, found)
    text = words(markup)
    return [with_sentence(fact, sentence_of(fact.quote, text)) for fact in found]


def sentence_of(quote: str, text: str) -> str:
    """The sentence that holds the quote, or all of the text where the quote is longer than a sentence."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return next((s for s in sentences if re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", s)), text)


def with_sentence(fact: Fact, sentence: str) -> Fact:
    """A metric says in which sentence, row or caption it stands, so that its few words can be told from others."""
    return replace(fact, fields={**fact.fields, "sentence": sentence}) if fact.kind == "metric" else fact


def _parse(markup: str, context: Mapping[str, str], found: list[Fact]) -> str:
    out, i = [], 0
    while i < len(markup):
        if markup.startswith("[[", i):
            end = _closing(markup, i)
            inner, _, spec = _split(markup[i + 2 : end])
            printed = _parse(inner, context, found)
            found.append(make_fact(printed.replace("**", ""), spec, context))
            out.append(printed)
            i = end + 2
        else:
            out.append(markup[i])
            i += 1
    return "".join(out)


def _closing(markup: str, start: int) -> int:
    depth, i = 0, start
    while i < len(markup):
        if markup.startswith("[[", i):
            depth, i = depth + 1, i + 2
        elif markup.startswith("]]", i):
            depth -= 1
            if depth == 0:
                return i
            i += 2
        else:
            i += 1
    raise ValueError(f"brackets do not close: {markup[start : start + 60]}")


def _split(text: str) -> tuple[str, str, str]:
    depth = 0
    for i in range(len(text) - 1, -1, -1):
        if text.startswith("]]", i):
            depth += 1
        elif text.startswith("[[", i):
            depth -= 1
        elif text[i] == "|" and depth == 0:
            return text[:i], "|", text[i + 1 :]
    raise ValueError(f"no specification in {text[:60]}")


def make_fact(quote: str, spec: str, context: Mapping[str, str]) -> Fact:
    name, *pairs = [part.strip() for part in spec.split(";")]
    fields: dict[str, Any] = {SHORT_KEYS.get(k, k): v for k, v in (p.split("=", 1) for p in pairs)}
    if name.startswith("!"):
        defaults = {"agency": context.get("agency")} if name in ("!achievement", "!challenge", "!finding") else {}
        return Fact(name[1:], {"text": quote, **defaults, **fields, **_numbers(fields)}, quote)
    return Fact("metric", _metric(quote, name, fields, context), quote)


def _numbers(fields: Mapping[str, str]) -> dict[str, Any]:
    return {k: int(fields[k]) for k in ("number", "count") if k in fields}


def _metric(quote: str, metric: str, fields: dict[str, Any], context: Mapping[str, str]) -> dict[str, Any]:
    printed = _printed(quote, fields)
    role = fields.get("role", "current")
    before = fields.get("vs")
    tier = "peripheral" if metric.startswith("~") else "core"
    metric = metric.removeprefix("~")
    metric_id = None if metric == "-" else metric
    value = printed.value
    unit = fields.get("unit") or printed.unit or UNITS.get(metric, "count")
    return {
        "metric": metric_id,
        "label": fields.get("label") or LABELS[metric],
        "value": value,
        "value_max": float(fields["max"]) if "max" in fields else None,
        "value_text": printed.text,
        "unit": unit,
        "qualifier": fields.get("qualifier", "exact"),
        "area": _or_none(fields.get("area", context.get("area"))),
        "agency": _or_none(fields.get("agency", context.get("agency"))),
        "period": _or_none(fields.get("period", context.get("period"))),
        "role": role,
        "direction": fields.get("direction"),
        "compared_with": _compared(before),
        "source": context.get("_source", "text"),
        "tier": tier,
    }


def _printed(quote: str, fields: Mapping[str, str]) -> Printed:
    """The number that the quote prints, or the one that the specification gives to words like "twice"."""
    if "value" not in fields:
        return read_number(quote)
    value = float(fields["value"])
    try:
        printed = read_number(quote)
    except ValueError:
        return Printed(quote, value, None)
    return printed if printed.value == value else Printed(quote, value, printed.unit)


def _or_none(text: str | None) -> str | None:
    return None if text in (None, "", "-") else text


def _compared(before: str | None) -> dict[str, Any] | None:
    if before is None:
        return None
    value, _, period = before.partition("@")
    return {"value": float(re.sub(r"[£,%]", "", value)), "period": period or None}
