"""The check page in a real browser: it opens, filters, steps and links, without a word to anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Opener

ALL = ["c2", "c3", "c1", "f1", "w1", "w2", "v1", "v2", "r1", "r2", "r3"]


def test_it_opens_without_error_or_request(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    assert seen.visible(".item") == ALL
    assert seen.said == []
    assert seen.asked == []


def test_pictures_are_painted(visit: Opener, page_file: Path) -> None:
    """A picture whose data the policy refused, or that refers to nothing, would be plain white."""
    seen = visit(page_file)
    picture = seen.page.locator("#c2 .paperpicture").first
    picture.scroll_into_view_if_needed()
    assert picture.bounding_box()["width"] > 200
    shades = seen.page.evaluate(
        """async (svg) => {
            const use = document.querySelector(svg.querySelector('use').getAttribute('href'));
            const image = new Image();
            image.src = use.getAttribute('href');
            await image.decode();
            return [image.naturalWidth, image.naturalHeight];
        }""",
        picture.element_handle(),
    )
    assert min(shades) > 50
    assert seen.page.locator("#c2 .mark").count() >= 2
    assert seen.said == []


def test_a_filter_shows_its_verdict_and_says_what_it_hides(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.click('#claims [data-value="contradicted"]')
    assert seen.visible("#claims .item") == ["c2"]
    assert "Showing 1 of 3" in seen.page.inner_text("#claims .showing")
    assert seen.visible("#wording .item") == ["w1", "w2"]
    seen.page.click('#claims [data-value=""]')
    assert seen.visible("#claims .item") == ["c2", "c3", "c1"]
    assert not seen.page.is_visible("#claims .showing")


def test_filters_by_paper_join_with_those_by_severity(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.click('#wording [data-value="cover"]')
    assert seen.visible("#wording .item") == ["w1"]
    seen.page.click('#wording [data-value="info"]')
    assert seen.visible("#wording .item") == []
    seen.page.click('#wording [data-value="cover"]')
    assert seen.visible("#wording .item") == ["w2"]


def test_a_number_of_the_summary_leads_to_its_items(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.click('[data-show="claims:not_found"]')
    assert seen.visible("#claims .item") == ["c3"]
    assert seen.page.url.endswith("#claims")


def test_n_and_p_visit_what_is_shown(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.keyboard.press("n")
    assert seen.current == "c2"
    seen.page.click('#claims [data-value="not_found"]')
    for key, expected in (("n", "c3"), ("n", "f1"), ("p", "c3"), ("p", "c3")):
        seen.page.keyboard.press(key)
        assert seen.current == expected
    assert seen.page.url.endswith("#c3")
    seen.page.keyboard.press("Control+p")
    assert seen.current == "c3"


def test_buttons_step_as_the_keys_do(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file, width=400)
    seen.page.click('[data-step="1"]')
    seen.page.click('[data-step="1"]')
    assert seen.current == "c3"
    seen.page.click('[data-step="-1"]')
    assert seen.current == "c2"


def test_help_opens_and_closes(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.keyboard.press("?")
    assert seen.page.is_visible("#help")
    seen.page.keyboard.press("n")
    assert seen.visible("#help") == ["help"]
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#help")


def test_a_deep_link_shows_its_item_whatever_the_filter_says(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file, at="#r2")
    assert seen.current == "r2"
    assert seen.page.evaluate("document.getElementById('r2').getBoundingClientRect().top") < 200
    seen.page.click('#claims [data-value="supported"]')
    seen.page.evaluate("location.hash = '#c3'")
    seen.page.wait_for_function("document.activeElement.id === 'c3'")
    assert seen.visible("#claims .item") == ["c2", "c3", "c1"]


def test_without_javascript_everything_is_there(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file, java_script_enabled=False)
    assert seen.visible(".item") == ALL
    assert seen.visible("#u1") == ["u1"]
    assert not seen.page.is_visible(".filters")
    assert not seen.page.is_visible(".steps")
    assert not seen.page.is_visible("#help")
    assert seen.page.locator(".paperpicture").first.is_visible()


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out(visit: Opener, page_file: Path, width: int, scheme: str) -> None:
    seen = visit(page_file, width=width, color_scheme=scheme)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_leaves_the_tools_away_and_keeps_the_words(visit: Opener, page_file: Path) -> None:
    seen = visit(page_file)
    seen.page.emulate_media(media="print")
    assert seen.visible(".item") == ALL
    for tool in (".bar", ".filters", ".anchor"):
        assert not seen.page.is_visible(tool)
    assert seen.page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("script", [True, False])
def test_hostile_text_is_inert(visit: Opener, hostile_file: Path, script: bool) -> None:
    seen = visit(hostile_file, java_script_enabled=script)
    assert seen.said == []
    assert seen.asked == []
    assert seen.visible(".item") == ALL
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("script").count() == 1
    assert "<script>boom()</script>" in seen.page.inner_text("#c1 h3")


def test_even_a_script_that_got_in_would_not_run(visit: Opener, page_file: Path, tmp_path: Path) -> None:
    """The policy is the second wall: what if escaping failed?"""
    broken = tmp_path / "broken.html"
    intruders = '<script>alert("in")</script><img src="https://example.org/x.png" onerror="alert(1)">'
    broken.write_text(page_file.read_text(encoding="utf-8").replace("</h1>", f"</h1>{intruders}"), encoding="utf-8")
    seen = visit(broken)
    assert seen.asked == []
    assert seen.said
    assert all("Content Security Policy" in said for said in seen.said)
    assert seen.visible(".item") == ALL
