"""Whether a person is eligible: all conditions must hold."""

from datetime import date
from fractions import Fraction

from exact import number
from incentives.lines import note, refuse
from periods import read_period, whole_months


class _Missing(Exception):
    """A condition looks at something that is not given."""


def judge(conditions, person, period=None, on=None):
    """The notes of the conditions that do not hold."""
    employment = person.get("employment")
    if employment and employment.get("to", employment["from"]) < employment["from"]:
        refuse(["range-empty"])
    failed = []
    for place, condition in enumerate(conditions or []):
        try:
            found = _failure(condition, person, period, on)
        except _Missing:
            refuse(["fact-missing"])
        if found:
            failed.append((place, found))
    return failed


def ineligible(conditions, person, period=None, on=None):
    return [found for _, found in judge(conditions, person, period, on)]


def _given(person, *path):
    for name in path:
        if person is None or name not in person:
            raise _Missing
        person = person[name]
    return person


def _failure(condition, person, period, on):
    kind = next(name for name in CONDITIONS if name in condition)
    return CONDITIONS[kind](condition, person, lambda day: _day(day, period, on))


def _day(written, period, on):
    named = {"period-start": period, "period-end": period, "award-date": on}
    if written not in named:
        return date.fromisoformat(written)
    if named[written] is None:
        raise _Missing
    if written == "award-date":
        return date.fromisoformat(on)
    of = read_period(period)
    return of.first_day if written == "period-start" else of.last_day


def _one_of(kind, expected, got, **more):
    return None if got in expected else note(kind, **more, expected=", ".join(expected), got=got)


def _fact(condition, person, _day_of):
    value = number(_given(person, "facts", condition["fact"]))
    limits = {name: number(condition[name]) for name in ("atLeast", "atMost") if name in condition}
    if limits.get("atLeast", value) <= value <= limits.get("atMost", value):
        return None
    return note("ineligible-fact", fact=condition["fact"], **limits, got=value)


def _certificate(condition, person, _day_of):
    name = condition["certificate"]
    return None if name in person.get("certificates", []) else note("ineligible-certificate", certificate=name)


def _employed(condition, person, day_of):
    first = day_of(condition["employedOn"])
    through = day_of(condition["through"]) if "through" in condition else None
    employment = _given(person, "employment")
    start = date.fromisoformat(employment["from"])
    end = date.fromisoformat(employment["to"]) if "to" in employment else date.max
    if start <= first and max(first, through or first) <= end:
        return None
    return note("ineligible-employment", **{"from": str(first)}, through=through and str(through))


def _service(condition, person, day_of):
    day = day_of(condition["on"])
    start = date.fromisoformat(_given(person, "employment")["from"])
    months = whole_months(start, day) if day >= start else 0
    expected = condition["monthsOfService"]
    if months >= expected:
        return None
    return note("ineligible-service", expected=Fraction(expected), got=Fraction(months), on=str(day))


def _honours(condition, person, day_of):
    since = day_of(condition["from"]) if "from" in condition else None
    won = [
        one
        for one in person.get("honours", [])
        if one["honour"] in condition["honours"] and (since is None or one["on"] >= str(since))
    ]
    least = condition.get("atLeast", 1)
    if len(won) >= least:
        return None
    named = ", ".join(condition["honours"])
    counted = {"expected": Fraction(least), "got": Fraction(len(won))}
    return note("ineligible-honours", honours=named, **counted, **{"from": since and str(since)})


def _placed(condition, person, _day_of):
    got = {axis: _given(person, "at", axis) for axis in condition["at"]}
    found = [_one_of("ineligible-placement", bands, got[axis], axis=axis) for axis, bands in condition["at"].items()]
    return next((one for one in found if one), None)


CONDITIONS = {
    "tier": lambda one, person, _: _one_of("ineligible-tier", one["tier"], _given(person, "tier")),
    "attribute": lambda one, person, _: _one_of(
        "ineligible-attribute",
        one["is"],
        _given(person, "attributes", one["attribute"]),
        attribute=one["attribute"],
    ),
    "fact": _fact,
    "certificate": _certificate,
    "employedOn": _employed,
    "monthsOfService": _service,
    "honours": _honours,
    "at": _placed,
}


class Eligibility:
    use = "eligibility"

    def __init__(self, config):
        self.conditions = config["conditions"]

    def result(self, given):
        failed = judge(self.conditions, given, given.get("period"), given.get("on"))
        return {
            "kind": "eligibility",
            "eligible": not failed,
            "failed": [{"condition": place, **found} for place, found in failed],
        }
