"""How far a condition that is met moves the person, and what holds that back."""

from datetime import date
from typing import NamedTuple

from periods import months_after, whole_months

OTHER_WAY = {"up": "down", "down": "up"}


class Attempt(NamedTuple):
    """A move by one condition: where it ends, and what holds it back, wholly or in part."""

    condition: dict
    to: str
    holds: list


def attempt(review, condition, direction) -> Attempt:
    """What is in the way is all named; how far a move goes is said of one that nothing is in the way of."""
    start, exempt = review.standing.tier, condition.get("exempt", ())
    blocks = [
        *((*gate_holds(review.placement), *_violations(review)) if direction == "up" else ()),
        *_too_early(review, direction, exempt),
        *_on_trial(review, direction),
        *review.protections.holds(review.period, direction),
        *(_unmet(review) if direction == "up" else held_until(review)),
        *_at_end(review, direction),
    ]
    if blocks:
        return Attempt(condition, start, blocks)
    to, limits = _limited(review, direction, exempt)
    full = [] if direction == "down" or "places" in exempt else _no_place(review, to)
    return Attempt(condition, start, full) if full else Attempt(condition, to, limits)


def gate_holds(placement):
    return [
        {"code": "gate", "direction": "up", "gate": gate["id"], **_label(gate)} for gate in placement.failed
    ]


def _label(named):
    return {"label": named["label"]} if "label" in named else {}


def _unmet(review):
    for one in review.requirements:
        if not one["met"]:
            yield {"code": "requirement", "direction": "up", "condition": one["id"], **_label(one)}


def _on_trial(review, direction):
    if review.on_trial:
        yield {"code": "trial", "direction": direction, "until": review.trial["until"]}


def _too_early(review, direction, exempt):
    """Too little time in the tier, and too little since a move the other way."""
    terms, change = review.rules.terms(direction), review.standing.last_change
    if "minimum-time" not in exempt:
        yield from _wait("minimum-time", direction, terms.get("minimumMonthsInTier", 0), review, review.standing.since)
    if "cooling-off" not in exempt and change and change["direction"] == OTHER_WAY[direction]:
        since = date.fromisoformat(change["on"])
        yield from _wait("cooling-off", direction, terms.get("coolingOffMonths", 0), review, since)


def _wait(code, direction, required, review, since):
    months = whole_months(since, review.period.day_after)
    if months < required:
        yield {
            "code": code,
            "direction": direction,
            "months": months,
            "required": required,
            "since": str(since),
            "until": str(months_after(since, required)),
        }


def held_until(review):
    held = review.standing.held_until
    if held and str(review.period.day_after) < held["date"]:
        yield {"code": "held-until", "direction": "down", "until": held["date"], "because": held["because"]}


def _violations(review):
    for one in review.violations.results:
        if one["kind"] == "block-promotion":
            until = {"until": one["until"]} if "until" in one else {}
            yield {"code": "violations", "direction": "up", "consequence": one["id"], **_label(one), **until}


def _ends(review, direction):
    """The tiers beyond which no move by conditions goes, of those on the person's ladder."""
    rules = review.rules
    ends = [("floor", rules.floor)] if direction == "down" else [("ceiling", rules.ceiling), ("cap", review.placement.cap)]
    ladder = rules.ladders.ladder(review.standing.tier)
    return [{"code": code, "direction": direction, "tier": tier} for code, tier in ends if tier in ladder]


def _at_end(review, direction):
    """The end of the ladder, or else the ends that the person is at or beyond."""
    ladders, start = review.rules.ladders, review.standing.tier
    if start == ladders.ladder(start)[-1 if direction == "up" else 0]:
        return [{"code": "highest-tier" if direction == "up" else "lowest-tier", "direction": direction}]
    return [one for one in _ends(review, direction) if ladders.way(start, one["tier"]) != direction]


def _limited(review, direction, exempt):
    """The tier at which the move ends, and what ends it before the one that is wanted."""
    ladders, start = review.rules.ladders, review.standing.tier
    to, limits = review.wanted(direction), []
    most = review.rules.terms(direction).get("mostSteps")
    if most is not None and "step-limit" not in exempt and abs(ladders.distance(start, to)) > most:
        limits.append({"code": "step-limit", "direction": direction, "wanted": to, "most": most})
        to = ladders.step(start, most if direction == "up" else -most)
    for end in _ends(review, direction):
        if ladders.way(end["tier"], to) == direction:
            limits.append(end)
            to = end["tier"]
    return to, limits


def _no_place(review, tier):
    place = review.places.get(tier, {"granted": True})
    if place["granted"]:
        return []
    told = {name: place[name] for name in ("rank", "waiting") if name in place}
    return [{"code": "no-place", "direction": "up", "tier": tier, **told}]
