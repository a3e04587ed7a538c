"""The page of a comparison: one file that nothing foreign can act in, with the numbers in words and tables too."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser

import pytest

from report_extract import compare
from report_extract.model.comparison import Comparison
from report_extract.present.compare_html import render
from tests.compare.making import ASHCOMBE, metric, priority, recommendation, report

HOSTILE = '"><script>alert(1)</script><img src=http://t/p.png onerror=alert(1)>\x1b[31m\u202e'


def years(*, name: str = "assessments in 45 days", title: str = "Babies first") -> Comparison:
    made = []
    for year, value in (("2022/23", 79), ("2023/24", 82), ("2024/25", 87)):
        share = {"unit": "percent", "value_text": f"{value}%"}
        made.append(
            report(
                year,
                metrics=[
                    metric(name, value, "assess_45d_pct", **share),
                    metric("pupils seen", value, "survey_responses"),
                ],
                priorities=[priority(title)],
                recommendations=[recommendation(f"Ask {title}", source="LCSPR Child Wren", number=1)],
            )
        )
    return compare(*made)


class _Page(HTMLParser):
    """What a browser would build: the elements with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_text_stays_text() -> None:
    page = _Page(render(years(name=f"assessments {HOSTILE}", title=HOSTILE)))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [tag for tag, _ in page.elements if tag == "img"]
    assert not [a for _, attributes in page.elements for a in attributes if a.startswith("on")]
    assert "<script>alert(1)</script>" in page.text
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text


def test_nothing_is_loaded_and_only_our_style_and_script_may_run() -> None:
    page = _Page(render(years()))
    (policy,) = [a["content"] for t, a in page.elements if t == "meta" and "http-equiv" in a]
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    addresses = [v for _, a in page.elements for n, v in a.items() if n in ("src", "href", "xlink:href") and v]
    assert all(v.startswith("#") for v in addresses)
    assert not [a for _, a in page.elements if "style" in a]  # the policy would not apply them


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    page = _Page(render(years()))
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    used = {v[1:] for _, a in page.elements for n, v in a.items() if n in ("href", "xlink:href") and v}
    used |= {i for _, a in page.elements for i in (a.get("aria-labelledby") or "").split()}
    assert used <= set(ids)


def test_the_same_comparison_gives_the_same_page() -> None:
    assert render(years()) == render(years())


def test_charts_have_a_text_and_a_table() -> None:
    pytest.importorskip("matplotlib")
    page = render(years())
    assert re.findall(r'<title id="(chart-[a-z-]+)-title">', page) == ["chart-percent", "chart-trends"]
    (read_out,) = re.findall(r'<desc id="chart-percent-text">(.*?)</desc>', page)
    assert read_out.endswith(": 79% in 2022/23, 82% in 2023/24, 87% in 2024/25.")
    assert page.count("The numbers of this chart") == 2
    assert "<style" not in page[page.index("<main") :]


def test_without_matplotlib_the_tables_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("report_extract.present.compare_html.draw")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = render(years())
    assert "Charts are left out: they need matplotlib" in page
    assert 'class="chart"' not in page
    assert "87%" in page


def test_every_value_has_its_passage() -> None:
    page = render(years())
    assert page.count("<blockquote>79% assessments in 45 days</blockquote>") == 1
    assert "2022/23, page 3" in page


def test_priorities_flow_from_year_to_year() -> None:
    page = render(years())
    assert page.count('class="band plain"') == 2
    assert "Kept: Babies first." in page


def test_partnerships_are_side_by_side() -> None:
    ours = report(metrics=[metric("sessions", 48, "train_sessions")], priorities=[priority("Babies first")])
    theirs = report(partnership=ASHCOMBE, metrics=[metric("sessions", 56, "train_sessions")])
    page = render(compare(ours, theirs))
    assert "Papers side by side" in page
    assert ">Northmere</th>" in page
    assert ">Difference</th>" in page
    assert "Change</th>" not in page


def test_one_paper_alone_has_a_page() -> None:
    assert "Only one document was given" in render(compare(report()))
