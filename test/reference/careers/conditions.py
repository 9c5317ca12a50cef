"""Whether conditions are met, and by what."""

from fractions import Fraction
from typing import NamedTuple

from careers.placing import within
from careers.rows import judge_row, looks_back
from exact import number, text

OF_ROWS = ("at-least", "below", "rise", "fall", "cell", "placed")


class Situation(NamedTuple):
    """All that conditions look at."""

    tier: str
    row: list
    facts: dict
    certificates: tuple
    points: Fraction
    promotion_score: Fraction | None
    place_lost: bool
    axes: dict
    """By id: the axes that conditions name."""


def known_as(condition) -> str:
    """The id of a condition, or one made of what it looks at."""
    kind = condition["kind"]
    made = f"{condition['axis']}-{kind}" if "axis" in condition else condition.get(kind, kind)
    return condition.get("id", made)


def present(conditions, tier):
    """Those that are there for people in a tier; of joined ones, those of whose parts one is."""
    return [
        one
        for one in conditions
        if tier in one.get("tiers", (tier,)) and ("of" not in one or present(one["of"], tier))
    ]


def all_parts(conditions):
    """The conditions, and those that they are made of."""
    for one in conditions:
        yield one
        yield from all_parts(one.get("of", ()))


def all_present(conditions, tier):
    """Those that are there for people in a tier, and those that they are made of."""
    for one in present(conditions, tier):
        yield one
        yield from all_present(one.get("of", ()), tier)


def reviews_kept(conditions) -> int:
    """How many earlier reviews the conditions can look at."""
    return max((looks_back(one) for one in all_parts(conditions) if one["kind"] in OF_ROWS), default=0)


def judge_all(conditions, purpose, situation):
    return [judge(one, purpose, situation) for one in present(conditions, situation.tier)]


def judge(condition, purpose, situation):
    kind = condition["kind"]
    result = {"id": known_as(condition), "purpose": purpose, "kind": kind}
    result.update({name: condition[name] for name in ("label", "exempt") if name in condition})
    if "axis" in condition:
        result.update(_label("axisLabel", situation.axes[condition["axis"]]))
    if kind == "placed":
        result.update(_labels_at(condition["at"], situation.axes))
    if kind in OF_ROWS:
        result.update({name: condition[name] for name in ("over", "against") if condition.get(name, 1) > 1})
        return {**result, **judge_row(condition, purpose, situation.row)}
    if kind in ("all", "any"):
        return {**result, **_joined(condition, purpose, situation)}
    return {**result, **_plain(condition, situation)}


def _label(name, labelled):
    return {name: labelled["label"]} if "label" in labelled else {}


def _labels_at(at, axes):
    """The labels of the axes and bands that a condition names."""
    labels = {}
    for axis, band in at.items():
        placed = next(one for one in axes[axis]["bands"] if one["id"] == band)
        labels[axis] = {**_label("axis", axes[axis]), **_label("band", placed)}
    found = {axis: one for axis, one in labels.items() if one}
    return {"atLabels": found} if found else {}


def _joined(condition, purpose, situation):
    parts = judge_all(condition["of"], purpose, situation)
    enough = {"all": all, "any": any}[condition["kind"]]
    met = enough(part["met"] for part in parts)
    return {**_once(met), "now": enough(part["now"] for part in parts), "of": parts}


def _once(met):
    """What a condition on this review alone says of reviews in a row."""
    return {"periods": 1, "outOf": 1, "count": int(met), "met": met, "now": met, "evidence": []}


def _plain(condition, situation):
    kind = condition["kind"]
    if kind == "certificate":
        return {"name": condition["certificate"], **_once(condition["certificate"] in situation.certificates)}
    if kind == "place-lost":
        return _once(situation.place_lost)
    named = {}
    if kind == "fact":
        named, value = {"name": condition["fact"]}, situation.facts[condition["fact"]]
    else:
        value = situation.points if kind == "points" else situation.promotion_score
    limits = [number(condition[name]) for name in ("atLeast", "atMost") if name in condition]
    return {
        **named,
        **({"threshold": text(number(condition["atLeast"]))} if "atLeast" in condition else {}),
        **({"atMost": text(number(condition["atMost"]))} if "atMost" in condition else {}),
        **_once(within(condition, value)),
        "value": text(value),
        "distance": text(min(abs(value - limit) for limit in limits)),
    }
