"""What one review finds: conditions, plans, trials, violations and crossings, before anything is decided."""

from careers.appeals import given_back, held_after
from careers.conditions import Situation, judge_all
from careers.crossings import judge_crossing
from careers.holds import held_until
from careers.protections import Protections
from careers.rows import row_of
from careers.standing import Review
from careers.trials import judge_trial
from careers.violations import Violations
from exact import number
from periods import read_period, whole_months


class Found:
    """All that a review finds; what it finds later looks at what it found before."""

    def __init__(self, rules, given, standing, placement):
        self.rules, self.standing, self.placement = rules, standing, placement
        self.period = read_period(given["period"])
        self.events, self.places = given.get("events", []), given.get("places", {})
        self.protections = Protections(rules.config, standing, self.events)
        self.skipped = self.protections.skips(self.period)
        self.violations = Violations(rules.config, standing, self.events, self.period)
        self.given_back = given_back(rules, standing, self.violations.undone)
        also = held_after(standing.also, self.given_back, self.period.day_after)
        self.standing = standing = standing._replace(also=also)
        self.points = standing.points + (0 if self.skipped else self._award())
        self.reviews = (*standing.history, self._present())
        self.situation = self._situation(given)
        self.up, self.down, self.requirements = (
            [] if self.skipped else judge_all(conditions, purpose, self.situation)
            for conditions, purpose in (
                (rules.promote.get("when", []), "up"),
                (rules.demote.get("when", []), "down"),
                (rules.promote.get("requires", []), "requirement"),
            )
        )
        self.trial = judge_trial(rules.config.get("trial", {}), self)
        self.crossing = judge_crossing(self)
        self.plan = rules.plans.judge(self)

    @property
    def on_trial(self):
        """Whether a trial is not passed; one that is failed goes on until it is."""
        return self.trial is not None and self.trial["status"] != "passed"

    @property
    def missed(self):
        """The periods since the last review that had none, and that nothing skipped."""
        last = self.standing.reviewed
        between = range(last.ordinal + 1, self.period.ordinal) if last else ()
        periods = [self.period._replace(ordinal=one) for one in between]
        return [str(one) for one in periods if not self.protections.skips(one)]

    def is_safe(self):
        """Whether something protects from a demotion in the period."""
        return bool([*self.protections.holds(self.period, "down"), *held_until(self)])

    def cell_says(self):
        """What the cell proposes, whatever gates say: towards its tier, as it moves, or both where they agree."""
        cell = self.placement.cell
        said = {cell["move"]} if "move" in cell else set()
        if "tier" in cell:
            said.add(self.rules.ladders.way(self.standing.tier, cell["tier"]) or "stay")
        return said.pop() if len(said) == 1 else "stay"

    def proposal(self):
        """The same after the gates."""
        said = self.cell_says()
        return "stay" if said == "up" and self.placement.failed else said

    def wanted(self, direction):
        """The tier that the cell names, where it proposes this move, and else the next one."""
        if self.proposal() == direction and "tier" in self.placement.cell:
            return self.placement.cell["tier"]
        return self.rules.ladders.step(self.standing.tier, 1 if direction == "up" else -1)

    def _award(self):
        awards = self.rules.points["awards"] if self.rules.points else []
        fits = (one for one in awards if all(self.placement.at[axis] == band for axis, band in one["at"].items()))
        return next((number(one["points"]) for one in fits), 0)

    def _present(self):
        if self.skipped:
            return Review(self.period, {}, "stay", None, True)
        return Review(self.period, self.placement.scores, self.proposal(), self.placement.at, False)

    def _situation(self, given):
        violations, tier = self.violations, self.standing.tier
        facts = {name: number(value) for name, value in given.get("facts", {}).items()}
        facts["months-in-tier"] = number(whole_months(self.standing.since, self.period.day_after))
        facts["violations"], facts["violation-points"] = number(len(violations.active)), number(violations.points)
        return Situation(
            tier,
            row_of(self.reviews, self.protections.skips),
            facts,
            given.get("certificates", []),
            self.points,
            number(given["promotionScore"]) if "promotionScore" in given else None,
            not self.places.get(tier, {"granted": True})["granted"],
            self.rules.axes,
        )
