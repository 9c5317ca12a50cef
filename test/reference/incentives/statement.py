"""A statement: the lines, their sums by category, and what they come to in the year so far."""

from fractions import Fraction

from exact import number, text
from incentives.lines import MINOR_UNITS, refuse
from periods import read_period

ZERO = Fraction(0)
AMOUNTS = ("basis", "rate", "amount")


class Statement:
    use = "statement"

    def __init__(self, config):
        self.currency, self.starts = config["currency"], config.get("yearStarts", 1)

    def result(self, given):
        period, lines, previous = given["period"], given["lines"], given.get("previous")
        before = previous["categories"] if previous else []
        ids = [line["id"] for line in lines]
        parts = [part["amount"] for line in lines for part in line.get("parts", [])]
        amounts = [line["amount"] for line in lines] + parts + [one["yearToDate"] for one in before]
        scale = 10 ** MINOR_UNITS[self.currency]
        late = previous and read_period(previous["period"]).first_day >= read_period(period).first_day
        refuse(
            [
                *(["duplicate-id"] if len(set(ids)) < len(ids) else []),
                *("wrong-currency" for line in lines if line["currency"] != self.currency),
                *("amount-too-fine" for one in amounts if (number(one) * scale).denominator != 1),
                *("parts-sum" for line in lines if not _sums(line)),
                *(["period-not-after"] if late else []),
            ]
        )
        goes_on = previous and self._year(previous["period"]) == self._year(period)
        earlier = {one["category"]: number(one["yearToDate"]) for one in before} if goes_on else {}
        now = {}
        for line in lines:
            name = line.get("category", "other")
            now[name] = now.get(name, ZERO) + number(line["amount"])
        total = sum(now.values(), ZERO)
        return {
            "kind": "statement",
            "period": period,
            "currency": self.currency,
            "lines": [self.line(line) for line in lines],
            "categories": [
                {
                    "category": name,
                    "amount": text(now.get(name, ZERO)),
                    "yearToDate": text(earlier.get(name, ZERO) + now.get(name, ZERO)),
                }
                for name in {**earlier, **now}
            ],
            "total": text(total),
            "yearToDate": text(sum(earlier.values(), ZERO) + total),
            **({"refused": given["refused"]} if given.get("refused") else {}),
        }

    def _year(self, period):
        first = read_period(period).first_day
        return first.year if first.month >= self.starts else first.year - 1

    def line(self, line):
        """A line as a statement says it: amounts as plain texts, and no trace."""
        read = {**line, "category": line.get("category", "other"), **_amounts(line)}
        if "parts" in line:
            read["parts"] = [{**part, **_amounts(part)} for part in line["parts"]]
        if not line.get("notes", True):
            del read["notes"]
        elif "notes" in line:
            read["notes"] = plain_notes(line["notes"])
        return {name: value for name, value in read.items() if name != "trace"}


def _sums(line):
    """Whether the parts of a line, where it has any, come to it."""
    return "parts" not in line or sum(number(part["amount"]) for part in line["parts"]) == number(line["amount"])


def _amounts(of):
    return {name: text(number(of[name])) for name in AMOUNTS}


def plain_notes(notes):
    """Notes whose values are texts, numbers among them too."""
    return [{**one, "values": {name: str(value) for name, value in one["values"].items()}} for one in notes]
