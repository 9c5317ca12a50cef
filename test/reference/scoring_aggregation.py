"""The items of a schema or composite: their tree, their weights, and what their scores come to."""

from fractions import Fraction

from exact import rounded
from scoring_terms import count, decimal, number, optional, own_or, settled, shares, within


class Item:
    """An indicator or a group; a composite's and a group's items are below it."""

    def __init__(self, config, weight, parent=None):
        self.id = config["id"]
        self.config = config
        self.weight = weight
        self.parent = parent
        self.measure = config.get("measure")
        self.is_group = self.measure is None
        self.is_composite = not self.is_group and self.measure["kind"] == "composite"
        below = config if self.is_group else self.measure if self.is_composite else None
        self.items = read_items(below, self if self.is_group else None) if below else []


def read_items(config, parent=None) -> list[Item]:
    rows = config["indicators"]
    return [Item(row, weight, parent) for row, weight in zip(rows, shares(config, rows))]


def indicators(items):
    """The indicators of a list in order, out of their groups; a composite is one."""
    for item in items:
        if item.is_group:
            yield from indicators(item.items)
        else:
            yield item


def everything(items):
    """All items of a list in order, those in its groups too."""
    for item in items:
        yield item
        if item.is_group:
            yield from everything(item.items)


def groups(items):
    for item in items:
        if item.is_group:
            yield item
            yield from groups(item.items)


def evidenced(items, share=Fraction(1)):
    """The leaves that have evidence, out of composites too, each with its share of the whole."""
    for item in items:
        if item.items:
            yield from evidenced(item.items, share * item.weight)
        else:
            yield item, share * item.weight


def present(items, scores):
    return [item for item in items if scores.get(item.id) is not None]


def mean(items, scores):
    """The weighted mean of the items that are present; None where they weigh nothing."""
    there = present(items, scores)
    weight = sum(item.weight for item in there)
    return sum(item.weight * scores[item.id] for item in there) / weight if weight else None


def used_weights(items, scores, share=Fraction(1)) -> dict:
    """The weight of each indicator after what is missing has shared its own out."""
    there = present(items, scores)
    whole = sum(item.weight for item in there)
    weights = {}
    for item in items:
        used = share * item.weight / whole if item in there and whole else Fraction(0)
        weights.update(used_weights(item.items, scores, used) if item.is_group else {item.id: used})
    return weights


def aggregate(config, items, scores, digits, mode):
    """What the scores come to by the aggregation: exact, or rounded where it is irrational; None of nothing."""
    arithmetic = mean(items, scores)
    kind = (config or {"kind": "arithmetic"})["kind"]
    if arithmetic is None or kind == "arithmetic":
        return arithmetic
    there = [item for item in present(items, scores) if item.weight > 0]
    if kind == "minimum":
        return min(scores[item.id] for item in there)
    if kind == "limited":
        return _limited(config["limits"], items, scores, arithmetic)
    return rounded(settled(_geometric(config, there, scores), digits), digits, mode)


def _limited(limits, items, scores, value):
    for limit in limits:
        named = [limit["indicator"]] if "indicator" in limit else [item.id for item in indicators(items)]
        reached = [scores[name] for name in named if scores.get(name) is not None]
        below = number(limit["below"])
        if below in reached:
            count("limited at the level")
        if any(score < below for score in reached):
            count("limited by", "a named one" if "indicator" in limit else "any")
            value = within(value, None, number(limit["most"]))
    return value


def applied_limit(config, items, scores):
    """The limit that holds the mean down and who is below it: the lowest limit and the lowest item, the first of equals."""
    if config is None or config["kind"] != "limited" or mean(items, scores) is None:
        return None
    at_most = None
    for limit in config["limits"]:
        named = [item for item in everything(items) if item.id == limit.get("indicator")] or list(indicators(items))
        reached = [item for item in named if scores.get(item.id) is not None]
        lowest = min(reached, key=lambda item: scores[item.id], default=None)
        if lowest is None or scores[lowest.id] >= number(limit["below"]):
            continue
        if at_most is None or number(limit["most"]) < number(at_most["most"]):
            at_most = {"item": lowest, "below": limit["below"], "most": limit["most"]}
    if at_most is None or number(at_most["most"]) >= mean(items, scores):
        return None
    count("limitedBy", "a group" if at_most["item"].is_group else "an indicator")
    return at_most


def _geometric(config, there, scores):
    least = optional(config, "least")
    count("geometric", "without least" if least is None else "with least")
    heights = {item: within(scores[item.id], least, None) for item in there}
    if 0 in heights.values():
        count("geometric of zero")
        return decimal(Fraction(0))
    weight = sum(item.weight for item in there)
    logarithm = sum(decimal(item.weight / weight) * decimal(height).ln() for item, height in heights.items())
    return logarithm.exp()


def aggregation_of(config) -> str:
    return own_or(config, "aggregation", {"kind": "arithmetic"})["kind"]
