"""Words of documents inside Markdown: shown as they are, whatever marks they carry."""

from __future__ import annotations

import re

from report_extract.write.plain import one_line

# Everything that begins emphasis, code, links, pictures, HTML, entities, tables or strikethrough.
_MARKS = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
# At the beginning of a line also what begins a heading, a list, a quotation or a rule.
_BEGINS = re.compile(r"(?:#{1,6}|[-+=])(?=\s|$|[-=])|\d{1,9}(?=[.)](?:\s|$))")


def shown(text: str, *, longest: int | None = None) -> str:
    """One line of Markdown that shows exactly these words; cut beyond `longest` characters."""
    line = _MARKS.sub(r"\\\g<0>", one_line(text, longest=longest))
    begins = _BEGINS.match(line)
    if begins is None:
        return line
    return f"{line[: begins.end()]}\\{line[begins.end() :]}" if line[0].isdigit() else f"\\{line}"


def table(header: list[str], rows: list[list[str]]) -> list[str]:
    """The lines of a table; cells are Markdown already (`shown`)."""
    return [f"| {' | '.join(cells)} |" for cells in (header, ["---"] * len(header), *rows)]
