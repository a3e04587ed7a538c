"""The figures of each edition. Where 2023/24 as printed in the later report differs from what the earlier report
printed, the later report restates it: `serious` and `elearning` do, on purpose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    year: str
    before: str
    after: str
    snapshot: str  # the day of the snapshot figures
    spring: str  # the calendar year of that day
    n: dict[str, int]
    latest: bool


_FIGURES = {
    # name: (2022/23, 2023/24, 2024/25)
    "contacts": (5_870, 6_240, 6_788),
    "referrals": (1_480, 1_512, 1_590),
    "rereferral": (22, 21, 18),
    "assessments": (1_301, 1_344, 1_402),
    "on_time": (79, 82, 87),
    "s47": (402, 418, 391),
    "icpc": (171, 176, 164),
    "cpp": (139, 146, 131),
    "cin": (702, 688, 655),
    "cla": (214, 221, 229),
    "uasc": (17, 23, 26),
    "eh": (870, 912, 1_034),
    "lado": (341, 374, 412),
    "lado_met": (71, 74, 69),
    "missing": (288, 305, 276),
    "missing_children": (117, 124, 119),
    "rhi": (74, 77, 84),
    "sessions": (41, 48, 56),
    "booked": (1_190, 1_264, 1_420),
    "attended": (842, 903, 1_037),
    "cancelled": (196, 203, 221),
    "dna": (152, 158, 162),
    "visitors": (8_310, 9_115, 10_402),
    "subscribers": (612, 688, 731),
    "s11": (17, 18, 19),
    "audits": (4, 4, 5),
    "cases": (38, 42, 48),
    "serious": (4, 6, 5),
    "elearning": (2_015, 2_240, 2_655),
}
FIRST_STATED = {"elearning": 2_240, "missing": 305}
RESTATED = {"elearning": 2_204, "missing": 311}  # as the later report gives them for 2023/24


def edition(year: str) -> Edition:
    column = {"2023/24": 1, "2024/25": 2}[year]
    now = {k: v[column] for k, v in _FIGURES.items()}
    before = {f"{k}_before": v[column - 1] for k, v in _FIGURES.items()}
    if column == 2:
        before |= {f"{k}_before": v for k, v in RESTATED.items()}
    start = int(year[:4])
    return Edition(
        year,
        f"{start - 1}/{start % 100:02d}",
        f"{start + 1}/{(start + 2) % 100:02d}",
        f"31 March {start + 1}",
        str(start + 1),
        now | before,
        column == 2,
    )


def change(e: Edition, name: str) -> tuple[int, str, str]:
    """Size of the change, "increase" or "decrease", and its printed whole-number percentage (half up)."""
    now, before = e.n[name], e.n[f"{name}_before"]
    size = abs(now - before)
    return size, "increase" if now > before else "decrease", f"{int(100 * size / before + 0.5)}%"


def num(value: int) -> str:
    return f"{value:,}"
