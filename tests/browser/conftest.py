"""A real browser, offline: any request that leaves the page is recorded and refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from report_extract.model.checks import CheckReport
from report_extract.present.check_html import Picture, render, wanted_shots
from report_extract.present.check_html.draw import draw_crops
from tests.present.check.making import cover, full_report, hostile_report, source


@dataclass
class Visit:
    """An opened page, what it said on its console, and what it asked the world for."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def visible(self, selector: str) -> list[str]:
        """The ids of the elements that can be seen."""
        return [e.get_attribute("id") for e in self.page.query_selector_all(selector) if e.is_visible()]

    @property
    def current(self) -> str | None:
        """The id of the item that has the focus."""
        found: str | None = self.page.evaluate("document.activeElement && document.activeElement.id")
        return found


class Opener:
    """Opens a file with given settings of the browser."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._contexts: list[Any] = []

    def __call__(self, file: Path, *, at: str = "", width: int = 1280, **settings: Any) -> Visit:
        context = self._browser.new_context(viewport={"width": width, "height": 900}, **settings)
        self._contexts.append(context)
        visit = Visit(context.new_page())
        page = visit.page
        page.on("console", lambda message: visit.said.append(message.text))
        page.on("pageerror", lambda error: visit.said.append(str(error)))
        page.on("dialog", lambda dialog: (visit.said.append(dialog.message), dialog.dismiss()))

        def judge(route: Any) -> None:
            if route.request.url.split("#")[0] == file.as_uri():
                route.continue_()
            else:
                visit.asked.append(route.request.url)
                route.abort()

        page.route("**/*", judge)
        page.goto(file.as_uri() + at)
        return visit

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Opener]:
    opener = Opener(browser)
    yield opener
    opener.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A check with one of everything, with its pictures."""
    return _written(full_report(), tmp_path_factory.mktemp("page") / "check.html")


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A check in which every text would like to be a program."""
    return _written(hostile_report(), tmp_path_factory.mktemp("page") / "hostile.html")


def _written(report: CheckReport, path: Path) -> Path:
    papers = {"cover": cover(), "source": source()}
    pictures = {}
    for shot in wanted_shots(report, cover=cover(), source=source()):
        file = Path(papers[shot.side].file)
        ((_, media_type, content),) = draw_crops(
            file, crops=[(shot.page, tuple(shot.crop))], password=None, most_bytes=10**6
        )
        pictures[shot] = Picture(media_type, content)
    path.write_text(render(report, cover=cover(), source=source(), pictures=pictures), encoding="utf-8")
    return path
