"""The scores of one person: every indicator, group, composite and extra, before they are put together."""

from typing import NamedTuple

from exact import rounded
from scoring_aggregation import aggregate, aggregation_of, evidenced, mean, read_items
from scoring_full import all_full_marks
from scoring_measures import score_of
from scoring_missing import filled
from scoring_raters import kinds_of, rated
from scoring_terms import Invalid, Terms, count, number, own_or


class Schema:
    def __init__(self, config):
        self.config = config
        self.items = read_items(config)
        self.extras = (config.get("extras") or {}).get("items", [])
        self.decimals = int(own_or(config, "decimals", 4))
        self.score_decimals = int(own_or(config, "scoreDecimals", 2))
        self.mode = own_or(config, "rounding", "half-up")
        self.aggregation = aggregation_of(config)
        self.full_marks = all_full_marks(config, self.items, self.decimals, self.mode)
        self.kinds = {item.id: kinds_of(config, item.config) for item in self.indicators() if "raters" in item.config}

    def indicators(self):
        return (item for item, _ in evidenced(self.items))

    def rule_of(self, item):
        return own_or(item.config, "missing", own_or(self.config, "missing", {"kind": "error"}))


class Found(NamedTuple):
    """Where the score of an indicator comes from."""

    has_evidence: bool
    missing: dict | None
    raters: list | None


class Person:
    def __init__(self, schema: Schema, given, cohort=None):
        self.schema = schema
        self.evidence = given["evidence"]
        self.terms = Terms(schema.config, given, cohort)
        self.scores = {}
        self.found = {}

    def score_all(self):
        for item in self.schema.items:
            self.score(item)
        for extra in self.schema.extras:
            self.score_extra(extra)

    def score(self, item):
        """Scores an item and all below it."""
        for below in item.items:
            self.score(below)
        if item.is_group:
            self.scores[item.id] = mean(item.items, self.scores)
            return
        exact, raters = self._exact(item)
        missing = None
        if exact is None:
            if item.is_composite:
                count("composite of nothing")
            score, missing = filled(self.schema.rule_of(item), item.id, self.terms)
        else:
            score = self._rounded(exact)
        self.scores[item.id] = score
        own = exact is not None and (not item.is_composite or self.any_evidence(item.items))
        self.found[item.id] = Found(own, missing, raters)

    def _exact(self, item):
        if item.is_composite:
            count("composite", aggregation_of(item.measure))
            aggregation = item.measure.get("aggregation")
            return aggregate(aggregation, item.items, self.scores, self.terms.decimals, self.terms.mode), None
        raw = self.evidence.get(item.id)
        if raw is None:
            return None, None
        if "raters" in item.config:
            return rated(self.schema.kinds[item.id], raw)
        return score_of(item.id, item.measure, raw, self.terms), None

    def score_extra(self, extra):
        raw = self.evidence.get(extra["id"])
        count("extra", "without evidence" if raw is None else "with evidence")
        rule = own_or(extra, "missing", {"kind": "zero"})["kind"]
        if raw is None and rule == "error":
            raise Invalid("no evidence of an extra")
        if "missing" in extra:
            count("extra missing", rule)
        exact = number(0) if raw is None else score_of(extra["id"], extra["measure"], raw, self.terms)
        self.scores[extra["id"]] = self._rounded(exact)

    def any_evidence(self, items):
        """Whether any leaf of the items, scored before, has evidence of its own."""
        return any(self.found[leaf.id].has_evidence for leaf, _ in evidenced(items))

    def _rounded(self, exact):
        terms = self.terms
        scaled = exact * 10**terms.decimals
        on_tie = scaled.denominator == 2
        count("rounding", terms.mode, "tie" if on_tie else "whole" if scaled.denominator == 1 else "between")
        return rounded(exact, terms.decimals, terms.mode)
