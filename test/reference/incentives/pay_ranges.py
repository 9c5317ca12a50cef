"""Pay ranges, where salaries are in them, and against market rates."""

from calendar import monthrange
from fractions import Fraction
from math import floor
from typing import NamedTuple

from exact import number, ratio, rounded, shown, text
from incentives.lines import MINOR_UNITS, refuse
from incentives.proration import read_day

KEYS = ("tier", "grade", "step", "location")
QUARTERS = ("first-quarter", "second-quarter", "third-quarter", "fourth-quarter")


class Range(NamedTuple):
    minimum: Fraction
    midpoint: Fraction
    maximum: Fraction


class Ranges:
    """The ranges of a plan, and the positions in them."""

    def __init__(self, config):
        self.rows, self.mode = config["ranges"], config.get("rounding", "half-up")
        self.decimals = config.get("rangeDecimals", MINOR_UNITS[config["currency"]])
        self.positions = config.get("positions")

    def problems(self, person, rows):
        for key in [key for key in KEYS if any(key in row for row in rows)]:
            if key not in person:
                return ["missing"]
            rows = [row for row in rows if row[key] == person[key]]
            if not rows:
                return ["unknown-tier" if key == "tier" else "unknown-row"]
        return []

    def of(self, person):
        row = next(row for row in self.rows if all(row.get(key) == person.get(key) for key in KEYS if key in row))
        if "spread" in row:
            middle, spread = number(row["midpoint"]), ratio(row["spread"])
            least = middle / (1 + spread / 2)
            return Range(self._round(least), middle, self._round(least * (1 + spread)))
        least, most = number(row["minimum"]), number(row["maximum"])
        middle = number(row["midpoint"]) if "midpoint" in row else self._round((least + most) / 2)
        return Range(least, middle, most)

    def _round(self, value):
        return rounded(value, self.decimals, self.mode)

    def place(self, salary, of):
        """Compa-ratio, range penetration and the position."""
        compa, penetration = salary / of.midpoint, (salary - of.minimum) / (of.maximum - of.minimum)
        if self.positions is None:
            if penetration < 0 or penetration > 1:
                return compa, penetration, "below" if penetration < 0 else "above"
            return compa, penetration, QUARTERS[min(3, floor(penetration * 4))]
        value = compa if self.positions["by"] == "compa-ratio" else penetration
        if "decimals" in self.positions:
            value = rounded(value, self.positions["decimals"], self.mode)
        reached = [one["id"] for one in self.positions["bands"] if "from" not in one or value >= ratio(one["from"])]
        return compa, penetration, reached[-1]


class SalaryPosition:
    use = "salaryPosition"

    def __init__(self, config):
        self.config, self.ranges = config, Ranges(config)
        self.market = config.get("market")

    def result(self, given):
        refuse(self.ranges.problems(given, self.ranges.rows))
        if self.market:
            refuse(self.ranges.problems(given, self.market["rates"]))
            if "ageing" in self.market:
                refuse([] if "on" in given else ["missing"])
                refuse(["range-empty"] if given["on"] < self.market["asOf"] else [])
        salary, of = number(given["salary"]), self.ranges.of(given)
        compa, penetration, position = self.ranges.place(salary, of)
        outside = {}
        if salary < of.minimum:
            outside = {"belowMinimum": text(of.minimum - salary)}
        if salary > of.maximum:
            outside = {"aboveMaximum": text(salary - of.maximum)}
        return {
            "kind": "salary-position",
            "currency": self.config["currency"],
            "salary": text(salary),
            **{name: text(value) for name, value in of._asdict().items()},
            "compaRatio": shown(compa),
            "penetration": shown(penetration),
            "position": position,
            **outside,
            **({"market": self._in_market(given, salary, of)} if self.market else {}),
        }

    def _in_market(self, given, salary, of):
        factor = self._ageing(given)
        moved = "ageing" in self.market and given["on"] != self.market["asOf"]
        points = []
        for row in self.market["rates"]:
            if all(row.get(key) == given.get(key) for key in KEYS if key in row):
                amount = number(row["amount"]) * factor
                if moved:
                    amount = rounded(amount, MINOR_UNITS[self.config["currency"]], self.ranges.mode)
                points.append((number(row["percentile"]), amount))
        reference = number(self.market.get("reference", 50))
        rate = dict(points)[reference]
        return {
            "reference": text(reference),
            "rate": text(rate),
            "ratio": shown(salary / rate),
            "midpointRatio": shown(of.midpoint / rate),
            "ageing": shown(factor),
            **self._percentile(salary, points),
        }

    def _ageing(self, given):
        if "ageing" not in self.market:
            return Fraction(1)
        start, end = read_day(self.market["asOf"]), read_day(given["on"])
        parts = [Fraction(day.day - 1, monthrange(day.year, day.month)[1]) for day in (start, end)]
        years = Fraction((end.year - start.year) * 12 + end.month - start.month + parts[1] - parts[0], 12)
        rate = ratio(self.market["ageing"]["rate"])
        if self.market["ageing"].get("method", "simple") == "simple":
            return 1 + rate * years
        whole = floor(years)
        return (1 + rate) ** whole * (1 + rate * (years - whole))

    def _percentile(self, salary, points):
        """On straight lines between the stated ones; of equal amounts the lowest percentile."""
        rising = {}
        for percentile, amount in points:
            rising.setdefault(amount, percentile)
        amounts = sorted(rising)
        if salary < amounts[0] or salary > amounts[-1]:
            return {"outside": "below" if salary < amounts[0] else "above"}
        if salary in rising:
            return {"percentile": shown(rising[salary])}
        low = max(amount for amount in amounts if amount < salary)
        high = min(amount for amount in amounts if amount > salary)
        part = (salary - low) / (high - low)
        return {"percentile": shown(rising[low] + part * (rising[high] - rising[low]))}
