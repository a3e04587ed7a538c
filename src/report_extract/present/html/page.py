"""Templates, style and script put into one HTML file; text of documents is escaped, nothing foreign may run."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from report_extract.write.plain import plain

SHARED = Path(__file__).parent


def policy(style: str, script: str) -> str:
    """Nothing may be loaded, sent or run but this very style and script; pictures only from the file itself."""
    return (
        f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


@lru_cache
def asset(file: Path) -> str:
    """A style or script as it stands in its file."""
    return file.read_text(encoding="utf-8")


@lru_cache
def environment(templates: Path) -> Environment:
    """Templates of one page, then those that all pages share."""
    return Environment(
        loader=FileSystemLoader([templates, SHARED], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _harmless(value: Any) -> Any:
    """Text without control and reordering characters; our own markup stays as it is."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
