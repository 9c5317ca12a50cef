"""Random valid schemas."""

from fractions import Fraction

from scoring_generate_bounds import bounds, leaves_of, shared
from scoring_generate_compared import KINDS as RELATIVE
from scoring_generate_measures import OTHERS, RATEABLE, Measures
from scoring_generate_numbers import Dice, weights
from scoring_terms import count

_IDS = "a B a1 a10 a2 Z z m-1 x_y é ß Å9 10 9 q Q b c2 D e_ f0 G h i J k L n O p R s T u V w X y 7 ｱ 𝛼".split()
_KINDS = ["self", "manager", "peer", "report", "Client"]
_FILLS = ["error", "zero", "fixed", "previous", "cohort-median", "reweight", "reweight"]
_AIMED = ["points", "rating", "ideal-range", "attainment"]
_GROUP_DEPTH = 4


class SchemaMaker:
    def __init__(self, dice: Dice):
        self.dice = dice
        self.ids = [*(f"more-{place}" for place in range(40)), *dice.shuffled(_IDS)]
        self.aims = dice.chance(25)
        """Whether the people's scores can be aimed exactly, and with them the whole."""
        self.compares = not self.aims and dice.chance(40)

    def make(self) -> dict:
        dice = self.dice
        aggregation = self._aggregation_kind()
        never_negative = aggregation == "geometric"
        raters = self._raters() if dice.chance(35) else None
        self.rated = raters
        schema = self._list(dice.whole(1, 8), 0, never_negative)
        schema.update(self._aggregation(aggregation, schema["indicators"]))
        if raters:
            schema["raters"] = raters
        if not self.aims and dice.chance(45):
            schema["extras"] = self._extras()
        if not self.aims and dice.chance(30):
            schema["scoreRange"] = self._range(dice.whole(0, 40), dice.whole(60, 110))
        self._precision(schema)
        self._rules(schema)
        self._minimums(schema)
        return {name: schema[name] for name in dice.shuffled(list(schema))}

    def _aggregation_kind(self):
        return self.dice.pick(["arithmetic"] * 4 + ["geometric", "minimum", "limited"])

    def _aggregation(self, kind, rows):
        """The aggregation of a list, as it is written."""
        dice, made = self.dice, {"kind": kind}
        if kind == "arithmetic":
            return {"aggregation": made} if dice.chance(20) else {}
        if kind == "geometric" and dice.chance(50):
            made["least"] = dice.number(dice.pick([1, 5, Fraction(1, 2), 0]))
        if kind == "limited":
            made["limits"] = []
            for _ in range(dice.whole(1, 3)):
                named = {"indicator": dice.pick(list(_named(rows)))} if dice.chance(60) else {}
                below, most = dice.pick([25, 40, 50, 60, Fraction(125, 2)]), dice.pick([20, 35, 50, Fraction(601, 12)])
                made["limits"].append({**named, "below": dice.number(below), "most": dice.number(most)})
        return {"aggregation": made}

    def _list(self, leaves, depth, never_negative):
        """A list with so many leaves in all."""
        dice, rows = self.dice, []
        while leaves:
            size = leaves if dice.chance(15) else dice.whole(1, leaves)
            if size > 1 and depth == 0 and size == leaves and not rows and dice.chance(70):
                size -= 1
            size = 1 if dice.chance(30) else size
            rows.append(self._item(size, depth, never_negative))
            leaves -= size
        written, of_list = weights(dice, len(rows))
        return {"indicators": [{**row, "weight": weight} for row, weight in zip(rows, written)], **of_list}

    def _item(self, leaves, depth, never_negative):
        name = {"id": self.ids.pop(), **({"label": "Label"} if self.dice.chance(5) else {})}
        if leaves == 1 and not (depth < _GROUP_DEPTH and self.dice.chance(8)):
            return {**name, **self._leaf(never_negative)}
        if self.dice.chance(35) or depth >= _GROUP_DEPTH:
            return {**name, "measure": self._composite(leaves, depth, never_negative)}
        count("groups of depth", depth + 1)
        return {**name, **self._list(leaves, depth + 1, never_negative)}

    def _composite(self, leaves, depth, never_negative):
        kind = self._aggregation_kind()
        below = self._list(leaves, min(depth + 1, _GROUP_DEPTH), never_negative or kind == "geometric")
        return {"kind": "composite", **below, **self._aggregation(kind, below["indicators"])}

    def _leaf(self, never_negative):
        dice, measures = self.dice, Measures(self.dice, never_negative, plain=self.aims)
        rateable, others = (_AIMED[:-1], _AIMED[-1:]) if self.aims else (RATEABLE, OTHERS)
        if self.rated and dice.chance(60):
            return {"measure": measures.without_over(rateable), "raters": self._raters_of_indicator()}
        if self.compares and dice.chance(50):
            return {"measure": measures.any(RELATIVE)}
        return {"measure": measures.any(rateable + others)}

    def _extras(self):
        dice, made = self.dice, {"items": []}
        kinds = RATEABLE + OTHERS + (RELATIVE * 2 if self.compares else [])
        for _ in range(dice.whole(1, 3)):
            missing = {"missing": {"kind": dice.pick(["error", "zero"])}} if dice.chance(20) else {}
            made["items"].append({"id": self.ids.pop(), "measure": Measures(dice).any(kinds), **missing})
        if dice.chance(60):
            made.update(self._range(dice.whole(-10, 5), dice.whole(6, 20)))
        return made

    def _range(self, least, most):
        ends = {"from": least, "to": most}
        return {
            end: self.dice.number(ends[end] + Fraction(self.dice.pick([0, 0, 1]), 3))
            for end in self.dice.some(["from", "to"], 1, 2)
        }

    def _summary(self):
        dice = self.dice
        kind = dice.pick(["mean", "mean", "median", "trimmed-mean", "weighted-mean", None])
        trim = (
            {"trim": dice.ratio(dice.pick([Fraction(1, 5), Fraction(1, 3), Fraction(49, 100)]))}
            if kind == "trimmed-mean"
            else {}
        )
        return {"summary": {"kind": kind, **trim}} if kind else {}

    def _raters(self):
        dice = self.dice
        names = dice.some(_KINDS, 1, 4)
        written, of_list = weights(dice, len(names), zeros=60)
        kinds = []
        for name, weight in zip(names, written):
            kind = {"id": name, "weight": weight, **self._summary()}
            if dice.chance(70):
                kind["minimum"] = dice.whole(1, 4)
            if not self.aims and dice.chance(20):
                kind["measure"] = Measures(dice, never_negative=True).without_over(RATEABLE)
            if dice.chance(60):
                kind["belowMinimum"] = {"kind": dice.pick(["error", "drop", "drop"])}
            kinds.append(kind)
        staying = dice.some(kinds, 1, 2)
        for kind in kinds:
            if kind not in staying and dice.chance(70):
                self._merge(kind, dice.pick(staying))
        return {"kinds": kinds, **of_list}

    def _merge(self, kind, into):
        """They have one measure, and both or neither of them weighted ratings."""
        kind["belowMinimum"] = {"kind": "merge", "into": into["id"]}
        kind.pop("measure", None)
        if "measure" in into:
            kind["measure"] = into["measure"]
        summaries = [one.get("summary", {}).get("kind") for one in (kind, into)]
        if "weighted-mean" in summaries:
            kind["summary"] = into.get("summary", {"kind": "mean"})

    def _raters_of_indicator(self):
        kinds = self.rated["kinds"]
        if self.dice.chance(60):
            return {}
        taken = {kind["id"] for kind in self.dice.some(kinds, 1, len(kinds))}
        taken |= {
            kind["belowMinimum"]["into"]
            for kind in kinds
            if kind["id"] in taken and "into" in kind.get("belowMinimum", {})
        }
        names = [kind["id"] for kind in kinds if kind["id"] in taken]
        written, of_list = weights(self.dice, len(names), zeros=60)
        return {"weights": [{"kind": name, "weight": weight} for name, weight in zip(names, written)], **of_list}

    def _precision(self, schema):
        dice = self.dice
        decimals = dice.whole(0, 6)
        score_decimals = dice.whole(0, max(0, decimals - 1)) if self.aims else dice.whole(0, 6)
        for name, digits, default in (("decimals", decimals, 4), ("scoreDecimals", score_decimals, 2)):
            if digits != default or dice.chance(50):
                schema[name] = digits
        modes = ["half-up", "half-even", "half-down", "half-ceiling", "half-floor", "up", "down", "ceiling", "floor"]
        mode = dice.pick(modes)
        if mode != "half-up" or dice.chance(50):
            schema["rounding"] = mode

    def _rules(self, schema):
        """Missing rules of the schema and of indicators, with scores that the measures can have."""
        items = list(_indicators(schema["indicators"]))
        if self.dice.chance(75):
            schema["missing"] = self._rule(shared([bounds(schema, item) for item in items]))
        for item in items:
            if self.dice.chance(30):
                item["missing"] = self._rule(bounds(schema, item))

    def _rule(self, safe):
        dice = self.dice
        kind = dice.pick([kind for kind in _FILLS if kind != "fixed" or safe])
        made = {"kind": kind}
        if kind == "fixed":
            made["score"] = dice.number(dice.between(*safe))
        if kind == "previous":
            made["periods"] = dice.whole(1, 4)
        if kind in ("previous", "cohort-median"):
            otherwise = dice.pick([None, "error", "zero", "reweight", "reweight"])
            made.update({} if otherwise is None else {"otherwise": otherwise})
        return made

    def _minimums(self, schema):
        dice = self.dice
        if dice.chance(30):
            schema["minimumPresence"] = dice.ratio(dice.pick([Fraction(1, 2), Fraction(2, 3), Fraction(4, 5), 1, 0]))
        if dice.chance(40):
            many = len(list(leaves_of(schema["indicators"])))
            schema["minimumCoverage"] = dice.ratio(
                dice.pick([Fraction(1, 2), Fraction(dice.whole(0, many), many), Fraction(3, 4), 1])
            )


def _named(rows):
    """The ids that a limit of the list can name."""
    for row in rows:
        yield row["id"]
        if "indicators" in row:
            yield from _named(row["indicators"])


def _indicators(rows):
    """Every indicator, composites and what is in them too."""
    for row in rows:
        if "indicators" in row:
            yield from _indicators(row["indicators"])
            continue
        yield row
        if row["measure"]["kind"] == "composite":
            yield from _indicators(row["measure"]["indicators"])
