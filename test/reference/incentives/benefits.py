"""Benefits as lines of pay, each with its own conditions."""

from fractions import Fraction

from exact import number, ratio
from incentives.eligibility import ineligible
from incentives.lines import Payer, note, refuse
from incentives.presence import presence_notes, whole_of
from incentives.proration import Proration, days, read_day

ZERO, ONE = Fraction(0), Fraction(1)
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Benefits(Payer):
    use, category = "benefits", "benefits"

    def result(self, given):
        refuse("range-empty" for one in given.get("absences", []) if one["to"] < one["from"])
        whole = whole_of(given["period"])
        employment = given.get("employment", {})
        first = read_day(employment["from"]) if "from" in employment else whole[0]
        last = read_day(employment["to"]) if "to" in employment else whole[-1]
        away = {
            day for one in given.get("absences", []) for day in days(read_day(one["from"]), read_day(one["to"]))
        }
        employed = [day for day in whole if first <= day <= last]
        present = {day: 1 for day in employed if day not in away}
        lines, refused = [], []
        for item in self.config["items"]:
            reasons = [] if employed else [note("benefit-not-employed", period=given["period"])]
            reasons += ineligible(item.get("eligibility"), given, given["period"])
            if reasons:
                refused.append({"id": item["id"], "reasons": reasons})
            else:
                lines.append(self._line(item, given, whole, present))
        paid = self.paid(lines)
        return {**paid, "kind": "benefits", "period": given["period"], "refused": refused}

    def _line(self, item, given, whole, present):
        basis, rate, notes = self._base(item["pays"], given)
        months = sorted({(day.year, day.month) for day in whole})
        if "months" in item:
            paid = [month for month in months if month[1] in item["months"]]
            count, spans = Fraction(len(paid)), [[day for day in whole if (day.year, day.month) == one] for one in paid]
        else:
            per = "period" if item["pays"]["kind"] == "rate" else item["pays"].get("per", "month")
            count, spans = ONE if per == "period" else Fraction(len(months), MONTHS[per]), [whole]
        parts = [self._part(item, span, present) for span in spans]
        part = sum(parts, ZERO) / len(parts) if parts else ONE
        if part < 1:
            notes.append(self._part_note(item, part, given))
        exact = basis * rate * count * part
        notes += self.rounded_notes(exact)
        line = self.line(
            basis,
            rate * count * part,
            self.money(exact),
            item["id"],
            notes=notes,
            period=given["period"],
            rateAs="percent" if str(item["pays"].get("rate", "")).endswith("%") else None,
        )
        return {**line, **{name: item[name] for name in ("category", "rule") if name in item}}

    def _part_note(self, item, part, given):
        if "months" in item or "proration" not in item:
            return note("prorated", part=part)
        [said] = presence_notes({**given, "absences": []}, [(part, None)], Proration(item["proration"]))
        return said

    def _part(self, item, span, present):
        inside = {day: 1 for day in span if day in present}
        if "proration" not in item:
            return ONE if inside else ZERO
        return Proration(item["proration"]).parts(span, [inside])[0]

    def _base(self, pays, given):
        if pays["kind"] == "amount":
            return number(pays["amount"]), ONE, []
        if pays["kind"] == "rate":
            return self._rate(pays, given)
        by_tier = pays["kind"] == "by-tier"
        name = given.get("tier") if by_tier else given.get("attributes", {}).get(pays["attribute"])
        refuse(["fact-missing"] if name is None else [])
        rows = [row for row in pays["amounts"] if name in row["of"]]
        refuse([] if rows else ["unknown-tier" if by_tier else "row-missing"])
        return number(rows[0]["amount"]), ONE, []

    def _rate(self, pays, given):
        value = self._fact(pays["fact"], given)
        low, high, over = (self._bound(pays.get(name), given) for name in ("least", "most", "over"))
        held = value if low is None else max(value, low)
        held = held if high is None else min(held, high)
        notes = []
        if held != value:
            name = "benefit-base-least" if held > value else "benefit-base-most"
            notes.append(note(name, fact=pays["fact"], got=value, bound=held))
        if over is not None:
            notes.append(note("benefit-base-over", fact=pays["fact"], got=value, bound=over))
        return max(ZERO, held - (over or 0)), ratio(pays["rate"]), notes

    def _bound(self, bound, given):
        if not isinstance(bound, dict):
            return None if bound is None else number(bound)
        return ratio(bound.get("times", 1)) * self._fact(bound["fact"], given)

    def _fact(self, name, given):
        refuse([] if name in given.get("facts", {}) else ["fact-missing"])
        value = number(given["facts"][name])
        refuse(["out-of-range"] if value < 0 else [])
        return value
