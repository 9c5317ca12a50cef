"""From a standing and a placement to the decision on the tier, and the next standing."""

from datetime import date
from typing import NamedTuple

from exact import number, text
from periods import Period, months_after, read_period, whole_months


class Review(NamedTuple):
    scores: dict
    proposal: str


class Standing(NamedTuple):
    tier: str
    since: date
    history: dict
    """The reviews in the present tier, by period."""
    plan: dict | None
    reviewed: Period | None = None
    last_change: dict | None = None


def read_standing(written) -> Standing:
    """A review is in the present tier if its period ends on the tier's first day or later; earlier ones count for nothing."""
    since = date.fromisoformat(written["since"])
    history = {
        read_period(past["period"]): Review(
            {axis: number(score) for axis, score in past["scores"].items()}, past["proposal"]
        )
        for past in written.get("history", [])
        if read_period(past["period"]).last_day >= since
    }
    return Standing(written["tier"], since, history, written.get("plan"))


class Rules:
    """The rules of promotion and demotion."""

    def __init__(self, tiers, config):
        self.tiers = [tier["id"] for tier in tiers]
        self.promote = config.get("promote", {"when": []})
        self.demote = config.get("demote", {"when": []})
        self.precedence = config.get("precedence")
        self.looks_back = max(
            (
                int(trigger.get("periods", 1)) - (trigger["kind"] not in ("rise", "fall"))
                for trigger in self.promote["when"] + self.demote["when"]
            ),
            default=0,
        )

    def decide(self, standing: Standing, placement, period: Period):
        """The decision, as it is reported, and the next standing."""
        present = Review(placement.scores, self._proposal(standing.tier, placement))
        reviews = {**standing.history, period: present}
        triggers = [
            _look(trigger, direction, reviews, period)
            for direction, rule in (("up", self.promote), ("down", self.demote))
            for trigger in rule["when"]
        ]
        met = {trigger["purpose"] for trigger in triggers if trigger["met"]}
        wanted, holds = self._which(met)
        against = self._holds_against(wanted, standing, placement, period)
        if wanted != "up" and self._looks_at_cell() and self._cell_says(standing.tier, placement) == "up":
            holds += _gate_holds(placement)
        holds += against
        direction = None if against else wanted
        tier = self._destination(direction, standing.tier, placement, present.proposal)
        plans = self._plans(standing, direction, period, triggers)
        after = self._next_standing(standing, direction, tier, reviews, period, plans)
        report = {
            "period": str(period),
            "outcome": {None: "retained", "up": "promoted", "down": "demoted"}[direction],
            "from": standing.tier,
            "to": tier,
            "effectiveFrom": str(period.day_after),
            "conditions": triggers,
            "holds": holds,
            "actions": [
                *({"label": action} for action in placement.cell.get("actions", [])),
                *({"label": action} for plan in plans if plan["status"] == "opened" for action in plan["actions"]),
            ],
            "plans": plans,
            "standing": _report_standing(after),
        }
        return report, after

    def _proposal(self, tier, placement):
        """What the cell proposes after the gates."""
        said = self._cell_says(tier, placement)
        return "stay" if said == "up" and placement.failed_gates else said

    def _cell_says(self, tier, placement):
        """What the cell proposes: towards its tier, as it says, or both where they agree."""
        named, move = placement.cell.get("tier"), placement.cell.get("move")
        said = {move} if move else set()
        if named:
            distance = self.tiers.index(named) - self.tiers.index(tier)
            said.add("up" if distance > 0 else "down" if distance < 0 else "stay")
        proposal = said.pop() if len(said) == 1 else "stay"
        return proposal

    def _looks_at_cell(self):
        return any(trigger["kind"] == "cell" for trigger in self.promote["when"])

    def _which(self, met):
        """The move that is wanted, and what precedence holds back."""
        if len(met) < 2:
            return next(iter(met), None), []
        winner = {"promote": "up", "demote": "down", "retain": None}[self.precedence]
        return winner, [
            {"code": "precedence", "direction": loser, "precedence": self.precedence}
            for loser in ("up", "down")
            if loser != winner
        ]

    def _holds_against(self, wanted, standing, placement, period):
        if wanted is None:
            return []
        rule, end, end_code = {
            "up": (self.promote, self.tiers[-1], "highest-tier"),
            "down": (self.demote, self.tiers[0], "lowest-tier"),
        }[wanted]
        holds = []
        if wanted == "up":
            holds += _gate_holds(placement)
        months = whole_months(standing.since, period.day_after)
        required = int(rule.get("minimumMonthsInTier", 0))
        if months < required:
            holds.append(
                {
                    "code": "minimum-time",
                    "direction": wanted,
                    "months": months,
                    "required": required,
                    "since": str(standing.since),
                    "until": str(months_after(standing.since, required)),
                }
            )
        if standing.tier == end:
            holds.append({"code": end_code, "direction": wanted})
        return holds

    def _destination(self, direction, tier, placement, proposal):
        """One tier at a time, or the tier that the cell names, where the cell proposes this move."""
        if direction is None:
            return tier
        if direction == proposal and "tier" in placement.cell:
            return placement.cell["tier"]
        return self.tiers[self.tiers.index(tier) + {"up": 1, "down": -1}[direction]]

    def _plans(self, standing, direction, period, triggers):
        plans = []
        if standing.plan is not None:
            missed = any(trigger["now"] for trigger in triggers if trigger["purpose"] == "down")
            if direction is not None:
                status = {"up": "passed", "down": "failed"}[direction]
            elif str(period.last_day) < standing.plan["deadline"]:
                status = "open"
            else:
                status = "failed" if missed else "passed"
            plans.append({**standing.plan, "status": status})
        if direction == "down" and "plan" in self.demote:
            deadline = period.later(int(self.demote["plan"]["periods"])).last_day
            plans.append(
                {
                    "opened": str(period),
                    "deadline": str(deadline),
                    "actions": self.demote["plan"]["actions"],
                    "status": "opened",
                }
            )
        return plans

    def _next_standing(self, standing, direction, tier, reviews, period, plans):
        running = [plan for plan in plans if plan["status"] in ("open", "opened")]
        plan = {key: running[0][key] for key in ("opened", "deadline", "actions")} if running else None
        if direction is not None:
            change = {"direction": direction, "on": str(period.day_after)}
            return Standing(tier, period.day_after, {}, plan, period, change)
        kept = sorted(reviews)[-self.looks_back :] if self.looks_back else []
        return Standing(tier, standing.since, {past: reviews[past] for past in kept}, plan, period, standing.last_change)


