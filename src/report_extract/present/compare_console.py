"""The comparison on a terminal: what limits it, changes, restated values, priorities, recommendations."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from report_extract.model.comparison import Comparison, MetricChange, MetricStatus
from report_extract.present import compare_words as words
from report_extract.present.check_labels import counted
from report_extract.write.plain import one_line

# A terminal is for a first look: of more than so many the rest is in the JSON and the page.
_ROWS_SHOWN = 24
_STYLES = {"good": "green", "bad": "bold red", "open": "yellow", "plain": "dim"}
# From this width on a reason stands beside its row; below, under it.
_WIDE = 110
_NAME_LONGEST = 90


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Everything that a reader has to know first; what stands in one paper only is counted."""
    console.print(Text(one_line(words.title(comparison)), style="bold"), soft_wrap=True)
    console.print(Text(words.headline(comparison)))
    for note in comparison.notes:
        console.print(Text(f"· {one_line(note)}", style="dim"))
    groups = words.in_groups(comparison.metrics)
    for status in (MetricStatus.changed, MetricStatus.not_comparable):
        _show_metrics(console, comparison, status.value, groups[status.value])
    _show_counts(console, groups)
    _show_restated(console, comparison)
    _show_priorities(console, comparison)
    _show_recommendations(console, comparison)


def _heading(console: Console, text: str, about: str = "") -> None:
    console.print()
    console.print(Text.assemble((text, "bold"), (f"  {about}" if about else "", "dim")), soft_wrap=True)


def _state(state: str, comparison: Comparison) -> Text:
    label = words.label_of(state, comparison.axis)
    return Text(label.word.lower(), style=_STYLES[label.tone])


def _show_metrics(console: Console, comparison: Comparison, status: str, rows: Sequence[MetricChange]) -> None:
    if not rows:
        return
    label = words.label_of(status, comparison.axis)
    _heading(console, label.word, counted(len(rows), "metric"))
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, expand=True, header_style="dim")
    table.add_column("", ratio=1, overflow="fold")
    for heading in words.headings(comparison):
        table.add_column(Text(one_line(heading, longest=24)), justify="right", overflow="fold", max_width=16)
    table.add_column("", justify="right", overflow="fold", max_width=18)
    for row in rows[:_ROWS_SHOWN]:
        table.add_row(_name(row, console.width), *_values(row, comparison), _outcome(row, comparison))
    console.print(table)
    if len(rows) > _ROWS_SHOWN:
        console.print(Text(f"and {len(rows) - _ROWS_SHOWN} more, in the JSON and the page", style="dim"))


def _name(row: MetricChange, width: int) -> Text:
    name = one_line(words.name_of(row), longest=_NAME_LONGEST)
    label = one_line(row.label, longest=_NAME_LONGEST)
    about = [
        row.area or "",
        row.agency if row.agency != row.area and row.agency else "",
        label if row.catalogue_label and label.lower() != name.lower() and width >= _WIDE else "",
    ]
    why = row.why if row.status is MetricStatus.not_comparable else None
    lines = [", ".join(filter(None, about)), one_line(why or "")]
    return Text.assemble(name, *((f"\n  {line}", "dim") for line in lines if line))


def _values(row: MetricChange, comparison: Comparison) -> list[Text]:
    cells = []
    for document in range(len(comparison.documents)):
        own = [v for v in row.values if v.document == document]
        several = len(own) > 1
        said = (f"{words.stated(v, row.unit)}{f' {v.area}' if several and v.area else ''}" for v in own)
        cells.append(Text("\n".join(one_line(s) for s in said)))
    return cells


def _outcome(row: MetricChange, comparison: Comparison) -> Text:
    said = words.change(row)
    state = words.state_of(row)
    if row.status is not MetricStatus.changed:
        return Text("")
    return Text.assemble(said, ("\n" if said else ""), _state(state, comparison)) if state != "changed" else Text(said)


def _show_counts(console: Console, groups: dict[str, list[MetricChange]]) -> None:
    same, alone = len(groups["same"]), len(groups["appeared"]) + len(groups["disappeared"])
    if same or alone:
        console.print(
            Text(f"\n{counted(same, 'metric')} the same, {alone} found in one paper only: in the JSON", style="dim")
        )


def _show_restated(console: Console, comparison: Comparison) -> None:
    if not comparison.restated:
        return
    differ = [r for r in comparison.restated if r.status == "restated"]
    alone = [r for r in comparison.restated if r.status == "first_not_at_hand"]
    agree = len(comparison.restated) - len(differ) - len(alone)
    about = f"{len(differ)} differ, {agree} agree, for {len(alone)} the earlier report is not at hand or silent"
    _heading(console, "Earlier values as later reports print them", about)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for justify in ("left", "right", "right"):
        table.add_column(justify=justify, ratio=1 if justify == "left" else None, overflow="fold")
    for r in (*differ, *alone)[:_ROWS_SHOWN]:
        about = ", ".join(filter(None, (r.area, r.period)))
        first = f"first {words.amount(r.first_stated, r.unit)}" if r.status == "restated" else ""
        name = Text.assemble(one_line(words.name_of(r), longest=_NAME_LONGEST), (f"\n  {one_line(about)}", "dim"))
        table.add_row(name, Text(first), Text(f"later {words.amount(r.later_stated, r.unit)}"))
    console.print(table)


def _show_priorities(console: Console, comparison: Comparison) -> None:
    if not comparison.priorities:
        return
    _heading(console, "Priorities")
    for p in comparison.priorities:
        titles = list(dict.fromkeys(one_line(t) for t in p.titles if t))
        line = Text.assemble(_state(p.status, comparison), "  ", " → ".join(titles))
        console.print(line)


def _show_recommendations(console: Console, comparison: Comparison) -> None:
    if not comparison.recommendations:
        return
    _heading(console, "Recommendations")
    for r in comparison.recommendations:
        number = f" {r.number}" if r.number is not None else ""
        moved = " → ".join(filter(None, (r.status_before, r.status_now)))
        source = one_line(f"{r.source or ''}{number}", longest=40)
        text = one_line(r.text, longest=_NAME_LONGEST)
        console.print(
            Text.assemble(
                _state(r.status, comparison), f"  {source}: " if source else "  ", text, (f"  {moved}", "dim")
            )
        )
