"""The HTML file: everything of the check is in it, it asks nobody for anything, and hostile text stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from report_extract.model.base import Box
from report_extract.present.check_html import Picture, Shot, render, wanted_shots
from report_extract.present.check_labels import LABELS
from tests.present.check.making import HOSTILE, cover, full_report, hostile_report, source

VOID = {"meta", "link", "img", "br", "hr", "input", "use", "image", "path", "rect", "circle"}


class Page(HTMLParser):
    """What a browser would make of it: elements with attributes, text, and whether all are closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["script"], ["style"]):
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture(scope="module")
def html() -> str:
    return render(full_report(), cover=cover(), source=source())


def test_everything_of_the_check_is_in_the_page(html: str) -> None:
    report, page = full_report(), Page(html)
    assert not page.faults
    for claim in report.claims:
        assert claim.claim in page.text
        assert LABELS[claim.verdict.value].word in page.text
    for said in ("The report says 77, the cover 68", "the second half", "the lines sum to 13", "4 could be 3"):
        assert said in page.text
    for said in ("An old year", "Not spelt out", "Harm in parks", "The wards", "Custom", "We shall see."):
        assert said in page.text
    assert "1,200 calculations" in page.text


def test_every_item_has_an_address_of_its_own(html: str) -> None:
    ids = [attributes["id"] for _, attributes in Page(html).elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    assert {"c1", "c2", "c3", "f1", "w1", "w2", "v1", "v2", "r1", "r2", "r3", "u1"} <= set(ids)
    linked = {a["href"][1:] for a in Page(html).all("a") if a.get("href", "").startswith("#")}
    assert linked <= set(ids)


def test_the_page_asks_nobody_for_anything(html: str) -> None:
    page = Page(html)
    loading = [a[name] for _, a in page.elements for name in ("src", "href", "srcset", "action") if name in a]
    assert all(value.startswith(("#", "data:")) for value in loading)
    assert not re.search(r"url\(|@import|https?://", html)
    assert not page.all("link")


def test_only_this_very_style_and_script_may_run(html: str) -> None:
    (policy,) = [a["content"] for a in Page(html).all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; img-src data:;")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not [name for _, attributes in Page(html).elements for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in Page(html).elements if "style" in attributes]


def test_hostile_text_stays_text() -> None:
    html, harmless = render(hostile_report()), render(full_report())
    page = Page(html)
    assert not page.faults
    for tag in ("script", "style", "img", "title"):
        assert len(page.all(tag)) == len(Page(harmless).all(tag))
    assert not [a for _, a in page.elements if "onerror" in a]
    assert "boom()" in page.text
    assert "{{ 7*7 }}" in page.text
    assert not {"\x1b", "\u202e"} & set(html)
    assert html.count(HOSTILE) == 0


def test_the_sender_s_folders_are_not_told(html: str) -> None:
    assert "somebody" not in html
    assert "cover-saltmarsh.pdf" in html


def test_the_same_picture_is_stored_once_and_shown_wherever_it_belongs() -> None:
    report = full_report()
    shots = wanted_shots(report, cover=cover(), source=source())
    same = Picture("image/png", b"the same everywhere")
    html = render(report, cover=cover(), source=source(), pictures=dict.fromkeys(shots, same))
    assert html.count("data:image/png;base64,") == 1
    assert html.count('<use href="#picture1"/>') >= len(shots) > 2
    assert html.count('class="mark"') >= len(shots)


def test_a_picture_that_was_not_drawn_is_left_out() -> None:
    other = Shot("cover", 1, Box(0, 0, 1, 1))
    html = render(full_report(), cover=cover(), source=source(), pictures={other: Picture("image/png", b"x")})
    assert 'class="shot"' not in html
    assert cover().blocks[3].text[:40] in html


def test_words_stand_in_their_surroundings() -> None:
    report = full_report()
    html = render(report, cover=cover(), source=source())
    assert re.search(r'<span class="around"></span><mark>Saltmarsh</mark><span class="around"> Council', html)
    alone = render(report)
    assert "<mark>" not in alone
    assert "<blockquote>Saltmarsh</blockquote>" in alone


@pytest.mark.parametrize("side", ["cover", "source"])
def test_one_paper_alone(side: str) -> None:
    report = full_report()
    none = {"claims": (), "unjudged": (), "coverage": ()}
    report = report.model_copy(update={**none, "source" if side == "cover" else "cover": None})
    page = Page(render(report))
    assert "One paper by itself" in page.text
    assert "claims" not in [a.get("id") for a in page.all("section")]
    assert "figures" in [a.get("id") for a in page.all("section")]


def test_nothing_found_is_said_and_not_shown_empty() -> None:
    report = full_report()
    lists = ("claims", "unjudged", "figures", "wording", "coverage", "requirements")
    summary = report.summary.model_copy(update={"claims": 0, "figures": 0, "wording": 0})
    page = Page(render(report.model_copy(update={**dict.fromkeys(lists, ()), "summary": summary})))
    assert "No statement of the cover could be checked" in page.text
    assert [a["id"] for a in page.all("section")] == ["summary", "reading"]


def test_what_has_to_be_looked_at_first_says_where_it_stands(html: str) -> None:
    first = Page(html).text.split("Look at these first")[1].split("Claims")[0]
    assert "cover, page 1" in first
    assert "report, page" in first


def test_that_nothing_is_wrong_is_said() -> None:
    report = full_report()
    supported = tuple(claim for claim in report.claims if claim.verdict.value == "supported")
    clean = report.model_copy(update={"claims": supported, "figures": (), "wording": ()})
    assert "Nothing is contradicted, and no error was found." in Page(render(clean)).text
