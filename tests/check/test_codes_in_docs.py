"""Every code of a flag is explained in docs/check.md."""

from __future__ import annotations

import re
from pathlib import Path

from report_extract.rules.kinds.wording import WordingRule
from report_extract.rules.load import load_rules

ROOT = Path(__file__).parents[2]


def test_every_code_that_a_check_can_give_is_in_the_docs() -> None:
    sources = [
        p for folder in ("figures", "wording") for p in (ROOT / "src/report_extract/check" / folder).glob("*.py")
    ]
    text = "\n".join(p.read_text(encoding="utf-8") for p in sources)
    written = set(re.findall(r'(?:code=|code, stated = |code, stated, computed = |Misfit\(\s*)"([a-z_]+)"', text))
    ruled = {rule.code for rule in load_rules().of(WordingRule)}
    explained = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs/check.md").read_text(encoding="utf-8")))
    assert len(written) > 20
    assert written | ruled <= explained
