"""Who wins which honours in a period, and what for."""

from fractions import Fraction

from exact import number, ratio, share_out, units
from incentives.balances import twice
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, refuse
from incentives.proration import read_day
from periods import Period, months_after, read_period

ZERO = Fraction(0)
UNITS = {"month": "M", "quarter": "Q", "half-year": "H", "year": ""}
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Honours(Payer):
    use, category = "honours", "honours"

    def result(self, given):
        self.period = read_period(given["period"])
        rules = [rule for rule in self.config["honours"] if UNITS[rule["per"]] == self.period.unit]
        refuse([] if rules else ["wrong-cycle"])
        self._check(given, rules)
        won, results, wins = {}, [], []
        for rule in rules:
            result, own = self._give(rule, given, won)
            won[rule["id"]] = {one["person"] for one in own}
            results.append(result)
            wins += [{**one, "honour": rule["id"]} for one in own]
        people = [self._honoured(one["id"], wins) for one in given["people"]]
        people = [one for one in people if one["honours"]]
        lines = [line for one in people for line in one["lines"]]
        paid = self.paid(lines)
        return {
            "kind": "honours",
            "period": given["period"],
            "currency": self.currency,
            "amount": paid["amount"],
            "honours": results,
            "people": people,
        }

    def _check(self, given, rules):
        people, events = given["people"], given.get("events", [])
        rewarding = {rule["id"] for rule in rules if "events" in rule}
        known = {one["id"] for one in people}
        refuse(
            [
                *twice([one["id"] for one in people]),
                *twice([one["id"] for one in events]),
                *("unknown-honour" for one in events if one["honour"] not in rewarding),
                *("unknown-person" for one in events if one["person"] not in known),
                *("event-in-future" for one in events if read_day(one["date"]) > self.period.last_day),
            ]
        )

    def _honoured(self, name, wins):
        own = [one for one in wins if one["person"] == name]
        return {
            "id": name,
            "lines": [one["line"] for one in own if one["line"]],
            "points": str(sum(one["points"] for one in own)),
            "honours": [{"honour": one["honour"], "on": one["on"]} for one in own],
        }

    def _give(self, rule, given, won):
        competing, refused = [], []
        for person in given["people"]:
            reasons = self._reasons(rule, person, given["period"], won)
            if reasons:
                refused.append({"id": person["id"], "reasons": reasons})
            else:
                competing.append((person, self._keys(rule, person)))
        if "events" in rule:
            units, refused, wins = self._reward(rule, given, {one["id"] for one, _ in competing}, refused)
        else:
            units = self._rank(rule, competing)
            wins = [win for unit in units for win in self._prizes(rule, unit, given["period"])]
        return {"honour": rule["id"], "units": units, "refused": refused}, wins

    # Who competes

    def _earlier(self, rule, person):
        return [
            read_day(one["on"])
            for one in person.get("honours", [])
            if one["honour"] == rule["id"] and read_day(one["on"]) < self.period.first_day
        ]

    def _won(self, rule, person):
        """How often a person won in the time that the limit looks at."""
        end = self.period.last_day
        if "months" in rule["mostWins"]:
            since = months_after(end, -rule["mostWins"]["months"])
            return sum(day > since for day in self._earlier(rule, person))
        return sum(day.year == end.year for day in self._earlier(rule, person))

    def _too_often(self, rule, won):
        most = rule["mostWins"]["wins"]
        return [note("honour-most-wins", won=str(won), most=str(most))] if won >= most else []

    def _reasons(self, rule, person, period, won):
        reasons = ineligible(rule.get("eligibility"), person, period)
        other = next((one for one in rule.get("notWith", []) if person["id"] in won.get(one, ())), None)
        if other is not None:
            reasons.append(note("honour-not-with", honour=other))
        last = max(self._earlier(rule, person), default=None)
        if "coolingPeriods" in rule and last is not None:
            of = Period(self.period.unit, (last.year * 12 + last.month - 1) // MONTHS[rule["per"]])
            if self.period.ordinal - of.ordinal <= rule["coolingPeriods"]:
                reasons.append(note("honour-cooling", on=str(last), periods=str(rule["coolingPeriods"])))
        if "mostWins" in rule:
            reasons += self._too_often(rule, self._won(rule, person))
        return reasons

    def _keys(self, rule, person):
        facts, keys = person.get("facts", {}), []
        for one in rule.get("by", []):
            refuse([] if one["key"] in facts else ["missing"])
            keys.append(number(facts[one["key"]]) * (-1 if one["order"] == "descending" else 1))
        if "within" in rule:
            refuse([] if rule["within"] in person.get("attributes", {}) else ["fact-missing"])
        return keys

    # Ranks and prizes

    def _rank(self, rule, competing):
        groups = {} if "within" in rule else {"": []}
        for person, keys in competing:
            unit = person["attributes"][rule["within"]] if "within" in rule else ""
            groups.setdefault(unit, []).append((keys, person["id"]))
        return [self._fill(rule, unit, sorted(groups[unit])) for unit in sorted(groups)]

    def _fill(self, rule, unit, sorted_people):
        keys = [one for one, _ in sorted_people]
        people = [{"id": name, "rank": keys.index(own) + 1} for own, name in sorted_people]
        named = {"unit": unit} if "within" in rule else {}
        quotas = {one["unit"]: one["winners"] for one in rule.get("quotas", [])}
        bound = quotas.get(unit, rule.get("winners"))
        if bound is None:
            return {**named, "winners": people, "others": [], "vacant": 0}
        places = bound.get("count")
        if places is None:
            places = units(ratio(bound["share"]) * len(people), 0, bound.get("rounding", "floor"))
        inside = min(places, len(people))
        ties = rule.get("ties", "all-in")
        if 0 < inside < len(people) and people[inside - 1]["rank"] == people[inside]["rank"] and ties != "id":
            rank = people[inside]["rank"]
            inside = rank - 1 + (sum(one["rank"] == rank for one in people) if ties == "all-in" else 0)
        winners, others = people[:inside], people[inside:]
        return {**named, "places": places, "winners": winners, "others": others, "vacant": max(0, places - inside)}

    def _prizes(self, rule, unit, period):
        prize = rule.get("prize", {})
        money = self._shares(prize, "money", unit["winners"], self.decimals)
        points = self._shares(prize, "points", unit["winners"], 0)
        for one in unit["winners"]:
            line = None
            if money:
                whole, among, got = money[one["id"]]
                notes = [note("honour-rank", rank=str(one["rank"]), unit=unit.get("unit"))]
                if among > 1:
                    notes.append(note("honour-shared", among=str(among)))
                    notes += self.to_sum_notes(whole / among, self.of_units(got))
                line = self._line(rule, rule["id"], whole, Fraction(1, among), self.of_units(got), notes, period)
            on = str(self.period.last_day)
            got = points[one["id"]][2] if points else 0
            yield {"person": one["id"], "on": on, "points": got, "line": line}

    def _shares(self, prize, name, winners, decimals):
        """By winner: the prize, among how many, and what of it in units."""
        if name not in prize:
            return None
        amounts, shares = [number(one) for one in prize[name]], {}

        def at(place):
            return amounts[min(place, len(amounts)) - 1]

        for rank in {one["rank"] for one in winners}:
            equals = [one["id"] for one in winners if one["rank"] == rank]
            if prize.get("tied", "same") == "same":
                whole, among = at(rank), 1
                parts = dict.fromkeys(equals, units(whole, decimals, self.mode))
            else:
                whole, among = sum((at(rank + place) for place in range(len(equals))), ZERO), len(equals)
                parts = share_out(units(whole, decimals, self.mode), dict.fromkeys(equals, Fraction(1)))
            shares.update({person: (whole, among, part) for person, part in parts.items()})
        return shares

    def _line(self, rule, line_id, basis, rate, amount, notes, period):
        shared = "percent" if rate != 1 else None
        line = self.line(basis, rate, amount, line_id, notes=notes, period=period, rateAs=shared)
        return {**line, **{name: rule[name] for name in ("category", "rule") if name in rule}}

    # Events

    def _reward(self, rule, given, eligible, ineligibles):
        reasons_of = {one["id"]: one["reasons"] for one in ineligibles}
        people = {one["id"]: one for one in given["people"]}
        counts, wins, refused = {}, [], []
        own = [one for one in given.get("events", []) if one["honour"] == rule["id"]]
        for event in sorted(own, key=lambda one: (one["date"], one["id"])):
            person = event["person"]
            reasons = reasons_of.get(person, [])
            if person in eligible and "mostWins" in rule:
                reasons = self._too_often(rule, self._won(rule, people[person]) + counts.get(person, 0))
            if reasons:
                refused.append({"id": person, "event": event["id"], "reasons": reasons})
                continue
            counts[person] = counts.get(person, 0) + 1
            wins.append(self._event(rule, event, given["period"]))
        winners = [{"id": name, "rank": 1} for name in sorted(counts)]
        return [{"winners": winners, "others": [], "vacant": 0}], refused, wins

    def _event(self, rule, event, period):
        rows = [row for row in rule["events"] if event["of"] in row["of"]]
        refuse([] if rows else ["row-missing"])
        line = None
        if "money" in rows[0]:
            whole = number(rows[0]["money"])
            notes = [note("honour-event", event=event["id"], of=event["of"], on=event["date"])]
            line_id = f"{rule['id']}.{event['id']}"
            line = self._line(rule, line_id, whole, Fraction(1), self.money(whole), notes, period)
        return {"person": event["person"], "on": event["date"], "points": rows[0].get("points", 0), "line": line}
