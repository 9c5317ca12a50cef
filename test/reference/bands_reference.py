"""An independent reference of classification: random groups, margins and gates, and what must come of them.

    python3 bands_reference.py SEED COUNT > CASES.json

It needs the standard library alone and is written from the documented contract. Numbers never pass through a float.
"""

import json
import sys
from collections import Counter
from fractions import Fraction
from random import Random

sys.dont_write_bytecode = True

from bands_cuts import Cuts, tie_keys  # noqa: E402
from exact import number, text  # noqa: E402

DEFINITIONS = [
    "inverse-cdf", "averaged-inverse-cdf", "closest-observation", "interpolated-inverse-cdf", "hazen",
    "weibull", "linear", "median-unbiased", "normal-unbiased",
]  # fmt: skip
KINDS = ["top-share", "top-count", "forced", "quantile", "mean-deviation"]
ROUNDINGS = ["half-up", "half-even", "half-down", "half-ceiling", "half-floor", "up", "down", "ceiling", "floor"]
NAMES = ["low", "fair", "good", "fine", "best"]
TIERS = ["t1", "t2", "t3", "t4"]
PEOPLE = [f"{letter}{digit}" for letter in ("a", "Z", "é", "\U0001f600", "z") for digit in range(12)]
SEEN = Counter()


def written(value: Fraction) -> str:
    """An exact text: a decimal, or a fraction where that does not end."""
    decimal = text(value)
    return decimal if number(decimal) == value else f"{value.numerator}/{value.denominator}"


