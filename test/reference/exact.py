"""Exact numbers: reading, rounding at the declared points, sharing out, and writing."""

from fractions import Fraction
from functools import cache
from math import ceil, floor, gcd

SHOWN = 6
"""The decimals of what is shown and never computed with."""


def number(written) -> Fraction:
    """A decimal text or a fraction text; JSON numbers arrive as the text that they were written with."""
    return _read(str(written))


@cache
def _read(written: str) -> Fraction:
    top, slash, bottom = written.partition("/")
    return Fraction(top) / Fraction(bottom) if slash else Fraction(top)


def ratio(written) -> Fraction:
    """As `number`, and `25%` is a quarter."""
    text = str(written)
    return number(text[:-1]) / 100 if text.endswith("%") else number(text)


# How each mode ranks the two neighbours of a value: the one with the least rank is taken.
_DIRECTED = {
    "up": lambda whole: -abs(whole),
    "down": abs,
    "ceiling": lambda whole: -whole,
    "floor": lambda whole: whole,
}
_ON_A_TIE = {
    "half-up": _DIRECTED["up"],
    "half-down": _DIRECTED["down"],
    "half-ceiling": _DIRECTED["ceiling"],
    "half-floor": _DIRECTED["floor"],
    "half-even": lambda whole: whole % 2,
}


def units(value: Fraction, decimals: int, mode: str = "half-up") -> int:
    """How many units of 10^-decimals the rounded value has."""
    scaled = value * 10**decimals
    neighbours = {floor(scaled), ceil(scaled)}
    if mode in _DIRECTED:
        return min(neighbours, key=_DIRECTED[mode])
    return min(neighbours, key=lambda whole: (abs(whole - scaled), _ON_A_TIE[mode](whole)))


def rounded(value: Fraction, decimals: int, mode: str = "half-up") -> Fraction:
    return Fraction(units(value, decimals, mode), 10**decimals)


def settle_remainders(total: int, exact: dict) -> dict:
    """Whole parts that sum to `total`: each rounded down, the largest remainders up, equal ones by key.

    A total that is less than even the floors, as a difference of two amounts rounded to even can be, takes one from the first of them; one that is more than all rounded
    up, as a difference across zero can be, goes round again.
    """
    parts = {key: floor(share) for key, share in exact.items()}
    spare = total - sum(parts.values())
    largest_first = sorted(filter(exact.get, exact), key=lambda key: (parts[key] - exact[key], key))
    for turn in range(abs(spare) if largest_first else 0):
        parts[largest_first[turn % len(largest_first)]] += 1 if spare > 0 else -1
    return parts


def share_out(total: int, shares: dict) -> dict:
    """`total` in proportion to the shares; a negative total mirrors the positive one."""
    if total < 0:
        return {key: -part for key, part in share_out(-total, shares).items()}
    whole = sum(shares.values())
    if whole == 0:
        return dict.fromkeys(shares, 0)
    return settle_remainders(total, {key: share * total / whole for key, share in shares.items()})


def text(value: Fraction) -> str:
    """The exact decimal; a value whose decimal does not end is shown with 6 decimals."""
    digits = _decimals(value.denominator)
    if digits is None:
        return shown(value)
    scaled = abs(value.numerator) * 10**digits // value.denominator
    whole, part = divmod(scaled, 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part:0{digits}d}" if digits else f"{sign}{whole}"


@cache
def _decimals(denominator: int) -> int | None:
    """How many decimals the fractions of a denominator have; None where they do not end."""
    digits = 0
    while denominator > 1:
        common = gcd(denominator, 10)
        if common == 1:
            return None
        denominator //= common
        digits += 1
    return digits


def shown(value: Fraction) -> str:
    return text(rounded(value, SHOWN))
