"""Who is credited with what part of which deals in a period."""

from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from exact import number, ratio, settle_remainders, text, units
from incentives.lines import MINOR_UNITS, refuse
from incentives.quota import Exchange
from periods import read_period

ZERO, ONE = Fraction(0), Fraction(1)
WAITS = {"booking": "not-booked", "invoice": "not-invoiced", "cash": "not-paid", "schedule": "not-scheduled"}


def fits(conditions, attributes):
    return all(attributes.get(one["attribute"]) in one["is"] for one in conditions or [])


class Credit(NamedTuple):
    person: str
    kind: str
    on: str
    events: tuple
    size: int
    role: str | None = None
    rose_from: tuple | None = None
    share: Fraction | None = None


class Running:
    """Sums that grow with time, each rounded to date: what is new is the rounded sum less what it was before."""

    def __init__(self, mode):
        self.mode, self.exact, self.settled = mode, defaultdict(Fraction), defaultdict(int)

    def grow(self, amounts, most=None):
        for person, amount in amounts:
            self.exact[person] += amount
        news = {}
        for person in dict.fromkeys(person for person, _ in amounts):
            exact = self.exact[person]
            if most is not None and abs(exact) > most:
                exact = -most if exact < 0 else most
            now = units(exact, 0, self.mode)
            news[person] = now - self.settled[person]
            self.settled[person] = now
        return news


