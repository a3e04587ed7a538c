"""Writes the pages of this folder that are made from the code: `make docs`. A test says when they are out of date."""

from __future__ import annotations

import io
import json
import os
import runpy
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


UNITS = {
    "count": "A number of things; so many a week or month are told by the label",
    "percent": 'Parts of a hundred: 12 for 12%, also for "one in eight" (12.5) and "a third" (33.3)',
    "percentage_points": "The difference of two percentages",
    "gbp": "Pounds sterling in full: 52000000 for £52m",
    "days": "Length of time, as are `weeks`, `months`, `years`, `hours`, `minutes` and `nights`",
    "weeks": "Length of time",
    "months": "Length of time",
    "years": "Length of time",
    "hours": "Length of time",
    "minutes": "Length of time",
    "nights": "Length of time",
    "rate_per_1000": "So many for each 1,000, of what the label says",
    "rate_per_10000": "So many for each 10,000",
    "rate_per_100000": "So many for each 100,000",
    "ratio": "Times as much",
    "rank": "Place in an order: 1 is the first",
    "grade": "Place on the scale of the catalogue's rule, worst first; `value_text` has the word",
}

_HOW_TO_READ = """\
**Nothing is guessed.** A value that the document does not state is `null`, or an empty list: never zero, never made up.
A stated nought is `0`. What was inferred is said: `inferred` for a metric's area and period, a notice for a date.

**Evidence.** Every fact carries the words that state it. With the document that `read` returns for the same bytes,
`document.text[start:end] == quote` holds; `page` is 1 for the file's first page (whatever number is printed on it);
`bbox` lies on that page, in points (1/72 inch) from its top left as displayed, and encloses all `boxes`, one for each
printed line. A span over a page break is two pieces. The first piece is the one to show; more pieces are more places
that state the same. `rule` is the rule that spoke (`report-extract rules show`), and `report-extract explain` shows
all this for one fact, with a picture.

**Names.** `id` is unique in one result and says nothing in another: across documents use `metric`, `theme`,
`partnership.id`, and the words. Fields are added in later versions, and none changes its meaning while `schema` stays.

**Time.** Dates are ISO (`2025-09-30`), or a month (`2025-09`). A `period` is a reporting year (`2024/25`), a day, month
or year as printed (`31 March 2025`, `May 2024`, `2021 Census`), a span (`February to April 2025`), or the words that
name it (`next three years`).

**Changes.** A metric whose `role` is `change_abs` or `change_pct` has a positive value and says its way in
`direction`; it has the `metric`, area and agency of what changed, as a `previous` value has. `compared_with` links a
current value to the previous one where both are stated.

**Confidence** is measured: [confidence.md](confidence.md) says how.

## Units"""


_CONFIDENCE = """\
# What a confidence is worth

Made by `make docs` from the sample documents and their gold (`benchmarks/calibration.py`). A metric is right when gold
has it with this value, unit and subject, and nothing that it says of catalogue id, period, area or role contradicts
gold. "Stated" is the mean confidence in the JSON, "right" the share that is right, "expected" what the other documents
alone would have said (leave one document out).

{buckets}

Confidence is the share that is right among all metrics found in the same way. Samples are invented; a report laid out
or worded in a way that none of them has may do worse.

{ways}

Whether area and period stand in the figure's own words (`inferred` names those that do not) is told and not counted:

{guesses}

Findings, recommendations and the other kinds carry no confidence. So many of those found on the samples are what gold
has, by wording:

{kinds}
"""


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
        "",
        *_HOW_TO_READ.splitlines(),
        "",
        "| unit | what `value` is |",
        "|---|---|",
        *(f"| `{unit}` | {meaning} |" for unit, meaning in UNITS.items()),
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


def confidence_page() -> str:
    """docs/confidence.md: what a stated confidence is worth on the samples."""
    sys.path.insert(0, str(HERE.parent))
    from benchmarks.accuracy import gold_files, run
    from benchmarks.calibration import as_markdown, tables

    buckets, ways, guesses, kinds = tables([run(path) for path in gold_files([])])
    return _CONFIDENCE.format(
        buckets=as_markdown(*buckets), ways=as_markdown(*ways), guesses=as_markdown(*guesses), kinds=as_markdown(*kinds)
    )


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
    (HERE / "confidence.md").write_text(confidence_page(), encoding="utf-8")
    (HERE / "inspect.png").write_bytes(picture())
    README.write_text(readme(), encoding="utf-8")
    runpy.run_path(str(HERE / "tutorial.py"), run_name="__main__")
    pages = "README.md, cli.md, json.md, confidence.md, tutorial.md and inspect.png"
    print(f"{pages} written to {HERE}", file=sys.stderr)


if __name__ == "__main__":
    main()
