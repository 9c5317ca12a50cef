"""A performance bonus: the tier's target times the payout that belongs to the score."""

from fractions import Fraction

from exact import number, ratio, rounded, shown
from incentives.lines import Payer, note, refuse
from incentives.presence import Stretch, line_of_parts, stretch_notes, stretches
from incentives.proration import Proration

ZERO, ONE = Fraction(0), Fraction(1)


class PayoutCurve:
    def __init__(self, config, decimals, mode):
        self.points = [
            (number(one["score"]), ratio(one["pays"]), ratio(one["below"]) if "below" in one else ratio(one["pays"]))
            for one in config["payout"]
        ]
        self.steps = config.get("curve") == "steps"
        self.goes_on = config.get("above") == "extended"
        self.decimals, self.mode = decimals, mode

    def pays(self, score):
        exact = self._exact(score)
        return exact if self.decimals is None else rounded(exact, self.decimals, self.mode)

    def _exact(self, score):
        reached = [point for point in self.points if point[0] <= score]
        if not reached:
            return ZERO
        above = self.points[len(reached) :]
        if self.steps or score == reached[-1][0] or not (above or self.goes_on):
            return reached[-1][1]
        (left, low, _), (right, _, high) = (reached[-1], above[0]) if above else self.points[-2:]
        return low + (high - low) * (score - left) / (right - left)


class PayoutMatrix:
    """A curve for each of some scores; between rows the last that is reached, or a straight line."""

    def __init__(self, config, decimals, mode):
        by_score = config["byScore"]
        curve = {name: config[name] for name in ("curve", "above") if name in config}
        self.rows = [
            (number(row["score"]), PayoutCurve({**curve, "payout": row["payout"]}, None, mode))
            for row in by_score["rows"]
        ]
        self.steps = by_score.get("curve") == "steps"
        self.decimals, self.mode = decimals, mode

    def pays(self, value, score):
        exact = self._exact(value, score)
        return exact if self.decimals is None else rounded(exact, self.decimals, self.mode)

    def _exact(self, value, score):
        reached = [row for row in self.rows if row[0] <= score]
        if not reached:
            return ZERO
        at, curve = reached[-1]
        above = self.rows[len(reached) :]
        low = curve.pays(value)
        if self.steps or not above:
            return low
        return low + (above[0][1].pays(value) - low) * (score - at) / (above[0][0] - at)


