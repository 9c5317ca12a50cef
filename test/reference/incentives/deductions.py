"""Fines, damages, loans and orders, deducted from pay in their order and within limits."""

from fractions import Fraction
from math import ceil, floor

from exact import number, ratio, rounded, settle_remainders, shown, text
from incentives.balances import Reducer, later_problems, twice
from incentives.lines import note, refuse
from incentives.rate_table import RateTable
from periods import read_period

ZERO = Fraction(0)


class Deductions(Reducer):
    use, category = "deductions", "deductions"

    def result(self, given):
        self._check(given)
        pay, suspensions = self._suspend(given)
        gross = sum(pay.values(), ZERO)
        net = gross - number(given.get("statutory", 0))
        state = Pay(pay, gross, net, given.get("facts", {}))
        lines, carried, dropped, due_later, taken = list(suspensions), 0, 0, [], 0
        for rule in self.config["deductions"]:
            dues = self._due(rule, given, state, taken)
            shortfall = self._shortfall(rule, given)
            limits = self._limits(rule, state, taken, shortfall)
            tightest = min(limits, key=lambda one: one[0])
            room, made = max(0, tightest[0]), []
            for name, day, due, exact in dues:
                made.append((name, day, due, min(due, room), exact))
                room -= made[-1][3]
            lacking = self._lacking(rule, state, taken, shortfall)
            taken += sum(one[3] for one in made)
            left = sum(one[2] - one[3] for one in made)
            dropped += left if rule.get("rest") == "dropped" else 0
            carried += 0 if rule.get("rest") == "dropped" else left
            due_later += self._carried(rule, made, lacking)
            lines += self._line_of(rule, given, made, tightest, left)
        suspended = -sum((number(line["amount"]) for line in suspensions), ZERO)
        deducted = self.of_units(taken)
        return {
            "kind": "deductions",
            "period": given["period"],
            "currency": self.currency,
            "gross": text(gross + suspended),
            "suspended": text(suspended),
            "net": text(net),
            "deducted": text(deducted),
            "left": text(net - deducted),
            "amount": text(-suspended - deducted),
            "carried": text(self.of_units(carried)),
            "dropped": text(self.of_units(dropped)),
            "lines": lines,
            "balance": {"period": given["period"], "deductions": due_later},
        }

    def _check(self, given):
        rules = {rule["id"]: rule for rule in self.config["deductions"]}
        last = str(read_period(given["period"]).last_day)
        events, claims = given.get("events", []), given.get("claims", [])
        balance = given.get("balance", {"deductions": []})
        kinds = {kind for one in self.config.get("suspensions", []) for kind in one["for"]}
        kinds |= {kind for rule in rules.values() for fine in rule["due"].get("fines", []) for kind in fine["for"]}
        dues = [one for row in balance["deductions"] for one in row["dues"]]
        refuse(
            [
                *self.too_fine(*(one["amount"] for one in [*given["pay"], *dues]), given.get("statutory", 0)),
                *twice([one["id"] for one in events]),
                *twice([one["id"] for one in claims]),
                *("unknown-event" for one in events if one["kind"] not in kinds),
                *("event-in-future" for one in [*events, *claims] if one["date"] > last),
                *(
                    "unknown-deduction"
                    for one in claims
                    if rules.get(one["deduction"], {}).get("due", {}).get("kind") != "claims"
                ),
                *("unknown-deduction" for row in balance["deductions"] if row["id"] not in rules),
                *(later_problems(given["period"], balance["period"]) if "period" in balance else []),
            ]
        )

    # Suspensions

    def _suspend(self, given):
        pay, lines = {}, []
        for one in given["pay"]:
            pay[one["category"]] = pay.get(one["category"], ZERO) + number(one["amount"])
        for rule in self.config.get("suspensions", []):
            because = sorted(one["id"] for one in given.get("events", []) if one["kind"] in rule["for"])
            bases = {name: pay[name] for name in rule["categories"] if pay.get(name, ZERO) > 0}
            if not because or not bases:
                continue
            share = ratio(rule.get("share", 1))
            total = self.units(sum(bases.values(), ZERO) * share)
            parts = settle_remainders(total, {name: one * share * 10**self.decimals for name, one in bases.items()})
            for name, part in parts.items():
                pay[name] -= self.of_units(part)
            written = [
                {"of": name, "basis": text(bases[name]), "rate": text(-share), "amount": text(-self.of_units(part))}
                for name, part in parts.items()
            ]
            says = [
                note("suspended-for", events=", ".join(because)),
                *self.taken_notes(sum(bases.values(), ZERO) * share),
                *self.parts_notes([-bases[name] * share for name in parts], written, taken=True),
            ]
            line = self._own(rule, given, sum(bases.values(), ZERO), -share, -self.of_units(total), written, says)
            lines.append({**line, "rate": text(-share)})
        return pay, lines

    # What is due

    def _due(self, rule, given, state, taken):
        before = next((one["dues"] for one in given.get("balance", {}).get("deductions", []) if one["id"] == rule["id"]), [])
        carried = [(one["id"], one["date"], self.units(number(one["amount"])), None) for one in before]
        new = [(name, day, self.units(self._coarse(rule, amount)), amount) for name, day, amount in self._fresh(rule, given, state, taken)]
        new.sort(key=lambda one: (one[1], one[0]))
        refuse("duplicate-id" for one in new if one[0] in {name for name, *_ in carried})
        return [one for one in carried + new if one[2] > 0]

    def _coarse(self, rule, amount):
        """What is newly due, to the decimals of its own rule if it has them."""
        return amount if "decimals" not in rule else rounded(amount, rule["decimals"], self.mode)

    def _fresh(self, rule, given, state, taken):
        due, already = rule["due"], self.of_units(taken)
        if due["kind"] == "claims":
            for one in given.get("claims", []):
                if one["deduction"] == rule["id"]:
                    yield one["id"], one["date"], number(one["amount"])
        elif due["kind"] == "fines":
            ordered = sorted(given.get("events", []), key=lambda one: (one["date"], one["id"]))
            for fine in due["fines"]:
                for place, one in enumerate(one for one in ordered if one["kind"] in fine["for"]):
                    prices = fine.get("amounts")
                    amount = (
                        number(prices[min(place, len(prices) - 1)])
                        if prices
                        else ratio(fine["share"]) * state.base(fine, already)
                    )
                    yield one["id"], one["date"], amount
        else:
            last = str(read_period(given["period"]).last_day)
            amount = state.sum(due, already) if due["kind"] == "sum" else self._by_table(due, state, already)
            yield given["period"], last, amount

    def _by_table(self, due, state, already):
        base, table = state.base(due, already), RateTable(due["brackets"], due)
        table.check(base)
        if base == 0:
            return ZERO
        if due.get("method") == "whole":
            return base * table.rate(base) + table.amount(base)
        return sum((by_rate + by_amount for _, _, by_rate, by_amount in table.slices(ZERO, base)), ZERO)

    # What holds it

    def _shortfall(self, rule, given):
        rows = given.get("balance", {}).get("deductions", [])
        return self.units(number(next((one.get("shortfall", 0) for one in rows if one["id"] == rule["id"]), 0)))

    def _limits(self, rule, state, taken, shortfall):
        already, scale = self.of_units(taken), 10**self.decimals
        before = floor(state.net * scale) - taken
        limits = []
        own = [(one, taken if one.get("counts") == "so-far" else 0) for one in rule.get("most", [])]
        for one, counted in own + [(one, taken) for one in self.config.get("most", [])]:
            exact = state.sum(one, already)
            whole = floor(exact * scale)
            of = {"share": ratio(one["share"]), "base": state.share_base(one, already)} if "share" in one else {}
            values = {"most": self.of_units(whole), **self._before_rounding(exact), "counted": self.of_units(counted)}
            says = note("deduction-most", **values, **of)
            limits.append((whole - counted, says))
        for one, lacking in ((rule.get("leaves"), shortfall), (self.config.get("leaves"), 0)):
            if one is not None:
                exact = state.sum(one, already)
                kept = ceil(exact * scale)
                values = {"leaves": kept, "before": before, "lacking": lacking}
                money = {name: self.of_units(value) for name, value in values.items()}
                says = note("deduction-leaves", **money, **self._before_rounding(exact))
                limits.append((before - kept - lacking, says))
        limits.append((before, note("deduction-nothing-left", before=self.of_units(before))))
        return limits

    def _before_rounding(self, limit):
        """What a limit was before it was rounded, if it was."""
        return {} if (limit * 10**self.decimals).denominator == 1 else {"exact": shown(limit)}

    def _lacking(self, rule, state, taken, shortfall):
        """What the protected sum lacks after the period."""
        if rule.get("leaves", {}).get("shortfall") != "carried":
            return 0
        scale = 10**self.decimals
        kept = ceil(state.sum(rule["leaves"], self.of_units(taken)) * scale)
        return max(0, shortfall + kept - (floor(state.net * scale) - taken))

    def _carried(self, rule, made, lacking):
        open_dues = [
            {"id": name, "date": day, "amount": text(self.of_units(due - part))}
            for name, day, due, part, _ in made
            if due > part and rule.get("rest") != "dropped"
        ]
        if not open_dues and not lacking:
            return []
        short = {"shortfall": text(self.of_units(lacking))} if lacking else {}
        return [{"id": rule["id"], "dues": open_dues, **short}]

    def _line_of(self, rule, given, made, tightest, left):
        due, part = sum(one[2] for one in made), sum(one[3] for one in made)
        if not due:
            return []
        kind = "deduction-dropped" if rule.get("rest") == "dropped" else "deduction-carried"
        notes = [says for name, *_, one in made if one is not None for says in self.whole_notes("rounded-due", one, name, rule.get("decimals"))]
        notes += [tightest[1], note(kind, amount=self.of_units(left))] if left else []
        parts = [
            {
                "of": name,
                "basis": text(self.of_units(one)),
                "rate": shown(Fraction(-got, one)),
                "amount": text(-self.of_units(got)),
            }
            for name, _, one, got, _ in made
        ]
        basis, amount = self.of_units(due), -self.of_units(part)
        return [self._own(rule, given, basis, amount / basis, amount, parts, notes)]

    def _own(self, rule, given, basis, rate, amount, parts, notes):
        named = {name: rule[name] for name in ("category", "rule") if name in rule}
        line = self.line(basis, rate, amount, rule["id"], parts, notes, period=given["period"], rateAs="percent")
        return {**line, **named}


class Pay:
    """The pay of a period, of which sums are shares."""

    def __init__(self, categories, gross, net, facts):
        self.categories, self.gross, self.net, self.facts = categories, gross, net, facts

    def base(self, of, taken):
        if "categories" in of:
            return max(ZERO, sum((self.categories.get(name, ZERO) for name in of["categories"]), ZERO))
        whole = {"gross": self.gross, "net": self.net, "left": self.net - taken}
        return max(ZERO, whole[of.get("of", "net")])

    def sum(self, one, taken):
        if "amount" in one:
            return number(one["amount"])
        if "share" in one:
            return ratio(one["share"]) * self.share_base(one, taken)
        refuse([] if one["fact"] in self.facts else ["fact-missing"])
        value = number(self.facts[one["fact"]])
        refuse(["out-of-range"] if value < 0 else [])
        return ratio(one.get("times", 1)) * value

    def share_base(self, one, taken):
        base = self.base(one, taken)
        return max(ZERO, base - self.sum(one["over"], taken)) if "over" in one else base
