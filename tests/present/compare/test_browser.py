"""The page in a real browser: it opens without a fault, asks nobody for anything, fits a telephone, filters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from report_extract.present.compare_html import render
from tests.present.compare.test_page import years

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_it_opens_quietly_and_fits(browser: Any, tmp_path: Path, width: int, script: bool) -> None:
    file = tmp_path / "page.html"
    file.write_text(render(years()), encoding="utf-8")
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(file.as_uri())
    assert said == []
    assert page.locator("h1").inner_text() == "Northmere: 2022/23 to 2024/25"
    assert page.locator("#find").is_visible() is script
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_finding_hides_the_rest_and_says_so(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(render(years()), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    rows = page.locator(".metrics tbody tr:visible")
    before = rows.count()
    page.fill("#find", "pupils seen")
    assert (rows.count(), before) == (1, 2)
    assert page.locator(".showing").inner_text() == "Showing 1 of 2 metrics."
    page.fill("#find", "")
    assert rows.count() == before


def test_passages_open_on_click(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(render(years()), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    quote = page.locator("blockquote", has_text="79% assessments")
    assert not quote.is_visible()
    page.locator(".passages", has=quote).locator("summary").click()
    assert quote.is_visible()