class Maker:
    def __init__(self, dice):
        self.dice = dice

    def parts(self, many, whole):
        """So many numbers above zero that sum to `whole`."""
        ends = [0, *sorted(self.dice.sample(range(1, 40), many - 1)), 40]
        return [Fraction(b - a, 40) * whole for a, b in zip(ends, ends[1:])]

    def falling(self, many):
        return sorted(self.dice.sample(range(1, 41), many), reverse=True)

    def ties(self):
        rule = self.dice.choice(["all-in", "all-out", "keys", "keys"])
        SEEN[f"ties {rule}"] += 1
        if rule != "keys":
            return rule
        names = self.dice.sample(["tenure", "age", "sales"], self.dice.randint(1, 2))
        return {"keys": [{"key": name, "order": self.dice.choice(["ascending", "descending"])} for name in names]}

    def relative(self, names):
        kind = self.dice.choice(KINDS)
        SEEN[f"kind {kind}"] += 1
        above = names[1:]
        values = self.falling(len(above))
        if kind == "forced":
            shares = [written(share) for share in self.parts(len(names), 1)]
            cuts = [{"band": band, "share": share} for band, share in zip(names, shares)]
            return {"kind": kind, "shares": self.dice.sample(cuts, len(cuts)), "ties": self.ties()}
        if kind == "top-share":
            cuts = [{"band": band, "share": written(Fraction(value, 40))} for band, value in zip(above, values)]
            rounding = self.dice.choice(ROUNDINGS)
            SEEN[f"rounding {rounding}"] += 1
            return {"kind": kind, "cuts": self.dice.sample(cuts, len(cuts)), "rounding": rounding, "ties": self.ties()}
        if kind == "top-count":
            cuts = [{"band": band, "count": value} for band, value in zip(above, values)]
            return {"kind": kind, "cuts": cuts, "ties": self.ties()}
        decimals = {} if self.dice.random() < 0.5 else {"decimals": self.dice.randint(0, 12)}
        rising = values[::-1]
        if kind == "quantile":
            definition = self.dice.choice(DEFINITIONS)
            SEEN[f"definition {definition}"] += 1
            divisor = self.dice.choice([40, 41, 44])
            ends = [0, *(rising[1:])] if self.dice.random() < 0.1 else rising
            cuts = [{"band": band, "at": written(Fraction(value, divisor))} for band, value in zip(above, ends)]
            return {"kind": kind, "cuts": cuts, "definition": definition, **decimals}
        deviation = self.dice.choice(["population", "sample"])
        SEEN[f"deviation {deviation}"] += 1
        cuts = [{"band": band, "deviations": written(Fraction(value - 20, 10))} for band, value in zip(above, rising)]
        return {"kind": kind, "cuts": cuts, "deviation": deviation, "whenEqual": self.dice.choice(names), **decimals}

    def axis(self):
        names = NAMES[: self.dice.randint(2, 5)]
        axis = {"id": "x", "bands": [{"id": name} for name in names], "relative": self.relative(names)}
        if self.dice.random() < 0.3:
            begins = sorted(self.dice.sample(range(1, 100), len(names)))
            axis["bands"] = [{"id": name, "from": begin} for name, begin in zip(names, begins)]
            axis["relative"]["minimumGroup"] = self.dice.randint(2, 12)
            del axis["bands"][0]["from"]
        if self.dice.random() < 0.5:
            axis["margin"] = written(Fraction(self.dice.randint(1, 60), self.dice.choice([1, 2, 3, 10])))
        return axis

    def score(self, few):
        way = self.dice.random()
        if way < 0.1:
            return written(Fraction(self.dice.randint(0, 300), 3))
        return self.dice.randint(40, 40 + few) if way < 0.7 else written(Fraction(self.dice.randint(0, 10_000), 100))

    def people(self, axis):
        few = self.dice.choice([0, 2, 5, 30])
        ids = self.dice.sample(PEOPLE, self.dice.randint(1, 40))
        keys = {key["key"] for key in tie_keys(axis["relative"])}
        equal = self.score(few) if self.dice.random() < 0.05 else None
        return [
            {
                "id": one,
                "scores": {"x": self.score(few) if equal is None else equal},
                **({"keys": {key: self.dice.randint(1, 3) for key in sorted(keys)}} if keys else {}),
            }
            for one in ids
        ]

    def gates(self):
        gates = []
        for place in range(self.dice.randint(0, 4)):
            kind = self.dice.choice(["indicator", "group", "axis", "fact", "certificate"])
            name = "x" if kind == "axis" else f"{kind}{self.dice.randint(1, 2)}"
            gate = {"id": f"g{place}", kind: name, "onFail": self.dice.choice(["block-promotion", "veto", "cap-tier"])}
            limit = self.dice.randint(30, 60)
            if kind == "fact":
                gate.update(self.dice.choice([{"atLeast": limit}, {"atMost": limit}, {"atLeast": limit - 10, "atMost": limit}]))
            elif kind != "certificate":
                gate["atLeast"] = limit
            if gate["onFail"] == "cap-tier":
                gate["tier"] = self.dice.choice(TIERS)
            SEEN[f"gate {kind} {gate['onFail']}"] += 1
            gates.append(gate)
        return gates

    def known(self, gates):
        known = {"indicators": {}, "groups": {}, "facts": {}, "certificates": []}
        for gate in gates:
            for kind in ("indicator", "group", "fact"):
                if kind in gate:
                    known[f"{kind}s"][gate[kind]] = self.dice.randint(25, 65)
            if "certificate" in gate and self.dice.random() < 0.5:
                known["certificates"].append(gate["certificate"])
        return known


