"""Claims written down by somebody: one a line, or JSON, made into a document like any other."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from report_extract.errors import WrongUsage
from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document, Reader
from report_extract.read.assemble import assemble
from report_extract.read.draft import DraftBlock, DraftLine, DraftPage, DraftWord

# A list of strings or objects; a claim may itself begin with a square bracket ("[the] panel …").
_JSON = re.compile(r'\s*(?:\[\s*["{\]]|\{\s*")')


def document_of(text: str, *, name: str = "claims") -> Document:
    """A document with one paragraph for each claim of the text: lines, a JSON list of strings or of objects with
    "claim", or an object with a list "claims". Raises WrongUsage where there is none."""
    claims = [c for c in (_from_json(text) if _JSON.match(text) else text.splitlines()) if c.strip()]
    if not claims:
        raise WrongUsage(f"{name}: no claims there. Write one claim a line, or a JSON list")
    blocks = tuple(_block(i, " ".join(c.split())) for i, c in enumerate(claims))
    page = DraftPage(number=1, width=1.0, height=float(len(claims)), reader=Reader.text, blocks=blocks)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return assemble([page], name=name, file=name, sha256=digest, media_type="text/plain")


def _block(index: int, claim: str) -> DraftBlock:
    """x counts characters and y counts lines, as in every format without geometry."""
    words, at = [], 0
    for word in claim.split():
        words.append(DraftWord(word, float(at), float(at + len(word))))
        at += len(word) + 1
    box = Box(0.0, float(index), float(max(1, at - 1)), float(index + 1))
    return DraftBlock(kind=BlockKind.paragraph, box=box, lines=(DraftLine(tuple(words), box),))


def _from_json(text: str) -> list[str]:
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as fault:
        raise WrongUsage(f"the claims look like JSON but are not: {fault.msg} in line {fault.lineno}") from fault
    items = data.get("claims", []) if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise WrongUsage('the claims are JSON without a list: write ["…", "…"] or {"claims": ["…"]}')
    return [str(i.get("claim", "")) if isinstance(i, dict) else str(i) for i in items]
