"""Measures with evidence of their own form: attainment, events, goals."""

from fractions import Fraction

from scoring_lines import on_lines, read_points
from scoring_reducers import reduced, reduced_raw
from scoring_terms import Invalid, count, decimal, number, own_or, ratio, root, settled, within


def attainment(measure, raw, terms) -> Fraction:
    actual, target = _actual_and_target(measure, raw, terms)
    if measure.get("proRate"):
        count("attainment proRate", "whole" if terms.presence == 1 else "part" if terms.presence else "zero")
        target *= terms.presence
        if target == 0:
            terms.target_is_zero = True
            return Fraction(0)
    formula = own_or(measure, "formula", "ratio")
    count("attainment", formula)
    if formula == "inverse" and actual < 0:
        raise Invalid("an actual below zero")
    corners = attainment_corners(measure)
    least, cap = corners[0][0], corners[-1][0]
    if "lines" in measure:
        count("attainment lines")
    if formula == "inverse":
        count("attainment inverse of zero" if actual == 0 else "attainment inverse of more")
        reached = target / actual if actual else cap
    else:
        reached = actual / target if formula == "ratio" else 2 - actual / target
    for corner, at in (("floor", least), ("cap", cap), ("target", 1)):
        if reached == at:
            count("attainment at the", corner)
    if reached < least:
        count("attainment below the floor")
        return Fraction(0)
    return on_lines("attainment", "clamp", corners, reached)


def attainment_corners(measure) -> list:
    """The points of the lines; a floor or cap of 100% is the target's corner."""
    if "lines" in measure:
        return read_points(measure["lines"], ratio)
    points, corners = measure.get("points") or {}, {}
    for name, at in (
        ("floor", ratio(own_or(measure, "floor", 0))),
        ("cap", ratio(own_or(measure, "cap", 1))),
        ("target", Fraction(1)),
    ):
        corners[at] = number(points[name]) if name in points else at * 100
    return [(at, score, score) for at, score in sorted(corners.items())]


def _actual_and_target(measure, raw, terms):
    parts = raw if isinstance(raw, dict) else {"actual": raw}
    reducer = measure.get("over")
    if reducer:
        count("over attainment")
    actual = reduced_raw(reducer, parts["actual"]) if reducer else number(parts["actual"])
    target = _target(measure, parts.get("target"), reducer, terms)
    if target <= 0:
        raise Invalid("a target of zero or less")
    return actual, target


def _target(measure, stated, reducer, terms):
    if isinstance(stated, list):
        count("target by evidence list")
        weights = [ratio(weight) for weight in reducer.get("weights", [])]
        return reduced(reducer, [number(value) for value in stated], weights)
    if stated is not None:
        count("target by evidence")
        return number(stated)
    targets = measure.get("targets")
    if targets:
        by = targets["by"]
        value = terms.period if by == "period" else terms.attributes.get(by)
        found = [row for row in targets["rows"] if row["is"] == value]
        if found:
            count("target by", "period" if by == "period" else "attribute")
            return number(found[0]["target"])
    if measure.get("target") is None:
        raise Invalid("no target")
    count("target constant", "after no row" if targets else "alone")
    return number(measure["target"])


def events(measure, raw, _) -> Fraction:
    total = number(own_or(measure, "start", 100))
    for event in measure["events"]:
        points = number(event["points"]) * number(own_or(raw, event["id"], 0))
        if event.get("most") is not None:
            most = number(event["most"])
            count("events most", "reached" if abs(points) >= most else "not reached")
            points = within(points, -most, most)
        total += points
    kept = within(total, *events_range(measure))
    count("events", "below the range" if kept > total else "above the range" if kept < total else "in the range")
    return kept


def events_range(measure):
    return number(own_or(measure, "from", 0)), number(own_or(measure, "to", 100))


def goal_attainment(measure, raw, terms) -> Fraction:
    correlation = ratio(own_or(measure, "correlation", "0.3"))
    count("goals correlation", "none" if correlation == 0 else "some")
    goals = [(number(goal["level"]), number(own_or(goal, "weight", 1))) for goal in raw]
    levels = own_or(measure, "levels", {"from": -2, "to": 2})
    if not goals or not all(number(levels["from"]) <= level <= number(levels["to"]) for level, _ in goals):
        raise Invalid("levels")
    reached = sum(weight * level for level, weight in goals)
    squares = sum(weight * weight for _, weight in goals)
    total = sum(weight for _, weight in goals)
    spread = root((1 - correlation) * squares + correlation * total * total)
    score = 50 + 10 * reached / spread
    kept = within(score, number(own_or(measure, "from", 0)), number(own_or(measure, "to", 100)))
    count("goals", "kept within" if kept != score else "in the range")
    return settled(decimal(kept), terms.decimals)
