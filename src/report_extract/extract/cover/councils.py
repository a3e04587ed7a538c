"""Names of councils and of other public bodies, as texts print them."""

from __future__ import annotations

import re

from report_extract.extract.cover.terms import Terms

_NOT_NAMES = re.compile(
    r"^(?:(?:The|Full|Town|Parish|County|City|Borough|District|Our|This|Each|Health|Local|Lead|Member|Report|To) )+",
    re.I,
)


def key_of(name: str) -> str:
    return re.sub(r"\b(?:royal|metropolitan|borough|city|county|district|council|of|the)\b|\W", "", name.lower())


def council_names(text: str, terms: Terms) -> list[str]:
    """Names of councils in a text, in ordinary case: "Saltmarsh Borough Council", "Borough of Kestrel Vale"."""
    text = text.title() if text.isupper() else text
    text = re.sub(r"\b(And|Of|Upon|On|In|With)\b", lambda m: m[0].lower(), text)
    names = (_NOT_NAMES.sub("", m.text) if m.value != "of_place" else m.text for m in terms.find("council_name", text))
    return [n for n in names if n not in ("", "Council") and key_of(n)]
