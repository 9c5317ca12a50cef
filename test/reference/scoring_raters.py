"""What several kinds of raters make of one indicator."""

from fractions import Fraction

from exact import SHOWN, share_out, shown, text
from scoring_measures import score_of_rating, score_of_value
from scoring_reducers import reduced
from scoring_terms import Invalid, count, number, own_or, ratio, shares

_OF_SCORES = ("choice", "yes-no")


class Kind:
    """A kind of raters, with its weight on the indicator."""

    def __init__(self, config, weight, measure):
        self.id = config["id"]
        self.weight = weight
        self.summary = own_or(config, "summary", {"kind": "mean"})
        self.minimum = int(own_or(config, "minimum", 1))
        self.below = own_or(config, "belowMinimum", {"kind": "error"})
        self.measure = own_or(config, "measure", measure)
        if "measure" in config:
            count("raters kind measure")


def kinds_of(schema, indicator) -> list[Kind]:
    """The kinds that rate an indicator, by its own weights or the schema's."""
    general, own = schema["raters"], indicator["raters"]
    rows = own.get("weights")
    if rows is None:
        rows = [{"kind": kind["id"], "weight": kind["weight"]} for kind in general["kinds"]]
        count("raters weights of the schema")
        weights = shares(general, rows)
    else:
        count("raters weights of the indicator")
        weights = shares(own, rows)
    by_kind = dict(zip((row["kind"] for row in rows), weights))
    return [
        Kind(config, by_kind[config["id"]], indicator["measure"])
        for config in general["kinds"]
        if config["id"] in by_kind
    ]


def rated(kinds, ratings):
    """The exact score, None where no kind counts, and the report on each kind."""
    observed = {
        kind.id: [one for one in ratings if one["kind"] == kind.id and one.get("value") is not None] for kind in kinds
    }
    asked = {kind.id: sum(one["kind"] == kind.id for one in ratings) for kind in kinds}
    scores, into = _judged(kinds, observed)
    counting = [kind for kind in kinds if kind.id in scores]
    total = sum((kind.weight for kind in counting), Fraction(0))
    if total == 0:
        count("raters", "weights of zero" if counting else "no kind counts")
    exact = sum(kind.weight * scores[kind.id] for kind in counting) / total if total else None
    weights = share_out(10**SHOWN, {kind.id: kind.weight for kind in counting}) if total else {}
    report = []
    for kind in kinds:
        outcome = "merged" if kind.id in into else "counted" if kind.id in scores else "dropped"
        count("raters", outcome)
        seen = len(observed[kind.id])
        if seen < asked[kind.id]:
            count("raters not observed")
        row = {"kind": kind.id, "ratings": text(Fraction(seen)), "notObserved": text(Fraction(asked[kind.id] - seen))}
        row["minimum"] = text(Fraction(kind.minimum))
        if kind.id in weights:
            row["weight"] = text(Fraction(weights[kind.id], 10**SHOWN))
        if kind.id in scores:
            row["score"] = shown(scores[kind.id])
        row["outcome"] = outcome
        if kind.id in into:
            row["into"] = into[kind.id]
        report.append(row)
    return exact, report


def _judged(kinds, observed):
    """The scores of the kinds that count, and into which kind others are merged."""
    scores, into = {}, {}
    by_id = {kind.id: kind for kind in kinds}
    short = [kind for kind in kinds if len(observed[kind.id]) < kind.minimum]
    for target in kinds:
        merging = [kind for kind in short if kind.below["kind"] == "merge" and kind.below["into"] == target.id]
        pool = [one for kind in (*merging, target) for one in observed[kind.id]]
        if merging and len(pool) >= max(kind.minimum for kind in (*merging, target)):
            count("raters pool", "with the short" if target in short else "with the sufficient")
            if len(merging) > 1:
                count("raters pool of many")
            if any(not observed[kind.id] for kind in merging):
                count("raters pool with none of a kind")
            score = _summary(by_id[target.id], pool)
            scores.update({kind.id: score for kind in (*merging, target)})
            into.update({kind.id: target.id for kind in merging})
        elif merging:
            count("raters pool too small")
    for kind in kinds:
        if kind.id in scores or (kind in short and kind.below["kind"] == "merge"):
            continue
        if kind in short:
            if kind.below["kind"] == "error":
                raise Invalid("too few ratings")
            count("raters below the minimum", kind.below["kind"])
        else:
            scores[kind.id] = _summary(kind, observed[kind.id])
    return scores, into


def _summary(kind, ratings):
    """The score that the ratings of a kind come to."""
    count("raters summary", kind.summary["kind"])
    count("raters measure", kind.measure["kind"])
    weights = None
    if kind.summary["kind"] == "weighted-mean":
        weights = [ratio(one["weight"]) for one in ratings]
    if kind.measure["kind"] in _OF_SCORES:
        return reduced(kind.summary, [score_of_rating(kind.measure, one["value"]) for one in ratings], weights)
    return score_of_value(kind.measure, reduced(kind.summary, [number(one["value"]) for one in ratings], weights))
