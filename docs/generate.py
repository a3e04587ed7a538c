"""Writes the pages of this folder that are made from the code: `make docs`. A test says when they are out of date."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import typer
from pydantic import BaseModel

from report_extract.cli.app import app
from report_extract.cli.leave import run
from report_extract.cli.schema import Result
from report_extract.present.schema import model_of

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
SAMPLE = HERE.parent / "corpora" / "northmere-saltmarsh" / "2024-25" / "annual-report.pdf"
COVER = SAMPLE.with_name("cover-saltmarsh.pdf")
SAMPLE_VALUE = 6788  # contacts with the front door, on that page
SAMPLE_PAGE = 12  # tagged call-outs, two columns of headings and text, a navigation strip


# Fields that mean the same wherever they stand.
_COMMON = {"evidence": "Where it stands: words and place on the page"}


def cli_page() -> str:
    """docs/cli.md: the help of every command."""
    parts = ["# Command line", "", "Made from `--help` by `make docs`.", ""]
    for command in _commands(typer.main.get_command(app)):
        parts += [f"## report-extract {command}".rstrip(), "", "```text", _help(command).rstrip(), "```", ""]
    return "\n".join(parts)


def _commands(command: Any, name: str = "") -> Iterator[str]:
    """What one types after the program's name, groups before what is in them."""
    yield name
    for child, below in getattr(command, "commands", {}).items():
        yield from _commands(below, f"{name} {child}".strip())


def _help(command: str) -> str:
    said = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        with redirect_stdout(said):
            run([*command.split(), "--help"])
    finally:
        os.environ.pop("COLUMNS") if before is None else os.environ.update(COLUMNS=before)
    return said.getvalue()


def json_page() -> str:
    """docs/json.md: every type of every result and its fields."""
    parts = [
        "# JSON of the results",
        "",
        "Made from the models by `make docs`; `report-extract schema NAME` prints the JSON Schema of each.",
        "A value that the document does not state is `null` or empty: never zero, never guessed.",
        "`document.text[start:end] == quote` holds for all evidence, where `document` is what `read` returns.",
        "",
    ]
    roots = [model_of(result.value) for result in Result]
    for model in _models(roots):
        command = f": what `{list(Result)[roots.index(model)].value}` writes" if model in roots else ""
        parts += [f"## {model.__name__}{command}", "", *_about(model), "| field | type | meaning |", "|---|---|---|"]
        schema = model.model_json_schema(by_alias=True, mode="serialization")
        for name, field in schema["properties"].items():
            parts.append(f"| `{name}` | {_type(field, schema)} | {field.get('description') or _COMMON.get(name, '')} |")
        parts.append("")
    return "\n".join(parts)


def _models(roots: Sequence[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The models and all models in their fields, each once: a result, then what is in it, then the next result."""
    found: list[type[BaseModel]] = []
    for root in roots:
        agenda = [root]
        for model in agenda:
            if model not in found:
                found.append(model)
                yield model
                agenda += [inner for info in model.model_fields.values() for inner in _inside(info.annotation)]


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inside(argument)


def _about(model: type[BaseModel]) -> list[str]:
    text = " ".join((model.__dict__.get("__doc__") or "").split())
    return [text, ""] if text else []


def _type(field: dict[str, Any], schema: dict[str, Any]) -> str:
    """A JSON Schema type in a few words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        target = schema.get("$defs", {}).get(name, {})
        if "enum" in target:
            return " \\| ".join(f"`{value}`" for value in target["enum"])
        return "[x0, top, x1, bottom]" if target.get("type") == "array" else f"[{name}](#{name.lower()})"
    if "enum" in field:
        return " \\| ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return " \\| ".join(_type(option, schema) for option in field["anyOf"])
    if field.get("type") == "array":
        inner = field.get("items") or next(iter(field.get("prefixItems", [])), {})
        if "prefixItems" in field and "items" not in field:
            return "[x0, top, x1, bottom]"
        return f"list of {_type(inner, schema)}"
    if field.get("type") == "object":
        inner = field.get("additionalProperties")
        return f"mapping to {_type(inner, schema)}" if isinstance(inner, dict) else "object"
    return str(field.get("type", "any"))


def picture() -> bytes:
    """docs/inspect.png: what the reader saw on a page of a sample."""
    from report_extract.present.picture import page_pictures

    ((_, png),) = page_pictures(SAMPLE, pages=str(SAMPLE_PAGE), password=None, ocr=False)
    return png


def readme() -> str:
    """README.md with what `extract` says about two sample documents, and one metric of its JSON."""
    text = README.read_text(encoding="utf-8")
    said, facts = _extracted()
    metric = next(m for m in facts["metrics"] if m["value"] == SAMPLE_VALUE and m["role"] == "current")
    metric["evidence"] = [{k: v for k, v in piece.items() if k != "boxes"} for piece in metric["evidence"][:1]]
    text = _filled(text, "extract", f"```text\n{said}```")
    return _filled(text, "metric", f"```json\n{_compact(metric)}\n```")


def _extracted() -> tuple[str, dict[str, Any]]:
    """What the command prints at 88 columns, and the JSON of the report."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "report_extract", "extract", SAMPLE.name, COVER.name, "--out", folder]
        environment = {**os.environ, "COLUMNS": "88"}
        done = subprocess.run(command, cwd=SAMPLE.parent, env=environment, capture_output=True, text=True, check=True)
        facts = json.loads((Path(folder) / f"{SAMPLE.stem}.json").read_text(encoding="utf-8"))
    lines = [line.rstrip() for line in done.stderr.replace(folder, "out").splitlines()]
    return "\n".join(["$ report-extract extract annual-report.pdf cover-saltmarsh.pdf", *lines, ""]), facts


def _compact(metric: dict[str, Any]) -> str:
    """One field a line, what is inside a field on its line."""
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in metric.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def _filled(text: str, name: str, content: str) -> str:
    before, begin, rest = text.partition(f"<!-- output: {name} -->\n")
    return before + begin + content + "\n" + rest[rest.index("<!-- end -->") :]


def main() -> None:
    (HERE / "cli.md").write_text(cli_page(), encoding="utf-8")
    (HERE / "json.md").write_text(json_page(), encoding="utf-8")
    (HERE / "inspect.png").write_bytes(picture())
    README.write_text(readme(), encoding="utf-8")
    print(f"README.md, cli.md, json.md and inspect.png written to {HERE}", file=sys.stderr)


if __name__ == "__main__":
    main()
