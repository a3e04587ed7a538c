"""`python corpora/generate [FOLDER]` writes every sample and its gold (default: into corpora/)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path = [
    p for p in sys.path if Path(p).resolve() != ROOT / "corpora" / "generate"
]  # no module of ours may shadow another
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from corpora.generate.everything import outputs  # noqa: E402


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpora"
    for name, content in outputs():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{len(content):>9,}  {name}")


if __name__ == "__main__":
    main()
