"""A run of `explain`: the item on the console, and a picture of its place where the original can be shown."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel
from rich.text import Text

from report_extract.corpus.naming import output_names
from report_extract.errors import WrongUsage
from report_extract.model.extraction import Extraction
from report_extract.present.console import notes, output, say
from report_extract.present.explain import list_items, show_item
from report_extract.present.inspect_run import must_be_png
from report_extract.present.items import evidence_of, facts_in, item_called, item_id
from report_extract.present.original import find_original
from report_extract.read.worker import Isolated
from report_extract.rules.load import load_rules
from report_extract.write.files import write_whole

_PDF = "application/pdf"


def present_item(
    result: Path,
    name: str | None,
    *,
    picture: Path | None,
    document: Path | None,
    password: str | None,
    rules: tuple[Path, ...],
) -> None:
    """Explains one item, or lists all. Raises WrongUsage for an item that is not there, or a picture asked in vain."""
    facts = facts_in(result)
    if name is None:
        list_items(output(), facts)
        return
    must_be_png(picture, option="--picture")
    kind, item = item_called(name, facts)
    show_item(output(), kind, item, book=load_rules(rules))
    try:
        path = draw_item(facts, item, result=result, picture=picture, document=document, password=password)
    except WrongUsage as why:
        if picture is not None or document is not None:
            raise
        say(notes(), "no picture", str(why), style="dim")
    else:
        output().print(Text(f"picture     {path}"), soft_wrap=True)


def draw_item(
    facts: Extraction,
    item: BaseModel,
    *,
    result: Path,
    picture: Path | None,
    document: Path | None,
    password: str | None,
) -> Path:
    """Writes the picture of the item's first page and returns its path. Raises WrongUsage with the reason for none."""
    pieces = evidence_of(item)
    if facts.document.media_type != _PDF:
        raise WrongUsage(f"{facts.document.file} is no PDF; pictures are made of PDFs only")
    if not pieces:
        raise WrongUsage(f"{item_id(item)} has no evidence")
    original = find_original(facts.document, result=result, given=document)
    if original.file is None:
        raise WrongUsage(original.why)
    page = pieces[0].page
    boxes = [tuple(box) for piece in pieces if piece.page == page for box in piece.boxes or (piece.bbox,)]
    with Isolated() as worker:
        png = worker.call(
            "report_extract.present.marked:marked_page", original.file, page=page, boxes=boxes, password=password
        )
    if png is None:
        raise WrongUsage(f"page {page} of {original.file} cannot be drawn")
    path = picture or result.parent / f"{output_names([result])[0]}-{item_id(item)}.png"
    write_whole(path, png)
    return path
