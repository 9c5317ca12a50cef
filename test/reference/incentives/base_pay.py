"""Base pay: the table's amount, times the months of the period and the part of them that is paid."""

from fractions import Fraction

from exact import number, rounded
from incentives.lines import Payer, note, refuse
from incentives.presence import line_of_parts, stretch_notes, stretches
from incentives.proration import Proration
from periods import read_period

MONTHS_PER = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
KEYS = ("tier", "grade", "step", "location")


class BasePay(Payer):
    use, category = "basePay", "base-pay"

    def __init__(self, config):
        super().__init__(config)
        self.table = config["table"]
        self.keys = [key for key in KEYS if any(key in row for row in self.table)]
        self.factors = {one["location"]: number(one["factor"]) for one in config.get("locations", [])}
        self.proration = Proration(config.get("proration"))

    def result(self, given):
        values = {name: given[name] for name in (*KEYS, "experienceYears", "share") if name in given}
        held = stretches(given, values, self.proration)
        refuse(code for stretch in held for code in self._problems(stretch.values))
        times = Fraction(read_period(given["period"]).months, MONTHS_PER[self.config.get("per", "month")])
        parts = [
            (one.named, self._amount(one.values), times * self._share(one.values) * one.part) for one in held
        ]
        notes = [note for one in held for note in self._notes(one, len(held) > 1)]
        notes += stretch_notes(given, held, self.proration)
        months, of_months = read_period(given["period"]).months, MONTHS_PER[self.config.get("per", "month")]
        if months != of_months and (sum(rate for *_, rate in parts) != times or times.denominator != 1):
            notes.append(note("pay-period", months=str(months), ofMonths=str(of_months)))
        return line_of_parts(self, parts, notes=notes, period=given["period"])

    def _problems(self, values):
        rows = self.table
        for key in self.keys:
            if key not in values:
                yield "missing"
                break
            rows = [row for row in rows if row[key] == values[key]]
            if not rows:
                yield "unknown-tier" if key == "tier" else "unknown-row"
                break
        if self.factors and values.get("location") not in self.factors:
            yield "unknown-row" if "location" in values else "missing"

    def _amount(self, values):
        rows = {
            number(row.get("fromYears", 0)): number(row["amount"])
            for row in self.table
            if all(row[key] == values[key] for key in self.keys)
        }
        years = number(values.get("experienceYears", 0))
        amount = rows[max(one for one in rows if one <= years)] * self.factors.get(values.get("location"), 1)
        decimals = self.config.get("rateDecimals")
        return amount if decimals is None else rounded(amount, decimals, self.mode)

    def _share(self, values):
        return number(values.get("share", 1))

    def _notes(self, stretch, several):
        values, named = stretch.values, stretch.named if several else None
        if self.factors:
            yield note("location", location=values["location"], factor=self.factors[values["location"]], days=named)
        if self._share(values) != 1:
            yield note("part-time", share=self._share(values), days=named)
