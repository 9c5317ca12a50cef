"""A person's quota, spread over periods, prorated and ramped."""

from datetime import date
from fractions import Fraction

from careers.standing import lossless
from exact import number, ratio, rounded, settle_remainders, shown, text, units
from incentives.lines import MINOR_UNITS, refuse
from incentives.proration import Proration, days, read_day
from periods import Period, months_after, read_period

ZERO, ONE = Fraction(0), Fraction(1)
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
UNITS = {"month": "M", "quarter": "Q", "half-year": "H", "year": ""}


class Quota:
    use = "quota"

    def __init__(self, config):
        self.config = config
        self.decimals = config["decimals"] if "decimals" in config else MINOR_UNITS[config["currency"]]
        self.mode = config.get("rounding", "half-up")
        self.per, self.unit = config.get("per", "year"), config.get("unit", "quarter")
        self.proration = Proration(config.get("proration", {"by": "months"}))

    def result(self, given):
        of = read_period(given["period"])
        refuse([] if of.unit == UNITS[self.per] else ["wrong-cycle"])
        spans = [given, *given.get("absences", [])]
        refuse("range-empty" for one in spans if one.get("from", "") > one.get("to", "9999"))
        amount = given.get("amount", self.config.get("amount"))
        refuse(["amount-missing"] if amount is None else [])
        count = MONTHS[self.per] // MONTHS[self.unit]
        periods = [Period(UNITS[self.unit], of.ordinal * count + place) for place in range(count)]
        seasons = self.config.get("seasons", [Fraction(1, count)] * count)
        exact = [number(amount) * ratio(season) for season in seasons]
        parts = [self._part(days(one.first_day, one.last_day), given) for one in periods]
        names = [str(one.first_day) for one in periods]
        whole = self._together(names, exact)
        own = self._together(names, [one * counted for one, (_, counted) in zip(exact, parts)])
        attained = self._attained(given, [str(one) for one in periods], own)
        return {
            "kind": "quota",
            "period": given["period"],
            **({"currency": self.config["currency"]} if "currency" in self.config else {}),
            "amount": self._money(sum(whole)),
            "quota": self._money(sum(own)),
            "periods": [
                {
                    "period": str(one),
                    "from": str(one.first_day),
                    "to": str(one.last_day),
                    "amount": self._money(all_of),
                    "part": lossless(part),
                    "counted": lossless(counted),
                    "quota": self._money(left),
                    **({"attainment": attained[str(one)]} if str(one) in attained else {}),
                }
                for one, all_of, left, (part, counted) in zip(periods, whole, own, parts)
            ],
        }

    def _together(self, names, exact):
        total = units(sum(exact, ZERO), self.decimals, self.mode)
        return list(settle_remainders(total, {name: one * 10**self.decimals for name, one in zip(names, exact)}).values())

    def _money(self, count):
        return text(Fraction(count, 10**self.decimals))

    def _attained(self, given, names, own):
        found = {}
        for one in given.get("achieved", []):
            refuse([] if one["period"] in names else ["not-a-choice"])
            refuse(["duplicate-id"] if one["period"] in found else [])
            quota = Fraction(own[names.index(one["period"])], 10**self.decimals)
            refuse([] if quota else ["quota-not-positive"])
            found[one["period"]] = shown(number(one["amount"]) / quota)
        return found

    def _part(self, whole, given):
        """The part of a period that somebody is there, before and after the ramp."""
        first = read_day(given["from"]) if "from" in given else date.min
        last = read_day(given["to"]) if "to" in given else date.max
        away = set()
        for one in given.get("absences", []):
            span = days(read_day(one["from"]), read_day(one["to"]))
            if len(span) >= self.config.get("leastAbsence", 1):
                away.update(span)
        start = given.get("rampFrom", given.get("from"))
        groups = {}
        for day in whole:
            step, share = self._ramp(start and read_day(start), day)
            group = groups.setdefault(step, (share, {}))
            if first <= day <= last and day not in away:
                group[1][day] = 1
        parts = self.proration.parts(whole, [present for _, present in groups.values()])
        return sum(parts, ZERO), sum((share * part for (share, _), part in zip(groups.values(), parts)), ZERO)

    def _ramp(self, start, day):
        """The step of the ramp on a day, and what part of the quota counts."""
        ramp = self.config.get("ramp")
        if ramp is None or start is None or day < start:
            return -1, ONE
        shares, counts = ramp["shares"], ramp.get("counts", "months-of-service")
        month = (day.year - start.year) * 12 + day.month - start.month
        if counts == "months-of-service" and months_after(start, month) > day:
            month -= 1
        if counts == "full-months" and start.day > 1:
            month = max(0, month - 1)
        return (month, ratio(shares[month])) if month < len(shares) else (len(shares), ONE)


class Exchange:
    use = "exchange"

    def __init__(self, config):
        self.config = config

    def result(self, given):
        source, target = given["currency"], self.config["to"]
        found, inverse = ({"rate": 1}, False) if source == target else self.find(source, target, given.get("on"))
        rate = 1 / number(found["rate"]) if inverse else number(found["rate"])
        amount = number(given["amount"])
        paid = rounded(amount * rate, MINOR_UNITS[target], self.config.get("rounding", "half-up"))
        return {
            "kind": "exchange",
            "currency": target,
            "amount": text(paid),
            "from": {"currency": source, "amount": text(amount)},
            "rate": text(rate),
            **{name: found[name] for name in ("on", "period") if name in found},
            "inverse": inverse,
        }

    def find(self, source, target, on):
        rates = self.config["rates"]
        direct = [one for one in rates if (one["from"], one["to"]) == (source, target)]
        other = [one for one in rates if one.get("inverse") and (one["from"], one["to"]) == (target, source)]
        for some, inverse in ((direct, False), (other, True)):
            found = self._in_force(some, on)
            if found is not None:
                return found, inverse
        return refuse(["exchange-rate-missing"])

    def _in_force(self, rates, on):
        if on is not None:
            latest = self.config.get("dates") == "latest"
            of_days = [one for one in rates if "on" in one and (one["on"] <= on if latest else one["on"] == on)]
            if of_days:
                return max(of_days, key=lambda one: one["on"])
            day = read_day(on)
            around = []
            for one in rates:
                if "period" in one:
                    of = read_period(one["period"])
                    if of.first_day <= day <= of.last_day:
                        around.append((of.months, one))
            if around:
                return min(around, key=lambda one: one[0])[1]
        return next((one for one in rates if "on" not in one and "period" not in one), None)