def judge(gates, score, known):
    """Each gate with what it looked at, and what the failed ones come to."""
    results = []
    for gate in gates:
        kind = next(one for one in ("indicator", "group", "axis", "fact", "certificate") if one in gate)
        result = {"id": gate["id"], "of": {"kind": kind, "id": gate[kind]}, "onFail": gate["onFail"]}
        if kind == "certificate":
            passed = gate[kind] in known["certificates"]
        else:
            value = score if kind == "axis" else number(known[f"{kind}s"][gate[kind]])
            result["value"] = text(value)
            passed = all(
                value >= number(gate[limit]) if limit == "atLeast" else value <= number(gate[limit])
                for limit in ("atLeast", "atMost")
                if limit in gate
            )
            result.update({limit: text(number(gate[limit])) for limit in ("atLeast", "atMost") if limit in gate})
        if "tier" in gate:
            result["tier"] = gate["tier"]
        SEEN[f"gate {'passed' if passed else 'failed'}"] += 1
        results.append({**result, "passed": passed})
    failed = [one for one in results if not one["passed"]]
    caps = sorted(one["tier"] for one in failed if "tier" in one)
    return {
        "gates": results,
        "promotionBlocked": any(one["onFail"] != "cap-tier" for one in failed),
        "vetoed": any(one["onFail"] == "veto" for one in failed),
        **({"capTier": caps[0]} if caps else {}),
    }


def place(axis, cuts, person, score, previous):
    """The band of one person, what keeps it, and how far the next one is."""
    names = cuts.names
    reached = cuts.index(person, score)
    index, kept = reached, None
    if "margin" in axis and previous is not None:
        margin = number(axis["margin"])
        for spot in range(1, names.index(previous) + 1):
            begin = cuts.begins[names[spot]]
            if begin is not None and spot > reached and score >= begin - margin:
                index, kept = spot, begin - margin
    result = {"axis": "x", "score": text(score), "band": names[index]}
    begin = cuts.begins.get(names[index])
    if begin is not None:
        result["from"] = text(begin)
    if kept is not None:
        result["keptFrom"] = text(kept)
        SEEN["kept by a margin"] += 1
    result["group"] = {"count": len(cuts.people), "fixed": cuts.fixed}
    SEEN["fixed in a small group"] += cuts.fixed
    above = [name for name in names[index + 1 :] if cuts.begins[name] is not None]
    if above and above[0] == names[index + 1]:
        begin = cuts.begins[above[0]]
        same = [name for name in above if cuts.begins[name] == begin and name not in cuts.tied]
        target = same[-1] if same else above[0]
        result["next"] = {"band": target, "from": text(begin), "distance": text(begin - score)}
        if target in cuts.tied:
            result["next"]["tied"] = True
            SEEN["left out by a tie"] += begin == score
    return result


def case(dice):
    make = Maker(dice)
    axis = make.axis()
    people = make.people(axis)
    cuts = Cuts(axis, people)
    gates = make.gates()
    context = {"kind": "bands", "axes": {"x": cuts.context(written)}}
    SEEN["nobody reaches a band"] += any(begin is None for begin in cuts.begins.values())
    SEEN["tied people named"] += bool(cuts.tied)
    matrix = {"axes": [axis], "gates": gates, "tiers": [{"id": tier} for tier in TIERS]}
    begins = [begin for begin in cuts.begins.values() if begin is not None]
    strangers = [{"id": "stranger", "scores": {"x": written(begin)}} for begin in begins]
    tried = [*dice.sample(people, min(len(people), 8)), *strangers]
    placed = []
    for person in tried:
        score = number(person["scores"]["x"])
        previous = dice.choice([None, *cuts.names])
        if begins and "margin" in axis and dice.random() < 0.4:
            score = dice.choice(begins) - number(axis["margin"]) * dice.choice([Fraction(1), Fraction(1, 2), Fraction(101, 100)])
        known = make.known(gates)
        placed.append(
            {
                "input": {
                    "scores": {"x": written(score)},
                    "person": person["id"],
                    **known,
                    **({"previous": {"x": previous}} if previous else {}),
                },
                "expect": {"axes": [place(axis, cuts, person["id"], score, previous)], **judge(gates, score, known)},
            }
        )
    return {"matrix": matrix, "people": people, "context": context, "placed": placed}


def main():
    seed, many = map(int, sys.argv[1:])
    dice = Random(seed)
    cases = [case(dice) for _ in range(many)]
    json.dump({"coverage": dict(sorted(SEEN.items())), "cases": cases}, sys.stdout)


main()