def _gate_holds(placement):
    return [{"code": "gate", "direction": "up", "gate": gate} for gate in placement.failed_gates]


def _look(trigger, direction, reviews, period):
    """Whether a condition is met, by which reviews in a row up to this one."""
    needed = int(trigger.get("periods", 1))
    evidence = []
    for back in range(needed):
        found = _evidence(trigger, direction, reviews, period.later(-back))
        if found is None:
            break
        evidence.insert(0, found)
    compared = {}
    if trigger["kind"] != "cell":
        compared = {"axis": trigger["axis"], "threshold": text(_threshold(trigger))}
    return {
        "id": trigger["id"],
        "purpose": direction,
        "kind": trigger["kind"],
        **compared,
        "periods": needed,
        "outOf": needed,
        "count": len(evidence),
        "met": len(evidence) == needed,
        "now": len(evidence) > 0,
        **_present(trigger, reviews, period),
        "evidence": evidence,
    }


def _threshold(trigger):
    return number(trigger["score"] if "score" in trigger else trigger["by"])


def _evidence(trigger, direction, reviews, period):
    """What the review of the period says for the condition; None where it does not meet it."""
    review, before = reviews.get(period), reviews.get(period.later(-1))
    if review is None:
        return None
    if trigger["kind"] == "cell":
        return {"period": str(period)} if review.proposal == direction else None
    value = _value(trigger, review, before)
    if value is None:
        return None
    threshold = _threshold(trigger)
    meets = value < threshold if trigger["kind"] == "below" else value >= threshold
    return {"period": str(period), "value": text(value)} if meets else None


def _value(trigger, review, before):
    """The score, or the rise or fall, that is compared; None where it cannot be known."""
    value = review.scores[trigger["axis"]]
    if trigger["kind"] in ("rise", "fall"):
        if before is None:
            return None
        value -= before.scores[trigger["axis"]]
        value = value if trigger["kind"] == "rise" else -value
    return value


def _present(trigger, reviews, period):
    """The value of this review, and how far it is from the threshold."""
    if trigger["kind"] == "cell":
        return {}
    value = _value(trigger, reviews[period], reviews.get(period.later(-1)))
    if value is None:
        return {}
    return {"value": text(value), "distance": text(abs(value - _threshold(trigger)))}


def _report_standing(standing):
    report = {
        "tier": standing.tier,
        "since": str(standing.since),
        "reviewed": str(standing.reviewed),
        "history": [
            {
                "period": str(period),
                "scores": {axis: text(score) for axis, score in review.scores.items()},
                "proposal": review.proposal,
            }
            for period, review in standing.history.items()
        ],
    }
    if standing.last_change is not None:
        report["lastChange"] = standing.last_change
    return report if standing.plan is None else {**report, "plan": standing.plan}