class PerformanceBonus(Payer):
    use, category = "performanceBonus", "bonus"

    def __init__(self, config):
        super().__init__(config)
        self.targets = {row["tier"]: row for row in config["target"]}
        self.curve = self._curve(config)
        self.multipliers = config.get("multipliers", [])
        self.curves = {one["id"]: self._curve(one) for one in self.multipliers if "payout" in one}
        decimals = config.get("payoutDecimals")
        self.matrices = {
            one["id"]: PayoutMatrix(one, decimals, self.mode) for one in self.multipliers if "byScore" in one
        }
        self.modifiers = {one["tier"]: number(one["factor"]) for one in config.get("modifiers", [])}
        self.added = config.get("combine") == "add" and bool(self.multipliers)
        self.proration = Proration(config.get("proration"))

    def _curve(self, config):
        return PayoutCurve(config, self.config.get("payoutDecimals"), self.mode)

    def result(self, given):
        refuse(self._problems(given))
        values = {name: given[name] for name in ("tier", "salary") if name in given}
        held = [Stretch("/", values, ONE)]
        if "period" in given:
            held = stretches(given, values, self.proration)
        refuse(code for one in held for code in self._place_problems(one.values))
        payouts = self._payouts(given)
        parts = [
            (one.named, self._target(one.values), self._bounded(self._made(payouts, one.values)) * one.part)
            for one in held
        ]
        notes = self._notes(given, payouts)
        for one in held:
            own = self._stretch_notes(payouts, one.values)
            for said in own if len(held) > 1 else []:
                said["values"]["days"] = one.named
            notes += own
        if "period" in given:
            notes += stretch_notes(given, held, self.proration)
        return line_of_parts(self, parts, notes=notes, period=given.get("period"), rateAs="percent")

    def _problems(self, given):
        if "period" not in given and any(given.get(name) for name in ("employment", "absences", "changes")):
            yield "missing"
        said = given.get("multipliers", {})
        for one in self.multipliers:
            if one["id"] not in said:
                yield "missing"
            elif self._is_factor(one) and number(said[one["id"]]) < 0:
                yield "out-of-range"
        if set(said) - {one["id"] for one in self.multipliers}:
            yield "unknown-multiplier"

    def _is_factor(self, one):
        return "payout" not in one and "byScore" not in one

    def _place_problems(self, values):
        if values["tier"] not in self.targets:
            yield "unknown-tier"
        elif "share" in self.targets[values["tier"]] and "salary" not in values:
            yield "missing"

    def _target(self, values):
        row = self.targets[values["tier"]]
        return ratio(row["share"]) * number(values["salary"]) if "share" in row else number(row["amount"])

    def _payouts(self, given):
        """The payout of the score, and of each multiplier."""
        payouts = {"": self.curve.pays(number(given["score"]))}
        for one in self.multipliers:
            said = number(given["multipliers"][one["id"]])
            if one["id"] in self.matrices:
                payouts[one["id"]] = self.matrices[one["id"]].pays(said, number(given["score"]))
            else:
                payouts[one["id"]] = self.curves[one["id"]].pays(said) if "payout" in one else said
        return payouts

    def _made(self, payouts, values):
        made = payouts[""]
        if self.added:
            made = sum(
                (ratio(one.get("weight", 1)) * payouts[one["id"]] for one in self.multipliers),
                ratio(self.config.get("weight", 1)) * made,
            )
            if self._gates(payouts):
                made = ZERO
        else:
            for one in self.multipliers:
                made *= payouts[one["id"]]
        return made * self.modifiers.get(values["tier"], 1)

    def _gates(self, payouts):
        return [one["id"] for one in self.multipliers if one.get("required") and payouts[one["id"]] == 0]

    def _bounded(self, payout):
        if "floor" in self.config:
            payout = max(payout, ratio(self.config["floor"]))
        return min(payout, ratio(self.config["cap"])) if "cap" in self.config else payout

    def _notes(self, given, payouts):
        score, first = number(given["score"]), self.curve.points[0][0]
        notes = [note("payout-threshold", score=score, threshold=first)] if score < first else []
        if not self.added and score >= first:
            notes.append(note("payout-score", score=score, payout=shown(payouts[""])))
        if self.added:
            notes.append(self._added("score", score, payouts[""], self.config.get("weight", 1)))
        for one in self.multipliers:
            said, paid = number(given["multipliers"][one["id"]]), payouts[one["id"]]
            if self.added:
                notes.append(self._added(one["id"], said, paid, one.get("weight", 1)))
            else:
                kind = "payout-multiplier" if self._is_factor(one) else "payout-multiplier-curve"
                notes.append(note(kind, multiplier=one["id"], value=said, payout=shown(paid)))
        return notes + [note("payout-gate", multiplier=name) for name in self._gates(payouts)]

    def _stretch_notes(self, payouts, values):
        row, notes = self.targets[values["tier"]], []
        if "share" in row:
            notes.append(note("payout-target", share=ratio(row["share"]), salary=number(values["salary"])))
        factor = self.modifiers.get(values["tier"], ONE)
        if factor != 1:
            notes.append(note("payout-modifier", tier=values["tier"], factor=factor))
        made = self._made(payouts, values)
        if self._bounded(made) < made:
            notes.append(note("payout-cap", cap=ratio(self.config["cap"]), payout=shown(made)))
        if self._bounded(made) > made:
            notes.append(note("payout-floor", floor=ratio(self.config["floor"]), payout=shown(made)))
        return notes

    def _added(self, name, value, payout, weight):
        return note("payout-added", multiplier=name, value=value, payout=shown(payout), weight=ratio(weight))
