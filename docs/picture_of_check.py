"""Makes docs/check.png, a look at the page of a sample check; needs playwright and a Chromium, so `make docs` does not.

python docs/picture_of_check.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from report_extract.cli.leave import run

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "corpora" / "northmere-saltmarsh" / "2024-25"
CLAIM = "#claims .item.bad"  # the first claim that is contradicted


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page_file = Path(folder) / "check.html"
        cover, report = SAMPLES / "cover-saltmarsh.pdf", SAMPLES / "annual-report.pdf"
        run(["check", str(cover), str(report), "--html", str(page_file), "--out", folder, "--quiet"])
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.locator(CLAIM).first.screenshot(path=HERE / "check.png")
        browser.close()


if __name__ == "__main__":
    main()
