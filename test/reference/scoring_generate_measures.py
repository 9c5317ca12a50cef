"""Random valid measures."""

from fractions import Fraction

from scoring_evidence_measures import attainment_corners
from scoring_generate_compared import ComparedMeasures
from scoring_generate_numbers import Dice
from scoring_terms import number

RATEABLE = ["points", "rating", "lines", "steps", "ideal-range", "choice", "yes-no"]
OTHERS = ["attainment", "attainment", "growth", "events", "goal-attainment"]
_WITHOUT_OVER = ("choice", "yes-no", "growth", "events", "goal-attainment")
_SPANS = [(0, 100)] * 6 + [
    (0, 10),
    (20, 80),
    (1, 5),
    (Fraction(1, 2), Fraction(199, 2)),
    (0, Fraction(100, 3)),
    (-50, 50),
]
_REDUCERS = ["sum", "mean", "median", "last", "maximum", "minimum", "change"]
_REDUCERS += ["trimmed-mean", "weighted-mean", "weighted-mean", "highest", "lowest"]
EVENT_IDS = ["late", "complaint", "praise", "Error"]


class Measures(ComparedMeasures):
    """Makes measures; with `never_negative` they have no score below zero, with `plain` those of 0 to 100."""

    def __init__(self, dice: Dice, never_negative=False, plain=False):
        self.dice = dice
        self.never_negative = never_negative
        self.plain = plain

    def any(self, kinds):
        """A measure of one of the kinds; what has a default is written or left out."""
        kind = self.dice.pick(kinds)
        made = {"kind": kind, **getattr(self, "_" + kind.replace("-", "_"))()}
        if kind not in _WITHOUT_OVER and self.dice.chance(25):
            made["over"] = self._over()
        return made

    def without_over(self, kinds):
        made = self.any(kinds)
        made.pop("over", None)
        return made

    def _span(self):
        if self.plain:
            return 0, 100
        return self.dice.pick(_SPANS[:-1] if self.never_negative else _SPANS)

    def _ends(self, ends, default=(0, 100)):
        if ends == default and self.dice.chance(60):
            return {}
        return {"from": self.dice.number(ends[0]), "to": self.dice.number(ends[1])}

    def _own_ends(self, ends):
        """Those of the measure itself, of which each may be left out where it is the default."""
        made = self._ends(ends)
        return {
            end: value
            for end, value in made.items()
            if number(value) != {"from": 0, "to": 100}[end] or self.dice.chance(50)
        }

    def _to_points(self):
        ends = self._ends(self._span())
        return {"points": ends} if ends else {}

    def _out_of_range(self, *ways):
        way = self.dice.pick([None, "error", *ways, *ways])
        if way == "extend" and self.never_negative:
            way = "clamp"
        return {} if way is None else {"outOfRange": way}

    def _over(self):
        kind = self.dice.pick(_REDUCERS)
        made = {"kind": kind}
        if kind == "trimmed-mean":
            made["trim"] = self.dice.ratio(
                self.dice.pick([0, Fraction(1, 10), Fraction(1, 4), Fraction(1, 3), Fraction(49, 100)])
            )
        if kind == "weighted-mean" and self.dice.chance(50):
            made["weights"] = [
                self.dice.ratio(Fraction(self.dice.whole(1, 8), self.dice.pick([1, 4, 10])))
                for _ in range(self.dice.whole(1, 4))
            ]
        if kind in ("highest", "lowest"):
            made["count"] = self.dice.whole(1, 3)
        return made

    def _points(self):
        return {**self._own_ends(self._span()), **self._out_of_range("clamp", "extend")}

    def _rating(self):
        ends = self.dice.pick([(1, 5), (1, 4), (0, 10), (5, 1), (6, 1), (Fraction(1, 2), Fraction(9, 2))])
        return {**self._ends(ends), **self._to_points(), **self._out_of_range("clamp", "extend")}

    def _heights(self, many, better):
        """Scores that never fall, never rise, or do as they like."""
        least, most = self._span()
        scores = sorted(self.dice.between(least, most) for _ in range(many))
        if better == "neither":
            return self.dice.shuffled(scores)
        return scores[::-1] if better == "lower" else scores

    def _better(self, *ways):
        way = self.dice.pick([None, "higher", *ways])
        return way or "higher", {} if way is None else {"better": way}

    def _lines_of(self, ats, out_of_range, write):
        better, written = self._better("lower", "neither")
        many = len(ats)
        jumps = {place for place in range(1, many) if self.dice.chance(25)}
        if out_of_range.get("outOfRange") == "extend":
            jumps.discard(many - 1)
        heights = iter(self._heights(many + len(jumps), better))
        points = []
        for place, at in enumerate(ats):
            end = next(heights) if place in jumps else None
            score = next(heights)
            below = {} if end in (None, score) else {"below": self.dice.number(end)}
            points.append({"at": write(at), "score": self.dice.number(score), **below})
        return {"points": points, **written, **out_of_range}

    def _lines(self):
        ats = self.dice.rising(
            self.dice.whole(2, 5), *self.dice.pick([(0, 20), (0, 100), (-10, 10), (0, 1), (0, Fraction(20, 3))])
        )
        return self._lines_of(ats, self._out_of_range("clamp", "extend"), self.dice.number)

    def _steps(self):
        better, written = self._better("lower", "neither")
        starts = self.dice.rising(
            self.dice.whole(1, 5), *self.dice.pick([(0, 20), (0, 100), (-10, 10), (0, Fraction(20, 3))])
        )
        steps = [
            {"from": self.dice.number(start), "score": self.dice.number(score)}
            for start, score in zip(starts, self._heights(len(starts), better))
        ]
        if self.dice.chance(50):
            del steps[0]["from"]
        end = (
            {"to": self.dice.number(starts[-1] + self.dice.pick([1, 5, Fraction(5, 2)]))}
            if self.dice.chance(50)
            else {}
        )
        boundary = self.dice.pick([{}, {"boundary": "upper"}, {"boundary": "lower"}, {"boundary": "lower"}])
        return {"steps": steps, **end, **boundary, **written, **self._out_of_range("clamp")}

    def _ideal_range(self):
        outer, start, end, last = self.dice.rising(4, *self.dice.pick([(0, 20), (-10, 10), (0, 100)]))
        end = start if self.dice.chance(25) else end
        made = {"from": self.dice.number(outer), "to": self.dice.number(last)}
        made["ideal"] = {"from": self.dice.number(start), "to": self.dice.number(end)}
        if self.dice.chance(50):
            least, most = self._span()
            made["points"] = {"outside": self.dice.number(least), "ideal": self.dice.number(most)}
        return {**made, **self._out_of_range("clamp")}

    def _choice(self):
        ids = self.dice.some(["none", "part", "most", "all", "B", "a"], 2, 5)
        return {"options": [{"id": name, "score": self.dice.number(self.dice.between(*self._span()))} for name in ids]}

    def _yes_no(self):
        scores = {
            "yes": self.dice.number(self.dice.between(*self._span())),
            "no": self.dice.number(self.dice.between(*self._span())),
        }
        return {name: scores[name] for name in self.dice.some(["yes", "no"], 0, 2)}

    def _target(self):
        return self.dice.number(self.dice.pick([1, 4, 30, 80, 100, 250, Fraction(25, 2), Fraction(100, 3), 7]))

    def _attainment(self):
        dice, made = self.dice, {}
        formula = dice.pick([None, "ratio", "inverse", "inverse", "mirror", "mirror"])
        if formula:
            made["formula"] = formula
        if dice.chance(65):
            made["target"] = self._target()
        if dice.chance(35):
            by, names = dice.pick([("tier", ["T1", "T2", "T3"]), ("period", ["2026-Q3", "2026-Q2", "2026", "2026-07"])])
            made["targets"] = {
                "by": by,
                "rows": [{"is": name, "target": self._target()} for name in dice.some(names, 1, 4)],
            }
        if dice.chance(35):
            made["proRate"] = dice.chance(85)
        if dice.chance(20):
            return {**made, "lines": self._attainment_lines()}
        floor = dice.pick([None, 0, Fraction(1, 2), Fraction(4, 5), Fraction(2, 3), 1])
        cap = dice.pick([None, 1, Fraction(6, 5), Fraction(3, 2), 2, Fraction(4, 3)])
        made.update({name: dice.ratio(at) for name, at in (("floor", floor), ("cap", cap)) if at is not None})
        if dice.chance(45):
            points = dict(zip(("floor", "target", "cap"), sorted(dice.between(0, 150) for _ in range(3))))
            points = {name: points[name] for name in dice.some(list(points), 1, 3)}
            points = {
                name: score
                for name, score in points.items()
                if name == "target" or {"floor": floor, "cap": cap}[name] not in (None, 1)
            }
            heights = [score for _, _, score in attainment_corners({**made, "points": points})]
            if points and heights == sorted(heights):
                made["points"] = {name: dice.number(score) for name, score in points.items()}
        return made

    def _attainment_lines(self):
        dice = self.dice
        ats = dice.rising(dice.whole(2, 4), *dice.pick([(0, 1), (Fraction(1, 2), Fraction(3, 2)), (Fraction(-1, 3), 2)]))
        points = []
        heights = iter(sorted(dice.between(0, 150) for _ in range(2 * len(ats))))
        for at in ats:
            below, score = next(heights), next(heights)
            jump = {"below": dice.number(below)} if points and dice.chance(30) else {}
            points.append({"at": dice.ratio(at), "score": dice.number(score), **jump})
        return points

    def _growth(self):
        dice = self.dice
        ats = dice.rising(
            dice.whole(2, 5), *dice.pick([(Fraction(-1, 2), Fraction(1, 2)), (0, 1), (-1, 2), (0, Fraction(2, 3))])
        )
        made = self._lines_of(ats, self._out_of_range("clamp", "extend"), dice.ratio)
        fixed = {"kind": "fixed", "score": dice.number(dice.between(*self._span()))}
        made["baseZero"] = dice.pick([{"kind": "error"}, fixed])
        made["baseNegative"] = dice.pick([{"kind": "error"}, {"kind": "absolute"}, fixed])
        return made

    def _events(self):
        least, most = self._span()
        events = []
        for name in self.dice.some(EVENT_IDS, 1, 4):
            points = self.dice.pick([-20, -5, Fraction(-5, 2), Fraction(-1, 3), 1, 5, Fraction(15, 2)])
            limit = {"most": self.dice.number(self.dice.pick([1, 10, 15, 40]))} if self.dice.chance(40) else {}
            events.append({"id": name, "points": self.dice.number(points), **limit})
        start = self.dice.between(least, most)
        made = {} if (least, most) == (0, 100) and start == 100 else {"start": self.dice.number(start)}
        return {**made, "events": events, **self._own_ends((least, most))}

    def _goal_attainment(self):
        made = {}
        if self.dice.chance(50):
            made["correlation"] = self.dice.number(
                self.dice.pick([0, Fraction(1, 2), Fraction(1, 3), Fraction(3, 10), Fraction(9, 10)])
            )
        if self.dice.chance(30):
            made["levels"] = {"from": self.dice.pick([-2, -3]), "to": self.dice.pick([2, 3])}
        ends = self.dice.pick([(0, 100), (0, 100), (40, 60), (0, 65), (35, 100)])
        return {**made, **self._own_ends(ends)}
