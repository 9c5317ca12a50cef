"""Merit increases of a group of people, by a matrix and within a budget."""

from fractions import Fraction
from math import floor
from typing import NamedTuple

from careers.standing import lossless
from exact import number, ratio, shown, text, units
from incentives.lines import Payer, note, refuse
from incentives.pay_ranges import Ranges
from incentives.presence import check_presence, presence_notes, stretches
from incentives.proration import Proration

ZERO, ONE = Fraction(0), Fraction(1)


class Claim(NamedTuple):
    person: dict
    salary: Fraction
    of: tuple
    compa: Fraction
    band: str
    position: str
    percent: Fraction
    part: Fraction
    wanted: Fraction
    raise_by: Fraction
    lump: Fraction
    most: Fraction | None


class MeritIncrease(Payer):
    use, category = "meritIncrease", "merit"

    def __init__(self, config):
        super().__init__(config)
        self.ranges, self.proration = Ranges(config), Proration(config.get("proration"))
        self.cells = {(cell["band"], place): cell for cell in config["matrix"] for place in cell["positions"]}
        self.by_score = any("from" in band for band in config["bands"])
        self.minor = Fraction(1, 10**self.decimals)
        self.step = number(config["salaryStep"]) if "salaryStep" in config else self.minor

    def result(self, given):
        people = given["people"]
        ids = [one["id"] for one in people]
        refuse(
            [
                *(["one-of"] if "budget" in self.config and "budget" in given else []),
                *(["duplicate-id"] if len(set(ids)) < len(ids) else []),
                *(code for one in people for code in self._problems(one)),
            ]
        )
        for one in people:
            check_presence(one)
        claims = [self._claim(one, given["period"]) for one in people]
        budget = self._budget(given)
        factor, awards = self._award(claims, budget)
        cost = sum((raised + lump for raised, lump in awards), ZERO)
        kept = {} if budget is None else {"budget": lossless(budget), "left": lossless(budget - cost)}
        return {
            "kind": "merit-increase",
            "currency": self.currency,
            "period": given["period"],
            "wanted": lossless(sum((one.raise_by + one.lump for one in claims), ZERO)),
            **kept,
            "cost": text(cost),
            "factor": shown(factor),
            "people": [self._person(one, award, factor, given["period"]) for one, award in zip(claims, awards)],
        }

    def _problems(self, person):
        yield from self.ranges.problems(person, self.ranges.rows)
        wanted, other = ("score", "band") if self.by_score else ("band", "score")
        if wanted not in person:
            yield "missing"
        if other in person:
            yield "one-of"
        if wanted == "band" and person.get("band") not in {band["id"] for band in self.config["bands"]}:
            yield "unknown-band" if "band" in person else "missing"

    def _budget(self, given):
        if "budget" in given:
            return number(given["budget"])
        if "budget" not in self.config:
            return None
        return ratio(self.config["budget"]) * sum((number(one["salary"]) for one in given["people"]), ZERO)

    def _claim(self, person, period):
        salary, of = number(person["salary"]), self.ranges.of(person)
        compa, _, position = self.ranges.place(salary, of)
        band = person["band"] if not self.by_score else self._band(number(person["score"]))
        cell = self.cells[band, position]
        target = ratio(cell.get("percent", cell.get("target")))
        percent = number(person["percent"]) if "percent" in person else target
        allowed = ratio(cell.get("least", target)) <= percent <= ratio(cell.get("most", target))
        refuse([] if allowed else ["out-of-range"])
        part = sum(one.part for one in stretches({**person, "period": period, "changes": []}, {}, self.proration))
        wanted, above = salary * percent * part, self.config.get("aboveMaximum", "lost")
        raised, lump, most = wanted, ZERO, None
        if above != "paid":
            raised, most = min(wanted, max(ZERO, of.maximum - salary)), of.maximum
            lump = wanted - raised if above == "lump-sum" else ZERO
        return Claim(person, salary, of, compa, band, position, percent, part, wanted, raised, lump, most)

    def _band(self, score):
        return [band["id"] for band in self.config["bands"] if "from" not in band or score >= number(band["from"])][-1]

    def _award(self, claims, budget):
        total = sum((one.raise_by + one.lump for one in claims), ZERO)
        over = budget is not None and total > budget
        self.by_id, self.together = set(), False
        alone = [self._alone(one) for one in claims]
        if budget is None or (not over and sum((sum(one) for one in alone), ZERO) <= budget):
            return ONE, alone
        self.together = True
        factor = budget / total if over else ONE
        return factor, self._within([one._replace(raise_by=one.raise_by * factor, lump=one.lump * factor) for one in claims], budget)

    def _alone(self, claim):
        exact = claim.salary + claim.raise_by
        new = units(exact / self.step, 0, self.mode) * self.step
        if claim.most is not None and new > max(claim.most, claim.salary):
            new = floor(exact / self.step) * self.step
        raised = max(new, claim.salary) - claim.salary if claim.raise_by else ZERO
        return raised, units(claim.lump / self.minor, 0, self.mode) * self.minor

    def _within(self, claims, budget):
        """All rounded down, and one step each to the largest remainders, as long as the budget lasts."""
        awards, steps = [], []
        for place, claim in enumerate(claims):
            exact = claim.salary + claim.raise_by
            down = floor(exact / self.step) * self.step
            now = max(down, claim.salary) if claim.raise_by else claim.salary
            lump = floor(claim.lump / self.minor) * self.minor
            awards.append([now - claim.salary, lump])
            following = down + self.step
            may = claim.raise_by and exact != down and (claim.most is None or following <= claim.most)
            if may:
                steps.append(((exact - down) / self.step, claim.person["id"], place, 0, following - now))
            if claim.lump != lump:
                steps.append(((claim.lump - lump) / self.minor, claim.person["id"], place, 1, self.minor))
        left = budget - sum((sum(one) for one in awards), ZERO)
        outcomes = {}
        for remainder, name, place, which, cost in sorted(steps, key=lambda one: (-one[0], one[1])):
            outcomes.setdefault((remainder, cost), []).append((cost <= left, name))
            if cost <= left:
                awards[place][which] += cost
                left -= cost
        self.by_id = set()
        for same in outcomes.values():
            names = {name for _, name in same}
            if len(names) > 1 and len({took for took, _ in same}) > 1:
                self.by_id |= names
        return awards

    def _person(self, claim, award, factor, period):
        raised, lump = award
        new, name = claim.salary + raised, claim.person["id"]
        notes = presence_notes({**claim.person, "period": period}, [(claim.part, None)], self.proration)
        if claim.raise_by < claim.wanted:
            notes.append(note("range-maximum", maximum=claim.of.maximum))
        if factor != 1 and claim.raise_by + claim.lump:
            notes.append(note("budget-factor", factor=shown(factor)))
        tie = [note("equal-remainder")] if name in self.by_id else []
        exact_new = claim.salary + claim.raise_by * factor
        rounding = [] if exact_new == new else [note("salary-rounded", exact=shown(exact_new), newSalary=new)]
        line = {}
        if lump:
            exact = claim.lump * factor
            kept = [] if exact == lump else [note("rounded-to-budget", exact=shown(exact))]
            says = [*notes, *(kept if self.together else self.rounded_notes(exact)), *tie]
            named = {"line_id": f"{self.id}.{name}", "notes": says, "period": period, "rateAs": "percent"}
            made = self.line(claim.salary, lump / claim.salary, lump, **named)
            line = {"line": made}
        return {
            "id": name,
            "band": claim.band,
            "position": claim.position,
            "compaRatio": shown(claim.compa),
            "newCompaRatio": shown(new / claim.of.midpoint),
            "percent": lossless(claim.percent),
            "wanted": lossless(claim.wanted),
            "salary": text(claim.salary),
            "increase": text(raised),
            "newSalary": text(new),
            "lumpSum": text(lump),
            "notes": [*notes, *rounding, *tie],
            **line,
        }
