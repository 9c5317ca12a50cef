"""A pool that a team earns, shared among its members."""

from fractions import Fraction
from math import prod

from careers.standing import lossless
from exact import number, ratio, share_out, shown, text
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, over, refuse
from incentives.presence import whole_of
from incentives.proration import Proration, days, read_day
from incentives.rate_table import RateTable
from incentives.sharing import Bounded, share_within

ZERO, ONE = Fraction(0), Fraction(1)


class TeamPool(Payer):
    use, category = "teamPool", "team-pool"

    def result(self, given):
        ids = [one["id"] for one in given["members"]]
        refuse(["duplicate-id"] if len(set(ids)) < len(ids) else [])
        whole = whole_of(given["period"])
        sharers, excluded = [], []
        for member in given["members"]:
            for absence in member.get("absences", []):
                refuse(["range-empty"] if absence["to"] < absence["from"] else [])
            reasons = self._reasons(member, given["period"], whole)
            if reasons:
                excluded.append({"id": member["id"], "reasons": reasons})
            else:
                sharers.append((member, prod((self._counts(one, member, whole) for one in self.config["sharedBy"]), start=ONE)))
        funded = [self._fund(rule, given.get("figures", {}), len(sharers)) for rule in self.config["fund"]]
        factor, notes = self._score(given)
        amount, of_bounds = self._bounded(sum((one[3] for one in funded), ZERO) * factor, factor, given)
        pool = self.units(amount * (1 - ratio(self.config.get("reserve", 0))))
        reserved = self.units(amount) - pool
        notes += of_bounds
        if reserved:
            notes.append(note("pool-reserved", amount=self.of_units(reserved)))
        parts, left, reduced = self._share(pool, sharers)
        return {
            "kind": "team-pool",
            "id": self.id,
            "period": given["period"],
            **({"team": given["team"]} if "team" in given else {}),
            "currency": self.currency,
            "funded": [
                {"kind": kind, "basis": text(basis), "rate": shown(rate), "amount": text(one)}
                for kind, basis, rate, one in funded
            ],
            **({"factor": shown(factor)} if "score" in self.config else {}),
            "pool": text(self.of_units(pool)),
            "reserved": text(self.of_units(reserved)),
            "amount": text(self.of_units(pool - left)),
            "undistributed": text(self.of_units(left)),
            "notes": notes,
            "members": self._members(given, pool, sharers, parts, reduced, notes),
            "excluded": excluded,
        }

    def _reasons(self, member, period, whole):
        failed = ineligible(self.config.get("eligibility"), member, period)
        employment = member.get("employment")
        if employment is None:
            return failed
        first, last = read_day(employment["from"]), read_day(employment["to"]) if "to" in employment else None
        if first > whole[-1] or (last is not None and last < whole[0]):
            return [note("pool-not-employed", period=period)]
        reasons = []
        if self.config.get("joiners") == "excluded" and first > whole[0]:
            reasons.append(note("pool-joined", **{"from": str(first)}))
        if self.config.get("leavers") == "excluded" and last is not None and last < whole[-1]:
            reasons.append(note("pool-left", to=str(last)))
        return reasons + failed

    def _counts(self, factor, member, whole):
        if factor["by"] == "equal":
            return ONE
        if factor["by"] == "days":
            return self._present(factor, member, whole)
        if factor["by"] == "fact":
            return self._fact(factor, member)
        of_tier = factor["by"] == "tier"
        name = member.get("tier") if of_tier else member.get("attributes", {}).get(factor["attribute"])
        if name is None:
            refuse(["fact-missing"])
        rows = [row for row in factor["points"] if name in row["of"]]
        if not rows:
            refuse(["unknown-tier" if of_tier else "row-missing"])
        return number(rows[0]["counts"])

    def _present(self, factor, member, whole):
        employment = member.get("employment", {})
        first = read_day(employment["from"]) if "from" in employment else whole[0]
        last = read_day(employment["to"]) if "to" in employment else whole[-1]
        away = {
            day
            for one in member.get("absences", [])
            for day in days(read_day(one["from"]), read_day(one["to"]))
        }
        present = {day: 1 for day in whole if first <= day <= last and day not in away}
        return Proration(factor.get("proration")).parts(whole, [present])[0]

    def _fact(self, factor, member):
        if factor["fact"] not in member.get("facts", {}):
            refuse(["fact-missing"])
        value = number(member["facts"][factor["fact"]])
        if "steps" in factor:
            reached = [step for step in factor["steps"] if number(step["from"]) <= value]
            return number(reached[-1]["counts"]) if reached else ZERO
        if value < 0 and factor.get("negative", "error") == "error":
            refuse(["out-of-range"])
        return max(ZERO, value)

    def _figures(self, terms, figures):
        total = ZERO
        for term in terms:
            if "figure" in term and term["figure"] not in figures:
                refuse(["missing"])
            total += (
                ratio(term.get("times", 1)) * number(figures[term["figure"]])
                if "figure" in term
                else number(term["amount"])
            )
        return total

    def _fund(self, rule, figures, members):
        kind = rule["kind"]
        if kind == "brackets":
            basis = self._figures(rule["of"], figures)
            table = RateTable(rule["brackets"], rule)
            table.check(basis)
            amount = self._by_table(table, rule, basis)
            return kind, basis, over(amount, basis), amount
        if kind == "fixed":
            basis, rate = number(rule["amount"]), ONE
        elif kind == "per-member":
            basis, rate = Fraction(members), number(rule["amount"])
        else:
            basis, rate = self._figures(rule["of"], figures), ratio(rule["share"])
            if kind == "excess":
                basis -= self._figures(rule["over"], figures)
        return kind, basis, rate, max(ZERO, basis * rate)

    def _by_table(self, table, rule, basis):
        if basis <= 0:
            return ZERO
        if rule.get("method") == "whole":
            return basis * table.rate(basis) + table.amount(basis)
        return sum((by_rate + by_amount for _, _, by_rate, by_amount in table.slices(ZERO, basis)), ZERO)

    def _score(self, given):
        rule = self.config.get("score")
        if rule is None:
            refuse(["unknown-property"] if "score" in given else [])
            return ONE, []
        refuse([] if "score" in given else ["score-missing"])
        score = number(given["score"])
        if "least" in rule and score < number(rule["least"]):
            return ZERO, [note("pool-gate", score=score, least=number(rule["least"]))]
        if "factors" not in rule:
            return ONE, []
        factor = self._along(rule, score)
        return factor, [note("pool-factor", score=score, factor=shown(factor))]

    def _along(self, rule, score):
        points = [(number(one["score"]), ratio(one["factor"])) for one in rule["factors"]]
        reached = [point for point in points if point[0] <= score]
        if not reached:
            return ZERO
        (left, low), above = reached[-1], points[len(reached) :]
        if rule.get("curve") == "steps" or not above:
            return low
        right, high = above[0]
        return low + (high - low) * (score - left) / (right - left)

    def _bounded(self, amount, factor, given):
        bounds = {
            name: self._figures(self.config[name], given.get("figures", {}))
            for name in ("least", "most")
            if name in self.config
        }
        if len(bounds) == 2 and bounds["least"] > bounds["most"]:
            refuse(["range-empty"])
        if factor == 0:
            return ZERO, []
        for name, kind in (("least", "pool-at-least"), ("most", "pool-at-most")):
            bound = bounds.get(name)
            if bound is not None and (amount < bound if name == "least" else amount > bound):
                return max(ZERO, bound), [note(kind, bound=bound, funded=amount)]
        return amount, []

    def _share(self, pool, sharers):
        bounds = [
            Bounded(
                member["id"],
                counts,
                self._bound("memberLeast", member, pool) or ZERO,
                self._bound("memberMost", member, pool),
            )
            for member, counts in sharers
        ]
        if pool == 0:
            return [(0, None)] * len(sharers), 0, False
        if any(one.most is not None and one.least > one.most for one in bounds):
            refuse(["range-empty"])
        shared = share_within(pool, bounds)
        if shared is not None:
            return *shared, False
        if self.config.get("whenShort", "error") == "error":
            refuse(["minimums-over"])
        parts = share_out(pool, {one.id: one.least for one in bounds})
        return [(parts[one.id], "least") for one in bounds], 0, True

    def _bound(self, name, member, pool):
        bound = self.config.get(name)
        if bound is None:
            return None
        if "share" in bound:
            return ratio(bound["share"]) * pool
        if "fact" not in bound:
            return number(bound["amount"]) * 10**self.decimals
        if bound["fact"] not in member.get("facts", {}):
            refuse(["fact-missing"])
        value = number(member["facts"][bound["fact"]])
        if value < 0:
            refuse(["out-of-range"])
        return ratio(bound.get("times", 1)) * value * 10**self.decimals

    def _members(self, given, pool, sharers, parts, reduced, notes):
        total = sum((counts for _, counts in sharers), ZERO)
        line_id = f"{self.id}.{given['team']}" if "team" in given else self.id
        by_count = share_out(pool, {member["id"]: counts for member, counts in sharers}) if total else {}
        members = []
        for (member, counts), (units, held) in zip(sharers, parts):
            says = [note("pool-counts", counts=counts, total=total)]
            alone = by_count.get(member["id"], units)
            if alone != units:
                says.append(note("pool-moved", share=self.of_units(alone), moved=self.of_units(units - alone)))
            if not reduced and not any(bound for _, bound in parts):
                says += self.to_sum_notes(over(counts, total) * self.of_units(pool), self.of_units(units))
            if held:
                says.append(note("pool-reduced" if reduced else f"pool-held-{held}"))
            says += [one for one in notes if one["kind"] == "pool-gate"]
            rate = Fraction(units, pool) if pool else over(counts, total)
            line = self.line(
                self.of_units(pool),
                rate,
                self.of_units(units),
                line_id,
                notes=says,
                period=given["period"],
                rateAs="percent",
            )
            members.append(
                {"id": member["id"], "counts": lossless(counts), **({"held": held} if held else {}), "line": line}
            )
        return members
