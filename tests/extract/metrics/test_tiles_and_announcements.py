"""What surrounds a figure: a tile's second line, a panel's title, a section's announcement, a list's introduction."""

from __future__ import annotations

from typing import Any

import pytest

from report_extract.extract.metrics import find_metrics
from report_extract.extract.metrics.selftest import document_of
from report_extract.language.scope import Scope
from report_extract.model.base import Box
from report_extract.model.document import Block, BlockKind, Document, Figure
from report_extract.rules.load import load_rules

BOOK = load_rules()
TWO_PLACES = "# Northmere and Saltmarsh Safeguarding Children Partnership\n\n"


def found(text: str) -> list[dict[str, Any]]:
    return of(document_of(text))


def of(document: Document) -> list[dict[str, Any]]:
    metrics = find_metrics(document, book=BOOK, reporting_year="2024/25")
    for metric in metrics:
        for e in metric.evidence:
            assert document.text[e.start : e.end] == e.quote
    return [m.model_dump(mode="json") for m in metrics]


def the(metrics: list[dict[str, Any]], value: float) -> dict[str, Any]:
    fitting = [m for m in metrics if m["value"] == value]
    assert len(fitting) == 1, [(m["label"], m["value"], m["period"], m["role"]) for m in metrics]
    return fitting[0]


def tiles(*lines: tuple[str, str | None, float]) -> Document:
    """A page of lines (text, label of a pair or None, distance from the top in points), one beneath the other."""
    plain = document_of("\n\n".join(text if label is None else f"{text} {label}" for text, label, _ in lines))
    blocks: list[Block] = []
    figures: list[Figure] = []
    at = 0
    for i, (text, label, top) in enumerate(lines):
        whole = text if label is None else f"{text} {label}"
        start = plain.text.index(whole, at)
        at = start + len(whole)
        box = Box(40, top, 180, top + (9 if label is None else 36))
        kind = BlockKind.paragraph if label is None else BlockKind.figure_pair
        blocks.append(plain.blocks[0].model_copy(update={"id": f"b{i}", "kind": kind, "text": whole, "bbox": box,
                                                         "start": start, "end": at}))  # fmt: skip
        if label is not None:
            figures.append(
                Figure(
                    id=f"f{i}",
                    kind="pair",
                    value_text=text,
                    label=label,
                    page=1,
                    bbox=box,
                    start=start,
                    end=at,
                    value_start=start,
                    value_end=start + len(text),
                )
            )
    return plain.model_copy(update={"blocks": tuple(blocks), "figures": tuple(figures), "outline": ()})


def tile(value: str, label: str, remark: str) -> list[dict[str, Any]]:
    return of(tiles((value, label, 100), (remark, None, 141)))


@pytest.mark.parametrize("remark", ["3,205 in 2023/24", "3,205 last year", "2023/24: 3,205", "down from 3,205"])
def test_a_second_line_with_an_earlier_value_is_of_the_same_thing(remark: str) -> None:
    out = tile("2,980", "section 47 enquiries", remark)
    now, before = the(out, 2980), the(out, 3205)
    assert (before["metric"], before["role"], before["period"]) == ("s47_enquiries", "previous", "2023/24")
    assert now["role"] == "current"
    assert now["period"] == "2024/25"
    assert now["compared_with"]["value"] == 3205
    assert now["direction"] == ("decrease" if "down" in remark else None)


@pytest.mark.parametrize(
    ("remark", "way"), [("▲ 7% on last year", "increase"), ("down 7%", "decrease"), ("↓ 7%", "decrease")]
)
def test_a_second_line_with_a_sign_is_the_change(remark: str, way: str) -> None:
    out = tile("412", "missing episodes", remark)
    change = the(out, 7)
    assert (change["metric"], change["role"], change["direction"]) == ("missing_episodes", "change_pct", way)
    assert the(out, 412)["direction"] == way


def test_targets_rates_and_other_places_of_a_tile() -> None:
    aim = the(tile("86%", "of assessments completed within 45 working days", "Target: 92%"), 92)
    assert (aim["role"], aim["metric"]) == ("target", "assess_45d_pct")
    rate = the(tile("310", "children looked after at 31 March 2025", "Rate 61 per 10,000"), 61)
    assert (rate["metric"], rate["unit"], rate["period"]) == ("cla_rate", "rate_per_10000", "31 March 2025")
    nation = the(tile("24%", "re-referrals within 12 months", "England 22%"), 22)
    assert (nation["area"], nation["metric"]) == ("England", "csc_rereferral_pct")


def test_a_second_line_about_something_else_keeps_its_own_name() -> None:
    out = tile("530", "missing episodes", "involving 204 children")
    assert the(out, 204)["metric"] == "missing_children_all"
    assert the(out, 204)["role"] == "current"


def test_a_bracket_in_a_caption_is_a_remark() -> None:
    out = of(tiles(("840", "people trained (2023/24: 790)", 100)))
    assert the(out, 840)["period"] == "2024/25"
    assert (the(out, 790)["role"], the(out, 790)["period"]) == ("previous", "2023/24")


def test_a_line_far_below_a_tile_is_not_its_remark() -> None:
    out = of(tiles(("530", "missing episodes", 100), ("In 2023/24 we held 12 events", None, 300)))
    assert the(out, 12)["metric"] is None
    assert the(out, 530)["compared_with"] is None


