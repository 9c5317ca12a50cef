"""Everything that the cases have to exercise."""

_MODES = ["half-up", "half-even", "half-down", "half-ceiling", "half-floor", "up", "down", "ceiling", "floor"]
_AGGREGATIONS = ["arithmetic", "geometric", "minimum", "limited"]
_RATEABLE = ["points", "rating", "lines", "steps", "ideal-range", "choice", "yes-no"]
_BY_RANK = ["rank", "percentile-rank", "stanine"]
_COMPARED = [*_BY_RANK, "min-max", "z-score"]
_OTHERS = ["attainment", "growth", "events", "goal-attainment"]
_REDUCERS = ["sum", "mean", "median", "last", "maximum", "minimum", "change"]
_REDUCERS += ["trimmed-mean", "weighted-mean", "highest", "lowest"]


def _each(*parts):
    """Every combination of the parts, of which each is a text or a list of texts."""
    keys = [""]
    for part in parts:
        words = [part] if isinstance(part, str) else part
        keys = [f"{key} {word}".strip() for key in keys for word in words]
    return keys


_MEASURES = [
    *_each("measure", [*_RATEABLE, *_COMPARED, *_OTHERS]),
    *_each("over", [*_RATEABLE[:5], *_COMPARED, "attainment"]),
    *_each("reducer", _REDUCERS),
    *_each("reducer weighted-mean", ["by value", "by position"]),
    *_each("reducer trimmed-mean", ["cuts", "cuts nothing"]),
    *_each(["points", "rating", "lines", "growth"], ["clamp", "extend"], ["below", "above"]),
    *_each(["ideal-range", "steps", "min-max"], "clamp", ["below", "above"]),
    *_each(["points", "rating", "lines", "growth", "ideal-range", "attainment"], ["at a point", "between"]),
    *_each(["lines", "growth"], "at a jump"),
    *_each(["lines", "growth", "steps"], "better", ["higher", "lower", "neither"]),
    "rating reversed",
    *_each("steps boundary", ["upper", "lower"]),
    *_each("steps", ["first from", "to"]),
    *_each("yes-no", ["yes", "no"]),
    *_each("growth base zero fixed"),
    *_each("growth base negative", ["absolute", "fixed"]),
    *_each("attainment", ["ratio", "inverse", "mirror"]),
    *_each("attainment", ["lines", "at a jump"]),
    *_each("attainment at the", ["floor", "target", "cap"]),
    *_each("attainment", ["below the floor", "clamp above", "inverse of zero"]),
    *_each("attainment proRate", ["whole", "part", "zero"]),
    *_each("target", ["by evidence", "by evidence list", "by period", "by attribute"]),
    *_each("target constant", ["alone", "after no row"]),
    *_each("events", ["in the range", "below the range", "above the range", "most reached", "most not reached"]),
    *_each("goals", ["correlation none", "correlation some", "in the range", "kept within"]),
    *_each(_COMPARED, "better", ["higher", "lower"]),
    *_each(_BY_RANK, ["tied", "untied", "alone", "outsider"]),
    *_each("rank ties", ["best", "average", "worst"]),
    *_each("percentile-rank", ["below", "at-or-below", "mid", "among-others", "among-others outsider"]),
    *_each("stanine", list("123456789")),
    *_each(["min-max", "z-score"], "whenEqual"),
    *_each("z-score", ["population", "sample", "in the range", "kept within"]),
]
_RATERS = [
    *_each("raters", ["counted", "dropped", "merged", "not observed", "kind measure"]),
    *_each("raters", ["no kind counts", "weights of zero", "below the minimum drop"]),
    *_each("raters summary", ["mean", "median", "trimmed-mean", "weighted-mean"]),
    *_each("raters measure", _RATEABLE),
    *_each("raters weights of the", ["schema", "indicator"]),
    *_each("raters pool", ["with the short", "with the sufficient", "of many", "with none of a kind", "too small"]),
]
_MISSING = [
    *_each("missing", ["zero", "fixed", "cohort-median", "reweight"]),
    *_each("missing previous", ["in time", "just in time", "too old", "not before", "of another unit", "is not there"]),
    *_each(["missing previous otherwise", "missing cohort-median otherwise"], ["zero", "reweight"]),
    *_each("insufficient", ["presence", "target of zero", "coverage", "nothing present"]),
    *_each(["presence", "coverage"], "just enough"),
    *_each("group", ["missing", "present"]),
    "composite of nothing",
]
_WHOLE = [
    *_each(["aggregation", "composite"], _AGGREGATIONS),
    *_each("composite", ["with groups", "in composite"]),
    *_each("geometric", ["with least", "without least", "of zero"]),
    *_each("limited", ["by a named one", "by any", "at the level"]),
    *_each("limitedBy", ["an indicator", "a group"]),
    *_each("settled on", ["a tie", "a unit"]),
    *_each("groups of depth", list("1234")),
    *_each("weights", ["fraction", "percent", "decimal", "outOf", "normalise", "of zero"]),
    *_each("extra", ["with evidence", "without evidence"]),
    *_each("extra missing", ["error", "zero"]),
    *_each(["extras", "scoreRange"], ["at the beginning", "at the end"]),
    *_each(["rounding", "value rounding"], _MODES, ["tie", "whole", "between"]),
    *_each(["decimals", "scoreDecimals"], list("0123456")),
    *_each("written as a", ["JSON number", "decimal text", "fraction text", "percent text"]),
    *_each("cohort of", ["one", "many", "nobody"]),
    *_each("cohort median of", ["an indicator", "a composite"], "with scores"),
    *_each("cohort median of an indicator without scores"),
    *_each(["aggregationDifference", "limitDifference", "cohort without the evidence of some"]),
]
REQUIRED = [*_MEASURES, *_RATERS, *_MISSING, *_WHOLE]
