"""How a grant's units are shared by its tranches, and the days on which they vest."""

from calendar import monthrange
from datetime import timedelta
from fractions import Fraction
from math import floor

from exact import units as round_units
from periods import months_after

ZERO = Fraction(0)
CUMULATIVE = {"cumulative-nearest": "half-up", "fractional": "half-up", "cumulative-down": "down", "cumulative-up": "up"}
EACH = {"each-up": "up", "each-nearest": "half-up"}


def share_units(count, weights, rounding):
    whole = sum(weights, ZERO)
    exact = [count * weight / whole for weight in weights]
    if rounding in CUMULATIVE:
        ends = [round_units(sum(exact[: place + 1], ZERO), 0, CUMULATIVE[rounding]) for place in range(len(exact))]
        return [end - before for before, end in zip([0, *ends], ends)]
    if rounding in EACH:
        parts, left = [], count
        for one in exact[:-1]:
            parts.append(min(left, round_units(one, 0, EACH[rounding])))
            left -= parts[-1]
        return [*parts, left] if exact else []
    parts = [floor(one) for one in exact]
    left = count - sum(parts)
    if not parts:
        return []
    if rounding in ("first-tranche", "last-tranche"):
        parts[0 if rounding == "first-tranche" else -1] += left
        return parts
    cut = [place for place, one in enumerate(exact) if one.denominator != 1]
    for place in cut[:left] if rounding == "front-loaded" else cut[len(cut) - left :]:
        parts[place] += 1
    return parts


def vesting_date(start, months, days, rule):
    """So many months and days after another day, months first."""
    day = start
    if months:
        day = months_after(start, months)
        if rule == "day-before-start-day":
            day -= timedelta(days=1)
        elif rule != "start-day":
            day = day.replace(day=min(int(rule), monthrange(day.year, day.month)[1]))
    return day + timedelta(days=days)
