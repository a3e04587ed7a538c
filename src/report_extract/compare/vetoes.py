"""Words that tell two labels apart, however alike the rest of them is."""

from __future__ import annotations

from collections.abc import Iterable

from report_extract.rules.kinds.vetoes import Veto


class Vetoes:
    """The rules of one kind, asked about pairs of labels."""

    def __init__(self, rules: Iterable[Veto]) -> None:
        self._rules = tuple(rules)
        self._seen: dict[str, tuple[dict[int, str], ...]] = {}

    def between(self, left: str, right: str) -> tuple[Veto, str, str] | None:
        """The first rule that keeps the two apart, with the words of each; None where none does."""
        for rule, a, b in zip(self._rules, self._groups(left), self._groups(right), strict=True):
            if _apart(a, b, or_none=rule.or_none):
                return rule, " ".join(a.values()), " ".join(b.values())
        return None

    def _groups(self, label: str) -> tuple[dict[int, str], ...]:
        """For each rule, which of its groups stand in the label, with the words that say so."""
        if label not in self._seen:
            text = label.lower()
            self._seen[label] = tuple(
                {i: str(m.group()) for i, group in enumerate(rule.groups) if (m := group.search(text))}
                for rule in self._rules
            )
        return self._seen[label]


def _apart(a: dict[int, str], b: dict[int, str], *, or_none: bool) -> bool:
    """Each holds a group that the other lacks; with `or_none`, one of them holding a group is enough."""
    if or_none:
        return a.keys() != b.keys()
    return bool(a.keys() - b.keys()) and bool(b.keys() - a.keys())
