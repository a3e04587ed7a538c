"""Where captions stand around their numbers, and how badly each suits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from report_extract.assignment import assign
from report_extract.model.base import Box
from report_extract.read.figures.captions import Caption
from report_extract.read.figures.markers import BigNumber
from report_extract.read.rawpage import RawPage

# Costs are distances in points; a caption further than this belongs to something else.
TOO_FAR = 75.0
# Captions left of their number are rare, captions beneath and beside are the rule: ties go that way.
PRIOR = {"beneath": 0.0, "beside": 2.0, "above": 6.0, "before": 14.0}
# What stands in brackets, or says what the number was, is a caption only where there is no other (points).
ASIDE = 30.0
# So is the small print under a number that has larger words close above it, and what stands beyond a rule.
SMALL_PRINT = 20.0
BEYOND_RULE = 40.0
# Most numbers of one look have their captions at one place: another place costs this much more.
UNUSUAL = 20.0
# Numbers from which on there is a rule of the page, and the part of them that must follow it.
FEWEST_ALIKE, MOST_OF_THEM = 3, 0.7
# A caption beneath or above is centred on its number or starts with it; a caption beside is on its height.
OFF_CENTER = 0.5  # of the misalignment in points
SMALLER = 0.95  # of the size of the words above
CLOSE = 1.0  # ems of a caption from its number
THIN, SHORTEST_RULE, DOTS = 1.6, 30.0, 6.0  # points: height of a rule, its least length, space between its dots


def matched(page: RawPage, numbers: Sequence[BigNumber], captions: Sequence[Caption]) -> dict[int, int]:
    """Number → caption, so that all are served best and numbers of one look have theirs at one place."""
    rules = _rules(page)
    costs = [[_costs(n, c, captions, rules) for c in captions] for n in numbers]
    first = assign([[min(places.values(), default=TOO_FAR + 1) for places in row] for row in costs], limit=TOO_FAR)
    usual = _usual_places(numbers, {n: min(costs[n][c], key=costs[n][c].__getitem__) for n, c in first.items()})
    if not usual:
        return first
    return assign([[_in_place(p, usual.get(n)) for p in row] for n, row in enumerate(costs)], limit=TOO_FAR)


def _in_place(places: Mapping[str, float], usual: str | None) -> float:
    return min((c + UNUSUAL * (usual not in (None, p)) for p, c in places.items()), default=TOO_FAR + 1)


def _usual_places(numbers: Sequence[BigNumber], taken: Mapping[int, str]) -> dict[int, str]:
    """The place that most numbers of one look in one column or row share, for those that could go another way."""
    looks: dict[tuple[int, bool, int], list[int]] = defaultdict(list)
    for n in taken:
        looks[round(numbers[n].size), numbers[n].on_shape, round(numbers[n].box.x0 / 6)].append(n)
    usual: dict[int, str] = {}
    for alike in looks.values():
        place, count = Counter(taken[n] for n in alike).most_common(1)[0]
        if len(alike) >= FEWEST_ALIKE and MOST_OF_THEM * len(alike) <= count < len(alike):
            usual.update(dict.fromkeys(alike, place))
    return usual


def _costs(number: BigNumber, caption: Caption, captions: Sequence[Caption], rules: Sequence[Box]) -> dict[str, float]:
    """Place → how badly the caption suits the number there; {} where it cannot be its caption."""
    if caption.size > number.size * 0.9 and not number.on_shape:
        return {}
    costs = _place_costs(number, caption)
    if not costs or min(costs.values()) > TOO_FAR:
        return {}
    more = ASIDE * caption.aside + BEYOND_RULE * _is_between(rules, number.box, caption.box)
    costs = {place: cost + more for place, cost in costs.items()}
    if "beneath" in costs and any(_is_label_above(c, number, caption) for c in captions):
        costs["beneath"] += SMALL_PRINT
    return costs


def _place_costs(number: BigNumber, caption: Caption) -> dict[str, float]:
    box, text = number.box, caption.box
    em = caption.size
    costs: dict[str, float] = {}
    shared_x = min(box.x1, text.x1) - max(box.x0, text.x0)
    shared_y = min(box.bottom, text.bottom) - max(box.top, text.top)
    off_center = min(abs(box.center[0] - text.center[0]), abs(box.x0 - text.x0) + 1)
    off_level = min(abs(box.center[1] - text.center[1]), abs(box.top - text.top), abs(box.bottom - text.bottom))
    if shared_x > 0.3 * min(box.width, text.width):
        if text.top >= box.bottom - 0.4 * em:
            costs["beneath"] = max(0.0, text.top - box.bottom) + OFF_CENTER * off_center
        if text.bottom <= box.top + 0.4 * em:
            costs["above"] = max(0.0, box.top - text.bottom) + OFF_CENTER * off_center
    if shared_y > 0.4 * min(box.height, text.height):
        if text.x0 >= box.x1 - 0.4 * em:
            costs["beside"] = max(0.0, text.x0 - box.x1) + OFF_CENTER * off_level
        if text.x1 <= box.x0 + 0.4 * em:
            costs["before"] = max(0.0, box.x0 - text.x1) + OFF_CENTER * off_level
    return {place: cost + PRIOR[place] for place, cost in costs.items()}


def _is_label_above(other: Caption, number: BigNumber, below: Caption) -> bool:
    """Larger words than those beneath the number, close above it and aligned with it, no remark themselves."""
    box, text = number.box, other.box
    if other.aside or below.size > SMALLER * other.size or other.size > 0.9 * number.size:
        return False
    aligned = abs(text.x0 - box.x0) <= 3 or abs(text.center[0] - box.center[0]) <= 3 or abs(text.x1 - box.x1) <= 3
    return aligned and -0.4 * other.size <= box.top - text.bottom <= CLOSE * other.size


def _is_between(rules: Sequence[Box], number: Box, text: Box) -> bool:
    """A rule runs between the two, over the breadth that they share."""
    upper, lower = (number, text) if number.center[1] < text.center[1] else (text, number)
    left, right = max(number.x0, text.x0), min(number.x1, text.x1)
    return any(
        upper.center[1] < r.center[1] < lower.center[1] and r.x0 <= left + 2 and r.x1 >= right - 2 for r in rules
    )


def _rules(page: RawPage) -> list[Box]:
    """Level rules, drawn in one piece or dotted."""
    lines: dict[int, list[Box]] = defaultdict(list)
    for shape in page.shapes:
        box = shape.box
        if box.bottom - box.top <= THIN and (shape.fill or shape.stroke):
            lines[round(box.top)].append(box)
    rules: list[Box] = []
    for pieces in lines.values():
        run: Box | None = None
        for box in sorted(pieces, key=lambda b: b.x0):
            if run is not None and box.x0 - run.x1 <= DOTS:
                run = Box(run.x0, run.top, max(run.x1, box.x1), run.bottom)
                continue
            rules += [run] if run is not None and run.width >= SHORTEST_RULE else []
            run = box
        rules += [run] if run is not None and run.width >= SHORTEST_RULE else []
    return rules
