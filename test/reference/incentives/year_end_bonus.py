"""A year-end bonus: an amount, months of the salary, or a part of what was earned in the period."""

from fractions import Fraction

from exact import number, ratio
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, refuse
from incentives.presence import check_presence, presence_notes, stretches
from incentives.proration import Proration

ZERO, ONE = Fraction(0), Fraction(1)


class YearEndBonus(Payer):
    use, category = "yearEndBonus", "bonus"

    def __init__(self, config):
        super().__init__(config)
        self.rows = {row.get("tier"): row for row in config["pays"]}
        self.proration = Proration(config.get("proration"))

    def result(self, given):
        row = self.rows.get(given.get("tier"), self.rows.get(None))
        if row is None:
            refuse(["unknown-tier" if "tier" in given else "missing"])
        name = "salary" if "months" in row else "earned" if "share" in row else None
        refuse(["missing"] if name and name not in given else [])
        check_presence(given)
        failed = ineligible(self.config.get("eligibility"), given, given["period"])
        whole = number(given[name]) if name else number(row["amount"])
        basis = min(whole, number(row["basisMost"])) if "basisMost" in row else whole
        part = ONE if "share" in row else sum(one.part for one in stretches(given, {}, self.proration))
        factor = number(given.get("factor", 1))
        notes = failed
        if not failed:
            notes = [note("bonus-months", months=ratio(row["months"]))] if "months" in row else []
            notes += [note("bonus-share", share=ratio(row["share"]))] if "share" in row else []
            notes += [note("basis-most", whole=whole, most=basis)] if basis < whole else []
            notes += [] if factor == 1 else [note("bonus-factor", factor=factor)]
            notes += [] if "share" in row else presence_notes(given, [(part, None)], self.proration)
        rate = ratio(row.get("months", row.get("share", 1))) * (ZERO if failed else factor) * part
        notes += self.rounded_notes(basis * rate)
        return self.line(basis, rate, self.money(basis * rate), notes=notes, period=given["period"], rateAs="percent" if "share" in row else None)
