"""From evidence to scores, and from scores to a place in the matrix."""

from fractions import Fraction

from exact import SHOWN, number, ratio, rounded, settle_remainders, share_out, shown, text, units


class Axis:
    """One dimension of a policy: its indicators, weights and bands."""

    def __init__(self, config):
        self.id = config["id"]
        self.decimals = int(config.get("decimals", 4))
        self.score_decimals = int(config.get("scoreDecimals", 2))
        self.mode = config.get("rounding", "half-up")
        self.indicators = config["indicators"]
        written = {one["id"]: ratio(one["weight"]) for one in self.indicators}
        whole = sum(written.values()) if config.get("normalise") is True else number(config.get("outOf", 1))
        self.weights = {name: weight / whole for name, weight in written.items()}
        self.margin = number(config["margin"]) if "margin" in config else None
        self.bands = [
            (band["id"], None if "from" not in band else number(band["from"])) for band in config["bands"]
        ]

    def score(self, evidence):
        """The score of the axis, that of each indicator, and how both are shown."""
        scores, raws = {}, {}
        for one in self.indicators:
            exact, raws[one["id"]] = _MEASURES[one["measure"]["kind"]](one["measure"], evidence[one["id"]])
            scores[one["id"]] = rounded(exact, self.decimals, self.mode)
        exact_points = {name: self.weights[name] * score for name, score in scores.items()}
        total = sum(exact_points.values())
        value = rounded(total, self.score_decimals, self.mode)
        points = settle_remainders(
            units(total, SHOWN), {name: point * 10**SHOWN for name, point in exact_points.items()}
        )
        weights = share_out(10**SHOWN, self.weights)
        report = {
            "value": text(value),
            "roundingDifference": text(value - _from_units(sum(points.values()))),
            "indicators": [
                {
                    "id": one["id"],
                    "measure": one["measure"]["kind"],
                    "raw": raws[one["id"]],
                    "score": text(scores[one["id"]]),
                    "weight": text(_from_units(weights[one["id"]])),
                    "points": text(_from_units(points[one["id"]])),
                }
                for one in self.indicators
            ],
        }
        return value, scores, report

    def place(self, score, before=None):
        """The position of the score's band; a score of exactly a band's beginning is in it.

        Who was in a band or a better one before stays in it down to its beginning less the margin.
        """
        names = [band for band, _ in self.bands]
        held = names.index(before) if before in names and self.margin is not None else 0
        reached = [place for place, (_, start) in enumerate(self.bands) if start is None or score >= start]
        kept = [place for place in range(1, held + 1) if score >= self.bands[place][1] - self.margin]
        return max([*reached, *kept])

    def report_place(self, score, before=None):
        place = self.place(score, before)
        band, start = self.bands[place]
        report = {"axis": self.id, "score": text(score), "band": band}
        if start is not None:
            report["from"] = text(start)
        if place > self.place(score):
            report["keptFrom"] = text(start - self.margin)
        if place + 1 < len(self.bands):
            following, begins = self.bands[place + 1]
            report["next"] = {"band": following, "from": text(begins), "distance": text(begins - score)}
        return report


def _from_units(count):
    return Fraction(count, 10**SHOWN)


def _attainment(measure, evidence):
    parts = evidence if isinstance(evidence, dict) else {"actual": evidence}
    actual = number(parts["actual"])
    target = number(parts["target"] if "target" in parts else measure["target"])
    reached = actual / target
    points = measure.get("points", {})
    corners = {}
    for name, at in (
        ("floor", ratio(measure.get("floor", 0))),
        ("cap", ratio(measure.get("cap", 1))),
        ("target", Fraction(1)),
    ):
        corners[at] = number(points[name]) if name in points else at * 100
    raw = {"actual": text(actual), "target": text(target), "attainment": shown(reached)}
    return (Fraction(0) if reached < min(corners) else along(corners, reached)), raw


def _rating(measure, evidence):
    given = number(evidence)
    worst, best = number(measure["from"]), number(measure["to"])
    points = measure.get("points", {"from": 0, "to": 100})
    ends = {worst: number(points["from"]), best: number(points["to"])}
    return along(ends, given), {"value": text(given)}


def _points(measure, evidence):
    given = number(evidence)
    ends = [number(measure.get("from", 0)), number(measure.get("to", 100))]
    return min(max(given, ends[0]), ends[1]), {"value": text(given)}


_MEASURES = {"attainment": _attainment, "rating": _rating, "points": _points}


def along(corners, at):
    """The height at `at` of the straight lines from corner to corner; beyond the ends that of the end."""
    left = max((x for x in corners if x <= at), default=min(corners))
    right = min((x for x in corners if x >= at), default=max(corners))
    if left >= right:
        return corners[left]
    return corners[left] + (corners[right] - corners[left]) * (at - left) / (right - left)


class Placement:
    """Where a person is in the matrix of a policy."""

    def __init__(self, axes, matrix, scores, indicator_scores, before):
        self.scores = scores
        gates = [(gate, indicator_scores[gate["indicator"]]) for gate in matrix.get("gates", [])]
        failed = [gate for gate, score in gates if score < number(gate["atLeast"])]
        self.failed_gates = [gate["id"] for gate in failed]
        self.vetoed = any(gate["onFail"] == "veto" for gate in failed)
        placed = {axis.id: axis.bands[axis.place(scores[axis.id], before.get(axis.id))][0] for axis in axes}
        self.kept = {axis.id: placed[axis.id] for axis in axes if axis.margin is not None}
        bands = {axis.id: axis.bands[0][0] for axis in axes} if self.vetoed else placed
        self.cell = next(cell for cell in matrix["cells"] if cell["at"] == bands)
        self.report = {
            "axes": [axis.report_place(scores[axis.id], before.get(axis.id)) for axis in axes],
            "cell": {**self.cell, "actions": [{"label": label} for label in self.cell.get("actions", [])]},
            "gates": [
                {
                    "id": gate["id"],
                    "of": {"kind": "indicator", "id": gate["indicator"]},
                    "value": text(score),
                    "atLeast": text(number(gate["atLeast"])),
                    "passed": gate["id"] not in self.failed_gates,
                    "onFail": gate["onFail"],
                }
                for gate, score in gates
            ],
            "promotionBlocked": bool(failed),
            "vetoed": self.vetoed,
        }
