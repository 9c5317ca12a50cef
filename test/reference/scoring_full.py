"""The full marks of measures."""

from fractions import Fraction

from exact import rounded
from scoring_aggregation import aggregate
from scoring_evidence_measures import attainment_corners, events_range
from scoring_raters import kinds_of
from scoring_terms import number, own_or


def full_marks(schema, item, decimals, mode) -> Fraction:
    """The greatest score that an indicator can have on its measure's stated range, rounded as its scores are."""
    if item.is_composite:
        fulls = all_full_marks(schema, item.items, decimals, mode)
        exact = aggregate(item.measure.get("aggregation"), item.items, fulls, decimals, mode)
    elif "raters" in item.config:
        exact = sum(kind.weight * full_of(kind.measure) for kind in kinds_of(schema, item.config))
    else:
        exact = full_of(item.measure)
    return rounded(exact, decimals, mode)


def all_full_marks(schema, items, decimals, mode) -> dict:
    """Those of the items of a list, and of what is in its groups; a group's are the mean of its items'."""
    fulls = {}
    for item in items:
        if item.is_group:
            fulls.update(all_full_marks(schema, item.items, decimals, mode))
            fulls[item.id] = sum(below.weight * fulls[below.id] for below in item.items)
        else:
            fulls[item.id] = full_marks(schema, item, decimals, mode)
    return fulls


def full_of(measure):
    """The greatest score of a measure that is not a composite."""
    return _FULL[measure["kind"]](measure)


def _greatest(rows):
    return max(number(row[name]) for row in rows for name in ("score", "below") if name in row)


def _ideal(measure):
    points = own_or(measure, "points", {"outside": 0, "ideal": 100})
    return max(number(points["outside"]), number(points["ideal"]))


def _yes_no(measure):
    return max(number(own_or(measure, "yes", 100)), number(own_or(measure, "no", 0)))


def _growth(measure):
    stated = [measure[rule] for rule in ("baseZero", "baseNegative") if "score" in measure.get(rule, {})]
    return _greatest([*measure["points"], *stated])


def _attainment(measure):
    return attainment_corners(measure)[-1][2]


def _events(measure):
    total, (_, end) = number(own_or(measure, "start", 100)), events_range(measure)
    for event in measure["events"]:
        if number(event["points"]) > 0:
            if event.get("most") is None:
                return end
            total += number(event["most"])
    return min(end, total)


def _to(measure):
    return number(own_or(measure, "to", 100))


def _points_to(measure):
    return number(own_or(measure, "points", {"to": 100})["to"])


_FULL = {
    "points": _to,
    "rating": _points_to,
    "lines": lambda measure: _greatest(measure["points"]),
    "steps": lambda measure: _greatest(measure["steps"]),
    "ideal-range": _ideal,
    "choice": lambda measure: _greatest(measure["options"]),
    "yes-no": _yes_no,
    "attainment": _attainment,
    "growth": _growth,
    "events": _events,
    "goal-attainment": _to,
    "rank": lambda measure: _greatest(measure["scores"]),
    "percentile-rank": _points_to,
    "min-max": _points_to,
    "z-score": _to,
    "stanine": _points_to,
}
