"""A sales incentive of its own beside commission: so much for each deal, or each unit."""

from fractions import Fraction
from math import floor

from exact import number, text
from incentives.crediting import fits
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, over, part, refuse
from periods import read_period

ZERO = Fraction(0)
NOTHING = {name: ZERO for name in ("count", "taken", "counted", "earned", "due", "paid")}


class Spiff(Payer):
    use, category = "spiff", "spiff"

    def result(self, given):
        of = read_period(given["period"]) if "period" in given else None
        self.first, self.last = (str(of.first_day), str(of.last_day)) if of else ("", "9999")
        deals, people = given["deals"], given.get("people", [])
        excluded = self._check(given, deals, people)
        reasons = {deal["id"]: self._reason(deal, excluded) for deal in deals}
        counting = [deal for deal in deals if reasons[deal["id"]] is None]
        walked, budget = self._walk(sorted(counting, key=lambda deal: (deal["on"], deal["id"])))
        now = [one for one in walked if one["deal"]["on"] >= self.first]
        paid = sum((one["paid"] for one in now), ZERO)
        sellers = {deal["person"] for deal in deals}
        return {
            "kind": "spiff",
            "currency": self.currency,
            "amount": text(paid),
            **({} if budget is None else {"budgetLeft": text(budget)}),
            "people": [
                {"id": name, "line": self._line([one for one in now if one["deal"]["person"] == name], given)}
                for name in sorted({one["deal"]["person"] for one in now})
            ],
            "deals": [self._deal(deal, walked, reasons[deal["id"]]) for deal in deals],
            "excluded": [
                {"id": name, "reasons": failed} for name, failed in excluded.items() if failed and name in sellers
            ],
        }

    def _check(self, given, deals, people):
        ids, known = [deal["id"] for deal in deals], {one["id"] for one in people}
        codes = ["duplicate-id"] if len(set(ids)) < len(ids) else []
        codes += ["missing" for deal in deals if self.config.get("per") == "unit" and "units" not in deal]
        codes += ["missing" for deal in deals if "leastAmount" in self.config and "amount" not in deal]
        if "eligibility" in self.config:
            codes += ["unknown-person" for deal in deals if deal["person"] not in known]
        refuse(codes)
        if "eligibility" not in self.config:
            return {}
        return {one["id"]: ineligible(self.config["eligibility"], one, given.get("period")) for one in people}

    def _reason(self, deal, excluded):
        if deal["on"] > self.last:
            return "later"
        if not self.config.get("from", "") <= deal["on"] <= self.config.get("to", "9999"):
            return "outside-dates"
        if not fits(self.config.get("when"), deal.get("attributes", {})):
            return "other-deal"
        if abs(number(deal.get("amount", 0))) < number(self.config.get("leastAmount", 0)):
            return "too-small"
        return "ineligible" if excluded.get(deal["person"]) else None

    def _grid(self, name):
        """A limit of money, rounded down."""
        if name not in self.config:
            return None
        return self.of_units(floor(number(self.config[name]) * 10**self.decimals))

    def _walk(self, deals):
        """Each deal brings its person to date, as far as the first, the maximum and the budget let it."""
        first = self.config.get("first", {})
        most_of_each = number(first["count"]) if first and first.get("of", "person") == "person" else None
        left = number(first["count"]) if first.get("of") == "everybody" else None
        budget, maximum, people, walked = self._grid("budget"), self._grid("maximum"), {}, []
        for deal in deals:
            before = people.get(deal["person"], NOTHING)
            at = {"count": before["count"] + self._count(deal)}
            wanted = at["count"] if most_of_each is None else min(at["count"], most_of_each)
            at["taken"] = _rising(wanted, before["taken"], left)
            if left is not None:
                left -= at["taken"] - before["taken"]
            at["counted"] = self._after_minimum(at["taken"])
            at["earned"] = self.money(at["counted"] * number(self.config["pays"]))
            at["due"] = at["earned"] if maximum is None else min(at["earned"], maximum)
            at["paid"] = _rising(at["due"], before["paid"], budget)
            if budget is not None:
                budget -= at["paid"] - before["paid"]
            people[deal["person"]] = at
            walked.append(
                {
                    "deal": deal,
                    "counted": at["counted"] - before["counted"],
                    "paid": at["paid"] - before["paid"],
                    "before": before,
                    "after": at,
                }
            )
        return walked, budget

    def _count(self, deal):
        if self.config.get("per") == "unit":
            return number(deal["units"])
        return Fraction(-1 if number(deal.get("amount", 0)) < 0 else 1)

    def _after_minimum(self, taken):
        minimum = self.config.get("minimum")
        if minimum is None:
            return taken
        if taken < number(minimum["count"]):
            return ZERO
        return taken if minimum.get("pays", "all") == "all" else taken - number(minimum["count"])

    def _limits(self, at):
        held = (("first", "taken", "count"), ("minimum", "counted", "taken"), ("maximum", "due", "earned"), ("budget", "paid", "due"))
        return [name for name, has, would in held if at[has] < at[would]]

    def _line(self, own, given):
        counted = sum((one["counted"] for one in own), ZERO)
        paid = sum((one["paid"] for one in own), ZERO)
        pays = number(self.config["pays"])
        parts = [
            {
                **part(one["deal"]["id"], one["counted"], pays, one["after"]["earned"] - one["before"]["earned"]),
                "rate": text(pays),
            }
            for one in own
            if one["counted"]
        ]
        start, end = own[0]["before"], own[-1]["after"]
        for name, has, would in (("maximum", "due", "earned"), ("budget", "paid", "due")):
            held = (end[has] - end[would]) - (start[has] - start[would])
            if held:
                parts.append(part(name, held, Fraction(1), held))
        notes = [note(f"spiff-{name}", **self._values(name, end)) for name in self._limits(end)]
        earned_before, earned = start["counted"] * pays, end["counted"] * pays
        if start["counted"] == 0 and paid == end["earned"]:
            notes += self.rounded_notes(earned)
        else:
            notes += self.whole_notes("rounded-to-date", earned) + self.whole_notes("rounded-before", earned_before)
        return self.line(counted, over(paid, counted), paid, parts=parts, notes=notes, period=given.get("period"))

    def _values(self, name, at):
        if name == "first":
            return {"first": number(self.config["first"]["count"]), "count": at["count"], "taken": at["taken"]}
        if name == "minimum":
            least = number(self.config["minimum"]["count"])
            return {"minimum": least, "taken": at["taken"], "counted": at["counted"]}
        stated = {name: number(self.config[name])}
        return stated if name == "maximum" else {**stated, "due": at["due"], "paid": at["paid"]}

    def _deal(self, deal, walked, reason):
        one = next((one for one in walked if one["deal"] is deal), None)
        limits = self._limits(one["after"]) if one else []
        return {
            "id": deal["id"],
            "person": deal["person"],
            "counted": text(one["counted"] if one else ZERO),
            "amount": text(one["paid"] if one else ZERO),
            **({"earlier": True} if one and deal["on"] < self.first else {}),
            **({} if reason is None else {"reason": reason}),
            **({"limits": limits} if limits else {}),
        }


def _rising(wanted, had, left):
    """What is wanted, as far as what is left of a common store lets it rise."""
    if left is None or wanted <= had or wanted - had <= left:
        return wanted
    return had + max(ZERO, left)
