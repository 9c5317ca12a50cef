"""Evidence for a measure, aimed at its corners or at a score that is wished for."""

from fractions import Fraction

from scoring_evidence_measures import attainment_corners
from scoring_generate_numbers import Dice
from scoring_lines import read_points
from scoring_terms import number, own_or, ratio

PLAIN = [0, 1, 2, 3, 3, 4, 5, 5, Fraction(7, 2), Fraction(21, 4), 10]


class Evidence:
    """Makes raw evidence; `wish` is a score, or None for any."""

    def __init__(self, dice: Dice):
        self.dice = dice

    def raw(self, measure, wish, person):
        kind = measure["kind"]
        if kind in _FORMS:
            return _FORMS[kind](self, measure, wish, person)
        value = self._value(measure, wish)
        return self._listed(measure["over"], value) if "over" in measure else self.dice.number(value)

    def rating(self, measure, wish):
        """What one rater says."""
        if measure["kind"] in _FORMS:
            return _FORMS[measure["kind"]](self, measure, wish, None)
        return self.dice.number(self._value(measure, wish))

    def _value(self, measure, wish):
        kind, dice = measure["kind"], self.dice
        if kind in ("rank", "percentile-rank", "stanine", "min-max", "z-score"):
            return Fraction(dice.pick(PLAIN))
        if kind == "steps":
            return self._on_steps(measure)
        if kind == "points":
            points = [(number(own_or(measure, end, default)),) * 3 for end, default in (("from", 0), ("to", 100))]
        elif kind == "rating":
            scores = own_or(measure, "points", {"from": 0, "to": 100})
            points = sorted((number(measure[end]), number(scores[end]), number(scores[end])) for end in ("from", "to"))
        elif kind == "lines":
            points = read_points(measure["points"], number)
        else:
            scores = own_or(measure, "points", {"outside": 0, "ideal": 100})
            outside, ideal = number(scores["outside"]), number(scores["ideal"])
            start, end = (number(measure["ideal"][name]) for name in ("from", "to"))
            corners = {number(measure["from"]): outside, start: ideal, end: ideal, number(measure["to"]): outside}
            points = [(at, score, score) for at, score in sorted(corners.items())]
        return self._on_lines(points, wish, own_or(measure, "outOfRange", "error"))

    def _on_lines(self, points, wish, out_of_range):
        if wish is not None:
            found = [at for pair in zip(points, points[1:]) for at in _where(*pair, wish)]
            if found:
                return self.dice.pick(found)
        return self._among([point[0] for point in points], out_of_range != "error")

    def _among(self, corners, beyond):
        """A corner, between two, or beyond the ends."""
        dice, way = self.dice, self.dice.whole(1, 100)
        if way <= 35 or len(corners) == 1:
            return dice.pick(corners)
        if way <= 65 and beyond:
            step = dice.pick([1, Fraction(1, 8), 10, Fraction(1, 3), Fraction(1, 10**6)])
            return dice.pick([corners[0] - step, corners[-1] + step])
        return dice.between(corners[0], corners[-1])

    def _on_steps(self, measure):
        corners = [number(step["from"]) for step in measure["steps"] if "from" in step]
        if "to" in measure:
            corners.append(number(measure["to"]))
        if not corners:
            return Fraction(self.dice.pick(PLAIN))
        value = self._among(corners, True)
        open_below, open_above = "from" not in measure["steps"][0], "to" not in measure
        if own_or(measure, "outOfRange", "error") == "error" and (
            (value < corners[0] and not open_below) or (value > corners[-1] and not open_above)
        ):
            return self.dice.pick(corners)
        return value

    def _listed(self, reducer, value):
        """A list that the reducer takes to the value."""
        dice, kind = self.dice, reducer["kind"]
        gaps = [Fraction(dice.pick([0, 1, 1, 2, Fraction(1, 2), 3])) for _ in range(dice.whole(0, 2))]
        around = [value - gap for gap in gaps] + [value] * dice.whole(1, 2) + [value + gap for gap in gaps]
        if kind in ("mean", "median", "trimmed-mean"):
            listed = dice.shuffled(around)
        elif kind == "sum":
            listed = dice.shuffled(
                [value / 2 - gap for gap in gaps] + [value / 2 + gap for gap in gaps] + [0 if gaps else value]
            )
            listed = listed if sum(listed) == value else [value]
        elif kind == "change":
            start = Fraction(dice.whole(0, 9))
            listed = [start, *around, start + value] if value or dice.chance(70) else [start]
        elif kind == "last":
            listed = [*dice.shuffled(around), value]
        elif kind in ("maximum", "minimum", "highest", "lowest"):
            sign = -1 if kind in ("maximum", "highest") else 1
            taken = [value] * int(own_or(reducer, "count", 1))
            if len(taken) > 1 and gaps:
                taken[0], taken[1] = value - gaps[0], value + gaps[0]
            end = max(taken) if sign > 0 else min(taken)
            listed = dice.shuffled([*taken, *(end + sign * gap for gap in gaps)])
        else:
            return self._weighted(reducer, value, len(gaps) + 1)
        return [dice.number(one) for one in listed]

    def _weighted(self, reducer, value, many):
        stated = reducer.get("weights")
        weights = (
            [ratio(one) for one in stated] if stated else [Fraction(self.dice.pick([1, 1, 2, 4])) for _ in range(many)]
        )
        values = [value + self.dice.whole(-2, 2) for _ in weights[1:]]
        first = (value * sum(weights) - sum(w * v for w, v in zip(weights[1:], values))) / weights[0]
        values = [self.dice.number(one) for one in (first, *values)]
        if stated:
            return values
        return [{"value": one, "weight": self.dice.number(weight)} for one, weight in zip(values, weights)]

    def _choice(self, measure, wish, _):
        fitting = [option["id"] for option in measure["options"] if number(option["score"]) == wish]
        return self.dice.pick(fitting or [option["id"] for option in measure["options"]])

    def _yes_no(self, *_):
        return self.dice.chance(50)

    def _attainment(self, measure, wish, person):
        dice, reducer = self.dice, measure.get("over")
        reached = self._on_lines(attainment_corners(measure), wish, "clamp")
        formula = own_or(measure, "formula", "ratio")
        target, stated = self._target(measure, person)
        whole = target * (person["share"] if measure.get("proRate") else 1)
        if formula == "inverse":
            actual = whole / reached if reached > 0 else Fraction(dice.pick([0, 1000]))
            actual = Fraction(0) if dice.chance(8) else actual
        else:
            actual = whole * (reached if formula == "ratio" else 2 - reached)
        raw = self._listed(reducer, actual) if reducer else dice.number(actual)
        if stated is not None:
            return {"actual": raw, "target": stated}
        return {"actual": raw} if dice.chance(50) else raw

    def _target(self, measure, person):
        """The target that holds, and how the evidence states it, if it does."""
        dice, targets, reducer = self.dice, measure.get("targets"), measure.get("over")
        held = [number(measure["target"])] if "target" in measure else []
        if targets:
            said = person["period"] if targets["by"] == "period" else person["attributes"].get(targets["by"])
            held = [number(row["target"]) for row in targets["rows"] if row["is"] == said] or held
        if held and not dice.chance(25):
            return held[0], None
        target = Fraction(dice.pick([1, 10, 60, 100, Fraction(35, 2), Fraction(50, 3)]))
        by_value = reducer and reducer["kind"] == "weighted-mean" and "weights" not in reducer
        if reducer and not by_value and dice.chance(60):
            return target, self._listed(reducer, target)
        return target, dice.number(target)

    def _growth(self, measure, wish, _):
        dice = self.dice
        signs = [1, 1, 1, 1]
        signs += [0] if measure["baseZero"]["kind"] != "error" else []
        signs += [-1] if measure["baseNegative"]["kind"] != "error" else []
        base = dice.pick(signs) * Fraction(dice.pick([1, 8, 50, 100, Fraction(25, 2), Fraction(10, 3)]))
        growth = self._on_lines(read_points(measure["points"], ratio), wish, own_or(measure, "outOfRange", "error"))
        return {"actual": dice.number(base + growth * abs(base)), "base": dice.number(base)}

    def _events(self, measure, wish, _):
        counts = {event["id"]: dice_count for event in measure["events"] if (dice_count := self._count()) is not None}
        if wish is not None and len(measure["events"]) == 1:
            needed = (wish - number(own_or(measure, "start", 100))) / number(measure["events"][0]["points"])
            counts = {measure["events"][0]["id"]: needed} if needed >= 0 else counts
        return {name: self.dice.number(value) for name, value in counts.items()}

    def _count(self):
        return self.dice.pick([None, 0, 1, 1, 2, 3, 5, 20, Fraction(1, 2), Fraction(3, 4)])

    def _goals(self, measure, *_):
        levels = own_or(measure, "levels", {"from": -2, "to": 2})
        least, most = int(levels["from"]), int(levels["to"])
        goals = []
        for _ in range(self.dice.whole(1, 5)):
            level = self.dice.pick([*range(least, most + 1), *range(least, most + 1), most - Fraction(1, 2)])
            weight = (
                {"weight": self.dice.number(self.dice.pick([1, 2, 3, Fraction(1, 2), Fraction(2, 3)]))}
                if self.dice.chance(50)
                else {}
            )
            goals.append({"level": self.dice.number(level), **weight})
        return goals


def _where(first, second, wish):
    """Where the line between two points has the height that is wished for."""
    low, high = first[2], second[1]
    if low == high:
        return [first[0]] if wish == low else []
    at = first[0] + (second[0] - first[0]) * (wish - low) / (high - low)
    return [at] if first[0] <= at < second[0] or (at == second[0] and second[1] == second[2]) else []


_FORMS = {
    "choice": Evidence._choice,
    "yes-no": Evidence._yes_no,
    "attainment": Evidence._attainment,
    "growth": Evidence._growth,
    "events": Evidence._events,
    "goal-attainment": Evidence._goals,
}