def test_the_title_of_a_panel_dates_its_tiles_and_no_others() -> None:
    title = ("On 31 March 2025", None, 80.0)
    out = of(tiles(title, ("210", "children looked after", 100), ("77", "child protection plans", 150)))
    assert {m["period"] for m in out} == {"31 March 2025"}
    out = of(tiles(title, ("210", "children looked after", 100), ("412", "missing episodes", 400)))
    assert [m["period"] for m in out] == ["31 March 2025", "2024/25"]


def test_a_tile_alone_with_an_earlier_year_is_the_latest_figure() -> None:
    assert the(of(tiles(("17.2%", "live in low income families (2022/23)", 100))), 17.2)["role"] == "share"


def test_a_section_announces_the_period_of_its_figures() -> None:
    said = "## Schools\n\nAttendance data are for the academic year 2023/24.\n\n"
    out = found(
        said + "Persistent absence was 18.2%, down from 20.4% in 2022/23.\n\n## Police\n\nThere were 9 arrests."
    )
    assert the(out, 18.2)["period"] == "2023/24 academic year"
    assert the(out, 20.4)["period"] == "2022/23 academic year"
    assert the(out, 9)["period"] == "2024/25"


def test_announcements_of_two_kinds_of_figures_announce_nothing() -> None:
    said = "## Notes\n\nCouncil figures are for 2024/25. School figures are for the academic year 2023/24.\n\n"
    assert the(found(said + "There were 31 visits."), 31)["period"] == "2024/25"


def test_items_have_the_period_of_the_sentence_that_introduces_them() -> None:
    said = "A survey of staff in January 2025 had 310 replies:\n\n- 81% feel supported.\n\nThere were 12 events."
    out = found(said)
    assert the(out, 81)["period"] == "January 2025"
    assert the(out, 12)["period"] == "2024/25"


def test_a_date_of_another_deed_or_of_one_of_several_is_not_the_figures() -> None:
    assert the(found("Five panels were held, the last in May 2025."), 5)["period"] == "2024/25"
    assert the(found("We held 112 visits, half as many as in 2022/23."), 112)["period"] == "2024/25"
    out = found("Wardens made 240 referrals, more than double the 105 made in 2023/24.")
    assert (the(out, 240)["role"], the(out, 240)["period"]) == ("current", "2024/25")
    assert (the(out, 105)["role"], the(out, 105)["period"]) == ("previous", "2023/24")


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        ("The share of cases stepped up to social care fell to 7.5% from 9.1%.", 7.5, "decrease"),
        ("Thefts fell by a quarter, from 40 offences to 30.", 30, "decrease"),
        ("Vacancies among staff halved, from 20% to 10%.", 10, "decrease"),
        ("Caseloads are up from 12 to 18; this worries us.", 18, "increase"),
    ],
)
def test_the_verb_nearest_to_the_number_tells_the_way(text: str, value: float, way: str) -> None:
    assert the(found(text), value)["direction"] == way


def test_two_places_have_their_own_figures_by_turns() -> None:
    out = found(
        TWO_PLACES + "In Northmere 310 contacts were made to the LADO, in Saltmarsh 205. Both are higher than a year "
        "earlier, by 24 and 11 respectively."
    )
    assert [(the(out, v)["area"], the(out, v)["metric"]) for v in (310, 205, 24, 11)] == [
        ("Northmere", "lado_contacts"), ("Saltmarsh", "lado_contacts"),
        ("Northmere", "lado_contacts"), ("Saltmarsh", "lado_contacts"),
    ]  # fmt: skip
    assert the(out, 24)["role"] == the(out, 11)["role"] == "change_abs"


def test_a_row_that_ends_with_a_place_is_that_places() -> None:
    out = found(TWO_PLACES + "| At 31 March | 2025 |\n|---|---|\n| Vacancies, Saltmarsh | 14% |\n")
    assert the(out, 14)["area"] == "Saltmarsh"


def test_a_dated_row_without_its_like_is_not_of_an_earlier_time() -> None:
    head = "| Measure | Northmere |\n|---|---|\n"
    assert the(found(TWO_PLACES + head + "| Children in poverty (2022/23) | 31% |\n"), 31)["role"] == "share"
    both = "| Children in poverty (2023/24) | 31% |\n| Children in poverty (2024/25) | 29% |\n"
    assert the(found(TWO_PLACES + head + both), 31)["role"] == "previous"


@pytest.mark.parametrize(
    "text",
    [
        "“That made the difference.” (young person, 16)",
        "Factors add up to more than 100%.",
        "Rates are for each 10,000 children aged 0 to 17.",
        "A boy of 12 came.",
        "The year in six sentences",
    ],
)
def test_ages_definitions_and_announcements_are_no_figures(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "name",
    [
        "Northmere Children's Safeguarding Partnership",
        "Northmere Safeguarding Children and Young People Partnership",
        "Northmere Children and Families Safeguarding Partnership",
        "Northmere Safeguarding Partnership for Children",
        "Northmere Multi-Agency Safeguarding Arrangements",
        "Northmere Local Safeguarding Children Board",
    ],
)
def test_any_usual_name_of_a_partnership_gives_its_place(name: str) -> None:
    document = document_of(f"# Annual report\n\nThe {name} met in May. There were 31 contacts to the LADO.")
    assert Scope(document, book=BOOK).whole == "Northmere"
    assert the(of(document), 31)["area"] == "Northmere"
