"""What one review leaves for the next: how it is read, and how it is written."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from exact import number, text as decimal
from periods import Period, read_period


class Review(NamedTuple):
    """One review in the present tier."""

    period: Period
    scores: dict
    proposal: str
    at: dict | None
    """The bands; None where they are not known."""
    skipped: bool

    def written(self, with_bands: bool) -> dict:
        return {
            "period": str(self.period),
            "scores": {axis: lossless(score) for axis, score in self.scores.items()},
            "proposal": self.proposal,
            **({"at": self.at} if with_bands and self.at is not None else {}),
            **({"skipped": True} if self.skipped else {}),
        }


class Standing(NamedTuple):
    """Where a person stands; what is not simple data is kept as it is written."""

    tier: str
    since: date
    reviewed: Period | None
    history: tuple
    last_change: dict | None
    points: Fraction
    plan: dict | None
    trial: dict | None
    violations: tuple
    sanctions: tuple
    also: tuple
    protections: tuple
    held_until: dict | None


def read_standing(written) -> Standing:
    """Reviews of before the present tier count for nothing but to say what was reviewed last."""
    since = date.fromisoformat(written["since"])
    history = tuple(
        Review(
            read_period(past["period"]),
            {axis: number(score) for axis, score in past["scores"].items()},
            past["proposal"],
            past.get("at"),
            past.get("skipped", False),
        )
        for past in written.get("history", [])
    )
    reviewed = read_period(written["reviewed"]) if "reviewed" in written else None
    return Standing(
        written["tier"],
        since,
        reviewed or (history[-1].period if history else None),
        tuple(review for review in history if review.period.last_day >= since),
        written.get("lastChange"),
        number(written.get("points", 0)),
        written.get("plan"),
        written.get("trial"),
        *(tuple(written.get(name, ())) for name in ("violations", "sanctions", "also", "protections")),
        written.get("heldUntil"),
    )


def write_standing(standing: Standing, with_bands: bool) -> dict:
    lists = ("violations", "sanctions", "also", "protections")
    return {
        "tier": standing.tier,
        "since": str(standing.since),
        "reviewed": str(standing.reviewed),
        "history": [review.written(with_bands) for review in standing.history],
        **({"points": lossless(standing.points)} if standing.points else {}),
        **({"lastChange": standing.last_change} if standing.last_change else {}),
        **({"plan": standing.plan} if standing.plan else {}),
        **({"trial": standing.trial} if standing.trial else {}),
        **{name: list(getattr(standing, name)) for name in lists if getattr(standing, name)},
        **({"heldUntil": standing.held_until} if standing.held_until else {}),
    }


def lossless(value: Fraction) -> str:
    """The exact decimal, or a fraction text where the decimal does not end."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return decimal(value) if rest == 1 else f"{value.numerator}/{value.denominator}"
