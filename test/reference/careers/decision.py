"""From what a review found to the decision on the tier, and the next standing."""

from datetime import date, timedelta

from careers import appeals
from careers.conditions import all_present, known_as, present
from careers.crossings import held_beside
from careers.holds import attempt, gate_holds
from careers.placing import written_action
from careers.review import Found
from careers.sources import because, in_order, latest
from careers.standing import Standing, write_standing
from exact import number
from periods import months_after

PREFERRED = {"promote": "up", "demote": "down", "retain": None}
RUNNING = ("open", "opened", "extended")


class Decision:
    def __init__(self, rules, given, standing, placement):
        self.rules, self.found = rules, Found(rules, given, standing, placement)
        self.standing = standing = self.found.standing
        self.holds, self.opened, self.plan_first, self.failing = [], None, False, False
        by_conditions = [] if self.found.skipped else self._by_conditions()
        proposals = [*self._by_sanction(), *self._by_appointment(), *self._by_crossing(), *self._by_plan(), *by_conditions]
        first, *others = in_order(proposals, rules.config.get("order", [])) or [None]
        self.because, self.to = (first["because"], first["to"]) if first else (None, standing.tier)
        self.taken = first.get("taken") if first else None
        self.outcome = self._outcome()
        self.outranked = [one["because"]["source"] for one in others]
        self._put_plan_first()
        self._note_crossing()
        self.holds += [
            {"code": "outranked", "because": source, "by": self.because["source"]} for source in self.outranked
        ]
        self.plans = self._plans()
        self.after = self._after()

    def _by_conditions(self):
        """The move that a condition makes; what holds back others is noted."""
        found, rules = self.found, self.rules
        met = {one["purpose"] for one in (*found.up, *found.down) if one["met"]}
        wanted = next(iter(met), None)
        if len(met) > 1:
            precedence = rules.config["precedence"]
            wanted = PREFERRED[precedence]
            self.holds += [
                {"code": "precedence", "direction": loser, "precedence": precedence}
                for loser in ("up", "down")
                if loser != wanted
            ]
        if wanted != "up" and found.cell_says() == "up" and self._looks_at_cell():
            self.holds += gate_holds(found.placement)
        return [] if wanted is None else self._by_one_condition(wanted)

    def _looks_at_cell(self):
        return any(one["kind"] == "cell" for one in self.found.up)

    def _by_one_condition(self, direction):
        """Of the conditions that are met, the one that moves with the fewest holds."""
        found = self.found
        judged = found.up if direction == "up" else found.down
        met = {one["id"] for one in judged if one["met"]}
        there = present(self.rules.terms(direction)["when"], self.standing.tier)
        attempts = [attempt(found, one, direction) for one in there if known_as(one) in met]
        moving = [one for one in attempts if one.to != self.standing.tier]
        best = min(moving or attempts, key=lambda one: len(one.holds))
        self.holds += best.holds
        if not moving:
            return []
        if direction == "down" and self.rules.plans.before:
            self.plan_first = True
            return []
        label = {name: best.condition[name] for name in ("label",) if name in best.condition}
        return [{"because": {"source": "condition", "id": known_as(best.condition), **label}, "to": best.to}]

    def _by_sanction(self):
        violations, ladders, tier = self.found.violations, self.rules.ladders, self.standing.tier
        demotions = [one for one in violations.results if one["kind"] == "demotion"]
        undone = sum(one["steps"] for one in violations.undone if appeals.counts_here(one, ladders, tier))
        given_back = ladders.step(tier, undone) if undone else tier
        if not demotions:
            if undone:
                yield {"because": because("appeal", {}), "to": given_back}
            return
        worst = max(demotions, key=lambda one: one["steps"])
        to = ladders.step(given_back, -worst["steps"])
        rises = ladders.distance(tier, to) > 0
        fallen = -ladders.distance(given_back, to)
        track = ladders.track(tier)
        taken = {
            "consequence": worst["id"],
            "violations": worst["violations"],
            "steps": fallen,
            **({"track": track} if track else {}),
        }
        yield {
            "because": because("appeal", {}) if rises else because("sanction", worst),
            "to": to,
            "taken": taken if fallen else None,
        }

    def _by_appointment(self):
        appointed = latest(self.found.events, "appointment")
        if appointed:
            named = {name: appointed[name] for name in ("by", "note") if name in appointed}
            yield {"because": because("appointment", named), "to": appointed["to"]}

    def _by_crossing(self):
        crossing = self.found.crossing
        if crossing and crossing["possible"]:
            yield {"because": because("crossing", crossing), "to": crossing["tier"]}

    def _by_plan(self):
        plan, rules = self.found.plan, self.rules
        if plan is None or plan["status"] != "failed":
            return
        self.failing = rules.plans.on_fail
        below = rules.ladders.step(self.standing.tier, -1)
        spared = rules.floor is not None and rules.ladders.way(rules.floor, below) == "down"
        if self.failing == "demote" and below != self.standing.tier and not spared:
            yield {"because": because("plan", {}), "to": below}

    def _put_plan_first(self):
        """A plan stands in place of the demotion that conditions ask for: one that is there, or one that opens."""
        found = self.found
        if not self.plan_first or self.failing == "demote":
            return
        if found.plan is None and self.outcome != "retained":
            self.outranked.insert(0, "condition")
            return
        if found.plan is None:
            self.opened = self.rules.plans.open(found.period)
        deadline = (found.plan or self.opened)["deadline"]
        self.holds.append({"code": "plan", "direction": "down", "deadline": deadline})

    def _note_crossing(self):
        crossing = self.found.crossing
        if crossing and not crossing["possible"]:
            self.holds.append({"code": "crossing", "track": crossing["to"]})

    def _exit(self):
        """What proposes that the person leaves, the gravest first."""
        found = self.found
        if any(one["kind"] == "dismissal" for one in found.violations.results):
            return "sanction"
        if found.trial and found.trial["status"] == "failed":
            return "trial"
        return "plan" if self.failing == "exit" and self.outcome == "retained" else None

    def _outcome(self):
        if self.to == self.standing.tier:
            return "retained"
        way = self.rules.ladders.way(self.standing.tier, self.to)
        return {"up": "promoted", "down": "demoted", None: "crossed"}[way]

    def _plans(self):
        """The open plan and what came of it, and the one that is opened."""
        plan, opened, moved = self.found.plan, self.opened, self.outcome != "retained"
        plans = []
        if plan:
            if moved:
                plan = {**plan, "status": "failed" if self.outcome == "demoted" else "passed"}
            plans.append(plan)
        source = self.because["source"] if self.because else None
        terms = self.rules.plans
        if self.outcome == "demoted" and source in ("condition", "plan") and terms.terms and not terms.before:
            opened = terms.open(self.found.period)
        return [*plans, *([{**opened, "status": "opened"}] if opened else [])]

    def report(self):
        found, standing = self.found, self.standing
        labels = self.rules.tier_labels
        return {
            "kind": "decision",
            "period": str(found.period),
            "outcome": self.outcome,
            **({"because": self.because} if self.because else {}),
            "from": standing.tier,
            **({"fromLabel": labels[standing.tier]} if standing.tier in labels else {}),
            "to": self.to,
            **({"toLabel": labels[self.to]} if self.to in labels else {}),
            "effectiveFrom": str(found.period.day_after),
            "missed": found.missed,
            "skipped": found.skipped,
            "conditions": [*found.up, *found.down],
            "requirements": found.requirements,
            "holds": [self.rules.named(hold) for hold in self.holds],
            "actions": self._actions(),
            "plans": self.plans,
            "sanctions": found.violations.results,
            **({"givenBack": found.given_back} if found.given_back else {}),
            **({"crossing": found.crossing} if found.crossing else {}),
            **({"trial": found.trial} if found.trial else {}),
            **({"exit": {"because": self._exit()}} if self._exit() else {}),
            "standing": write_standing(self.after, self.rules.keeps_bands),
        }

    def _actions(self):
        cell = self.found.placement.cell if self.found.placement else {}
        opened = [plan for plan in self.plans if plan["status"] == "opened"]
        return [
            *(self._due(written_action(action)) for action in cell.get("actions", [])),
            *({"label": label} for plan in opened for label in plan["actions"]),
        ]

    def _due(self, action):
        if "due" not in action:
            return action
        start, due = self.found.period.day_after, action["due"]
        day = start + timedelta(due["days"]) if "days" in due else months_after(start, due["months"])
        return {**action, "dueOn": str(day)}

    def _after(self) -> Standing:
        found, standing, moved = self.found, self.standing, self.outcome != "retained"
        day = found.period.day_after
        change = {"direction": {"promoted": "up", "demoted": "down"}.get(self.outcome), "on": str(day)}
        history = () if moved else self._kept()
        open_plans = [plan for plan in self.plans if plan["status"] in RUNNING]
        plan_fields = ("opened", "deadline", "actions", "extensions")
        plan = {name: open_plans[0][name] for name in plan_fields if name in open_plans[0]} if open_plans else None
        trial = {name: found.trial[name] for name in ("until", "extensions") if name in found.trial} if found.on_trial else None
        held, sanctions = standing.held_until, self._sanctions()
        return Standing(
            self.to,
            day if moved else standing.since,
            found.period,
            history,
            change if change["direction"] else standing.last_change,
            self._points(),
            plan,
            trial,
            found.violations.kept(sanctions),
            sanctions,
            held_beside(found, self.to, self.because) if moved else standing.also,
            found.protections.kept(found.period, history[0].period if history else None),
            None if held is None or moved or str(day) >= held["date"] else held,
        )

    def _kept(self):
        """The last reviews that rules still look at, and those skipped between them."""
        left, kept = self.rules.keeps, []
        for review in reversed(self.found.reviews):
            if left == 0:
                break
            kept.insert(0, review)
            left -= not review.skipped
        return tuple(kept)

    def _points(self):
        terms, points = self.rules.points or {}, self.found.points
        if self.outcome == "demoted":
            return number(0) if terms.get("onDemotion") == "reset" else points
        if self.outcome != "promoted":
            return points
        if not terms or terms.get("onPromotion") == "keep":
            return points
        return points - self._points_asked() if terms.get("onPromotion") == "spend" else number(0)

    def _points_asked(self):
        """The points that the promotion asked for: in the condition that moved the person, and among the requirements."""
        if self.because["source"] != "condition":
            return 0
        promote, tier = self.rules.promote, self.standing.tier
        moving = [one for one in promote["when"] if known_as(one) == self.because["id"]]
        asked = all_present([*moving, *promote.get("requires", [])], tier)
        numbers = [number(one["atLeast"]) for one in asked if one["kind"] == "points"]
        return max([one for one in numbers if one <= self.found.points], default=0)

    def _sanctions(self):
        """The demotions for violations that an appeal would undo: those remembered, and that of this review."""
        violations = self.found.violations
        kept = list(violations.standing)
        if self.taken:
            kept.append(self.taken)
        return tuple(kept)
