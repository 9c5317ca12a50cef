"""Joiners, leavers, absences and changes within a period."""

from fractions import Fraction
from typing import NamedTuple

from exact import number, shown, text
from incentives.lines import Refused, note, over, part, refuse
from incentives.proration import days, read_day
from periods import read_period

ZERO = Fraction(0)


class Stretch(NamedTuple):
    """Days in which the same holds."""

    named: str
    values: dict
    part: Fraction
    """The part of the period that is paid."""


def whole_of(written):
    period = read_period(written)
    return days(period.first_day, period.last_day)


def stretches(given, values, proration):
    """The stretches of a period, with the paid part of each; one of no part, where nobody is employed."""
    whole = whole_of(given["period"])
    check_presence(given)
    changes, absences = given.get("changes", []), given.get("absences", [])
    if any(one["from"] >= following["from"] for one, following in zip(changes, changes[1:])):
        raise Refused("dates-unsorted")
    employed = _employed(given, whole)
    if len(employed) == len(whole) and not absences and not changes:
        return [Stretch(_named(whole), values, Fraction(1))]
    pays = {}
    for absence in absences:
        span = days(read_day(absence["from"]), read_day(absence["to"]))
        pays.update(dict.fromkeys(span, number(absence.get("pays", 0))))
    starts = [(whole[0].min, {}), *((read_day(one["from"]), one) for one in changes)]
    held, groups, before = [], [], values
    for (start, change), (end, _) in zip(starts, [*starts[1:], (whole[0].max, {})]):
        values = {**values, **{name: one for name, one in change.items() if name != "from"}}
        own = [day for day in employed if start <= day < end]
        if own:
            held.append((_named(own), values))
            groups.append({day: pays.get(day, 1) for day in own if pays.get(day, 1)})
    if not held:
        proration.parts(whole, [])
        return [Stretch(_named(whole), before, ZERO)]
    parts = proration.parts(whole, groups)
    return [Stretch(named, own, one) for (named, own), one in zip(held, parts)]


def check_presence(given):
    spans = [given[name] for name in ("employment",) if name in given] + given.get("absences", [])
    codes = ["range-empty" for span in spans if span.get("to", span["from"]) < span["from"]]
    absences = sorted(given.get("absences", []), key=lambda one: one["from"])
    codes += [
        "spans-overlap"
        for one, following in zip(absences, absences[1:])
        if one["to"] >= following["from"]
    ]
    refuse(codes)


def _employed(given, whole):
    employment = given.get("employment", {})
    first = read_day(employment["from"]) if "from" in employment else whole[0]
    last = read_day(employment["to"]) if "to" in employment else whole[-1]
    return [day for day in whole if first <= day <= last]


def _named(span):
    return f"{span[0]}/{span[-1]}"


def stretch_notes(given, held, proration):
    """The notes of all stretches; where there are several, each has its part."""
    parts = [(one.part, one.named if len(held) > 1 else None) for one in held]
    return presence_notes(given, parts, proration)


def presence_notes(given, parts, proration):
    whole = whole_of(given["period"])
    every, unit = proration.paid_for(whole)
    return [
        *(
            note("prorated", part=paid, counted=paid * every, of=every, unit=unit, days=named)
            for paid, named in parts
            if paid != 1
        ),
        *(
            note("absence", **{"from": one["from"], "to": one["to"]}, pays=number(one.get("pays", 0)))
            for one in given.get("absences", [])
            if read_day(one["from"]) <= whole[-1] and read_day(one["to"]) >= whole[0]
        ),
    ]


def line_of_parts(payer, parts, **more):
    """A line of parts `(of, basis, rate)`: their sum, rounded once; a single part is the line itself."""
    amount = sum((basis * rate for _, basis, rate in parts), ZERO)
    more["notes"] = [*more["notes"], *payer.rounded_notes(amount)]
    rate = sum((one for *_, one in parts), ZERO)
    units = payer.units(amount)
    if len(parts) == 1:
        line = payer.line(parts[0][1], rate, payer.of_units(units), **more)
        return line
    basis = over(amount, rate) if rate else parts[0][1]
    shared = payer.share(units, [one * rate_of for _, one, rate_of in parts])
    written = [part(of, one, rate_of, got) for (of, one, rate_of), got in zip(parts, shared)]
    more["notes"] += payer.parts_notes([one * rate_of for _, one, rate_of in parts], written)
    line = payer.line(basis, rate, payer.of_units(units), parts=written, **more)
    return {**line, "basis": shown(basis) if rate else text(basis)}
