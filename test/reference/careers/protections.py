"""Times in which a person is protected."""

from datetime import date, timedelta

from periods import Period


class Protections:
    """The protections that are known at a review."""

    def __init__(self, rules, standing, events):
        self.rules = {rule["reason"]: rule for rule in rules.get("protections", [])}
        told = [event for event in events if event["kind"] == "protection"]
        self.known = [
            {name: one[name] for name in ("reason", "from", "to")} for one in (*standing.protections, *told)
        ]

    def touching(self, period: Period):
        """Those of which the period holds a day."""
        first, last = str(period.first_day), str(period.last_day)
        return [one for one in self.known if one["from"] <= last and one["to"] >= first and one["reason"] in self.rules]

    def skips(self, period: Period) -> bool:
        """Whether one of them skips the review of the period."""
        return any(self.rules[one["reason"]].get("review") == "is-skipped" for one in self.touching(period))

    def holds(self, period: Period, direction: str):
        """What they hold back."""
        held = {"up": "promotion", "down": "demotion"}[direction]
        for one in self.touching(period):
            rule = self.rules[one["reason"]]
            if held in rule.get("holds", ["demotion"]) or rule.get("review") == "is-skipped":
                yield {
                    "code": "protected",
                    "direction": direction,
                    "reason": one["reason"],
                    **({"label": rule["label"]} if "label" in rule else {}),
                    "until": str(date.fromisoformat(one["to"]) + timedelta(1)),
                }

    def kept(self, period: Period, first: Period | None):
        """Those that have not ended, and those that skip reviews and ended in or after the first period that rows look at."""
        today = str(period.day_after)
        return tuple(
            one for one in self.known if one["to"] >= today or (first and self._skips(one) and one["to"] >= str(first.first_day))
        )

    def _skips(self, protection):
        return self.rules.get(protection["reason"], {}).get("review") == "is-skipped"
