"""`rules new`: a rule to fill in, in a user's own folder, with the fields of its kind explained beside them."""

from __future__ import annotations

import re
from pathlib import Path

from report_extract.errors import WrongUsage
from report_extract.rules.describe import FieldHelp, fields_of, kind_called

_EXAMPLES = """\
  examples:            # texts in your own words, and what must come out of them
    - text: "TODO"
      expect:
        - {TODO: TODO}
  counterexamples:     # near misses: nothing may come out of these
    - "TODO"
"""


def new_rule(folder: Path, *, kind: str, id: str) -> Path:
    """Writes (or appends to) FOLDER/<kind>/own.yaml and returns its path. Raises WrongUsage for a name in use there."""
    if not re.fullmatch(r"[a-z0-9_]+", id):
        raise WrongUsage(f"{id!r} is no rule name: use lower-case letters, digits and underscores")
    text = skeleton(kind, id=id)
    path = folder / kind / "own.yaml"
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
    except UnicodeDecodeError as fault:
        raise WrongUsage(f"{path}: the file is not UTF-8 text; save it as UTF-8") from fault
    if re.search(rf"^- id: {id}\s*$", before, re.MULTILINE):
        raise WrongUsage(f"{path} has a rule {id!r} already; choose another name or edit that one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{before.rstrip()}\n\n{text}".lstrip(), encoding="utf-8")
    except OSError as fault:
        raise WrongUsage(f"{path}: cannot be written ({fault.strerror}). Choose another folder with --in") from fault
    return path


def skeleton(kind: str, *, id: str) -> str:
    """A rule of the kind as YAML: what is required to fill in, the rest as comments."""
    fields = [f for f in fields_of(kind_called(kind)) if f.name not in {"id", "examples", "counterexamples"}]
    return f"- id: {id}\n" + "".join(_line(field) for field in fields) + _EXAMPLES


def _line(field: FieldHelp) -> str:
    note = f"{field.type}; {field.description}" if field.description else field.type
    value = '["TODO"]' if field.type.startswith("list") else '"TODO: write this"'
    return f"  {field.name}: {value}  # {note}\n" if field.required else f"  # {field.name}:  # {note}\n"
