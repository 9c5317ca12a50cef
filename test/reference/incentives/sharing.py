"""Sharing whole units by weights, each part within bounds."""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from exact import number, settle_remainders, text
from incentives.lines import MINOR_UNITS, refuse

ZERO = Fraction(0)


class Bounded(NamedTuple):
    id: str
    share: Fraction
    least: Fraction
    most: Fraction | None

    def at(self, level):
        """What it comes to where a unit of share comes to `level`, and the bound that decides; without a level all have their most."""
        if self.share == 0:
            return self.least, "least" if self.least else None
        if level is None:
            return self.most, "most"
        free = self.share * level
        if free < self.least:
            return self.least, "least"
        if self.most is not None and free > self.most:
            return self.most, "most"
        return free, None


def fill(amount, shares):
    """The parts whose sum is the amount, or as near to it as their most lets them come; None where the least are more."""
    if sum((one.least for one in shares), ZERO) > amount:
        return None
    level = _level(amount, shares)
    return [one.at(level) for one in shares]


def _level(amount, shares):
    """The least level at which the parts come to the amount; None where they never do."""

    def total(level):
        return sum((one.at(level)[0] for one in shares), ZERO)

    corners = {bound / one.share for one in shares if one.share for bound in (one.least, one.most) if bound is not None}
    before = ZERO
    for corner in sorted({ZERO, *corners}):
        reached = total(corner)
        if reached >= amount:
            start = total(before)
            return corner if reached == start else before + (amount - start) * (corner - before) / (reached - start)
        before = corner
    rises = total(before + 1) - total(before)
    return before + (amount - total(before)) / rises if rises else None


def share_within(units, shares):
    """Whole parts with the bound that held each, and what nobody may take; None where the least are more."""
    if units < 0:
        mirrored = share_within(-units, shares)
        return mirrored and ([(-part, held) for part, held in mirrored[0]], -mirrored[1])
    inwards = [
        one._replace(least=Fraction(ceil(one.least)), most=None if one.most is None else Fraction(floor(one.most)))
        for one in shares
    ]
    fits = all(one.most is None or one.least <= one.most for one in inwards)
    filled = (fill(units, inwards) if fits else None) or fill(units, shares)
    if filled is None:
        return None
    total = floor(sum((part for part, _ in filled), ZERO))
    whole = settle_remainders(total, {one.id: part for one, (part, _) in zip(shares, filled)})
    return [(whole[one.id], held) for one, (_, held) in zip(shares, filled)], units - total


class Allocation:
    use = "allocation"

    def __init__(self, config):
        self.decimals = config["decimals"] if "decimals" in config else MINOR_UNITS[config["currency"]]

    def result(self, given):
        units = number(given["amount"]) * 10**self.decimals
        ids = [one["id"] for one in given["shares"]]
        shares = [
            Bounded(
                one["id"],
                number(one["share"]),
                self._bound(one.get("least"), units) or ZERO,
                self._bound(one.get("most"), units),
            )
            for one in given["shares"]
        ]
        refuse(
            [
                *(["amount-too-fine"] if units.denominator != 1 else []),
                *(["duplicate-id"] if len(set(ids)) < len(ids) else []),
                *(["shares-zero"] if not any(one.share for one in shares) else []),
                *(["range-empty"] if any(one.most is not None and one.least > one.most for one in shares) else []),
            ]
        )
        shared = share_within(units.numerator, shares)
        if shared is None:
            refuse(["minimums-over"])
        parts, left = shared
        return {
            "amount": text(number(given["amount"])),
            "parts": [
                {"id": name, "amount": self._money(part), **({"held": held} if held else {})}
                for name, (part, held) in zip(ids, parts)
            ],
            "undistributed": self._money(left),
        }

    def _bound(self, bound, units):
        if bound is None:
            return None
        return number(bound["amount"]) * 10**self.decimals if "amount" in bound else number(bound["share"]) * abs(units)

    def _money(self, count):
        return text(Fraction(count, 10**self.decimals))
