"""What a person who leaves early returns of the cost of trainings."""

from fractions import Fraction

from exact import number, ratio, shown
from incentives.balances import twice
from incentives.lines import Payer, note, refuse
from incentives.proration import read_day
from periods import months_after, whole_months

ZERO, ONE = Fraction(0), Fraction(1)


class TrainingAgreement(Payer):
    use, category = "trainingAgreement", "training"

    def result(self, given):
        refuse(
            [
                *twice([one["id"] for one in given["trainings"]]),
                *(["missing"] if "reasons" in self.config and "reason" not in given else []),
            ]
        )
        lines = []
        for one in given["trainings"]:
            cost = number(one["cost"])
            part, notes = self._returned(given, one, cost)
            amount = self.money(-part * cost)
            notes = [*notes, *self.rounded_notes(-part * cost)]
            lines.append(self.line(cost, -part, amount, f"{self.id}.{one['id']}", notes=notes, rateAs="percent"))
        return {**self.paid(lines), "kind": "training-agreement"}

    def _returned(self, given, training, cost):
        """The part of the cost, and why."""
        reason, left = given.get("reason"), read_day(given["left"])
        if reason is not None and reason not in self.config.get("reasons", [reason]):
            return ZERO, [note("training-reason", reason=reason)]
        terms = [one["months"] for one in self.config["terms"] if number(one.get("fromCost", 0)) <= cost]
        if not terms:
            return ZERO, [note("training-no-term", cost=cost)]
        if "completed" not in training or left <= read_day(training["completed"]):
            return ONE, [note("training-not-completed")]
        start, term = read_day(training["completed"]), terms[-1]
        end = months_after(start, term)
        if left >= end:
            return ZERO, [note("training-served", end=str(end))]
        rule = self.config["returns"]
        by = "months" if rule["by"] == "steps" else rule["by"]
        served = self._served(by, rule.get("counts", "whole"), start, left, term)
        said = self._said(by, served, (end - start).days, term)
        until = note("training-term", completed=str(start), end=str(end), left=str(left), **said)
        if rule["by"] != "steps":
            return 1 - served, [until]
        months = whole_months(start, left)
        stated = next((ratio(one["returns"]) for one in rule["steps"] if months < one["before"]), ZERO)
        if "most" not in rule:
            return stated, [until]
        served = self._served(rule["most"], "whole", start, left, term)
        most, said = 1 - served, self._said(rule["most"], served, (end - start).days, term)
        held = [note("training-most", stated=stated, most=shown(most), **said)] if most < stated else []
        return min(stated, most), [until, *held]

    def _said(self, by, served, days, months):
        of, unit = (days, "days") if by == "days" else (months, "months")
        return {"served": served * of, "of": str(of), "unit": unit}

    def _served(self, by, counts, start, left, term):
        if by == "days":
            return Fraction((left - start).days, (months_after(start, term) - start).days)
        size = 1 if by == "months" else 12
        served = whole_months(start, left) // size
        if counts == "begun" and months_after(start, served * size) < left:
            served += 1
        return min(ONE, Fraction(served * size, term))
