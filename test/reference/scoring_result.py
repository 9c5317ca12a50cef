"""From the scores of a person to the result of the whole."""

from fractions import Fraction

from exact import SHOWN, rounded, settle_remainders, share_out, shown, text, units
from scoring_aggregation import aggregate, applied_limit, evidenced, groups, indicators, mean, used_weights
from scoring_person import Person
from scoring_terms import count, number, optional, own_or, ratio, within


def result_of(schema, given) -> dict:
    person = Person(schema, given)
    person.score_all()
    covered = sum(share for leaf, share in evidenced(schema.items) if person.found[leaf.id].has_evidence)
    because = _insufficient(schema, person, covered)
    if because:
        return {
            "kind": "insufficient-evidence",
            "because": because,
            "coverage": shown(Fraction(covered)),
            "missing": [leaf.id for leaf, _ in evidenced(schema.items) if not person.found[leaf.id].has_evidence],
        }
    return {"kind": "score", **_Whole(schema, person).report(Fraction(covered))}


def _insufficient(schema, person, covered):
    needed = ratio(own_or(schema.config, "minimumPresence", 0))
    if person.terms.presence == needed > 0:
        count("presence just enough")
    if person.terms.presence < needed:
        count("insufficient presence")
        return "presence"
    if person.terms.target_is_zero:
        count("insufficient target of zero")
        return "presence"
    needed = ratio(own_or(schema.config, "minimumCoverage", 0))
    if covered == needed > 0:
        count("coverage just enough")
    if covered < needed:
        count("insufficient coverage")
        return "coverage"
    if mean(schema.items, person.scores) is None:
        count("insufficient nothing present")
        return "coverage"
    return None


def _from_units(count_of_units):
    return Fraction(count_of_units, 10**SHOWN)


def _unless_zero(name, difference):
    """A difference that is shown only where it is not 0."""
    if rounded(difference, SHOWN) == 0:
        return {}
    count(name)
    return {name: shown(difference)}


class _Whole:
    """Everybody who is present put together."""

    def __init__(self, schema, person):
        self.schema, self.person, self.scores = schema, person, person.scores
        self.leaves = list(indicators(schema.items))
        self.used = used_weights(schema.items, self.scores)
        exact = {name: weight * (self.scores[name] or 0) for name, weight in self.used.items()}
        self.sum = sum(exact.values())
        self.weights = share_out(10**SHOWN, self.used)
        in_units = {name: points * 10**SHOWN for name, points in exact.items()}
        self.points = settle_remainders(units(self.sum, SHOWN), in_units)

    def report(self, covered):
        schema, config = self.schema, self.schema.config
        count("aggregation", schema.aggregation)
        aggregated = aggregate(config.get("aggregation"), schema.items, self.scores, schema.score_decimals, schema.mode)
        extras = [(extra["id"], self.scores[extra["id"]]) for extra in schema.extras]
        added = sum((score for _, score in extras), Fraction(0))
        limits, ranges = own_or(config, "extras", {}), own_or(config, "scoreRange", {})
        kept_extras = within(added, optional(limits, "from"), optional(limits, "to"))
        kept = within(aggregated + kept_extras, optional(ranges, "from"), optional(ranges, "to"))
        _count_limits(added, kept_extras, aggregated + kept_extras, kept)
        value = rounded(kept, schema.score_decimals, schema.mode)
        _count_rounding(kept, schema)
        differences = {}
        if schema.aggregation != "arithmetic":
            differences = _unless_zero("aggregationDifference", aggregated - self.sum)
        differences |= _unless_zero("limitDifference", kept - (aggregated + added))
        explained = _from_units(sum(self.points.values())) + added
        explained += sum(Fraction(difference) for difference in differences.values())
        return {
            "value": text(value),
            "coverage": shown(covered),
            "indicators": [self._indicator(item) for item in self.leaves],
            "groups": [self._group(item) for item in groups(schema.items)],
            "extras": [{"id": name, "points": text(score)} for name, score in extras],
            **differences,
            **_limited_by(config.get("aggregation"), schema.items, self.scores),
            "roundingDifference": text(value - explained),
        }

    def _indicator(self, item):
        score, found = self.scores[item.id], self.person.found[item.id]
        short = Fraction(0)
        if score is not None:
            short = max(short, self.used[item.id] * (self.schema.full_marks[item.id] - score))
        group = {"group": item.parent.id} if item.parent else {}
        return {
            "id": item.id,
            **group,
            "measure": item.measure["kind"],
            **_where_from(score, found),
            "weight": text(_from_units(self.weights[item.id])),
            "points": text(_from_units(self.points[item.id])),
            "toFullMarks": shown(short),
            **({"parts": self._parts(item), **self._limit_of(item)} if item.is_composite else {}),
        }

    def _parts(self, composite):
        leaves = list(indicators(composite.items))
        weights = share_out(10**SHOWN, used_weights(composite.items, self.scores))
        if len(leaves) > len([item for item in composite.items if not item.is_group]):
            count("composite with groups")
        if any(leaf.is_composite for leaf in leaves):
            count("composite in composite")
        return [
            {
                "id": leaf.id,
                **_where_from(self.scores[leaf.id], self.person.found[leaf.id]),
                "weight": text(_from_units(weights[leaf.id])),
                **(self._limit_of(leaf) if leaf.is_composite else {}),
            }
            for leaf in leaves
        ]

    def _limit_of(self, composite):
        return _limited_by(composite.measure.get("aggregation"), composite.items, self.scores)

    def _group(self, group):
        score = self.scores[group.id]
        count("group", "missing" if score is None else "present")
        names = [item.id for item in indicators(group.items)]
        return {
            "id": group.id,
            **({} if score is None else {"score": shown(score)}),
            "weight": text(_from_units(sum(self.weights[name] for name in names))),
            "points": text(_from_units(sum(self.points[name] for name in names))),
        }


def _limited_by(aggregation, items, scores):
    limit = applied_limit(aggregation, items, scores)
    if limit is None:
        return {}
    score = scores[limit["item"].id]
    return {
        "limitedBy": {
            "id": limit["item"].id,
            "score": shown(score) if limit["item"].is_group else text(score),
            **{end: text(number(limit[end])) for end in ("below", "most")},
        }
    }


def _where_from(score, found):
    return {
        **({} if score is None else {"score": text(score)}),
        **({} if found.missing is None else {"missing": found.missing}),
        **({} if found.raters is None else {"raters": found.raters}),
    }


def _count_limits(added, kept_extras, whole, kept):
    for name, before, after in (("extras", added, kept_extras), ("scoreRange", whole, kept)):
        if before != after:
            count(name, "at the end" if before > after else "at the beginning")


def _count_rounding(kept, schema):
    denominator = (kept * 10**schema.score_decimals).denominator
    place = {1: "whole", 2: "tie"}.get(denominator, "between")
    count("value rounding", schema.mode, place)
    count("decimals", schema.decimals)
    count("scoreDecimals", schema.score_decimals)
