"""Measures that compare with a cohort: the score of a value by the context's figures of the indicator."""

from fractions import Fraction

from scoring_terms import Invalid, count, number, optional, own_or, within

_STANINES = (4, 11, 23, 40, 60, 77, 89, 96)


def _compared(measure, value, figures):
    """How many are worse, how many equal, how many in all."""
    if not figures:
        raise Invalid("no cohort")
    rows = [(number(row["value"]), int(row["count"])) for row in figures["values"]]
    lower = own_or(measure, "better", "higher") == "lower"
    count(measure["kind"], "better", "lower" if lower else "higher")
    worse = sum(many for other, many in rows if (other > value if lower else other < value))
    equal = sum(many for other, many in rows if other == value)
    everybody = int(figures["count"])
    if everybody == 0:
        raise Invalid("nobody")
    count(
        measure["kind"], "outsider" if equal == 0 else "alone" if everybody == 1 else "tied" if equal > 1 else "untied"
    )
    return worse, equal, everybody


def _to_points(measure, share):
    points = own_or(measure, "points", {"from": 0, "to": 100})
    first, last = number(points["from"]), number(points["to"])
    return first + (last - first) * share


def _rank(measure, value, figures):
    worse, equal, everybody = _compared(measure, value, figures)
    better = everybody - worse - equal
    best, worst = better + 1, better + max(equal, 1)
    ties = own_or(measure, "ties", "best")
    count("rank ties", ties)
    rank = {"best": Fraction(best), "worst": Fraction(worst), "average": Fraction(best + worst, 2)}[ties]
    reached = [row for row in measure["scores"] if int(row["from"]) <= rank]
    return number(reached[-1]["score"])


def _percentile_rank(measure, value, figures):
    worse, equal, everybody = _compared(measure, value, figures)
    definition = measure["definition"]
    count("percentile-rank", definition)
    others = everybody - min(equal, 1)
    if definition == "among-others" and others == 0:
        raise Invalid("a cohort too small")
    share = {
        "below": lambda: Fraction(worse, everybody),
        "at-or-below": lambda: Fraction(worse + equal, everybody),
        "mid": lambda: Fraction(2 * worse + equal, 2 * everybody),
        "among-others": lambda: Fraction(worse, others),
    }[definition]()
    if definition == "among-others" and equal == 0:
        count("percentile-rank among-others", "outsider")
    return _to_points(measure, share)


def _stanine(measure, value, figures):
    worse, equal, everybody = _compared(measure, value, figures)
    percent = Fraction(100 * (2 * worse + equal), 2 * everybody)
    stanine = 1 + sum(start <= percent for start in _STANINES)
    count("stanine", stanine)
    return _to_points(measure, Fraction(stanine - 1, 8))


def _min_max(measure, value, figures):
    if "lowest" not in figures:
        raise Invalid("nobody")
    lowest, highest = number(figures["lowest"]), number(figures["highest"])
    if not lowest <= value <= highest:
        if own_or(measure, "outOfRange", "error") == "error":
            raise Invalid("out of the range of the cohort")
        count("min-max clamp", "below" if value < lowest else "above")
        value = within(value, lowest, highest)
    if lowest == highest:
        return _when_equal(measure)
    lower = own_or(measure, "better", "higher") == "lower"
    count("min-max better", "lower" if lower else "higher")
    return _to_points(measure, (highest - value if lower else value - lowest) / (highest - lowest))


def _z_score(measure, value, figures):
    if "deviation" not in figures:
        raise Invalid("nobody")
    deviation = number(figures["deviation"])
    count("z-score", own_or(measure, "deviation", "population"))
    if deviation == 0:
        return _when_equal(measure)
    lower = own_or(measure, "better", "higher") == "lower"
    count("z-score better", "lower" if lower else "higher")
    z = (value - number(figures["mean"])) / deviation
    score = number(own_or(measure, "mean", 50)) + number(own_or(measure, "spread", 10)) * (-z if lower else z)
    kept = within(score, number(own_or(measure, "from", 0)), number(own_or(measure, "to", 100)))
    count("z-score", "in the range" if kept == score else "kept within")
    return kept


def _when_equal(measure):
    count(measure["kind"], "whenEqual")
    score = optional(measure, "whenEqual")
    if score is None:
        raise Invalid("all are equal")
    return score


RELATIVE = {
    "rank": _rank,
    "percentile-rank": _percentile_rank,
    "stanine": _stanine,
    "min-max": _min_max,
    "z-score": _z_score,
}