class Crediting:
    use = "crediting"

    def __init__(self, config):
        self.config = config
        self.currency = config.get("currency")
        self.decimals = config["decimals"] if "decimals" in config else MINOR_UNITS[self.currency]
        self.unit_decimals = config.get("unitDecimals", 6)
        self.mode = config.get("rounding", "half-up")
        self.events = config.get("events", [{"on": "booking"}])
        exchange = {"rates": [], **config.get("exchange", {})}
        self.exchange = Exchange({**exchange, "to": self.currency})
        self.at_booking = exchange.get("at") == "booking"

    def result(self, given):
        of = read_period(given["period"])
        first, last = str(of.first_day), str(of.last_day)
        people = given.get("people", [])
        self._check(given, people, first, last)
        credits, deals, uncredited = [], [], []
        for deal in given["deals"]:
            own, row, nobody = self._deal(deal, people, first, last)
            credits += own
            deals.append(row)
            uncredited += nobody
        credits.sort(key=lambda one: (one["person"], one["on"], one["order"], one["id"]))
        ids = [(one["person"], one["id"]) for one in credits]
        refuse(["duplicate-id"] if len(set(ids)) < len(ids) else [])
        names = sorted({one["id"] for one in people} | {one["person"] for one in credits})
        return {
            "kind": "crediting",
            "period": given["period"],
            "from": first,
            "to": last,
            **({"currency": self.currency} if self.currency else {}),
            "people": [self._person(name, credits) for name in names],
            "credits": credits,
            "deals": deals,
            "uncredited": uncredited,
        }

    def _person(self, name, credits):
        own = [one for one in credits if one["person"] == name]
        kept = ("id", "order", "amount", "units", "margin", "attributes")
        return {
            "id": name,
            "amount": text(sum((number(one["amount"]) for one in own), ZERO)),
            "credits": [{key: one[key] for key in kept if key in one} for one in own],
        }

    # What is wrong

    def _check(self, given, people, first, last):
        deals, known = given["deals"], {one["id"] for one in people}
        rolls = "rollUp" in self.config
        roles = {one["role"]: one for one in reversed(self.config.get("overlays", []))}
        codes = ["duplicate-id"] if len({one["id"] for one in deals}) < len(deals) else []
        codes += ["unknown-person" for one in people if one.get("manager", one["id"]) not in known]
        by_rates = self.config.get("rollUp", {}).get("by") == "differences"
        codes += ["missing" for one in people if by_rates and "rate" not in one]
        days = {last}
        for deal in deals:
            total = sum((share for _, share in self._shares(deal)), ZERO)
            allowed = {"exact": total == 1, "over": total >= 1, "house": total <= 1}
            codes += [] if allowed[self.config.get("splits", "exact")] else ["shares-sum"]
            codes += ["unknown-person" for name, _ in self._shares(deal) if rolls and name not in known]
            for one in deal.get("team", []):
                codes += [] if one["role"] in roles else ["unknown-role"]
                rises = any(rule["role"] == one["role"] and rule.get("rollsUp") for rule in self.config.get("overlays", []))
                codes += ["unknown-person"] if rolls and rises and one["person"] not in known else []
            for event in self.events:
                if event["on"] in ("invoice", "cash"):
                    codes += self._exceeded(deal, deal.get("invoices" if event["on"] == "invoice" else "payments", []))
                if event["on"] == "schedule" and "schedule" in deal:
                    codes += [] if sum(number(one["share"]) for one in deal["schedule"]) == 1 else ["shares-sum"]
            steps = self._steps(deal)
            if rolls:
                days |= {on for on, _, _ in steps if first <= on <= last}
            if deal.get("currency", self.currency) != self.currency:
                for on, _, _ in steps:
                    self._rate(deal, on)
        for day in days:
            for one in people:
                chain, person = [], one["id"]
                while person is not None and person not in chain:
                    chain.append(person)
                    person = self._manager(people, person, day)
                codes += ["reporting-cycle"] if person is not None else []
        refuse(codes)

    def _exceeded(self, deal, parts):
        whole = number(deal["amount"])
        for day in {one["on"] for one in parts}:
            running = sum((number(one["amount"]) for one in parts if one["on"] <= day), ZERO)
            if abs(running) > abs(whole) or (running and (running < 0) != (whole < 0)):
                yield "deal-exceeded"

    # One deal

    def _shares(self, deal):
        if "splits" not in deal:
            return [(deal["person"], ONE)]
        return [(one["person"], number(one["share"])) for one in deal["splits"]]

    def _steps(self, deal):
        """The days on which parts of a deal are credited: the day, the part, and by which events."""
        steps = {}
        for event in self.events:
            for on, part in self._happened(event["on"], deal):
                share, events = steps.get(on, (ZERO, ()))
                named = events if event["on"] in events else (*events, event["on"])
                steps[on] = (share + ratio(event.get("share", 1)) * part, named)
        return [(on, *steps[on]) for on in sorted(steps)]

    def _happened(self, event, deal):
        if event == "booking":
            return [(deal["bookedOn"], ONE)] if "bookedOn" in deal else []
        if event == "schedule":
            return [(one["on"], number(one["share"])) for one in deal.get("schedule", [])]
        whole = number(deal["amount"])
        parts = deal.get("invoices" if event == "invoice" else "payments", [])
        return [(one["on"], number(one["amount"]) / whole if whole else ZERO) for one in parts]

    def _rate(self, deal, on):
        source = deal.get("currency", self.currency)
        if source == self.currency:
            return ONE
        found, inverse = self.exchange.find(source, self.currency, deal.get("bookedOn") if self.at_booking else on)
        return 1 / number(found["rate"]) if inverse else number(found["rate"])

    def _deal(self, deal, people, first, last):
        steps = self._steps(deal)
        weight = next(
            (
                ratio(one["credit"])
                for one in self.config.get("weights", [])
                if fits(one.get("when"), deal.get("attributes", {}))
            ),
            ONE,
        )
        rate = self._rate(deal, steps[0][0]) if steps else ONE
        days, house, reason = [], 0, None
        if not steps:
            reason = WAITS[self.events[0]["on"]]
        elif abs(number(deal["amount"]) * rate) < number(self.config.get("minimum", 0)):
            reason = "below-minimum"
        elif weight == 0:
            reason = "no-credit"
        else:
            days = self._days(deal, people, steps, weight, "amount")
            now = [one for one in days if first <= one[0] <= last]
            credits = [credit for one in now for credit in one[2]]
            if self.config.get("splits") == "house":
                house = sum(size for _, size, _ in now) - sum(one.size for one in credits if one.kind == "split")
            reason = "other-period" if not now else "house" if house or not credits else None
        sums = {
            name: sum(size for on, size, _ in days if within(on))
            for name, within in (
                ("before", lambda on: on < first),
                ("now", lambda on: first <= on <= last),
                ("after", lambda on: on > last),
            )
        }
        currency = deal.get("currency", self.currency)
        row = {
            "id": deal["id"],
            "amount": text(number(deal["amount"])),
            **({"currency": currency} if currency else {}),
            **({} if currency == self.currency else {"rate": text(rate)}),
            "weight": text(weight),
            **{name: self._money(size, "amount") for name, size in sums.items()},
            "open": text(1 - sum((share for _, share, _ in steps), ZERO)),
        }
        nobody = []
        if reason:
            kept = {"amount": self._money(house, "amount")} if reason == "house" else {}
            nobody = [{"deal": deal["id"], "reason": reason, **kept}]
        return self._written(deal, people, steps, weight, days, first, last), row, nobody

    def _written(self, deal, people, steps, weight, days, first, last):
        """The credits of the period as the result has them, with all that the deal has a number of."""
        lists = {"amount": days}
        for name in ("margin", "units"):
            if name in deal and days:
                lists[name] = self._days(deal, people, steps, weight, name)
        credits = {
            name: [credit for on, _, some in listed if first <= on <= last for credit in some]
            for name, listed in lists.items()
        }
        made = []
        for place, one in enumerate(credits["amount"]):
            made.append(
                {
                    "id": self._credit_id(deal, one),
                    "order": deal["id"],
                    "person": one.person,
                    "kind": one.kind,
                    **({} if one.role is None else {"role": one.role}),
                    **({} if one.rose_from is None else {"from": list(one.rose_from)}),
                    **({} if one.share is None else {"share": text(one.share)}),
                    "on": one.on,
                    "events": list(one.events),
                    **{name: self._money(some[place].size, name) for name, some in credits.items()},
                    **({"attributes": deal["attributes"]} if deal.get("attributes") else {}),
                }
            )
        return made

    def _credit_id(self, deal, credit):
        alone = len(self.events) == 1 and self.events[0]["on"] == "booking"
        base = deal["id"] if alone else f"{deal['id']}.{credit.on}"
        ends = {"split": "", "roll-up": ".roll-up", "overlay": f".overlay.{credit.role}"}
        return base + ends[credit.kind]

    def _decimals(self, quantity):
        return self.unit_decimals if quantity == "units" else self.decimals

    def _money(self, size, quantity):
        return text(Fraction(size, 10 ** self._decimals(quantity)))

    def _days(self, deal, people, steps, weight, quantity):
        """By day: what the deal itself is credited with, and the credits."""
        exact, total, parts = ZERO, 0, {}
        overlays = [(rule, Running(self.mode)) for rule in self._overlays(deal)]
        rising_sums, days = Running(self.mode), []
        for on, share, events in steps:
            rate = ONE if quantity == "units" else self._rate(deal, on)
            exact += number(deal[quantity]) * share * rate * weight
            before, before_parts = total, parts
            total = units(exact, self._decimals(quantity), self.mode)
            parts = self._split(total, self._shares(deal))
            made = [
                Credit(name, "split", on, events, parts[name] - before_parts.get(name, 0), share=part)
                for name, part in self._shares(deal)
            ]
            rising = [(one.person, one.size) for one in made]
            for rule, running in overlays:
                shares = self._in_role(deal, people, rule, on)
                news = running.grow([(name, part * (total - before)) for name, part in shares.items()])
                made += [
                    Credit(name, "overlay", on, events, size, role=rule["role"], share=shares[name])
                    for name, size in news.items()
                ]
                if rule.get("rollsUp"):
                    rising += list(news.items())
            made += self._roll_up(people, on, events, rising, rising_sums, total)
            days.append((on, total - before, made))
        return days

    def _split(self, total, shares):
        sign = -1 if total < 0 else 1
        exact = {name: share * abs(total) for name, share in shares}
        whole = sign * units(sign * sum(exact.values(), ZERO), 0, self.mode)
        return {name: sign * part for name, part in settle_remainders(whole, exact).items()}

    def _overlays(self, deal):
        fitting = {}
        for rule in self.config.get("overlays", []):
            if fits(rule.get("when"), deal.get("attributes", {})):
                fitting.setdefault(rule["role"], rule)
        return fitting.values()

    def _in_role(self, deal, people, rule, on):
        shares, share = {}, ratio(rule.get("share", 1))
        for one in people:
            if one.get("from", on) <= on <= one.get("to", on):
                for cover in one.get("covers", []):
                    if cover["role"] == rule["role"] and fits(cover.get("when"), deal.get("attributes", {})):
                        shares[one["id"]] = share
        for one in deal.get("team", []):
            if one["role"] == rule["role"]:
                shares[one["person"]] = number(one["share"]) if "share" in one else share
        return shares

    def _roll_up(self, people, on, events, rising, running, total):
        rule = self.config.get("rollUp")
        if rule is None:
            return []
        amounts, rose = [], defaultdict(set)
        for person, size in rising:
            level, manager = 0, self._manager(people, person, on)
            highest = self._rate_of(people, person, on)
            while manager is not None:
                if rule.get("by") == "differences":
                    own = self._rate_of(people, manager, on)
                    share, highest = max(ZERO, own - highest), max(own, highest)
                else:
                    share = ratio(rule["levels"][level] if level < len(rule["levels"]) else rule.get("beyond", 0))
                if share:
                    amounts.append((manager, share * size))
                    rose[manager].add(person)
                level, manager = level + 1, self._manager(people, manager, on)
        most = abs(ratio(rule["most"]) * total) if "most" in rule else None
        return [
            Credit(name, "roll-up", on, events, size, rose_from=tuple(sorted(rose[name])))
            for name, size in running.grow(amounts, most).items()
        ]

    def _rate_of(self, people, person, on):
        for one in people:
            if one["id"] == person and one.get("from", on) <= on <= one.get("to", on):
                return number(one.get("rate", 0))
        return ZERO

    def _manager(self, people, person, on):
        for one in people:
            if one["id"] == person and one.get("from", on) <= on <= one.get("to", on):
                return one.get("manager")
        return None
