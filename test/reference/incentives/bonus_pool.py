"""Bonuses that are funded by a pool."""

from fractions import Fraction

from careers.standing import lossless
from exact import number, settle_remainders, shown, text
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, refuse
from incentives.presence import check_presence, presence_notes, stretches
from incentives.proration import Proration

ZERO, ONE = Fraction(0), Fraction(1)


class BonusPool(Payer):
    use, category = "bonusPool", "bonus"

    def __init__(self, config):
        super().__init__(config)
        self.proration = Proration(config.get("proration"))

    def result(self, given):
        pool, people = number(given["pool"]), given["people"]
        most = self.exact_units(pool)
        ids = [one["id"] for one in people]
        refuse(["duplicate-id"] if len(set(ids)) < len(ids) else [])
        for one in people:
            check_presence(one)
        claims = [self._claim(one, given["period"]) for one in people]
        claimed = sum((target * rate for target, rate, _ in claims), ZERO)
        scales = self.config.get("whenBelow") == "scaled" or claimed > pool
        factor = pool / claimed if claimed and scales else ONE
        units = min(most, self.units(claimed * factor))
        exact = {name: target * rate * factor * 10**self.decimals for name, (target, rate, _) in zip(ids, claims)}
        shared = settle_remainders(units, exact)
        lines = []
        for name, (target, rate, notes) in zip(ids, claims):
            if rate and factor != 1:
                notes = [*notes, note("claim-factor", factor=shown(factor), pool=pool, claimed=claimed)]
            amount = self.of_units(shared[name])
            notes = [*notes, *self.to_sum_notes(target * rate * factor, amount)]
            lines.append(self.line(target, rate * factor, amount, f"{self.id}.{name}", notes=notes, period=given["period"]))
        return {
            "kind": "bonus-pool",
            "currency": self.currency,
            "period": given["period"],
            "pool": text(pool),
            "claimed": lossless(claimed),
            "factor": shown(factor),
            "amount": text(self.of_units(units)),
            "left": text(self.of_units(most - units)),
            "lines": lines,
        }

    def _claim(self, person, period):
        """The target, what it is multiplied by before the pool, and why."""
        target, multiplier = number(person["target"]), number(person.get("multiplier", 1))
        failed = ineligible(self.config.get("eligibility"), person, period)
        if failed:
            return target, ZERO, failed
        given = {**person, "period": period, "changes": []}
        part = sum(one.part for one in stretches(given, {}, self.proration))
        notes = [] if multiplier == 1 else [note("claim-multiplier", multiplier=multiplier)]
        return target, multiplier * part, notes + presence_notes(given, [(part, None)], self.proration)
