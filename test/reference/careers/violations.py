"""Violations: how long they count, what follows them, and what an appeal undoes."""

from datetime import date

from exact import number, text
from periods import months_after


class Violations:
    """What is known of violations on the last day of a period."""

    def __init__(self, rules, standing, events, period):
        terms = rules.get("violations", {"severities": [], "consequences": []})
        self.severities = {one["id"]: one for one in terms["severities"]}
        self.consequences = [
            {**one, "id": one.get("id", f"{one['kind']}-{place}")}
            for place, one in enumerate(terms["consequences"], 1)
        ]
        self.day = period.last_day
        self.reversed = {event["of"] for event in events if event["kind"] == "reversal"}
        new = [
            {"id": event["id"], "severity": event["severity"], "date": event["date"]}
            for event in events
            if event["kind"] == "violation"
        ]
        self.new = {one["id"] for one in new}
        known = sorted((*standing.violations, *new), key=lambda one: (one["date"], one["id"]))
        self.known = [one for one in known if one["id"] not in self.reversed]
        self.active = [one for one in self.known if not self._ended(one, self.day)]
        self.points = self._sum(self.active)
        self.results = [
            self._result(one)
            for one in self.consequences
            if self._follows(one, self.active)
            and (one["kind"] == "block-promotion" or not self._follows(one, self._old()))
        ]
        self._judge_demotions(standing.sanctions)

    def _expiry(self, violation):
        """The first day on which it counts no more; None where that never comes."""
        months = self.severities.get(violation["severity"], {}).get("expiresMonths")
        return None if months is None else months_after(date.fromisoformat(violation["date"]), months)

    def _ended(self, violation, day):
        expiry = self._expiry(violation)
        return expiry is not None and expiry <= day

    def _old(self):
        return [one for one in self.active if one["id"] not in self.new]

    def _sum(self, violations):
        return sum(number(self.severities[one["severity"]]["points"]) for one in violations)

    def _reached(self, consequence, violations):
        """The points, or the number of a severity, that a consequence follows."""
        if "atPoints" in consequence:
            return self._sum(violations)
        return sum(one["severity"] == consequence["severity"] for one in violations)

    def _follows(self, consequence, violations):
        needed = consequence["atPoints"] if "atPoints" in consequence else consequence["count"]
        return self._reached(consequence, violations) >= number(needed)

    def _result(self, consequence):
        by_points = "atPoints" in consequence
        reached = self._reached(consequence, self.active)
        counted = [one for one in self.active if by_points or one["severity"] == consequence["severity"]]
        until = self._until(consequence)
        return {
            "id": consequence["id"],
            **({"label": consequence["label"]} if "label" in consequence else {}),
            "kind": consequence["kind"],
            "violations": [one["id"] for one in counted],
            **({"points": text(reached)} if by_points else {"count": reached}),
            "needed": text(number(consequence["atPoints"] if by_points else consequence["count"])),
            **({"steps": consequence.get("steps", 1)} if consequence["kind"] == "demotion" else {}),
            **({"until": str(until)} if until else {}),
        }

    def _until(self, consequence):
        """The first day on which it would follow no more, if nothing new happens."""
        for day in sorted(filter(None, map(self._expiry, self.active))):
            if not self._follows(consequence, [one for one in self.active if not self._ended(one, day)]):
                return day
        return None

    def _judge_demotions(self, demotions):
        """Which demotions of before an appeal undoes, and which are still remembered."""
        self.undone = [one for one in demotions if self._is_undone(one)]
        counting = {one["id"] for one in self.active}
        self.standing = [
            one for one in demotions if one not in self.undone and counting.intersection(one["violations"])
        ]

    def _is_undone(self, demotion):
        """Whether it would not have come about without the violations that are reversed now."""
        if not self.reversed.intersection(demotion["violations"]):
            return False
        consequence = next((one for one in self.consequences if one["id"] == demotion["consequence"]), None)
        left = [one for one in self.known if one["id"] in demotion["violations"]]
        return consequence is None or not self._follows(consequence, left)

    def kept(self, demotions):
        """The violations that count, and those on which one of the demotions stands that are remembered."""
        named = {name for one in demotions for name in one["violations"]}
        return tuple(one for one in self.known if one in self.active or one["id"] in named)
