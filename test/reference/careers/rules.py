"""The rules of promotion and demotion, read once."""

from careers.conditions import all_parts, reviews_kept
from careers.ladders import Ladders
from careers.plans import Plans
from careers.rows import looks_back


class Rules:
    def __init__(self, config):
        self.config = config
        self.ladders = Ladders(config)
        self.promote, self.demote = config.get("promote", {}), config.get("demote", {})
        self.ceiling, self.floor = self.promote.get("ceiling"), self.demote.get("floor")
        self.plans = Plans(self.demote.get("plan"))
        self.points = config.get("points")
        self.axes = {axis["id"]: axis for axis in config.get("axes", [])}
        self.tier_labels = _labels(config["tiers"])
        self.track_labels = _labels(config.get("tracks", []))
        every = [
            *(self.promote.get(name, []) for name in ("when", "requires")),
            self.demote.get("when", []),
            self.plans.terms.get("targets", []),
            config.get("trial", {}).get("pass", []),
            *(one.get("requires", []) for one in config.get("crossings", [])),
        ]
        self.conditions = [one for conditions in every for one in all_parts(conditions)]
        self.keeps = reviews_kept(self.conditions)
        self.keeps_bands = any(one["kind"] == "placed" and looks_back(one) > 0 for one in self.conditions)

    def terms(self, direction):
        return self.promote if direction == "up" else self.demote

    def named(self, hold):
        """A hold with the label of the tier or track that it names."""
        known = {"tier": self.tier_labels, "wanted": self.tier_labels, "track": self.track_labels}
        told = {name: labels[hold[name]] for name, labels in known.items() if hold.get(name) in labels}
        return {**hold, **{f"{name}Label": label for name, label in told.items()}}


def _labels(list_of_named):
    return {one["id"]: one["label"] for one in list_of_named if "label" in one}
